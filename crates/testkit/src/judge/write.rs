//! Writing a history from a file as signed changes, and folding them.

use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::SigningKey;
use folkmoot::change::{Ring, Unsigned, VerifiedChange};
use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId, CardHash, ChangeHash, DeviceId, NO_ASSEMBLY};
use folkmoot::plain::Member;
use folkmoot::value::Value;

use super::file::{Act, Change, History, NotAHistory};
use super::view::{Town, device_text};
use crate::laptop::pen_of;

/// A history, folded, with its own names for everything.
pub(super) struct Written {
    pub(super) fold: Fold<Town>,
    pub(super) changes: BTreeMap<String, ChangeHash>,
    pub(super) acts: BTreeMap<ActId, String>,
    pub(super) devices: BTreeMap<DeviceId, String>,
}

/// The 32 bytes that stand for an id that nothing here has.
fn nothing(id: &str) -> [u8; 32] {
    CardHash::of(&[3; 32], id.as_bytes()).0
}

/// The changes in an order in which each comes after what it names, and after them those that go round in circles. What a ratification
/// names it need not have seen; it comes after that too, unless that came after the ratification.
fn in_order(history: &History) -> Vec<&Change> {
    let of_past = |change: &Change| change.prev.iter().chain(&change.seen).cloned().collect::<Vec<String>>();
    let with_deed = |change: &Change| {
        let deed = if let Act::Ratify { act } = &change.act { Some(act.clone()) } else { None };
        of_past(change).into_iter().chain(deed).collect()
    };
    let (mut order, rest) = after(history.changes.iter().collect(), &with_deed);
    let (later, circles) = after(rest, &of_past);
    order.extend(later.into_iter().chain(circles));
    order
}

/// Changes in an order in which each comes after those of them that it names, and those of which none comes first.
fn after<'a>(changes: Vec<&'a Change>, names: &dyn Fn(&Change) -> Vec<String>) -> (Vec<&'a Change>, Vec<&'a Change>) {
    let here: BTreeMap<&str, usize> = changes.iter().enumerate().map(|(at, change)| (change.id.as_str(), at)).collect();
    let mut awaited: Vec<usize> = Vec::new();
    let mut named_by: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        let named: BTreeSet<usize> = names(change).iter().filter_map(|id| here.get(id.as_str()).copied()).collect();
        awaited.push(named.len());
        named.into_iter().for_each(|other| named_by.entry(other).or_default().push(at));
    }
    let mut order: Vec<usize> = (0..changes.len()).filter(|at| awaited[*at] == 0).collect();
    let mut next = 0;
    while let Some(at) = order.get(next).copied() {
        next += 1;
        for later in named_by.get(&at).into_iter().flatten().copied() {
            awaited[later] -= 1;
            if awaited[later] == 0 {
                order.push(later);
            }
        }
    }
    let rest = (0..changes.len()).filter(|at| awaited[*at] > 0).map(|at| changes[at]).collect();
    (order.into_iter().map(|at| changes[at]).collect(), rest)
}

/// What is known of a history while it is written.
#[derive(Default)]
struct Names {
    devices: BTreeMap<String, (SigningKey, DeviceId, Member)>,
    asked: BTreeMap<(String, String), usize>,
    changes: BTreeMap<String, VerifiedChange>,
}

impl Names {
    fn device(&mut self, name: &str) -> &(SigningKey, DeviceId, Member) {
        let number = self.devices.len() as u32 + 1;
        self.devices.entry(name.to_owned()).or_insert_with(|| {
            let pen = pen_of(name);
            let device = DeviceId(pen.verifying_key().to_bytes());
            (pen, device, Member(number))
        })
    }

    fn device_text(&mut self, name: &str) -> String {
        let (_, device, member) = self.device(name);
        device_text(*member, *device)
    }

    /// The number of a device's being asked to do something.
    fn asked(&mut self, device: &str, duty: &str) -> String {
        let number = self.asked.len() + 1;
        self.asked.entry((device.to_owned(), duty.to_owned())).or_insert(number).to_string()
    }

    fn hash(&self, id: &str) -> ChangeHash {
        self.changes.get(id).map_or(ChangeHash(nothing(id)), VerifiedChange::hash)
    }

    fn act_id(&self, id: &str) -> ActId {
        self.changes.get(id).map_or(ActId(nothing(id)), VerifiedChange::act_id)
    }

