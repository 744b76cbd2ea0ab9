//! Speaking: what a courier carries out.
//!
//! **Invariant:** whoever is not of the assembly is given its commons and nothing else; what one person keeps goes to that person's laptops alone,
//! in a file that says nothing of it.

use std::collections::BTreeSet;

use ed25519_dalek::SigningKey;
use folkmoot::act::Act;
use folkmoot::change::{Ring, Unsigned};
use folkmoot::id::AssemblyId;
use folkmoot::neighbour::Neighbours;
use folkmoot_sync::frame::name_that_fits;
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
    /// Packs the commons of every town that is here. For named towns it is sealed to their laptops, and to the one whose invite was joined
    /// (one's own while no roll of it is here alone), and answers to their invites go along; for one's own town alone, it holds what is inside the
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
        let pen = self.packing_pen(towns)?;
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
        let ones_own = match own {
            Some((of, Ring::Person)) => self.ones_own(of)?,
            Some((_, Ring::Commons | Ring::Assembly)) | None => BTreeSet::new(),
        };
        for assembly in self.assemblies().collect::<BTreeSet<_>>() {
            spoken.assemblies += 1;
            let is_inside = |ring: Ring| own.is_some_and(|(of, up_to)| of == assembly && ring <= up_to);
            let reads = |says: &Unsigned| match says.ring {
                Ring::Commons => true,
                Ring::Assembly => is_inside(says.ring),
                Ring::Person => is_inside(says.ring) && ones_own.contains(&says.device),
            };
            // One file may be named a thousand times, and goes along once.
            let mut named = BTreeSet::new();
            for (_, change) in self.archive.changes_since(0, Some(assembly))? {
                if reads(change.says()) {
                    spoken.changes += 1;
                    named.extend(Act::from_bytes(&change.says().act).ok().as_ref().and_then(Act::attachment).map(|receipt| receipt.hash));
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
            for hash in named {
                let file = self.archive.file(assembly, Ring::Commons, hash)?;
                if let Some((name, bytes)) = file.and_then(|file| file.bytes.map(|bytes| (file.name, bytes))) {
                    spoken.files += 1;
                    let name = name_that_fits(&name).to_owned();
                    frames.push(Frame::File { hash, assembly, ring: Ring::Commons, name, bytes });
                }
            }
        }
        frames.append(&mut kept);
        Ok(())
    }

    /// The pen of the one assembly that speaks: whom the bundle is for, or who is a neighbour of theirs. Where more than one could be
    /// meant it is a key of the moment, so that nothing links two assemblies on one laptop, and so it is in a home that only reads: what a
    /// bundle carries proves itself.
    fn packing_pen(&self, towns: &[AssemblyId]) -> Result<SigningKey, Trouble> {
        let mut pens = self.archive.pens()?;
        if pens.iter().any(|pen| towns.contains(&pen.assembly)) {
            pens.retain(|pen| towns.contains(&pen.assembly));
        } else if pens.len() > 1 {
            let mut neighbours = Vec::new();
            for pen in pens {
                let joins = self.neighbour_book(pen.assembly)?.into_iter().flat_map(Neighbours::standing);
                if joins.map(|join| join.town).any(|town| towns.contains(&town)) {
                    neighbours.push(pen);
                }
            }
            pens = neighbours;
        }
        Ok(match pens.as_slice() {
            [pen] => SigningKey::from_bytes(&pen.signing),
            [..] => SigningKey::from_bytes(&random()?),
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
mod tests {
    use age::secrecy::SecretString;
    use folkmoot_sync::{Identities, Opened, Sender};
    use serde_json::json;

    use super::*;
    use crate::CardText;

    const NOW: i64 = 1_804_000_000;

    fn home(towns: &[&str]) -> (tempfile::TempDir, Desk, Vec<AssemblyId>) {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(dir.path()).unwrap();
        let founded = towns.iter().map(|town| desk.found(town, None, &CardText::named("Ada"), NOW).unwrap()).collect();
        (dir, desk, founded)
    }

    fn identities(desk: &Desk) -> Identities {
        let secrets: Vec<SecretString> = desk.archive.pens().unwrap().iter().map(|pen| SecretString::from(pen.sealing.as_str())).collect();
        Identities::of(&secrets).unwrap()
    }

    fn packed_by(opened: &Opened<'_>, desk: &Desk) -> Option<AssemblyId> {
        let Sender::Signed(device) = opened.sender() else { panic!("{:?}", opened.sender()) };
        desk.archive.pens().unwrap().into_iter().find(|pen| pen.device == device).map(|pen| pen.assembly)
    }

    #[test]
    fn what_is_inside_a_town_is_sealed_to_nobody_whom_another_town_names() {
        let (_one, mut ada, towns) = home(&["Millbrook", "Ashgrove"]);
        let (_other, mut thief, _) = home(&["Elsewhere"]);
        let [millbrook, ashgrove] = towns[..] else { panic!() };
        let from = thief.assemblies().next().unwrap();
        // A laptop of Millbrook's notes a code of its own as one of Ashgrove's.
        let code = thief.invite_town(from, &[], NOW).unwrap();
        let code = crate::TownCode { assembly: ashgrove, ..code };
        let join =
            json!({ "do": "neighbour.join", "town": ashgrove, "name": "Ashgrove", "endpoint": code.endpoint, "code": code.to_string() });
        ada.act(millbrook, &[join], NOW).unwrap();

        let (bundle, spoken) = ada.speak(&[ashgrove], NOW).unwrap();
        assert!(spoken.inside);
        let bytes = bundle.to_bytes();
        let [thief, own] = [&thief, &ada].map(identities);
        let reads = |identities: &Identities| Bundle::open(&bytes, identities).unwrap().parts().filter(Result::is_ok).count();
        assert_eq!(reads(&thief), 0);
        assert!(reads(&own) > 0);
    }

    #[test]
    fn a_bundle_is_signed_by_the_assembly_that_speaks_and_links_it_to_no_other() {
        let (_one, mut ada, towns) = home(&["Millbrook", "Ashgrove"]);
        let (_other, mut cedar, _) = home(&["Cedar Falls"]);
        let own = identities(&ada);
        for town in &towns {
            let bundle = ada.speak(&[*town], NOW).unwrap().0.to_bytes();
            assert_eq!(packed_by(&Bundle::open(&bundle, &own).unwrap(), &ada), Some(*town));
        }
        for several in [&[][..], &towns] {
            let bundle = ada.speak(several, NOW).unwrap().0.to_bytes();
            assert_eq!(packed_by(&Bundle::open(&bundle, &own).unwrap(), &ada), None);
        }
        // To a neighbour the one speaks that is its neighbour.
        let from = cedar.assemblies().next().unwrap();
        let code = cedar.invite_town(from, &[], NOW).unwrap();
        ada.join_town(&code, Some(towns[1]), NOW).unwrap();
        let bundle = ada.speak(&[from], NOW).unwrap().0.to_bytes();
        let theirs = identities(&cedar);
        assert_eq!(packed_by(&Bundle::open(&bundle, &theirs).unwrap(), &ada), Some(towns[1]));
    }

    #[test]
    fn a_file_that_is_named_often_and_by_a_long_name_goes_along_once() {
        let (_dir, mut ada, towns) = home(&["Millbrook"]);
        let (hash, size) = ada.attach(towns[0], "receipt.txt", b"flour, 40 kg".to_vec()).unwrap();
        let receipt = json!({ "hash": hash, "name": "ş".repeat(300), "size": size });
        let opened = ["assets:store", "income:received"].map(|account| json!({ "do": "ledger.open", "account": account }));
        let flour = json!({ "do": "ledger.post", "day": "2027-03-03", "text": "flour came in", "receipt": receipt, "postings": [
            { "account": "assets:store", "quantity": "40", "commodity": "kg flour" },
            { "account": "income:received", "quantity": "-40", "commodity": "kg flour" },
        ] });
        ada.act(towns[0], &[&opened[..], &vec![flour; 20]].concat(), NOW).unwrap();
        assert_eq!(ada.speak(&[], NOW).unwrap().1.files, 1);
    }
}
