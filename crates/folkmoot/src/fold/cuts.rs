//! What of a laptop's entries stands when it is taken off the roll, for whoever files that.

use super::Fold;
use super::view::View;
use crate::act::Cut;
use crate::change::Ring;
use crate::id::DeviceId;

impl<V: View> Fold<V> {
    /// How many entries of a laptop inside the assembly a removal filed now leaves standing: all that are here; under a cut, those before
    /// which the laptop had written nothing that the cut leaves out.
    pub fn stands_inside(&self, device: DeviceId, cut: Option<&Cut>) -> u64 {
        let lines = || self.lines.lines_of(device).map(|(_, line)| line);
        let is_cut_off = |at: &usize| cut.is_some_and(|cut| !self.lines.under(*at, cut));
        let open = lines().filter(|line| line.ring == Ring::Commons);
        let cut_off: Vec<usize> = open.filter_map(|line| line.changes.iter().copied().find(is_cut_off)).collect();
        let stands = |at: &&usize| !cut_off.iter().any(|first| self.lines.before(*first, **at));
        let inside = lines().filter(|line| line.ring == Ring::Assembly);
        let last = inside.filter_map(|line| line.changes.iter().take_while(stands).last());
        last.map(|at| self.lines.kept[*at].change.says().seq.saturating_add(1)).max().unwrap_or(0)
    }
}
