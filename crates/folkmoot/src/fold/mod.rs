//! What counts: a pure function of the causally closed part of a set of signed changes.
//!
//! The law is RESOLVER.md's. Each change is weighed once by the book of its own past (`weigh`); binding acts and signatures are
//! judged together (`core`); deeds and notes one by one against them (`deeds`); what counts is counted into a book.
//!
//! **Invariant:** no clock, no order of arrival and no transport enters here. The same set gives the same book in every copy, and
//! the book of the commons alone is the commons part of the whole book.

mod core;
mod deeds;
mod lines;
mod refusal;
mod weigh;

use std::collections::BTreeMap;

pub use refusal::Refusal;
use serde::Serialize;

use self::core::{Core, Scope};
use self::deeds::Deed;
use self::lines::{Kept, Lines, Past};
use crate::act::{Act, Entry, Reading, Standing};
use crate::book::Book;
use crate::change::{Ring, Unsigned, VerifiedChange};
use crate::id::{ActId, AssemblyId, ChangeHash, DeviceId, NO_ASSEMBLY, RingHash, hash};
use crate::name::DocName;
use crate::refusal::Refusal as AnyRefusal;

/// The version of the rules: books of one set are the same in two copies only under the same rules.
pub const RULES: u32 = 0;
/// How many views of older pasts are kept while folding.
const VIEWS: usize = 16;

/// What an act counts for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum Status {
    /// In force.
    Counts,
    /// In order, but too few holders signed.
    Pending,
    /// Would be in force but for these acts; none are named when a fork or a fallen admission is the reason.
    Contested {
        /// The acts that stand against it.
        by: Vec<ActId>,
    },
    /// In force on one side of removals that strike each other, and not on the other.
    Split,
    /// Refused by its own past, for good.
    Void {
        /// The reason.
        why: AnyRefusal,
    },
    /// Of a kind that a newer version writes; kept.
    Newer,
}

impl Status {
    fn byte(&self) -> u8 {
        match self {
            Status::Counts => 0,
            Status::Pending => 1,
            Status::Contested { .. } => 2,
            Status::Split => 3,
            Status::Void { .. } => 4,
            Status::Newer => 5,
        }
    }
}

/// One act of the record with what it counts for.
#[derive(Debug, Clone)]
pub struct Judged<'a> {
    /// The signed change.
    pub change: &'a VerifiedChange,
    /// The act, if this version knows it.
    pub act: Option<&'a Act>,
    /// Its author as its own past has it.
    pub by: Option<crate::act::Author>,
    /// What it counts for.
    pub status: &'a Status,
}

/// The fold of one assembly's signed changes, kept up as more arrive.
#[derive(Debug, Clone)]
pub struct Fold {
    assembly: AssemblyId,
    lines: Lines,
    waiting: BTreeMap<ChangeHash, Vec<VerifiedChange>>,
    judged: Core,
    status: Vec<Status>,
    book: Book,
    views: Vec<(Past, Ring, Book)>,
}

impl Fold {
    /// An empty fold, ready for one assembly's changes.
    pub fn new(assembly: AssemblyId) -> Fold {
        Fold {
            assembly,
            lines: Lines::default(),
            waiting: BTreeMap::new(),
            judged: Core::default(),
            status: Vec::new(),
            book: Book::default(),
            views: Vec::new(),
        }
    }

    /// Folds a set of changes; those of other assemblies are left out.
    pub fn of(assembly: AssemblyId, changes: impl IntoIterator<Item = VerifiedChange>) -> Fold {
        let mut fold = Fold::new(assembly);
        changes.into_iter().for_each(|change| fold.add(change));
        fold
    }

