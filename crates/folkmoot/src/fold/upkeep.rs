//! Keeping a fold up as changes arrive: the same statuses and the same book as if all were judged at once.

use std::collections::BTreeSet;

use super::core::{Core, Scope};
use super::deeds::Deed;
use super::lines::Kept;
use super::view::View;
use super::{Fold, Status};
use crate::act::{Entry, Standing};
use crate::change::VerifiedChange;
use crate::id::ActId;

impl<V: View> Fold<V> {
    pub(super) fn enter(&mut self, change: VerifiedChange) {
        if let Some(settled) = self.settled.take() {
            self.settled_before = settled;
        }
        let ring = change.says().ring;
        let past = self.lines.past_of(&change);
        let kept = if self.lines.is_everything(&past, ring) {
            self.lines.weigh(change, &self.book)
        } else {
            self.lines.look(&mut self.sights, past, ring);
            self.lines.weigh(change, &self.sights[0].book)
        };
        let at = self.lines.push(kept);
        if self.lines.is_branch(at) || !self.thaw(at) {
            self.status.push(Status::Pending);
            self.recount();
            return;
        }
        if self.lines.frozen(at, Scope::Whole) {
            self.frozen.push(at);
        }
        let kept = &self.lines.kept[at];
        match (&kept.void, &kept.standing) {
            (Some(why), _) => self.status.push(Status::Void { why: why.clone() }),
            (None, None) => self.status.push(Status::Newer),
            (None, Some(Standing::Deed(_) | Standing::Note)) => {
                let deed = self.lines.judge_deed(at, &self.judged, Scope::Whole);
                self.status.push(Status::Pending);
                self.settle_deed(at, deed);
            }
            (None, Some(_)) => {
                self.status.push(Status::Pending);
                self.settle_core(at);
            }
        }
    }

    /// Counts what a majority has taken in with a new change; false if that may alter what others count for.
    fn thaw(&mut self, by: usize) -> bool {
        let is_thawed = |at: &usize| self.lines.is_news(*at, by) && !self.lines.frozen(*at, Scope::Whole);
        let thawed: Vec<usize> = self.frozen.iter().copied().filter(is_thawed).collect();
        let alone = |at: &usize| {
            let kept = &self.lines.kept[*at];
            kept.void.is_some() || !kept.is_core() && self.lines.carriers(&kept.id(), Scope::Whole).count() == 1
        };
        if !thawed.iter().all(alone) {
            return false;
        }
        self.frozen.retain(|at| !thawed.contains(at));
        for at in thawed {
            let kept = &self.lines.kept[at];
            if kept.void.is_none() && kept.standing.is_some() {
                let deed = self.lines.judge_deed(at, &self.judged, Scope::Whole);
                self.settle_deed(at, deed);
            }
        }
        true
    }

    fn settle_deed(&mut self, at: usize, deed: Deed) {
        self.status[at] = match deed {
            Deed::Counts => {
                count(&mut self.book, &self.lines.kept[at]);
                Status::Counts
            }
            Deed::Contested(by) => Status::Contested { by },
        };
    }

    /// Judges the core with a new act in it, and counts what counts now.
    fn settle_core(&mut self, new: usize) {
        if let Some(grown) = self.lines.grow(&mut self.judged, new, Scope::Whole) {
            for at in grown.changed {
                self.status[at] = self.core_status(at);
            }
            self.bring_in(&grown.newly);
            return;
        }
        let judged = self.lines.judge_core(Scope::Whole);
        self.settled_before.clear();
        if !self.judged.counting.is_subset(&judged.counting) {
            self.recount();
            return;
        }
        let newly: Vec<usize> = judged.counting.difference(&self.judged.counting).copied().collect();
        self.judged = judged;
        for at in &self.lines.core {
            self.status[*at] = self.core_status(*at);
        }
        self.bring_in(&newly);
    }

