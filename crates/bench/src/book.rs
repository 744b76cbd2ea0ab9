//! What judging costs: a whole book read from its archive, and one more act of each kind on top of it.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use folkmoot::act::Act;
use folkmoot::change::VerifiedChange;
use folkmoot::fold::{Fold, Status};
use folkmoot::id::{ActId, DeviceId};
use folkmoot::plain::Day;
use folkmoot_archive::Archive;
use folkmoot_testkit::{Laptop, keys_of, pen_of};
use serde_json::{Value as Json, json};

use crate::Outcome;

/// How many acts the book holds.
const ACTS: usize = 300_000;
/// The holders; four make a majority.
const PEOPLE: [&str; 7] = ["Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus"];
/// After so many acts there is something of the core: a meeting that is closed, an admission and a removal, each with its signatures.
const CORE_IN: usize = 1_200;
/// How many of each kind are added on top.
const MORE: usize = 200;
/// How many changes are stored in one commit.
const BATCH: usize = 10_000;
/// How far behind somebody is who comes back, in acts.
const AWAY: usize = 3_000;

/// Everybody who writes in one book, each with all that was written before; nobody's copy is kept apart.
struct Town {
    fold: Fold,
    changes: Vec<VerifiedChange>,
    clock: i64,
    guests: usize,
}

impl Town {
    fn found() -> Town {
        let [ada, ..] = Laptop::town("Millbrook", PEOPLE);
        let mut town = Town { fold: ada.fold().clone(), changes: ada.changes().to_vec(), clock: 1_800_000_000, guests: 0 };
        for account in ["assets:store", "income:received from the commons"] {
            town.writes("Ada", &json!({ "do": "ledger.open", "account": account }));
        }
        // Each of them keeps the ledger by mandate, so every entry is judged by who was asked to.
        let decision = town.meets(&mut Times::default());
        for member in 1..=PEOPLE.len() {
            let grant = json!({ "do": "mandate.grant", "decision": decision, "member": member, "duty": "treasurer", "from": "2027-01-01", "until": "2039-12-31" });
            let (grant, _) = town.writes("Ada", &grant);
            town.collects(grant, &mut Times::default());
        }
        town
    }

    /// A meeting of a day of its own decides something, and is closed.
    fn meets(&mut self, times: &mut Times) -> ActId {
        let minutes = &self.fold.book().commons.minutes;
        let (number, next) = (minutes.held() + 1, minutes.next_decision());
        let day = Day::of_claim(1_803_000_000 + i64::from(number) * 86_400);
        self.writes("Ada", &json!({ "do": "meeting.call", "meeting": day, "place": "the mill" }));
        self.writes("Ada", &json!({ "do": "meeting.open", "meeting": day, "present": 7 }));
        let (motion, _) = self.writes("Ada", &json!({ "do": "meeting.move", "meeting": day, "title": "Flour", "text": "Flour" }));
        let answer = json!({ "by": "consent", "objections": 0 });
        let decided = json!({ "do": "meeting.decide", "meeting": day, "motion": motion, "number": next, "answer": answer, "outcome": "adopted" });
        let (decision, _) = self.writes("Ada", &decided);
        let (close, _) = self.writes("Ada", &json!({ "do": "meeting.close", "meeting": day, "number": number }));
        self.collects(close, times);
        decision
    }

    /// What somebody would sign next who holds a fold.
    fn signed(&mut self, fold: &Fold, person: &str, act: &Json) -> VerifiedChange {
        self.clock += 60;
        let act = Act::from_json(act).expect("an act");
        let (ring, document) = (act.ring(), act.document().expect("a document"));
        let pen = pen_of(person);
        let device = DeviceId(pen.verifying_key().to_bytes());
        let bytes = act.to_value().expect("a value").encode();
        fold.next(device, 0, ring, document, bytes, self.clock).sign(&pen).verify().expect("a signed change")
    }

    fn adds(&mut self, change: VerifiedChange) -> (ActId, Duration) {
        let id = change.act_id();
        self.changes.push(change.clone());
        let begun = Instant::now();
        self.fold.add(change);
        // Where something falls, all is judged once somebody asks.
        let is_here = self.fold.act(&id).is_some();
        let took = begun.elapsed();
        assert!(is_here, "an act that was taken in is judged");
        (id, took)
    }

