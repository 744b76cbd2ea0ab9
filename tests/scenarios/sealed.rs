//! What is sealed is read by those whom it is for, on each of their laptops, and by nobody else who carries it.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::town::Town;

/// Words that are in the clear on every laptop of the assembly, or sealed.
const PLAIN: &str = "canary in the open hall";
const SEALED: &str = "canary behind the mill";
const LATER: &str = "canary under the bridge";

/// Millbrook's laptops, which tell each other everything.
pub(crate) struct Millbrook {
    pub(crate) dir: tempfile::TempDir,
    pub(crate) laptops: Vec<Town>,
}

impl Millbrook {
    pub(crate) fn with(people: &[&str]) -> Millbrook {
        let dir = tempfile::tempdir().unwrap();
        let ada = Town::found(dir.path(), "Millbrook", "Ada");
        let mut town = Millbrook { dir, laptops: vec![ada] };
        for person in people {
            town.laptops[0].must(&["enrol", person]);
            town.admit(person);
        }
        town
    }

    /// One more laptop of somebody.
    fn admit(&mut self, person: &str) -> usize {
        let new = Town::at(&self.dir.path().join(format!("laptop-{}", self.laptops.len())));
        let code = text(&self.laptops[0].must(&["device", "invite", "--member", person]).json["code"]);
        let admitted = self.laptops[0].must(&["device", "admit", &text(&new.must(&["device", "join", &code]).json["code"])]);
        self.laptops.push(new);
        self.everybody_meets();
        for signer in 1..self.laptops.len() - 1 {
            self.signs(signer, &admitted.ids()[0]);
        }
        self.laptops.len() - 1
    }

    /// One of the others signs, where more than half of the roll has to.
    pub(crate) fn signs(&self, signer: usize, act: &str) {
        let waiting = self.laptops[signer].must(&["look", "to-sign"]).json["to_sign"].clone();
        if waiting.as_array().unwrap().iter().any(|one| one["signed_here"] == false) {
            self.laptops[signer].must(&["sign", act]);
            self.everybody_meets();
        }
    }

    pub(crate) fn everybody_meets(&self) {
        for _ in 0..2 {
            for from in &self.laptops {
                let stick = self.dir.path().join("stick");
                drop(fs::remove_file(&stick));
                if from.say(&["bundle", "write", stick.to_str().unwrap(), "--for", "Millbrook"]).code != 0 {
                    continue;
                }
                let bundle = fs::read(&stick).unwrap();
                for to in &self.laptops {
                    to.read(&bundle);
                }
            }
        }
    }

    pub(crate) fn seals(&self, by: usize, words: &[&str], text: &str) -> String {
        let file = self.dir.path().join("words");
        fs::write(&file, text).unwrap();
        let words: Vec<&str> = words.iter().map(|word| if *word == "FILE" { file.to_str().unwrap() } else { word }).collect();
        let id = self.laptops[by].must(&[&["sealed"], words.as_slice()].concat()).ids()[0].clone();
        fs::remove_file(file).unwrap();
        id
    }

    fn sees(&self, laptop: usize) -> Json {
        self.laptops[laptop].must(&["look", "sealed"]).json
    }

    pub(crate) fn words(&self, laptop: usize) -> Vec<String> {
        let shown = self.sees(laptop);
        let things = shown["things"].as_array().unwrap().iter();
        things.flat_map(|thing| thing["entries"].as_array().unwrap().iter().map(|entry| text(&entry["text"]))).collect()
    }
}

pub(crate) fn text(json: &Json) -> String {
    json.as_str().unwrap_or_else(|| panic!("{json}")).to_owned()
}

/// Whether words lie anywhere in a folder, as they are or in base64 of any beginning.
fn lies_in(dir: &Path, words: &str) -> bool {
    let base64 = |skip: usize| {
        let encoded = base64_of(&[vec![b' '; skip], words.as_bytes().to_vec()].concat());
        encoded.as_bytes()[4..encoded.len() - 4].to_vec()
    };
    let wanted: Vec<Vec<u8>> = [words.as_bytes().to_vec(), base64(0), base64(1), base64(2)].to_vec();
    let mut found = false;
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found |= lies_in(&entry.path(), words);
        } else {
            let bytes = fs::read(entry.path()).unwrap();
            found |= wanted.iter().any(|wanted| bytes.windows(wanted.len()).any(|part| part == wanted.as_slice()));
        }
    }
    found
}

fn base64_of(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().chain(&[0; 3]).take(3).fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte));
        (0..=three.len()).for_each(|at| out.push(char::from(LETTERS[((number >> (18 - 6 * at)) & 63) as usize])));
    }
    out
}

