//! Taking in: one foreign frame after the other, inside one transaction.
//!
//! **Invariant:** a change is stored only after its signature, the gate and the roll have let it through, and after everything that it
//! names; a card or an attachment only if an act that is here names it. Of what another person keeps for their own laptops, nothing is stored, not
//! even as refused.

use std::collections::BTreeSet;

use folkmoot::act::{Act, Standing};
use folkmoot::change::{Ring, SignedChange, VerifiedChange};
use folkmoot::id::{AssemblyId, CardHash, DeviceId, NO_ASSEMBLY};
use folkmoot::plain::Member;
use folkmoot_archive::{Attachment, Card, Intake, Orphan, Quarantined, Share, Writing};
use folkmoot_record::gate;
use folkmoot_sync::Frame;

use crate::Trouble;
use crate::elsewhere::note_elsewhere;
use crate::folds::Folds;
use crate::handed::share_of;
use crate::own::is_ones_own;
use crate::receive::{Received, Refused, Road};
use crate::room::Allowance;

/// The code of the reason why something is refused that the laptop in it did not sign; all else that names a laptop was signed by it.
pub(crate) const SIGNATURE: &str = "signature";

/// What takes frames in, inside one transaction.
pub(crate) struct Taking<'w, 'r, 'a> {
    pub(crate) writing: &'w mut Writing<'r>,
    pub(crate) folds: &'w mut Folds,
    pub(crate) own: &'a BTreeSet<AssemblyId>,
    /// The keys of this home, each with the rings in which nothing has come under it from elsewhere in this transaction.
    pub(crate) alone: BTreeSet<(DeviceId, Ring)>,
    pub(crate) road: Road<'a>,
    pub(crate) received: &'w mut Received,
    /// How many bytes any bundle may unfold to.
    pub(crate) unfolded: u64,
    /// What is let in of others.
    pub(crate) allowance: Allowance<'a>,
    /// Whose share of the room what is refused takes up; not known until something is.
    pub(crate) share: Option<Share>,
    /// By which road a change came that waited here and is taken in now: nobody of this road handed it over.
    pub(crate) woken: Option<String>,
    /// The letters that it brought, to be heard when all else is in.
    pub(crate) letters: Vec<String>,
}

