//! What waits for others that it follows: whose it is, what it does, and what it misses.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::Ring;
use folkmoot::id::{ActId, AssemblyId, ChangeHash, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::Orphan;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::record::AnyAct;
use crate::Trouble;

/// Something that a change follows and that is not in the book.
#[derive(Debug, Serialize, JsonSchema)]
struct StillMissing {
    /// The signed change.
    change: ChangeHash,
    /// Whether it is here and waits itself; if not, it has not arrived.
    waits_here: bool,
    /// The laptop that wrote it, where what waits says so: each names what came before it on its own line.
    device: Option<DeviceId>,
    /// Whose laptop that is.
    member: Option<Member>,
    /// The name, of a laptop of our own assembly whose holder's card is here.
    name: Option<String>,
}

/// A change that waits for others: its signature holds, and nothing else of it is judged yet.
#[derive(Debug, Serialize, JsonSchema)]
struct Waits {
    /// The id of its act.
    id: ActId,
    /// The signed change.
    change: ChangeHash,
    /// Its assembly.
    assembly: AssemblyId,
    /// What that is called here.
    town: String,
    /// Who may read it.
    ring: Ring,
    /// The laptop that signed it.
    device: DeviceId,
    /// Whose that is, where the roll that is here has it.
    member: Option<Member>,
    /// The name, of a laptop of our own assembly whose holder's card is here.
    name: Option<String>,
    /// When that laptop's clock says so, in seconds since 1970.
    claimed_at: i64,
    /// The act; none of what one person keeps, which is shown where it is asked for.
    act: Option<AnyAct>,
    /// When it came, in seconds since 1970.
    received_at: i64,
    /// The road that it came by.
    source: String,
    /// What it follows that is not in the book; nothing where the town's own beginning has not arrived.
    misses: Vec<StillMissing>,
}

/// What waits for others that it follows.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StillWaiting {
    /// That of our own assembly first, each in the order of arrival; only some, where so many are asked for.
    waiting: Vec<Waits>,
    /// How many there are.
    of: usize,
}

pub(super) fn waiting(asked: &Asked<'_>) -> Result<StillWaiting, Trouble> {
    let part = asked.part("waiting")?;
    // What waits of another assembly of this home stands on that assembly's page.
    let elsewhere: BTreeSet<AssemblyId> = asked.desk.archive.pens()?.into_iter().map(|pen| pen.assembly).collect();
    let mut towns = asked.desk.archive.assemblies_that_wait()?;
    towns.retain(|town| *town == asked.assembly || !elsewhere.contains(town));
    towns.sort_by_key(|town| (*town != asked.assembly, *town));
    let mut all = Vec::new();
    for town in towns {
        let orphans = asked.desk.archive.orphans(town)?;
        let wrote = authors(&orphans);
        let here: BTreeSet<ChangeHash> = orphans.iter().map(|orphan| orphan.change.hash()).collect();
        for orphan in orphans {
            let misses = misses(asked, &orphan)?;
            let misses = misses.into_iter().map(|change| (change, here.contains(&change), wrote.get(&change).copied()));
            all.push((orphan, misses.collect::<Vec<_>>()));
        }
    }
    let (of, wanted) = part.of(all);
    let waiting = wanted.into_iter().map(|(orphan, misses)| shown(asked, &orphan, misses)).collect::<Result<_, Trouble>>()?;
    Ok(StillWaiting { waiting, of })
}

/// What those that wait of one town follow and that has not arrived at all.
pub(super) fn not_arrived(asked: &Asked<'_>, orphans: &[Orphan]) -> Result<BTreeSet<ChangeHash>, Trouble> {
    let mut missing = BTreeSet::new();
    for orphan in orphans {
        missing.extend(misses(asked, orphan)?);
    }
    orphans.iter().for_each(|orphan| {
        missing.remove(&orphan.change.hash());
    });
    Ok(missing)
}

/// What a change follows that is not in the book; of a town of which nothing is here, all of it.
fn misses(asked: &Asked<'_>, orphan: &Orphan) -> Result<Vec<ChangeHash>, Trouble> {
    let says = orphan.change.says();
    Ok(match asked.desk.fold(orphan.change.assembly())? {
        Some(fold) => fold.misses(&orphan.change).copied().collect(),
        None => says.prev.iter().chain(&says.seen).copied().collect(),
    })
}

/// Who wrote what those that wait name, as far as they say so themselves.
fn authors(orphans: &[Orphan]) -> BTreeMap<ChangeHash, DeviceId> {
    let says = orphans.iter().map(|orphan| (orphan.change.hash(), orphan.change.says()));
    says.flat_map(|(hash, says)| std::iter::once(hash).chain(says.prev).map(|named| (named, says.device))).collect()
}

fn shown(asked: &Asked<'_>, orphan: &Orphan, misses: Vec<(ChangeHash, bool, Option<DeviceId>)>) -> Result<Waits, Trouble> {
    let (change, says, town) = (&orphan.change, orphan.change.says(), orphan.change.assembly());
    let (member, name) = whose(asked, town, &says.device)?;
    let misses = misses.into_iter().map(|(change, waits_here, device)| {
        let (member, name) = device.map_or(Ok((None, None)), |device| whose(asked, town, &device))?;
        Ok(StillMissing { change, waits_here, device, member, name })
    });
    Ok(Waits {
        id: change.act_id(),
        change: change.hash(),
        assembly: town,
        town: asked.desk.name(town),
        ring: says.ring,
        device: says.device,
        member,
        name,
        claimed_at: says.claimed_at,
        act: (says.ring != Ring::Person).then(|| AnyAct(change.act().to_json())),
        received_at: orphan.received_at,
        source: orphan.source.clone(),
        misses: misses.collect::<Result<_, Trouble>>()?,
    })
}

fn whose(asked: &Asked<'_>, town: AssemblyId, device: &DeviceId) -> Result<(Option<Member>, Option<String>), Trouble> {
    let known = asked.desk.brief(town)?.and_then(|brief| brief.with_key(device)).filter(|known| known.id == *device);
    let member = known.map(|known| known.member);
    let name = member.filter(|_| town == asked.assembly).and_then(|member| asked.name(member));
    Ok((member, name.map(str::to_owned)))
}
