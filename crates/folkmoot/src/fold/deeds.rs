//! Deeds and notes: RESOLVER.md 7.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::core::{Asked, Core, Granted, Scope};
use super::lines::Lines;
use super::view::{Clause, View};
use crate::act::{Cut, Standing};
use crate::change::Ring;
use crate::id::ActId;
use crate::plain::Member;

impl<V: View> Lines<V> {
    /// Whether a deed or note that is not void counts, given the core.
    pub(super) fn deed_counts(&self, at: usize, core: &Core, scope: Scope<'_>) -> bool {
        self.deed_stands(at, core, scope) || V::keeps(Clause::Ratifies) && self.ratified(at, core)
    }

    /// A ratification makes the deed count that it names; of one that a forker carries twice, what it had seen.
    fn ratified(&self, at: usize, core: &Core) -> bool {
        let mut ratifications = core.ratified.get(&self.kept[at].id()).into_iter().flatten();
        ratifications.any(|ratification| !V::REFUSES_IDLE || self.before(at, *ratification))
    }

    /// Whether nothing stands against it.
    fn deed_stands(&self, at: usize, core: &Core, scope: Scope<'_>) -> bool {
        let is_admitted = || self.is_admitted(at, core) || !V::keeps(Clause::DeedOfOneAdmitted);
        let is_removed = || self.removed(at, core).next().is_some() && V::keeps(Clause::RemovalEndsDeeds);
        !self.frozen(at, core, scope) && is_admitted() && !is_removed() && !self.is_ended(at, core)
    }

    /// Whether an admission of its laptop that counts lies in its past.
    fn is_admitted(&self, at: usize, core: &Core) -> bool {
        let admissions = core.admissions.get(&self.kept[at].device());
        admissions.into_iter().flatten().any(|admission| self.before(*admission, at))
    }

    /// The removals of its laptop that leave it out.
    pub(super) fn removed<'a>(&'a self, at: usize, core: &'a Core) -> impl Iterator<Item = usize> + 'a {
        let removals = core.removals.get(&self.kept[at].device()).into_iter().flatten();
        removals.filter(move |(removal, cut)| !self.inside(at, *removal, cut)).map(|(removal, _)| *removal)
    }

    /// Whether every grant that the deed could rest on was ended; it is not, if it needs none, or came before the duty was given to anybody
    /// and whoever gave it had heard of the deed.
    fn is_ended(&self, at: usize, core: &Core) -> bool {
        let kept = &self.kept[at];
        // The latest grant is the likeliest to stand, and one that stands is enough.
        let stands = || self.grants(at, core).rev().any(|(asked, grant)| self.ends(at, asked, grant, core).next().is_none());
        let needs_one = !kept.comes_before_the_duty() || self.given_unseen(at, core).next().is_some();
        kept.duty.is_some() && needs_one && !stands()
    }

    /// What ended every grant that the deed could rest on, and the grants that it could not have done without had it heard of them; nothing,
    /// if it needs none or one of them stands.
    pub(super) fn ended(&self, at: usize, core: &Core) -> Option<BTreeSet<usize>> {
        let ends = || self.grants(at, core).flat_map(|(asked, grant)| self.ends(at, asked, grant, core));
        self.is_ended(at, core).then(|| ends().chain(self.given_unseen(at, core)).collect())
    }

    /// The grants of a deed's duty that count and were given without anybody who had heard of it, where it came before the duty was given to
    /// anybody: whoever had not heard of the first grant needs a mandate all the same.
    fn given_unseen<'a>(&'a self, at: usize, core: &'a Core) -> impl Iterator<Item = usize> + 'a {
        let duty = self.kept[at].duty.filter(|_| self.kept[at].comes_before_the_duty());
        let of_the_duty = core.grants.iter().filter(move |((_, given), _)| Some(*given) == duty).flat_map(|(_, grants)| grants);
        let unheard = move |grant: &usize| !self.spares(*grant, at) && !self.was_heard_by_a_signer(at, *grant, core);
        of_the_duty.map(|(grant, ..)| *grant).filter(unheard)
    }

    /// Whether somebody but the deed's author had heard of it when they signed a grant that did not count yet: until enough have signed, the
    /// duty is nobody's.
    fn was_heard_by_a_signer(&self, at: usize, grant: usize, core: &Core) -> bool {
        let counts = |signature: usize| {
            let is_live = || core.base.is_live(self, signature, (&core.counting).into(), &core.counting);
            !self.kept[signature].comes_late && !core.frozen.contains(&signature) && is_live()
        };
        let mut signatures = core.base.signed.get(&grant).into_iter().flatten().copied();
        signatures.any(|signature| self.before(at, signature) && self.holder(signature) != self.holder(at) && counts(signature))
    }

