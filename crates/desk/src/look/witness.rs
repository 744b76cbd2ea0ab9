//! Witnesses: what waits to be co-signed, who co-signed what is sealed here, and towns that were shown to be two.

use folkmoot::id::{ActId, AssemblyId};
use folkmoot::witness::Sealed;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::{Split, ToCosign, Trouble};

/// A town's co-signature under something sealed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Cosigned {
    /// The act that seals or closes.
    pub(super) act: ActId,
    /// The witness.
    town: AssemblyId,
    /// What it is called.
    name: String,
    /// Since when, as the clock of its laptop says: seconds since 1970.
    claimed_at: i64,
}

/// What waits to be co-signed, who co-signed what is sealed here, and towns that were shown to be two.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Witnesses {
    /// What neighbours sealed and this town has not co-signed, by name.
    to_cosign: Vec<ToCosign>,
    /// Co-signatures of other towns, the first that each gave for an act, by act.
    cosigned: Vec<Cosigned>,
    /// Sealed minutes and closings that nobody has co-signed.
    alone: Vec<Sealed>,
    /// Towns that were shown to be two.
    split: Vec<Split>,
}

pub(super) fn witness(asked: &Asked<'_>) -> Result<Witnesses, Trouble> {
    let cosigned = cosigned(asked)?;
    let all = folkmoot::witness::sealed(&asked.fold.book().commons);
    let alone = all.into_iter().filter(|sealed| cosigned.iter().all(|one| one.act != sealed.act())).collect();
    Ok(Witnesses { to_cosign: asked.desk.to_cosign(asked.assembly)?, cosigned, alone, split: asked.desk.split_towns(asked.assembly)? })
}

/// Who co-signed what this town sealed; of several co-signatures of one town for one act, the first.
pub(super) fn cosigned(asked: &Asked<'_>) -> Result<Vec<Cosigned>, Trouble> {
    let testimonies = asked.desk.testimonies()?;
    let theirs = testimonies.get(&asked.assembly).into_iter().flatten();
    let each = theirs.flat_map(|one| one.cosign.sealed.iter().map(|sealed| (sealed.act(), one.by, one.cosign.claimed_at)));
    let mut all: Vec<_> = each.collect();
    all.sort_unstable();
    all.dedup_by_key(|(act, by, _)| (*act, *by));
    Ok(all.into_iter().map(|(act, town, claimed_at)| Cosigned { act, town, name: asked.desk.name(town), claimed_at }).collect())
}

/// Where this town was shown to be two.
pub(super) fn split(asked: &Asked<'_>) -> Result<Vec<Split>, Trouble> {
    asked.desk.splits(asked.assembly, &asked.desk.testimonies()?)
}
