//! What of a laptop's entries stands when it is taken off the roll, or a duty is taken back, for whoever files that.

use std::collections::BTreeSet;

use super::Fold;
use super::lines::Line;
use super::view::View;
use crate::act::Cut;
use crate::change::Ring;
use crate::id::{ActId, DeviceId};

impl<V: View> Fold<V> {
    /// How many entries of a laptop inside the assembly a removal filed now leaves standing: all that are here; under a cut, those before
    /// which the laptop had written nothing that the cut leaves out. None where nothing from inside the assembly is here, whoever wrote it:
    /// then nobody here can say.
    pub fn stands_inside(&self, device: DeviceId, cut: Option<&Cut>) -> Option<u64> {
        let is_inside = |line: &&Line| line.ring == Ring::Assembly;
        self.lines.lines.iter().find(is_inside)?;
        let lines = || self.lines.lines_of(device).map(|(_, line)| line);
        let is_cut_off = |at: &usize| cut.is_some_and(|cut| !self.lines.under(*at, cut));
        let open = lines().filter(|line| line.ring == Ring::Commons);
        let cut_off: Vec<usize> = open.filter_map(|line| line.changes.iter().copied().find(is_cut_off)).collect();
        // One that does not follow its line says any number.
        let stands = |at: &&usize| self.lines.kept[**at].follows && !cut_off.iter().any(|first| self.lines.before(*first, **at));
        let last = lines().filter(is_inside).filter_map(|line| line.changes.iter().take_while(stands).last());
        Some(last.map(|at| self.lines.kept[*at].change.says().seq.saturating_add(1)).max().unwrap_or(0))
    }

    /// The cut up to an entry of one of some laptops: of its own line that entry and what is before it, of the other laptops' lines what knows
    /// of nothing that is cut off. None of an entry that is not theirs, or not in the commons.
    pub fn cut_up_to(&self, devices: &BTreeSet<DeviceId>, last: &ActId) -> Option<Cut> {
        let last = self.carrier(last)?;
        let (device, position) = (self.lines.kept[last].device(), self.lines.kept[last].position as usize);
        if self.lines.kept[last].ring() != Ring::Commons || !devices.contains(&device) {
            return None;
        }
        let line = &self.lines.lines[self.lines.kept[last].line];
        let cut_off = line.changes.get(position + 1);
        let stands = |at: &&usize| !cut_off.is_some_and(|first| self.lines.before(*first, **at));
        let others = devices.iter().filter(|other| **other != device).flat_map(|other| self.lines.lines_of(*other));
        let others = others.filter(|(_, line)| line.ring == Ring::Commons);
        // A cut names what its holder wrote, and none of it void: the law asks for that.
        let is_theirs = |at: &&usize| self.lines.kept[**at].author.is_some() && self.lines.kept[**at].void.is_none();
        let tips = others.filter_map(|(_, line)| line.changes.iter().take_while(stands).filter(is_theirs).last().copied());
        Some(std::iter::once(last).chain(tips).map(|at| self.lines.kept[at].change.hash()).collect())
    }
}
