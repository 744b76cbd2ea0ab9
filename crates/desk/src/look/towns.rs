//! Who else is known.

use std::collections::BTreeSet;

use folkmoot::id::AssemblyId;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::{Split, Trouble};

/// A town that this home has heard of.
#[derive(Debug, Serialize, JsonSchema)]
struct Town {
    /// Its assembly.
    assembly: AssemblyId,
    /// What it is called here.
    name: String,
    /// Its words, to compare aloud.
    words: String,
    /// Whether it is a neighbour.
    joined: bool,
    /// By what this home heard of it: a code, an answer or a bundle.
    known_by: String,
    /// When this home first heard of it, in seconds since 1970.
    first_heard: i64,
    /// When it was last met, in seconds since 1970, if ever.
    last_met: Option<i64>,
    /// The road of that meeting; empty where there was none.
    last_road: String,
    /// How many of its signed changes are here.
    changes: usize,
    /// How many members belong to it, where anything of it is here.
    members: Option<u32>,
    /// How much it has sealed that counts.
    sealed: usize,
    /// How many towns have co-signed some of that.
    witnesses: usize,
    /// Where it was shown to be two.
    split: Vec<Split>,
}

/// Towns that this home has heard of.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Towns {
    /// In the order in which this home heard of them.
    towns: Vec<Town>,
}

pub(super) fn towns(asked: &Asked<'_>) -> Result<Towns, Trouble> {
    let neighbours = asked.desk.neighbours(asked.assembly)?;
    let testimonies = asked.desk.testimonies()?;
    let towns = asked.desk.archive.towns()?.into_iter().map(|town| {
        let brief = asked.desk.brief(town.assembly)?;
        Ok(Town {
            assembly: town.assembly,
            name: town.name,
            words: crate::words(town.assembly),
            joined: neighbours.contains(&town.assembly),
            known_by: town.known_by,
            first_heard: town.first_heard,
            last_met: town.last_met,
            last_road: town.last_road,
            changes: brief.map_or(0, |brief| brief.changes),
            members: brief.map(|brief| brief.members),
            sealed: brief.map_or(0, |brief| brief.sealed.len()),
            witnesses: testimonies.get(&town.assembly).into_iter().flatten().map(|one| one.by).collect::<BTreeSet<_>>().len(),
            split: asked.desk.splits(town.assembly, &testimonies)?,
        })
    });
    Ok(Towns { towns: towns.collect::<Result<_, Trouble>>()? })
}
