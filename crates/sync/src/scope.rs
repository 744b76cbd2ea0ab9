//! What a session is about: the commons of every town, the inside of the one that both ends share, and what one person keeps when both are theirs.
//!
//! **Invariant:** nothing outside the scope enters a summary, a vector or a change that is said.

use std::collections::BTreeMap;

use folkmoot::change::Ring;
use folkmoot::id::AssemblyId;

use crate::holder::{Holder, Standing};
use crate::holding::Holding;
use crate::vector::{Digest, Line, Vector};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scope {
    shared: Option<(AssemblyId, Ring)>,
}

impl Scope {
    pub(crate) fn of(standing: Standing, ours: AssemblyId) -> Scope {
        let ring = match standing {
            Standing::Stranger | Standing::Neighbour => None,
            Standing::Inside => Some(Ring::Assembly),
            Standing::Own => Some(Ring::Person),
        };
        Scope { shared: ring.map(|ring| (ours, ring)) }
    }

    pub(crate) fn inside(&self, assembly: &AssemblyId) -> bool {
        self.ring(assembly) > Ring::Commons
    }

    /// Whether it leaves out what another holds.
    pub(crate) fn is_narrower_than(&self, other: &Scope) -> bool {
        self.shared.map(|(_, ring)| ring) < other.shared.map(|(_, ring)| ring)
    }

    /// The least public ring of an assembly that is shared.
    pub(crate) fn ring(&self, assembly: &AssemblyId) -> Ring {
        self.shared.filter(|(shared, _)| shared == assembly).map_or(Ring::Commons, |(_, ring)| ring)
    }

    /// What stands for each assembly of which anything is shared.
    pub(crate) fn digests<H: Holder>(&self, holder: &H) -> BTreeMap<AssemblyId, Digest> {
        let held = holder.holdings().iter().filter(|(_, holding)| !holding.is_empty());
        held.map(|(assembly, holding)| (*assembly, holding.digest(self.ring(assembly)))).collect()
    }

    /// How many assemblies are shared, and what stands for all of them.
    pub(crate) fn summary<H: Holder>(&self, holder: &H) -> (u32, Digest) {
        let digests = self.digests(holder);
        (digests.len() as u32, together(digests.iter()))
    }

    /// What stands for the assemblies whose ids begin with each byte.
    pub(crate) fn buckets<H: Holder>(&self, holder: &H) -> BTreeMap<u8, Digest> {
        let digests = self.digests(holder);
        let mut buckets: BTreeMap<u8, Vec<(&AssemblyId, &Digest)>> = BTreeMap::new();
        for entry in &digests {
            buckets.entry(entry.0.as_bytes()[0]).or_default().push(entry);
        }
        buckets.into_iter().map(|(first, entries)| (first, together(entries.into_iter()))).collect()
    }

    /// What is shown of an assembly; nothing of one that is not held.
    pub(crate) fn vector<H: Holder>(&self, holder: &H, of: &AssemblyId) -> Vector {
        holder.holdings().get(of).map_or_else(Vector::default, |holding| holding.vector(self.ring(of)))
    }

    /// How many changes of an assembly they showed that are not here.
    pub(crate) fn lacks<H: Holder>(&self, holder: &H, assembly: &AssemblyId, shown: &Vector) -> u64 {
        holder.holdings().get(assembly).map_or(shown.changes(), |holding| holding.lacks(shown, self.ring(assembly)))
    }
}

fn together<'a>(entries: impl Iterator<Item = (&'a AssemblyId, &'a Digest)>) -> Digest {
    let bytes: Vec<u8> = entries.flat_map(|(assembly, digest)| assembly.as_bytes().iter().chain(&digest.0).copied()).collect();
    Digest::of("folkmoot v0 summary", &bytes)
}

impl Vector {
    /// The lines, in `ring` and the more public ones, of which it shows more changes than are held, with their lengths.
    pub(crate) fn longer_than(&self, ours: Option<&Holding>, ring: Ring) -> Vec<(Line, u64)> {
        let lines = self.0.iter().filter(|(line, _)| line.ring <= ring);
        let longer = lines.filter(|(line, shown)| ours.is_none_or(|ours| ours.length(line) < shown.length));
        longer.map(|(line, shown)| (*line, shown.length)).collect()
    }
}