    fn writes(&mut self, person: &str, act: &Json) -> (ActId, Duration) {
        let assembly = self.fold.assembly();
        let fold = std::mem::replace(&mut self.fold, Fold::new(assembly));
        let change = self.signed(&fold, person, act);
        self.fold = fold;
        self.adds(change)
    }

    fn day(&self) -> String {
        folkmoot::plain::Day::of_claim(self.clock).to_string()
    }

    fn posting(&self) -> Json {
        Laptop::came_in("12.5", "kg flour", &self.day())
    }

    /// Holds a meeting, enters somebody, has their laptop admitted by four and removed again; gives the times of every act.
    fn core(&mut self, times: &mut Times) {
        let mut of_the_meeting = Times::default();
        self.meets(&mut of_the_meeting);
        times.closed.extend(of_the_meeting.last_signature);
        self.guests += 1;
        let guest = format!("guest {}", self.guests);
        let number = self.fold.book().commons.roll.next_number();
        let device = DeviceId(pen_of(&guest).verifying_key().to_bytes());
        let card = folkmoot::id::CardHash::of(&[2; 32], guest.as_bytes());
        self.writes("Ada", &json!({ "do": "roll.enrol", "members": [{ "number": number, "card": card }] }));
        let (admission, took) = self.writes("Ada", &json!({ "do": "roll.admit", "member": number, "device": device, "keys": keys_of(&guest) }));
        times.filed.push(took);
        self.collects(admission, times);
        // The roll stays small, so that four of the seven and their guests can still speak for it.
        let (removal, _) = self.writes("Bo", &json!({ "do": "roll.remove", "device": device, "reason": "it was a visit" }));
        self.collects(removal, times);
    }

    /// Signed by one after the other until it counts.
    fn collects(&mut self, act: ActId, times: &mut Times) {
        for person in PEOPLE.iter().rev() {
            if matches!(self.fold.act(&act).map(|judged| judged.status.clone()), Some(Status::Counts)) {
                return;
            }
            let (_, took) = self.writes(person, &json!({ "do": "roll.sign", "act": act }));
            let counts = matches!(self.fold.act(&act).map(|judged| judged.status.clone()), Some(Status::Counts));
            if counts { times.last_signature.push(took) } else { times.signature.push(took) }
        }
    }
}

/// How long each act of a kind took.
#[derive(Default)]
struct Times {
    posting: Vec<Duration>,
    filed: Vec<Duration>,
    signature: Vec<Duration>,
    last_signature: Vec<Duration>,
    closed: Vec<Duration>,
    strikes: Vec<Duration>,
    away: Vec<Duration>,
}

/// Writes the book, reads it back from an archive, and adds to it.
pub(crate) fn run() -> Outcome<String> {
    let mut town = Town::found();
    let mut unmeasured = Times::default();
    eprintln!("a book of {ACTS} acts: writing it");
    let mut behind = None;
    while town.changes.len() < ACTS {
        let posting = town.posting();
        town.writes(PEOPLE[town.changes.len() % PEOPLE.len()], &posting);
        if town.changes.len() % CORE_IN == 0 {
            town.core(&mut unmeasured);
        }
        if behind.is_none() && town.changes.len() + AWAY >= ACTS {
            behind = Some(town.fold.clone());
        }
    }
    let mut behind = behind.ok_or("nobody was away")?;
    let reading = read_back(&town)?;
    let mut times = Times::default();
    for _ in 0..MORE {
        let posting = town.posting();
        times.posting.push(town.writes("Cy", &posting).1);
    }
    for _ in 0..MORE / 4 {
        town.core(&mut times);
    }
    // Gus was away for thousands of acts, admissions among them, and brings what was written meanwhile.
    for _ in 0..MORE {
        let posting = town.posting();
        let change = town.signed(&behind, "Gus", &posting);
        behind.add(change.clone());
        times.away.push(town.adds(change).1);
    }
    // Dee's laptop was taken long ago: of what it wrote nothing stands.
    let taken = DeviceId(pen_of("Dee").verifying_key().to_bytes());
    let removal = json!({ "do": "roll.remove", "device": taken, "reason": "it was taken at the checkpoint", "cut": [] });
    let (removal, _) = town.writes("Bo", &removal);
    let mut of_the_removal = Times::default();
    town.collects(removal, &mut of_the_removal);
    times.strikes = of_the_removal.last_signature;
    Ok(page(reading, &mut times, town.changes.len()))
}

