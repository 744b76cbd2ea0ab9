//! Binding acts and their signatures: the well-founded model of RESOLVER.md 3 to 6.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Kept, Lines};
use crate::act::{Cut, Standing};
use crate::id::{ActId, DeviceId};
use crate::plain::{Day, Duty, Member};

/// What is judged: the whole, or the past of one act.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    Whole,
    Past(&'a [u32]),
}

impl Scope<'_> {
    pub(super) fn holds(&self, kept: &Kept) -> bool {
        match self {
            Scope::Whole => true,
            Scope::Past(past) => Lines::holds(past, kept),
        }
    }
}

/// A removal or recall with its cut.
pub(super) type Cutting = (usize, Option<Cut>);
/// A grant with the act's id and the last day of the term.
pub(super) type Granted = (usize, ActId, Day);

/// Which binding acts and signatures count, and why others do not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Core {
    /// In force: not struck whatever strikes.
    pub(super) counting: BTreeSet<usize>,
    /// In force if the removals that are in dispute do not strike.
    pub(super) possible: BTreeSet<usize>,
    /// Would have enough signatures if no removal struck at all.
    pub(super) unstruck: BTreeSet<usize>,
    pub(super) admissions: BTreeMap<DeviceId, Vec<usize>>,
    pub(super) removals: BTreeMap<DeviceId, Vec<Cutting>>,
    pub(super) grants: BTreeMap<(Member, Duty), Vec<Granted>>,
    pub(super) recalls: BTreeMap<ActId, Vec<Cutting>>,
    pub(super) meetings: BTreeMap<Day, Vec<usize>>,
    pub(super) ratified: BTreeMap<ActId, Vec<usize>>,
    base: Base,
    /// Binding acts that are not in force.
    waiting: BTreeSet<usize>,
}

/// Binding acts in scope that are not void, each with its signatures, its author's first.
type Signed = BTreeMap<usize, Vec<usize>>;

/// What there is to judge in one scope, whatever comes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Base {
    signed: Signed,
    /// Admissions, and the founding act, by the device that they admit.
    admitting: BTreeMap<DeviceId, Vec<usize>>,
    removals: BTreeSet<usize>,
}

impl Base {
    /// Takes in a binding act or a signature that is not void.
    fn take_in(&mut self, lines: &Lines, at: usize) {
        match &lines.kept[at].standing {
            Some(Standing::Sign { act }) => {
                for signs in lines.signs(at, act) {
                    self.signed.entry(signs).or_default().push(at);
                }
                return;
            }
            Some(Standing::Found) => self.admitting.entry(lines.kept[at].device()).or_default().push(at),
            Some(Standing::Admit { device, .. }) => self.admitting.entry(*device).or_default().push(at),
            Some(Standing::Remove { .. }) => drop(self.removals.insert(at)),
            Some(_) => {}
            None => return,
        }
        self.signed.insert(at, vec![at]);
    }
}

/// The core of one scope while it is judged.
struct Trial<'a> {
    lines: &'a Lines,
    base: Base,
    frozen: BTreeSet<usize>,
}

impl Lines {
    /// Judges the core in scope: L and U by turns until L stands still.
    pub(super) fn judge_core(&self, core: &[usize], scope: Scope<'_>) -> Core {
        let trial = Trial::new(self, core, scope);
        let unstruck = trial.least_set(&BTreeSet::new(), &BTreeSet::new());
        let (mut counting, mut possible) = (unstruck.clone(), unstruck.clone());
        // Nothing strikes where no removal has enough signatures, and nothing is frozen without a fork: one pass is the model.
        if !trial.base.removals.is_disjoint(&unstruck) || !trial.frozen.is_empty() {
            let step =
                |strikes: &BTreeSet<usize>| trial.least_set(&strikes.intersection(&trial.base.removals).copied().collect(), &trial.frozen);
            counting = BTreeSet::new();
            loop {
                possible = step(&counting);
                let next = step(&possible);
                if next == counting {
                    break;
                }
                counting = next;
            }
        }
        let waiting = trial.base.signed.keys().copied().filter(|at| !counting.contains(at)).collect();
        let mut core = Core { counting, possible, unstruck, waiting, base: trial.base, ..Core::default() };
        for at in core.counting.clone() {
            self.index(&mut core, at);
        }
        core
    }

