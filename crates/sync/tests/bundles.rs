//! Bundles on bad media and in wrong hands.
#![expect(clippy::unwrap_used, reason = "a test stops where it breaks")]

use ed25519_dalek::SigningKey;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_sync::bundle::{Bundle, BundleId};
use folkmoot_sync::frame::Frame;
use folkmoot_sync::opened::{BundleError, PartRefusal, Sender};
use folkmoot_sync::sealing::{self, Identities, Recipients};
use proptest::prelude::*;

const TOWN: AssemblyId = AssemblyId([1; 32]);
const MARKER: &[u8] = b"\x9bFMB-->\n";

fn pen() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn device() -> DeviceId {
    DeviceId(pen().verifying_key().to_bytes())
}

/// Four frames that fill a part each, and hardly anything once compressed.
fn frames() -> Vec<Frame> {
    (0..4).map(|fill| Frame::Change(vec![fill; 140_000])).collect()
}

fn pack(recipients: &Recipients) -> Vec<u8> {
    Bundle::pack(frames(), recipients, 1_800_000_000, BundleId([5; 16]), &pen()).unwrap().to_bytes()
}

struct Sample {
    bytes: Vec<u8>,
    keys: Identities,
    /// Where the blocks begin: header, four parts, trailer, header; then the end.
    starts: Vec<usize>,
}

fn samples() -> [Sample; 2] {
    let (secret, public) = sealing::generate();
    let sealed = Recipients::of([(TOWN, public.as_str())]).unwrap();
    [(Recipients::anyone(), Identities::none()), (sealed, Identities::of([&secret]).unwrap())].map(|(recipients, keys)| {
        let bytes = pack(&recipients);
        let found = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(MARKER));
        let starts: Vec<usize> = found.chain([bytes.len()]).collect();
        assert_eq!(starts.len(), 8);
        Sample { bytes, keys, starts }
    })
}

type Part = Result<Vec<Frame>, PartRefusal>;

/// What each part gave, and who sent it.
fn read(bytes: &[u8], keys: &Identities) -> Result<(Vec<Part>, Sender), BundleError> {
    let opened = Bundle::open(bytes, keys)?;
    let parts: Vec<_> = opened.parts().map(|part| part.map_err(|error| error.why)).collect();
    let lost = parts.iter().filter(|part| matches!(part, Err(PartRefusal::Missing | PartRefusal::Damaged))).count();
    assert_eq!(opened.missing() as usize, lost);
    Ok((parts, opened.sender()))
}

fn intact() -> Vec<Part> {
    frames().into_iter().map(|frame| Ok(vec![frame])).collect()
}

#[test]
fn a_flipped_bit_costs_at_most_the_part_that_it_is_in() {
    for Sample { bytes, keys, starts } in samples() {
        for at in (0..bytes.len()).step_by(2) {
            let mut bent = bytes.clone();
            bent[at] ^= 1 << (at / 2 % 8);
            let Ok((parts, sender)) = read(&bent, &keys) else {
                assert!(at < 4, "a flip at {at} lost the bundle");
                continue;
            };
            let block = starts.iter().rposition(|start| *start <= at).unwrap();
            for (index, (part, packed)) in parts.iter().zip(intact()).enumerate() {
                let is_hit = block == index + 1;
                assert!(if is_hit { part.is_err() } else { *part == packed }, "a flip at {at} and part {index}");
            }
            assert_eq!(parts.len(), 4);
            assert_eq!(sender, if block == 5 { Sender::Incomplete } else { Sender::Signed(device()) }, "a flip at {at}");
        }
    }
}

#[test]
fn a_bundle_cut_short_reads_up_to_the_cut_and_counts_what_is_missing() {
    for Sample { bytes, keys, starts } in samples() {
        for length in (0..bytes.len()).step_by(3) {
            let Ok((parts, _)) = read(&bytes[..length], &keys) else {
                assert!(length < starts[1]);
                continue;
            };
            for (index, (part, packed)) in parts.iter().zip(intact()).enumerate() {
                let is_there = starts[index + 2] <= length;
                assert!(if is_there { *part == packed } else { part.is_err() }, "cut at {length} and part {index}");
            }
        }
    }
}

