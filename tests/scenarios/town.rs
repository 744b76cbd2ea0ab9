//! A town with its home and its laptop: what its people type, and what the real `folkmoot` answers.
//!
//! **Invariant:** every answer is exactly one JSON value on standard output, whatever was asked.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use folkmoot_testkit::Home;
use serde_json::{Value as Json, json};

/// The program under test.
pub(crate) const FOLKMOOT: &str = env!("CARGO_BIN_EXE_folkmoot");
/// What every clock says unless a story says otherwise.
const TODAY: &str = "2027-03-03";

/// A digest as `verify` prints it: assembly, ring, changes, hash.
pub(crate) type Hash = (String, String, u64, String);

/// A town with one laptop.
#[derive(Clone)]
pub(crate) struct Town {
    home: Home,
}

/// What came of a command.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The exit code.
    pub(crate) code: i32,
    /// What a program reads.
    pub(crate) json: Json,
    /// The remarks that people read.
    pub(crate) remarks: String,
}

impl Answer {
    /// Reads what a command left behind.
    pub(crate) fn of(output: &Output) -> Answer {
        let remarks = String::from_utf8(output.stderr.clone()).unwrap();
        let json = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("not one JSON value ({error}): {:?} {remarks}", String::from_utf8_lossy(&output.stdout)));
        let code = output.status.code().unwrap_or_else(|| panic!("it was killed: {remarks}"));
        Answer { code, json, remarks }
    }

    /// The ids of the acts that were done.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.json["ids"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    }

    /// What a bundle was taken in as.
    pub(crate) fn received(&self) -> &Json {
        &self.json["received"]
    }

    /// The reasons for which changes were refused, in order.
    pub(crate) fn reasons(&self) -> Vec<&str> {
        self.received()["refused"].as_array().unwrap().iter().map(|refused| refused["reason"].as_str().unwrap()).collect()
    }
}

impl Town {
    /// A home where perhaps nothing is yet.
    pub(crate) fn at(dir: &Path) -> Town {
        Town { home: Home::new(Path::new(FOLKMOOT), dir) }.on(TODAY)
    }

    /// Founds a town in a directory named after it, and opens three accounts.
    pub(crate) fn found(dir: &Path, name: &str, person: &str) -> Town {
        let town = Town::at(&dir.join(name));
        town.must(&["found", "--name", name, "--person", person]);
        town.must(&["ledger", "open", "assets:store", "income:received", "expenses:given"]);
        town
    }

    /// The same home with another clock.
    pub(crate) fn on(&self, today: &str) -> Town {
        let mut home = self.home.clone();
        home.at(today);
        Town { home }
    }

    /// The directory of the home.
    pub(crate) fn home(&self) -> &Path {
        self.home.dir()
    }

    /// The command, ready to run, with all its ends in our hands.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = self.home.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Says something, with words on standard input.
    pub(crate) fn say_with(&self, words: &[&str], input: &[u8]) -> Answer {
        let mut child = self.command(words).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Answer::of(&child.wait_with_output().unwrap())
    }

    /// Says something.
    pub(crate) fn say(&self, words: &[&str]) -> Answer {
        self.say_with(words, b"")
    }

    /// Says something that must be done.
    pub(crate) fn must(&self, words: &[&str]) -> Answer {
        let answer = self.say(words);
        assert_eq!(answer.code, 0, "{words:?}: {answer:?}");
        answer
    }

    /// Says something that must not be done: with this exit code and this typed code, and a word on what to do instead.
    pub(crate) fn refuses(&self, words: &[&str], exit: i32, code: &str) -> Answer {
        refused(self.say(words), exit, code)
    }

    /// The lines that people read of what is said to them without --json.
    pub(crate) fn told(&self, words: &[&str]) -> Vec<String> {
        let command = self.command(words);
        let words: Vec<_> = command.get_args().filter(|word| *word != "--json").map(ToOwned::to_owned).collect();
        let output = Command::new(command.get_program()).args(words).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// Does acts written as JSON.
    pub(crate) fn act(&self, acts: &Json) -> Answer {
        self.say_with(&["act", "-"], acts.to_string().as_bytes())
    }

    /// An act that takes flour in.
    pub(crate) fn flour(quantity: &str, text: &str) -> Json {
        let line = |account: &str, quantity: String| json!({ "account": account, "quantity": quantity, "commodity": "kg flour" });
        let lines = [line("assets:store", quantity.to_owned()), line("income:received", format!("-{quantity}"))];
        json!({ "do": "ledger.post", "day": TODAY, "text": text, "postings": lines })
    }

    /// The digests of everything here, in order, after every signature and chain was checked again.
    pub(crate) fn hashes(&self) -> Vec<Hash> {
        let verified = self.must(&["verify"]).json;
        let text = |ring: &Json, field: &str| ring[field].as_str().unwrap().to_owned();
        let rings = verified["hashes"].as_array().unwrap().iter();
        let hash = |ring| (text(ring, "assembly"), text(ring, "ring"), ring["changes"].as_u64().unwrap(), text(ring, "hash"));
        rings.map(hash).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The digests of the commons, which are the same wherever the same changes are.
    pub(crate) fn commons(&self) -> Vec<Hash> {
        self.hashes().into_iter().filter(|(_, ring, ..)| ring == "commons").collect()
    }

    /// Packs a bundle for anybody.
    pub(crate) fn pack(&self, file: &Path) -> Vec<u8> {
        self.must(&["bundle", "write", file.to_str().unwrap()]);
        std::fs::read(file).unwrap()
    }

    /// Puts bytes on a stick and reads them as a bundle.
    pub(crate) fn read(&self, bytes: &[u8]) -> Answer {
        let mut stick = tempfile::NamedTempFile::new().unwrap();
        stick.write_all(bytes).unwrap();
        self.say(&["bundle", "read", stick.path().to_str().unwrap()])
    }
}

/// Requires that an answer is a typed trouble.
pub(crate) fn refused(answer: Answer, exit: i32, code: &str) -> Answer {
    let trouble = &answer.json["trouble"];
    assert_eq!((answer.code, trouble["code"].as_str()), (exit, Some(code)), "{answer:?}");
    assert_eq!(answer.json["ok"], json!(false));
    assert!(!trouble["says"].as_str().unwrap().is_empty() && !trouble["instead"].as_str().unwrap().is_empty(), "{answer:?}");
    answer
}
