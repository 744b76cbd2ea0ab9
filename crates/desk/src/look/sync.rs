//! Who was met, by which road, and what is not known to be with them: computed from chains and arrival numbers, never from hope.

use std::collections::BTreeMap;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::{Later, Meeting};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::waiting::not_arrived;
use crate::brief::Brief;
use crate::{LittleRoom, Trouble};

/// A laptop that may be met.
#[derive(Debug, Serialize, JsonSchema)]
struct Peer {
    /// What its town is called here.
    town: String,
    /// Its town's assembly.
    assembly: AssemblyId,
    /// The key that it is met by.
    endpoint: DeviceId,
    /// Whose it is.
    member: Option<Member>,
    /// The name, of a laptop of our own assembly whose holder's card is here.
    name: Option<String>,
    /// When it was last met, in seconds since 1970, if ever.
    last_met: Option<i64>,
    /// The road of that meeting; empty where there was none.
    road: String,
    /// When both last held the same, in seconds since 1970, if ever.
    same_as_ours_at: Option<i64>,
    /// Why the last meeting broke off, where it did.
    broke_off: Option<String>,
    /// Where it was last met.
    addresses: Vec<String>,
}

/// The laptops that may be met, when each last was, and by which road.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Peers {
    /// Those of our own assembly first.
    peers: Vec<Peer>,
}

/// What of one ring of our own assembly is not known to be there.
#[derive(Debug, Serialize, JsonSchema)]
struct RingThere {
    /// The ring.
    ring: Ring,
    /// How many changes of our own assembly are not known to be there.
    not_known_to_be_there: u64,
    /// Since when, in seconds since 1970.
    since: Option<i64>,
}

/// What is known of one town: of its own record here, and of what it may lack of ours.
#[derive(Debug, Serialize, JsonSchema)]
struct TownThere {
    /// What it is called here.
    town: String,
    /// Its assembly.
    assembly: AssemblyId,
    /// Whether it is our own.
    own: bool,
    /// How many other laptops of it may be met.
    laptops: usize,
    /// How many of its signed changes are here.
    changes_here: usize,
    /// How many of its changes wait here for others that have not arrived.
    waiting_here: usize,
    /// When one of its laptops was last met, in seconds since 1970, if ever.
    last_met: Option<i64>,
    /// The road of that meeting.
    road: Option<String>,
    /// Why that meeting broke off, where it did.
    broke_off: Option<String>,
    /// When one of its laptops last held the same as this one, in seconds since 1970, if ever.
    same_as_ours_at: Option<i64>,
    /// How many of its changes are known to be missing here: as many as one of its laptops showed, or as those that wait follow, if those
    /// are more.
    missing_here: u64,
    /// Since when that is known, in seconds since 1970.
    missing_here_since: Option<i64>,
    /// What of our own assembly is not known to be there, ring by ring.
    rings: Vec<RingThere>,
}

/// Town by town and ring by ring: what is not known to be there, what is missing here, and since when.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SyncState {
    /// That there is little room left on the disk, if there is: what distant towns write is not taken in then.
    little_room: Option<LittleRoom>,
    /// By assembly.
    sync: Vec<TownThere>,
}

/// Another laptop that this home may meet.
struct Laptop {
    town: AssemblyId,
    member: Option<Member>,
    endpoint: DeviceId,
    met: Meeting,
}

/// The laptops of this assembly and of its neighbours, but for this home's own.
fn laptops(asked: &Asked<'_>) -> Result<Vec<Laptop>, Trouble> {
    let archive = &asked.desk.archive;
    let own: Vec<DeviceId> = archive.pens()?.iter().filter(|pen| pen.assembly == asked.assembly).map(|pen| pen.device).collect();
    let met: BTreeMap<DeviceId, Meeting> =
        archive.meetings()?.into_iter().filter(|met| met.ours == asked.assembly).map(|met| (met.endpoint, met)).collect();
    let mut laptops: Vec<Laptop> = Vec::new();
    for town in std::iter::once(asked.assembly).chain(asked.desk.neighbours(asked.assembly)?) {
        let others = asked.desk.brief(town)?.into_iter().flat_map(Brief::laptops).filter(|laptop| !own.contains(&laptop.id));
        laptops.extend(others.map(|laptop| {
            let endpoint = laptop.keys.endpoint;
            let met = met.get(&endpoint).cloned().unwrap_or_else(|| Meeting::never(asked.assembly, endpoint));
            Laptop { town, member: Some(laptop.member), endpoint, met }
        }));
    }
    Ok(laptops)
}

pub(super) fn peers(asked: &Asked<'_>) -> Result<Peers, Trouble> {
    let peers = laptops(asked)?.into_iter().map(|Laptop { town, member, endpoint, met }| Peer {
        town: asked.desk.name(town),
        assembly: town,
        endpoint,
        member,
        name: member.filter(|_| town == asked.assembly).and_then(|member| asked.name(member)).map(str::to_owned),
        last_met: met.met_at,
        same_as_ours_at: met.equal_at,
        broke_off: broke_off(&met),
        road: met.road,
        addresses: met.addresses,
    });
    Ok(Peers { peers: peers.collect() })
}

