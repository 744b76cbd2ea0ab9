//! Speaking: what a courier carries out.
//!
//! **Invariant:** whoever is not of the assembly is given its commons and nothing else; what one person keeps goes to that person's laptops alone,
//! in a file that says nothing of it.

use std::collections::BTreeSet;

use ed25519_dalek::SigningKey;
use folkmoot::change::Ring;
use folkmoot::id::AssemblyId;
use folkmoot_sync::{Bundle, BundleId, Frame, Recipients};

use crate::brief::Brief;
use crate::{Desk, Trouble, random};

/// What a bundle holds, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Spoken {
    /// Assemblies whose record is in it.
    pub assemblies: usize,
    /// Signed changes.
    pub changes: usize,
    /// Cards.
    pub cards: usize,
    /// Attachments.
    pub files: usize,
    /// Answers to invites.
    pub letters: usize,
    /// Whether only its recipients can read it.
    pub sealed: bool,
    /// Whether it holds what is for the assembly's own laptops.
    pub inside: bool,
    /// For how many other laptops of one's own it is sealed whole; none, if it is for others.
    #[serde(default)]
    pub own: usize,
}

impl Desk {
    /// Packs the commons of every town that is here. For named towns it is sealed to their laptops, or to the one whose invite was joined
    /// while no roll of theirs is here, and answers to their invites go along; for one's own town alone, it holds what is inside the
    /// assembly too.
    ///
    /// # Errors
    /// [`Trouble::NobodyToSealTo`] when a named town has no laptop on the roll that is here.
    pub fn speak(&mut self, towns: &[AssemblyId], now: i64) -> Result<(Bundle, Spoken), Trouble> {
        self.refresh()?;
        let own = match towns {
            [town] if self.writes_for(*town)? => Some((*town, Ring::Assembly)),
            _ => None,
        };
        let recipients = self.recipients(towns)?;
        let mut spoken = Spoken { sealed: !towns.is_empty(), inside: own.is_some(), ..Spoken::default() };
        let mut frames = Vec::new();
        for town in towns {
            frames.extend(self.letters_to(*town, now)?.into_iter().map(Frame::Letter));
        }
        spoken.letters = frames.len();
        self.gather(own, &mut spoken, &mut frames)?;
        let pen = self.packing_pen()?;
        let bundle = Bundle::pack(frames, &recipients, now, BundleId(random()?), &pen)?;
        Ok((bundle, spoken))
    }

    /// Packs all that is here for the other laptops of whoever has this one, with what that person keeps: a file sealed whole, from which others
    /// learn nothing but its size.
    ///
    /// # Errors
    /// [`Trouble::NoPen`] where this home only reads, [`Trouble::NoOtherLaptop`] when there is none to seal to.
    pub fn speak_to_own(&mut self, assembly: AssemblyId, now: i64) -> Result<(Vec<u8>, Spoken), Trouble> {
        self.refresh()?;
        let pen = SigningKey::from_bytes(&self.pen(assembly)?.signing);
        let keys = self.own_keys(assembly)?;
        let mut spoken = Spoken { sealed: true, inside: true, own: keys.len(), ..Spoken::default() };
        let mut frames = Vec::new();
        self.gather(Some((assembly, Ring::Person)), &mut spoken, &mut frames)?;
        let bundle = Bundle::pack(frames, &Recipients::anyone(), now, BundleId(random()?), &pen)?;
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        Ok((bundle.sealed_whole(&keys)?, spoken))
    }

    /// Gathers the commons of every town, and of one's own assembly the rings up to the one that is named.
    fn gather(&self, own: Option<(AssemblyId, Ring)>, spoken: &mut Spoken, frames: &mut Vec<Frame>) -> Result<(), Trouble> {
        // What one person keeps comes last: whether it is taken in, the roll before it says.
        let mut kept = Vec::new();
        for assembly in self.assemblies().collect::<BTreeSet<_>>() {
            spoken.assemblies += 1;
            let reads = |ring: Ring| ring == Ring::Commons || own.is_some_and(|(of, up_to)| of == assembly && ring <= up_to);
            let mut named = Vec::new();
            for (_, change) in self.archive.changes_since(0, Some(assembly))? {
                if reads(change.says().ring) {
                    spoken.changes += 1;
                    named.extend(folkmoot::act::Act::from_bytes(&change.says().act).ok().and_then(|act| act.attachment().cloned()));
                    let to = if change.says().ring == Ring::Person { &mut kept } else { &mut *frames };
                    to.push(Frame::Change(change.signed().encode()));
                }
            }
            if own.is_some_and(|(of, _)| of == assembly) {
                for card in self.archive.cards(assembly)? {
                    spoken.cards += 1;
                    let hash = card.hash();
                    frames.push(Frame::Card { assembly, member: card.member, salt: card.salt, hash, card: card.bytes });
                }
            }
            for receipt in named {
                let file = self.archive.file(assembly, Ring::Commons, receipt.hash)?;
                if let Some((name, bytes)) = file.and_then(|file| file.bytes.map(|bytes| (file.name, bytes))) {
                    spoken.files += 1;
                    frames.push(Frame::File { hash: receipt.hash, assembly, ring: Ring::Commons, name, bytes });
                }
            }
        }
        frames.append(&mut kept);
        Ok(())
    }

    /// A home that only reads packs with a key of the moment: what it carries proves itself.
    fn packing_pen(&self) -> Result<SigningKey, Trouble> {
        Ok(match self.archive.pens()?.first() {
            Some(pen) => SigningKey::from_bytes(&pen.signing),
            None => SigningKey::from_bytes(&random()?),
        })
    }

    fn recipients(&self, towns: &[AssemblyId]) -> Result<Recipients, Trouble> {
        if towns.is_empty() {
            return Ok(Recipients::anyone());
        }
        let mut keys = Vec::new();
        for town in towns {
            let before = keys.len();
            let laptops = self.brief(*town)?.into_iter().flat_map(Brief::laptops);
            let known = laptops.map(|laptop| laptop.keys.sealing.clone());
            let by_code = self.sealing_by_code(*town)?;
            // One laptop with a key that seals nothing must not keep the others of its town from reading.
            keys.extend(known.chain(by_code).filter(|key| Recipients::of([(*town, key.as_str())]).is_ok()).map(|key| (*town, key)));
            if keys.len() == before {
                if !self.has(*town) {
                    return Err(Trouble::NothingHere { assembly: *town });
                }
                return Err(Trouble::NobodyToSealTo { assembly: *town });
            }
        }
        Ok(Recipients::of(keys.iter().map(|(town, key)| (*town, key.as_str())))?)
    }
}