    /// Takes in one change; one that is here already, or of another assembly, changes nothing.
    pub fn add(&mut self, change: VerifiedChange) {
        if change.assembly() != self.assembly {
            return;
        }
        let mut ready = vec![change];
        while let Some(change) = ready.pop() {
            if self.lines.find(&change.hash()).is_some() {
                continue;
            }
            match self.lines.missing(&change) {
                Some(missing) => {
                    let waiting = self.waiting.entry(missing).or_default();
                    if !waiting.contains(&change) {
                        waiting.push(change);
                    }
                }
                None => {
                    let hash = change.hash();
                    self.enter(change);
                    ready.extend(self.waiting.remove(&hash).unwrap_or_default());
                }
            }
        }
    }

    fn enter(&mut self, change: VerifiedChange) {
        let ring = change.says().ring;
        let past = self.lines.past_of(&change);
        let kept = if self.lines.is_everything(&past, ring) {
            self.lines.weigh(change, &self.book)
        } else {
            let view = self.view(past, ring);
            self.lines.weigh(change, &view)
        };
        let forked = self.lines.has_forks();
        let at = self.lines.push(kept);
        if self.lines.has_forks() || forked {
            self.status.push(Status::Pending);
            self.recount();
            return;
        }
        let kept = &self.lines.kept[at];
        match (&kept.void, &kept.standing) {
            (Some(why), _) => self.status.push(Status::Void { why: why.clone() }),
            (None, None) => self.status.push(Status::Newer),
            (None, Some(Standing::Deed(_) | Standing::Note)) => {
                let deed = self.lines.judge_deed(at, &self.judged, Scope::Whole);
                self.status.push(Status::Pending);
                self.settle_deed(at, deed);
            }
            (None, Some(_)) => {
                self.status.push(Status::Pending);
                self.settle_core();
            }
        }
    }

    fn settle_deed(&mut self, at: usize, deed: Deed) {
        self.status[at] = match deed {
            Deed::Counts => {
                count(&mut self.book, &self.lines.kept[at]);
                Status::Counts
            }
            Deed::Contested(by) => Status::Contested { by },
        };
    }

    /// Judges the core anew; counts what counts now, and recounts everything only where something else may have fallen.
    fn settle_core(&mut self) {
        let judged = self.lines.judge_core(&self.lines.core, Scope::Whole);
        let newly: Vec<usize> = judged.counting.difference(&self.judged.counting).copied().collect();
        let fallen = self.judged.counting.difference(&judged.counting).next().is_some();
        let reaches_back = newly.iter().any(|at| self.reaches_back(*at));
        self.judged = judged;
        if fallen || reaches_back {
            self.recount();
            return;
        }
        for at in newly {
            count(&mut self.book, &self.lines.kept[at]);
        }
        for at in &self.lines.core {
            self.status[*at] = self.core_status(*at);
        }
    }

    /// Whether a binding act that counts from now on may change what something else counts for.
    fn reaches_back(&self, at: usize) -> bool {
        let kept = &self.lines.kept[at];
        let unseen = || self.lines.between(&kept.past, &self.lines.everything(Ring::Person)).into_iter();
        let deed = |at: &usize| !self.lines.kept[*at].is_core();
        match &kept.standing {
            Some(Standing::Remove { cut: Some(_), .. } | Standing::Recall { cut: Some(_), .. } | Standing::Ratify { .. }) => true,
            Some(Standing::Remove { .. } | Standing::Recall { .. } | Standing::Meeting { .. }) => unseen().any(|at| deed(&at)),
            // What rested on it before it fell stands again with it.
            Some(Standing::Admit { .. } | Standing::Grant { .. }) => {
                unseen().any(|at| deed(&at) && matches!(self.status[at], Status::Contested { .. }))
            }
            Some(Standing::Found | Standing::Binding | Standing::Sign { .. } | Standing::Deed(_) | Standing::Note) | None => false,
        }
    }

