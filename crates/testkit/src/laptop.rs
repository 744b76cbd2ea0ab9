//! A laptop in memory: a pen, a fold and a clock, and no file.

use ed25519_dalek::SigningKey;
use folkmoot::act::Act;
use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::fold::{Fold, Status};
use folkmoot::id::{ActId, AssemblyId, CardHash, ChangeHash, DeviceId, NO_ASSEMBLY};
use folkmoot::refusal::Refusal;
use folkmoot::value::Value;
use serde_json::{Value as Json, json};

/// The pen that a name stands for in tests.
pub fn pen_of(name: &str) -> SigningKey {
    SigningKey::from_bytes(CardHash::of(&[1; 32], name.as_bytes()).as_bytes())
}

/// The other keys of a device, as acts carry them.
pub fn keys_of(name: &str) -> Json {
    json!({ "sealing": format!("age1{name}"), "endpoint": device_of(name) })
}

fn device_of(name: &str) -> DeviceId {
    DeviceId(pen_of(name).verifying_key().to_bytes())
}

/// The card that stands for a name in tests.
fn card_of(name: &str) -> CardHash {
    CardHash::of(&[2; 32], name.as_bytes())
}

/// One person's laptop in one assembly.
#[derive(Clone)]
pub struct Laptop {
    pen: SigningKey,
    fold: Fold,
    changes: Vec<VerifiedChange>,
    clock: i64,
}

impl Laptop {
    /// Founds an assembly on a new laptop.
    pub fn found(town: &str, person: &str) -> Laptop {
        let act = json!({ "do": "roll.found", "name": town, "card": card_of(person), "keys": keys_of(person) });
        let mut laptop = Laptop::blank(person, NO_ASSEMBLY);
        let change = laptop.write(&act);
        laptop.fold = Fold::new(change.assembly());
        laptop.take(&change);
        laptop
    }

    /// Founds an assembly of several holders, each with a laptop that has heard everything.
    pub fn town<const N: usize>(town: &str, people: [&str; N]) -> [Laptop; N] {
        let mut founder = Laptop::found(town, people[0]);
        let mut others: Vec<Laptop> = Vec::new();
        for person in &people[1..] {
            let member = founder.enrol(person);
            let admission = founder.admit(person, member);
            for other in &mut others {
                other.hear(&founder);
                other.sign(admission);
                founder.hear(other);
            }
            others.push(Laptop::blank(person, founder.fold.assembly()));
        }
        others.iter_mut().for_each(|other| other.hear(&founder));
        let mut all = std::iter::once(founder).chain(others);
        std::array::from_fn(|_| all.next().unwrap())
    }

    /// A laptop that will be admitted to an assembly, or only reads it.
    pub fn blank(person: &str, assembly: AssemblyId) -> Laptop {
        Laptop { pen: pen_of(person), fold: Fold::new(assembly), changes: Vec::new(), clock: 1_800_000_000 }
    }

    /// Sets the clock; each act is claimed a minute after the one before it.
    pub fn set_clock(&mut self, now: i64) {
        self.clock = now;
    }

    /// This laptop's signing key.
    pub fn device(&self) -> DeviceId {
        DeviceId(self.pen.verifying_key().to_bytes())
    }

    /// What it has folded.
    pub fn fold(&self) -> &Fold {
        &self.fold
    }

    /// Everything it holds, in the order of arrival.
    pub fn changes(&self) -> &[VerifiedChange] {
        &self.changes
    }

    /// Writes an act down and signs it, and does not take it in.
    ///
    /// # Panics
    /// When the act is none that can be written down.
    pub fn write(&mut self, act: &Json) -> VerifiedChange {
        let known = Act::from_json(act);
        let (ring, document) = match &known {
            Ok(act) => (act.ring(), act.document().unwrap()),
            Err(_) => (Ring::Commons, "future".parse().unwrap()),
        };
        let value = match known {
            Ok(act) => act.to_value().unwrap(),
            Err(_) => Value::from_json(act).unwrap(),
        };
        self.clock += 60;
        let unsigned = self.fold.next(self.device(), 0, ring, document, value.encode(), self.clock);
        unsigned.sign(&self.pen).verify().unwrap()
    }

    fn take(&mut self, change: &VerifiedChange) {
        if !self.changes.contains(change) {
            self.changes.push(change.clone());
            self.fold.add(change.clone());
        }
    }

    /// Acts as the desk does: weighed first, signed only if no rule refuses.
    pub fn act(&mut self, act: &Json) -> Result<ActId, Refusal> {
        let change = self.write(act);
        self.fold.check(&change)?;
        self.take(&change);
        Ok(change.act_id())
    }

