use folkmoot::id::DeviceId;
use folkmoot::roll::Keys;
use zeroize::Zeroizing;

use super::*;

const SEALING: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

fn town() -> TownCode {
    TownCode {
        assembly: AssemblyId([3; 32]),
        name: "Cedar Falls".to_owned(),
        endpoint: DeviceId([4; 32]),
        sealing: SEALING.to_owned(),
        addresses: ["192.168.1.5:4433", "10.0.0.7:4433", "[2001:db8::5]:4433"].map(str::to_owned).to_vec(),
        secret: Secret([5; 16]),
        until: 1_801_209_600,
    }
}

fn device() -> DeviceCode {
    let TownCode { assembly, name, endpoint, sealing, addresses, secret, until } = town();
    DeviceCode { assembly, name, member: 7, endpoint, sealing, addresses, secret, until }
}

fn ask() -> AskCode {
    let keys = Keys { sealing: SEALING.to_owned(), endpoint: DeviceId([6; 32]) };
    AskCode::of(&device(), DeviceId([8; 32]), keys)
}

fn answer() -> AnswerCode {
    AnswerCode::of(&town(), AssemblyId([9; 32]), "Millbrook", DeviceId([6; 32]))
}

fn card() -> RecoveryCard {
    RecoveryCard { assembly: AssemblyId([3; 32]), name: "Cedar Falls".to_owned(), member: 7, key: Zeroizing::new([10; 32]) }
}

fn lay(kind: &str, content: &[u8]) -> String {
    let bytes = [content, &checksum(kind, content)].concat();
    format!("folkmoot:{kind}:{}", BASE32_NOPAD.encode(&bytes).to_lowercase())
}

fn laid(code: &str) -> (String, Vec<u8>) {
    let (kind, letters) = code.strip_prefix("folkmoot:").unwrap().split_once(':').unwrap();
    let mut bytes = BASE32_NOPAD.decode(letters.to_uppercase().as_bytes()).unwrap();
    bytes.truncate(bytes.len() - 4);
    (kind.to_owned(), bytes)
}

#[test]
fn a_code_reads_back_even_when_copied_by_hand() {
    let text = town().to_string();
    assert_eq!(text.parse(), Ok(town()));
    assert_eq!(text.to_uppercase().parse(), Ok(town()));
    assert_eq!(device().to_string().parse(), Ok(device()));
    assert_eq!(ask().to_string().parse(), Ok(ask()));
    assert_eq!(answer().to_string().parse(), Ok(answer()));
    assert_eq!(card().to_string().parse(), Ok(card()));
    let by_hand: String =
        text.chars().enumerate().flat_map(|(at, letter)| if at % 7 == 6 { vec![letter, '\n'] } else { vec![letter] }).collect();
    assert_eq!(by_hand.parse(), Ok(town()));
}

#[test]
fn a_town_s_code_fits_a_picture_that_a_telephone_reads() {
    assert!(town().to_string().len() < 500, "{} letters", town().to_string().len());
}

#[test]
fn one_wrong_letter_is_noticed() {
    let text = town().to_string();
    for at in "folkmoot:town:".len()..text.len() {
        let other = if text.as_bytes()[at] == b'a' { "b" } else { "a" };
        let bent = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        assert_eq!(bent.parse::<TownCode>(), Err(NotACode::Damaged), "letter {at}");
    }
}

#[test]
fn a_code_for_something_else_says_so() {
    let wanted = NotACode::OtherKind { found: "town".to_owned(), wanted: "device" };
    assert_eq!(town().to_string().parse::<DeviceCode>(), Err(wanted));
    let wanted = NotACode::OtherKind { found: "town".to_owned(), wanted: "ask" };
    assert_eq!(town().to_string().parse::<Letter>(), Err(wanted));
}

#[test]
fn a_field_of_a_newer_build_is_stepped_over_and_a_later_version_is_told_apart() {
    for code in [town().to_string(), device().to_string(), ask().to_string(), answer().to_string()] {
        let (kind, mut bytes) = laid(&code);
        bytes.extend([200, 3, 1, 2, 3]);
        let newer = lay(&kind, &bytes);
        match kind.as_str() {
            "town" => assert_eq!(newer.parse(), Ok(town())),
            "device" => assert_eq!(newer.parse(), Ok(device())),
            "ask" => assert_eq!(newer.parse(), Ok(ask())),
            _ => assert_eq!(newer.parse(), Ok(answer())),
        }
        bytes[0] = 1;
        assert!(lay(&kind, &bytes).parse::<Letter>().is_err());
    }
    let (_, mut bytes) = laid(&town().to_string());
    bytes[0] = 1;
    assert_eq!(lay("town", &bytes).parse::<TownCode>(), Err(NotACode::Newer(1)));
}

#[test]
fn what_an_older_build_left_out_has_a_default() {
    let mut out = Out(vec![VERSION]);
    out.put(1, town().assembly.as_bytes());
    out.put(3, town().endpoint.as_bytes());
    out.put(4, SEALING.as_bytes());
    out.put(6, &town().secret.0);
    let old = TownCode { name: String::new(), addresses: Vec::new(), until: i64::MAX, ..town() };
    assert_eq!(lay("town", &out.0).parse(), Ok(old));
}

