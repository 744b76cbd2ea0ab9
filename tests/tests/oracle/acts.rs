//! What the people of a random history do next: mostly what could pass, seen from what they know.

use folkmoot::act::{Act, Standing};
use folkmoot::id::CardHash;
use folkmoot::{minutes, roll};
use folkmoot_testkit::keys_of;
use serde_json::{Value as Json, json};

use super::history::{DAYS, History, device_of};
use super::record::{Written, each};

const DUTIES: [&str; 2] = ["treasurer", "facilitator"];

impl History {
    /// An act for an actor; each theme has more of something.
    pub(crate) fn choose(&mut self, actor: usize, theme: usize) -> Json {
        let kinds: &[u8] = match theme {
            // Quarrels about the roll, duties, everything, one who is taken off, parts of the ledger, forks.
            0 => b"ssssssrrrraanq",
            1 => b"ssssssgggcccmmmtddddddrfn",
            2 => b"sssssrrgcmtddanfqw",
            // One who has signed nothing is taken off, so that nothing but deeds falls.
            3 if actor + 1 == self.actors.len() => b"ddf",
            3 => b"sssssssrdd",
            5 => b"ssssssscccddddeeegg",
            _ => b"ssssssrragcmtdddn",
        };
        let kind = kinds[self.chance.below(kinds.len())];
        self.fresh += 1;
        let act = match kind {
            b's' => self.signature(actor),
            b'r' => self.removal(actor, theme),
            b'a' => Some(self.admission()),
            b'g' => Some(self.grant()),
            b'c' => self.recall(actor),
            b'm' => Some(self.closing(actor)),
            b't' => self.ratification(actor),
            b'q' => Some(self.quorum(actor)),
            b'e' => self.agreement(actor),
            b'n' => Some(json!({ "do": "roll.enrol", "members": [{ "number": self.fresh, "card": CardHash([0; 32]) }] })),
            b'f' => Some(json!({ "do": "floor.note", "meeting": DAYS[0], "text": format!("note {}", self.fresh) })),
            b'w' => Some(json!({ "do": "moon.greet", "text": format!("from a newer version {}", self.fresh) })),
            _ => None,
        };
        // Where somebody is taken off there are few accounts, so that whether one may be opened hangs on what became of another.
        let store = if theme == 3 { self.chance.below(3) } else { self.fresh as usize };
        let of = ["water", "bread"][store % 2];
        act.unwrap_or_else(|| json!({ "do": "ledger.open", "account": format!("assets:{of}:store {store}") }))
    }

    /// One of the changes that an actor knows, if one is as asked; the later ones are likelier.
    fn known(&mut self, actor: usize, which: impl Fn(&Written) -> bool) -> Option<Written> {
        let all: Vec<usize> = each(self.actors[actor].known).filter(|at| which(&self.record.all[*at])).collect();
        if all.is_empty() {
            return None;
        }
        let (one, other) = (self.chance.below(all.len()), self.chance.below(all.len()));
        Some(self.record.all[all[one.max(other)]].clone())
    }

    fn count(&self, actor: usize, which: impl Fn(&Act) -> bool) -> usize {
        each(self.actors[actor].known).filter_map(|at| self.record.all[at].act.as_ref()).filter(|act| which(act)).count()
    }

    fn signature(&mut self, actor: usize) -> Option<Json> {
        let mine: Vec<_> = each(self.actors[actor].known)
            .filter(|at| self.record.all[*at].device == self.actors[actor].device)
            .map(|at| (self.record.all[at].id, self.record.all[at].standing.clone()))
            .collect();
        let careless = self.chance.one_in(30);
        let open = |act: &Written| {
            let signed = mine.iter().any(|(id, standing)| *id == act.id || *standing == Some(Standing::Sign { act: act.id }));
            act.binds() && (careless || !signed)
        };
        self.known(actor, open).map(|act| json!({ "do": "roll.sign", "act": act.id }))
    }

