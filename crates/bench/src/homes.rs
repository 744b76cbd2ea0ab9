//! The homes that every contestant begins with: made once through the desk, and copied for each run.

use std::fs;
use std::path::{Path, PathBuf};

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::Archive;
use folkmoot_desk::{CardText, Desk};
use serde_json::{Value as Json, json};

use crate::Outcome;
use crate::tally::End;

pub(crate) const NOW: i64 = 1_800_000_000;
/// When they meet: the invites by which they know each other are over, so no answer to one is said any more.
pub(crate) const LATER: i64 = NOW + 30 * 86_400;

/// How many acts the large records hold, how many documents the split one has, and how many of those change.
pub(crate) const ACTS: usize = 10_000;
pub(crate) const DOCUMENTS: usize = 1000;
const CHANGED: usize = 20;
const DIVERGED: usize = 1000;
const AT_ONCE: usize = 500;

/// What the two laptops hold before they meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scenario {
    ColdOne,
    ColdMany,
    SomeChanged,
    Diverged,
    Nothing,
}

impl Scenario {
    pub(crate) const ALL: [Scenario; 5] =
        [Scenario::ColdOne, Scenario::ColdMany, Scenario::SomeChanged, Scenario::Diverged, Scenario::Nothing];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Scenario::ColdOne => "cold big document",
            Scenario::ColdMany => "1,000 documents cold",
            Scenario::SomeChanged => "1,000 documents, 20 changed",
            Scenario::Diverged => "diverged",
            Scenario::Nothing => "nothing to do",
        }
    }

    /// Whether the one who lacks something is the one who calls; both ways where the time is mostly that of the road.
    pub(crate) fn directions(self) -> &'static [bool] {
        if self == Scenario::SomeChanged { &[true, false] } else { &[true] }
    }

    /// The most that it may take, as a multiple of the limit.
    pub(crate) fn target(self) -> Option<f64> {
        match self {
            Scenario::ColdOne => Some(1.25),
            Scenario::ColdMany => Some(1.3),
            Scenario::SomeChanged => Some(3.0),
            Scenario::Diverged => Some(2.0),
            Scenario::Nothing => None,
        }
    }
}

/// One of two homes: the laptop that has more, or the one that has less.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    pub(crate) dir: PathBuf,
    /// The assembly whose endpoint it is met under, and that endpoint.
    pub(crate) ours: AssemblyId,
    pub(crate) endpoint: DeviceId,
    /// The signed changes that it lacks, in the order in which the other has them, and how many it holds once it has them.
    pub(crate) lacks: Vec<Vec<u8>>,
    pub(crate) whole: usize,
}

/// Two homes that are to meet.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) has: Home,
    pub(crate) lacks: Home,
    /// The assembly that both write of.
    pub(crate) town: AssemblyId,
}

impl Pair {
    /// Which home is at which end.
    pub(crate) fn at(&self, end: End, lacking_dials: bool) -> &Home {
        if (end == End::Dialler) == lacking_dials { &self.lacks } else { &self.has }
    }

    /// Copies both homes to a new place.
    pub(crate) fn copied(&self, place: &Path) -> Outcome<Pair> {
        let mut pair = self.clone();
        for (name, home) in [("has", &mut pair.has), ("lacks", &mut pair.lacks)] {
            let dir = place.join(name);
            copy(&home.dir, &dir)?;
            home.dir = dir;
        }
        Ok(pair)
    }
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        if file.file_type()?.is_file() {
            fs::copy(file.path(), to.join(file.file_name()))?;
        }
    }
    Ok(())
}

/// Prepares the homes of a scenario.
pub(crate) fn prepare(scenario: Scenario, place: &Path) -> Outcome<Pair> {
    let (a, b) = (place.join("a"), place.join("b"));
    match scenario {
        Scenario::ColdOne => {
            let (mut has, lacks, town) = neighbours(&a, &b)?;
            write(&mut has, town, (0..ACTS).map(|at| post(at, 0)))?;
            pair(has, lacks, &a, &b, town)
        }
        Scenario::ColdMany => {
            let (mut has, lacks, town) = neighbours(&a, &b)?;
            write(&mut has, town, (0..ACTS).map(|at| post(at, at % DOCUMENTS)))?;
            pair(has, lacks, &a, &b, town)
        }
        Scenario::SomeChanged | Scenario::Nothing => {
            let (mut has, mut lacks, town) = neighbours(&a, &b)?;
            write(&mut has, town, (0..ACTS).map(|at| post(at, at % DOCUMENTS)))?;
            give(&mut has, &mut lacks, &[])?;
            if scenario == Scenario::SomeChanged {
                write(&mut has, town, (0..CHANGED).map(|at| post(ACTS + at, at * DOCUMENTS / CHANGED)))?;
            }
            pair(has, lacks, &a, &b, town)
        }
        Scenario::Diverged => {
            let (mut first, mut second, town) = two_laptops(&a, &b)?;
            write(&mut first, town, (0..ACTS).map(|at| post(at, 0)))?;
            give(&mut first, &mut second, &[town])?;
            write(&mut first, town, (0..DIVERGED).map(|at| post(ACTS + at, 0)))?;
            write(&mut second, town, (0..DIVERGED).map(|at| post(ACTS + DIVERGED + at, 0)))?;
            pair(first, second, &a, &b, town)
        }
    }
}