fn broke_off(met: &Meeting) -> Option<String> {
    Some(met.trouble.clone()).filter(|why| !why.is_empty())
}

pub(super) fn sync(asked: &Asked<'_>) -> Result<SyncState, Trouble> {
    let neighbours = asked.desk.neighbours(asked.assembly)?;
    let mut towns: BTreeMap<AssemblyId, Vec<Laptop>> = neighbours.into_iter().map(|town| (town, Vec::new())).collect();
    for laptop in laptops(asked)? {
        towns.entry(laptop.town).or_default().push(laptop);
    }
    let sync = towns.iter().map(|(town, laptops)| of_town(asked, *town, laptops)).collect::<Result<_, Trouble>>()?;
    Ok(SyncState { little_room: asked.desk.little_room(), sync })
}

fn of_town(asked: &Asked<'_>, town: AssemblyId, laptops: &[Laptop]) -> Result<TownThere, Trouble> {
    let archive = &asked.desk.archive;
    let last = laptops.iter().map(|laptop| &laptop.met).max_by_key(|met| met.met_at);
    let lacking = laptops.iter().map(|laptop| &laptop.met).filter(|met| met.lacking > 0).max_by_key(|met| met.lacking);
    let waiting = archive.orphans(town)?;
    let followed = not_arrived(asked, &waiting)?.len() as u64;
    let waits_since = waiting.iter().map(|orphan| orphan.received_at).min().filter(|_| followed > 0);
    let shown_since = lacking.and_then(|met| met.lacking_since);
    let rings: &[Ring] = if town == asked.assembly { &[Ring::Commons, Ring::Assembly] } else { &[Ring::Commons] };
    // One laptop of a town that has it is enough for the town to have it.
    let mut by_ring = Vec::new();
    for ring in rings {
        by_ring.push(there(asked, *ring, &later_than_any(asked, laptops.iter(), *ring)?));
    }
    let mut ones_own = Vec::new();
    for laptop in laptops.iter().filter(|_| town == asked.assembly) {
        ones_own.extend(asked.desk.is_own_at(town, &laptop.endpoint)?.then_some(laptop));
    }
    if !ones_own.is_empty() {
        by_ring.push(notes_there(asked, town, &ones_own)?);
    }
    Ok(TownThere {
        town: asked.desk.name(town),
        assembly: town,
        own: town == asked.assembly,
        laptops: laptops.len(),
        changes_here: asked.desk.brief(town)?.map_or(0, |town| town.changes),
        waiting_here: waiting.len(),
        last_met: last.and_then(|met| met.met_at),
        road: last.map(|met| met.road.clone()),
        broke_off: last.and_then(broke_off),
        same_as_ours_at: laptops.iter().filter_map(|laptop| laptop.met.equal_at).max(),
        missing_here: lacking.map_or(0, |met| met.lacking).max(followed),
        missing_here_since: shown_since.into_iter().chain(waits_since).min(),
        rings: by_ring,
    })
}

/// What arrived after all that the laptops surely have of our assembly, in a ring and the more public ones.
fn later_than_any<'l>(asked: &Asked<'_>, laptops: impl Iterator<Item = &'l Laptop>, ring: Ring) -> Result<Vec<Later>, Trouble> {
    Ok(asked.desk.archive.later_than(mark_of(laptops, ring))?)
}

/// Up to where one of the laptops surely has all of a ring.
fn mark_of<'l>(laptops: impl Iterator<Item = &'l Laptop>, ring: Ring) -> i64 {
    laptops.map(|laptop| &laptop.met).filter(|met| met.mark_ring >= ring).map(|met| met.mark).max().unwrap_or(0)
}

/// What one person keeps, but for what another key noted that this home had before: that is for nobody else.
fn notes_there(asked: &Asked<'_>, town: AssemblyId, laptops: &[&Laptop]) -> Result<RingThere, Trouble> {
    let own = asked.desk.ones_own(town)?;
    let mark = mark_of(laptops.iter().copied(), Ring::Person);
    let later = asked.desk.archive.arrivals_since(mark)?.into_iter().filter(|one| one.ring == Ring::Person && one.assembly == town);
    let later: Vec<i64> = later.filter(|one| own.contains(&one.device)).map(|one| one.received_at).collect();
    Ok(RingThere { ring: Ring::Person, not_known_to_be_there: later.len() as u64, since: later.into_iter().min() })
}

fn there(asked: &Asked<'_>, ring: Ring, later: &[Later]) -> RingThere {
    let not_known = later.iter().filter(|later| later.ring == ring && later.assembly == asked.assembly);
    let (count, since) = not_known.fold((0, None), |(count, since): (u64, Option<i64>), later| {
        (count + later.count, Some(since.map_or(later.since, |since| since.min(later.since))))
    });
    RingThere { ring, not_known_to_be_there: count, since }
}
