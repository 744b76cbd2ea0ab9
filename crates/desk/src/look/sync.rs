//! Who was met, by which road, and what is not known to be with them: computed from chains and arrival numbers, never from hope.

use std::collections::BTreeMap;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::{Later, Meeting};
use serde_json::{Value as Json, json};

use super::Asked;
use crate::Trouble;

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
        let Some(fold) = asked.desk.fold(town) else { continue };
        let others = fold.book().commons.roll.live_devices().filter(|(id, device)| !device.paper && !own.contains(id));
        laptops.extend(others.map(|(_, device)| {
            let endpoint = device.keys.endpoint;
            let met = met.get(&endpoint).cloned().unwrap_or_else(|| Meeting::never(asked.assembly, endpoint));
            Laptop { town, member: Some(device.member), endpoint, met }
        }));
    }
    Ok(laptops)
}

pub(super) fn peers(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let names = asked.desk.names(asked.assembly)?;
    let shown: Vec<Json> = laptops(asked)?
        .into_iter()
        .map(|Laptop { town, member, endpoint, met }| {
            let name = member.filter(|_| town == asked.assembly).and_then(|member| names.get(&member)).map(|card| &card.name);
            json!({
                "town": asked.desk.name(town), "assembly": town, "endpoint": endpoint, "member": member, "name": name,
                "last_met": met.met_at, "road": met.road, "same_as_ours_at": met.equal_at, "broke_off": broke_off(&met),
                "addresses": met.addresses,
            })
        })
        .collect();
    Ok(json!({ "peers": shown }))
}

fn broke_off(met: &Meeting) -> Option<&str> {
    Some(met.trouble.as_str()).filter(|why| !why.is_empty())
}

pub(super) fn sync(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let neighbours = asked.desk.neighbours(asked.assembly)?;
    let mut towns: BTreeMap<AssemblyId, Vec<Laptop>> = neighbours.into_iter().map(|town| (town, Vec::new())).collect();
    for laptop in laptops(asked)? {
        towns.entry(laptop.town).or_default().push(laptop);
    }
    let shown: Vec<Json> = towns.iter().map(|(town, laptops)| of_town(asked, *town, laptops)).collect::<Result<_, Trouble>>()?;
    Ok(json!({ "sync": shown }))
}

/// What is known of one town: of its own record here, and of what it may lack of everything that it may have.
fn of_town(asked: &Asked<'_>, town: AssemblyId, laptops: &[Laptop]) -> Result<Json, Trouble> {
    let archive = &asked.desk.archive;
    let last = laptops.iter().map(|laptop| &laptop.met).max_by_key(|met| met.met_at);
    let lacking = laptops.iter().map(|laptop| &laptop.met).filter(|met| met.lacking > 0).max_by_key(|met| met.lacking);
    let waiting = archive.orphans(town)?.len() + asked.desk.fold(town).map_or(0, |fold| fold.sizes().1);
    let rings: &[Ring] = if town == asked.assembly { &[Ring::Commons, Ring::Assembly] } else { &[Ring::Commons] };
    // One laptop of a town that has it is enough for the town to have it.
    let mark = laptops.iter().map(|laptop| laptop.met.mark).max().unwrap_or(0);
    let later: Vec<Later> = archive.later_than(mark)?;
    let by_ring: Vec<Json> = rings
        .iter()
        .map(|ring| {
            let not_known = later.iter().filter(|later| later.ring == *ring && (*ring == Ring::Commons || later.assembly == town));
            let (count, since) = not_known.fold((0, None), |(count, since): (u64, Option<i64>), later| {
                (count + later.count, Some(since.map_or(later.since, |since| since.min(later.since))))
            });
            json!({ "ring": ring, "not_known_to_be_there": count, "since": since })
        })
        .collect();
    Ok(json!({
        "town": asked.desk.name(town), "assembly": town, "own": town == asked.assembly, "laptops": laptops.len(),
        "changes_here": asked.desk.fold(town).map_or(0, |fold| fold.sizes().0), "waiting_here": waiting,
        "last_met": last.and_then(|met| met.met_at), "road": last.map(|met| &met.road), "broke_off": last.and_then(broke_off),
        "same_as_ours_at": laptops.iter().filter_map(|laptop| laptop.met.equal_at).max(),
        "missing_here": lacking.map_or(0, |met| met.lacking), "missing_here_since": lacking.and_then(|met| met.lacking_since),
        "rings": by_ring,
    }))
}
