//! Speaking: what a courier carries out.
//!
//! **Invariant:** whoever is not of the assembly is given its commons and nothing else.

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
            [town] if self.writes_for(*town)? => Some(*town),
            _ => None,
        };
        let recipients = self.recipients(towns)?;
        let mut spoken = Spoken { sealed: !towns.is_empty(), inside: own.is_some(), ..Spoken::default() };
        let mut frames = Vec::new();
        for town in towns {
            frames.extend(self.letters_to(*town, now)?.into_iter().map(Frame::Letter));
        }
        spoken.letters = frames.len();
        for assembly in self.assemblies().collect::<BTreeSet<_>>() {
            spoken.assemblies += 1;
            let reads = |ring: Ring| ring == Ring::Commons || (ring == Ring::Assembly && own == Some(assembly));
            let mut named = Vec::new();
            for (_, change) in self.archive.changes_since(0, Some(assembly))? {
                if reads(change.says().ring) {
                    spoken.changes += 1;
                    named.extend(folkmoot::act::Act::from_bytes(&change.says().act).ok().and_then(|act| act.attachment().cloned()));
                    frames.push(Frame::Change(change.signed().encode()));
                }
            }
            if own == Some(assembly) {
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
        let pen = self.packing_pen()?;
        let bundle = Bundle::pack(frames, &recipients, now, BundleId(random()?), &pen)?;
        Ok((bundle, spoken))
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
