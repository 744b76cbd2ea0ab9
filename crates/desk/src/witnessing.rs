//! Witnessing: what neighbours sealed and this town has not co-signed, who co-signed what, and towns that showed two books.
//!
//! Two towns' books are compared here and in no fold. It goes by briefs, so that no town is folded for it but one whose lines fork.
//!
//! **Invariant:** a co-signature that this home signs was weighed by the other town's book as it is held here.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::Act;
use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::witness::{self, Held, MAX_SEALED, Over, Sealed, SplitView, Testimony, Tip, Whole};
use folkmoot_archive::Reading;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::brief::Brief;
use crate::folds::Folds;
use crate::neighbours::neighbours_of;
use crate::{AnyAct, Desk, Trouble};

/// A neighbour that has sealed something which this town has not co-signed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ToCosign {
    /// The neighbour.
    pub town: AssemblyId,
    /// What it is called.
    pub name: String,
    /// What it sealed since, as much as one act holds.
    pub sealed: Vec<Sealed>,
    /// The act that co-signs it, ready to be done.
    pub act: AnyAct,
    /// Whether it was shown to be two: then people look first, and it is not co-signed with the others.
    pub split: bool,
}

/// A town that was shown to be two.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Split {
    /// The town.
    pub town: AssemblyId,
    /// What it is called.
    pub name: String,
    /// Its words, to compare aloud.
    pub words: String,
    /// Over what, and who was shown which.
    #[serde(flatten)]
    pub view: SplitView,
    /// The witnesses in it.
    pub witnesses: Vec<WitnessNamed>,
}

/// A witness by name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WitnessNamed {
    /// The town.
    pub town: AssemblyId,
    /// What it is called.
    pub name: String,
}

/// How many ends of lines and seals of one town are weighed on the word of strangers: anybody can make up towns and what they saw.
const BY_STRANGERS: usize = 2048;
/// How many on the word of each member of a near town, some ten years of weekly meetings: one of its laptops may be in other hands.
const BY_EACH_NEAR: usize = 16_384;
/// How many on the word of a near town, whoever of it signed.
const BY_A_NEAR_TOWN: usize = 8 * BY_EACH_NEAR;

/// Co-signatures, by the town that they are for.
pub(crate) type Testimonies<'a> = BTreeMap<AssemblyId, Vec<Testimony<'a>>>;

