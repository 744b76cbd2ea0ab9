//! What counts: a pure function of the causally closed part of a set of signed changes.
//!
//! The law is RESOLVER.md's. Each change is weighed once by the book of its own past (`weigh`); binding acts and signatures are
//! judged together (`core`); deeds and notes one by one against them (`deeds`); what counts is counted into a book.
//!
//! **Invariant:** no clock, no order of arrival and no transport enters here. The same set gives the same book in every copy, and
//! the book of the commons alone, or of all but what one person keeps, is that part of the whole book.

mod against;
mod apart;
mod carriers;
mod core;
mod cuts;
mod deeds;
mod ends;
mod forks;
mod grow;
mod lines;
mod past;
mod person;
mod places;
mod quorum;
mod reach;
mod refusal;
mod settled;
mod sight;
mod signers;
mod sound;
mod status;
mod upkeep;
mod verdicts;
mod view;
mod weigh;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

pub use against::Against;
pub use refusal::Refusal;
pub use signers::Signers;
pub use status::{Judged, Status};
pub use view::{Clause, Read, Seat, View};

use self::core::Scope;
use self::lines::Lines;
use self::sight::Sight;
use self::verdicts::Verdicts;
use crate::book::Book;
use crate::change::{Ring, Unsigned, VerifiedChange};
use crate::id::{ActId, AssemblyId, ChangeHash, DeviceId, NO_ASSEMBLY, RingHash, hash};
use crate::name::DocName;
use crate::refusal::Refusal as AnyRefusal;

/// The version of the rules: books of one set are the same in two copies only under the same rules.
pub const RULES: u32 = 1;
/// The most tips that a new change names; the next one names more.
const MOST_NAMED: usize = 1_000;

/// The fold of one assembly's signed changes, kept up as more arrive.
#[derive(Debug, Clone)]
pub struct Fold<V: View = Book> {
    assembly: AssemblyId,
    lines: Lines<V>,
    waiting: BTreeMap<ChangeHash, Vec<VerifiedChange>>,
    /// Kept up as changes arrive, and judged from the beginning, once somebody asks, where one alters what others count for.
    verdicts: OnceLock<Verdicts<V>>,
    sights: Vec<Sight<V>>,
}

impl Fold {
    /// An empty fold, ready for one assembly's changes.
    pub fn new(assembly: AssemblyId) -> Fold {
        Fold::empty(assembly)
    }

    /// Folds a set of changes; those of other assemblies are left out.
    pub fn of(assembly: AssemblyId, changes: impl IntoIterator<Item = VerifiedChange>) -> Fold {
        let mut fold = Fold::new(assembly);
        changes.into_iter().for_each(|change| fold.add(change));
        fold
    }

    /// The digest of a ring: the set of its changes, what each counts for, and the book that they come to.
    pub fn ring_hash(&self, ring: Ring) -> (usize, RingHash) {
        let mut all: Vec<(ChangeHash, u8)> = self
            .judged()
            .filter(|judged| judged.change.says().ring == ring)
            .map(|judged| (judged.change.hash(), judged.status.byte()))
            .collect();
        all.sort_unstable();
        let book = match ring {
            Ring::Commons => serde_json::to_vec(&self.book().commons),
            Ring::Assembly => serde_json::to_vec(&self.book().inside),
            Ring::Person => serde_json::to_vec(&self.book().own),
        };
        let list: Vec<u8> = all.iter().flat_map(|(hash, status)| hash.0.iter().copied().chain([*status])).collect();
        (all.len(), RingHash(hash("folkmoot v0 ring", &[self.assembly.as_bytes(), &list, &book.unwrap_or_default()])))
    }

    /// Writes down, unsigned, what a device would say next: where its line stands and what it has seen. Of what people keep it names that of
    /// one person alone: what another key noted that was in this home goes to no other laptop, and nothing must wait for it there.
    pub fn next(&self, device: DeviceId, epoch: u32, ring: Ring, document: DocName, act: Vec<u8>, claimed_at: i64) -> Unsigned {
        let tip = self.lines.tip_of(device, ring);
        let own = tip.map(|at| &self.lines.kept[at]);
        let known = |at: &usize| own.is_some_and(|own| Lines::holds(&own.past, &self.lines.kept[*at])) || tip == Some(*at);
        let ones_own = if ring == Ring::Person { self.of_one_person(&device) } else { BTreeSet::new() };
        let mut unnamed: Vec<usize> = self.lines.tips(ring, &ones_own).into_iter().filter(|at| !known(at)).collect();
        if unnamed.len() > MOST_NAMED {
            // Whoever forks without end, or has a thousand laptops that may write nothing, must not keep others from writing.
            let forkers: BTreeSet<DeviceId> = self.forkers().collect();
            unnamed.sort_by_key(|at| (self.lines.kept[*at].void.is_some(), forkers.contains(&self.lines.kept[*at].device())));
            unnamed.truncate(MOST_NAMED);
        }
        let mut seen: Vec<ChangeHash> = unnamed.into_iter().map(|at| self.lines.kept[at].change.hash()).collect();
        seen.sort_unstable();
        Unsigned {
            assembly: if self.lines.kept.is_empty() { NO_ASSEMBLY } else { self.assembly },
            ring,
            device,
            epoch: own.map_or(epoch, |own| own.change.says().epoch.max(epoch)),
            // Whoever else has this key may have written any number; what comes after it is refused, and nothing worse.
            seq: own.map_or(0, |own| own.change.says().seq.saturating_add(1)),
            prev: own.map(|own| own.change.hash()),
            seen,
            document,
            act,
            claimed_at,
        }
    }
}

