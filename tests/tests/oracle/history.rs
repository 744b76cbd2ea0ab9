//! Random histories: honest people, people who have not heard, people who hide what they know, copied laptops and stolen keys.

use folkmoot::act::{Act, Standing};
use folkmoot::change::{Ring, Unsigned};
use folkmoot::id::{ActId, CardHash, DeviceId, NO_ASSEMBLY};
use folkmoot::value::Value;
use folkmoot_testkit::{keys_of, pen_of};
use serde_json::{Value as Json, json};

use super::record::{Record, Set, each, holds, one};
use folkmoot_testkit::Chance;

/// The days of the meetings that every history has called and opened.
pub(crate) const DAYS: [&str; 3] = ["2027-03-03", "2027-04-07", "2027-05-05"];
const PEOPLE: [&str; 6] = ["Ada", "Bo", "Cy", "Dee", "Eli", "Fay"];

/// A pen with what its laptop has heard.
pub(crate) struct Actor {
    pub(crate) name: String,
    pub(crate) member: u32,
    pub(crate) device: DeviceId,
    pub(crate) known: Set,
}

/// A history while it is written.
pub(crate) struct History {
    pub(crate) record: Record,
    pub(crate) assembly: folkmoot::id::AssemblyId,
    pub(crate) chance: Chance,
    pub(crate) actors: Vec<Actor>,
    pub(crate) decision: Option<ActId>,
    pub(crate) fresh: u32,
}

pub(crate) fn device_of(name: &str) -> DeviceId {
    DeviceId(pen_of(name).verifying_key().to_bytes())
}

impl History {
    /// Writes a history of one seed.
    pub(crate) fn of(seed: u64) -> History {
        let chance = Chance::new(seed);
        let mut history =
            History { record: Record::default(), assembly: NO_ASSEMBLY, chance, actors: Vec::new(), decision: None, fresh: 100 };
        let theme = history.chance.below(6);
        history.found(theme);
        for _ in 0..history.chance.between(15, 55) {
            history.step(theme);
        }
        history
    }

    pub(crate) fn actor(&mut self, name: &str, member: u32) -> usize {
        self.actors.push(Actor { name: name.to_owned(), member, device: device_of(name), known: 0 });
        self.actors.len() - 1
    }

    /// Founds, prepares meetings and a decision, and admits the rest with the signatures that it takes.
    fn found(&mut self, theme: usize) {
        let people = self.chance.between(2, 6);
        let ada = self.actor(PEOPLE[0], 1);
        self.say(ada, &json!({ "do": "roll.found", "name": "Millbrook", "card": CardHash([1; 32]), "keys": keys_of("Ada") }));
        let card = |number: usize| json!({ "number": number, "card": CardHash([number as u8; 32]) });
        self.say(ada, &json!({ "do": "roll.enrol", "members": (2..=people + 2).map(card).collect::<Vec<Json>>() }));
        for day in DAYS {
            self.say(ada, &json!({ "do": "meeting.call", "meeting": day, "place": "the hall" }));
            self.say(ada, &json!({ "do": "meeting.open", "meeting": day, "present": 6 }));
        }
        let motion = self.say(ada, &json!({ "do": "meeting.move", "meeting": DAYS[0], "title": "duties", "text": "duties are given" }));
        let answer = json!({ "by": "consent", "objections": 0 });
        let motion = self.record.all[motion].id;
        let decision = self.say(
            ada,
            &json!({ "do": "meeting.decide", "meeting": DAYS[0], "motion": motion, "number": 1, "answer": answer, "outcome": "adopted" }),
        );
        self.decision = Some(self.record.all[decision].id);
        let seconds = self.chance.below(3);
        for (number, name) in (1..).zip(PEOPLE).take(people).skip(1) {
            self.admit(name, number, false);
        }
        for number in 0..seconds {
            let member = self.chance.below(people);
            // The one who is taken off in theme 3 comes last, and has deeds to lose, which a card has not.
            let paper = theme != 3 && self.chance.one_in(4);
            self.admit(&format!("{}'s {}", PEOPLE[member], if number == 0 { "second" } else { "third" }), member as u32 + 1, paper);
        }
        // Bo keeps two parts of the ledger from the beginning, speaks at two bodies, and may lose any of them.
        let asked = [
            self.keeps(2, "water", "2027-12-31"),
            self.keeps(2, "bread", "2027-12-31"),
            self.sends(2, "the valley", "2027-12-31"),
            self.sends(2, "the coast", "2027-12-31"),
        ];
        for act in asked.into_iter().filter(|_| theme == 5) {
            let grant = self.say(ada, &act);
            self.actors[1].known = self.record.whole();
            self.say(1, &json!({ "do": "roll.sign", "act": self.record.all[grant].id }));
            self.actors[0].known = self.record.whole();
        }
        let whole = self.record.whole();
        self.actors.iter_mut().for_each(|actor| actor.known = whole);
    }

