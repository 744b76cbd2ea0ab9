//! Random histories in the law's own acts, as `cargo xtask judge` reads them, and what the judge says of them.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::{Recalled, Standing};
use folkmoot::change::Ring;
use folkmoot::id::{ActId, ChangeHash, DeviceId};
use folkmoot::plain::Duty;
use folkmoot_testkit::Chance;
use folkmoot_testkit::judge::judge;
use serde_json::{Value as Json, json};

use super::law::{Oracle, Word};
use super::plain::day_of;
use super::record::{Record, Set, Written, each, holds, one};

const DUTIES: [Duty; 2] = [Duty::Treasurer, Duty::Facilitator];

pub(crate) struct History {
    pub(crate) record: Record,
    file: Vec<Json>,
    chance: Chance,
    /// What each device has heard.
    known: Vec<Set>,
    /// Whether nobody forks, lies or is careless.
    honest: bool,
}

fn bytes(number: usize) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&(number as u64 + 1).to_be_bytes());
    bytes
}

fn id_of(at: usize) -> String {
    format!("c{at}")
}

impl History {
    pub(crate) fn of(seed: u64, honest: bool) -> History {
        let mut chance = Chance::new(seed);
        let (founders, k, steps) = (chance.between(if honest { 3 } else { 1 }, 6), chance.between(1, 3), chance.between(8, 60));
        let mut history = History { record: Record::default(), file: Vec::new(), chance, known: Vec::new(), honest };
        history.record.k = k;
        (0..founders).for_each(|_| history.device());
        let theme = history.chance.below(4);
        let names: Vec<String> = (0..founders).map(|device| format!("d{device}")).collect();
        history.write(0, None, 0, Standing::Found, json!({ "do": "found", "devices": names, "k": k }));
        history.known.fill(1);
        for _ in 0..steps {
            history.step(theme);
        }
        history
    }

    fn device(&mut self) {
        self.record.devices.push(DeviceId(bytes(self.known.len())));
        self.known.push(0);
    }

    fn write(&mut self, device: usize, prev: Option<usize>, base: Set, standing: Standing, act: Json) {
        let at = self.record.all.len();
        let all = &self.record.all;
        let before = prev.map_or(0, |prev| all[prev].past | one(prev));
        let seen: Vec<usize> = self.record.tips(base).into_iter().filter(|at| !holds(before, *at)).collect();
        let past = seen.iter().map(|at| all[*at].past | one(*at)).fold(before, |a, b| a | b);
        self.file.push(json!({ "id": id_of(at), "device": format!("d{device}"), "epoch": 0, "seq": before.count_ones(),
            "prev": prev.map(id_of), "seen": seen.into_iter().map(id_of).collect::<Vec<_>>(), "act": act }));
        let mut admits = if standing == Standing::Found { self.record.devices.clone() } else { Vec::new() };
        if let Standing::Admit { device, .. } = &standing {
            admits.push(*device);
        }
        self.record.put(Written {
            change: None,
            hash: ChangeHash(bytes(at)),
            act: None,
            standing: Some(standing),
            admits,
            id: ActId(bytes(at)),
            device: self.record.devices[device],
            ring: Ring::Commons,
            prev,
            past,
        });
        self.known[device] |= one(at) | past;
    }

    /// One of the changes that a device knows, if one is as asked; the later ones are likelier.
    fn pick(&mut self, device: usize, which: impl Fn(&Written) -> bool) -> Option<usize> {
        let all: Vec<usize> = each(self.known[device]).filter(|at| which(&self.record.all[*at])).collect();
        let number = all.len().checked_sub(1)? + 1;
        Some(all[self.chance.below(number).max(self.chance.below(number))])
    }

    fn deed_to_ratify(&mut self, device: usize) -> Option<usize> {
        let is_deed = |act: &Written| matches!(act.standing, Some(Standing::Deed(_) | Standing::Note));
        if !self.chance.one_in(4) {
            return self.pick(device, is_deed);
        }
        let deeds: Vec<usize> = self.record.all.iter().enumerate().filter(|(_, act)| is_deed(act)).map(|(at, _)| at).collect();
        deeds.len().checked_sub(1).map(|last| deeds[self.chance.below(last + 1)])
    }

    fn part(&mut self, of: Set) -> Set {
        let all: Vec<usize> = each(of).collect();
        let parts = if all.is_empty() { 0 } else { self.chance.below(3) };
        (0..parts).map(|_| all[self.chance.below(all.len())]).map(|at| self.record.all[at].past | one(at)).fold(0, |a, b| a | b)
    }

