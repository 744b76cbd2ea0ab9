//! Where the lines of an assembly end, and where a change stands on its own.

use super::Fold;
use super::view::View;
use crate::change::Ring;
use crate::id::{ChangeHash, DeviceId};

impl<V: View> Fold<V> {
    /// The ends of all lines of a ring, ascending: whose, how many changes up to there, and the last. A line that forks has several.
    pub fn ends(&self, ring: Ring) -> Vec<(DeviceId, u64, ChangeHash)> {
        let last = self.lines.lines.iter().filter(|line| line.ring == ring).filter_map(|line| line.changes.last());
        let mut ends: Vec<_> = last
            .map(|at| &self.lines.kept[*at])
            .filter(|kept| kept.follows)
            .map(|kept| (kept.device(), kept.change.says().seq.saturating_add(1), kept.change.hash()))
            .collect();
        ends.sort_unstable();
        ends
    }

    /// Whether a device's line of a ring forks.
    pub fn forks_in(&self, device: &DeviceId, ring: Ring) -> bool {
        self.lines.forks.get(device).is_some_and(|forks| forks.keys().any(|(_, at, _)| *at == ring))
    }

    /// Where a change stands: on whose line, of which ring, and as the how manieth.
    pub fn place(&self, hash: &ChangeHash) -> Option<(DeviceId, Ring, u64)> {
        let kept = &self.lines.kept[self.lines.find(hash)?];
        kept.follows.then(|| (kept.device(), kept.ring(), kept.change.says().seq.saturating_add(1)))
    }

    /// Whether a change is another, or lies in its past.
    pub fn is_up_to(&self, earlier: &ChangeHash, later: &ChangeHash) -> bool {
        match (self.lines.find(earlier), self.lines.find(later)) {
            (Some(earlier), Some(later)) => earlier == later || self.lines.before(earlier, later),
            _ => false,
        }
    }
}
