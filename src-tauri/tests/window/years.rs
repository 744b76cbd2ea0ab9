//! Twenty years of three towns, for measuring: what a book holds when a town has kept it for a generation.

use std::error::Error;
use std::fs;
use std::path::Path;

use folkmoot_desk::{CardText, Desk};
use serde_json::{Value, json};

use crate::town::{SECONDS, Town};

const YEARS: i64 = 20;
const MEMBERS: usize = 10_000;
const DAY: i64 = 86_400;
/// How many acts are recorded at once.
const BATCH: usize = 400;
/// Meetings in a year, each with four motions.
const MEETINGS: i64 = 50;
/// Entries in the ledger of a year.
const ENTRIES: i64 = 1_800;

/// A town that writes its past, day after day.
struct Chronicle {
    town: Town,
    now: i64,
    decisions: u32,
    minutes: u32,
    waiting: Vec<Value>,
}

impl Chronicle {
    fn begin(home: &Path, name: &str) -> Result<Chronicle, Box<dyn Error>> {
        let now = SECONDS - YEARS * 365 * DAY;
        let mut desk = Desk::open(home)?;
        let assembly = desk.found(name, Some("the mill"), &CardText::named("Ada Brandt"), now)?;
        Ok(Chronicle { town: Town { desk, assembly, pages: Vec::new() }, now, decisions: 0, minutes: 0, waiting: Vec::new() })
    }

    fn day(&self) -> String {
        folkmoot::plain::Day::of_claim(self.now).to_string()
    }

    fn record(&mut self) -> Result<Vec<folkmoot::id::ActId>, Box<dyn Error>> {
        let acts = std::mem::take(&mut self.waiting);
        Ok(self.town.desk.act(self.town.assembly, &acts, self.now)?)
    }

    fn note(&mut self, act: Value) -> Result<(), Box<dyn Error>> {
        self.waiting.push(act);
        if self.waiting.len() >= BATCH { self.record().map(drop) } else { Ok(()) }
    }

    /// A meeting with four decisions and three things to do; gives the first decision.
    fn meet(&mut self) -> Result<folkmoot::id::ActId, Box<dyn Error>> {
        self.record_what_waits()?;
        let meeting = self.day();
        self.waiting = vec![
            json!({ "do": "meeting.call", "meeting": meeting, "place": "the mill", "time": "19:30", "agenda": [{ "title": "What is brought", "minutes": 60 }] }),
            json!({ "do": "meeting.open", "meeting": meeting, "present": 42 }),
        ];
        for motion in 0..4 {
            self.decisions += 1;
            let at = format!("#{}", self.waiting.len());
            let title = format!("{} for the year {meeting}", ["Slates", "The bread oven", "The well", "The road to Ashgrove"][motion]);
            self.waiting.push(json!({ "do": "meeting.move", "meeting": meeting, "title": title, "matter": "policy",
                "text": format!("{title}, as it was read aloud, with two sentences of reasons that somebody wrote down.") }));
            self.waiting
                .push(json!({ "do": "meeting.decide", "meeting": meeting, "motion": at, "number": self.decisions, "outcome": "adopted",
                "answer": { "by": "count", "for": 38, "against": 2, "abstain": 2 } }));
        }
        for what in ["Ask for slates", "Measure the well", "Write to Ashgrove"] {
            self.waiting.push(json!({ "do": "meeting.action", "meeting": meeting, "what": what, "due": meeting, "who": 1 }));
        }
        self.minutes += 1;
        self.waiting.push(json!({ "do": "meeting.close", "meeting": meeting, "number": self.minutes }));
        Ok(self.record()?[3])
    }

    fn record_what_waits(&mut self) -> Result<(), Box<dyn Error>> {
        if self.waiting.is_empty() { Ok(()) } else { self.record().map(drop) }
    }

