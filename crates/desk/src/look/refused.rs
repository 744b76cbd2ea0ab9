//! What was refused on receipt: why, in whose name, and who handed it over.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::Share;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::Trouble;
use crate::brief::Device;
use crate::taking::SIGNATURE;

/// A laptop that a roll here knows, or as much of it as is known.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
struct KnownLaptop {
    /// The assembly on whose roll it stands or stood, if a roll here has it.
    assembly: Option<AssemblyId>,
    /// What that assembly is called here.
    town: Option<String>,
    /// The laptop; none of a town as a whole.
    device: Option<DeviceId>,
    /// Whose it is.
    member: Option<Member>,
    /// The name, of a laptop of our own assembly whose holder's card is here.
    name: Option<String>,
}

/// Who handed something over, as far as it was proved.
#[derive(Debug, Serialize, JsonSchema)]
struct HandedBy {
    /// The key that was proved: over a wire the laptop's endpoint key, of a bundle the one that it is signed with as a whole.
    key: DeviceId,
    /// Whose key that is, as a roll here has it.
    #[serde(flatten)]
    laptop: KnownLaptop,
}

/// Something that was refused on receipt.
#[derive(Debug, Serialize, JsonSchema)]
struct Quarantined {
    /// Its number in the quarantine.
    id: i64,
    /// The code of the reason.
    reason: String,
    /// Who handed it over; none where nobody proved to.
    handed_by: Option<HandedBy>,
    /// The assembly that it claims.
    assembly: Option<AssemblyId>,
    /// The laptop that it claims.
    device: Option<DeviceId>,
    /// Whose that laptop is, as the roll of that assembly has it.
    member: Option<Member>,
    /// The name, of a laptop of our own assembly whose holder's card is here.
    name: Option<String>,
    /// Whether the laptop that it claims signed it; if not, its name is only claimed.
    signed: bool,
    /// Its size in bytes.
    bytes: usize,
    /// When it came, in seconds since 1970.
    received_at: i64,
    /// The road that it came by.
    source: String,
}

/// How much of what somebody handed over was not kept.
#[derive(Debug, Serialize, JsonSchema)]
struct DroppedOf {
    /// Whose it was: a laptop of ours, or a neighbour as a whole; nothing of everybody else together.
    #[serde(flatten)]
    laptop: KnownLaptop,
    /// How many.
    count: u64,
}

/// What was refused on receipt.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Quarantine {
    /// The first to come first.
    quarantine: Vec<Quarantined>,
    /// How much more was refused and not kept.
    dropped_over_quota: u64,
    /// The same by whoever handed it over.
    dropped_of: Vec<DroppedOf>,
}

pub(super) fn quarantine(asked: &Asked<'_>) -> Result<Quarantine, Trouble> {
    let kept = asked.desk.archive.quarantined()?;
    let mut knows = whose(asked, kept.iter().filter_map(|(_, entry)| entry.handed_by).collect())?;
    let entries = kept.into_iter().map(|(id, entry)| {
        let claimed = claimed(asked, entry.assembly.zip(entry.device))?;
        Ok(Quarantined {
            id,
            signed: entry.device.is_some() && entry.reason != SIGNATURE,
            reason: entry.reason,
            handed_by: entry.handed_by.map(|key| HandedBy { key, laptop: knows.entry(key).or_default().clone() }),
            assembly: entry.assembly,
            device: entry.device,
            member: claimed.member,
            name: claimed.name,
            bytes: entry.bytes.len(),
            received_at: entry.received_at,
            source: entry.source,
        })
    });
    let quarantine = entries.collect::<Result<_, Trouble>>()?;
    let dropped = asked.desk.archive.quarantine_dropped()?.into_iter();
    let dropped_of: Vec<DroppedOf> = dropped
        .map(|dropped| Ok(DroppedOf { laptop: of_share(asked, dropped.of)?, count: dropped.count }))
        .collect::<Result<_, Trouble>>()?;
    Ok(Quarantine { quarantine, dropped_over_quota: dropped_of.iter().map(|dropped| dropped.count).sum(), dropped_of })
}

/// Whose some keys are: as our own roll has them, or else a neighbour's, or else any that is here.
fn whose(asked: &Asked<'_>, mut keys: BTreeSet<DeviceId>) -> Result<BTreeMap<DeviceId, KnownLaptop>, Trouble> {
    let mut known = BTreeMap::new();
    let neighbours = asked.desk.neighbours(asked.assembly)?;
    for town in std::iter::once(asked.assembly).chain(neighbours).chain(asked.desk.assemblies()) {
        if keys.is_empty() {
            break;
        }
        let Some(brief) = asked.desk.brief(town)? else { continue };
        known.extend(keys.iter().filter_map(|key| Some((*key, laptop(asked, town, brief.with_key(key)?)))));
        keys.retain(|key| !known.contains_key(key));
    }
    Ok(known)
}

/// What a roll says of the laptop that something claims.
fn claimed(asked: &Asked<'_>, claims: Option<(AssemblyId, DeviceId)>) -> Result<KnownLaptop, Trouble> {
    let Some((town, device)) = claims else { return Ok(KnownLaptop::default()) };
    let known = asked.desk.brief(town)?.and_then(|brief| brief.with_key(&device)).filter(|known| known.id == device);
    Ok(known.map(|known| laptop(asked, town, known)).unwrap_or_default())
}

fn of_share(asked: &Asked<'_>, Share { town, laptop: of }: Share) -> Result<KnownLaptop, Trouble> {
    let Some(town) = town else { return Ok(KnownLaptop::default()) };
    let known = claimed(asked, of.map(|device| (town, device)))?;
    Ok(KnownLaptop { assembly: Some(town), town: Some(asked.desk.name(town)), device: of, ..known })
}

fn laptop(asked: &Asked<'_>, town: AssemblyId, known: &Device) -> KnownLaptop {
    KnownLaptop {
        assembly: Some(town),
        town: Some(asked.desk.name(town)),
        device: Some(known.id),
        member: Some(known.member),
        name: asked.name(known.member).filter(|_| town == asked.assembly).map(str::to_owned),
    }
}
