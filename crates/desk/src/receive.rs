//! Receiving: every foreign byte is hostile until its signature, the roll and the gate have let it through.
//!
//! **Invariant:** a bundle is taken in by one commit or not at all, and taking it in twice does nothing.

use std::collections::{BTreeMap, BTreeSet};

use age::secrecy::SecretString;
use folkmoot::act::{Act, Standing};
use folkmoot::change::{Ring, SignedChange, VerifiedChange};
use folkmoot::fold::Fold;
use folkmoot::id::{AssemblyId, CardHash, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::{Attachment, Card, Intake, Orphan, PenState, Quarantined, Town, Writing};
use folkmoot_record::gate;
use folkmoot_sync::{Bundle, Frame, Identities, PartRefusal, Sender};
use serde::Serialize;

use crate::act::strike;
use crate::home::RESTORED;
use crate::{Desk, Trouble, refresh};

/// Something that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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
    /// The laptop that packed it, if its signature holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub packed_by: Option<DeviceId>,
    /// Whether the packer's signature is missing or does not hold; everything in it proves itself all the same.
    pub packing_unproven: bool,
    /// Towns that were not heard of before.
    pub new_towns: Vec<AssemblyId>,
}

impl Received {
    /// Whether all of it was taken in, or was here.
    pub fn is_whole(&self) -> bool {
        self.damaged_parts.is_empty() && self.sealed_parts == 0 && self.refused.is_empty()
    }
}

impl Desk {
    /// Requires that bytes can be opened as a bundle, whoever it is for.
    ///
    /// # Errors
    /// [`Trouble::Bundle`] when they cannot.
    pub fn require_bundle(bytes: &[u8]) -> Result<(), Trouble> {
        Bundle::open(bytes, &Identities::none())?;
        Ok(())
    }

    /// Takes in a courier's bundle.
    ///
    /// # Errors
    /// [`Trouble::Bundle`] when it cannot be opened at all; what is damaged inside is said in the answer, and the rest is taken in.
    pub fn receive(&mut self, bytes: &[u8], source: &str, now: i64) -> Result<Received, Trouble> {
        let secrets: Vec<SecretString> = self.archive.pens()?.iter().map(|pen| SecretString::from(pen.sealing.as_str())).collect();
        let identities = Identities::of(&secrets)?;
        let opened = Bundle::open(bytes, &identities)?;
        let mut received = Received::default();
        match opened.sender() {
            Sender::Signed(device) => received.packed_by = Some(device),
            Sender::SignatureDoesNotHold | Sender::Incomplete => received.packing_unproven = true,
            Sender::Sealed => {}
        }
        let mut frames = Vec::new();
        for part in opened.parts() {
            match part {
                Ok(found) => frames.extend(found),
                Err(error) => match error.why {
                    PartRefusal::NotForUs => received.sealed_parts += 1,
                    PartRefusal::Newer(_) => received.newer += 1,
                    PartRefusal::Missing
                    | PartRefusal::Damaged
                    | PartRefusal::NotAsSigned
                    | PartRefusal::Misplaced
                    | PartRefusal::TooLarge
                    | PartRefusal::Unreadable
                    | PartRefusal::Frame(_) => received.damaged_parts.push(error.index),
                },
            }
        }
        self.take_in(frames, source, now, received)
    }