#[test]
fn a_mediation_is_read_by_its_people_and_lies_in_no_other_home_though_all_carry_it() {
    let mut town = Millbrook::with(&["Ben", "Cy"]);
    let (ada, ben, cy) = (0, 1, 2);
    town.laptops[ada].must(&["meeting", "call", "2027-03-03", "--place", "the hall"]);
    town.laptops[ada].must(&["meeting", "note", "2027-03-03", PLAIN]);
    let thing = town.seals(ada, &["write", "The fence", "FILE", "--with", "Ben"], SEALED);
    town.everybody_meets();
    town.seals(ben, &["add", &thing, "FILE"], LATER);
    town.everybody_meets();

    assert_eq!((town.words(ada), town.words(ben)), (vec![SEALED.to_owned(), LATER.to_owned()], vec![SEALED.to_owned(), LATER.to_owned()]));
    assert_eq!(town.sees(ben)["things"][0]["title"], "The fence");
    let others = town.sees(cy);
    assert_eq!((&others["things"], others["others"].as_array().unwrap().len()), (&json!([]), 2));
    assert_eq!(others["others"][0], json!({ "day": "2027-03-03", "size": "lines" }), "no more than that");
    town.laptops[cy].refuses(&["sealed", "again", &thing], 2, "not-in-the-book");
    assert_eq!(town.laptops[ada].hashes(), town.laptops[cy].hashes(), "all hold the same record, and every chain verifies");

    // The scan finds what is in the clear, and nothing that is sealed: not even where it can be read.
    for laptop in &town.laptops {
        assert!(lies_in(laptop.home(), PLAIN), "the scan would find it");
        for words in [SEALED, LATER, "The fence"] {
            assert!(!lies_in(laptop.home(), words), "{words} lies in {}", laptop.home().display());
        }
    }

    // Ben's second laptop comes later: it carries all and reads nothing, until Ada tells it again.
    let second = town.admit("Ben");
    assert_eq!(town.words(second), [""; 0]);
    assert_eq!(town.sees(ada)["things"][0]["outside"].as_array().unwrap().len(), 1);
    let waits = |town: &Millbrook, laptop: usize| town.laptops[laptop].must(&["look", "home"]).json["outside_sealed"].clone();
    assert_eq!((waits(&town, ada), waits(&town, cy)), (json!(1), json!(0)), "the first page of whoever can let it in says so");
    town.laptops[ada].must(&["sealed", "again", &thing]);
    town.everybody_meets();
    assert_eq!(waits(&town, ada), json!(0));
    assert_eq!(town.words(second), [SEALED, LATER]);
    let entries = town.sees(second)["things"][0]["entries"].clone();
    let who = |entry: usize, field: &str| entries[entry][field].clone();
    assert_eq!((who(0, "by"), who(1, "by"), who(1, "told_by")), (json!(1), json!(2), json!(1)), "Ben's words are Ben's, told again by Ada");
    assert_eq!((town.sees(ada)["things"][0]["outside"].clone(), town.words(cy)), (json!([]), vec![]));
    assert!(!lies_in(town.laptops[cy].home(), LATER));
}

/// Ada and Cy are two of three: they can admit a laptop in Ben's name without him.
#[test]
fn a_laptop_that_others_admitted_in_ben_s_name_reads_nothing_sealed_until_he_says_that_it_is_his() {
    let mut town = Millbrook::with(&["Ben", "Cy"]);
    let (ada, ben, cy, other) = (0, 1, 2, 3);
    let fence = town.seals(ada, &["write", "The fence", "FILE", "--with", "Ben"], SEALED);
    let laptop = Town::at(&town.dir.path().join("other"));
    let code = text(&town.laptops[ada].must(&["device", "invite", "--member", "Ben"]).json["code"]);
    let asks = laptop.must(&["device", "join", &code]).json;
    let admitted = town.laptops[ada].must(&["device", "admit", &text(&asks["code"])]).ids();
    town.laptops.push(laptop);
    town.everybody_meets();
    town.signs(cy, &admitted[0]);

    let well = town.seals(ben, &["write", "The well", "FILE", "--with", "Ada"], LATER);
    town.everybody_meets();
    town.laptops[ada].must(&["sealed", "again", &fence]);
    town.everybody_meets();
    assert_eq!((town.words(ben).len(), town.words(other)), (2, vec![]), "neither what comes later, nor what is told again");
    let outside = |town: &Millbrook| {
        let things = town.sees(ada)["things"].clone();
        let outside = things.as_array().unwrap().iter().flat_map(|thing| thing["outside"].as_array().unwrap().clone());
        outside.map(|one| one["by_others"].as_bool().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(outside(&town), [true, true]);

    // Ben says so to Ada's face, of this one thing; and what is added to it from then on goes to that laptop too.
    town.laptops[ada].refuses(&["sealed", "again", &fence, "--also", "zzzz"], 2, "not-in-the-book");
    town.laptops[ada].must(&["sealed", "again", &fence, "--also", &text(&asks["device"])[..8]]);
    town.seals(ada, &["add", &fence, "FILE"], "We meet on Sunday.");
    town.everybody_meets();
    assert_eq!((town.words(other), outside(&town)), (vec![SEALED.to_owned(), "We meet on Sunday.".to_owned()], vec![true]));

    // His own laptop signs the admission: from then on nobody is asked.
    town.laptops[ben].must(&["sign", &admitted[0]]);
    town.everybody_meets();
    assert_eq!(outside(&town), [false]);
    town.laptops[ada].must(&["sealed", "again", &well]);
    town.everybody_meets();
    assert_eq!((town.words(other).len(), outside(&town)), (3, vec![]));
}
