//! Codes that people paste, show and send.

use std::fmt::Display;
use std::str::FromStr;

use data_encoding::BASE32_NOPAD;
use folkmoot_desk::{ActsCode, AnswerCode, AskCode, DeviceCode, NotACode, RecoveryCard, TownCode};

const KINDS: [&str; 6] = ["town", "device", "answer", "ask", "card", "acts"];

/// A text that somebody pastes; and the content of a code of each kind, with its checksum.
pub fn code(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let content = KINDS.map(|kind| {
        let mut hasher = blake3::Hasher::new_derive_key("folkmoot v0 code");
        hasher.update(kind.as_bytes()).update(bytes);
        let hash = hasher.finalize();
        format!("folkmoot:{kind}:{}", BASE32_NOPAD.encode(&[bytes, &hash.as_bytes()[..4]].concat()))
    });
    for text in content.iter().map(String::as_str).chain([&*text]) {
        read::<TownCode>(text);
        read::<DeviceCode>(text);
        read::<AnswerCode>(text);
        read::<AskCode>(text);
        read::<RecoveryCard>(text);
        read::<ActsCode>(text);
    }
}

/// Whatever a code says is said again by the code that is written of it.
fn read<Code: FromStr<Err = NotACode> + Display>(text: &str) {
    let Ok(code) = text.parse::<Code>() else { return };
    let written = code.to_string();
    let again = written.parse::<Code>().map(|again| again.to_string());
    assert_eq!(again.as_deref(), Ok(written.as_str()), "what is written is read");
}