impl<V: View> Fold<V> {
    /// An empty fold that judges by another view than a town's book.
    pub fn empty(assembly: AssemblyId) -> Fold<V> {
        Fold { assembly, lines: Lines::default(), waiting: BTreeMap::new(), verdicts: OnceLock::new(), sights: Vec::new() }
    }

    /// Takes in one change; one that is here already, or of another assembly, changes nothing.
    pub fn add(&mut self, change: impl Into<Read<V>>) {
        let first = change.into();
        if first.change.assembly() != self.assembly {
            return;
        }
        let mut ready = vec![first];
        while let Some(read) = ready.pop() {
            let hash = read.change.hash();
            if self.lines.find(&hash).is_some() {
                continue;
            }
            let misses = self.misses(&read.change).next().copied();
            match misses {
                Some(missing) => {
                    let waiting = self.waiting.entry(missing).or_default();
                    if !waiting.contains(&read.change) {
                        waiting.push(read.change);
                    }
                }
                None => {
                    self.enter(read);
                    ready.extend(self.waiting.remove(&hash).into_iter().flatten().map(Read::from));
                }
            }
        }
    }

    /// The assembly.
    pub fn assembly(&self) -> AssemblyId {
        self.assembly
    }

    /// What counts.
    pub fn book(&self) -> &V {
        self.verdicts().book(&self.lines)
    }

    /// Every change of the closed part with what it counts for, each after its past.
    pub fn judged(&self) -> impl Iterator<Item = Judged<'_, V>> {
        self.lines.kept.iter().zip(&self.verdicts().status).map(|(kept, status)| Judged::new(kept, status))
    }

    /// One act with what it counts for.
    pub fn act(&self, id: &ActId) -> Option<Judged<'_, V>> {
        self.carrier(id).map(|at| Judged::new(&self.lines.kept[at], &self.verdicts().status[at]))
    }

    /// The change by which an act is shown: of several, the one that counts for most, and of equals the one with the lowest hash.
    fn carrier(&self, id: &ActId) -> Option<usize> {
        self.lines.carriers(id, Scope::Whole).min_by_key(|at| (self.verdicts().status[*at].byte(), self.lines.kept[*at].change.hash()))
    }

    /// One signed change with what it counts for.
    pub fn change(&self, hash: &ChangeHash) -> Option<Judged<'_, V>> {
        self.lines.find(hash).map(|at| Judged::new(&self.lines.kept[at], &self.verdicts().status[at]))
    }

    /// How many changes are here, and how many wait for others.
    pub fn sizes(&self) -> (usize, usize) {
        (self.lines.kept.len(), self.waiting.values().map(Vec::len).sum())
    }

    /// The changes that others here name and that have not arrived.
    pub fn missing(&self) -> impl Iterator<Item = &ChangeHash> {
        self.waiting.keys()
    }

    /// Whether everything that a change names has arrived.
    pub fn is_ready(&self, change: &VerifiedChange) -> bool {
        self.misses(change).next().is_none()
    }

    /// What a change names that has not arrived, or that is of a less public ring than its own and so counts for nothing there.
    pub fn misses<'c>(&self, change: &'c VerifiedChange) -> impl Iterator<Item = &'c ChangeHash> {
        self.lines.misses(change)
    }

    /// Whether a device was ever named by an admission here, counting or not: only such devices' changes are kept.
    pub fn knows(&self, device: &DeviceId) -> bool {
        self.lines.named.contains(device)
    }

    /// Devices whose lines fork.
    pub fn forkers(&self) -> impl Iterator<Item = DeviceId> {
        self.lines.forkers()
    }

    /// Whether `earlier` lies in the past of `later`.
    pub fn before(&self, earlier: &ActId, later: &ActId) -> bool {
        match (self.carrier(earlier), self.carrier(later)) {
            (Some(earlier), Some(later)) => self.lines.before(earlier, later),
            _ => false,
        }
    }

    /// Weighs a change before it is signed into the record: the same law that judges it when it arrives elsewhere.
    ///
    /// # Errors
    /// The refusal that would make it void.
    pub fn check(&self, change: &VerifiedChange) -> Result<(), AnyRefusal> {
        let (ring, past) = (change.says().ring, self.lines.past_of(change));
        let sight;
        let view = if past.covers(self.lines.everything(ring)) {
            self.book()
        } else {
            sight = self.lines.look_anew(past, ring);
            &sight.book
        };
        self.lines.weigh(change.clone().into(), view).void.map_or(Ok(()), Err)
    }
}
