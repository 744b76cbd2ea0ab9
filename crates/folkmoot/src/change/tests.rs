use super::*;
use crate::id::NO_ASSEMBLY;

fn pen() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn flour() -> Unsigned {
    Unsigned {
        assembly: NO_ASSEMBLY,
        ring: Ring::Commons,
        device: DeviceId(pen().verifying_key().to_bytes()),
        epoch: 0,
        seq: 3,
        prev: Some(ChangeHash([9; 32])),
        seen: vec![ChangeHash([1; 32]), ChangeHash([2; 32])],
        document: "ledger/2027-Q1".parse().unwrap(),
        act: Value::Text("40 kg of flour".to_owned()).encode(),
        claimed_at: 1_800_000_000,
    }
}

#[test]
fn a_signed_change_crosses_and_verifies() {
    let signed = flour().sign(&pen());
    let crossed = SignedChange::decode(&signed.encode()).unwrap();
    assert_eq!(crossed, signed);
    let verified = crossed.verify().unwrap();
    assert_eq!(verified.says(), &flour());
    assert_eq!(VerifiedChange::from_archive(&signed.encode()).unwrap(), verified);
}

#[test]
fn no_flipped_bit_anywhere_is_accepted() {
    let bytes = flour().sign(&pen()).encode();
    for bit in 0..bytes.len() * 8 {
        let mut bent = bytes.clone();
        bent[bit / 8] ^= 1 << (bit % 8);
        let accepted = SignedChange::decode(&bent).and_then(SignedChange::verify);
        assert!(accepted.is_err(), "bit {bit} was flipped and nobody noticed");
    }
}

#[test]
fn no_truncation_and_no_addition_is_accepted() {
    let bytes = flour().sign(&pen()).encode();
    for length in 0..bytes.len() {
        assert!(SignedChange::decode(&bytes[..length]).is_err());
    }
    let longer = [bytes, vec![0]].concat();
    assert_eq!(SignedChange::decode(&longer), Err(ChangeError::Malformed));
}

#[test]
fn a_newer_envelope_is_named_as_such() {
    let mut bytes = flour().sign(&pen()).encode();
    bytes[3] = 1;
    assert_eq!(SignedChange::decode(&bytes), Err(ChangeError::NewerFormat(1)));
}

#[test]
fn seen_has_one_order() {
    let mut unsigned = flour();
    unsigned.seen.reverse();
    let bytes = unsigned.sign(&pen()).encode();
    assert_eq!(SignedChange::decode(&bytes), Err(ChangeError::Malformed));
}
