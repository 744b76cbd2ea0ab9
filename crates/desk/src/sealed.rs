//! Sealed things: written for the laptops of a few members, carried by all of the assembly, read by theirs alone.
//!
//! What is sealed says for whom it is, so nobody else learns that. It is filled up to one of a few lengths, and the keys that it is sealed to
//! are filled up with keys of nobody, so neither the words nor the laptops can be counted. A laptop that comes later is let in by somebody
//! who can read it: each entry is told again, with the salt by which the newcomer sees that the words are those that were sealed then. One
//! that others admitted under a member's number is that member's when they say so, face to face: it is let in by name alone.
//!
//! **Invariant:** nothing that is read here is stored, and nothing is taken from an author who is not among those whom the thing is for.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::BASE64;
use folkmoot::id::{ActId, AssemblyId, DeviceId, SealedHash};
use folkmoot::plain::Member;
use folkmoot::roll::Device;
use folkmoot::sealed::Put;
use folkmoot_sync::{Identities, Recipients, sealing};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Desk, Trouble, random};

/// The lengths that what is sealed is filled up to, in bytes.
const LENGTHS: [usize; 3] = [1_024, 12_288, 65_536];
/// The number of keys that it is sealed to is filled up to a multiple of this.
const KEYS: usize = 8;

/// What is said, which the act's hash stands for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Said {
    /// The thing that it belongs to; none in the first entry, whose act names the thing.
    thing: Option<ActId>,
    /// What the thing is called, in its first entry.
    pub(crate) title: String,
    /// For whom the thing is, in its first entry.
    pub(crate) with: BTreeSet<Member>,
    /// The words.
    pub(crate) text: String,
}

impl Said {
    fn hash(&self, salt: &[u8; 32]) -> SealedHash {
        SealedHash::of(salt, &serde_json::to_vec(self).unwrap_or_default())
    }
}

/// An entry that is told again, with its salt.
type Again = (ActId, [u8; 32]);

/// What stands in the sealed part of an act.
#[derive(Debug, Serialize, Deserialize)]
struct Content {
    said: Said,
    salt: [u8; 32],
    /// The laptops that it is sealed to.
    to: BTreeSet<DeviceId>,
    /// The entry that it tells again, with that one's salt.
    again: Option<Again>,
}

/// An entry that this laptop can read.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) act: ActId,
    pub(crate) by: Member,
    pub(crate) claimed_at: i64,
    pub(crate) said: Said,
    salt: [u8; 32],
    /// The laptops that it was sealed to, by whoever.
    to: BTreeSet<DeviceId>,
    /// Who told it again, where this laptop reads it by that.
    pub(crate) told_by: Option<Member>,
}

/// A sealed thing that this laptop can read.
#[derive(Debug, Clone)]
pub(crate) struct Thing {
    /// Its entries, the first one first.
    pub(crate) entries: Vec<Entry>,
    /// Whom it is for.
    pub(crate) with: BTreeSet<Member>,
    /// Laptops of theirs that cannot read all of it yet.
    pub(crate) outside: Vec<Outside>,
}

impl Thing {
    /// The laptops that all of it was sealed to.
    fn readers(&self) -> BTreeSet<DeviceId> {
        let each = self.entries.iter().map(|entry| entry.to.clone());
        each.reduce(|all, to| &all & &to).unwrap_or_default()
    }
}

/// A laptop that cannot read all of a thing yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Outside {
    /// Its signing key.
    pub(crate) device: DeviceId,
    /// Under whose number it stands.
    pub(crate) member: Member,
    /// Whether others let it in there, and no laptop of that member's did.
    pub(crate) by_others: bool,
}

/// A laptop on the roll.
struct Laptop {
    device: DeviceId,
    member: Member,
    /// What is sealed to it.
    sealing: String,
    by_others: bool,
}

/// Everything sealed in an assembly, as this laptop can tell it apart.
#[derive(Debug, Default)]
pub(crate) struct Told<'a> {
    /// By the first entry's act.
    pub(crate) things: BTreeMap<ActId, Thing>,
    /// What is for others.
    pub(crate) others: Vec<&'a Put>,
}