#[test]
fn lost_bytes_and_dust_between_parts_cost_no_other_part() {
    for Sample { bytes, keys, starts } in samples() {
        let torn = [&bytes[..starts[2] + 90], &bytes[starts[3]..starts[4]], b"dust", &bytes[starts[4]..]].concat();
        let (parts, sender) = read(&torn, &keys).unwrap();
        assert_eq!(parts[1], Err(PartRefusal::Damaged));
        assert_eq!([&parts[..1], &parts[2..]].concat(), [&intact()[..1], &intact()[2..]].concat());
        assert_eq!(sender, Sender::Signed(device()));
    }
}

#[test]
fn parts_read_the_same_in_any_order_and_twice() {
    for Sample { bytes, keys, starts } in samples() {
        let block = |at: usize| &bytes[starts[at]..starts[at + 1]];
        for order in [vec![6, 5, 4, 3, 2, 1, 0], vec![5, 2, 2, 4, 1, 3, 0], vec![3, 1, 0, 4, 2, 5, 1, 6]] {
            let shuffled = [&bytes[..4]].into_iter().chain(order.iter().map(|at| block(*at))).collect::<Vec<_>>().concat();
            assert_eq!(read(&shuffled, &keys).unwrap(), (intact(), Sender::Signed(device())));
        }
    }
}

#[test]
fn a_carrier_reads_for_whom_how_much_and_when_and_nothing_else() {
    let [_, sealed] = samples();
    let (stranger, _) = sealing::generate();
    for keys in [Identities::none(), Identities::of([&stranger]).unwrap()] {
        let opened = Bundle::open(&sealed.bytes, &keys).unwrap();
        assert_eq!(opened.sender(), Sender::Sealed);
        assert_eq!(opened.header().assemblies, [TOWN].into());
        assert_eq!((opened.header().created, opened.header().parts), (1_800_000_000, 4));
        assert!(opened.parts().all(|part| part.is_err_and(|error| error.why == PartRefusal::NotForUs)));
    }
}

#[test]
fn the_seal_hides_the_packer_and_every_frame() {
    let (_, public) = sealing::generate();
    let sealed_to = Recipients::of([(TOWN, public.as_str())]).unwrap();
    let [open, sealed] = [Recipients::anyone(), sealed_to].map(|recipients| {
        let frames = [Frame::Change(noise(2000))];
        Bundle::pack(frames, &recipients, 0, BundleId([5; 16]), &pen()).unwrap().to_bytes()
    });
    let shows = |bytes: &[u8], secret: &[u8]| bytes.windows(secret.len()).any(|window| window == secret);
    for secret in [device().as_bytes(), &noise(2000)[500..532]] {
        assert!(shows(&open, secret), "the search finds what is there");
        assert!(!shows(&sealed, secret));
    }
    assert!(shows(&sealed, TOWN.as_bytes()));
}