    fn core_status(&self, at: usize) -> Status {
        let kept = &self.lines.kept[at];
        if let Some(why) = &kept.void {
            return Status::Void { why: why.clone() };
        }
        let lent = match kept.standing {
            // A signature has no quorum of its own: it stands like a note of its author.
            Some(Standing::Sign { .. }) => return deed_status(self.lines.judge_deed(at, &self.judged, Scope::Whole)),
            Some(_) | None => at,
        };
        if self.judged.counting.contains(&lent) {
            Status::Counts
        } else if self.judged.possible.contains(&lent) {
            Status::Split
        } else if self.judged.unstruck.contains(&lent) {
            let strikes = self.judged.removals.values().flatten().filter(|(removal, _)| !self.lines.before(at, *removal));
            Status::Contested { by: strikes.map(|(removal, _)| self.lines.kept[*removal].id()).collect() }
        } else {
            Status::Pending
        }
    }

    fn recount(&mut self) {
        self.judged = self.lines.judge_core(&self.lines.core, Scope::Whole);
        let mut book = Book::default();
        for at in 0..self.lines.kept.len() {
            let kept = &self.lines.kept[at];
            self.status[at] = match (&kept.void, &kept.standing) {
                (Some(why), _) => Status::Void { why: why.clone() },
                (None, None) => Status::Newer,
                (None, Some(Standing::Deed(_) | Standing::Note)) => deed_status(self.lines.judge_deed(at, &self.judged, Scope::Whole)),
                (None, Some(_)) => self.core_status(at),
            };
            if self.status[at] == Status::Counts {
                count(&mut book, kept);
            }
        }
        self.book = book;
    }

    /// The book of a past, by the same law: extended from the nearest kept view where only deeds lie between.
    fn view(&mut self, past: Past, ring: Ring) -> Book {
        let lines = &self.lines;
        let nearest = self.views.iter().position(|(base, of, _)| {
            let within = base.iter().enumerate().all(|(line, count)| past.get(line).copied().unwrap_or(0) >= *count);
            *of == ring && within && lines.between(base, &past).iter().all(|at| !lines.kept[*at].is_core()) && !lines.has_forks()
        });
        let (base, mut book) = match nearest.map(|at| self.views.remove(at)) {
            Some((base, _, book)) => (base, book),
            None => (Past::new(), Book::default()),
        };
        let scope = Scope::Past(&past);
        let core = lines.judge_core(&lines.core, scope);
        for at in lines.between(&base, &past) {
            let kept = &lines.kept[at];
            let counts = match (&kept.void, &kept.standing) {
                (Some(_), _) | (None, None) => false,
                (None, Some(Standing::Deed(_) | Standing::Note)) => lines.judge_deed(at, &core, scope) == Deed::Counts,
                (None, Some(_)) => core.counting.contains(&at),
            };
            if counts {
                count(&mut book, kept);
            }
        }
        self.views.insert(0, (past, ring, book.clone()));
        self.views.truncate(VIEWS);
        book
    }

    /// The assembly.
    pub fn assembly(&self) -> AssemblyId {
        self.assembly
    }