    /// Counts acts that are in force from now on, and judges the deeds anew that they reach.
    fn bring_in(&mut self, newly: &[usize]) {
        let reached: BTreeSet<usize> = newly.iter().flat_map(|act| self.lines.reached_by(*act, Scope::Whole)).collect();
        let mut counts: Vec<usize> = newly.to_vec();
        let mut fallen = false;
        for at in reached {
            let before = std::mem::replace(&mut self.status[at], deed_status(self.lines.judge_deed(at, &self.judged, Scope::Whole)));
            match (before == Status::Counts, self.status[at] == Status::Counts) {
                (true, false) => fallen = true,
                (false, true) => counts.push(at),
                (true, true) | (false, false) => {}
            }
        }
        // A book only ever counts; so what falls, or is carried twice, has it counted from the beginning.
        if fallen || counts.iter().any(|at| self.lines.carriers(&self.lines.kept[*at].id(), Scope::Whole).count() > 1) {
            self.count_all();
            return;
        }
        for at in counts {
            count(&mut self.book, &self.lines.kept[at]);
        }
    }

    /// The removals that leave out a signature of a binding act.
    fn strikes(&self, act: usize) -> BTreeSet<ActId> {
        let id = self.lines.kept[act].id();
        let signatures = std::iter::once(act).chain(self.lines.signatures(&id));
        let removals = signatures.flat_map(|at| {
            let removals = self.judged.removals.get(&self.lines.kept[at].device()).into_iter().flatten();
            removals.map(|(removal, _)| *removal).filter(move |removal| !self.lines.before(at, *removal))
        });
        removals.map(|removal| self.lines.kept[removal].id()).collect()
    }

    fn core_status(&self, at: usize) -> Status {
        let kept = &self.lines.kept[at];
        if let Some(why) = &kept.void {
            return Status::Void { why: why.clone() };
        }
        if let Some(Standing::Sign { .. }) = kept.standing {
            return self.signature_status(at);
        }
        if self.judged.counting.contains(&at) {
            Status::Counts
        } else if self.judged.possible.contains(&at) {
            Status::Split
        } else if self.judged.unstruck.contains(&at) {
            Status::Contested { by: self.strikes(at).into_iter().collect() }
        } else {
            Status::Pending
        }
    }

    /// A signature has no quorum of its own: it counts while it is live (RESOLVER.md 4).
    fn signature_status(&self, at: usize) -> Status {
        let Core { counting, base, .. } = &self.judged;
        if !self.lines.frozen(at, Scope::Whole) && base.is_live(&self.lines, at, counting, counting) {
            return Status::Counts;
        }
        let removals = self.judged.removals.get(&self.lines.kept[at].device()).into_iter().flatten();
        let by = removals.filter(|(removal, _)| !base.spares(&self.lines, *removal, at)).map(|(removal, _)| self.lines.kept[*removal].id());
        Status::Contested { by: by.collect() }
    }

    fn recount(&mut self) {
        self.settled_before.clear();
        self.judged = self.lines.judge_core(Scope::Whole);
        for at in 0..self.lines.kept.len() {
            let kept = &self.lines.kept[at];
            self.status[at] = match (&kept.void, &kept.standing) {
                (Some(why), _) => Status::Void { why: why.clone() },
                (None, None) => Status::Newer,
                (None, Some(Standing::Deed(_) | Standing::Note)) => deed_status(self.lines.judge_deed(at, &self.judged, Scope::Whole)),
                (None, Some(_)) => self.core_status(at),
            };
        }
        self.frozen = (0..self.lines.kept.len()).filter(|at| self.lines.frozen(*at, Scope::Whole)).collect();
        self.count_all();
    }

    fn count_all(&mut self) {
        let counting = |at: usize| self.status[at] == Status::Counts;
        let mut book = V::default();
        for at in (0..self.lines.kept.len()).filter(|at| self.lines.is_counted(*at, Scope::Whole, &counting)) {
            count(&mut book, &self.lines.kept[at]);
        }
        self.book = book;
    }
}

fn deed_status(deed: Deed) -> Status {
    match deed {
        Deed::Counts => Status::Counts,
        Deed::Contested(by) => Status::Contested { by },
    }
}

pub(super) fn count<V: View>(book: &mut V, kept: &Kept<V>) {
    if let (Some(act), Some(by)) = (&kept.act, &kept.author) {
        let entry = Entry { id: kept.id(), by: by.member, claimed_at: kept.change.says().claimed_at, seq: kept.change.says().seq };
        book.count(act, &entry, by);
    }
}