    /// A mandate to speak at a body.
    pub(crate) fn sends(&self, member: usize, body: &str, until: &str) -> Json {
        let items = json!([{ "on": "Flour", "position": "40 kg", "latitude": { "latitude": "fixed" } }]);
        json!({ "do": "mandate.grant", "decision": self.decision, "member": member, "duty": "delegate", "from": "2027-01-01",
            "until": until, "body": body, "items": items, "public_name": format!("holder {}", self.fresh) })
    }

    /// A mandate to keep a part of the ledger.
    pub(crate) fn keeps(&self, member: usize, part: &str, until: &str) -> Json {
        json!({ "do": "mandate.grant", "decision": self.decision, "member": member, "duty": "treasurer", "from": "2027-01-01",
            "until": until, "accounts": [format!("assets:{part}")], "public_name": format!("holder {}", self.fresh) })
    }

    fn admit(&mut self, name: &str, member: u32, paper: bool) {
        let act = json!({ "do": "roll.admit", "member": member, "device": device_of(name), "keys": keys_of(name), "paper": paper });
        let admission = self.say(0, &act);
        let id = self.record.all[admission].id;
        let mut signed = vec![1];
        for at in 1..self.actors.len() {
            let holders: std::collections::BTreeSet<u32> = self.actors.iter().map(|actor| actor.member).collect();
            if signed.len() < holders.len() / 2 + 1 && !signed.contains(&self.actors[at].member) {
                self.actors[at].known = self.record.whole();
                self.say(at, &json!({ "do": "roll.sign", "act": id }));
                signed.push(self.actors[at].member);
            }
        }
        self.actor(name, member);
        let whole = self.record.whole();
        self.actors.iter_mut().for_each(|actor| actor.known = whole);
    }

    /// The last change of an actor in a ring that it remembers.
    fn own_tip(&self, actor: usize, ring: Ring) -> Option<usize> {
        let actor = &self.actors[actor];
        each(actor.known).filter(|at| self.record.all[*at].device == actor.device && self.record.all[*at].ring == ring).last()
    }

    /// Writes an act after its own last, having seen all that it knows.
    fn say(&mut self, actor: usize, act: &Json) -> usize {
        let ring = Act::from_json(act).map_or(Ring::Commons, |act| act.ring());
        let prev = self.own_tip(actor, ring);
        self.write(actor, act, prev, self.actors[actor].known)
    }

    /// A laptop that was restored goes on in a later epoch; one that goes back to an earlier breaks its line.
    fn epoch(&mut self, prev: Option<usize>) -> u32 {
        let before = prev.map_or(0, |prev| self.record.all[prev].change.as_ref().unwrap().says().epoch);
        match self.chance.one_in(60) {
            true => before.saturating_sub(1),
            false => before + u32::from(self.chance.one_in(12)),
        }
    }

