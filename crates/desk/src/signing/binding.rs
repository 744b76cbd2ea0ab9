//! What more there is to say of a binding act, beside what it does: what it rests on, and what follows from it.

use folkmoot::act::{Act, Cut};
use folkmoot::fold::{Judged, Status};
use folkmoot::id::{ActId, ChangeHash};
use folkmoot::mandate::{Instruction, Latitude};
use folkmoot::plain::{Day, Duty};
use folkmoot::{ledger, mandate, minutes, roll};

use super::Telling;
use super::entry::amount;
use crate::codes::laptop_words;
use crate::saying::Saying;

impl Telling<'_> {
    /// The lines beside an act, in the order in which they are read.
    pub(super) fn beside(&self, act: &Act, judged: &Judged<'_>) -> Vec<Saying> {
        match act {
            Act::Roll(act) => self.beside_roll(act, judged),
            Act::Mandate(mandate::Act::Grant { decision, member, items, public_name, .. }) => {
                let shown = public_name.iter().map(|name| Saying::of("signing-shown-as").said("who", self.who(*member)).text("name", name));
                items.iter().map(instruction).chain(shown).chain([self.decision(decision)]).collect()
            }
            Act::Mandate(mandate::Act::Recall { decision, cut, .. }) => {
                let mut lines = self.stands("mandate", cut.as_ref(), judged);
                lines.push(self.decision(decision));
                lines
            }
            Act::Minutes(minutes::Act::Close { meeting, .. }) => self.terms(meeting.day()),
            Act::Ledger(ledger::Act::Close { counted, .. }) => {
                let lines = counted.iter().map(|counted| amount(&counted.account, &counted.quantity, &counted.commodity));
                vec![Saying::of("signing-counted").all("lines", lines)]
            }
            Act::Mandate(mandate::Act::Agree { .. } | mandate::Act::Report { .. } | mandate::Act::Miss { .. })
            | Act::Minutes(_)
            | Act::Ledger(_)
            | Act::Charter(_)
            | Act::People(_)
            | Act::Floor(_)
            | Act::Draft(_)
            | Act::Neighbour(_)
            | Act::Witness(_)
            | Act::Sealed(_)
            | Act::Note(_)
            | Act::Quiet(_) => Vec::new(),
        }
    }

    fn beside_roll(&self, act: &roll::Act, judged: &Judged<'_>) -> Vec<Saying> {
        match act {
            // Nobody sees the words of a paper card: what is written on it signs in somebody's stead.
            roll::Act::Admit { device, keys, paper: false, .. } => {
                vec![Saying::of("signing-words").text("words", laptop_words(self.assembly, device, keys))]
            }
            roll::Act::Remove { cut, inside, .. } => {
                let mut lines = self.stands("laptop", cut.as_ref(), judged);
                lines.push(match inside {
                    Some(count) => Saying::of("signing-inside").number("count", *count),
                    None => Saying::of("signing-inside-all"),
                });
                lines
            }
            roll::Act::Quorum { .. } => vec![Saying::of("signing-until-now").number("needs", self.fold.book().commons.roll.need())],
            roll::Act::Ratify { act } => self.about_entry(act),
            roll::Act::Found { .. }
            | roll::Act::Enrol { .. }
            | roll::Act::Card { .. }
            | roll::Act::Leave { .. }
            | roll::Act::Admit { .. }
            | roll::Act::Sign { .. } => Vec::new(),
        }
    }

    /// What stands of what a laptop wrote, or of what was done under a mandate.
    fn stands(&self, of: &'static str, cut: Option<&Cut>, judged: &Judged<'_>) -> Vec<Saying> {
        let Some(cut) = cut else {
            return vec![Saying::of("signing-stands-heard").text("of", of).said("who", self.author(judged))];
        };
        if cut.is_empty() {
            return vec![Saying::of("signing-stands-nothing").text("of", of)];
        }
        let entry = |hash: &ChangeHash| {
            let missing = || Saying::of("signing-missing").text("id", hash.short());
            self.fold.change(hash).map_or_else(missing, |named| self.entry_of(&named))
        };
        let stands = |hash| Saying::of("signing-stands-up-to").text("of", of).number("count", cut.len() as u64).said("entry", entry(hash));
        cut.iter().map(stands).collect()
    }

    fn decision(&self, decision: &ActId) -> Saying {
        let counts = self.fold.act(decision).is_some_and(|judged| *judged.status == Status::Counts);
        Saying::of(if counts { "signing-decision" } else { "signing-decision-not-counting" }).said("entry", self.entry(decision))
    }

    /// The terms that are over once a meeting of that day was held, one a line.
    fn terms(&self, day: Day) -> Vec<Saying> {
        let commons = &self.fold.book().commons;
        let held = Duty::ALL.into_iter().flat_map(|duty| commons.mandate.held(duty, &commons.minutes));
        let over = held.filter(|(_, grant)| grant.until < day).filter_map(|(id, _)| self.fold.act(id)?.act);
        let terms: Vec<Saying> = over.map(|grant| Saying::of("signing-term").text("day", day).said("term", self.says(grant))).collect();
        if terms.is_empty() { vec![Saying::of("signing-no-terms").text("day", day)] } else { terms }
    }
}

/// An instruction; how far its holder may go stands before what others wrote.
fn instruction(item: &Instruction) -> Saying {
    let (key, limits) = match &item.latitude {
        Latitude::Fixed => ("signing-instruction-fixed", None),
        Latitude::Within { limits } => ("signing-instruction-within", Some(limits)),
        Latitude::AskHome => ("signing-instruction-ask-home", None),
    };
    Saying::of(key).text("on", &item.on).text("position", &item.position).perhaps("limits", limits)
}
