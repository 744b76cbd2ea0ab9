//! A number that two laptops gave to two people at once: one of them is entered again.
//!
//! **Invariant:** which card stands for a number follows from acts alone, so every laptop that holds the same acts shows the same person.

use folkmoot::id::{ActId, AssemblyId, CardHash};
use folkmoot::plain::Member;
use folkmoot::roll::Enrolment;
use serde_json::json;

use crate::{CardText, Desk, Trouble};

impl Desk {
    /// The cards that stand for a number, as far as they are here.
    pub(crate) fn cards_of(&self, assembly: AssemblyId, member: Member) -> Result<Vec<(CardHash, CardText)>, Trouble> {
        let enrolment = self.known(assembly)?.book().commons.roll.members.get(&member);
        let mut cards = Vec::new();
        for hash in enrolment.into_iter().flat_map(Enrolment::standing) {
            cards.extend(self.archive.card(assembly, hash)?.map(|card| (hash, CardText::of(&card))));
        }
        Ok(cards)
    }

    /// Settles a number that was given twice at once: whoever is named is entered again under the next number, and another card stands
    /// for the old one. Without a name, the cards are one person's under one name, and one of them stays.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when the number was not given twice, or to nobody of that name; [`Trouble::WhichCard`] when nobody is named
    /// and the names differ, or not every card is here; [`Trouble::Refused`] when a rule refuses.
    pub fn enter_again(
        &mut self,
        assembly: AssemblyId,
        member: Member,
        name: Option<&str>,
        now: i64,
    ) -> Result<(Option<Member>, Vec<ActId>), Trouble> {
        let roll = &self.known(assembly)?.book().commons.roll;
        let twice = roll.members.get(&member).filter(|enrolment| enrolment.given_twice());
        let twice = twice.ok_or_else(|| Trouble::NotInTheBook { what: "number given twice", asked: member.to_string() })?;
        let standing: Vec<CardHash> = twice.standing().collect();
        let kinds: Vec<_> = twice.entered.values().copied().collect();
        let number = roll.next_number();
        let here = self.cards_of(assembly, member)?;
        let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
        let (moved, mut acts, cards) = match name {
            Some(name) => {
                let found = here.iter().find(|(_, card)| same(&card.name, name));
                let (moved, card) = found.ok_or_else(|| Trouble::NotInTheBook { what: "card", asked: format!("{name} ({member})") })?;
                let new = card.card(assembly, number.0)?;
                let kind = kinds.iter().find(|(card, _)| card == moved).map(|(_, kind)| *kind).unwrap_or_default();
                let enrolled = json!({ "number": number, "card": new.hash(), "kind": kind });
                (vec![*moved], vec![json!({ "do": "roll.enrol", "members": [enrolled] })], vec![new])
            }
            None => {
                let one_person = here.len() == standing.len() && here.windows(2).all(|pair| same(&pair[0].1.name, &pair[1].1.name));
                if !one_person {
                    let names: Vec<String> = here.into_iter().map(|(_, card)| card.name).collect();
                    return Err(Trouble::WhichCard { member, names: names.join(", ") });
                }
                (standing.iter().skip(1).copied().collect(), Vec::new(), Vec::new())
            }
        };
        let stays = standing.iter().find(|card| !moved.contains(card));
        for card in &moved {
            acts.push(json!({ "do": "roll.card", "member": member, "replaces": card, "card": stays }));
            acts.push(json!({ "do": "people.strike", "member": member, "card": card }));
        }
        let entered = name.map(|_| number);
        Ok((entered, self.act_with(assembly, &acts, &cards, now)?))
    }
}
