//! A world of towns with homes on disk, roads between them, and chance.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_desk::{CardText, Desk, Keeper, KeyLost};
use folkmoot_sync::{Caller, Frame, Hall, Holder, State};
use folkmoot_testkit::{Chance, copy_home};
use tempfile::TempDir;

const NAMES: [&str; 9] =
    ["Millbrook", "Cedar Falls", "Ashgrove", "Stonebridge", "Willow Bend", "Harrow", "Fenwick", "Larkspur", "Oakhollow"];
const NOW: i64 = 1_800_000_000;

/// Where homes lie: in memory if the system has such a place, since thousands of commits are waited for.
fn somewhere() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).unwrap() } else { TempDir::new().unwrap() }
}

/// A home that every schedule begins with: its town, its laptop's endpoint key, its directory.
type Beginning = (AssemblyId, DeviceId, PathBuf);

/// Nine homes that have founded their towns and joined each other's; every schedule begins with copies of them.
fn beginnings() -> &'static [Beginning] {
    static MADE: OnceLock<(TempDir, Vec<Beginning>)> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let place = somewhere();
        let mut desks: Vec<(AssemblyId, Desk)> = NAMES
            .iter()
            .map(|name| {
                let mut desk = Desk::open(&place.path().join(name)).unwrap();
                let assembly = desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
                (assembly, desk)
            })
            .collect();
        let codes: Vec<_> = desks.iter_mut().map(|(assembly, desk)| desk.invite_town(*assembly, &[], NOW).unwrap()).collect();
        let bundles: Vec<_> = desks.iter_mut().map(|(_, desk)| desk.speak(&[], NOW).unwrap().0.to_bytes()).collect();
        for (at, (_, desk)) in desks.iter_mut().enumerate() {
            for other in (0..NAMES.len()).filter(|other| *other != at) {
                desk.join_town(&codes[other], None, NOW).unwrap();
                desk.receive(&bundles[other], "stick", NOW).unwrap();
            }
        }
        let homes = desks.iter().zip(NAMES).map(|((assembly, desk), name)| {
            let roll = &desk.fold(*assembly).unwrap().unwrap().book().commons.roll;
            let endpoint = roll.live_devices().next().unwrap().1.keys.endpoint;
            (*assembly, endpoint, place.path().join(name))
        });
        let homes = homes.collect();
        (place, homes)
    });
    &made.1
}

struct Home {
    assembly: AssemblyId,
    endpoint: DeviceId,
    dir: PathBuf,
    hall: Hall<Keeper>,
    /// A copy of this home that writes with the same keys, and lies to whoever it meets.
    liar: bool,
}

/// A road between two homes that keeps the order of bytes, and may be cut between any two of them.
struct Road {
    id: u64,
    ends: [usize; 2],
    under_way: [VecDeque<u8>; 2],
    heard: [Vec<u8>; 2],
}

pub(crate) struct World {
    seed: u64,
    chance: Chance,
    homes: Vec<Home>,
    roads: Vec<Road>,
    sticks: Vec<Vec<u8>>,
    next_road: u64,
    now: i64,
    began_with: usize,
    _place: TempDir,
}

fn open(dir: &Path) -> Hall<Keeper> {
    Hall::of(Keeper::of(Desk::open_existing(dir).unwrap(), || NOW).unwrap())
}

impl World {
    pub(crate) fn from(seed: u64) -> World {
        let mut chance = Chance::new(seed);
        let place = somewhere();
        let count = chance.between(5, 9);
        let mut homes: Vec<Home> = Vec::new();
        for (number, (assembly, endpoint, from)) in beginnings().iter().enumerate().take(count) {
            let dir = place.path().join(number.to_string());
            copy_home(from, &dir);
            homes.push(Home { assembly: *assembly, endpoint: *endpoint, hall: open(&dir), dir, liar: false });
        }
        // Up to a third of the towns have a second laptop with stolen keys.
        for number in 0..chance.below(count / 3 + 1) {
            let dir = place.path().join(format!("{number}-stolen"));
            copy_home(&homes[number].dir, &dir);
            let (assembly, endpoint) = (homes[number].assembly, homes[number].endpoint);
            homes.push(Home { assembly, endpoint, hall: open(&dir), dir, liar: true });
        }
        let began_with = homes[0].hall.holder().holdings().values().map(folkmoot_sync::Holding::len).sum();
        World { seed, chance, homes, roads: Vec::new(), sticks: Vec::new(), next_road: 1, now: NOW, began_with, _place: place }
    }

