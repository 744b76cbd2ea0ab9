//! Plays the fuzzer's corpus through what the fuzzer plays it through, so that whatever it found once is looked for in every run.
//!
//! `FOLKMOOT_SEEDS=1` writes the seeds anew, from real towns and from the hostile inputs; what a fuzzer found is left as it is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it breaks")]

#[path = "../../crates/fuzz/src/lib.rs"]
mod targets;

use std::collections::BTreeMap;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::id::{AssemblyId, CardHash, FileHash};
use folkmoot_sync::{Bundle, BundleId, Digest, Frame, Recipients, Talk};
use folkmoot_testkit::{Chance, pen_of, size, tried};
use serde_json::Value as Json;

/// All of the corpus together, in bytes.
const MOST: u64 = 2 * 1024 * 1024;
const NOW: i64 = 1_804_000_000;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display())).map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn whatever_the_fuzzer_tried_comes_to_its_end() {
    if std::env::var_os("FOLKMOOT_SEEDS").is_some() {
        write_seeds();
    }
    let mut size = 0;
    for (name, target) in targets::TARGETS {
        let corpus = files(&root().join("crates/fuzz/corpus").join(name));
        assert!(corpus.len() > 9, "{name} has hardly a corpus");
        for file in &corpus {
            let bytes = fs::read(file).unwrap();
            size += bytes.len() as u64;
            assert!(catch_unwind(|| target(&bytes)).is_ok(), "{}", file.display());
        }
        println!("{name}: {} files", corpus.len());
    }
    assert!(size <= MOST, "{size} bytes are more than belong beside the sources");
}

/// What lies near the corpus: its files with bytes changed, cut, doubled and laid over from one another, without a fuzzer's eye for what is new.
fn near_the_corpus(name: &str) {
    let (_, target) = targets::TARGETS.into_iter().find(|(other, _)| *other == name).unwrap();
    let corpus: Vec<Vec<u8>> = files(&root().join("crates/fuzz/corpus").join(name)).iter().map(|file| fs::read(file).unwrap()).collect();
    let mut chance = Chance::of_the_day();
    let wanted = size(20, 20_000);
    for number in 0..wanted {
        let mut bytes = corpus[chance.below(corpus.len())].clone();
        for _ in 0..chance.between(1, 5) {
            let at = chance.below(bytes.len() + 1);
            match chance.below(4) {
                0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << chance.below(8)),
                1 => bytes.truncate(at),
                2 => bytes.extend_from_within(at..),
                _ => {
                    let other = &corpus[chance.below(corpus.len())];
                    let from = chance.below(other.len() + 1);
                    bytes.splice(at.., other[from..].iter().copied());
                }
            }
        }
        bytes.truncate(20_000);
        assert!(catch_unwind(|| target(&bytes)).is_ok(), "{name}, number {number}: {bytes:?}");
    }
    tried(&format!("inputs near the corpus of {name}"), wanted);
}

macro_rules! near {
    ($($test:ident: $name:literal),*) => {
        $(#[test]
        fn $test() {
            near_the_corpus($name);
        })*
    };
}

// Each by itself, so that one of them may be tried for long.
near!(
    near_the_corpus_of_frame: "frame",
    near_the_corpus_of_bundle: "bundle",
    near_the_corpus_of_sealed: "sealed",
    near_the_corpus_of_code: "code",
    near_the_corpus_of_change: "change",
    near_the_corpus_of_gate: "gate",
    near_the_corpus_of_act: "act"
);

fn write_seeds() {
    for (name, seeds) in seeds() {
        let folder = root().join("crates/fuzz/corpus").join(name);
        fs::create_dir_all(&folder).unwrap();
        files(&folder)
            .iter()
            .filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("seed-"))
            .for_each(|file| fs::remove_file(file).unwrap());
        for (number, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{number:03}")), seed).unwrap();
        }
    }
}

/// What honest laptops say, and a few of the inputs that Automerge cannot bear.
fn seeds() -> BTreeMap<&'static str, Vec<Vec<u8>>> {
    let (ada, _) = targets::town();
    let changes: Vec<Vec<u8>> = ada.changes().iter().map(|change| change.signed().encode()).collect();
    let examples: BTreeMap<String, Json> = serde_json::from_str(&fs::read_to_string(root().join("assets/examples.json")).unwrap()).unwrap();
    let said = ada.changes().iter().map(VerifiedChange::act);
    let mut acts: Vec<Vec<u8>> = said.clone().map(|act| act.encode()).collect();
    acts.extend(examples.values().map(|act| folkmoot::value::Value::from_json(act).unwrap().encode()));
    let mut both = acts.clone();
    both.extend(said.map(|act| act.to_json().to_string().into_bytes()));
    both.extend(examples.values().map(|act| act.to_string().into_bytes()));
    let mut gate = acts;
    gate.extend(hostile());
    let frames = frames(&changes);
    let mut wire: Vec<Vec<u8>> = frames.iter().map(|frame| frame.encode().unwrap()).collect();
    wire.push(wire.concat());
    let pack =
        |frames: &[Frame]| Bundle::pack(frames.to_vec(), &Recipients::anyone(), NOW, BundleId([5; 16]), &pen_of("Ada")).unwrap().to_bytes();
    let mut bundles: Vec<Vec<u8>> = frames.iter().map(|frame| pack(std::slice::from_ref(frame))).collect();
    bundles.extend([pack(&frames), pack(&[])]);
    bundles.extend(wire.iter().take(3).cloned());
    BTreeMap::from([
        ("frame", wire),
        ("bundle", bundles),
        ("sealed", sealed(&frames)),
        ("code", codes()),
        ("change", changes),
        ("gate", gate),
        ("act", both),
    ])
}

