//! What two holders say to each other about what they hold, from the shortest to the most exact.
//!
//! ```text
//! Summary -- differ --> Buckets (many towns) --> Towns (several) --> Vectors --> changes, Said --> Summary -- equal --> Rest
//! ```
//!
//! **Invariant:** every list has a cap and one order, so a message has one form, and none is larger than [`Talk::MAX_BYTES`].

use folkmoot::id::{AssemblyId, CardHash, FileHash};

use crate::bytes::Fields;
use crate::vector::{Digest, Vector};

const SUMMARY: u8 = 16;
const BUCKETS: u8 = 17;
const TOWNS: u8 = 18;
const VECTORS: u8 = 19;
const SAID: u8 = 20;
const WANT: u8 = 21;
const GIVEN: u8 = 22;
const REST: u8 = 23;

/// The most hashes that are asked for at once.
pub const MAX_WANTED: usize = 512;

/// One message of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Talk {
    /// Begins a turn: what stands for all that the speaker shows to the other.
    Summary {
        /// The turn, counted from 1.
        turn: u16,
        /// How many assemblies it shows.
        towns: u32,
        /// What stands for all of them.
        root: Digest,
    },
    /// What stands for the assemblies whose id begins with each byte; only those that are not empty.
    Buckets(Vec<(u8, Digest)>),
    /// What stands for each assembly.
    Towns(Vec<(AssemblyId, Digest)>),
    /// How much of each line is held, for the assemblies that differ.
    Vectors {
        /// Whether an assembly that is not named is one that is not held.
        all: bool,
        /// Assembly by assembly.
        vectors: Vec<(AssemblyId, Vector)>,
    },
    /// Everything that the vectors lacked has been said.
    Said,
    /// Asks for what acts name and what is not here.
    Want {
        /// The assembly whose acts name it.
        assembly: AssemblyId,
        /// Cards.
        cards: Vec<CardHash>,
        /// Attachments.
        files: Vec<FileHash>,
    },
    /// Whatever was asked for and is here has been given.
    Given,
    /// The speaker needs nothing more in this turn.
    Rest {
        /// The turn.
        turn: u16,
    },
}

impl Talk {
    /// The longest message.
    pub const MAX_BYTES: usize = 1024 * 1024;

    pub(crate) fn is(kind: u8) -> bool {
        (SUMMARY..=REST).contains(&kind)
    }

    pub(crate) fn kind(&self) -> u8 {
        match self {
            Talk::Summary { .. } => SUMMARY,
            Talk::Buckets(_) => BUCKETS,
            Talk::Towns(_) => TOWNS,
            Talk::Vectors { .. } => VECTORS,
            Talk::Said => SAID,
            Talk::Want { .. } => WANT,
            Talk::Given => GIVEN,
            Talk::Rest { .. } => REST,
        }
    }

    pub(crate) fn content(&self) -> Vec<u8> {
        let mut out = Vec::new();
        match self {
            Talk::Summary { turn, towns, root } => {
                out.extend_from_slice(&turn.to_be_bytes());
                out.extend_from_slice(&towns.to_be_bytes());
                out.extend_from_slice(&root.0);
            }
            Talk::Buckets(buckets) => {
                for (first, digest) in buckets {
                    out.push(*first);
                    out.extend_from_slice(&digest.0);
                }
            }
            Talk::Towns(towns) => {
                for (assembly, digest) in towns {
                    out.extend_from_slice(assembly.as_bytes());
                    out.extend_from_slice(&digest.0);
                }
            }
            Talk::Vectors { all, vectors } => {
                out.push(u8::from(*all));
                for (assembly, vector) in vectors {
                    let vector = vector.encode();
                    out.extend_from_slice(assembly.as_bytes());
                    out.extend_from_slice(&(vector.len() as u32).to_be_bytes());
                    out.extend_from_slice(&vector);
                }
            }
            Talk::Want { assembly, cards, files } => {
                out.extend_from_slice(assembly.as_bytes());
                out.extend_from_slice(&(cards.len() as u16).to_be_bytes());
                cards.iter().for_each(|card| out.extend_from_slice(card.as_bytes()));
                files.iter().for_each(|file| out.extend_from_slice(file.as_bytes()));
            }
            Talk::Rest { turn } => out.extend_from_slice(&turn.to_be_bytes()),
            Talk::Said | Talk::Given => {}
        }
        out
    }

