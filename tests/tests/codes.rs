//! Codes that people carry: what was ever shipped still reads, a slip of the hand is noticed, and hostile letters do no harm.
//!
//! The files in `tests/fixtures/codes` are never written anew: a code that an older build made joins a newer one.
#![allow(clippy::unwrap_used, reason = "a test stops where it breaks")]

use std::path::Path;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::roll::Keys;
use folkmoot_desk::{ActsCode, AnswerCode, AskCode, DeviceCode, NotACode, RecoveryCard, Secret, TownCode};
use proptest::prelude::*;

const SEALING: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
/// The first second of the year 2100.
const UNTIL: i64 = 4_102_444_800;

fn shipped(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/codes").join(name).with_extension("txt")).unwrap()
}

fn cedar_falls() -> TownCode {
    TownCode {
        assembly: AssemblyId([3; 32]),
        name: "Cedar Falls".to_owned(),
        endpoint: DeviceId([4; 32]),
        sealing: SEALING.to_owned(),
        addresses: ["192.168.1.5:4433", "10.0.0.7:4433", "[2001:db8::5]:4433"].map(str::to_owned).to_vec(),
        secret: Secret([5; 16]),
        until: UNTIL,
    }
}

#[test]
fn every_code_that_was_shipped_reads_as_it_was_meant() {
    assert_eq!(shipped("town-v0").parse(), Ok(cedar_falls()));
    assert_eq!(shipped("town-v0-with-a-field-of-a-newer-build").parse(), Ok(cedar_falls()));
    let bare = TownCode { name: String::new(), addresses: Vec::new(), until: i64::MAX, ..cedar_falls() };
    assert_eq!(shipped("town-v0-with-nothing-that-may-be-left-out").parse(), Ok(bare));
    let TownCode { assembly, name, endpoint, sealing, addresses, secret, until } = cedar_falls();
    assert_eq!(shipped("device-v0").parse(), Ok(DeviceCode { assembly, name, member: 7, endpoint, sealing, addresses, secret, until }));
    let ask: AskCode = shipped("ask-v0").parse().unwrap();
    let keys = Keys { sealing: SEALING.to_owned(), endpoint: DeviceId([6; 32]) };
    assert_eq!(ask, AskCode { assembly, member: 7, device: DeviceId([8; 32]), keys, proof: ask.proof, shown: None });
    let answer: AnswerCode = shipped("answer-v0").parse().unwrap();
    let (from, name, endpoint) = (AssemblyId([9; 32]), "Millbrook".to_owned(), DeviceId([6; 32]));
    assert_eq!(answer, AnswerCode { to: assembly, from, name, endpoint, proof: answer.proof, shown: None });
    let acts: ActsCode = shipped("acts-v0").parse().unwrap();
    assert_eq!(acts, ActsCode { assembly, changes: vec![vec![11; 5], vec![12; 200]] });
    let card: RecoveryCard = shipped("card-v0").parse().unwrap();
    assert_eq!((card.assembly, card.name.as_str(), card.member, *card.key), (assembly, "Cedar Falls", 7, [10; 32]));
}

#[test]
fn this_build_writes_the_codes_that_were_shipped() {
    assert_eq!(cedar_falls().to_string(), shipped("town-v0").trim());
    for (name, written) in [
        ("device-v0", shipped("device-v0").parse::<DeviceCode>().unwrap().to_string()),
        ("ask-v0", shipped("ask-v0").parse::<AskCode>().unwrap().to_string()),
        ("answer-v0", shipped("answer-v0").parse::<AnswerCode>().unwrap().to_string()),
        ("acts-v0", shipped("acts-v0").parse::<ActsCode>().unwrap().to_string()),
        ("card-v0", shipped("card-v0").parse::<RecoveryCard>().unwrap().to_string()),
    ] {
        assert_eq!(written, shipped(name).trim());
    }
}

fn any_town() -> impl Strategy<Value = TownCode> {
    let address = (any::<[u8; 4]>(), any::<u16>()).prop_map(|(ip, port)| format!("{}.{}.{}.{}:{port}", ip[0], ip[1], ip[2], ip[3]));
    let keys = (any::<[u8; 32]>(), any::<[u8; 32]>(), any::<[u8; 16]>());
    (keys, "[a-zA-Zéêکو ]{1,60}", prop::collection::vec(address, 0..8), 0..i64::MAX).prop_map(
        |((assembly, endpoint, secret), name, addresses, until)| {
            let (assembly, endpoint, secret) = (AssemblyId(assembly), DeviceId(endpoint), Secret(secret));
            let name = folkmoot_desk::name_of(&name);
            TownCode { assembly, name, endpoint, sealing: SEALING.to_owned(), addresses, secret, until }
        },
    )
}

proptest! {
    #[test]
    fn a_code_reads_back_however_it_is_written_down(code in any_town(), breaks in 1usize..20) {
        let text = code.to_string();
        let lines: Vec<String> = text.as_bytes().chunks(breaks).map(|line| String::from_utf8(line.to_vec()).unwrap()).collect();
        prop_assert_eq!(lines.join("\r\n ").to_uppercase().parse(), Ok(code));
    }

    #[test]
    fn one_wrong_letter_is_noticed(code in any_town(), at in any::<prop::sample::Index>(), other in "[a-z2-7]") {
        let text = code.to_string();
        let begin = "folkmoot:town:".len();
        let at = begin + at.index(text.len() - begin);
        prop_assume!(text[at..=at] != *other);
        let bent = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        prop_assert_eq!(bent.parse::<TownCode>(), Err(NotACode::Damaged));
    }

    #[test]
    fn hostile_letters_are_no_code(kind in "town|device|ask|answer|card|acts|.{0,6}", letters in "[a-z2-7A-Z0-9:é ]{0,400}") {
        let text = format!("folkmoot:{kind}:{letters}");
        prop_assert!(text.parse::<TownCode>().is_err());
        prop_assert!(text.parse::<DeviceCode>().is_err());
        prop_assert!(text.parse::<AskCode>().is_err());
        prop_assert!(text.parse::<AnswerCode>().is_err());
        prop_assert!(text.parse::<RecoveryCard>().is_err());
        prop_assert!(text.parse::<ActsCode>().is_err());
        prop_assert!(letters.parse::<AnswerCode>().is_err());
    }
}
