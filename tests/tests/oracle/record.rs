//! The signed changes of one history, each with its past as a set.

use std::collections::BTreeMap;

use folkmoot::act::{Act, Standing};
use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::id::{ActId, ChangeHash, DeviceId};
use folkmoot::plain::Member;
use folkmoot::{ledger, mandate};

/// A set of changes of one history, by number; a history has at most 128.
pub(crate) type Set = u128;

/// The set of one.
pub(crate) fn one(at: usize) -> Set {
    1 << at
}

/// Whether a change lies in a set.
pub(crate) fn holds(set: Set, at: usize) -> bool {
    set & one(at) != 0
}

/// The changes of a set, in the order of their numbers.
pub(crate) fn each(set: Set) -> impl Iterator<Item = usize> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let at = rest.trailing_zeros() as usize;
        (rest != 0).then(|| {
            rest &= rest - 1;
            at
        })
    })
}

/// Whether the parts of an account's name begin with all the parts of another's.
pub(crate) fn is_within(account: &str, kept: &[String]) -> bool {
    let parts = |name: &str| name.split(':').map(str::to_owned).collect::<Vec<String>>();
    kept.iter().any(|above| parts(account).starts_with(&parts(above)))
}

/// One signed change, with everything that it reaches.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    /// The signed change; none of one that is written in the law's own acts.
    pub(crate) change: Option<VerifiedChange>,
    pub(crate) hash: ChangeHash,
    pub(crate) act: Option<Act>,
    pub(crate) standing: Option<Standing>,
    /// The devices that it puts on the roll.
    pub(crate) admits: Vec<DeviceId>,
    pub(crate) id: ActId,
    pub(crate) device: DeviceId,
    pub(crate) ring: Ring,
    pub(crate) prev: Option<usize>,
    pub(crate) past: Set,
}

impl Written {
    /// Whether it is a binding act other than the founding one.
    pub(crate) fn binds(&self) -> bool {
        match &self.standing {
            Some(Standing::Found | Standing::Sign { .. } | Standing::Deed(_) | Standing::Note) | None => false,
            Some(_) => true,
        }
    }

    /// Whether it is a binding act or a signature.
    pub(crate) fn is_core(&self) -> bool {
        match &self.standing {
            Some(Standing::Found | Standing::Sign { .. }) => true,
            Some(_) | None => self.binds(),
        }
    }

    /// How many changes its device wrote before it in its ring, as it says itself.
    pub(crate) fn seq(&self) -> u64 {
        self.change.as_ref().map_or(0, |change| change.says().seq)
    }

    /// The accounts that a grant is for; none for all.
    pub(crate) fn keeps(&self) -> &[String] {
        match &self.act {
            Some(Act::Mandate(mandate::Act::Grant { accounts, .. })) => accounts,
            Some(_) | None => &[],
        }
    }

    /// The body that a grant is for.
    pub(crate) fn body(&self) -> Option<&str> {
        match &self.act {
            Some(Act::Mandate(mandate::Act::Grant { body, .. })) => body.as_deref(),
            Some(_) | None => None,
        }
    }

    /// Whether a grant is for what a deed does: in these histories the one thing that is done in the ledger is to open an account, and
    /// whoever agrees says at which body they do, which is that of the mandate that they name.
    pub(crate) fn is_for(&self, deed: &Written) -> bool {
        match &deed.act {
            Some(Act::Ledger(ledger::Act::Open { account, .. })) => self.keeps().is_empty() || is_within(account, self.keeps()),
            Some(Act::Mandate(mandate::Act::Agree { what, .. })) => self.body() == Some(what),
            Some(_) | None => true,
        }
    }

    /// The device that it takes off the roll, if it does.
    pub(crate) fn removes(&self) -> Option<DeviceId> {
        match &self.standing {
            Some(Standing::Remove { device, .. }) => Some(*device),
            Some(_) | None => None,
        }
    }
}

/// A history, every change after its past.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    pub(crate) all: Vec<Written>,
    /// The k of the charter, of a history in the law's own acts.
    pub(crate) k: usize,
    /// Every device of such a history, in the order of their holders.
    pub(crate) devices: Vec<DeviceId>,
    numbers: BTreeMap<ChangeHash, usize>,
}

impl Record {
    /// Whose device it is, where each is its own holder.
    pub(crate) fn holder(&self, device: DeviceId) -> Member {
        Member(self.devices.iter().position(|known| *known == device).unwrap() as u32)
    }

    /// The number of a change.
    pub(crate) fn find(&self, hash: &ChangeHash) -> Option<usize> {
        self.numbers.get(hash).copied()
    }

    /// Puts a change at the end; all that it names is here already.
    pub(crate) fn push(&mut self, change: VerifiedChange) -> usize {
        let says = change.says();
        let names = |hash: &ChangeHash| self.find(hash).unwrap();
        let past = says.prev.iter().chain(&says.seen).map(names).map(|at| self.all[at].past | one(at)).fold(0, |a, b| a | b);
        let act = Act::from_bytes(&change.says().act).ok();
        let standing = act.as_ref().map(Act::standing);
        let admits = match &standing {
            Some(Standing::Found) => vec![says.device],
            Some(Standing::Admit { device, .. }) => vec![*device],
            Some(_) | None => Vec::new(),
        };
        let written = Written {
            standing,
            admits,
            act,
            hash: change.hash(),
            id: change.act_id(),
            device: says.device,
            ring: says.ring,
            prev: says.prev.as_ref().map(names),
            past,
            change: Some(change),
        };
        self.put(written)
    }

    /// Puts something that is written down already at the end.
    pub(crate) fn put(&mut self, written: Written) -> usize {
        let at = self.all.len();
        self.numbers.insert(written.hash, at);
        self.all.push(written);
        at
    }

    /// Everything.
    pub(crate) fn whole(&self) -> Set {
        self.all.iter().enumerate().map(|(at, _)| one(at)).fold(0, |a, b| a | b)
    }

    /// The changes of a set that carry an act.
    pub(crate) fn carriers(&self, id: ActId, set: Set) -> Vec<usize> {
        each(set).filter(|at| self.all[*at].id == id).collect()
    }

    /// The causally closed part of a set; the rest is waiting.
    pub(crate) fn closed(&self, set: Set) -> Set {
        each(set).filter(|at| self.all[*at].past & !set == 0).map(one).fold(0, |a, b| a | b)
    }

    /// The changes of a set that no other of it has in its past.
    pub(crate) fn tips(&self, set: Set) -> Vec<usize> {
        let covered = each(set).map(|at| self.all[at].past).fold(0, |a, b| a | b);
        each(set & !covered).collect()
    }

    /// Changes of one device in one ring that follow the same one: each group is a fork.
    pub(crate) fn forks(&self, device: DeviceId, set: Set) -> Vec<Set> {
        let mut groups: BTreeMap<(Ring, Option<usize>), Set> = BTreeMap::new();
        for at in each(set).filter(|at| self.all[*at].device == device) {
            *groups.entry((self.all[at].ring, self.all[at].prev)).or_default() |= one(at);
        }
        groups.into_values().filter(|group| group.count_ones() > 1).collect()
    }

    /// Whether a change is `tip` or comes before it on its line.
    pub(crate) fn on_line(&self, at: usize, tip: usize) -> bool {
        let same = self.all[at].device == self.all[tip].device && self.all[at].ring == self.all[tip].ring;
        same && std::iter::successors(Some(tip), |tip| self.all[*tip].prev).any(|link| link == at)
    }
}