    /// Takes one more binding act or signature into a judged core of the whole, and gives what is in force from then on. None where
    /// anything strikes or is frozen: then the whole is to be judged anew, and the core is as it was but for what there is to judge.
    ///
    /// Where nothing strikes, more acts only ever bring more into force, so what was in force need not be looked at again.
    pub(super) fn grow(&self, core: &mut Core, at: usize) -> Option<Vec<usize>> {
        if !core.removals.is_empty() || self.forks().next().is_some() {
            return None;
        }
        let mut trial = Trial { lines: self, base: std::mem::take(&mut core.base), frozen: BTreeSet::new() };
        trial.base.take_in(self, at);
        if trial.base.signed.contains_key(&at) {
            core.waiting.insert(at);
        }
        let nothing = BTreeSet::new();
        let mut newly = Vec::new();
        loop {
            let has_quorum = |act: &usize| trial.has_quorum(*act, &core.counting, &nothing, &nothing);
            let Some(act) = core.waiting.iter().copied().find(has_quorum) else { break };
            core.waiting.remove(&act);
            core.counting.insert(act);
            newly.push(act);
        }
        core.base = trial.base;
        if newly.iter().any(|act| self.removal(*act).is_some()) {
            for act in newly {
                core.counting.remove(&act);
            }
            return None;
        }
        newly.sort_unstable();
        for act in &newly {
            core.possible.insert(*act);
            core.unstruck.insert(*act);
            self.index(core, *act);
        }
        Some(newly)
    }

    fn removal(&self, at: usize) -> Option<DeviceId> {
        match self.kept[at].standing {
            Some(Standing::Remove { device, .. }) => Some(device),
            Some(_) | None => None,
        }
    }

    fn holder(&self, at: usize) -> Option<Member> {
        self.kept[at].author.map(|author| author.member)
    }

    /// Enters an act that is in force where deeds look for it.
    fn index(&self, core: &mut Core, at: usize) {
        let kept = &self.kept[at];
        match &kept.standing {
            Some(Standing::Found) => core.admissions.entry(kept.device()).or_default().push(at),
            Some(Standing::Admit { device, .. }) => core.admissions.entry(*device).or_default().push(at),
            Some(Standing::Remove { device, cut }) => core.removals.entry(*device).or_default().push((at, cut.clone())),
            Some(Standing::Grant { member, duty, until }) => {
                core.grants.entry((*member, *duty)).or_default().push((at, kept.id(), *until));
            }
            Some(Standing::Recall { grant, cut }) => core.recalls.entry(*grant).or_default().push((at, cut.clone())),
            Some(Standing::Meeting { day }) => core.meetings.entry(*day).or_default().push(at),
            Some(Standing::Ratify { act }) => core.ratified.entry(*act).or_default().push(at),
            Some(Standing::Binding | Standing::Sign { .. } | Standing::Deed(_) | Standing::Note) | None => {}
        }
    }
}