    /// What counts.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Every change of the closed part with what it counts for, each after its past.
    pub fn judged(&self) -> impl Iterator<Item = Judged<'_>> {
        self.lines.kept.iter().zip(&self.status).map(|(kept, status)| judged(kept, status))
    }

    /// One act with what it counts for.
    pub fn act(&self, id: &ActId) -> Option<Judged<'_>> {
        self.lines.act(id, Scope::Whole).map(|at| judged(&self.lines.kept[at], &self.status[at]))
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
        self.lines.missing(change).is_none()
    }

    /// Whether a device was ever named by an admission here, counting or not: only such devices' changes are kept.
    pub fn knows(&self, device: &DeviceId) -> bool {
        self.lines.kept.iter().any(|kept| match &kept.standing {
            Some(Standing::Found) => kept.device() == *device,
            Some(Standing::Admit { device: admitted, .. }) => admitted == device,
            Some(_) | None => false,
        })
    }

    /// Devices whose lines fork.
    pub fn forkers(&self) -> impl Iterator<Item = DeviceId> {
        self.lines.forkers()
    }

    /// Whether `earlier` lies in the past of `later`.
    pub fn before(&self, earlier: &ActId, later: &ActId) -> bool {
        match (self.lines.act(earlier, Scope::Whole), self.lines.act(later, Scope::Whole)) {
            (Some(earlier), Some(later)) => self.lines.before(earlier, later),
            _ => false,
        }
    }

    /// Who has signed a binding act so far, its author first.
    pub fn signers(&self, id: &ActId) -> Vec<crate::act::Author> {
        let Some(act) = self.lines.act(id, Scope::Whole) else { return Vec::new() };
        let signs = Standing::Sign { act: *id };
        let others = self.lines.kept.iter().filter(|kept| kept.void.is_none() && kept.standing.as_ref() == Some(&signs));
        std::iter::once(&self.lines.kept[act]).chain(others).filter_map(|kept| kept.author).collect()
    }

    /// How many holders a binding act asked for when it was written.
    pub fn need(&self, id: &ActId) -> u32 {
        self.lines.act(id, Scope::Whole).map_or(0, |at| {
            let kept = &self.lines.kept[at];
            match kept.standing {
                Some(Standing::Admit { .. } | Standing::Remove { .. }) => kept.majority,
                Some(_) | None => kept.quorum,
            }
        })
    }

    /// Writes down, unsigned, what a device would say next: where its line stands and what it has seen.
    pub fn next(&self, device: DeviceId, epoch: u32, ring: Ring, document: DocName, act: Vec<u8>, claimed_at: i64) -> Unsigned {
        let tip = self.lines.tip_of(device, ring);
        let own = tip.map(|at| &self.lines.kept[at]);
        let known = |at: &usize| own.is_some_and(|own| Lines::holds(&own.past, &self.lines.kept[*at])) || tip == Some(*at);
        let mut seen: Vec<ChangeHash> =
            self.lines.tips(ring).into_iter().filter(|at| !known(at)).map(|at| self.lines.kept[at].change.hash()).collect();
        seen.sort_unstable();
        Unsigned {
            assembly: if self.lines.kept.is_empty() { NO_ASSEMBLY } else { self.assembly },
            ring,
            device,
            epoch: own.map_or(epoch, |own| own.change.says().epoch.max(epoch)),
            seq: own.map_or(0, |own| own.change.says().seq + 1),
            prev: own.map(|own| own.change.hash()),
            seen,
            document,
            act,
            claimed_at,
        }
    }

    /// Weighs a change before it is signed into the record: the same law that judges it when it arrives elsewhere.
    ///
    /// # Errors
    /// The refusal that would make it void.
    pub fn check(&self, change: &VerifiedChange) -> Result<(), AnyRefusal> {
        self.lines.weigh(change.clone(), &self.book).void.map_or(Ok(()), Err)
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
            Ring::Commons => serde_json::to_vec(&self.book.commons),
            Ring::Assembly => serde_json::to_vec(&self.book.inside),
            Ring::Person => Ok(Vec::new()),
        };
        let list: Vec<u8> = all.iter().flat_map(|(hash, status)| hash.0.iter().copied().chain([*status])).collect();
        (all.len(), RingHash(hash("folkmoot v0 ring", &[self.assembly.as_bytes(), &list, &book.unwrap_or_default()])))
    }
}

fn judged<'a>(kept: &'a Kept, status: &'a Status) -> Judged<'a> {
    let act = match &kept.reading {
        Reading::Known(act) => Some(act),
        Reading::Newer => None,
    };
    Judged { change: &kept.change, act, by: kept.author, status }
}

fn deed_status(deed: Deed) -> Status {
    match deed {
        Deed::Counts => Status::Counts,
        Deed::Contested(by) => Status::Contested { by },
    }
}

fn count(book: &mut Book, kept: &Kept) {
    if let (Reading::Known(act), Some(by)) = (&kept.reading, &kept.author) {
        let entry = Entry { id: kept.id(), by: by.member, claimed_at: kept.change.says().claimed_at, seq: kept.change.says().seq };
        book.count(act, &entry, by);
    }
}