    /// Everything that may happen, in any order.
    pub(crate) fn live(&mut self) {
        for _ in 0..self.chance.between(40, 120) {
            self.now += 60;
            match self.chance.below(20) {
                0..=4 => self.act(),
                5..=6 => self.connect(),
                7..=14 => self.carry_on(),
                15 => self.cut(),
                16 => self.crash(),
                17 => self.pack(),
                18 => self.unpack(),
                _ => self.lie(),
            }
        }
    }

    fn act(&mut self) {
        let (at, now) = (self.chance.below(self.homes.len()), self.now);
        let home = &mut self.homes[at];
        let name = format!("Member of {now}");
        let desk = home.hall.holder_mut().desk_mut();
        let done = desk.enrol(home.assembly, &[CardText::named(&name)], None, now);
        // Only a laptop whose stolen copy has been noticed may be refused.
        let is_noticed = matches!(desk.key_lost(home.assembly).unwrap(), Some(KeyLost::Forked | KeyLost::Copied));
        assert!(done.is_ok() || is_noticed, "seed {}: {done:?}", self.seed);
        home.hall.news().unwrap();
    }

    fn connect(&mut self) {
        let (a, b) = (self.chance.below(self.homes.len()), self.chance.below(self.homes.len()));
        if self.homes[a].endpoint != self.homes[b].endpoint
            && !self.roads.iter().any(|road| road.ends.contains(&a) && road.ends.contains(&b))
        {
            self.build(a, b);
        }
    }

    fn build(&mut self, a: usize, b: usize) {
        let id = self.next_road;
        self.next_road += 1;
        for (here, there) in [(a, b), (b, a)] {
            let endpoint = self.homes[there].endpoint;
            let caller = Caller { ours: self.homes[here].assembly, endpoint, dialled: here == a, road: "path".to_owned() };
            self.homes[here].hall.open(id, caller, 0).unwrap();
        }
        self.roads.push(Road { id, ends: [a, b], under_way: Default::default(), heard: Default::default() });
    }

    /// Some bytes go along some road.
    fn carry_on(&mut self) {
        if self.roads.is_empty() {
            return;
        }
        let at = self.chance.below(self.roads.len());
        for _ in 0..self.chance.between(1, 6) {
            let from = self.chance.below(2);
            let share = self.chance.below(4);
            if !self.move_bytes(at, from, share == 0) {
                return;
            }
        }
    }

    /// What one end says goes to the other, all of it or a part; false when the road is gone.
    fn move_bytes(&mut self, at: usize, from: usize, only_a_part: bool) -> bool {
        let road = &mut self.roads[at];
        let (speaker, listener) = (road.ends[from], road.ends[1 - from]);
        match self.homes[speaker].hall.say(road.id, 0) {
            Ok(bytes) => road.under_way[from].extend(bytes.unwrap_or_default()),
            Err(_) => return self.pull_down(at),
        }
        let arrives = if only_a_part { self.chance.below(road.under_way[from].len() + 1) } else { road.under_way[from].len() };
        road.heard[from].extend(road.under_way[from].drain(..arrives));
        let mut frames = Vec::new();
        while let Ok((frame, rest)) = Frame::decode(&road.heard[from]) {
            let used = road.heard[from].len() - rest.len();
            frames.push(frame);
            road.heard[from].drain(..used);
        }
        let heard = self.homes[listener].hall.hear(road.id, frames, 0);
        match heard {
            Ok(()) => true,
            Err(dropped) => {
                let lied_to = [speaker, listener].iter().any(|end| self.homes[*end].liar);
                assert!(lied_to, "seed {}: an honest town was dropped: {dropped}", self.seed);
                self.pull_down(at)
            }
        }
    }

    fn pull_down(&mut self, at: usize) -> bool {
        let road = self.roads.swap_remove(at);
        road.ends.iter().for_each(|end| self.homes[*end].hall.close(road.id, "cut"));
        false
    }

    fn cut(&mut self) {
        if !self.roads.is_empty() {
            let at = self.chance.below(self.roads.len());
            self.pull_down(at);
        }
    }

    /// A laptop loses everything that it had not recorded.
    fn crash(&mut self) {
        let at = self.chance.below(self.homes.len());
        while let Some(road) = self.roads.iter().position(|road| road.ends.contains(&at)) {
            let road = self.roads.swap_remove(road);
            let other = road.ends[usize::from(road.ends[0] == at)];
            self.homes[other].hall.close(road.id, "cut");
        }
        // Dropped without closing its sessions, as a crash leaves them.
        self.homes[at].hall = open(&self.homes[at].dir);
    }