#[test]
fn a_key_that_protects_nothing_makes_no_code() {
    let weak = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqs3qdnjd";
    for sealing in [weak, "age1flour", ""] {
        let code = TownCode { sealing: sealing.to_owned(), ..town() };
        assert_eq!(code.to_string().parse::<TownCode>(), Err(NotACode::Damaged), "{sealing}");
    }
}

#[test]
fn an_answer_shows_the_secret_for_just_what_it_says() {
    let (secret, other) = (Secret([5; 16]), Secret([1; 16]));
    let (invite, of_other) = (secret.invite(), other.invite());
    // Whoever knows the hash alone hears it too; of an older build's answer, whoever knows the secret.
    assert!(answer().answers(&invite, None) && !answer().answers(&of_other, Some(&other)));
    assert!(ask().answers(&invite, None) && !ask().answers(&of_other, Some(&other)));
    assert!(AnswerCode { shown: None, ..answer() }.answers(&invite, Some(&secret)));
    assert!(!AnswerCode { shown: None, ..answer() }.answers(&invite, None));
    assert!(AskCode { shown: None, ..ask() }.answers(&invite, Some(&secret)));
    assert!(!AskCode { shown: None, ..ask() }.answers(&invite, None));
    for bent in [
        AnswerCode { to: AssemblyId([1; 32]), ..answer() },
        AnswerCode { from: AssemblyId([1; 32]), ..answer() },
        AnswerCode { endpoint: DeviceId([1; 32]), ..answer() },
        AnswerCode { name: "Ashgrove".to_owned(), ..answer() },
    ] {
        assert!(!bent.answers(&invite, Some(&secret)), "{bent:?}");
    }
    for bent in [
        AskCode { assembly: AssemblyId([1; 32]), ..ask() },
        AskCode { member: 8, ..ask() },
        AskCode { device: DeviceId([1; 32]), ..ask() },
        AskCode { keys: Keys { endpoint: DeviceId([1; 32]), ..ask().keys }, ..ask() },
    ] {
        assert!(!bent.answers(&invite, Some(&secret)), "{bent:?}");
        assert!(bent.words() != ask().words() || bent.member != ask().member);
    }
    assert!(!format!("{:?}", town()).contains("[5,"), "a secret is not told");
}

#[test]
fn a_name_from_a_code_is_one_line_and_not_endless() {
    let code = TownCode { name: format!("Cedar\nFalls{}", "!".repeat(200)), ..town() };
    let read: TownCode = code.to_string().parse().unwrap();
    assert_eq!((read.name.starts_with("Cedar Falls!!"), read.name.chars().count()), (true, 60));
}

#[test]
fn the_proofs_of_answers_that_were_shipped_still_hold() {
    let answer = include_str!("../../../../tests/fixtures/codes/answer-v0.txt").parse::<AnswerCode>().unwrap();
    let ask = include_str!("../../../../tests/fixtures/codes/ask-v0.txt").parse::<AskCode>().unwrap();
    let secret = Secret([5; 16]);
    assert!(answer.answers(&secret.invite(), Some(&secret)) && ask.answers(&secret.invite(), Some(&secret)));
    assert_eq!(ask.words(), "letter resist pride pioneer later purse");
}

/// A checksum is no secret, so whoever means harm writes it too.
#[test]
fn hostile_fields_with_a_good_checksum_are_read_or_refused() {
    for code in [town().to_string(), device().to_string(), ask().to_string(), answer().to_string()] {
        let (kind, bytes) = laid(&code);
        for at in 1..bytes.len() {
            for with in [0, 1, 0x7f, 0x80, 0xff] {
                let mut bent = bytes.clone();
                bent[at] = with;
                let (bent, cut) = (lay(&kind, &bent), lay(&kind, &bytes[..at]));
                for text in [bent, cut] {
                    drop((text.parse::<TownCode>(), text.parse::<DeviceCode>(), text.parse::<Letter>()));
                }
            }
        }
    }
}

#[test]
fn a_town_answers_an_invite_whatever_it_is_called() {
    let invite = town().secret.invite();
    let endings =
        [" of the lower valley", "\u{a0}\u{2003}and more of it", "\u{202e} \n\t turned around", "e\u{301}\u{301} accents", "\u{feff}"];
    for (length, ending) in (40..70).flat_map(|length| endings.map(|ending| (length, ending))) {
        let name = format!("{}{}", "n".repeat(length), ending.repeat(4));
        let made = AnswerCode::of(&town(), AssemblyId([9; 32]), &name, DeviceId([6; 32]));
        let read: AnswerCode = made.to_string().parse().unwrap();
        assert_eq!(read, made, "{name:?}");
        assert!(read.answers(&invite, None) && read.answers(&invite, Some(&town().secret)), "{name:?}");
    }
}