    fn removal(&mut self, actor: usize, theme: usize) -> Option<Json> {
        let target = if theme == 3 { self.actors.len() - 1 } else { self.chance.below(self.actors.len()) };
        let device = self.actors[target].device;
        let mut act = json!({ "do": "roll.remove", "device": device, "reason": format!("reason {}", self.fresh) });
        if self.chance.one_in(3) {
            let careless = self.chance.one_in(10);
            let tip = self.known(actor, |act| careless || act.device == device)?;
            act["cut"] = json!([tip.hash]);
        }
        if self.chance.one_in(2) {
            act["inside"] = json!(self.chance.below(2));
        }
        Some(act)
    }

    fn admission(&mut self) -> Json {
        let members = self.actors.iter().map(|actor| actor.member).max().unwrap_or(1) as usize + 2;
        let member = self.chance.between(1, members) as u32;
        let known = self.chance.one_in(4);
        if known {
            let at = self.chance.below(self.actors.len());
            let again = &self.actors[at];
            return json!({ "do": "roll.admit", "member": again.member, "device": again.device, "keys": keys_of(&again.name) });
        }
        let name = format!("new {}", self.fresh);
        self.actor(&name, member);
        json!({ "do": "roll.admit", "member": member, "device": device_of(&name), "keys": keys_of(&name) })
    }

    fn grant(&mut self) -> Json {
        let members = self.actors.iter().map(|actor| actor.member).max().unwrap_or(1) as usize + 1;
        let (member, duty) = (self.chance.between(1, members), DUTIES[self.chance.below(4).min(2) / 2]);
        let until = ["2027-02-01", "2027-03-20", "2027-04-20", "2027-12-31"][self.chance.below(4)];
        if duty == "facilitator" && self.chance.one_in(3) {
            let body = ["the valley", "the coast"][self.chance.below(2)];
            return self.sends(member, body, until);
        }
        // Some keep a part of the ledger, and what begins with the same letters is no part of it.
        if duty == "treasurer" && self.chance.one_in(2) {
            let part = ["water", "bread", "wat"][self.chance.below(3)];
            return self.keeps(member, part, until);
        }
        json!({ "do": "mandate.grant", "decision": self.decision, "member": member, "duty": duty, "from": "2027-01-01", "until": until,
            "public_name": format!("holder {}", self.fresh) })
    }

    /// What a delegate agreed to under a mandate that the actor knows; it says at which body.
    fn agreement(&mut self, actor: usize) -> Option<Json> {
        let grant = self.known(actor, |act| act.body().is_some())?;
        Some(json!({ "do": "mandate.agree", "grant": grant.id, "day": "2027-01-20", "what": grant.body() }))
    }

    fn recall(&mut self, actor: usize) -> Option<Json> {
        let grant = self.known(actor, |act| matches!(act.standing, Some(Standing::Grant { .. })))?;
        let Some(Standing::Grant { member, .. }) = grant.standing else { return None };
        let mut act = json!({ "do": "mandate.recall", "decision": self.decision, "grant": grant.id, "reason": format!("{}", self.fresh) });
        if self.chance.one_in(3) {
            let devices: Vec<_> = self.actors.iter().filter(|actor| actor.member == member.0).map(|actor| actor.device).collect();
            let tip = self.known(actor, |act| devices.contains(&act.device))?;
            act["cut"] = json!([tip.hash]);
        }
        Some(act)
    }

    fn closing(&mut self, actor: usize) -> Json {
        let closings = self.count(actor, |act| matches!(act, Act::Minutes(minutes::Act::Close { .. })));
        json!({ "do": "meeting.close", "meeting": DAYS[self.chance.below(DAYS.len())], "number": 1 + self.chance.below(closings.min(3) + 1) })
    }

    fn ratification(&mut self, actor: usize) -> Option<Json> {
        let deed = self.known(actor, |act| matches!(act.standing, Some(Standing::Deed(_) | Standing::Note)))?;
        Some(json!({ "do": "roll.ratify", "act": deed.id }))
    }

    fn quorum(&mut self, actor: usize) -> Json {
        let changes = self.count(actor, |act| matches!(act, Act::Roll(roll::Act::Quorum { .. })));
        json!({ "do": "roll.quorum", "number": 1 + self.chance.below(changes.min(2) + 1), "k": self.chance.between(1, 4) })
    }
}