    fn pack(&mut self) {
        let (at, now) = (self.chance.below(self.homes.len()), self.now);
        let home = &mut self.homes[at];
        let (bundle, _) = home.hall.holder_mut().desk_mut().speak(&[], now).unwrap();
        self.sticks.push(bundle.to_bytes());
    }

    /// Some stick arrives somewhere: old or new, for the second time, or torn.
    fn unpack(&mut self) {
        if self.sticks.is_empty() {
            return;
        }
        let (stick, at, now) = (self.chance.below(self.sticks.len()), self.chance.below(self.homes.len()), self.now);
        let mut bytes = self.sticks[stick].clone();
        if self.chance.one_in(4) {
            let from = self.chance.below(bytes.len());
            let until = (from + self.chance.below(3000)).min(bytes.len());
            bytes[from..until].fill(0);
        }
        let home = &mut self.homes[at];
        // A bundle torn in the wrong place cannot be opened at all; then nothing is taken in.
        let _ = home.hall.holder_mut().desk_mut().receive(&bytes, "stick", now);
        home.hall.news().unwrap();
    }

    /// Bytes that mean nothing, or not what they should, from a laptop with stolen keys.
    fn lie(&mut self) {
        let liars: Vec<usize> = (0..self.roads.len()).filter(|at| self.roads[*at].ends.iter().any(|end| self.homes[*end].liar)).collect();
        if liars.is_empty() {
            return;
        }
        let at = liars[self.chance.below(liars.len())];
        let from = usize::from(!self.homes[self.roads[at].ends[0]].liar);
        let junk: Vec<u8> = (0..self.chance.between(1, 200)).map(|_| self.chance.below(256) as u8).collect();
        let frame = Frame::Change(junk).encode().unwrap();
        self.roads[at].under_way[from].extend(frame);
        self.move_bytes(at, from, false);
    }

    /// In the end the liars' laptops are met too, everybody meets everybody, and talks on until all are at rest.
    pub(crate) fn heal(&mut self) {
        self.roads.iter().for_each(|road| road.ends.iter().for_each(|end| self.homes[*end].hall.close(road.id, "cut")));
        self.roads.clear();
        for b in 1..self.homes.len() {
            // A chain is enough to carry everything everywhere; a home never meets its own stolen copy.
            let a = (0..b).rev().find(|a| self.homes[*a].endpoint != self.homes[b].endpoint).unwrap();
            self.build(a, b);
        }
        for round in 0.. {
            assert!(round < 400, "seed {}: they never come to rest", self.seed);
            let mut moved = false;
            let mut at = 0;
            while at < self.roads.len() {
                let mut stands = true;
                for from in [0, 1] {
                    if stands {
                        let road = &self.roads[at];
                        let speaker = road.ends[from];
                        let said = self.homes[speaker].hall.say(road.id, 0).unwrap();
                        moved |= said.is_some() || !road.under_way[from].is_empty();
                        self.roads[at].under_way[from].extend(said.unwrap_or_default());
                        stands = self.move_bytes(at, from, false);
                    }
                }
                at += usize::from(stands);
            }
            if !moved {
                break;
            }
        }
        for home in &self.homes {
            for report in home.hall.reports().values() {
                assert_eq!(report.state, State::Equal, "seed {}: {report:?}", self.seed);
            }
        }
    }

    /// Every home has come to the same book of every town; says how many changes are new since the beginning.
    pub(crate) fn require_one_hash(&mut self) -> usize {
        let mut hashes: BTreeMap<AssemblyId, BTreeSet<(usize, String)>> = BTreeMap::new();
        let assemblies: Vec<AssemblyId> = self.homes.iter().map(|home| home.assembly).collect();
        for home in &mut self.homes {
            for assembly in &assemblies {
                let fold = home.hall.holder().desk().fold(*assembly).unwrap().unwrap();
                let (count, hash) = fold.ring_hash(Ring::Commons);
                hashes.entry(*assembly).or_default().insert((count, hash.to_string()));
            }
        }
        for (assembly, found) in &hashes {
            assert_eq!(found.len(), 1, "seed {}: {} has {found:?}", self.seed, assembly.short());
        }
        let all: usize = self.homes[0].hall.holder().holdings().values().map(folkmoot_sync::Holding::len).sum();
        all - self.began_with
    }
}
