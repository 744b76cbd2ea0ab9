//! The first brick as a story: two towns keep their books and exchange them, by file, over a wire or both; a third home reads both.
//!
//! It is told through the real binary, so it is the test of the whole house and the demo that a newcomer can run.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::home::Home;

/// How laptops exchange what they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Road {
    /// By bundles in files.
    File,
    /// Over loopback.
    Wire,
    /// Now one, now the other.
    Both,
}

/// Meets a town's laptop that serves at an address.
fn sync(laptop: &Home, town: &str, address: &str) -> (i32, serde_json::Value) {
    laptop.say(&["sync", town, "--at", address, "--bind", "127.0.0.1", "--no-lan"])
}

/// The laptops of one town; the first is the founder's.
struct Town {
    name: &'static str,
    laptops: Vec<Home>,
    stick: PathBuf,
    trips: u32,
    road: Road,
}

impl Town {
    fn found(binary: &Path, root: &Path, name: &'static str, founder: &str, road: Road) -> Town {
        let dir = root.join(name.replace(' ', "-"));
        let laptop = Home::new(binary, &dir.join("1"));
        laptop.must(&["found", "--name", name, "--person", founder, "--place", "the old school"]);
        let stick = dir.join("stick");
        fs::create_dir_all(&stick).unwrap();
        Town { name, laptops: vec![laptop], stick, trips: 0, road }
    }

    fn first(&self) -> &Home {
        &self.laptops[0]
    }

    fn at(&mut self, now: &str) {
        self.laptops.iter_mut().for_each(|laptop| laptop.at(now));
    }

    /// A new laptop of a member joins by codes in files.
    fn another_laptop(&mut self, member: &str) {
        let dir = self.stick.parent().unwrap().join((self.laptops.len() + 1).to_string());
        let new = Home::new(&self.laptops[0].command(&[]).get_program().into_path(), &dir);
        let code = |answer: serde_json::Value| answer["code"].as_str().unwrap().to_owned();
        let invite = code(self.first().must(&["device", "invite", "--member", member]));
        let ask = code(new.must(&["device", "join", &invite]));
        let admission = self.first().id(&["device", "admit", &ask]);
        self.laptops.push(new);
        self.carry();
        for signer in 1..self.laptops.len() - 1 {
            let waits = self.laptops[signer].must(&["look", "to-sign"]);
            if waits["to_sign"].as_array().unwrap().iter().any(|act| act["id"] == admission.as_str()) {
                self.laptops[signer].must(&["sign", &admission]);
                self.carry();
            }
        }
    }

    /// The town's own laptops exchange what they hold.
    fn carry(&mut self) {
        self.trips += 1;
        if self.road == Road::Wire || (self.road == Road::Both && self.trips.is_multiple_of(2)) {
            self.meet()
        } else {
            self.pass_the_stick()
        }
    }

    /// Every laptop meets the first one, twice, so that all hear of all.
    fn meet(&self) {
        let serving = self.first().serve();
        for laptop in self.laptops[1..].iter().chain(&self.laptops[1..]) {
            let (code, answer) = sync(laptop, self.name, serving.address());
            assert_eq!(code, 0, "{}: {answer}", laptop.dir().display());
        }
    }

    /// The stick goes round once among the town's own laptops, and back to the first.
    fn pass_the_stick(&mut self) {
        for at in (0..self.laptops.len()).chain(0..self.laptops.len()) {
            self.trips += 1;
            let file = self.stick.join(format!("{}.folkmoot", self.trips));
            let file = file.to_str().unwrap();
            let own = |laptop: &Home| laptop.say(&["bundle", "write", file, "--for", self.name]).0 == 0;
            if own(&self.laptops[at]) {
                for other in self.laptops.iter().filter(|other| other.dir() != self.laptops[at].dir()) {
                    let (code, answer) = other.say(&["bundle", "read", file]);
                    let not_admitted_yet = answer["received"]["sealed_parts"].as_u64() > Some(0);
                    assert!(code == 0 || not_admitted_yet, "{answer}");
                }
            }
        }
    }

    /// The second laptop signs everything that waits.
    fn countersign(&mut self) {
        self.carry();
        let waiting = self.laptops[1].must(&["look", "to-sign"]);
        let ids: Vec<&str> = waiting["to_sign"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|act| act["signed_here"] == false)
            .map(|act| act["id"].as_str().unwrap())
            .collect();
        assert!(!ids.is_empty(), "nothing waits in {}", self.name);
        self.laptops[1].must(&[["sign"].as_slice(), &ids].concat());
        self.carry();
    }

