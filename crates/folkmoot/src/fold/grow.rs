//! One more binding act or signature in a core that is judged already: only what it can reach is looked at (RESOLVER.md 5).
//!
//! Write Γ(S) for the least set of acts that count while the removals in S strike. What is in force is the least fixed point L of Γ∘Γ,
//! and U = Γ(L). A new change x takes no signature from anyone, so Γ only grows by it; and it grows by nothing but acts that x signs and
//! those that wait for what grows, all of them with a quorum if nothing struck at all. As long as no removal is among these that strikes
//! anything here, every step toward the fixed point has the same strikes as before; so the new L is Γ(U) and the new U is Γ(L), grown
//! from the old ones.

use std::collections::BTreeSet;

use super::core::{Core, Scope};
use super::lines::Lines;
use super::quorum::Counting;
use super::view::View;
use crate::act::Standing;

/// What one more change brought about in a core.
#[derive(Debug)]
pub(super) struct Grown {
    /// Acts in force from now on, in causal order.
    pub(super) newly: Vec<usize>,
    /// Binding acts and signatures that may have another status now, the new one among them.
    pub(super) changed: BTreeSet<usize>,
}

impl<V: View> Lines<V> {
    /// Takes one more binding act or signature that is not void into a judged core. None where a removal that strikes something gets
    /// its signatures by it: then the core is to be judged anew.
    pub(super) fn grow(&self, core: &mut Core, at: usize, scope: Scope<'_>) -> Option<Grown> {
        core.base.take_in(self, at);
        if self.frozen(at, core, scope) {
            core.frozen.insert(at);
        }
        let within_reach = self.within_reach(core, at);
        if core.has_strikes(self, &within_reach) {
            return None;
        }
        let newly = self.gains(core, &within_reach, &core.counting, &core.possible);
        let possible = self.gains(core, &within_reach, &core.possible, &core.counting);
        core.possible.extend(possible);
        core.counting.extend(&newly);
        let mut changed = within_reach;
        changed.insert(at);
        for act in &newly {
            self.index(core, *act);
            // Who is admitted again has their signatures back.
            changed.extend(self.kept[*act].admits.iter().filter_map(|device| core.base.written.get(device)).flatten());
        }
        Some(Grown { newly: newly.into_iter().collect(), changed })
    }

    /// The acts not in force that a new change may bring into force, whatever strikes; those with signatures enough but for strikes.
    fn within_reach(&self, core: &mut Core, new: usize) -> BTreeSet<usize> {
        let nothing = BTreeSet::new();
        let mut within_reach = BTreeSet::new();
        let mut open: Vec<usize> = self.signed_by(core, new);
        while let Some(act) = open.pop() {
            if core.counting.contains(&act) || within_reach.contains(&act) {
                continue;
            }
            if !core.unstruck.contains(&act) && !core.has_quorum(self, act, (&core.unstruck).into(), &nothing, &nothing) {
                continue;
            }
            core.unstruck.insert(act);
            within_reach.insert(act);
            for device in &self.kept[act].admits {
                let theirs = core.base.written.get(device).into_iter().flatten();
                open.extend(theirs.flat_map(|at| self.signed_by(core, *at)));
            }
        }
        within_reach
    }

    /// The acts that a binding act or a signature signs; a binding act is its author's signature under itself.
    fn signed_by(&self, core: &Core, at: usize) -> Vec<usize> {
        match &self.kept[at].standing {
            Some(Standing::Sign { act }) => self.signs(at, act).filter(|act| core.base.signed.contains_key(act)).collect(),
            Some(_) => vec![at],
            None => Vec::new(),
        }
    }

    /// What joins the acts that count of those within reach, while others strike.
    fn gains(&self, core: &Core, within_reach: &BTreeSet<usize>, counting: &BTreeSet<usize>, strikes: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut gains = BTreeSet::new();
        loop {
            let whole = Counting(counting, &gains);
            let joins = |act: &&usize| !whole.holds(act) && core.has_quorum(self, **act, whole, strikes, &core.frozen);
            let Some(act) = within_reach.iter().find(joins) else { return gains };
            gains.insert(*act);
        }
    }
}
