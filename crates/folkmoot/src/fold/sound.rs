//! Whether what is kept up as changes arrive is what judging them all at once says.

use std::collections::BTreeSet;

use super::Fold;
use super::view::View;

impl<V: View + PartialEq> Fold<V> {
    /// The first part of what is kept up that is not what judging at once says, in words; none in a sound fold.
    ///
    /// It judges everything anew, and each past whose book is kept: tests ask this, and nobody else.
    pub fn unsound(&self) -> Option<String> {
        let (kept, anew) = (self.verdicts(), self.lines.judge());
        let differs = |at: &usize| kept.status.get(*at) != Some(&anew.status[*at]);
        if let Some(at) = (0..anew.status.len()).find(differs) {
            let act = self.lines.kept[at].id();
            return Some(format!("{act} is kept as {:?} and judged as {:?}", kept.status.get(at), anew.status[at]));
        }
        let settled = |before: BTreeSet<usize>| self.lines.settled(&kept.core, before);
        let of_whole = [
            ("the core", kept.core.judges_as(&anew.core)),
            ("what forks freeze", kept.frozen == anew.frozen),
            ("what is settled", settled(kept.settled_before.clone()) == settled(BTreeSet::new())),
            ("the book", kept.book.get().is_none_or(|book| book == anew.book(&self.lines))),
        ];
        let of_whole = of_whole.into_iter().filter(|(_, is_sound)| !is_sound).map(|(what, _)| what.to_owned());
        let of_pasts = self.sights.iter().filter_map(|sight| self.lines.unsound(sight));
        of_whole.chain(of_pasts).next()
    }
}