/// Two towns that know each other, one with accounts in its ledger.
fn neighbours(a: &Path, b: &Path) -> Outcome<(Desk, Desk, AssemblyId)> {
    let (mut has, mut lacks) = (Desk::open(a)?, Desk::open(b)?);
    let town = has.found("Millbrook", None, &CardText::named("Ada"), NOW)?;
    let other = lacks.found("Cedar Falls", None, &CardText::named("Bo"), NOW)?;
    let codes = [has.invite_town(town, &[], NOW)?, lacks.invite_town(other, &[], NOW)?];
    has.join_town(&codes[1], None, NOW)?;
    lacks.join_town(&codes[0], None, NOW)?;
    open_accounts(&mut has, town)?;
    give(&mut has, &mut lacks, &[])?;
    give(&mut lacks, &mut has, &[])?;
    Ok((has, lacks, town))
}

/// Two laptops of one town.
fn two_laptops(a: &Path, b: &Path) -> Outcome<(Desk, Desk, AssemblyId)> {
    let (mut first, mut second) = (Desk::open(a)?, Desk::open(b)?);
    let town = first.found("Millbrook", None, &CardText::named("Ada"), NOW)?;
    let code = first.invite_device(town, Member(1), &[], NOW)?;
    let ask = second.join_device(&code, NOW)?;
    first.admit(&ask, NOW)?;
    open_accounts(&mut first, town)?;
    give(&mut first, &mut second, &[town])?;
    Ok((first, second, town))
}

fn give(from: &mut Desk, to: &mut Desk, towns: &[AssemblyId]) -> Outcome<()> {
    let (bundle, _) = from.speak(towns, NOW)?;
    let received = to.receive(&bundle.to_bytes(), "stick", NOW)?;
    if received.is_whole() && received.waiting == 0 { Ok(()) } else { Err(format!("{received:?}").into()) }
}

fn open_accounts(desk: &mut Desk, town: AssemblyId) -> Outcome<()> {
    let open = |account: &str| json!({ "do": "ledger.open", "account": account });
    desk.act(town, &[open("assets:cash"), open("income:gifts")], NOW)?;
    Ok(())
}

fn write(desk: &mut Desk, town: AssemblyId, acts: impl Iterator<Item = Json>) -> Outcome<()> {
    let acts: Vec<Json> = acts.collect();
    for some in acts.chunks(AT_ONCE) {
        desk.act(town, some, NOW)?;
    }
    Ok(())
}

/// A transaction, in one of a thousand quarters.
fn post(number: usize, quarter: usize) -> Json {
    let day = format!("{}-{:02}-{:02}", 1900 + quarter / 4, 1 + quarter % 4 * 3, 1 + number % 28);
    let (gift, given) = (format!("{}.{:02}", 1 + number % 90, number % 100), format!("-{}.{:02}", 1 + number % 90, number % 100));
    json!({
        "do": "ledger.post", "day": day, "text": format!("Collection {number} at the door of the mill"),
        "postings": [
            { "account": "assets:cash", "quantity": gift, "commodity": "EUR" },
            { "account": "income:gifts", "quantity": given, "commodity": "EUR" },
        ],
    })
}

/// Closes both desks, and finds out what each lacks.
fn pair(has: Desk, lacks: Desk, a: &Path, b: &Path, town: AssemblyId) -> Outcome<Pair> {
    let pens = [endpoint(&has)?, endpoint(&lacks)?];
    drop((has, lacks));
    let (theirs, ours) = (held(a)?, held(b)?);
    let may_have = |ring: Ring, of: AssemblyId| ring == Ring::Commons || (ring == Ring::Assembly && of == town && pens[0].0 == pens[1].0);
    let lacking = |held: &[Held], other: &[Held]| -> Vec<Vec<u8>> {
        let known: std::collections::BTreeSet<ChangeHash> = other.iter().map(|one| one.hash).collect();
        let missing = held.iter().filter(|one| !known.contains(&one.hash) && may_have(one.ring, one.of));
        missing.map(|one| one.bytes.clone()).collect()
    };
    let home = |dir: &Path, (ours, endpoint), lacks: Vec<Vec<u8>>, held: usize| Home {
        dir: dir.to_owned(),
        ours,
        endpoint,
        whole: held + lacks.len(),
        lacks,
    };
    let (for_a, for_b) = (lacking(&ours, &theirs), lacking(&theirs, &ours));
    Ok(Pair { has: home(a, pens[0], for_a, theirs.len()), lacks: home(b, pens[1], for_b, ours.len()), town })
}

struct Held {
    hash: ChangeHash,
    ring: Ring,
    of: AssemblyId,
    bytes: Vec<u8>,
}

fn held(dir: &Path) -> Outcome<Vec<Held>> {
    let all = Archive::open_existing(dir)?.changes_since(0, None)?.into_iter();
    Ok(all
        .map(|(_, change)| Held { hash: change.hash(), ring: change.says().ring, of: change.assembly(), bytes: change.signed().encode() })
        .collect())
}

fn endpoint(desk: &Desk) -> Outcome<(AssemblyId, DeviceId)> {
    let (assembly, secret) = desk.endpoints()?.into_iter().next().ok_or("a home without a pen")?;
    Ok((assembly, folkmoot_net::Pen { assembly, secret }.endpoint()))
}