    fn step(&mut self, theme: usize) {
        let device = self.chance.below(self.known.len());
        if self.record.all.len() > 120 {
            return;
        }
        if self.known[device] == 0 || self.chance.one_in(3) {
            let heard = self.known[self.chance.below(self.known.len())];
            self.known[device] |= if self.chance.one_in(4) { self.part(heard) } else { heard };
            return;
        }
        let (standing, act) = self.choose(device, theme);
        let own = |history: &History, set: Set| {
            let device = history.record.devices[device];
            each(set).filter(|at| history.record.all[*at].device == device).collect::<Vec<usize>>()
        };
        let tip = own(self, self.known[device]).last().copied();
        if self.chance.one_in(if theme == 3 { 8 } else { 40 }) && !self.honest {
            let twins = own(self, self.record.whole());
            if let Some(twin) = twins.get(self.chance.below(twins.len().max(1))).copied().filter(|twin| *twin > 0) {
                return self.fork(device, twin, standing, act);
            }
        }
        let all = self.known[device];
        // Some say less than they know, or backdate to their own last change.
        let base =
            if self.chance.one_in(7) && !self.honest { tip.map_or(0, |tip| self.record.all[tip].past) | self.part(all) | 1 } else { all };
        self.write(device, tip, base, standing, act);
    }

    fn fork(&mut self, device: usize, twin: usize, standing: Standing, act: Json) {
        let shows = self.chance.one_in(5);
        let base = self.part(self.record.whole()) | 1;
        let hides = |at: &usize| shows || *at != twin && !holds(self.record.all[*at].past, twin);
        let base = each(base).filter(hides).map(one).fold(0, |a, b| a | b);
        let before = self.known[device];
        let at = self.record.all.len();
        self.write(device, self.record.all[twin].prev, base, standing, act);
        self.known[device] = if self.chance.one_in(2) { self.record.all[at].past | one(at) } else { before };
    }

    fn choose(&mut self, device: usize, theme: usize) -> (Standing, Json) {
        let kinds: &[u8] = match theme {
            // Quarrels about the roll, duties, everything, forks.
            0 => b"ssssssrrrraan",
            1 => b"ssssssggcmmttddddddn",
            2 => b"sssssrrgcmtddanl",
            _ => b"ssssssrragcmtddnl",
        };
        let name = |device: usize| format!("d{device}");
        let other = self.chance.below(self.known.len());
        let (target, member) = (self.record.devices[other], self.record.holder(self.record.devices[other]));
        let duty = DUTIES[self.chance.below(4) / 3];
        let cut = if self.chance.one_in(3) {
            let careless = self.chance.one_in(10);
            let tips: BTreeSet<Option<usize>> =
                (0..self.chance.below(3)).map(|_| self.pick(device, |act| careless || act.device == target)).collect();
            Some(tips.into_iter().flatten().collect::<Vec<usize>>())
        } else {
            None
        };
        let tips = cut.as_ref().map(|cut| cut.iter().map(|at| ChangeHash(bytes(*at))).collect());
        let cut: Option<Vec<String>> = cut.map(|cut| cut.into_iter().map(id_of).collect());
        let note = (Standing::Note, json!({ "do": "note" }));
        match kinds[self.chance.below(kinds.len())] {
            b's' => {
                let careless = self.chance.one_in(30);
                let own = self.record.devices[device];
                let mine: Vec<Standing> =
                    self.record.all.iter().filter(|act| act.device == own).filter_map(|act| act.standing.clone()).collect();
                let open = |act: &Written| careless || act.binds() && act.device != own && !mine.contains(&Standing::Sign { act: act.id });
                match self.pick(device, open) {
                    Some(at) => (Standing::Sign { act: ActId(bytes(at)) }, json!({ "do": "sign", "act": id_of(at) })),
                    None => note,
                }
            }
            b'r' => {
                let act = json!({ "do": "remove", "device": name(other), "cut": cut });
                (Standing::Remove { device: target, cut: tips, inside: None }, act)
            }
            b'a' => {
                let again = self.chance.one_in(4);
                if !again {
                    self.device();
                }
                let who = if again { other } else { self.known.len() - 1 };
                let device = self.record.devices[who];
                (Standing::Admit { device, member: self.record.holder(device) }, json!({ "do": "admit", "device": name(who) }))
            }
            b'g' => {
                let until = self.chance.below(3) as i64;
                let act = json!({ "do": "grant", "device": name(other), "duty": duty.word(), "until": until });
                (Standing::Grant { member, duty, until: day_of(until) }, act)
            }
            b'c' => {
                let act = json!({ "do": "recall", "device": name(other), "duty": duty.word(), "cut": cut });
                (Standing::Recall { of: Recalled::Duty { device: target, member, duty }, cut: tips }, act)
            }
            b'm' => {
                let last = self.record.all.iter().filter(|act| matches!(act.standing, Some(Standing::Meeting { .. }))).count();
                let n = 1 + self.chance.below(last.min(2) + 1) as i64;
                (Standing::Meeting { day: day_of(n) }, json!({ "do": "meeting", "n": n }))
            }
            // Whoever knows an id can name what they have not seen.
            b't' => match self.deed_to_ratify(device) {
                Some(at) => (Standing::Ratify { act: ActId(bytes(at)) }, json!({ "do": "ratify", "act": id_of(at) })),
                None => note,
            },
            b'd' => (Standing::Deed(duty), json!({ "do": "deed", "duty": duty.word() })),
            b'l' => (Standing::Binding, json!({ "do": "seal" })),
            _ => note,
        }
    }