/// How long the archive's reading alone and reading with judging take, and judging alone.
struct Reading {
    read: Duration,
    read_and_folded: Duration,
    folded: Duration,
}

fn read_back(town: &Town) -> Outcome<Reading> {
    eprintln!("storing it, and reading it back");
    let place = tempfile::tempdir()?;
    let mut archive = Archive::open(place.path())?;
    for batch in town.changes.chunks(BATCH) {
        archive.write(|writing| batch.iter().try_for_each(|change| writing.insert_change(change, 0).map(drop)))?;
    }
    let assembly = town.fold.assembly();
    let last = archive.last_arrived()?;
    let begun = Instant::now();
    let mut changes = Vec::with_capacity(town.changes.len());
    archive.each_change(assembly, 0, last, |change| changes.push(change))?;
    let read = begun.elapsed();
    let begun = Instant::now();
    let folded = Fold::of(assembly, changes);
    let alone = begun.elapsed();
    if folded.ring_hash(folkmoot::change::Ring::Commons) != town.fold.ring_hash(folkmoot::change::Ring::Commons) {
        return Err("what was read back is another book".into());
    }
    drop((archive, folded));
    let begun = Instant::now();
    let desk = folkmoot_desk::Desk::open_existing(place.path())?;
    desk.fold(assembly)?.ok_or("the book is gone")?;
    Ok(Reading { read, read_and_folded: begun.elapsed(), folded: alone })
}

fn page(reading: Reading, times: &mut Times, acts: usize) -> String {
    let rate = |took: Duration| format!("{:.0}", acts as f64 / took.as_secs_f64() / 1000.0);
    let mut page = String::from("# Judging a book of 300,000 acts\n\n");
    let _ = writeln!(page, "{}", crate::table::written("book"));
    page.push_str("| what | thousand acts a second | target |\n|---|---|---|\n");
    let _ = writeln!(page, "| read from the archive | {} | |", rate(reading.read));
    let _ = writeln!(page, "| judged, once read | {} | |", rate(reading.folded));
    let _ = writeln!(page, "| opened: read, and judged meanwhile | {} | 300 |", rate(reading.read_and_folded));
    page.push_str("\n| one more act on top of it | median | 95 of 100 | the longest | target |\n|---|---|---|---|---|\n");
    for (what, times) in [
        ("an entry", &mut times.posting),
        ("an admission is filed", &mut times.filed),
        ("a signature that is not the last", &mut times.signature),
        ("the signature by which an admission or a removal counts", &mut times.last_signature),
        ("the signature by which a meeting is closed", &mut times.closed),
        ("an entry of somebody who was away for 3,000 acts", &mut times.away),
        ("the signature by which a removal strikes 40,000 entries: all of these are judged", &mut times.strikes),
    ] {
        times.sort_unstable();
        let at = |part: f64| times.get(((times.len() as f64 * part) as usize).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
        let ms = |took: Duration| format!("{:.3} ms", took.as_secs_f64() * 1000.0);
        let target = if times.len() > 1 { "1 ms" } else { "" };
        let _ = writeln!(page, "| {what} | {} | {} | {} | {target} |", ms(at(0.5)), ms(at(0.95)), ms(at(1.0)));
    }
    page.push_str(
        "\nA town of seven holders, each asked by mandate to keep the ledger: entries, and some two acts in a hundred a meeting, an admission or a removal of a laptop or a\nsignature under one. What is read from the archive is hashed and compared, as always; signatures were verified when it arrived. *Target* is DESIGN.md 7.\n",
    );
    page
}