impl Desk {
    /// Writes something for a few members alone, this laptop's own among them.
    ///
    /// # Errors
    /// [`Trouble::FileTooLarge`] when it is too long; as [`Desk::act`].
    pub fn seal(&mut self, assembly: AssemblyId, with: &[Member], title: &str, text: &str, now: i64) -> Result<ActId, Trouble> {
        self.refresh()?;
        let with: BTreeSet<Member> = with.iter().copied().chain(self.own_member(assembly)?).collect();
        let said = Said { thing: None, title: title.to_owned(), with: with.clone(), text: text.to_owned() };
        self.put(assembly, &with, &BTreeSet::new(), &[(said, None)], now).map(|acts| acts[0])
    }

    /// Adds an entry to a sealed thing that this laptop can read.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when it cannot be read here; as [`Desk::seal`].
    pub fn seal_more(&mut self, assembly: AssemblyId, thing: ActId, text: &str, now: i64) -> Result<ActId, Trouble> {
        let known = self.thing(assembly, thing)?;
        let said = Said { thing: Some(thing), title: String::new(), with: BTreeSet::new(), text: text.to_owned() };
        self.put(assembly, &known.with, &known.readers(), &[(said, None)], now).map(|acts| acts[0])
    }

    /// Tells a sealed thing again to the laptops of those whom it is for, so that one which came later can read it; to one that others let in
    /// under a member's number only if it is among `also`.
    ///
    /// # Errors
    /// As [`Desk::seal_more`].
    pub fn seal_again(&mut self, assembly: AssemblyId, thing: ActId, also: &[DeviceId], now: i64) -> Result<Vec<ActId>, Trouble> {
        let known = self.thing(assembly, thing)?;
        let also = known.readers().into_iter().chain(also.iter().copied()).collect();
        let again: Vec<_> = known.entries.into_iter().map(|entry| (entry.said, Some((entry.act, entry.salt)))).collect();
        self.put(assembly, &known.with, &also, &again, now)
    }

    /// What is sealed in an assembly: what this laptop can read, and the rest.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn sealed(&self, assembly: AssemblyId) -> Result<Told<'_>, Trouble> {
        let put = &self.known(assembly)?.book().inside.sealed.put;
        let identities = self.identities(Some(assembly))?;
        let (mut entries, mut others): (BTreeMap<ActId, Entry>, Vec<&Put>) = (BTreeMap::new(), Vec::new());
        for one in put.values() {
            let Some(entry) = opened(one, &identities).and_then(|content| read(one, content, put)) else {
                others.push(one);
                continue;
            };
            match entries.get_mut(&entry.act) {
                Some(known) => {
                    known.to.extend(&entry.to);
                    known.told_by = known.told_by.and(entry.told_by);
                }
                None => drop(entries.insert(entry.act, entry)),
            }
        }
        let things = things(entries.into_values().collect(), &self.laptops(assembly)?);
        Ok(Told { things, others })
    }

    /// How many laptops wait for somebody to tell them again what this one can read.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn outside_sealed(&self, assembly: AssemblyId) -> Result<usize, Trouble> {
        let fold = self.known(assembly)?;
        let put = &fold.book().inside.sealed.put;
        // Whoever seals, seals to all laptops that are known by then: only later ones can be outside, and mostly there are none.
        let came_late = |laptop: &Device| put.keys().any(|act| !fold.before(&laptop.admitted.id, act));
        if !fold.book().commons.roll.live_devices().any(|(_, laptop)| !laptop.paper && came_late(laptop)) || !self.may_write(assembly)? {
            return Ok(0);
        }
        let things = self.sealed(assembly)?.things;
        let outside: BTreeSet<DeviceId> = things.values().flat_map(|thing| thing.outside.iter().map(|one| one.device)).collect();
        Ok(outside.len())
    }

    fn thing(&mut self, assembly: AssemblyId, thing: ActId) -> Result<Thing, Trouble> {
        self.refresh()?;
        let missing = || Trouble::NotInTheBook { what: "sealed thing", asked: thing.short() };
        self.sealed(assembly)?.things.remove(&thing).ok_or_else(missing)
    }

    /// The laptops on the roll.
    fn laptops(&self, assembly: AssemblyId) -> Result<Vec<Laptop>, Trouble> {
        let fold = self.known(assembly)?;
        let mut by_others: BTreeMap<Member, BTreeSet<DeviceId>> = BTreeMap::new();
        let laptops = fold.book().commons.roll.live_devices().filter(|(_, laptop)| !laptop.paper).map(|(device, laptop)| {
            let member = laptop.member;
            let by_others = by_others.entry(member).or_insert_with(|| fold.let_in_by_others(member)).contains(device);
            Laptop { device: *device, member, sealing: laptop.keys.sealing.clone(), by_others }
        });
        Ok(laptops.collect())
    }

    fn own_member(&self, assembly: AssemblyId) -> Result<Option<Member>, Trouble> {
        let pen = self.pen(assembly)?;
        Ok(self.brief(assembly)?.and_then(|brief| brief.live(&pen.device)).map(|laptop| laptop.member))
    }

    fn put(
        &mut self,
        assembly: AssemblyId,
        with: &BTreeSet<Member>,
        also: &BTreeSet<DeviceId>,
        all: &[(Said, Option<Again>)],
        now: i64,
    ) -> Result<Vec<ActId>, Trouble> {
        // A laptop with a key that seals nothing must not keep the others from reading.
        let is_sound = |laptop: &Laptop| Recipients::of([(assembly, laptop.sealing.as_str())]).is_ok();
        let own = self.pen(assembly)?.device;
        let is_for = |laptop: &Laptop| !laptop.by_others || laptop.device == own || also.contains(&laptop.device);
        let theirs = self.laptops(assembly)?.into_iter().filter(|laptop| with.contains(&laptop.member));
        let laptops: Vec<Laptop> = theirs.filter(|laptop| is_for(laptop) && is_sound(laptop)).collect();
        let mut acts = Vec::new();
        for (said, again) in all {
            let salt = random()?;
            let content = Content { said: said.clone(), salt, to: laptops.iter().map(|laptop| laptop.device).collect(), again: *again };
            let mut bytes = serde_json::to_vec(&content).unwrap_or_default();
            let Some(length) = LENGTHS.into_iter().find(|length| bytes.len() <= *length) else {
                return Err(Trouble::FileTooLarge { size: bytes.len() as u64 });
            };
            bytes.resize(length, b' ');
            let mut keys: Vec<String> = laptops.iter().map(|laptop| laptop.sealing.clone()).collect();
            while keys.is_empty() || !keys.len().is_multiple_of(KEYS) {
                keys.push(sealing::generate().1);
            }
            let sealed = Recipients::of(keys.iter().map(|key| (assembly, key.as_str())))?.seal(bytes)?;
            acts.push(json!({ "do": "sealed.put", "content": BASE64.encode(&sealed), "hash": said.hash(&salt) }));
        }
        self.act(assembly, &acts, now)
    }
}