    /// The first evening: a charter, accounts, and who is a member.
    fn settle(&mut self, members: usize) -> Result<(), Box<dyn Error>> {
        let people: Vec<CardText> = (1..members).map(|at| CardText::named(&format!("{} {at}", NAMES[at % NAMES.len()]))).collect();
        self.town.desk.enrol(self.town.assembly, &people, None, self.now)?;
        let decision = self.meet()?;
        let clauses: Vec<Value> = (1..=40)
            .map(|at| json!({ "id": format!("clause-{at}"), "heading": format!("Clause {at}"), "text": "What the assembly can decide here is decided here, and nobody stands above it. ".repeat(4) }))
            .collect();
        self.note(json!({ "do": "charter.adopt", "decision": decision, "title": "Charter", "clauses": clauses }))?;
        for account in
            ["assets:store", "assets:cash", "expenses:given", "expenses:wood", "expenses:seed", "income:received", "income:market"]
        {
            self.note(json!({ "do": "ledger.open", "account": account }))?;
        }
        self.record_what_waits()
    }

    fn post(&mut self, at: i64) -> Result<(), Box<dyn Error>> {
        let (text, from, to, commodity) = match at % 4 {
            0 => ("Flour from the mill", "income:received", "assets:store", "kg flour"),
            1 => ("Flour to Cedar Falls", "assets:store", "expenses:given", "kg flour"),
            2 => ("The market in the square", "income:market", "assets:cash", "EUR"),
            _ => ("Beech for the oven", "assets:cash", "expenses:wood", "EUR"),
        };
        let quantity = format!("{}.50", 10 + at % 90);
        let day = self.day();
        self.note(json!({ "do": "ledger.post", "day": day, "text": text, "postings": [
            { "account": to, "quantity": quantity, "commodity": commodity }, { "account": from, "quantity": format!("-{quantity}"), "commodity": commodity }] }))
    }

    fn live(&mut self) -> Result<(), Box<dyn Error>> {
        let end = SECONDS - DAY;
        let (mut entry, mut met) = (0, 0);
        let begun = self.now;
        while self.now < end {
            self.now += DAY;
            let passed = (self.now - begun) / DAY;
            while entry < passed * ENTRIES / 365 {
                entry += 1;
                self.post(entry)?;
            }
            if met < passed * MEETINGS / 365 {
                met += 1;
                let decision = self.meet()?;
                let (day, until) = (self.day(), folkmoot::plain::Day::of_claim(self.now + 29 * DAY).to_string());
                let member = 1 + met % 60;
                self.note(json!({ "do": "mandate.grant", "decision": decision, "member": member, "duty": "facilitator", "from": day, "until": until }))?;
                if met % 20 == 0 {
                    let id = format!("clause-{}", 1 + met % 40);
                    self.note(json!({ "do": "charter.amend", "decision": decision, "set": [{ "id": id, "heading": "As it is now", "text": format!("Changed in {day}, for the {met}th time.") }] }))?;
                }
            }
        }
        self.record_what_waits()
    }
}

const NAMES: &[&str] =
    &["Rosa Weber", "Ibrahim Haddad", "ژیان ئەحمەد", "Lucía Fernández", "Jonas von Hohenberg", "Nadia Kareem", "Tomás Ibarra"];

/// Writes the home of a town that kept its book for twenty years, with what two neighbours kept, unless it is there already.
pub(crate) fn twenty(home: &Path) -> Result<(), Box<dyn Error>> {
    let whole = home.join("whole");
    if whole.exists() {
        return Ok(());
    }
    let _ = fs::remove_dir_all(home);
    let own = home.join("home");
    let mut town = Chronicle::begin(&own, "Millbrook")?;
    town.settle(MEMBERS)?;
    town.live()?;
    for name in ["Cedar Falls", "Ashgrove"] {
        let mut other = Chronicle::begin(&home.join(name), name)?;
        other.settle(400)?;
        other.live()?;
        let (bundle, _) = other.town.desk.speak(&[], SECONDS - DAY)?;
        let received = town.town.desk.receive(&bundle.to_bytes(), "bundle", SECONDS - DAY)?;
        if !received.is_whole() {
            return Err(format!("the book of {name} did not come whole: {received:?}").into());
        }
        drop(other);
        fs::remove_dir_all(home.join(name))?;
    }
    fs::write(whole, [])?;
    Ok(())
}