    /// Writes an act after `prev`, owning to the changes of `base` alone.
    fn write(&mut self, actor: usize, act: &Json, prev: Option<usize>, base: Set) -> usize {
        let known = Act::from_json(act).ok();
        let ring = known.as_ref().map_or(Ring::Commons, Act::ring);
        let document = known.as_ref().map_or("future".parse().unwrap(), |act| act.document().unwrap());
        let value = known.map_or_else(|| Value::from_json(act).unwrap(), |act| act.to_value().unwrap());
        let all = &self.record.all;
        let before = prev.map_or(0, |prev| all[prev].past | one(prev));
        let readable = each(base).filter(|at| all[*at].ring <= ring).map(one).fold(0, |a, b| a | b);
        let names = self.record.tips(readable).into_iter().filter(|at| !holds(before, *at));
        let mut seen: Vec<_> = names.map(|at| all[at].hash).collect();
        seen.sort_unstable();
        let pen = pen_of(&self.actors[actor].name);
        // An assembly is the founding that its founder's laptop wrote first.
        let epoch = if act["do"] == "roll.found" { 0 } else { self.epoch(prev) };
        let all = &self.record.all;
        let unsigned = Unsigned {
            assembly: if act["do"] == "roll.found" { NO_ASSEMBLY } else { self.assembly },
            ring,
            device: self.actors[actor].device,
            epoch,
            seq: prev.map_or(0, |prev| all[prev].change.as_ref().unwrap().says().seq + 1),
            prev: prev.map(|prev| all[prev].hash),
            seen,
            document,
            act: value.encode(),
            claimed_at: 1_800_000_000 + 60 * all.len() as i64,
        };
        let change = unsigned.sign(&pen).verify().unwrap();
        self.assembly = change.assembly();
        let at = self.record.push(change);
        self.actors[actor].known |= one(at) | self.record.all[at].past;
        at
    }

    fn step(&mut self, theme: usize) {
        let actor = self.chance.below(self.actors.len());
        if self.record.all.len() > 120 {
            return;
        }
        if self.actors[actor].known == 0 || self.chance.one_in(3) {
            return self.hear(actor);
        }
        let act = self.choose(actor, theme);
        let ring = Act::from_json(&act).map_or(Ring::Commons, |act| act.ring());
        let tip = self.own_tip(actor, ring);
        if tip.is_some() && self.chance.one_in(if theme == 4 { 8 } else { 40 }) {
            return self.fork(actor, &act, ring);
        }
        if self.chance.one_in(60) {
            // Goes on from what another wrote, as if it were its own line; a change never names what is less public.
            let known: Vec<usize> = each(self.actors[actor].known).filter(|at| self.record.all[*at].ring <= ring).collect();
            // A thief may remember nothing but what stays inside.
            if !known.is_empty() {
                let prev = known[self.chance.below(known.len())];
                self.write(actor, &act, Some(prev), self.actors[actor].known);
                return;
            }
        }
        match tip.filter(|_| self.chance.one_in(7)) {
            // Says less than it knows, or backdates to its own last change.
            Some(tip) => {
                let part = self.part(self.actors[actor].known);
                self.write(actor, &act, Some(tip), self.record.all[tip].past | part);
            }
            None => {
                self.say(actor, &act);
            }
        }
    }

    /// The second of two changes that follow the same one: another act, or the same one having seen something else.
    fn fork(&mut self, actor: usize, act: &Json, ring: Ring) {
        let own: Vec<usize> = each(self.record.whole())
            .filter(|at| self.record.all[*at].device == self.actors[actor].device && self.record.all[*at].ring == ring)
            .collect();
        let twin = self.record.all[own[self.chance.below(own.len())]].clone();
        let base = self.part(self.record.whole());
        let founds = twin.standing == Some(Standing::Found);
        let copied = self.record.find(&twin.hash).unwrap();
        // Rarely the copy owns to the original, and so shows the fork itself.
        let shows = self.chance.one_in(5);
        let hidden = |at: &usize| *at == copied || holds(self.record.all[*at].past, copied);
        let kept = each(base).filter(|at| !founds && (shows || !hidden(at)));
        let base = kept.map(one).fold(0, |a, b| a | b);
        let before = self.actors[actor].known;
        let act = if self.chance.one_in(3) { twin.change.as_ref().unwrap().act().to_json() } else { act.clone() };
        let at = self.write(actor, &act, twin.prev, base);
        // The thief goes on from the copy, or the owner from the original, each with its own memory.
        self.actors[actor].known = if self.chance.one_in(2) { self.record.all[at].past | one(at) } else { before };
    }

    fn part(&mut self, of: Set) -> Set {
        let all: Vec<usize> = each(of).collect();
        let parts = if all.is_empty() { 0 } else { self.chance.below(3) };
        (0..parts).map(|_| all[self.chance.below(all.len())]).map(|at| self.record.all[at].past | one(at)).fold(0, |a, b| a | b)
    }

    fn hear(&mut self, actor: usize) {
        let other = self.chance.below(self.actors.len());
        let all = self.actors[other].known;
        let heard = if self.chance.one_in(4) { self.part(all) } else { all };
        self.actors[actor].known |= heard;
    }
}