impl Taking<'_, '_, '_> {
    pub(crate) fn change(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let signed = match SignedChange::decode(bytes) {
            Ok(signed) => signed,
            Err(error) => return self.refuse(code_of(&error), None, bytes),
        };
        let claims = Some((signed.claims().assembly, signed.claims().device));
        let is_kept = signed.claims().ring == Ring::Person;
        if is_kept && !is_ones_own(self.writing, self.folds, self.road, signed.claims())? {
            self.received.refused.push(refused("not-your-own", claims));
            return Ok(());
        }
        let change = match signed.verify() {
            Ok(change) => change,
            Err(error) => return self.refuse(code_of(&error), claims, bytes),
        };
        if gate(&change).is_err() {
            return self.refuse("gate", claims, bytes);
        }
        let inside = change.says().ring == Ring::Assembly && self.own.contains(&change.assembly());
        if change.says().ring != Ring::Commons && !inside && !is_kept {
            return self.refuse("not-our-ring", claims, bytes);
        }
        self.verified(change, bytes)
    }

    fn verified(&mut self, change: VerifiedChange, bytes: &[u8]) -> Result<(), Trouble> {
        self.received.proved.push(change.hash());
        if self.writing.has(change.hash())? {
            self.received.known += 1;
            self.received.holds.insert(change.assembly());
            return Ok(());
        }
        let assembly = change.assembly();
        if !self.allowance.takes_change(self.writing, self.folds, assembly, bytes.len() as u64)? {
            self.received.left_out += 1;
            return Ok(());
        }
        // Whatever it waits for, this home did not write it.
        if self.alone.remove(&(change.says().device, change.says().ring)) {
            note_elsewhere(self.writing, &change.says().device, change.says().ring)?;
        }
        // A founding names no assembly and follows nothing; one that does is an act in a town like any other, and needs a place on its roll.
        let says = change.says();
        let is_first = says.assembly == NO_ASSEMBLY && says.seq == 0 && says.prev.is_none() && says.seen.is_empty();
        let founds = is_first && Act::from_bytes(&says.act).is_ok_and(|act| act.standing() == Standing::Found);
        if founds {
            self.folds.begin(assembly);
        }
        let Some(fold) = self.folds.get_mut(self.writing, assembly)?.filter(|fold| fold.is_ready(&change)) else {
            return self.wait(change);
        };
        if !founds && !fold.knows(&change.says().device) {
            return self.refuse("not-on-the-roll", Some((assembly, change.says().device)), bytes);
        }
        self.writing.insert_change(&change, self.road.now)?;
        let act = Act::from_bytes(&change.says().act).ok();
        if let Some(paper) = act.as_ref().and_then(Act::attachment) {
            let ring = change.says().ring;
            self.writing.put_file(&Attachment {
                assembly,
                ring,
                hash: paper.hash,
                name: paper.name.clone(),
                size: paper.size as u32,
                bytes: None,
            })?;
        }
        fold.add(change);
        if self.own.contains(&assembly) {
            self.allowance.ours_came(act.as_ref());
        }
        *self.received.new.entry(assembly).or_insert(0) += 1;
        Ok(())
    }

    fn wait(&mut self, change: VerifiedChange) -> Result<(), Trouble> {
        let claims = Some((change.assembly(), change.says().device));
        let bytes = change.signed().encode();
        let orphan = Orphan { change, received_at: self.road.now, source: self.road.name.to_owned() };
        match self.writing.insert_orphan(&orphan)? {
            Intake::Kept => self.received.waiting += 1,
            Intake::AlreadyHere => self.received.known += 1,
            Intake::OverQuota => return self.refuse("too-many-waiting", claims, &bytes),
        }
        Ok(())
    }

    /// Takes in those that waited, as long as any finds what it waited for.
    pub(crate) fn wake_orphans(&mut self) -> Result<(), Trouble> {
        let assemblies: Vec<AssemblyId> = self.folds.towns().collect();
        for assembly in assemblies {
            let mut waiting = self.writing.orphans(assembly)?;
            while !waiting.is_empty() {
                let fold = self.folds.get(self.writing, assembly)?;
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
                    self.woken = Some(orphan.source);
                    self.verified(orphan.change, &bytes)?;
                    self.woken = None;
                }
            }
        }
        Ok(())
    }

    pub(crate) fn beside(&mut self, frame: Frame) -> Result<(), Trouble> {
        match frame {
            Frame::Card { assembly, member, salt, hash, card } => {
                let asked_for = self.own.contains(&assembly) && self.names_card(assembly, Member(member), hash)?;
                let card = Card { assembly, member, salt, bytes: card };
                if !asked_for || card.hash() != hash || self.writing.card(assembly, hash)?.is_some() {
                    return Ok(());
                }
                if self.writing.put_card(&card)? {
                    self.received.cards += 1;
                }
            }
            Frame::File { hash, assembly, ring, name, bytes } => {
                let noted = if ring == Ring::Commons { self.writing.file(assembly, ring, hash)? } else { None };
                let asked_for = noted.is_some_and(|file| file.bytes.is_none());
                if !asked_for || folkmoot::id::FileHash::of(&bytes) != hash {
                    return Ok(());
                }
                let size = bytes.len() as u32;
                // One that is left out is noted with its true size, so that it is not asked for again by a smaller one.
                let bytes = self.allowance.takes_paper(self.writing, self.folds, assembly, size.into())?.then_some(bytes);
                let counted = if bytes.is_some() { &mut self.received.files } else { &mut self.received.papers_left_out };
                *counted += 1;
                self.writing.put_file(&Attachment { assembly, ring, hash, name, size, bytes })?;
            }
            Frame::Letter(_) | Frame::Change(_) | Frame::Talk(_) | Frame::Unknown { .. } => {}
        }
        Ok(())
    }

    fn names_card(&self, assembly: AssemblyId, member: Member, card: CardHash) -> Result<bool, Trouble> {
        let members = self.folds.get(self.writing, assembly)?.map(|fold| &fold.book().commons.roll.members);
        Ok(members.and_then(|members| members.get(&member)).is_some_and(|enrolment| enrolment.cards.contains_key(&card)))
    }

    fn refuse(&mut self, reason: &str, claims: Option<(AssemblyId, DeviceId)>, bytes: &[u8]) -> Result<(), Trouble> {
        let (assembly, device) = claims.unzip();
        let entry = |source: String, handed_by, share| Quarantined {
            reason: reason.to_owned(),
            assembly,
            device,
            bytes: bytes.to_vec(),
            received_at: self.road.now,
            source,
            handed_by,
            share,
        };
        // What waited was handed over by whoever brought it then; it is not known any more who that was.
        if let Some(source) = &self.woken {
            self.writing.quarantine(&entry(source.clone(), None, Share::default()))?;
            return Ok(());
        }
        self.received.refused.push(refused(reason, claims));
        // Over a wire the meeting proves a key, of a bundle its packer's signature.
        let handed_by = self.road.met.map(|(_, endpoint)| endpoint).or(self.received.packed_by);
        let share = match self.share {
            Some(known) => known,
            None => *self.share.insert(share_of(self.writing, self.folds, self.own, handed_by.as_ref())?),
        };
        let entry = entry(self.road.name.to_owned(), handed_by, share);
        self.writing.quarantine(&entry)?;
        Ok(())
    }
}

fn refused(reason: &str, claims: Option<(AssemblyId, DeviceId)>) -> Refused {
    let (assembly, device) = claims.unzip();
    Refused { reason: reason.to_owned(), assembly, device }
}

fn code_of(error: &folkmoot::change::ChangeError) -> &'static str {
    use folkmoot::change::ChangeError;
    match error {
        ChangeError::Malformed => "malformed",
        ChangeError::NewerFormat(_) => "newer-format",
        ChangeError::TooLarge(_) => "too-large",
        ChangeError::Act(_) => "act-unreadable",
        ChangeError::Signature(_) => SIGNATURE,
    }
}
