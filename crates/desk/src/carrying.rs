//! Who carries what an assembly says to others: whoever was asked to, once anybody was.
//!
//! **Invariant:** nobody is kept from sending word by force: whoever was not asked is told so, says that they do it all the same, and does it.
//! Among the laptops of one assembly anybody carries.

use folkmoot::id::AssemblyId;
use folkmoot::plain::{Duty, Member};

use crate::{CardText, Desk, Trouble};

impl Desk {
    /// Asks whether whoever has this laptop was asked to carry, by any assembly that it writes for; a home that only reads is asked nothing.
    ///
    /// # Errors
    /// [`Trouble::NotAskedToCarry`] where an assembly has ever given the duty of courier, a bundle is not for its own laptops alone, and this
    /// laptop may not do what needs that duty; [`Trouble::Archive`] when the book cannot be read.
    pub fn require_courier(&mut self, towns: &[AssemblyId]) -> Result<(), Trouble> {
        self.refresh()?;
        let mut refused = Ok(());
        for pen in self.archive.pens()? {
            let Some(fold) = self.fold(pen.assembly)? else { continue };
            let commons = &fold.book().commons;
            let Some(known) = commons.roll.live(&pen.device) else { continue };
            let may = commons.mandate.allows(known.member, Duty::Courier, &|_, _| true, &commons.roll, &commons.minutes).is_some();
            if may || towns == [pen.assembly] {
                return Ok(());
            }
            let names = self.names(pen.assembly)?;
            let held = commons.mandate.held(Duty::Courier, &commons.minutes).map(|(_, grant)| grant.member);
            let called = |member: Member| names.get(&member).map_or_else(|| member.to_string(), |card: &CardText| card.name.clone());
            let couriers = held.filter(|member| commons.roll.belongs(*member)).map(called).collect();
            refused = Err(Trouble::NotAskedToCarry { assembly: pen.assembly, couriers });
        }
        refused
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_804_000_000;

    #[test]
    fn once_a_courier_was_asked_nobody_else_carries_to_others_and_anybody_to_their_own() {
        let (ada_dir, cy_dir) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut ada = Desk::open(ada_dir.path()).unwrap();
        let town = ada.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
        let other = Desk::open(cy_dir.path()).unwrap().found("Cedar Falls", None, &CardText::named("Cy"), NOW).unwrap();
        ada.enrol(town, &[CardText::named("Bo")], None, NOW).unwrap();
        assert!(ada.require_courier(&[other]).is_ok(), "nobody was ever asked");
        let day = "2027-03-03";
        let done = ada
            .act(
                town,
                &[
                    json!({ "do": "meeting.call", "meeting": day, "place": "the hall" }),
                    json!({ "do": "meeting.open", "meeting": day, "present": 2 }),
                    json!({ "do": "meeting.move", "meeting": day, "title": "Bo carries", "text": "Bo carries" }),
                ],
                NOW,
            )
            .unwrap();
        let decide = json!({ "do": "meeting.decide", "meeting": day, "motion": done[2], "number": 1,
            "answer": { "by": "consent", "objections": 0 }, "outcome": "adopted" });
        let decision = ada.act(town, &[decide], NOW).unwrap()[0];
        let ask = |member: u32, until: &str| json!({ "do": "mandate.grant", "decision": decision, "member": member, "duty": "courier", "from": day, "until": until });
        ada.act(town, &[ask(2, "2027-03-31")], NOW).unwrap();
        assert!(ada.require_courier(&[other]).is_ok(), "Bo has no laptop, so that any laptop packs on his behalf");
        ada.act(town, &[ask(1, "2027-03-31")], NOW).unwrap();
        assert!(ada.require_courier(&[other]).is_ok());
        let later = "2027-04-07";
        let held = [
            json!({ "do": "meeting.call", "meeting": later, "place": "the hall" }),
            json!({ "do": "meeting.open", "meeting": later, "present": 2 }),
            json!({ "do": "meeting.close", "meeting": later, "number": 1 }),
        ];
        ada.act(town, &held, NOW).unwrap();
        for towns in [vec![], vec![other], vec![town, other]] {
            let refused = ada.require_courier(&towns).unwrap_err();
            assert!(matches!(refused, Trouble::NotAskedToCarry { ref couriers, .. } if couriers.is_empty()), "{refused:?}");
        }
        assert!(ada.require_courier(&[town]).is_ok(), "among its own laptops anybody carries");
    }
}
