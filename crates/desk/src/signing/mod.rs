//! What whoever signs a binding act is told first: whose it is, what it does, and who signed it.
//!
//! **Invariant:** a person is named by their card and number alone, never by what an act calls them, and nothing here decides anything.

mod binding;
mod clauses;
mod entry;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::SignedChange;
use folkmoot::fold::{Against, Fold, Judged, Signers, Status};
use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::plain::Member;

use crate::look::{is_binding, waiting};
use crate::saying::Saying;
use crate::{ActsCode, CardText, Desk, Trouble};

/// What it takes to say who and what acts are about.
struct Telling<'a> {
    desk: &'a Desk,
    assembly: AssemblyId,
    fold: &'a Fold,
    names: BTreeMap<Member, CardText>,
}

impl Desk {
    /// The binding acts that wait for signatures, in the order in which they are shown (`look to-sign`).
    ///
    /// # Errors
    /// [`Trouble::NothingHere`] when nothing of the assembly is here, [`Trouble::Archive`] when the book cannot be read.
    pub fn to_sign(&self, assembly: AssemblyId) -> Result<Vec<ActId>, Trouble> {
        let own = self.archive.pen(assembly)?.map(|pen| pen.device);
        Ok(waiting(self.known(assembly)?, own).into_iter().map(|one| one.judged.change.act_id()).collect())
    }

    /// Those among what a code holds that are here and wait for signatures.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn to_sign_in(&self, code: &ActsCode) -> Result<Vec<ActId>, Trouble> {
        if self.fold(code.assembly)?.is_none() {
            return Ok(Vec::new());
        }
        let changes = code.changes.iter().filter_map(|change| SignedChange::decode(change).ok());
        let held: BTreeSet<ActId> = changes.map(|change| change.claims().act_id()).collect();
        let mut waiting = self.to_sign(code.assembly)?;
        waiting.retain(|act| held.contains(act));
        Ok(waiting)
    }

    /// What is signed with each of some acts, one sentence a line and the act itself in the first; nothing of an act that nobody signs.
    ///
    /// # Errors
    /// As [`Desk::to_sign`].
    pub fn signing(&self, assembly: AssemblyId, acts: &[ActId]) -> Result<Vec<Vec<Saying>>, Trouble> {
        let telling = self.telling(assembly)?;
        let own = self.archive.pen(assembly)?.map(|pen| pen.device);
        Ok(acts.iter().filter_map(|act| telling.act(act, own)).collect())
    }

    /// What is made to count by ratifying each of some entries, one sentence a line and the entry itself in the first.
    ///
    /// # Errors
    /// As [`Desk::to_sign`].
    pub fn ratifying(&self, assembly: AssemblyId, entries: &[ActId]) -> Result<Vec<Vec<Saying>>, Trouble> {
        let telling = self.telling(assembly)?;
        let of = |entry: &ActId| std::iter::once(telling.entry(entry)).chain(telling.about_entry(entry)).collect();
        Ok(entries.iter().map(of).collect())
    }

    fn telling(&self, assembly: AssemblyId) -> Result<Telling<'_>, Trouble> {
        Ok(Telling { desk: self, assembly, fold: self.known(assembly)?, names: self.names(assembly)? })
    }
}

impl Saying {
    /// That nothing waits for signatures.
    pub fn nothing_to_sign() -> Saying {
        Saying::of("signing-nothing")
    }
}

impl Telling<'_> {
    fn act(&self, id: &ActId, own: Option<DeviceId>) -> Option<Vec<Saying>> {
        let judged = self.fold.act(id)?;
        let act = judged.act.filter(|act| is_binding(act))?;
        let filed = Saying::of("signing-filed").text("id", id.short()).said("who", self.author(&judged)).said("says", self.says(act));
        let mut lines = vec![filed];
        lines.extend(self.beside(act, &judged));
        lines.extend(self.against(&judged, "act"));
        let Signers { counting, others, apart, devices, needs } = self.fold.signers(id);
        let whose = |members: &[Member]| members.iter().map(|member| self.who(*member)).collect::<Vec<_>>();
        lines.push(Saying::of("signing-have").number("have", counting.len() as u64).number("needs", needs).all("who", whose(&counting)));
        if !others.is_empty() {
            lines.push(Saying::of("signing-not-counted").all("who", whose(&others)));
        }
        lines.extend(
            apart.iter().map(|(one, other)| Saying::of("signing-apart").said("one", self.who(*one)).said("other", self.who(*other))),
        );
        lines.extend(own.filter(|own| devices.contains(own)).map(|_| Saying::of("signing-here")));
        if *judged.status == Status::Pending && !self.fold.is_asked_for(id) {
            lines.push(Saying::of("signing-not-asked"));
        }
        Some(lines)
    }

    /// A member by card and number, or by number alone where the card is not here.
    fn who(&self, member: Member) -> Saying {
        match self.names.get(&member).filter(|card| !card.name.trim().is_empty()) {
            Some(card) => Saying::of("signing-who").text("name", &card.name).number("member", member.0),
            None => Saying::of("signing-member").number("member", member.0),
        }
    }

    fn author(&self, judged: &Judged<'_>) -> Saying {
        judged.by.map_or_else(|| Saying::of("signing-stranger"), |by| self.who(by.member))
    }

    /// Whose a laptop or card is.
    fn holder(&self, device: &DeviceId) -> Saying {
        let known = self.fold.book().commons.roll.devices.get(device);
        known.map_or_else(|| Saying::of("signing-stranger"), |known| self.who(known.member))
    }

    /// An act that another one names: its id, whose it is, and what it says.
    fn entry(&self, id: &ActId) -> Saying {
        let missing = || Saying::of("signing-missing").text("id", id.short());
        self.fold.act(id).map_or_else(missing, |judged| self.entry_of(&judged))
    }

    fn entry_of(&self, judged: &Judged<'_>) -> Saying {
        let newer = || Saying::of("signing-newer").perhaps("kind", judged.change.act().to_json().get("do").and_then(|kind| kind.as_str()));
        let says = judged.act.map_or_else(newer, |act| self.says(act));
        Saying::of("signing-entry").text("id", judged.change.act_id().short()).said("who", self.author(judged)).said("says", says)
    }

    /// What stands against something, one a line: against the act itself, or against the entry that it ratifies.
    fn against(&self, judged: &Judged<'_>, of: &'static str) -> Vec<Saying> {
        let what = |against: Against| match against {
            Against::Act { act } => self.entry(&act),
            Against::Fork { device, .. } => Saying::of("signing-fork").text("key", device.short()).said("who", self.holder(&device)),
            Against::Fallen { act } => Saying::of("signing-fallen").said("entry", self.entry(&act)),
        };
        let all = self.fold.against(&judged.change.hash()).into_iter();
        all.map(|against| Saying::of("signing-against").text("of", of).said("what", what(against))).collect()
    }

    /// What an entry says that is to be ratified, where its one sentence does not, and what stands against it, or that nothing does.
    fn about_entry(&self, entry: &ActId) -> Vec<Saying> {
        let mut lines = self.clauses_of(entry);
        let open = self.fold.act(entry).filter(|entry| *entry.status != Status::Counts);
        let against = open.map_or_else(Vec::new, |entry| self.against(&entry, "entry"));
        lines.extend(if against.is_empty() { vec![Saying::of("signing-unopposed")] } else { against });
        lines
    }
}
