//! What a town sealed, who co-signed it, and whether one town showed two books: read from several books side by side.
//!
//! **Invariant:** what is found depends on the books alone, and is the same whoever finds it and in whatever order.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Sealed, Tip};
use super::book::Cosign;
use crate::book::Commons;
use crate::change::Ring;
use crate::fold::Fold;
use crate::id::{AssemblyId, DeviceId, MinutesHash};
use crate::plain::{Meeting, Member};

/// The sealed minutes and the closings that count in a town's book.
pub fn sealed(commons: &Commons) -> BTreeSet<Sealed> {
    let minutes = commons.minutes.meetings.iter().flat_map(|(meeting, held)| {
        held.sealed.iter().map(|(act, (_, digest))| Sealed::Minutes { act: *act, meeting: meeting.clone(), digest: *digest })
    });
    let closings = commons.ledger.closings.iter().map(|(act, closing)| Sealed::Closing { act: *act, until: closing.until });
    minutes.chain(closings).collect()
}

/// The head that a town's book has here.
pub fn head(theirs: &Fold) -> Vec<Tip> {
    theirs.ends(Ring::Commons).into_iter().map(|(device, length, tip)| Tip { device, length, tip }).collect()
}

/// How much of a town's commons is held, to compare heads with.
pub trait Held {
    /// Whether a change is here, on that line and in that place.
    fn has(&self, tip: &Tip) -> bool;
    /// How many changes of a laptop are here, on its longest branch.
    fn length(&self, device: &DeviceId) -> u64;
    /// Whether of two changes of one laptop that are here one follows the other.
    fn on_one_line(&self, one: &Tip, other: &Tip) -> bool;
    /// What it has sealed, as far as that counts here.
    fn sealed(&self) -> &BTreeSet<Sealed>;
}

/// A town's book, with what it has sealed.
#[derive(Debug)]
pub struct Whole<'a> {
    fold: &'a Fold,
    sealed: BTreeSet<Sealed>,
}

impl<'a> Whole<'a> {
    /// The book of a fold.
    pub fn of(fold: &'a Fold) -> Whole<'a> {
        Whole { fold, sealed: sealed(&fold.book().commons) }
    }
}

impl Held for Whole<'_> {
    fn has(&self, tip: &Tip) -> bool {
        self.fold.place(&tip.tip) == Some((tip.device, Ring::Commons, tip.length))
    }

    fn length(&self, device: &DeviceId) -> u64 {
        let ends = self.fold.ends(Ring::Commons);
        ends.iter().filter(|(of, ..)| of == device).map(|(_, length, _)| *length).max().unwrap_or(0)
    }

    fn on_one_line(&self, one: &Tip, other: &Tip) -> bool {
        self.fold.is_up_to(&one.tip, &other.tip) || self.fold.is_up_to(&other.tip, &one.tip)
    }

    fn sealed(&self) -> &BTreeSet<Sealed> {
        &self.sealed
    }
}

/// A co-signature, with the town that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Testimony<'a> {
    /// The witness.
    pub by: AssemblyId,
    /// What it signed.
    pub cosign: &'a Cosign,
    /// Whether no other of that witness follows it.
    pub last: bool,
}

/// Over what two books of one town differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "over", rename_all = "kebab-case")]
pub enum Over {
    /// What one laptop wrote.
    Line {
        /// The laptop, by its signing key.
        device: DeviceId,
    },
    /// The seal of one meeting's minutes.
    Minutes {
        /// Which meeting.
        meeting: Meeting,
    },
}

/// One of the books that were shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Shown {
    /// Where that laptop's line ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tip: Option<Tip>,
    /// The digest that the seal has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<MinutesHash>,
    /// The towns that co-signed it.
    pub to: BTreeSet<AssemblyId>,
    /// Whether this home holds it.
    pub here: bool,
}

/// A town that showed two books under one name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SplitView {
    /// Over what they differ.
    #[serde(flatten)]
    pub over: Over,
    /// The books, each with those who were shown it.
    pub shown: Vec<Shown>,
    /// Whether this home holds what proves it, signed by that town; otherwise it rests on the word of the witnesses.
    pub proved: bool,
}

