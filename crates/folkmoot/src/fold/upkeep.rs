//! Keeping the verdicts up as changes arrive: the same statuses and the same book as if all were judged at once.

use std::collections::BTreeSet;

use super::core::Scope;
use super::lines::Lines;
use super::verdicts::{Verdicts, count};
use super::view::{Read, View};
use super::{Fold, Status};
use crate::act::Standing;

impl<V: View> Fold<V> {
    pub(super) fn enter(&mut self, change: Read<V>) {
        let ring = change.change.says().ring;
        let past = self.lines.past_of(&change.change);
        let kept = if past.covers(self.lines.everything(ring)) {
            self.lines.weigh(change, self.book())
        } else {
            self.lines.look(&mut self.sights, past, ring);
            self.lines.weigh(change, &self.sights[0].book)
        };
        let at = self.lines.push(kept);
        // Whoever makes thousands of changes that alter what others count for has them judged once somebody asks, not once for each: a
        // change asks that has heard of everything.
        if self.verdicts.get_mut().is_some_and(|verdicts| !verdicts.take_in(&self.lines, at)) {
            self.verdicts.take();
        }
    }
}

impl<V: View> Verdicts<V> {
    /// Takes in the change that came last; false where that may alter what others count for, and all is to be judged anew.
    fn take_in(&mut self, lines: &Lines<V>, at: usize) -> bool {
        if let Some(settled) = self.settled.take() {
            self.settled_before = settled;
        }
        self.status.push(Status::Pending);
        if (lines.is_branch(at) && !self.freeze(lines, at)) || !self.thaw(lines, at) {
            return false;
        }
        if lines.frozen(at, &self.core, Scope::Whole) {
            self.frozen.insert(at);
        }
        let kept = &lines.kept[at];
        match (&kept.void, &kept.standing) {
            (Some(why), _) => self.status[at] = Status::Void { why: why.clone() },
            (None, None) => self.status[at] = Status::Newer,
            (None, Some(Standing::Deed(_) | Standing::Note)) => self.settle_deed(lines, at),
            (None, Some(_)) => return self.settle_core(lines, at),
        }
        true
    }

    /// Freezes what a new branch of a fork freezes; false if that may alter what others count for.
    fn freeze(&mut self, lines: &Lines<V>, branch: usize) -> bool {
        self.settled_before.clear();
        let kept = &lines.kept[branch];
        let (device, says) = (kept.device(), kept.change.says());
        let siblings: Vec<usize> = lines.siblings(device, says.ring, says.prev).take(3).collect();
        // The fork was known, and nobody can have seen this branch of it yet.
        if siblings.len() > 2 {
            return true;
        }
        // What each other fork froze it froze already.
        let is_new = |at: &usize| !self.frozen.contains(at) && lines.freezes(&siblings, *at, Scope::Whole);
        let theirs = lines.lines_of(device).flat_map(|(_, line)| &line.changes).copied();
        let frozen: Vec<usize> = theirs.filter(|at| *at != branch).filter(is_new).collect();
        if !frozen.iter().all(|at| is_alone(lines, *at)) {
            return false;
        }
        self.frozen.extend(&frozen);
        for at in frozen {
            if lines.kept[at].is_deed() {
                self.settle_deed(lines, at);
            }
        }
        true
    }

    /// Counts what a majority has taken in with a new change; false if that may alter what others count for.
    fn thaw(&mut self, lines: &Lines<V>, by: usize) -> bool {
        let takes_in = lines.half_heard(by);
        if takes_in.is_empty() {
            return true;
        }
        let theirs = |at: &usize| self.frozen.contains(at) && takes_in.contains(&lines.kept[*at].device());
        let news = lines.news(by).into_iter().filter(theirs);
        let thawed: Vec<usize> = news.filter(|at| lines.may_thaw(*at) && !lines.frozen(*at, &self.core, Scope::Whole)).collect();
        if !thawed.iter().all(|at| is_alone(lines, *at)) {
            return false;
        }
        for at in thawed {
            self.frozen.remove(&at);
            if lines.kept[at].is_deed() {
                self.settle_deed(lines, at);
            }
        }
        true
    }

    /// Judges a deed or note by the core as it is.
    fn settle_deed(&mut self, lines: &Lines<V>, at: usize) {
        let now = self.deed_status(lines, at);
        let before = std::mem::replace(&mut self.status[at], now);
        match (before == Status::Counts, self.status[at] == Status::Counts) {
            (true, false) => drop(self.book.take()),
            (false, true) => self.count(lines, at),
            (true, true) | (false, false) => {}
        }
    }

    /// Counts what counts from now on.
    fn count(&mut self, lines: &Lines<V>, at: usize) {
        let kept = &lines.kept[at];
        // What is carried twice goes into the book once, by one of its changes.
        if lines.is_carried_twice(&kept.id(), Scope::Whole) {
            self.book.take();
        }
        if let Some(book) = self.book.get_mut() {
            count(book, kept);
        }
    }

    /// Judges the core with a new act in it, and counts what counts now; false if something falls by it.
    fn settle_core(&mut self, lines: &Lines<V>, new: usize) -> bool {
        if let Some(grown) = lines.grow(&mut self.core, new, Scope::Whole) {
            let signatures = self.restate(lines, grown.changed);
            self.bring_in(lines, &grown.newly, &signatures);
            return true;
        }
        let judged = lines.judge_core(Scope::Whole);
        self.settled_before.clear();
        if !self.core.counting.is_subset(&judged.counting) {
            return false;
        }
        let newly: Vec<usize> = judged.counting.difference(&self.core.counting).copied().collect();
        self.core = judged;
        let signatures = self.restate(lines, lines.core.iter().copied());
        self.bring_in(lines, &newly, &signatures);
        true
    }

    /// Says of binding acts and signatures what they count for now; gives the signatures that count otherwise than before.
    fn restate(&mut self, lines: &Lines<V>, core: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut signatures = Vec::new();
        for at in core {
            let now = self.core_status(lines, at);
            let counted = now == Status::Counts;
            let before = std::mem::replace(&mut self.status[at], now);
            if (before == Status::Counts) != counted && lines.is_signature(at) {
                signatures.push(at);
            }
        }
        signatures
    }

    /// Counts acts that are in force from now on, and judges the deeds anew that they reach, and those that some signatures do.
    fn bring_in(&mut self, lines: &Lines<V>, newly: &[usize], signatures: &[usize]) {
        for at in newly {
            self.count(lines, *at);
        }
        let counts = |at: usize| self.status[at] == Status::Counts;
        let reaching = newly.iter().chain(signatures.iter().filter(|at| lines.signs_what_counts(**at, &self.core)));
        let reached: BTreeSet<usize> = reaching.flat_map(|act| lines.reached_by(*act, Scope::Whole, &counts)).collect();
        for at in reached {
            self.settle_deed(lines, at);
        }
    }
}

/// Whether nothing else hangs on a change: it is void, or a deed.
fn is_alone<V: View>(lines: &Lines<V>, at: usize) -> bool {
    let kept = &lines.kept[at];
    kept.void.is_some() || !kept.is_core()
}
