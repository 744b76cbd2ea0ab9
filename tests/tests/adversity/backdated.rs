//! Back-dating (T4): whoever was taken off the roll writes at every place of the past, with any clock; nothing of it counts, and nothing
//! that counted falls.

use std::collections::BTreeSet;

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::fold::Status;
use folkmoot::id::{ActId, ChangeHash};
use folkmoot_testkit::{Chance, Laptop, keys_of, size, tried};
use serde_json::{Value as Json, json};

/// Fifty years, in seconds.
const FIFTY_YEARS: i64 = 50 * 31_556_952;
/// How many back-dated changes one history bears.
const EACH: usize = 100;

/// Five people; Bo, on the roll for long, is taken off it in the end, and everybody has heard.
struct History {
    ada: Laptop,
    bo: Laptop,
    /// What was written before the removal.
    before: Vec<VerifiedChange>,
    /// Binding acts that wait for signatures.
    waiting: Vec<ActId>,
    /// The grant by which Bo kept the ledger.
    grant: ActId,
    decision: ActId,
}

fn hear_all(town: &mut [Laptop]) {
    for _ in 0..2 {
        for at in 0..town.len() {
            let speaker = town[at].clone();
            town.iter_mut().for_each(|laptop| laptop.hear(&speaker));
        }
    }
}

impl History {
    fn of(chance: &mut Chance) -> History {
        let mut town = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]).to_vec();
        town[0].open_accounts();
        town[0].open_meeting("2027-03-03", 12);
        let decision = town[0].decide("2027-03-03", "Bo keeps the ledger");
        let grant = town[0].must(json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "treasurer",
            "from": "2027-03-03", "until": "2027-12-31" }));
        hear_all(&mut town);
        town[2].sign(grant);
        hear_all(&mut town);
        let mut waiting = Vec::new();
        for step in 0..chance.between(6, 14) {
            let who = chance.below(town.len());
            match chance.below(5) {
                0 | 1 => {
                    town[1].must(Laptop::came_in("40", "kg flour", "2027-03-04"));
                }
                2 => waiting.push(town[who].must(json!({ "do": "roll.quorum", "number": 1, "k": 3 }))),
                3 => {
                    town[who].must(json!({ "do": "meeting.call", "meeting": format!("2027-04-{:02}", 1 + step), "place": "the hall" }));
                }
                _ => hear_all(&mut town),
            }
        }
        // More than half have taken in what there is before Bo is taken off the roll.
        hear_all(&mut town);
        for (at, laptop) in town.iter_mut().enumerate() {
            laptop.must(json!({ "do": "meeting.call", "meeting": format!("2027-05-{:02}", 1 + at), "place": "the barn" }));
        }
        hear_all(&mut town);
        let before = town[0].changes().to_vec();
        let device = town[1].device();
        let removal = town[0].must(json!({ "do": "roll.remove", "device": device, "reason": "the laptop was taken at the checkpoint" }));
        for signer in [2, 3] {
            let speaker = town[signer - if signer == 2 { 2 } else { 1 }].clone();
            town[signer].hear(&speaker);
            town[signer].sign(removal);
        }
        let bo = town[1].clone();
        hear_all(&mut town);
        assert_eq!(town[0].status(removal), Status::Counts);
        waiting.retain(|act| town[0].status(*act) == Status::Pending);
        History { ada: town[0].clone(), bo, before, waiting, grant, decision }
    }

    /// Something that would be worth a lie.
    fn act(&self, chance: &mut Chance) -> Json {
        let honest = &self.before[chance.below(self.before.len())];
        match chance.below(8) {
            0 | 1 => Laptop::came_in("400", "kg flour", "2027-03-04"),
            2 if !self.waiting.is_empty() => json!({ "do": "roll.sign", "act": self.waiting[chance.below(self.waiting.len())] }),
            3 => json!({ "do": "roll.admit", "member": 2, "device": self.ada.device(), "keys": keys_of("Mallory") }),
            4 => json!({ "do": "roll.remove", "device": self.ada.device(), "reason": "said so" }),
            5 => json!({ "do": "mandate.recall", "decision": self.decision, "grant": self.grant, "reason": "said so" }),
            6 => json!({ "do": "roll.ratify", "act": honest.act_id() }),
            _ => json!({ "do": "ledger.open", "account": format!("assets:cellar {}", chance.below(1000)) }),
        }
    }

    /// A change that Bo's laptop writes now, at any place of its own line, owning to any of what there was.
    fn forged(&self, chance: &mut Chance) -> VerifiedChange {
        let is_own = |change: &&VerifiedChange| change.says().device == self.bo.device() && change.says().ring == Ring::Commons;
        let own: Vec<&VerifiedChange> = self.before.iter().filter(is_own).collect();
        let place = chance.below(own.len() + 1);
        let prev = own.get(place).copied();
        // Owning to the removal is allowed too; a line names no change of its own.
        let all = if chance.one_in(4) { self.ada.changes() } else { &self.before };
        let mut seen: BTreeSet<ChangeHash> = BTreeSet::new();
        for _ in 0..chance.below(4) {
            let change = &all[chance.below(all.len())];
            if change.says().ring == Ring::Commons && change.says().device != self.bo.device() {
                seen.insert(change.hash());
            }
        }
        if chance.one_in(2) {
            // As an honest laptop would have had it: all that the one before it had.
            seen.extend(prev.iter().flat_map(|prev| prev.says().seen.iter().copied()));
        }
        let claimed_at = 1_800_000_000 - FIFTY_YEARS + chance.below(2 * FIFTY_YEARS as usize) as i64;
        self.bo.says(&self.act(chance), prev, seen.into_iter().collect(), claimed_at)
    }
}

/// The changes that count.
fn counting(laptop: &Laptop) -> BTreeSet<ChangeHash> {
    laptop.fold().judged().filter(|judged| *judged.status == Status::Counts).map(|judged| judged.change.hash()).collect()
}

#[test]
fn whatever_is_dated_back_by_one_who_was_removed_counts_nowhere_and_takes_nothing() {
    let (mut chance, wanted) = (Chance::of_the_day(), size(1_500, 10_000));
    let (mut done, mut words) = (0, std::collections::BTreeMap::new());
    while done < wanted {
        let history = History::of(&mut chance);
        let before = counting(&history.ada);
        let book = history.ada.fold().book().commons.ledger.balances("2099-12-31".parse().unwrap());
        for _ in 0..EACH {
            let forged = history.forged(&mut chance);
            let mut ada = history.ada.clone();
            ada.hear_some([&forged]);
            let told = || format!("{} after {:?}, having seen {}", forged.act().to_json(), forged.says().seq, forged.says().seen.len());
            let judged = ada.fold().change(&forged.hash()).unwrap_or_else(|| panic!("it is not here: {}", told()));
            // What binds waits for signatures of others, and a signature of Bo's is none of them.
            assert!(matches!(judged.status, Status::Contested | Status::Void { .. } | Status::Pending), "{:?}: {}", judged.status, told());
            *words.entry(matches!(judged.status, Status::Void { .. })).or_insert(0) += 1;
            assert_eq!(counting(&ada), before, "{}", told());
            assert_eq!(ada.fold().book().commons.ledger.balances("2099-12-31".parse().unwrap()), book, "{}", told());
            done += 1;
        }
    }
    assert!(words.len() == 2 && words.values().all(|count| *count > 20), "some are void and some contested: {words:?}");
    tried("back-dated changes", done);
}