    fn cut(&self, cut: &Option<Vec<String>>) -> Option<Vec<String>> {
        cut.as_ref().map(|cut| cut.iter().map(|tip| self.hash(tip).to_string()).collect())
    }

    /// The act as a signed change of its author carries it.
    fn act(&mut self, change: &Change) -> Act {
        match &change.act {
            Act::Found { devices, k } => {
                // Whoever founds is on the roll, named or not.
                let all: BTreeSet<&String> = devices.iter().chain([&change.device]).collect();
                Act::Found { devices: all.into_iter().map(|device| self.device_text(device)).collect(), k: *k }
            }
            Act::Admit { device } => Act::Admit { device: self.device_text(device) },
            Act::Remove { device, cut } => Act::Remove { device: self.device_text(device), cut: self.cut(cut) },
            Act::Grant { device, duty, until } => {
                Act::Grant { device: self.device_text(device), duty: self.asked(device, duty), until: *until }
            }
            Act::Recall { device, duty, cut } => {
                Act::Recall { device: self.device_text(device), duty: self.asked(device, duty), cut: self.cut(cut) }
            }
            Act::Meeting { n } => Act::Meeting { n: *n },
            Act::Seal {} => Act::Seal {},
            Act::Ratify { act } => Act::Ratify { act: self.act_id(act).to_string() },
            Act::Sign { act } => Act::Sign { act: self.act_id(act).to_string() },
            Act::Deed { duty } => Act::Deed { duty: self.asked(&change.device, duty) },
            Act::Note {} => Act::Note {},
        }
    }

    /// Signs a change of an assembly; none of a founding change that begins one.
    fn sign(&mut self, change: &Change, number: usize, assembly: AssemblyId) -> Result<VerifiedChange, NotAHistory> {
        let wrong = |why: &dyn std::fmt::Display| NotAHistory(format!("the change {:?} cannot be written: {why}", change.id));
        let mut act = serde_json::to_value(self.act(change)).map_err(|why| wrong(&why))?;
        // Two changes may say the same, having two ids.
        act["number"] = number.into();
        let act = Value::from_json(&act).map_err(|why| wrong(&why))?;
        let mut seen: Vec<ChangeHash> = change.seen.iter().map(|id| self.hash(id)).collect();
        seen.sort_unstable();
        seen.dedup();
        let (pen, device, _) = self.device(&change.device).clone();
        let before = change.prev.as_ref().and_then(|prev| self.changes.get(prev)).filter(|_| assembly != NO_ASSEMBLY);
        let unsigned = Unsigned {
            assembly,
            ring: Ring::Commons,
            device,
            epoch: 0,
            seq: before.map_or(0, |before| before.says().seq + 1),
            prev: change.prev.as_ref().map(|prev| self.hash(prev)),
            seen,
            document: "history".parse().map_err(|why| wrong(&why))?,
            act: act.encode(),
            claimed_at: 0,
        };
        unsigned.sign(&pen).verify().map_err(|why| wrong(&why))
    }
}

/// Signs every change of a history and folds them.
pub(super) fn write(history: &History) -> Result<Written, NotAHistory> {
    let mut names = Names::default();
    let founding = history.changes.iter().position(|change| change.id == history.assembly && matches!(change.act, Act::Found { .. }));
    let assembly = match founding {
        // An act's id says nothing of what its author had seen, so this one is known before any other.
        Some(at) => names.sign(&history.changes[at], at, NO_ASSEMBLY)?.assembly(),
        None => AssemblyId(nothing(&history.assembly)),
    };
    let numbers: BTreeMap<&str, usize> = history.changes.iter().enumerate().map(|(at, change)| (change.id.as_str(), at)).collect();
    let mut fold = Fold::empty(assembly);
    for change in in_order(history) {
        let number = numbers.get(change.id.as_str()).copied().unwrap_or_default();
        let of = if Some(number) == founding { NO_ASSEMBLY } else { assembly };
        let signed = names.sign(change, number, of)?;
        fold.add(signed.clone());
        names.changes.insert(change.id.clone(), signed);
    }
    Ok(Written {
        fold,
        acts: names.changes.iter().map(|(id, change)| (change.act_id(), id.clone())).collect(),
        changes: names.changes.into_iter().map(|(id, change)| (id, change.hash())).collect(),
        devices: names.devices.into_iter().map(|(name, (_, device, _))| (device, name)).collect(),
    })
}