    fn open_meeting(&mut self, day: &str, present: &str) {
        self.at(&format!("{day}T19:30:00"));
        self.first().must(&["meeting", "call", day, "--place", "the old school", "--item", "Bread", "--item", "The roof"]);
        self.first().must(&["meeting", "open", day, "--present", present]);
        self.first().must(&["meeting", "attend", day, "1", "2", "--witness", "2"]);
    }

    /// Moves and settles a motion, and gives back the decision's number.
    fn decide(&mut self, day: &str, title: &str, minute: u32) -> String {
        self.at(&format!("{day}T20:{minute:02}:00"));
        self.first().must(&["meeting", "move", day, title]);
        self.at(&format!("{day}T20:{minute:02}:30"));
        self.first().must(&["meeting", "decide", day, "--for", "30", "--against", "2"]);
        let decisions = self.first().must(&["look", "decisions", "--as-of", day]);
        decisions["decisions"].as_array().unwrap().last().unwrap()["number"].to_string()
    }

    fn close_meeting(&mut self, day: &str) {
        self.at(&format!("{day}T22:00:00"));
        self.first().must(&["meeting", "close", day]);
        self.countersign();
        assert_eq!(self.first().must(&["look", "meeting", day])["standing"], "closed");
    }
}

trait IntoPath {
    fn into_path(self) -> PathBuf;
}

impl IntoPath for &std::ffi::OsStr {
    fn into_path(self) -> PathBuf {
        PathBuf::from(self)
    }
}

const CHARTER: &str = "# Charter of Interdependence

## No central authority
No town commands another.

## Subsidiarity
What one assembly can decide, it decides.

## Recallability
Whoever speaks for us can be called back at any meeting.

## Consent
Nothing binds us that we have not consented to.

## Open commons
What we learn and write is open to every town.

## Right of exit
We may leave by one decision, and nobody may punish it.
";