impl Desk {
    /// What neighbours of a town of ours sealed and it has not co-signed, by name.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn to_cosign(&self, ours: AssemblyId) -> Result<Vec<ToCosign>, Trouble> {
        if !self.writes_for(ours)? {
            return Ok(Vec::new());
        }
        let Some(fold) = self.fold(ours)? else { return Ok(Vec::new()) };
        let known = &fold.book().commons.witness;
        let (all, mut waiting) = (self.testimonies()?, Vec::new());
        for town in self.neighbours(ours)?.into_iter().filter(|town| *town != ours) {
            let Some(brief) = self.brief(town)? else { continue };
            let done: BTreeSet<&Sealed> = known.of(&town).flat_map(|cosign| &cosign.sealed).collect();
            let sealed: Vec<Sealed> =
                brief.sealed.iter().filter(|sealed| !done.contains(sealed)).take(MAX_SEALED as usize).cloned().collect();
            if sealed.is_empty() {
                continue;
            }
            let follows: Vec<_> = known.latest(&town).into_iter().map(|cosign| cosign.id).collect();
            let mut act = json!({ "do": "witness.cosign", "town": town, "sealed": sealed, "head": brief.head });
            if !follows.is_empty() {
                act["follows"] = json!(follows);
            }
            let mut split = false;
            for view in self.split_views(town, &all)? {
                split |= self.is_told(ours, &view)?;
            }
            waiting.push(ToCosign { town, name: self.name(town), sealed, act: AnyAct(act), split });
        }
        waiting.sort_by(|a, b| (&a.name, a.town).cmp(&(&b.name, b.town)));
        Ok(waiting)
    }

    /// The co-signatures that are here, by the town that they are for.
    pub(crate) fn testimonies(&self) -> Result<Testimonies<'_>, Trouble> {
        let mut found = Testimonies::new();
        for by in self.assemblies() {
            for (town, given) in self.brief(by)?.into_iter().flat_map(|brief| &brief.cosigned) {
                let testimony = given.iter().map(|given| Testimony { by, cosign: &given.cosign, last: given.last });
                found.entry(*town).or_default().extend(testimony);
            }
        }
        Ok(found)
    }

    /// Where a town was shown to be two, as far as this home can tell.
    fn split_views(&self, town: AssemblyId, all: &Testimonies<'_>) -> Result<Vec<SplitView>, Trouble> {
        let Some(testimony) = all.get(&town) else { return Ok(Vec::new()) };
        let testimony = &self.weighed(testimony)?;
        match self.brief(town)? {
            Some(brief) if brief.forked => Ok(witness::split_views(&Whole::of(self.known(town)?), testimony)),
            Some(brief) => {
                let held = Short { head: &brief.head, sealed: &brief.sealed, has: self.held(town, testimony)? };
                Ok(witness::split_views(&held, testimony))
            }
            None => {
                let held = Short { head: &[], sealed: &BTreeSet::new(), has: BTreeSet::new() };
                Ok(witness::split_views(&held, testimony))
            }
        }
    }

    /// Where a town was shown to be two, with the names of those in it.
    pub(crate) fn splits(&self, town: AssemblyId, all: &Testimonies<'_>) -> Result<Vec<Split>, Trouble> {
        Ok(self.split_views(town, all)?.into_iter().map(|view| self.split(town, view)).collect())
    }

    /// Every town that was shown to be two, to one of ours: on proof, or, if it is near, on the word of a neighbour or of our own. Of others
    /// their own pages tell: one neighbour could name thousands.
    pub(crate) fn split_towns(&self, ours: AssemblyId) -> Result<Vec<Split>, Trouble> {
        let all = self.testimonies()?;
        let mut found = Vec::new();
        let near = self.near_towns()?;
        for (town, testimony) in &all {
            let is_near = near.contains(town) && testimony.iter().any(|one| near.contains(&one.by));
            if !is_near && !self.brief(*town)?.is_some_and(Brief::may_prove_two) {
                continue;
            }
            for view in self.split_views(*town, &all)? {
                if (is_near || view.proved) && self.is_told(ours, &view)? {
                    found.push(self.split(*town, view));
                }
            }
        }
        Ok(found)
    }

    /// Our own towns and all of their neighbours; of a home that only reads, those that it joined.
    fn near_towns(&self) -> Result<BTreeSet<AssemblyId>, Trouble> {
        let own: BTreeSet<AssemblyId> = self.archive.pens()?.into_iter().map(|pen| pen.assembly).collect();
        Ok(neighbours_of(&self.archive, &self.folds, &own)?.into_iter().chain(own).collect())
    }

    /// What is weighed of co-signatures: so much of each member of near towns, and so much of all others, the last ones first.
    fn weighed<'a>(&self, testimony: &[Testimony<'a>]) -> Result<Vec<Testimony<'a>>, Trouble> {
        let weight = |one: &Testimony<'_>| one.cosign.head.len() + one.cosign.sealed.len();
        if testimony.iter().map(weight).sum::<usize>() <= BY_STRANGERS {
            return Ok(testimony.to_vec());
        }
        let near = self.near_towns()?;
        let mut testimony = testimony.to_vec();
        testimony.sort_by_key(|one| !one.last);
        // All strangers share what is left for one.
        let (mut left_of, mut left_of_each) = (BTreeMap::new(), BTreeMap::new());
        testimony.retain(|one| {
            let town = near.contains(&one.by).then_some(one.by);
            let all = left_of.entry(town).or_insert(if town.is_some() { BY_A_NEAR_TOWN } else { BY_STRANGERS });
            let own = left_of_each.entry((one.by, one.cosign.by)).or_insert(BY_EACH_NEAR);
            let fits = weight(one) <= *all && weight(one) <= *own;
            let read = if fits { weight(one) } else { 0 };
            (*all, *own) = (*all - read, *own - read);
            fits
        });
        Ok(testimony)
    }

    fn split(&self, town: AssemblyId, view: SplitView) -> Split {
        let witnesses: BTreeSet<AssemblyId> = view.shown.iter().flat_map(|shown| shown.to.iter().copied()).collect();
        let witnesses = witnesses.into_iter().map(|town| WitnessNamed { town, name: self.name(town) }).collect();
        Split { town, name: self.name(town), words: crate::words(town), view, witnesses }
    }

    /// Whether it is worth a line on the first page: proved, or told by a town whose word is asked for, since anybody can make up a town and
    /// what it saw; and not settled by our own signature under both.
    fn is_told(&self, ours: AssemblyId, view: &SplitView) -> Result<bool, Trouble> {
        // Over a line, whoever co-signs both ends is told no more by the law of heads; a seal is as it is for good.
        let signed_both = matches!(view.over, Over::Minutes { .. }) && view.shown.iter().all(|shown| shown.to.contains(&ours));
        let neighbours = self.neighbours(ours)?;
        let mut witnesses = view.shown.iter().flat_map(|shown| &shown.to);
        Ok(!signed_both && (view.proved || witnesses.any(|witness| *witness == ours || neighbours.contains(witness))))
    }

    /// The ends in the last co-signatures that are here, where they are said to be.
    fn held(&self, town: AssemblyId, testimony: &[Testimony<'_>]) -> Result<BTreeSet<Tip>, Trouble> {
        let mut held = BTreeSet::new();
        for tip in testimony.iter().flat_map(|one| &one.cosign.head) {
            if let Some(change) = self.archive.change(tip.tip)? {
                let says = change.says();
                let place = (change.assembly(), says.ring, says.device, says.seq.saturating_add(1));
                if place == (town, Ring::Commons, tip.device, tip.length) {
                    held.insert(*tip);
                }
            }
        }
        Ok(held)
    }
}