/// How many ends of one laptop's line are compared of one witness, and how many of those that one of its members signed, in heads that do not
/// go on from one another: more of them say nothing new.
const ENDS_OF_A_WITNESS: [usize; 2] = [256, 16];
/// How many ends of one laptop's line one head may name: whoever names more knows that it forks, and is told nothing.
const ENDS_OF_A_LINE: usize = 16;

/// Where a town was shown to be two: two witnesses, two laptops of one witness, or a witness and this home hold heads of which neither goes
/// on from the other, or different seals of one meeting's minutes.
pub fn split_views(held: &impl Held, testimony: &[Testimony<'_>]) -> Vec<SplitView> {
    // By laptop, once: what one witness names may be a thousand laptops, and each another thousand.
    let mut heads: BTreeMap<DeviceId, Vec<Head>> = BTreeMap::new();
    for Testimony { by, cosign, last } in testimony {
        let mut of: BTreeMap<DeviceId, Vec<Tip>> = BTreeMap::new();
        cosign.head.iter().for_each(|tip| of.entry(tip.device).or_default().push(*tip));
        for (device, tips) in of.into_iter().filter(|(_, tips)| tips.len() <= ENDS_OF_A_LINE) {
            heads.entry(device).or_default().push(Head { by: *by, member: cosign.by, last: *last, tips });
        }
    }
    let lines = heads.into_iter().filter_map(|(device, heads)| line(device, held, heads));
    lines.chain(minutes(held, testimony)).collect()
}

/// Where one laptop's line ended, by one co-signature.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Head {
    by: AssemblyId,
    member: Member,
    last: bool,
    tips: Vec<Tip>,
}

/// Whether two ends of one laptop's line fit one book, as far as what is held can tell.
fn fit(one: &Tip, other: &Tip, held: &impl Held) -> bool {
    let (shorter, longer) = if one.length <= other.length { (one, other) } else { (other, one) };
    match (held.has(shorter), held.has(longer)) {
        _ if one == other => true,
        (true, true) => held.on_one_line(one, other),
        // All that comes before a change that is here is here.
        (false, true) => false,
        (true, false) | (false, false) => shorter.length != longer.length,
    }
}

/// Ends of one laptop's line that do not fit one book, with the towns that were shown each.
#[derive(Default)]
struct Apart {
    ends: BTreeMap<Tip, BTreeSet<AssemblyId>>,
    /// Whether two of them that do not fit are here.
    proved: bool,
}

impl Apart {
    /// Compares two heads, of one witness or of two. Whoever names both ends knows of both, and is told nothing.
    fn compare(&mut self, head: &Head, other: &Head, held: &impl Held) {
        let (Head { by, tips: ours, .. }, Head { by: other_by, tips: theirs, .. }) = (head, other);
        let alone = |tips: &[Tip], others: &[Tip]| {
            tips.iter().copied().filter(|tip| !others.iter().any(|other| fit(tip, other, held))).collect::<Vec<_>>()
        };
        let (one, other) = (alone(ours, theirs), alone(theirs, ours));
        if one.is_empty() || other.is_empty() {
            return;
        }
        self.proved |= one.iter().chain(&other).all(|tip| held.has(tip));
        let both = one.into_iter().map(|tip| (tip, *by)).chain(other.into_iter().map(|tip| (tip, *other_by)));
        for (tip, to) in both {
            self.ends.entry(tip).or_default().insert(to);
        }
    }
}

/// The first heads of each witness, in an order that says nothing of how they came.
fn few(heads: impl IntoIterator<Item = Head>) -> Vec<Head> {
    let heads: BTreeSet<Head> = heads.into_iter().collect();
    let [of_all, of_one] = ENDS_OF_A_WITNESS;
    let mut of: BTreeMap<AssemblyId, (usize, BTreeMap<Member, usize>)> = BTreeMap::new();
    let fits = |head: &Head| {
        let (all, by_member) = of.entry(head.by).or_default();
        let one = by_member.entry(head.member).or_default();
        let fits = *one + head.tips.len() <= of_one && *all + head.tips.len() <= of_all;
        let read = if fits { head.tips.len() } else { 0 };
        (*one, *all) = (*one + read, *all + read);
        fits
    };
    heads.into_iter().filter(fits).collect()
}