    /// Acts and must not be refused.
    pub fn must(&mut self, act: Json) -> ActId {
        self.act(&act).unwrap_or_else(|refusal| panic!("{act} was refused: {refusal:?}"))
    }

    /// Writes whatever it likes, as a broken or hostile laptop would.
    pub fn force(&mut self, act: &Json) -> ActId {
        let change = self.write(act);
        self.take(&change);
        change.act_id()
    }

    /// Takes in everything that another laptop holds.
    pub fn hear(&mut self, other: &Laptop) {
        for change in &other.changes {
            self.take(change);
        }
    }

    /// Takes in some changes.
    pub fn hear_some<'a>(&mut self, changes: impl IntoIterator<Item = &'a VerifiedChange>) {
        changes.into_iter().for_each(|change| self.take(change));
    }

    /// Writes an act after any of its changes, or as its first, and owns to having seen what it likes.
    ///
    /// # Panics
    /// When the act is none that this version knows.
    pub fn says(&self, act: &Json, prev: Option<&VerifiedChange>, seen: Vec<ChangeHash>, claimed_at: i64) -> VerifiedChange {
        let act = Act::from_json(act).unwrap();
        let (document, value) = (act.document().unwrap(), act.to_value().unwrap().encode());
        let mut says = self.fold.next(self.device(), 0, act.ring(), document, value, claimed_at);
        says.seq = prev.map_or(0, |prev| prev.says().seq + 1);
        says.prev = prev.map(VerifiedChange::hash);
        says.seen = seen;
        says.seen.sort_unstable();
        says.seen.dedup();
        says.sign(&self.pen).verify().unwrap()
    }

    /// What an act counts for here.
    pub fn status(&self, act: ActId) -> Status {
        self.fold.act(&act).unwrap_or_else(|| panic!("{act:?} is not here")).status.clone()
    }

    /// The last change that this laptop wrote in the commons.
    pub fn tip(&self) -> ChangeHash {
        let own = self.changes.iter().filter(|change| change.says().device == self.device() && change.says().ring == Ring::Commons);
        own.max_by_key(|change| change.says().seq).unwrap().hash()
    }

    /// Enters a member by name and gives back the number.
    pub fn enrol(&mut self, name: &str) -> u32 {
        let number = self.fold.book().commons.roll.next_number();
        self.must(json!({ "do": "roll.enrol", "members": [{ "number": number, "card": card_of(name) }] }));
        number.0
    }

    /// Files the admission of a person's laptop; others sign it.
    pub fn admit(&mut self, name: &str, member: u32) -> ActId {
        self.must(json!({ "do": "roll.admit", "member": member, "device": device_of(name), "keys": keys_of(name) }))
    }

    /// Calls and opens a meeting.
    pub fn open_meeting(&mut self, day: &str, present: u32) {
        self.must(json!({ "do": "meeting.call", "meeting": day, "place": "the hall" }));
        self.must(json!({ "do": "meeting.open", "meeting": day, "present": present }));
    }

    /// Moves and adopts a motion in an open meeting, and gives back the decision.
    pub fn decide(&mut self, day: &str, title: &str) -> ActId {
        let motion = self.must(json!({ "do": "meeting.move", "meeting": day, "title": title, "text": title }));
        let number = self.fold.book().commons.minutes.next_decision();
        self.must(json!({
            "do": "meeting.decide", "meeting": day, "motion": motion, "number": number,
            "answer": { "by": "consent", "objections": 0 }, "outcome": "adopted",
        }))
    }

    /// Closes a meeting; others sign it.
    pub fn close_meeting(&mut self, day: &str) -> ActId {
        let number = self.fold.book().commons.minutes.held() + 1;
        self.must(json!({ "do": "meeting.close", "meeting": day, "number": number }))
    }

    /// Signs a binding act.
    pub fn sign(&mut self, act: ActId) -> ActId {
        self.must(json!({ "do": "roll.sign", "act": act }))
    }

    /// Opens the accounts that most stories need.
    pub fn open_accounts(&mut self) {
        for account in ["assets:store", "assets:cash", "income:received from the commons", "expenses:given to the commons"] {
            self.must(json!({ "do": "ledger.open", "account": account }));
        }
    }

    /// An act that records goods coming into the store.
    pub fn came_in(quantity: &str, commodity: &str, day: &str) -> Json {
        let back = format!("-{quantity}");
        json!({ "do": "ledger.post", "day": day, "text": format!("{quantity} {commodity} came in"), "postings": [
            { "account": "assets:store", "quantity": quantity, "commodity": commodity },
            { "account": "income:received from the commons", "quantity": back, "commodity": commodity },
        ] })
    }
}