/// A town of which no line forks, in short.
struct Short<'a> {
    head: &'a [Tip],
    sealed: &'a BTreeSet<Sealed>,
    has: BTreeSet<Tip>,
}

impl Held for Short<'_> {
    fn has(&self, tip: &Tip) -> bool {
        self.has.contains(tip)
    }

    fn length(&self, device: &DeviceId) -> u64 {
        self.head.iter().filter(|tip| tip.device == *device).map(|tip| tip.length).max().unwrap_or(0)
    }

    fn on_one_line(&self, _: &Tip, _: &Tip) -> bool {
        true
    }

    fn sealed(&self) -> &BTreeSet<Sealed> {
        self.sealed
    }
}

/// Weighs what an act says of another town by that town's book, before it is signed.
///
/// # Errors
/// [`Trouble::NothingHere`] when nothing of that town is here; [`Trouble::Refused`] with the act's place in the list.
pub(crate) fn weigh(reading: &Reading, folds: &Folds, ours: AssemblyId, json: &Json, at: usize) -> Result<(), Trouble> {
    // Whatever else an act is, it is read where it is filed.
    let Some(Ok(Act::Witness(act))) = json["do"].as_str().filter(|kind| kind.starts_with("witness.")).map(|_| Act::from_json(json)) else {
        return Ok(());
    };
    let assembly = act.town();
    let theirs = folds.get(reading, assembly)?.ok_or(Trouble::NothingHere { assembly })?;
    let known = folds.get(reading, ours)?.into_iter().flat_map(|fold| fold.book().commons.witness.latest(&assembly));
    let before: Vec<Tip> = known.flat_map(|cosign| cosign.head.iter().copied()).collect();
    witness::weigh(&act, theirs, &before).map_err(|refusal| Trouble::Refused { at, refusal: refusal.into() })
}