    /// The grants that count and that a deed could rest on.
    fn grants<'a>(&'a self, at: usize, core: &'a Core) -> impl DoubleEndedIterator<Item = (&'a Asked, &'a Granted)> {
        let kept = &self.kept[at];
        let members: BTreeSet<Member> = kept.rests_on().collect();
        let asked = members.into_iter().filter_map(|member| core.grants.get_key_value(&(member, kept.duty?)));
        let grants = asked.flat_map(|(asked, grants)| grants.iter().map(move |grant| (asked, grant)));
        grants.filter(move |(_, (grant, ..))| self.may_rest_on(at, *grant))
    }

    /// Whether a deed had seen a grant, and the grant is for it.
    pub(super) fn may_rest_on(&self, at: usize, grant: usize) -> bool {
        let named = |act: &ActId| self.act(act, Scope::Past(&self.kept[at].past)).and_then(|named| self.kept[named].act.as_ref());
        let acts = self.kept[at].act.as_ref().zip(self.kept[grant].act.as_ref());
        self.before(grant, at) && acts.is_some_and(|(act, granting)| V::is_for(act, granting, &named))
    }

    /// What ended a grant for a deed: recalls that leave it out, and meetings after the term that it does not go before; the latest of
    /// each first, for what leaves a deed out is mostly the last that was decided.
    fn ends<'a>(
        &'a self,
        at: usize,
        asked: &Asked,
        (grant, id, until): &'a Granted,
        core: &'a Core,
    ) -> impl Iterator<Item = usize> + use<'a, V> {
        let of_the_duty = core
            .recalls_of
            .get(asked)
            .into_iter()
            .flatten()
            .rev()
            .filter(move |(recall, _)| !(V::keeps(Clause::GrantAfterRecallStands) && self.before(*recall, *grant)));
        let recalls = core.recalls.get(id).into_iter().flatten().rev().chain(of_the_duty);
        let recalls = recalls.filter(|_| V::keeps(Clause::RecallEndsGrants));
        let recalled = recalls.filter(move |(recall, cut)| !self.inside(at, *recall, cut)).map(|(recall, _)| *recall);
        let later = core.meetings.range((Bound::Excluded(*until), Bound::Unbounded)).rev().flat_map(|(_, meetings)| meetings);
        let later = later.copied().filter(|_| V::keeps(Clause::MeetingEndsTerm));
        recalled.chain(later.filter(move |meeting| !(V::keeps(Clause::MeetingSparesWhatItSaw) && self.spares(*meeting, at))))
    }

    /// Whether an act that ends something leaves a change standing: it had seen it, or never could.
    fn spares(&self, act: usize, at: usize) -> bool {
        self.before(at, act) || self.is_out_of_sight(at, act)
    }

    /// An act of the commons cannot see what stays inside the assembly, so it says nothing about it but how much of it was heard.
    fn is_out_of_sight(&self, at: usize, act: usize) -> bool {
        self.kept[at].ring() > self.kept[act].ring()
    }

    /// Inside a cut: at or below one of the tips that it names on the deed's own line; without a cut, in the past of the act that cuts. What
    /// stays inside the assembly is inside if a removal counts it among what was heard.
    pub(super) fn inside(&self, at: usize, act: usize, cut: &Option<Cut>) -> bool {
        if self.is_out_of_sight(at, act) {
            return self.kept[at].ring() != Ring::Assembly || self.heard_inside(act).is_none_or(|heard| self.is_among(at, heard));
        }
        let Some(tips) = cut.as_ref().filter(|_| V::keeps(Clause::CutByTips)) else { return self.before(at, act) };
        self.under(at, tips)
    }

    /// Whether a change is one of some tips, or lies below one on its own line.
    pub(super) fn under(&self, at: usize, tips: &Cut) -> bool {
        let line_of = |at: usize| (self.kept[at].device(), self.kept[at].ring());
        tips.iter().filter_map(|tip| self.find(tip)).any(|tip| line_of(tip) == line_of(at) && self.leads_to(at, tip))
    }

    /// Whether a change is among the first so many of its line: one that does not follow its line says any number.
    fn is_among(&self, at: usize, first: u64) -> bool {
        self.kept[at].follows && self.kept[at].change.says().seq < first
    }

    /// How many changes of its device inside the assembly a removal lets stand, if it says so.
    fn heard_inside(&self, removal: usize) -> Option<u64> {
        match self.kept[removal].standing {
            Some(Standing::Remove { inside, .. }) => inside,
            Some(_) | None => None,
        }
    }

    /// Whether a change is a tip, or one of those that the tip follows; where a line forks, or does not follow itself, this is more than
    /// lying in the tip's past.
    fn leads_to(&self, at: usize, tip: usize) -> bool {
        // Along a line each follows the one before it, so whole lines are passed at a step.
        let goes_on_from = |link: &usize| {
            let first = self.lines[self.kept[*link].line].changes.first()?;
            self.kept[*first].change.says().prev.and_then(|prev| self.find(&prev))
        };
        let mut links = std::iter::successors(Some(tip), goes_on_from).take_while(|link| *link >= at);
        links.any(|link| self.kept[link].line == self.kept[at].line)
    }
}