#[test]
fn two_towns_read_one_bundle_and_a_file_fills_a_part_of_its_own() {
    let (secrets, keys): (Vec<_>, Vec<_>) = (0..2).map(|_| sealing::generate()).unzip();
    let other = AssemblyId([2; 32]);
    let recipients = Recipients::of([(other, keys[1].as_str()), (TOWN, keys[0].as_str()), (TOWN, keys[0].as_str())]).unwrap();
    let photo = noise(3_000_000);
    let file = Frame::File {
        hash: folkmoot::id::FileHash::of(&photo),
        assembly: TOWN,
        ring: folkmoot::change::Ring::Assembly,
        name: "well.jpg".to_owned(),
        bytes: photo,
    };
    let packed = [Frame::Change(vec![1; 10]), Frame::Change(vec![2; 10]), file, Frame::Change(vec![3; 10])];
    let bundle = Bundle::pack(packed.clone(), &recipients, 0, BundleId([6; 16]), &pen()).unwrap();
    let mut seen = Vec::new();
    let mut bytes = Vec::new();
    bundle.write_to(&mut bytes, |done, of| seen.push((done, of))).unwrap();
    assert_eq!(seen, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!((bytes.len() as u64, &bytes), (bundle.file_len(), &bundle.to_bytes()));
    for secret in &secrets {
        let keys = Identities::of([secret]).unwrap();
        let opened = Bundle::open(&bytes, &keys).unwrap();
        assert_eq!(opened.header().assemblies, [TOWN, other].into());
        assert_eq!(opened.parts().flat_map(Result::unwrap).collect::<Vec<_>>(), packed);
    }
}

#[test]
fn nothing_to_say_is_a_bundle_too() {
    let bytes = Bundle::pack([], &Recipients::anyone(), 0, BundleId([6; 16]), &pen()).unwrap().to_bytes();
    assert_eq!(read(&bytes, &Identities::none()), Ok((vec![], Sender::Signed(device()))));
}

#[test]
fn other_files_and_newer_bundles_are_named_as_such() {
    let keys = Identities::none();
    for other in [&b""[..], b"FM", b"FMB", b"FMC\0 a change", b"PK\x03\x04", &noise(5000)] {
        assert_eq!(Bundle::open(other, &keys).err(), Some(BundleError::NotABundle));
    }
    assert_eq!(Bundle::open(b"FMB\x01...", &keys).err(), Some(BundleError::NewerFormat(1)));
    assert_eq!(Bundle::open(b"FMB\0...", &keys).err(), Some(BundleError::DamagedHeader));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn scattered_damage_never_makes_up_a_frame(hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30), cut in any::<prop::sample::Index>()) {
        for Sample { mut bytes, keys, .. } in samples() {
            for (at, byte) in &hits {
                let at = at.index(bytes.len() - 4) + 4;
                bytes[at] = *byte;
            }
            bytes.truncate(4 + cut.index(bytes.len() * 2).min(bytes.len()));
            if let Ok((parts, _)) = read(&bytes, &keys) {
                prop_assert!(parts.iter().zip(intact()).all(|(part, packed)| part.is_err() || *part == packed));
            }
        }
    }
}

fn noise(length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    out.iter_mut().for_each(|byte| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *byte = state as u8;
    });
    out
}

#[test]
fn a_bundle_that_is_sealed_whole_opens_for_its_laptops_and_only_as_it_was_sealed() {
    let (ours, our_key) = sealing::generate();
    let (stranger, _) = sealing::generate();
    let bundle = Bundle::pack(frames(), &Recipients::anyone(), 1_800_000_000, BundleId([5; 16]), &pen()).unwrap();
    let file = bundle.sealed_whole(&[our_key.as_str()]).unwrap();
    assert!(Bundle::is_sealed_whole(&file) && bundle.sealed_whole(&[]).is_err());
    let (ours, stranger) = (Identities::of([&ours]).unwrap(), Identities::of([&stranger]).unwrap());
    assert_eq!(*Bundle::unsealed(&file, &ours).unwrap(), bundle.to_bytes());
    assert_eq!(Bundle::unsealed(&file, &stranger), Err(BundleError::SealedToOthers));
    assert_eq!(Bundle::open(&file, &ours).err(), Some(BundleError::NotABundle), "it is never read in part");
    for at in (0..file.len()).step_by(13) {
        let mut bent = file.clone();
        bent[at] ^= 1;
        assert!(at < 3 || Bundle::unsealed(&bent, &ours).is_err(), "byte {at} was altered");
        assert!(at < 3 || Bundle::unsealed(&file[..at], &ours).is_err(), "it was cut at {at}");
    }
    // For one laptop or for eight: from outside, nobody counts them.
    let eight: Vec<String> = (0..8).map(|_| sealing::generate().1).collect();
    let eight: Vec<&str> = eight.iter().map(String::as_str).collect();
    let stanzas = |file: &[u8]| file.windows(9).filter(|part| part == b"-> X25519").count();
    assert_eq!((stanzas(&file), stanzas(&bundle.sealed_whole(&eight).unwrap())), (8, 8));
}