    fn take_in(&mut self, frames: Vec<Frame>, source: &str, now: i64, mut received: Received) -> Result<Received, Trouble> {
        let pens = self.archive.pens()?;
        let own: BTreeSet<AssemblyId> = pens.iter().map(|pen| pen.assembly).collect();
        // A stick of one's own says nothing of what others hold.
        let by_another = received.packed_by.is_some_and(|packer| pens.iter().all(|pen| pen.device != packer));
        let Desk { archive, folds, read_to } = self;
        let outcome = archive.write(|writing| {
            refresh(writing, folds, read_to)?;
            let mut intake = Taking { writing, folds, own: &own, source, now, received: &mut received, holds_ours: false };
            let mut beside = Vec::new();
            for frame in frames {
                match frame {
                    Frame::Change(bytes) => intake.change(&bytes)?,
                    Frame::Unknown { .. } => intake.received.newer += 1,
                    card_or_file @ (Frame::Card { .. } | Frame::File { .. }) => beside.push(card_or_file),
                }
            }
            intake.wake_orphans()?;
            let heard = by_another && intake.holds_ours;
            // Acts say which cards and files are asked for, so they go last.
            for frame in beside {
                intake.beside(frame)?;
            }
            for assembly in &own {
                strike(writing, folds, *assembly)?;
            }
            if heard && received.is_whole() && writing.setting(RESTORED)?.is_some_and(|state| !state.is_empty()) {
                writing.set_setting(RESTORED, "")?;
            }
            for pen in pens.iter().filter(|pen| pen.state == PenState::Asked) {
                if folds.get(&pen.assembly).is_some_and(|fold| fold.book().commons.roll.live(&pen.device).is_some()) {
                    writing.set_pen_state(pen.device, PenState::Admitted)?;
                }
            }
            note_towns(writing, folds, &own, &mut received, source, now)?;
            Ok::<_, Trouble>(writing.last_arrived()?)
        });
        match outcome {
            Ok(end) => {
                *read_to = end;
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

/// What takes frames in, inside one transaction.
struct Taking<'w, 'r, 'a> {
    writing: &'w mut Writing<'r>,
    folds: &'w mut BTreeMap<AssemblyId, Fold>,
    own: &'a BTreeSet<AssemblyId>,
    source: &'a str,
    now: i64,
    received: &'w mut Received,
    /// Whether it holds anything of an assembly that this home writes for.
    holds_ours: bool,
}

impl Taking<'_, '_, '_> {
    fn change(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let signed = match SignedChange::decode(bytes) {
            Ok(signed) => signed,
            Err(error) => return self.refuse(code_of(&error), None, bytes),
        };
        let claims = Some((signed.claims().assembly, signed.claims().device));
        let change = match signed.verify() {
            Ok(change) => change,
            Err(error) => return self.refuse(code_of(&error), claims, bytes),
        };
        if gate(&change).is_err() {
            return self.refuse("gate", claims, bytes);
        }
        let inside = change.says().ring == Ring::Assembly && self.own.contains(&change.assembly());
        if change.says().ring != Ring::Commons && !inside {
            return self.refuse("not-our-ring", claims, bytes);
        }
        self.verified(change, bytes)
    }

    fn verified(&mut self, change: VerifiedChange, bytes: &[u8]) -> Result<(), Trouble> {
        self.holds_ours |= self.own.contains(&change.assembly());
        if self.writing.has(change.hash())? {
            self.received.known += 1;
            return Ok(());
        }
        let assembly = change.assembly();
        let founds = Act::from_value(change.act()).is_ok_and(|act| act.standing() == Standing::Found);
        if !self.folds.contains_key(&assembly) && !founds {
            return self.wait(change);
        }
        let fold = self.folds.entry(assembly).or_insert_with(|| Fold::new(assembly));
        if !fold.is_ready(&change) {
            return self.wait(change);
        }
        if !founds && !fold.knows(&change.says().device) {
            return self.refuse("not-on-the-roll", Some((assembly, change.says().device)), bytes);
        }
        self.writing.insert_change(&change, self.now)?;
        fold.add(change);
        *self.received.new.entry(assembly).or_insert(0) += 1;
        Ok(())
    }

    fn wait(&mut self, change: VerifiedChange) -> Result<(), Trouble> {
        let claims = Some((change.assembly(), change.says().device));
        let bytes = change.signed().encode();
        let orphan = Orphan { change, received_at: self.now, source: self.source.to_owned() };
        match self.writing.insert_orphan(&orphan)? {
            Intake::Kept => self.received.waiting += 1,
            Intake::AlreadyHere => self.received.known += 1,
            Intake::OverQuota => return self.refuse("too-many-waiting", claims, &bytes),
        }
        Ok(())
    }

    /// Takes in those that waited, as long as any finds what it waited for.
    fn wake_orphans(&mut self) -> Result<(), Trouble> {
        let assemblies: Vec<AssemblyId> = self.folds.keys().copied().collect();
        for assembly in assemblies {
            let mut waiting = self.writing.orphans(assembly)?;
            loop {
                let fold = self.folds.get(&assembly);
                let (ready, rest): (Vec<_>, Vec<_>) =
                    waiting.into_iter().partition(|orphan| fold.is_some_and(|fold| fold.is_ready(&orphan.change)));
                waiting = rest;
                if ready.is_empty() {
                    break;
                }
                for orphan in ready {
                    self.writing.remove_orphan(orphan.change.hash())?;
                    self.received.waiting = self.received.waiting.saturating_sub(1);
                    let bytes = orphan.change.signed().encode();
                    self.verified(orphan.change, &bytes)?;
                }
            }
        }
        Ok(())
    }

    fn beside(&mut self, frame: Frame) -> Result<(), Trouble> {
        match frame {
            Frame::Card { assembly, member, salt, hash, card } => {
                let asked_for = self.own.contains(&assembly) && self.names_card(assembly, Member(member), hash);
                let card = Card { assembly, member, salt, bytes: card };
                if !asked_for || card.hash() != hash || self.writing.card(assembly, hash)?.is_some() {
                    return Ok(());
                }
                if self.writing.put_card(&card)? {
                    self.received.cards += 1;
                }
            }
            Frame::File { hash, assembly, ring, name, bytes } => {
                let here = self.writing.file(assembly, ring, hash)?.is_some_and(|file| file.bytes.is_some());
                let asked_for = ring == Ring::Commons && self.names_file(assembly, hash);
                if here || !asked_for || folkmoot::id::FileHash::of(&bytes) != hash {
                    return Ok(());
                }
                self.writing.put_file(&Attachment { assembly, ring, hash, name, size: bytes.len() as u32, bytes: Some(bytes) })?;
                self.received.files += 1;
            }
            Frame::Change(_) | Frame::Unknown { .. } => {}
        }
        Ok(())
    }

    fn names_card(&self, assembly: AssemblyId, member: Member, card: CardHash) -> bool {
        let members = self.folds.get(&assembly).map(|fold| &fold.book().commons.roll.members);
        members.and_then(|members| members.get(&member)).is_some_and(|enrolment| enrolment.cards.contains_key(&card))
    }

    fn names_file(&self, assembly: AssemblyId, hash: folkmoot::id::FileHash) -> bool {
        let named = |fold: &Fold| fold.judged().filter_map(|judged| judged.act?.attachment()).any(|receipt| receipt.hash == hash);
        self.folds.get(&assembly).is_some_and(named)
    }

    fn refuse(&mut self, reason: &str, claims: Option<(AssemblyId, DeviceId)>, bytes: &[u8]) -> Result<(), Trouble> {
        let (assembly, device) = claims.unzip();
        self.received.refused.push(Refused { reason: reason.to_owned(), assembly, device });
        let entry = Quarantined {
            reason: reason.to_owned(),
            assembly,
            device,
            bytes: bytes.to_vec(),
            received_at: self.now,
            source: self.source.to_owned(),
        };
        self.writing.quarantine(&entry)?;
        Ok(())
    }
}

fn code_of(error: &folkmoot::change::ChangeError) -> &'static str {
    use folkmoot::change::ChangeError;
    match error {
        ChangeError::Malformed => "malformed",
        ChangeError::NewerFormat(_) => "newer-format",
        ChangeError::TooLarge(_) => "too-large",
        ChangeError::Act(_) => "act-unreadable",
        ChangeError::Signature(_) => "signature",
    }
}

/// Remembers which towns were heard of, by which road.
fn note_towns(
    writing: &mut Writing<'_>,
    folds: &BTreeMap<AssemblyId, Fold>,
    own: &BTreeSet<AssemblyId>,
    received: &mut Received,
    source: &str,
    now: i64,
) -> Result<(), Trouble> {
    let known: BTreeMap<AssemblyId, Town> = writing.towns()?.into_iter().map(|town| (town.assembly, town)).collect();
    let packer = received.packed_by;
    for (assembly, fold) in folds.iter().filter(|(assembly, _)| !own.contains(*assembly)) {
        let name = fold.book().commons.roll.name().to_owned();
        let met = packer.is_some_and(|device| fold.book().commons.roll.live(&device).is_some());
        let new = !known.contains_key(assembly);
        let mut town = known.get(assembly).cloned().unwrap_or_else(|| Town {
            assembly: *assembly,
            name: name.clone(),
            known_by: "bundle".to_owned(),
            first_heard: now,
            last_met: None,
            last_road: String::new(),
            joined: false,
            note: String::new(),
        });
        if new {
            received.new_towns.push(*assembly);
        }
        if met {
            town.last_met = Some(now);
            town.last_road = source.to_owned();
        }
        if new || met || (town.name != name && !name.is_empty()) {
            town.name = name;
            writing.put_town(&town)?;
        }
    }
    Ok(())
}