fn opened(put: &Put, identities: &Identities) -> Option<Content> {
    let sealed = BASE64.decode(put.content.as_bytes()).ok()?;
    serde_json::from_slice(&identities.opened(&sealed)?).ok()
}

/// The entry that an opened act is, or tells again; none where the words are not those that its hash, or the first one's, stands for.
fn read(put: &Put, content: Content, all: &BTreeMap<ActId, Put>) -> Option<Entry> {
    let Content { said, salt, to, again } = content;
    let (first, salt, told_by) = match again {
        Some((act, salt)) => (all.get(&act)?, salt, Some(put.entry.by)),
        None => (put, salt, None),
    };
    let holds = first.hash == said.hash(&salt);
    let entry = &first.entry;
    holds.then_some(Entry { act: entry.id, by: entry.by, claimed_at: entry.claimed_at, said, salt, to, told_by })
}

fn things(mut entries: Vec<Entry>, laptops: &[Laptop]) -> BTreeMap<ActId, Thing> {
    entries.sort_by_key(|entry| (entry.said.thing.is_some(), entry.claimed_at, entry.act));
    let mut things: BTreeMap<ActId, Thing> = BTreeMap::new();
    for entry in entries {
        match entry.said.thing {
            None => {
                let with = entry.said.with.clone();
                things.insert(entry.act, Thing { entries: vec![entry], with, outside: Vec::new() });
            }
            Some(thing) => {
                // Whoever is not among them may seal to them, and adds nothing.
                if let Some(known) = things.get_mut(&thing).filter(|known| known.with.contains(&entry.by)) {
                    known.entries.push(entry);
                }
            }
        }
    }
    things.retain(|_, thing| thing.entries.iter().all(|entry| thing.with.contains(&entry.by)));
    for thing in things.values_mut() {
        let readers = thing.readers();
        let theirs = laptops.iter().filter(|laptop| thing.with.contains(&laptop.member) && !readers.contains(&laptop.device));
        let outside = |laptop: &Laptop| Outside { device: laptop.device, member: laptop.member, by_others: laptop.by_others };
        thing.outside = theirs.map(outside).collect();
    }
    things
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CardText;

    const NOW: i64 = 1_804_000_000;

    fn millbrook() -> (tempfile::TempDir, Desk, AssemblyId) {
        let dir = tempfile::tempdir().unwrap();
        let mut ada = Desk::open(&dir.path().join("Ada")).unwrap();
        let assembly = ada.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
        (dir, ada, assembly)
    }

    #[test]
    fn words_that_are_told_again_are_those_that_were_sealed_then() {
        let (_dir, mut ada, assembly) = millbrook();
        let act = ada.seal(assembly, &[], "A quarrel", "The fence was there first", NOW).unwrap();
        let entry = ada.sealed(assembly).unwrap().things[&act].entries[0].clone();
        let put = &ada.known(assembly).unwrap().book().inside.sealed.put;
        let told =
            |said: Said, salt: [u8; 32], again: Option<Again>| read(&put[&act], Content { said, salt, to: BTreeSet::new(), again }, put);
        let lie = || Said { text: "The fence came later".to_owned(), ..entry.said.clone() };
        assert!(told(entry.said.clone(), [1; 32], Some((act, entry.salt))).is_some(), "the control");
        assert!(told(lie(), [1; 32], Some((act, entry.salt))).is_none(), "other words, told again");
        assert!(told(entry.said.clone(), entry.salt, None).is_some());
        assert!(told(entry.said.clone(), [0; 32], None).is_none(), "without its salt anybody could guess what is sealed");
        assert!(told(lie(), entry.salt, None).is_none());
    }

    #[test]
    fn whoever_is_not_among_them_adds_nothing_and_begins_nothing() {
        let (_dir, mut ada, assembly) = millbrook();
        let act = ada.seal(assembly, &[], "A quarrel", "The fence was there first", NOW).unwrap();
        let entry = ada.sealed(assembly).unwrap().things[&act].entries[0].clone();
        let of_dee = |thing: Option<ActId>| {
            let said = Said { thing, ..entry.said.clone() };
            Entry { act: ActId([9; 32]), by: Member(9), said, ..entry.clone() }
        };
        let by_ada = Entry { act: ActId([8; 32]), said: Said { thing: Some(act), ..entry.said.clone() }, ..entry.clone() };
        let all = things(vec![entry.clone(), by_ada, of_dee(Some(act))], &[]);
        assert_eq!(all[&act].entries.iter().map(|entry| entry.by).collect::<Vec<_>>(), [Member(1), Member(1)]);
        assert_eq!(things(vec![entry.clone(), of_dee(None)], &[]).into_keys().collect::<Vec<_>>(), [act]);
    }

    /// What everybody sees of something sealed: for how many keys it is, and how long it is without what names them.
    fn outside(put: &Put) -> (usize, usize) {
        let bytes = BASE64.decode(put.content.as_bytes()).unwrap();
        let keys = bytes.windows(9).filter(|window| *window == b"-> X25519").count();
        let end = bytes.windows(5).position(|window| window == b"\n--- ").unwrap();
        let line = bytes[end + 1..].iter().position(|byte| *byte == b'\n').unwrap();
        (keys, bytes.len() - (end + 1 + line + 1))
    }

    #[test]
    fn neither_how_long_it_is_nor_for_how_many_laptops_is_seen_from_outside() {
        let (dir, mut ada, assembly) = millbrook();
        ada.enrol(assembly, &[CardText::named("Bo")], None, NOW).unwrap();
        let mut bo = Desk::open(&dir.path().join("Bo")).unwrap();
        let code = ada.invite_device(assembly, Member(2), &[], NOW).unwrap();
        let ask = bo.join_device(&code, NOW).unwrap();
        ada.admit(&ask, NOW).unwrap();
        for (with, text) in [(vec![], ""), (vec![Member(2)], "yes"), (vec![Member(2)], &*"It was like this. ".repeat(20))] {
            ada.seal(assembly, &with, "A quarrel", text, NOW).unwrap();
        }
        ada.seal(assembly, &[], "A quarrel", &"It was like this. ".repeat(100), NOW).unwrap();
        let mut seen: Vec<_> = ada.known(assembly).unwrap().book().inside.sealed.put.values().map(outside).collect();
        seen.sort_unstable();
        assert!(seen[0] == seen[1] && seen[1] == seen[2] && seen[2] != seen[3], "{seen:?}");
        assert!(seen.iter().all(|(keys, _)| *keys == KEYS), "{seen:?}");
    }
}
