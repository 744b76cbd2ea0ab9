//! What leaves the machine, byte for byte. `UPDATE=1` writes the files anew, which is a change of format.
#![expect(clippy::unwrap_used, reason = "a test stops where it breaks")]

use std::path::PathBuf;

use ed25519_dalek::SigningKey;
use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, CardHash, ChangeHash, DeviceId, FileHash};
use folkmoot_sync::bundle::{Bundle, BundleId, Header};
use folkmoot_sync::frame::Frame;
use folkmoot_sync::opened::Sender;
use folkmoot_sync::sealing::{self, Identities, Recipients};
use folkmoot_sync::{Description, Digest, Holding, Line, Talk, Vector};

fn golden(name: &str, bytes: &[u8]) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name].iter().collect();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, bytes).unwrap();
    }
    std::fs::read(&path).unwrap()
}

fn frames() -> [(&'static str, Frame); 3] {
    let assembly = AssemblyId([1; 32]);
    let (salt, card, bytes) = ([2; 32], b"a card".to_vec(), b"minutes of the spring meeting".to_vec());
    let hash = CardHash::of(&salt, &card);
    [
        ("frame-change.v0.bin", Frame::Change(b"a signed change".to_vec())),
        ("frame-card.v0.bin", Frame::Card { assembly, member: 7, salt, hash, card }),
        (
            "frame-file.v0.bin",
            Frame::File { hash: FileHash::of(&bytes), assembly, ring: Ring::Assembly, name: "minutes.txt".to_owned(), bytes },
        ),
    ]
}

#[test]
fn frames_of_version_0_stay_as_they_are() {
    for (name, frame) in frames() {
        let bytes = frame.encode().unwrap();
        let file = golden(name, &bytes);
        assert_eq!(Frame::decode_all(&file), Ok(vec![frame]), "{name} is not read any more");
        assert_eq!(bytes, file, "{name} is written differently");
    }
}

#[test]
fn a_vector_of_version_0_stays_as_it_is() {
    let change = |device: u8, ring, prev: Option<u8>, hash: u8| Description {
        line: Line { ring, device: DeviceId([device; 32]) },
        prev: prev.map(|byte| ChangeHash([byte; 32])),
        hash: ChangeHash([hash; 32]),
    };
    let forked = [change(1, Ring::Commons, None, 1), change(1, Ring::Commons, Some(1), 2), change(1, Ring::Commons, Some(1), 3)];
    let vector = Holding::of(&[&forked[..], &[change(2, Ring::Assembly, None, 4)]].concat()).vector(Ring::Person);
    let file = golden("vector.v0.bin", &vector.encode());
    assert_eq!(Vector::decode(&file).as_ref(), Some(&vector));
    assert_eq!(vector.encode(), file);
}

fn talk() -> [(&'static str, Talk); 8] {
    let (millbrook, cedar_falls) = (AssemblyId([1; 32]), AssemblyId([2; 32]));
    let digest = |byte: u8| Digest([byte; Digest::BYTES]);
    let line = Line { ring: Ring::Commons, device: DeviceId([3; 32]) };
    let vector = Holding::of(&[Description { line, prev: None, hash: ChangeHash([4; 32]) }]).vector(Ring::Commons);
    [
        ("talk-summary.v0.bin", Talk::Summary { turn: 2, towns: 3, root: digest(5) }),
        ("talk-buckets.v0.bin", Talk::Buckets(vec![(6, digest(7)), (8, digest(9))])),
        ("talk-towns.v0.bin", Talk::Towns(vec![(millbrook, digest(5)), (cedar_falls, digest(6))])),
        ("talk-vectors.v0.bin", Talk::Vectors { all: true, vectors: vec![(millbrook, vector), (cedar_falls, Vector::default())] }),
        ("talk-said.v0.bin", Talk::Said),
        ("talk-want.v0.bin", Talk::Want { assembly: millbrook, cards: vec![CardHash([7; 32])], files: vec![FileHash([8; 32])] }),
        ("talk-given.v0.bin", Talk::Given),
        ("talk-rest.v0.bin", Talk::Rest { turn: 2 }),
    ]
}

#[test]
fn what_a_session_of_version_0_says_stays_as_it_is() {
    let letter = ("frame-letter.v0.bin", Frame::Letter("folkmoot:answer:abc".to_owned()));
    for (name, frame) in talk().map(|(name, talk)| (name, Frame::Talk(talk))).into_iter().chain([letter]) {
        let bytes = frame.encode().unwrap();
        let file = golden(name, &bytes);
        assert_eq!(Frame::decode_all(&file), Ok(vec![frame]), "{name} is not read any more");
        assert_eq!(bytes, file, "{name} is written differently");
    }
}

/// How well parts are compressed may change from build to build, so what must stay is how a bundle is read.
#[test]
fn an_unsealed_bundle_of_version_0_is_read_as_ever() {
    let pen = SigningKey::from_bytes(&[7; 32]);
    let frames = frames().map(|(_, frame)| frame);
    let written = Bundle::pack(frames.clone(), &Recipients::anyone(), 1_800_000_000, BundleId([5; 16]), &pen).unwrap();
    let bytes = written.to_bytes();
    for file in [golden("bundle.v0.bin", &bytes), bytes] {
        let nobody = Identities::none();
        let opened = Bundle::open(&file, &nobody).unwrap();
        let Header { id, created, assemblies, parts, .. } = opened.header().clone();
        assert_eq!((id, created, assemblies.len(), parts), (BundleId([5; 16]), 1_800_000_000, 0, 1));
        assert_eq!(opened.sender(), Sender::Signed(DeviceId(pen.verifying_key().to_bytes())));
        assert_eq!(opened.parts().collect::<Result<Vec<_>, _>>(), Ok(vec![frames.to_vec()]));
    }
}

/// A seal is never the same twice, so what must stay is how it is opened; the file was written once.
#[test]
fn a_bundle_sealed_whole_of_version_0_is_opened_as_ever() {
    let secret = "AGE-SECRET-KEY-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSKMP32K".to_owned().into();
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", "sealed-whole.v0.bin"].iter().collect();
    let pen = SigningKey::from_bytes(&[7; 32]);
    let frames = frames().map(|(_, frame)| frame);
    if std::env::var_os("UPDATE").is_some() && !path.exists() {
        let bundle = Bundle::pack(frames.clone(), &Recipients::anyone(), 1_800_000_000, BundleId([5; 16]), &pen).unwrap();
        std::fs::write(&path, bundle.sealed_whole(&[sealing::public_of(&secret).unwrap().as_str()]).unwrap()).unwrap();
    }
    let (file, ours) = (std::fs::read(&path).unwrap(), Identities::of([&secret]).unwrap());
    let bundle = Bundle::unsealed(&file, &ours).unwrap();
    let opened = Bundle::open(&bundle, &ours).unwrap();
    assert_eq!(opened.sender(), Sender::Signed(DeviceId(pen.verifying_key().to_bytes())));
    assert_eq!(opened.parts().collect::<Result<Vec<_>, _>>(), Ok(vec![frames.to_vec()]));
}