    /// What the judge says of a part of it that stands in a file in any order, and which acts are settled.
    pub(crate) fn judged(&self, set: Set, chance: &mut Chance) -> (BTreeMap<usize, Word>, Set) {
        let mut changes: Vec<&Json> = each(set).map(|at| &self.file[at]).collect();
        chance.shuffle(&mut changes);
        let answer = judge(&json!({ "assembly": "c0", "changes": changes }).to_string()).unwrap();
        let word = |status: &str| match status {
            "counts" => Word::Counts,
            "pending" => Word::Pending,
            "contested" => Word::Contested,
            "split" => Word::Split,
            "void" => Word::Void,
            "waiting" => Word::Waiting,
            other => panic!("{other:?} is no status"),
        };
        let verdicts: Vec<_> = each(set).map(|at| (at, &answer.changes[&id_of(at)])).collect();
        for (at, verdict) in &verdicts {
            let names_why = matches!(verdict.status, "contested" | "split" | "void");
            assert_eq!(verdict.why.is_empty(), !names_why, "what stands against {} has a name: {verdict:?}", id_of(*at));
        }
        let settled = verdicts.iter().filter(|(_, verdict)| verdict.settled).map(|(at, _)| one(*at)).fold(0, |a, b| a | b);
        (verdicts.into_iter().map(|(at, verdict)| (at, word(verdict.status))).collect(), settled)
    }

    /// A thief writes some changes with a copy of a device as it once was, having heard whatever it likes.
    pub(crate) fn rob(&mut self) {
        let device = self.chance.below(self.known.len());
        let own: Vec<usize> =
            self.record.all.iter().enumerate().filter(|(_, act)| act.device == self.record.devices[device]).map(|(at, _)| at).collect();
        let Some(mut copied) = own.get(self.chance.below(own.len().max(1))).copied() else { return };
        for _ in 0..self.chance.between(1, 4) {
            let (standing, act) = self.choose(device, 0);
            let part = self.part(self.record.whole());
            let at = self.record.all.len();
            self.write(device, Some(copied), part | 1, standing, act);
            copied = at;
        }
    }

    pub(crate) fn story(&self, set: Set, heard: &(BTreeMap<usize, Word>, Set), law: &(BTreeMap<usize, Word>, Set)) -> String {
        let line = |at: usize| {
            let (judge, oracle) = ((heard.0.get(&at), holds(heard.1, at)), (law.0.get(&at), holds(law.1, at)));
            format!("{} {judge:?} {oracle:?}{}", self.file[at], if judge == oracle { "" } else { "  <-- heart, law" })
        };
        each(set).map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Compares the whole and some parts of the history of a seed, counts what it met, and gives how many acts were settled.
pub(crate) fn compare(seed: u64, met: &mut BTreeMap<Word, usize>) -> usize {
    let history = History::of(seed, false);
    let oracle = Oracle::new(&history.record);
    let mut chance = Chance::new(seed ^ 0x1a3);
    let whole = history.record.whole();
    let law = |set: Set| (oracle.words(set), oracle.settled(history.record.closed(set)));
    let mut settled = 0;
    for part in 0..3 {
        let left_out = each(whole).filter(|at| *at > 0 && part > 0 && chance.one_in(40 / part)).map(one).fold(0, |a, b| a | b);
        let mut set = whole & !left_out;
        let (words, firm) = law(set);
        if history.judged(set, &mut chance) != (words.clone(), firm) {
            for at in each(set).collect::<Vec<_>>().into_iter().rev() {
                let depend = each(set).filter(|later| *later == at || holds(history.record.all[*later].past, at));
                let without = set & !depend.map(one).fold(0, |a, b| a | b);
                if without & 1 != 0 && history.judged(without, &mut Chance::new(1)) != law(without) {
                    set = without;
                }
            }
            let heard = history.judged(set, &mut Chance::new(1));
            panic!("the judge and the law differ, seed {seed}:\n{}", history.story(set, &heard, &law(set)));
        }
        settled += firm.count_ones() as usize;
        words.into_values().for_each(|word| *met.entry(word).or_default() += 1);
    }
    settled
}
