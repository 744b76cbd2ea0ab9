//! Keeping a fold up as changes arrive: the same statuses and the same book as if all were judged at once.

use std::collections::BTreeSet;

use super::core::{Core, Scope};
use super::lines::{Kept, Lines};
use super::view::{Read, View};
use super::{Fold, Status};
use crate::act::{Entry, Standing};
use crate::id::DeviceId;

impl<V: View> Fold<V> {
    pub(super) fn enter(&mut self, change: Read<V>) {
        if let Some(settled) = self.settled.take() {
            self.settled_before = settled;
        }
        let ring = change.change.says().ring;
        let past = self.lines.past_of(&change.change);
        let kept = if past.covers(self.lines.everything(ring)) {
            self.lines.weigh(change, self.book())
        } else {
            self.lines.look(&mut self.sights, past, ring);
            self.lines.weigh(change, &self.sights[0].book)
        };
        let at = self.lines.push(kept);
        self.status.push(Status::Pending);
        if (self.lines.is_branch(at) && !self.freeze(at)) || !self.thaw(at) {
            self.recount();
            return;
        }
        if self.lines.frozen(at, &self.judged, Scope::Whole) {
            self.frozen.insert(at);
        }
        let kept = &self.lines.kept[at];
        match (&kept.void, &kept.standing) {
            (Some(why), _) => self.status[at] = Status::Void { why: why.clone() },
            (None, None) => self.status[at] = Status::Newer,
            (None, Some(Standing::Deed(_) | Standing::Note)) => self.settle_deed(at),
            (None, Some(_)) => self.settle_core(at),
        }
    }

    /// Freezes what a new branch of a fork freezes; false if that may alter what others count for.
    fn freeze(&mut self, branch: usize) -> bool {
        self.settled_before.clear();
        let kept = &self.lines.kept[branch];
        let (device, says) = (kept.device(), kept.change.says());
        let siblings: Vec<usize> = self.lines.siblings(device, says.ring, says.prev).take(3).collect();
        // The fork was known, and nobody can have seen this branch of it yet.
        if siblings.len() > 2 {
            return true;
        }
        // What each other fork froze it froze already.
        let is_new = |at: &usize| !self.frozen.contains(at) && self.lines.freezes(&siblings, *at, Scope::Whole);
        let theirs = self.lines.lines_of(device).flat_map(|(_, line)| &line.changes).copied();
        let frozen: Vec<usize> = theirs.filter(|at| *at != branch).filter(is_new).collect();
        if !frozen.iter().all(|at| self.is_alone(*at)) {
            return false;
        }
        self.frozen.extend(&frozen);
        for at in frozen {
            if self.lines.kept[at].is_deed() {
                self.settle_deed(at);
            }
        }
        true
    }

    /// Counts what a majority has taken in with a new change; false if that may alter what others count for.
    fn thaw(&mut self, by: usize) -> bool {
        let takes_in: Vec<(DeviceId, &[usize])> = self.lines.half_heard(by).collect();
        if takes_in.is_empty() {
            return true;
        }
        let theirs = |at: &usize| takes_in.iter().any(|(device, _)| *device == self.lines.kept[*at].device());
        let is_thawed = |at: &usize| theirs(at) && self.lines.is_news(*at, by) && !self.lines.frozen(*at, &self.judged, Scope::Whole);
        let thawed: Vec<usize> = self.frozen.iter().copied().filter(is_thawed).collect();
        if !thawed.iter().all(|at| self.is_alone(*at)) {
            return false;
        }
        for at in thawed {
            self.frozen.remove(&at);
            if self.lines.kept[at].is_deed() {
                self.settle_deed(at);
            }
        }
        true
    }

    /// Whether nothing else hangs on a change: it is void, or a deed.
    fn is_alone(&self, at: usize) -> bool {
        let kept = &self.lines.kept[at];
        kept.void.is_some() || !kept.is_core()
    }

    /// Judges a deed or note by the core as it is.
    fn settle_deed(&mut self, at: usize) {
        let now = self.deed_status(at);
        let before = std::mem::replace(&mut self.status[at], now);
        match (before == Status::Counts, self.status[at] == Status::Counts) {
            (true, false) => drop(self.book.take()),
            (false, true) => self.count(at),
            (true, true) | (false, false) => {}
        }
    }

    /// Counts what counts from now on.
    fn count(&mut self, at: usize) {
        let kept = &self.lines.kept[at];
        // What is carried twice goes into the book once, by one of its changes.
        if self.lines.is_carried_twice(&kept.id(), Scope::Whole) {
            self.book.take();
        }
        if let Some(book) = self.book.get_mut() {
            count(book, kept);
        }
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
        for at in newly {
            self.count(*at);
        }
        let reached: BTreeSet<usize> = newly.iter().flat_map(|act| self.lines.reached_by(*act, Scope::Whole)).collect();
        for at in reached {
            self.settle_deed(at);
        }
    }

    fn deed_status(&self, at: usize) -> Status {
        if self.lines.deed_counts(at, &self.judged, Scope::Whole) { Status::Counts } else { Status::Contested }
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
            Status::Contested
        } else {
            Status::Pending
        }
    }

    /// A signature has no quorum of its own: it counts while it is live (RESOLVER.md 4).
    fn signature_status(&self, at: usize) -> Status {
        let Core { counting, base, .. } = &self.judged;
        if !self.lines.frozen(at, &self.judged, Scope::Whole) && base.is_live(&self.lines, at, counting.into(), counting) {
            return Status::Counts;
        }
        Status::Contested
    }

    pub(super) fn recount(&mut self) {
        self.settled_before.clear();
        self.judged = self.lines.judge_core(Scope::Whole);
        for at in 0..self.lines.kept.len() {
            let kept = &self.lines.kept[at];
            self.status[at] = match (&kept.void, &kept.standing) {
                (Some(why), _) => Status::Void { why: why.clone() },
                (None, None) => Status::Newer,
                (None, Some(Standing::Deed(_) | Standing::Note)) => self.deed_status(at),
                (None, Some(_)) => self.core_status(at),
            };
        }
        self.frozen = (0..self.lines.kept.len()).filter(|at| self.lines.frozen(*at, &self.judged, Scope::Whole)).collect();
        self.book.take();
    }
}

impl<V: View> Lines<V> {
    /// The book of everything that counts.
    pub(super) fn counted(&self, status: &[Status]) -> V {
        let counting = |at: usize| status[at] == Status::Counts;
        let mut book = V::default();
        for at in (0..self.kept.len()).filter(|at| self.is_counted(*at, Scope::Whole, &counting)) {
            count(&mut book, &self.kept[at]);
        }
        book
    }
}

pub(super) fn count<V: View>(book: &mut V, kept: &Kept<V>) {
    if let (Some(act), Some(by)) = (&kept.act, &kept.author) {
        let entry = Entry { id: kept.id(), by: by.member, claimed_at: kept.change.says().claimed_at, seq: kept.change.says().seq };
        book.count(act, &entry, by);
    }
}
