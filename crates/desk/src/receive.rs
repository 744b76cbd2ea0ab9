//! Receiving: every foreign byte is hostile until its signature, the roll and the gate have let it through.
//!
//! **Invariant:** a bundle is taken in by one commit or not at all, and taking it in twice does nothing.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use folkmoot_archive::{Town, Writing};
use folkmoot_sync::{Bundle, Identities, Sender};
use schemars::JsonSchema;
use serde::Serialize;

use crate::act::strike;
use crate::arriving::Arriving;
use crate::folds::Folds;
use crate::hearing::{Heard, Unwelcome, hear};
use crate::neighbours::note_neighbours;
use crate::pens::follow_the_roll;
use crate::room::Allowance;
use crate::taking::Taking;
use crate::unheard::{Packed, hear_bundle};
use crate::{Desk, Trouble};

/// Something that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Refused {
    /// The code of the reason.
    pub reason: String,
    /// The assembly that it claims.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assembly: Option<AssemblyId>,
    /// The device that it claims.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
}

/// What came of a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Received {
    /// New changes by assembly.
    pub new: BTreeMap<AssemblyId, usize>,
    /// Changes that were here.
    pub known: usize,
    /// Changes that wait for others.
    pub waiting: usize,
    /// New cards.
    pub cards: usize,
    /// New attachments.
    pub files: usize,
    /// Parts that were damaged, or are missing.
    pub damaged_parts: Vec<u32>,
    /// Parts that are sealed to others.
    pub sealed_parts: usize,
    /// Parts and frames that a newer version wrote.
    pub newer: usize,
    /// What was not taken in, and why.
    pub refused: Vec<Refused>,
    /// Changes of distant towns that were left out, since there is little room on the disk.
    pub left_out: usize,
    /// Attachments of other towns that were left out.
    pub papers_left_out: usize,
    /// The laptop that packed it, if its signature holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub packed_by: Option<DeviceId>,
    /// Whether the packer's signature is missing or does not hold; everything in it proves itself all the same.
    pub packing_unproven: bool,
    /// Towns that were not heard of before.
    pub new_towns: Vec<AssemblyId>,
    /// What came of answers to this home's invites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<Heard>,
    /// The codes of the reasons why other answers let nobody in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unwelcome: Vec<String>,
    /// The changes that proved themselves, new or known.
    #[serde(skip)]
    pub(crate) proved: Vec<ChangeHash>,
    /// The assemblies of which it holds something that is here.
    #[serde(skip)]
    pub(crate) holds: BTreeSet<AssemblyId>,
}

/// Where frames come from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Road<'a> {
    /// The road, in words for people.
    pub(crate) name: &'a str,
    /// The endpoint of ours and that of the other laptop, when they met over a wire.
    pub(crate) met: Option<(AssemblyId, DeviceId)>,
    /// When, as this home's clock says.
    pub(crate) now: i64,
    /// The laptop that packed it, where it was sealed whole to one person's laptops and the signature holds.
    pub(crate) sealed_by: Option<DeviceId>,
}

impl Received {
    /// Whether all of it was taken in, or was here.
    pub fn is_whole(&self) -> bool {
        self.is_sound() && self.left_out == 0
    }

    /// Whether all of it could be read, and none of it was refused.
    pub(crate) fn is_sound(&self) -> bool {
        self.damaged_parts.is_empty() && self.sealed_parts == 0 && self.refused.is_empty()
    }
}

impl Desk {
    /// Requires that bytes can be opened as a bundle, whoever it is for.
    ///
    /// # Errors
    /// [`Trouble::Bundle`] when they cannot.
    pub fn require_bundle(bytes: &[u8]) -> Result<(), Trouble> {
        if !Bundle::is_sealed_whole(bytes) {
            Bundle::open(bytes, &Identities::none())?;
        }
        Ok(())
    }

    /// Takes in a courier's bundle, or one that is sealed whole to one person's laptops.
    ///
    /// # Errors
    /// [`Trouble::Bundle`] when it cannot be opened at all; what is damaged inside is said in the answer, and the rest is taken in.
    pub fn receive(&mut self, bytes: &[u8], source: &str, now: i64) -> Result<Received, Trouble> {
        let identities = self.identities(None)?;
        let whole = Bundle::is_sealed_whole(bytes);
        let unsealed = Bundle::unsealed(bytes, &identities)?;
        let opened = Bundle::open(&unsealed, &identities)?;
        let mut received = Received::default();
        match opened.sender() {
            Sender::Signed(device) => received.packed_by = Some(device),
            Sender::SignatureDoesNotHold | Sender::Incomplete => received.packing_unproven = true,
            Sender::Sealed => {}
        }
        let sealed_by = received.packed_by.filter(|_| whole);
        let received = self.take_in(Arriving::Packed(&opened), Road { name: source, met: None, now, sealed_by }, received)?;
        self.note_packer(&received, source, now)?;
        Ok(received)
    }

