//! Who has signed a binding act, and whose signature counts as things stand.

use std::collections::BTreeSet;

use super::Fold;
use super::core::Scope;
use super::view::View;
use crate::id::{ActId, DeviceId};
use crate::plain::Member;

/// Who has signed a binding act so far, each holder once and its author first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signers {
    /// Those whose signature counts.
    pub counting: Vec<Member>,
    /// Those whose signature does not count: something stands against it, or what is ratified is their own.
    pub others: Vec<Member>,
    /// Pairs among those that are not counted together, since one had signed to take the other's laptop off the roll.
    pub apart: BTreeSet<(Member, Member)>,
    /// The laptops and cards that signed it, whatever that counts for.
    pub devices: Vec<DeviceId>,
    /// How many holders it asks for; while it does not count, the one of those who sign who knows of most is heeded (RESOLVER.md 3).
    pub needs: u32,
}

impl<V: View> Fold<V> {
    /// Whether a laptop or card on the roll has signed an act, and so asks others to: none does, where the one that filed it was taken off
    /// the roll and nobody else signed.
    pub fn is_asked_for(&self, id: &ActId) -> bool {
        let roll = self.book().roll();
        let mut signed = self.carrier(id).into_iter().chain(self.lines.signatures(id)).map(|at| &self.lines.kept[at]);
        signed.any(|kept| kept.void.is_none() && roll.contains_key(&kept.device()))
    }

    /// Who has signed a binding act so far.
    pub fn signers(&self, id: &ActId) -> Signers {
        let Some(act) = self.carrier(id) else { return Signers::default() };
        let Some(standing) = &self.lines.kept[act].standing else { return Signers::default() };
        let need = |at: usize| self.lines.kept[at].need_of(standing);
        let (core, excluded) = (&self.verdicts().core, self.lines.ratified_authors(act));
        // Of what is split only those are certain whom no removal in dispute strikes.
        let is_live = |at: usize| core.base.is_live(&self.lines, at, (&core.counting).into(), &core.possible);
        let (mut signers, mut fell, mut live) = (Signers { needs: need(act), ..Signers::default() }, Vec::new(), Vec::new());
        let others = self.lines.signatures(id).filter(|at| self.lines.kept[*at].void.is_none());
        for at in std::iter::once(act).chain(others) {
            let kept = &self.lines.kept[at];
            let Some(author) = kept.author else { continue };
            signers.devices.push(kept.device());
            let signs = core.base.signed.get(&act).is_some_and(|signed| signed.contains(&at));
            if signs && is_live(at) && !self.lines.frozen(at, core, Scope::Whole) && !excluded.contains(&author.member) {
                if !signers.counting.contains(&author.member) {
                    signers.counting.push(author.member);
                }
                // What counts already had enough without whoever asks for more.
                if !core.counting.contains(&act) {
                    signers.needs = signers.needs.max(need(at));
                }
                live.push((author.member, at));
            } else if !fell.contains(&author.member) {
                fell.push(author.member);
            }
        }
        let pairs = live.iter().enumerate().flat_map(|(at, one)| live.iter().skip(at + 1).map(move |other| (*one, *other)));
        for (one, other) in pairs.filter(|(one, other)| core.base.are_apart(&self.lines, act, *one, *other)) {
            signers.apart.insert((one.0.min(other.0), one.0.max(other.0)));
        }
        // In every copy in one order, whatever came first here.
        if let Some((_, others)) = signers.counting.split_first_mut() {
            others.sort_unstable();
        }
        fell.sort_unstable();
        signers.others = fell.into_iter().filter(|member| !signers.counting.contains(member)).collect();
        signers
    }
}
