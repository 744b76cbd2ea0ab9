//! What everything here counts for: kept up as changes arrive, or judged at once when somebody asks.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::core::{Core, Scope};
use super::lines::{Kept, Lines};
use super::view::View;
use super::{Fold, Status};
use crate::act::{Entry, Standing};

/// The verdicts on everything here.
#[derive(Debug, Clone)]
pub(super) struct Verdicts<V: View> {
    pub(super) core: Core,
    pub(super) status: Vec<Status>,
    /// Changes that a fork freezes.
    pub(super) frozen: BTreeSet<usize>,
    /// The binding acts that are settled, once somebody asked.
    pub(super) settled: OnceLock<BTreeSet<usize>>,
    /// Those that were when somebody asked before, as long as nothing has fallen since.
    pub(super) settled_before: BTreeSet<usize>,
    /// A book only ever counts; so where something falls it is counted from the beginning, once somebody asks.
    pub(super) book: OnceLock<V>,
}

impl<V: View> Fold<V> {
    /// The verdicts as they are now.
    pub(super) fn verdicts(&self) -> &Verdicts<V> {
        self.verdicts.get_or_init(|| self.lines.judge())
    }
}

impl<V: View> Lines<V> {
    /// Judges everything at once.
    pub(super) fn judge(&self) -> Verdicts<V> {
        let frozen = |core: &Core| (0..self.kept.len()).filter(|at| self.frozen(*at, core, Scope::Whole)).collect();
        let core = self.judge_core(Scope::Whole);
        let mut verdicts = Verdicts {
            frozen: frozen(&core),
            core,
            status: Vec::with_capacity(self.kept.len()),
            settled: OnceLock::new(),
            settled_before: BTreeSet::new(),
            book: OnceLock::new(),
        };
        for (at, kept) in self.kept.iter().enumerate() {
            let status = match (&kept.void, &kept.standing) {
                (Some(why), _) => Status::Void { why: why.clone() },
                (None, None) => Status::Newer,
                (None, Some(Standing::Deed(_) | Standing::Note)) => verdicts.deed_status(self, at),
                (None, Some(_)) => verdicts.core_status(self, at),
            };
            verdicts.status.push(status);
        }
        verdicts
    }
}

impl<V: View> Verdicts<V> {
    /// The book of everything that counts.
    pub(super) fn book(&self, lines: &Lines<V>) -> &V {
        self.book.get_or_init(|| {
            let counting = |at: usize| self.status[at] == Status::Counts;
            let mut book = V::default();
            for at in (0..lines.kept.len()).filter(|at| lines.is_counted(*at, Scope::Whole, &counting)) {
                count(&mut book, &lines.kept[at]);
            }
            book
        })
    }

    /// What a deed or note that is not void counts for.
    pub(super) fn deed_status(&self, lines: &Lines<V>, at: usize) -> Status {
        if lines.deed_counts(at, &self.core, Scope::Whole) { Status::Counts } else { Status::Contested }
    }

    /// What a binding act or a signature counts for.
    pub(super) fn core_status(&self, lines: &Lines<V>, at: usize) -> Status {
        let kept = &lines.kept[at];
        if let Some(why) = &kept.void {
            return Status::Void { why: why.clone() };
        }
        if let Some(Standing::Sign { .. }) = kept.standing {
            return self.signature_status(lines, at);
        }
        if self.core.counting.contains(&at) {
            Status::Counts
        } else if self.core.possible.contains(&at) {
            Status::Split
        } else if self.core.unstruck.contains(&at) {
            Status::Contested
        } else {
            Status::Pending
        }
    }

    /// A signature has no quorum of its own: it counts while it is live (RESOLVER.md 4).
    fn signature_status(&self, lines: &Lines<V>, at: usize) -> Status {
        let Core { counting, base, .. } = &self.core;
        if !lines.frozen(at, &self.core, Scope::Whole) && base.is_live(lines, at, counting.into(), counting) {
            return Status::Counts;
        }
        Status::Contested
    }
}

pub(super) fn count<V: View>(book: &mut V, kept: &Kept<V>) {
    if let (Some(act), Some(by)) = (&kept.act, &kept.author) {
        let entry = Entry { id: kept.id(), by: by.member, claimed_at: kept.change.says().claimed_at, seq: kept.change.says().seq };
        book.count(act, &entry, by);
    }
}