    /// Takes in what arrives by one commit.
    pub(crate) fn take_in(&mut self, arriving: Arriving<'_>, road: Road<'_>, mut received: Received) -> Result<Received, Trouble> {
        let packed = match &arriving {
            Arriving::Packed(opened) => received.packed_by.map(|by| Packed::by(by, opened.header(), road.sealed_by.is_some())),
            Arriving::Said(_) => None,
        };
        let disk = self.archive.disk();
        let Desk { archive, folds, ceiling, .. } = self;
        let outcome = archive.write(|writing| {
            folds.refresh(writing)?;
            let pens = writing.pens()?;
            let own: BTreeSet<AssemblyId> = pens.iter().map(|pen| pen.assembly).collect();
            let aside = writing.pens_aside()?;
            let alone = pens.iter().chain(&aside).flat_map(|pen| Ring::ALL.map(|ring| (pen.device, ring))).collect();
            let allowance = Allowance::of(disk, *ceiling, &own);
            let letters = Vec::new();
            let unfolded = ceiling.unfolded;
            let received_of = &mut received;
            let mut intake = Taking {
                writing,
                folds,
                own: &own,
                alone,
                road,
                received: received_of,
                unfolded,
                allowance,
                share: None,
                woken: None,
                letters,
            };
            let after_acts = intake.acts(arriving)?;
            intake.wake_orphans()?;
            intake.after_acts(after_acts)?;
            let letters = intake.letters;
            for assembly in &own {
                strike(writing, folds, *assembly)?;
            }
            if let Some(packed) = packed {
                hear_bundle(writing, folds, &received, &packed, road.now)?;
            }
            follow_the_roll(writing, folds, road.now)?;
            note_towns(writing, folds, &own, &mut received, road)?;
            note_neighbours(writing, folds, &own, road.now)?;
            for letter in letters {
                match hear(writing, folds, &letter, road.met, road.now) {
                    Ok(Heard::ForOthers) => {}
                    Ok(heard) => received.letters.push(heard),
                    // Another laptop of this town may have made the invite.
                    Err(Trouble::Unwelcome(Unwelcome::NotInvited)) => received.letters.push(Heard::ForAnotherLaptop),
                    Err(why) if why.leaves_a_letter_unheard() => received.unwelcome.push(why.code().to_owned()),
                    Err(trouble) => return Err(trouble),
                }
            }
            for assembly in received.new.keys() {
                folds.keep_brief(writing, *assembly)?;
            }
            Ok::<_, Trouble>(writing.last_arrived()?)
        });
        match outcome {
            Ok(end) => {
                folds.committed(end);
                Ok(received)
            }
            Err(trouble) => {
                self.forget();
                self.refresh()?;
                Err(trouble)
            }
        }
    }
}

/// Remembers which towns were heard of, by which road.
fn note_towns(
    writing: &mut Writing<'_>,
    folds: &Folds,
    own: &BTreeSet<AssemblyId>,
    received: &mut Received,
    road: Road<'_>,
) -> Result<(), Trouble> {
    let known: BTreeMap<AssemblyId, Town> = writing.towns()?.into_iter().map(|town| (town.assembly, town)).collect();
    let packer = received.packed_by;
    for assembly in folds.towns().filter(|assembly| !own.contains(assembly)) {
        let Some(brief) = folds.brief(writing, assembly)? else { continue };
        let name = brief.name.clone();
        let wired = road.met.is_some_and(|(_, endpoint)| brief.laptop_at(&endpoint).is_some());
        let met = wired || packer.is_some_and(|device| brief.live(&device).is_some());
        let new = !known.contains_key(&assembly);
        let mut town = known.get(&assembly).cloned().unwrap_or_else(|| Town {
            assembly,
            name: name.clone(),
            known_by: "bundle".to_owned(),
            first_heard: road.now,
            last_met: None,
            last_road: String::new(),
            joined: false,
            note: String::new(),
        });
        if new {
            received.new_towns.push(assembly);
        }
        if met {
            town.last_met = Some(road.now);
            town.last_road = road.name.to_owned();
        }
        if new || met || (town.name != name && !name.is_empty()) {
            town.name = name;
            writing.put_town(&town)?;
        }
    }
    Ok(())
}
