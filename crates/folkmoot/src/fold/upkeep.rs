//! Keeping a fold up as changes arrive: the same statuses and the same book as if all were judged at once.

use std::collections::BTreeSet;

use super::core::{Core, Scope};
use super::deeds::Deed;
use super::lines::{Kept, Past};
use super::view::View;
use super::{Fold, Status};
use crate::act::{Entry, Standing};
use crate::change::{Ring, VerifiedChange};
use crate::id::ActId;

/// How many views of older pasts are kept while folding.
const VIEWS: usize = 16;

impl<V: View> Fold<V> {
    pub(super) fn enter(&mut self, change: VerifiedChange) {
        self.settled.take();
        let ring = change.says().ring;
        let past = self.lines.past_of(&change);
        let kept = if self.lines.is_everything(&past, ring) {
            self.lines.weigh(change, &self.book)
        } else {
            self.view(past, ring);
            self.lines.weigh(change, &self.views[0].2)
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

    /// Judges the core with a new act in it; counts what counts now, and recounts everything only where something else may have fallen.
    fn settle_core(&mut self, new: usize) {
        if let Some(newly) = self.lines.grow(&mut self.judged, new) {
            if newly.iter().any(|at| self.reaches_back(*at)) {
                self.recount();
                return;
            }
            for at in &newly {
                count(&mut self.book, &self.lines.kept[*at]);
            }
            // Nobody writes before the admission counts in its own past, and here nothing falls: only what is new has another standing.
            for at in newly.into_iter().chain([new]) {
                self.status[at] = self.core_status(at);
            }
            return;
        }
        let judged = self.lines.judge_core(&self.lines.core, Scope::Whole);
        let newly: Vec<usize> = judged.counting.difference(&self.judged.counting).copied().collect();
        let fallen = self.judged.counting.difference(&judged.counting).next().is_some();
        let reaches_back = newly.iter().any(|at| self.reaches_back(*at));
        self.judged = judged;
        if fallen || reaches_back {
            self.recount();
            return;
        }
        for at in newly {
            count(&mut self.book, &self.lines.kept[at]);
        }
        for at in &self.lines.core {
            self.status[*at] = self.core_status(*at);
        }
    }

    /// Whether a binding act that counts from now on may change what something else counts for.
    fn reaches_back(&self, at: usize) -> bool {
        let kept = &self.lines.kept[at];
        if self.lines.carriers(&kept.id(), Scope::Whole).count() > 1 {
            return true;
        }
        let unseen = || self.lines.between(&kept.past, &self.lines.everything(Ring::Person)).into_iter();
        let deed = |at: &usize| !self.lines.kept[*at].is_core();
        match &kept.standing {
            Some(Standing::Remove { cut: Some(_), .. } | Standing::Recall { cut: Some(_), .. } | Standing::Ratify { .. }) => true,
            Some(Standing::Remove { .. } | Standing::Recall { .. } | Standing::Meeting { .. }) => unseen().any(|at| deed(&at)),
            // What rested on it before it fell stands again with it.
            Some(Standing::Admit { .. } | Standing::Grant { .. }) => {
                unseen().any(|at| deed(&at) && matches!(self.status[at], Status::Contested { .. }))
            }
            Some(Standing::Found | Standing::Binding | Standing::Sign { .. } | Standing::Deed(_) | Standing::Note) | None => false,
        }
    }

    /// The removals that leave out a signature of a binding act.
    fn strikes(&self, act: usize) -> BTreeSet<ActId> {
        let signs = Some(Standing::Sign { act: self.lines.kept[act].id() });
        let signatures = self.lines.core.iter().copied().filter(|at| *at == act || self.lines.kept[*at].standing == signs);
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
        let strikes = counting.intersection(&base.removals).copied().collect();
        if !self.lines.frozen(at, Scope::Whole) && base.is_live(&self.lines, at, counting, &strikes) {
            return Status::Counts;
        }
        let spares = |removal: &usize| self.lines.before(at, *removal) || base.signed[removal].contains(&at);
        let removals = self.judged.removals.get(&self.lines.kept[at].device()).into_iter().flatten();
        let by = removals.filter(|(removal, _)| !spares(removal)).map(|(removal, _)| self.lines.kept[*removal].id());
        Status::Contested { by: by.collect() }
    }

    fn recount(&mut self) {
        self.judged = self.lines.judge_core(&self.lines.core, Scope::Whole);
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
        let counting = |at: usize| self.status[at] == Status::Counts;
        let mut book = V::default();
        for at in (0..self.lines.kept.len()).filter(|at| self.lines.is_counted(*at, Scope::Whole, &counting)) {
            count(&mut book, &self.lines.kept[at]);
        }
        self.book = book;
    }

    /// Puts the book of a past first among the views, by the same law: extended from the nearest kept view where only deeds lie between.
    fn view(&mut self, past: Past, ring: Ring) {
        let lines = &self.lines;
        let nearest = self.views.iter().position(|(base, of, _)| {
            let within = base.iter().enumerate().all(|(line, count)| past.get(line).copied().unwrap_or(0) >= *count);
            let extends = |at: &usize| !lines.kept[*at].is_core() && !lines.touches_a_fork(*at, Scope::Past(&past));
            *of == ring && within && lines.between(base, &past).iter().all(extends)
        });
        let (base, mut book) = match nearest.map(|at| self.views.remove(at)) {
            Some((base, _, book)) => (base, book),
            None => (Past::new(), V::default()),
        };
        let scope = Scope::Past(&past);
        let core = lines.judge_core(&lines.core, scope);
        let between = lines.between(&base, &past);
        let counts = |at: &usize| {
            let kept = &lines.kept[*at];
            match (&kept.void, &kept.standing) {
                (Some(_), _) | (None, None) => false,
                (None, Some(Standing::Deed(_) | Standing::Note)) => lines.judge_deed(*at, &core, scope) == Deed::Counts,
                (None, Some(_)) => core.counting.contains(at),
            }
        };
        let counting: BTreeSet<usize> = between.into_iter().filter(counts).collect();
        for at in counting.iter().filter(|at| lines.is_counted(**at, scope, &|other| counting.contains(&other))) {
            count(&mut book, &lines.kept[*at]);
        }
        self.views.insert(0, (past, ring, book));
        self.views.truncate(VIEWS);
    }
}

fn deed_status(deed: Deed) -> Status {
    match deed {
        Deed::Counts => Status::Counts,
        Deed::Contested(by) => Status::Contested { by },
    }
}

fn count<V: View>(book: &mut V, kept: &Kept<V>) {
    if let (Some(act), Some(by)) = (&kept.act, &kept.author) {
        let entry = Entry { id: kept.id(), by: by.member, claimed_at: kept.change.says().claimed_at, seq: kept.change.says().seq };
        book.count(act, &entry, by);
    }
}