/// Tells the story with the binary at `binary` in the new directory `root`, a line at a time to `tell`.
///
/// # Panics
/// When anything in the story does not hold.
pub fn first_brick(binary: &Path, root: &Path, road: Road, tell: &mut dyn FnMut(&str)) {
    tell("Millbrook founds an assembly and enters its 60 members by name.");
    let mut millbrook = Town::found(binary, root, "Millbrook", "Ada Lind", road);
    let names: Vec<String> = (2..=60).map(|number| format!("Millbrook neighbour {number}")).collect();
    let mut words = vec!["enrol"];
    words.extend(names.iter().map(String::as_str));
    millbrook.first().must(&words);

    tell("Cedar Falls founds one too, and enters its 400 members from a spreadsheet.");
    let mut cedar = Town::found(binary, root, "Cedar Falls", "Fay Okoro", road);
    let mut roster = "Household;Telephone;Full name\n".to_owned();
    for number in 2..=400 {
        writeln!(roster, "house {};555-{number:04};Cedar neighbour {number}", number / 4).unwrap();
    }
    let table = root.join("roster.csv");
    fs::write(&table, roster).unwrap();
    let table = table.to_str().unwrap();
    assert_eq!(cedar.first().must(&["import", "roster", table])["roster"]["new"].as_array().unwrap().len(), 399);
    assert_eq!(cedar.first().must(&["import", "roster", table])["roster"]["new"].as_array().unwrap().len(), 0, "twice adds nothing");
    assert_eq!(cedar.first().must(&["look", "roll"])["members"], 400);

    tell("Each brings more laptops onto its roll, by codes in files.");
    millbrook.another_laptop("2");
    millbrook.another_laptop("3");
    cedar.another_laptop("2");
    assert_eq!(millbrook.first().must(&["look", "roll"])["holders"].as_array().unwrap().len(), 3);

    tell("First meetings: both adopt the charter, ask somebody to keep the ledger, and send a delegate.");
    let charter = root.join("charter.md");
    fs::write(&charter, CHARTER).unwrap();
    let mut delegates = Vec::new();
    for town in [&mut millbrook, &mut cedar] {
        town.open_meeting("2027-01-13", "42");
        let adopted = town.decide("2027-01-13", "Adopt the charter", 0);
        town.first().must(&["charter", "adopt", charter.to_str().unwrap(), "--decision", &adopted]);
        let treasurer = town.decide("2027-01-13", "Member 2 keeps the ledger this year", 5);
        town.first().must(&["mandate", "grant", "2", "treasurer", "--until", "2027-12-31", "--decision", &treasurer]);
        let delegate = town.decide("2027-01-13", "Member 1 speaks for us at the Spring Circle", 10);
        let item = "Flour: give 40 kg, and no more";
        let grant = [
            "mandate",
            "grant",
            "1",
            "delegate",
            "--body",
            "Spring Circle",
            "--item",
            item,
            "--until",
            "2027-06-30",
            "--decision",
            &delegate,
        ];
        delegates.push(town.first().id(&grant));
        town.close_meeting("2027-01-13");
    }

    tell("The treasurers post flour, hours and money on their own laptops, and take one posting back.");
    for town in [&mut millbrook, &mut cedar] {
        town.at("2027-01-20T09:00:00");
        let books = &town.laptops[1];
        books.must(&["ledger", "open", "assets:store", "assets:cash", "assets:hours", "income:received", "expenses:given"]);
        books.must(&["ledger", "in", "120", "kg flour", "--from", "the spring harvest"]);
        books.must(&["ledger", "in", "350.50", "EUR", "--from", "the fair", "--account", "assets:cash"]);
        books.must(&["ledger", "in", "16", "h", "--from", "the young people", "--account", "assets:hours"]);
        let twice = books.id(&["ledger", "in", "350.50", "EUR", "--from", "the fair", "--account", "assets:cash"]);
        books.must(&["ledger", "reverse", &twice, "--reason", "posted twice"]);
        let (code, refused) = town.first().say(&["ledger", "in", "1", "EUR", "--from", "a stranger"]);
        assert_eq!((code, refused["trouble"]["rule"].as_str()), (3, Some("R7")), "only the treasurer posts: {refused}");
        town.carry();
    }

    tell("Second meetings: Millbrook gives flour to Cedar Falls, and recalls its delegate while at it.");
    millbrook.open_meeting("2027-02-10", "40");
    let gift = millbrook.decide("2027-02-10", "Give 40 kg of flour to Cedar Falls", 0);
    let recall = millbrook.decide("2027-02-10", "Call our delegate back", 5);
    millbrook.first().must(&["mandate", "recall", &delegates[0], "--decision", &recall, "--reason", "promised more than we said"]);
    millbrook.close_meeting("2027-02-10");
    millbrook.at("2027-02-15T09:00:00");
    millbrook.laptops[1].must(&["ledger", "out", "40", "kg flour", "--to", "Cedar Falls", "--decision", &gift, "--day", "2027-02-12"]);
    cedar.open_meeting("2027-02-10", "230");
    cedar.close_meeting("2027-02-10");
    cedar.at("2027-02-15T09:00:00");
    cedar.laptops[1].must(&["ledger", "in", "40", "kg flour", "--from", "Millbrook", "--day", "2027-02-14"]);

    tell("The quarter ends: the store and the cash box are counted, and the accounts are closed by two.");
    for (town, flour) in [(&mut millbrook, "80"), (&mut cedar, "160")] {
        town.carry();
        town.at("2027-04-01T10:00:00");
        let wrong = ["ledger", "close", "2027-03-31", "--account", "assets:store", "--counted", "assets:store 79 kg flour"];
        assert_eq!(town.laptops[1].say(&wrong).1["trouble"]["code"], "count-differs");
        let store = format!("assets:store {flour} kg flour");
        let close = [
            "ledger",
            "close",
            "2027-03-31",
            "--account",
            "assets:store",
            "--account",
            "assets:cash",
            "--counted",
            &store,
            "--counted",
            "assets:cash 350.50 EUR",
        ];
        town.laptops[1].must(&close);
        town.carry();
        town.first().must(&["sign", town.laptops[1].must(&["look", "to-sign"])["to_sign"][0]["id"].as_str().unwrap()]);
        town.carry();
        let late = town.laptops[1].say(&["ledger", "in", "1", "kg flour", "--from", "nowhere", "--day", "2027-03-30"]);
        assert_eq!(late.1["trouble"]["rule"], "I6", "the quarter is closed");
    }

    tell("Third meetings: the minutes are adopted and sealed, and Millbrook amends its charter.");
    for town in [&mut millbrook, &mut cedar] {
        town.open_meeting("2027-04-07", "38");
        let minutes = town.decide("2027-04-07", "Adopt the minutes of January", 0);
        town.first().must(&["meeting", "adopt", "2027-01-13", "--decision", &minutes]);
        town.first().must(&["meeting", "seal", "2027-01-13"]);
        if town.name == "Millbrook" {
            let amended = town.decide("2027-04-07", "The well is shared", 5);
            let text = root.join("amendment.md");
            fs::write(&text, "## Water\nThe well is shared by all who are thirsty.\n").unwrap();
            town.first().must(&["charter", "amend", text.to_str().unwrap(), "--decision", &amended]);
        }
        town.close_meeting("2027-04-07");
        assert_eq!(town.first().must(&["look", "meeting", "2027-01-13"])["standing"], "sealed");
    }
    let diff = millbrook.first().must(&["look", "charter-diff", "1", "2"]);
    assert_eq!((diff["clauses"][0]["what"].as_str(), diff["clauses"][0]["clause"].as_str()), (Some("added"), Some("water")));

    let towns_know_each_other = |one: &Town, other: &Town| {
        let code = other.first().must(&["town", "invite"])["code"].as_str().unwrap().to_owned();
        assert_eq!(one.first().must(&["town", "join", &code])["words"], other.first().must(&["look", "roll"])["words"]);
    };
    towns_know_each_other(&millbrook, &cedar);
    towns_know_each_other(&cedar, &millbrook);
    let bag = |name: &str| root.join(name).to_str().unwrap().to_owned();
    if road == Road::Wire {
        tell("The towns meet over a wire.");
        let serving = cedar.first().serve();
        let (code, met) = sync(millbrook.first(), cedar.name, serving.address());
        assert_eq!(code, 0, "{met}");
        drop(serving);
        millbrook.carry();
    } else {
        tell("A courier carries sticks between the towns, in any order and some of them twice.");
        millbrook.first().must(&["bundle", "write", &bag("open-letter")]);
        cedar.first().must(&["bundle", "read", &bag("open-letter")]);
        cedar.first().must(&["bundle", "write", &bag("sealed"), "--for", "Millbrook"]);
        for laptop in [&millbrook.laptops[2], &millbrook.laptops[0], &millbrook.laptops[1], &millbrook.laptops[0]] {
            laptop.must(&["bundle", "read", &bag("sealed")]);
        }
    }
    cedar.carry();

    tell("A third home, Ashgrove's reading room, belongs to no town and reads both.");
    let ashgrove = Home::new(binary, &root.join("Ashgrove"));
    cedar.laptops[1].must(&["bundle", "write", &bag("for-anyone")]);
    if road != Road::Wire {
        let (_, closed) = ashgrove.say(&["bundle", "read", &bag("sealed")]);
        assert!(closed["received"]["sealed_parts"].as_u64().unwrap() > 0, "it is not for Ashgrove: {closed}");
    }
    ashgrove.must(&["bundle", "read", &bag("for-anyone")]);

    tell("Every laptop of every town now holds the same commons, and the reading room does too:");
    let expected = ashgrove.commons();
    assert_eq!(expected.len(), 2);
    for laptop in millbrook.laptops.iter().chain(&cedar.laptops) {
        assert_eq!(laptop.commons(), expected, "{}", laptop.dir().display());
    }
    for (name, changes, hash) in &expected {
        tell(&format!("  {name}: {changes} signed changes, {hash}"));
    }
    let received = ashgrove.must(&["--assembly", "Millbrook", "look", "mandates", "--as-of", "2027-04-08"]);
    let delegate = received["mandates"].as_array().unwrap().iter().find(|mandate| mandate["duty"] == "delegate").unwrap();
    assert_eq!((delegate["term"].as_str(), &delegate["name"]), (Some("recalled"), &serde_json::Value::Null), "a number, and no name");
    let store = ashgrove.must(&["--assembly", "Cedar Falls", "look", "balances", "--as-of", "2027-03-31"]);
    assert_eq!(store["balances"]["assets:store"]["kg flour"], "160");
    tell("In Ashgrove they read that Millbrook's delegate, member 1, was recalled, and that Cedar Falls has 160 kg of flour.");
}