/// Files that are sealed to the laptop that reads, to another, or to nobody; what they hold; and what age's own text can be made to say.
fn sealed(frames: &[Frame]) -> Vec<Vec<u8>> {
    let (ours, others) = (targets::our_key(), folkmoot_sync::sealing::generate().1);
    let pack = |recipients: &Recipients| Bundle::pack(frames[..2].to_vec(), recipients, NOW, BundleId([5; 16]), &pen_of("Ada")).unwrap();
    let to = |keys: &[&String]| Recipients::of(keys.iter().map(|key| (AssemblyId([1; 32]), key.as_str()))).unwrap();
    let plain = pack(&Recipients::anyone());
    let mut files = Vec::from(targets::sealed_bundles());
    files.extend([vec![&ours], vec![&others], vec![&ours, &others]].map(|keys| pack(&to(&keys)).to_bytes()));
    files.extend(
        [vec![&ours], vec![&others]].map(|keys| plain.sealed_whole(&keys.iter().map(|key| key.as_str()).collect::<Vec<_>>()).unwrap()),
    );
    files.extend([plain.to_bytes(), frames[0].encode().unwrap(), Vec::new()]);
    // An ephemeral key of small order, a stanza of another kind, a header without end and one without a body.
    let nothing = "A".repeat(43);
    let stanzas = [format!("-> X25519 {nothing}\n{nothing}\n"), format!("-> scrypt {nothing} 30\n{nothing}\n"), "-> grease\n\n".repeat(40)];
    let age = |stanza: &str| format!("FMP\0age-encryption.org/v1\n{stanza}--- {nothing}\n").into_bytes();
    files.extend(stanzas.iter().map(|stanza| age(stanza)));
    files.push(b"FMP\0age-encryption.org/v1\n-> X25519 ".to_vec());
    files.push(b"FMP\x01".to_vec());
    files
}

fn hostile() -> Vec<Vec<u8>> {
    let inputs =
        files(&root().join("tests/fixtures/hostile")).into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "bin"));
    let mut inputs: Vec<Vec<u8>> = inputs.map(|file| fs::read(file).unwrap()).filter(|input| input.len() < 2000).collect();
    inputs.sort_by_key(|input| (input.len(), input.clone()));
    inputs.into_iter().step_by(4).take(30).collect()
}

fn frames(changes: &[Vec<u8>]) -> Vec<Frame> {
    let (assembly, other) = (AssemblyId([1; 32]), AssemblyId([2; 32]));
    let (salt, card, bytes) = ([2; 32], b"Hevi".to_vec(), b"40 kg flour, with thanks".to_vec());
    let digest = |byte: u8| Digest([byte; Digest::BYTES]);
    let mut frames: Vec<Frame> = changes.iter().take(6).cloned().map(Frame::Change).collect();
    frames.push(Frame::Card { assembly, member: 2, salt, hash: CardHash::of(&salt, &card), card });
    frames.push(Frame::File { hash: FileHash::of(&bytes), assembly, ring: Ring::Commons, name: "receipt.txt".to_owned(), bytes });
    frames.push(Frame::Letter("folkmoot:answer:aaaa".to_owned()));
    let talk = [
        Talk::Summary { turn: 0, towns: 1, root: digest(5) },
        Talk::Summary { turn: 1, towns: 2, root: digest(6) },
        Talk::Buckets(vec![(6, digest(7)), (8, digest(9))]),
        Talk::Towns(vec![(assembly, digest(5)), (other, digest(6))]),
    ];
    frames.extend(talk.map(Frame::Talk));
    // The rest of a talk, as it was shipped.
    for golden in files(&root().join("crates/sync/tests/golden")).iter().filter(|file| file.to_str().unwrap().contains("/talk-")) {
        frames.extend(Frame::decode_all(&fs::read(golden).unwrap()).unwrap());
    }
    frames
}

/// Codes of every kind, as texts and as what their letters stand for.
fn codes() -> Vec<Vec<u8>> {
    let shipped = files(&root().join("tests/fixtures/codes")).into_iter().map(|file| fs::read_to_string(file).unwrap().trim().to_owned());
    let mut texts: Vec<String> = shipped.collect();
    texts.retain(|text| text.starts_with("folkmoot:"));
    let letters = texts.clone();
    let content = letters.iter().filter_map(|text| {
        let letters = text.rsplit(':').next()?.to_uppercase();
        let bytes = data_encoding::BASE32_NOPAD.decode(letters.as_bytes()).ok()?;
        Some(bytes[..bytes.len() - 4].to_vec())
    });
    let mut codes: Vec<Vec<u8>> = content.collect();
    texts.push("folkmoot:town:".to_owned());
    texts.push(" FOLKMOOT:CARD:AA AA ".to_owned());
    codes.extend(texts.into_iter().map(String::into_bytes));
    codes
}
