//! What makes a quorum: live signatures of distinct holders, as many as the largest need among them (RESOLVER.md 3 and 4).

use std::collections::{BTreeMap, BTreeSet};

use super::apart::{Signer, enough};
use super::lines::Lines;
use super::view::{Clause, View};
use crate::act::Standing;
use crate::id::DeviceId;
use crate::plain::Member;

/// Binding acts in scope that are not void, each with its signatures, its author's first.
pub(super) type Signed = BTreeMap<usize, Vec<usize>>;

/// Acts that count, and those that joined them a moment ago.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counting<'a>(pub(super) &'a BTreeSet<usize>, pub(super) &'a BTreeSet<usize>);

impl Counting<'_> {
    pub(super) fn holds(self, act: &usize) -> bool {
        self.0.contains(act) || self.1.contains(act)
    }
}

impl<'a> From<&'a BTreeSet<usize>> for Counting<'a> {
    fn from(counting: &'a BTreeSet<usize>) -> Counting<'a> {
        Counting(counting, const { &BTreeSet::new() })
    }
}

/// What there is to judge in one scope, whatever comes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) signed: Signed,
    /// Admissions, and the founding act, by the device that they admit.
    pub(super) admitting: BTreeMap<DeviceId, Vec<usize>>,
    /// Removals by the device that they remove.
    pub(super) removing: BTreeMap<DeviceId, Vec<usize>>,
    /// Signatures under removals by those whom the removal's own past does not have on the roll: none of them counts, and yet they have
    /// signed.
    pub(super) beside: Signed,
    /// Binding acts and signatures by the device that wrote them.
    pub(super) written: BTreeMap<DeviceId, Vec<usize>>,
}

impl Base {
    /// Takes in a binding act or a signature that is not void.
    pub(super) fn take_in<V: View>(&mut self, lines: &Lines<V>, at: usize) {
        self.written.entry(lines.kept[at].device()).or_default().push(at);
        match &lines.kept[at].standing {
            Some(Standing::Sign { act }) => {
                for signs in lines.signs(at, act) {
                    self.signed.entry(signs).or_default().push(at);
                }
                for removal in lines.signs_beside(at, act) {
                    self.beside.entry(removal).or_default().push(at);
                }
                return;
            }
            Some(Standing::Remove { device, .. }) => self.removing.entry(*device).or_default().push(at),
            Some(_) => {}
            None => return,
        }
        for device in &lines.kept[at].admits {
            self.admitting.entry(*device).or_default().push(at);
        }
        self.signed.insert(at, vec![at]);
    }

    /// Whether the signatures of an act that are taken make a quorum.
    pub(super) fn has_quorum<V: View>(&self, lines: &Lines<V>, act: usize, taken: &dyn Fn(&usize) -> bool) -> bool {
        let Some(standing) = &lines.kept[act].standing else { return false };
        let excluded = lines.ratified_authors(act);
        let signers = self.signed[&act].iter().copied().filter(taken).filter_map(|at| {
            let holder = lines.holder(at).filter(|holder| !excluded.contains(holder))?;
            let kept = &lines.kept[if V::keeps(Clause::NeedOfEachSigner) { at } else { act }];
            Some(Signer { need: kept.need_of(standing), holder, at })
        });
        enough(signers.collect(), &|one, other| self.are_apart(lines, act, (one.holder, one.at), (other.holder, other.at)))
    }

    /// Whether two who signed an act on the roll are not counted together, since one had signed the other out.
    pub(super) fn are_apart<V: View>(&self, lines: &Lines<V>, act: usize, one: (Member, usize), other: (Member, usize)) -> bool {
        let of_the_roll = matches!(lines.kept[act].standing, Some(Standing::Admit { .. } | Standing::Remove { .. }));
        let out = |(holder, at): (Member, usize), (_, other): (Member, usize)| self.signed_out(lines, holder, at, other, act);
        of_the_roll && V::keeps(Clause::NotBesideOneSignedOut) && one.0 != other.0 && (out(one, other) || out(other, one))
    }

    /// RESOLVER.md 4: its admission counts and lies in its past, and no removal among those that strike leaves it out.
    pub(super) fn is_live<V: View>(&self, lines: &Lines<V>, at: usize, counting: Counting<'_>, strikes: &BTreeSet<usize>) -> bool {
        let device = lines.kept[at].device();
        let mut admissions = self.admitting.get(&device).into_iter().flatten();
        let counts = |act: &usize| counting.holds(act) || !V::keeps(Clause::AdmissionCounts);
        let admitted = admissions.any(|act| counts(act) && (lines.before(*act, at) || !V::keeps(Clause::AdmissionInThePast)));
        let mut removals = self.removing.get(&device).into_iter().flatten();
        admitted && removals.all(|removal| !strikes.contains(removal) || self.spares(lines, *removal, at))
    }

    /// Everything that was signed under a removal, whether it may count there or not.
    fn signatures(&self, removal: usize) -> impl Iterator<Item = &usize> {
        self.signed[&removal].iter().chain(self.beside.get(&removal).into_iter().flatten())
    }

    /// Whether a removal of its author's device leaves a signature standing: it had seen it, or is what it signs.
    pub(super) fn spares<V: View>(&self, lines: &Lines<V>, removal: usize, at: usize) -> bool {
        let saw = || lines.before(at, removal) && V::keeps(Clause::RemovalSparesWhatItSaw);
        saw() || self.signatures(removal).any(|signature| *signature == at) && V::keeps(Clause::RemovalSparesItsOwnSignature)
    }

    /// Whether a removal, should it count, would strike nothing that is here.
    pub(super) fn is_harmless<V: View>(&self, lines: &Lines<V>, removal: usize, device: DeviceId) -> bool {
        self.written.get(&device).into_iter().flatten().all(|at| self.spares(lines, removal, *at))
    }

    /// Whether a holder, before writing `before`, had signed another removal of the device of `other` that had not seen `other`, which
    /// signs `here`.
    pub(super) fn signed_out<V: View>(&self, lines: &Lines<V>, holder: Member, before: usize, other: usize, here: usize) -> bool {
        let struck = lines.kept[other].device();
        let another = |removal: &&usize| lines.kept[**removal].id() != lines.kept[here].id();
        let signed = |at: &usize| lines.holder(*at) == Some(holder) && lines.before(*at, before);
        let mut others = self.removing.get(&struck).into_iter().flatten().filter(another);
        others.any(|removal| !lines.before(other, *removal) && self.signatures(*removal).any(signed))
    }
}