    /// Reads what [`Talk::content`] wrote for this kind.
    pub(crate) fn read(kind: u8, content: &[u8]) -> Option<Talk> {
        let mut fields = Fields::of(content);
        let talk = match kind {
            SUMMARY => Talk::Summary { turn: fields.u16()?, towns: fields.u32()?, root: Digest(fields.array()?) },
            BUCKETS => Talk::Buckets(list(&mut fields, |fields| Some((fields.byte()?, Digest(fields.array()?))))?),
            TOWNS => Talk::Towns(list(&mut fields, |fields| Some((AssemblyId(fields.array()?), Digest(fields.array()?))))?),
            VECTORS => {
                let all = match fields.byte()? {
                    0 => false,
                    1 => true,
                    _ => return None,
                };
                Talk::Vectors { all, vectors: list(&mut fields, vector)? }
            }
            SAID => Talk::Said,
            WANT => {
                let assembly = AssemblyId(fields.array()?);
                let mut cards = Vec::new();
                for _ in 0..fields.u16()? {
                    cards.push(CardHash(fields.array()?));
                }
                let mut files = Vec::new();
                while !fields.rest.is_empty() {
                    files.push(FileHash(fields.array()?));
                }
                (cards.len() + files.len() <= MAX_WANTED).then_some(())?;
                Talk::Want { assembly, cards, files }
            }
            GIVEN => Talk::Given,
            REST => Talk::Rest { turn: fields.u16()? },
            _ => return None,
        };
        fields.end()?;
        Some(talk)
    }
}

fn vector(fields: &mut Fields<'_>) -> Option<(AssemblyId, Vector)> {
    let assembly = AssemblyId(fields.array()?);
    let length = fields.u32()?;
    Some((assembly, Vector::decode(fields.take(length as usize)?)?))
}

/// Reads entries to the end; each must come after the one before it.
fn list<K: Ord, V>(fields: &mut Fields<'_>, read: impl Fn(&mut Fields<'_>) -> Option<(K, V)>) -> Option<Vec<(K, V)>> {
    let mut entries: Vec<(K, V)> = Vec::new();
    while !fields.rest.is_empty() {
        let entry = read(fields)?;
        if entries.last().is_some_and(|last| last.0 >= entry.0) {
            return None;
        }
        entries.push(entry);
    }
    Some(entries)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;

    use folkmoot::change::Ring;
    use folkmoot::id::{ChangeHash, DeviceId};
    use proptest::prelude::*;

    use super::*;
    use crate::holding::{Description, Holding};
    use crate::vector::Line;

    fn any_vector() -> impl Strategy<Value = Vector> {
        (any::<[u8; 32]>(), 0u8..4).prop_map(|(device, length)| {
            let line = Line { ring: Ring::Commons, device: DeviceId(device) };
            let hash = |at: u8| ChangeHash([at; 32]);
            let changes: Vec<Description> =
                (0..length).map(|at| Description { line, prev: at.checked_sub(1).map(hash), hash: hash(at) }).collect();
            Holding::of(&changes).vector(Ring::Commons)
        })
    }

    pub(crate) fn any_talk() -> impl Strategy<Value = Talk> {
        let digest = || any::<[u8; Digest::BYTES]>().prop_map(Digest);
        let town = || any::<[u8; 32]>().prop_map(AssemblyId);
        prop_oneof![
            (any::<u16>(), any::<u32>(), digest()).prop_map(|(turn, towns, root)| Talk::Summary { turn, towns, root }),
            prop::collection::btree_map(any::<u8>(), digest(), 0..5).prop_map(|buckets| Talk::Buckets(buckets.into_iter().collect())),
            prop::collection::btree_map(town(), digest(), 0..5).prop_map(|towns: BTreeMap<_, _>| Talk::Towns(towns.into_iter().collect())),
            (any::<bool>(), prop::collection::btree_map(town(), any_vector(), 0..4))
                .prop_map(|(all, vectors)| Talk::Vectors { all, vectors: vectors.into_iter().collect() }),
            (town(), any::<[u8; 32]>(), any::<[u8; 32]>()).prop_map(|(assembly, card, file)| Talk::Want {
                assembly,
                cards: vec![CardHash(card)],
                files: vec![FileHash(file)]
            }),
            any::<u16>().prop_map(|turn| Talk::Rest { turn }),
            Just(Talk::Said),
            Just(Talk::Given),
        ]
    }

    #[test]
    fn nothing_to_do_costs_less_than_a_hundred_bytes_both_ways() {
        let summary = Talk::Summary { turn: 1, towns: 3, root: Digest([0; Digest::BYTES]) };
        let both_ways: usize = [summary, Talk::Rest { turn: 1 }].iter().map(|talk| 2 * (5 + talk.content().len())).sum();
        assert!(both_ways <= 100, "{both_ways} bytes");
    }

    #[test]
    fn asking_for_too_much_at_once_is_no_message() {
        let want = |files: usize| Talk::Want { assembly: AssemblyId([1; 32]), cards: Vec::new(), files: vec![FileHash([2; 32]); files] };
        assert!(Talk::read(WANT, &want(MAX_WANTED).content()).is_some());
        assert!(Talk::read(WANT, &want(MAX_WANTED + 1).content()).is_none());
    }
}