fn line(device: DeviceId, held: &impl Held, heads: Vec<Head>) -> Option<SplitView> {
    let (last, earlier): (Vec<Head>, Vec<Head>) = heads.into_iter().partition(|head| head.last);
    let last = few(last);
    let (mut apart, mut elsewhere) = (Apart::default(), false);
    let length = held.length(&device);
    for Head { by, tips, .. } in last.iter().chain(&earlier) {
        // An end that is in no line here, though that line is long enough here.
        for tip in tips.iter().filter(|tip| tip.length <= length && !held.has(tip)) {
            apart.ends.entry(*tip).or_default().insert(*by);
            elsewhere = true;
        }
    }
    // Of earlier heads those from which the same witness's last is not known to go on. Of the others it knows, and so of what came after them.
    let goes_on = |tip: &Tip, last: &Tip| tip == last || held.has(tip) && held.has(last) && held.on_one_line(tip, last);
    let is_open = |head: &&Head| {
        let of_witness = || last.iter().filter(|last| last.by == head.by).flat_map(|last| &last.tips);
        head.tips.iter().any(|tip| !of_witness().any(|last| goes_on(tip, last)))
    };
    let open = few(earlier.into_iter().filter(|head| is_open(&head)));
    for (at, one) in last.iter().enumerate() {
        for other in &last[at + 1..] {
            apart.compare(one, other, held);
        }
        // Whoever of a witness's own town files a head that does not go on from an earlier one hides nothing by it.
        for before in &open {
            apart.compare(before, one, held);
        }
    }
    let Apart { ends: apart, proved } = apart;
    if apart.is_empty() {
        return None;
    }
    let mut shown: Vec<Shown> =
        apart.into_iter().map(|(tip, to)| Shown { tip: Some(tip), digest: None, to, here: held.has(&tip) }).collect();
    if elsewhere && shown.iter().all(|shown| !shown.here) {
        shown.push(Shown { tip: None, digest: None, to: BTreeSet::new(), here: true });
    }
    Some(SplitView { over: Over::Line { device }, shown, proved })
}

fn minutes(held: &impl Held, testimony: &[Testimony<'_>]) -> Vec<SplitView> {
    let mut seals: BTreeMap<&Meeting, BTreeMap<MinutesHash, BTreeSet<AssemblyId>>> = BTreeMap::new();
    for one in testimony {
        for sealed in &one.cosign.sealed {
            if let Sealed::Minutes { meeting, digest, .. } = sealed {
                seals.entry(meeting).or_default().entry(*digest).or_default().insert(one.by);
            }
        }
    }
    let mut here: BTreeMap<&Meeting, BTreeSet<MinutesHash>> = BTreeMap::new();
    for sealed in held.sealed() {
        if let Sealed::Minutes { meeting, digest, .. } = sealed {
            here.entry(meeting).or_default().insert(*digest);
        }
    }
    let mut found = Vec::new();
    for (meeting, mut digests) in seals {
        let ours = here.remove(meeting).unwrap_or_default();
        // What is sealed here and was co-signed by nobody is a second book only where nothing here is what they co-signed.
        if !ours.is_empty() && digests.keys().all(|digest| !ours.contains(digest)) {
            digests.extend(ours.iter().map(|digest| (*digest, BTreeSet::new())));
        }
        if digests.len() < 2 {
            continue;
        }
        let proved = digests.keys().filter(|digest| ours.contains(*digest)).count() > 1;
        let shown = digests.into_iter().map(|(digest, to)| Shown { tip: None, digest: Some(digest), to, here: ours.contains(&digest) });
        found.push(SplitView { over: Over::Minutes { meeting: meeting.clone() }, shown: shown.collect(), proved });
    }
    found
}
