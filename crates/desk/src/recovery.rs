//! Recovery cards: a holder's key on paper, which signs and files acts of the roll and nothing else (DESIGN.md 2, 5).
//!
//! **Invariant:** the key of a card is kept in no home; whoever holds the paper holds it.

use ed25519_dalek::SigningKey;
use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::{Pen, PenState};
use serde_json::{Value as Json, json};
use zeroize::Zeroizing;

use crate::act::Filing;
use crate::codes::RecoveryCard;
use crate::home::{keys_of, new_pen};
use crate::{Desk, Trouble};

impl RecoveryCard {
    /// The key that the roll knows the card by.
    pub fn device(&self) -> DeviceId {
        DeviceId(SigningKey::from_bytes(&self.key).verifying_key().to_bytes())
    }

    /// Nothing is ever sealed to paper, and nobody calls it: a card has no other keys.
    fn pen(&self, now: i64) -> Pen {
        Pen {
            assembly: self.assembly,
            device: self.device(),
            signing: self.key.clone(),
            sealing: Zeroizing::new(String::new()),
            endpoint: Zeroizing::new([0; 32]),
            epoch: 0,
            created_at: now,
            state: PenState::Admitted,
        }
    }
}

impl Desk {
    /// Makes a recovery card for the member whose laptop this is, and files its admission once the card is kept: nothing of it is kept
    /// here, and a card that nobody has would be one more key on the roll.
    ///
    /// # Errors
    /// [`Trouble::NotAdmittedYet`] when this laptop is not on the roll, what `keep` gives when the card cannot be kept; otherwise as
    /// [`Desk::act`]. Nothing is recorded then.
    pub fn make_card<Kept>(
        &mut self,
        assembly: AssemblyId,
        now: i64,
        keep: impl FnOnce(&RecoveryCard) -> Result<Kept, Trouble>,
    ) -> Result<(RecoveryCard, Kept, ActId), Trouble> {
        let member = self.holder(assembly)?;
        let (drawn, keys) = new_pen(now)?;
        let card = RecoveryCard { assembly, name: crate::codes::plain(&self.name(assembly)), member: member.0, key: drawn.signing };
        let admit = [json!({ "do": "roll.admit", "member": member, "device": card.device(), "keys": keys, "paper": true })];
        self.check(assembly, &admit, now)?;
        let kept = keep(&card)?;
        let ids = self.act(assembly, &admit, now)?;
        Ok((card, kept, ids.first().copied().ok_or(Trouble::NoActs)?))
    }

    /// Signs binding acts that wait, with a recovery card in hand.
    ///
    /// # Errors
    /// As [`Desk::act`]; [`Trouble::Refused`] too when this home's own book would refuse such an act.
    pub fn sign_by_card(&mut self, card: &RecoveryCard, acts: &[ActId], now: i64) -> Result<Vec<ActId>, Trouble> {
        acts.iter().try_for_each(|act| self.weigh_again(card.assembly, *act))?;
        let signs: Vec<Json> = acts.iter().map(|act| json!({ "do": "roll.sign", "act": act })).collect();
        self.file(&Filing { assembly: card.assembly, acts: &signs, by: Some(&card.pen(now)), ..Filing::at(now) })
    }

    /// Admits this laptop with a recovery card in hand: a new one, or one whose home was restored and met nobody since, which gets a new
    /// key. It counts at once where the member is the only holder; a new laptop otherwise waits for signatures.
    ///
    /// # Errors
    /// [`Trouble::NothingHere`] before the assembly's record is here, [`Trouble::FoundedHere`] when this laptop may write already,
    /// [`Trouble::RestoredUnheard`] when it was restored and there are other holders to hear; otherwise as [`Desk::act`].
    pub fn admit_by_card(&mut self, card: &RecoveryCard, now: i64) -> Result<ActId, Trouble> {
        let (assembly, by) = (card.assembly, card.pen(now));
        let ids = self.file(&Filing { assembly, by: Some(&by), admits: Some(Member(card.member)), ..Filing::at(now) })?;
        ids.first().copied().ok_or(Trouble::NoActs)
    }

    /// The six words of this laptop, to compare aloud with whoever sees it on the roll.
    ///
    /// # Errors
    /// [`Trouble::NoPen`] when this home writes for no such assembly.
    pub fn laptop_words(&self, assembly: AssemblyId) -> Result<String, Trouble> {
        let pen = self.pen(assembly)?;
        Ok(crate::codes::laptop_words(assembly, &pen.device, &keys_of(&pen)?))
    }

    /// The member whose laptop this is.
    fn holder(&self, assembly: AssemblyId) -> Result<Member, Trouble> {
        let device = self.pen(assembly)?.device;
        let roll = &self.known(assembly)?.book().commons.roll;
        roll.live(&device).map(|known| known.member).ok_or(Trouble::NotAdmittedYet { assembly })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_s_key_is_not_told_by_debug() {
        let card = RecoveryCard { assembly: AssemblyId([1; 32]), name: "Millbrook".to_owned(), member: 1, key: Zeroizing::new([7; 32]) };
        assert!(!format!("{card:?}").contains("7, 7"), "{card:?}");
    }
}