impl<'a> Trial<'a> {
    fn new(lines: &'a Lines, core: &[usize], scope: Scope<'_>) -> Trial<'a> {
        let (mut base, mut frozen) = (Base::default(), BTreeSet::new());
        for at in core.iter().copied().filter(|at| scope.holds(&lines.kept[*at]) && lines.kept[*at].void.is_none()) {
            base.take_in(lines, at);
            if lines.frozen(at, scope) {
                frozen.insert(at);
            }
        }
        Trial { lines, base, frozen }
    }

    /// The least set of binding acts that count, given which removals strike: people who only vouch for each other vouch for nothing.
    fn least_set(&self, strikes: &BTreeSet<usize>, frozen: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut counting = BTreeSet::new();
        loop {
            let before = counting.len();
            for act in self.base.signed.keys() {
                if !counting.contains(act) && self.has_quorum(*act, &counting, strikes, frozen) {
                    counting.insert(*act);
                }
            }
            if counting.len() == before {
                return counting;
            }
        }
    }

    fn has_quorum(&self, act: usize, counting: &BTreeSet<usize>, strikes: &BTreeSet<usize>, frozen: &BTreeSet<usize>) -> bool {
        let lines = self.lines;
        let (of_the_roll, excluded) = match &lines.kept[act].standing {
            Some(Standing::Found) => return true,
            Some(Standing::Admit { .. } | Standing::Remove { .. }) => (true, None),
            Some(Standing::Ratify { act: deed }) => {
                let deed = lines.act(deed, Scope::Past(&lines.kept[act].past));
                (false, deed.and_then(|deed| lines.holder(deed)))
            }
            Some(_) => (false, None),
            None => return false,
        };
        let live = self.base.signed[&act].iter().copied().filter(|at| !frozen.contains(at) && self.is_live(*at, counting, strikes));
        let signers = live.filter_map(|at| {
            let holder = lines.holder(at).filter(|holder| Some(*holder) != excluded)?;
            let kept = &lines.kept[at];
            Some(Signer { need: if of_the_roll { kept.majority } else { kept.quorum }, holder, at })
        });
        let out = |one: &Signer, other: &Signer| self.signed_out(one, other.at, act) || self.signed_out(other, one.at, act);
        enough(signers.collect(), &|one, other| of_the_roll && one.holder != other.holder && out(one, other))
    }

    /// RESOLVER.md 4: its admission counts and lies in its past, and no removal that counts leaves it out.
    fn is_live(&self, at: usize, counting: &BTreeSet<usize>, strikes: &BTreeSet<usize>) -> bool {
        let lines = self.lines;
        let device = lines.kept[at].device();
        let mut admissions = self.base.admitting.get(&device).into_iter().flatten();
        let admitted = admissions.any(|act| counting.contains(act) && lines.before(*act, at));
        let spared = |removal: &usize| {
            lines.removal(*removal) != Some(device) || lines.before(at, *removal) || self.base.signed[removal].contains(&at)
        };
        admitted && strikes.iter().all(spared)
    }

    /// Whether a holder, before signing here, had signed another removal of the device of `other` that had not seen `other`.
    fn signed_out(&self, signer: &Signer, other: usize, here: usize) -> bool {
        let lines = self.lines;
        let struck = lines.kept[other].device();
        let removes = |removal: &&usize| lines.removal(**removal) == Some(struck) && lines.kept[**removal].id() != lines.kept[here].id();
        let signed = |at: &usize| lines.holder(*at) == Some(signer.holder) && lines.before(*at, signer.at);
        let mut others = self.base.removals.iter().filter(removes);
        others.any(|removal| !lines.before(other, *removal) && self.base.signed[removal].iter().any(signed))
    }
}

/// A live signature, whose it is, and how many holders its own past asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Signer {
    need: u32,
    holder: Member,
    at: usize,
}

/// Whether some set of signers, no two of them apart, has at least as many holders as the largest need in it.
fn enough(mut signers: Vec<Signer>, apart: &dyn Fn(&Signer, &Signer) -> bool) -> bool {
    signers.sort_unstable();
    let mut holders = BTreeSet::new();
    let reaches = signers.iter().any(|signer| {
        holders.insert(signer.holder);
        holders.len() as u32 >= signer.need
    });
    if !reaches {
        return false;
    }
    let Some(one) = signers.iter().find(|one| signers.iter().any(|other| apart(one, other))).copied() else { return true };
    let rest: Vec<Signer> = signers.into_iter().filter(|other| *other != one).collect();
    let beside_it = rest.iter().copied().filter(|other| !apart(&one, other)).chain([one]).collect();
    enough(beside_it, apart) || enough(rest, apart)
}
