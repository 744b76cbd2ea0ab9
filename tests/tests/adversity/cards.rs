//! Cards that were struck: what a strike deleted is gone, whatever comes of the strike.

use folkmoot::fold::Status;
use folkmoot::id::CardHash;
use folkmoot::plain::Member;
use folkmoot_desk::{CardText, Desk, Keeper};
use folkmoot_sync::{Caller, Frame, Holder, Wanted};
use serde_json::{Value as Json, json};

use super::homes::NOW;
use super::own::{ADA, BO, Millbrook};

const BO_S: Member = Member(2);

impl Millbrook {
    /// What sessions ask of the home of a laptop.
    fn keeper(&self, at: usize) -> Keeper {
        Keeper::of(Desk::open_existing(&self.place.path().join(at.to_string())).unwrap(), || NOW).unwrap()
    }

    /// The name that a laptop shows for Bo.
    fn name_of_bo(&mut self, at: usize) -> Json {
        let seen = self.laptops[at].desk.look(self.town, "people", &[BO_S.to_string()], "2027-03-03".parse().unwrap()).unwrap();
        seen["members"][0]["card"]["name"].clone()
    }

    /// One laptop says all that it heard to another on one network, but no cards.
    fn says_all(&self, from: usize, to: &mut Keeper) {
        let caller = Caller { ours: self.town, endpoint: self.laptops[from].endpoint, dialled: false, road: "lan".to_owned() };
        let fold = self.laptops[from].desk.fold(self.town).unwrap().unwrap();
        to.take_in(fold.judged().map(|judged| Frame::Change(judged.change.signed().encode())).collect(), &caller).unwrap();
    }

    /// One laptop gives another the card that it asks for.
    fn gives(&self, from: usize, to: &mut Keeper, card: CardHash) {
        let caller = Caller { ours: self.town, endpoint: self.laptops[from].endpoint, dialled: false, road: "lan".to_owned() };
        let card = self.keeper(from).beside(self.town, true, Wanted::Card(card)).unwrap().unwrap();
        to.take_in(vec![card], &caller).unwrap();
    }
}

/// Cy's laptop was taken off the roll, and had not heard of it when it struck Bo's card. Ada's hears of the strike before the last signature.
#[test]
fn a_strike_that_falls_has_deleted_and_the_home_asks_for_that_card_no_more_but_for_a_new_one() {
    let mut town = Millbrook::founded();
    let cy = town.admit(3, ADA, &[BO]);
    let (assembly, device) = (town.town, town.laptops[cy].device);
    let removal = json!({ "do": "roll.remove", "device": device, "reason": "taken at the checkpoint" });
    let removal = town.laptops[ADA].desk.act(assembly, &[removal], NOW).unwrap()[0];
    let stick = town.stick(ADA);
    town.laptops[BO].desk.receive(&stick, "stick", NOW).unwrap();
    town.laptops[BO].desk.act(assembly, &[json!({ "do": "roll.sign", "act": removal })], NOW).unwrap();

    let card = town.laptops[cy].desk.card_of(assembly, BO_S).unwrap();
    let strike = json!({ "do": "people.strike", "member": BO_S, "card": card });
    let strike = town.laptops[cy].desk.act(assembly, &[strike], NOW).unwrap()[0];
    let stick = town.stick(cy);
    for at in [ADA, BO] {
        town.laptops[at].desk.receive(&stick, "stick", NOW).unwrap();
    }
    assert_eq!([town.name_of_bo(ADA), town.name_of_bo(BO)], [Json::Null, json!("Bo")], "Bo's knew of the removal already");

    let mut ada = town.keeper(ADA);
    town.says_all(BO, &mut ada);
    let fold = ada.desk().fold(assembly).unwrap().unwrap();
    assert_eq!(fold.act(&strike).unwrap().status, &Status::Contested, "the strike fell");
    assert_eq!(ada.wanted(assembly, true).unwrap(), [], "what it deleted is deleted here for good");
    town.gives(BO, &mut ada, card);
    assert_eq!(town.name_of_bo(ADA), Json::Null, "nor is it kept where somebody gives it unasked");

    town.laptops[BO].desk.change_card(assembly, BO_S, &CardText::named("Bo of the ford"), NOW).unwrap();
    let new = town.laptops[BO].desk.card_of(assembly, BO_S).unwrap();
    town.says_all(BO, &mut ada);
    assert_eq!(ada.wanted(assembly, true).unwrap(), [Wanted::Card(new)]);
    town.gives(BO, &mut ada, new);
    assert_eq!(ada.wanted(assembly, true).unwrap(), []);
    assert_eq!(town.name_of_bo(ADA), json!("Bo of the ford"));
}

#[test]
fn whoever_s_card_was_struck_is_given_a_new_one_where_the_strike_stands_too() {
    let mut town = Millbrook::founded();
    let assembly = town.town;
    let card = town.laptops[ADA].desk.card_of(assembly, BO_S).unwrap();
    town.laptops[ADA].desk.act(assembly, &[json!({ "do": "people.strike", "member": BO_S, "card": card })], NOW).unwrap();
    assert_eq!(town.name_of_bo(ADA), Json::Null);
    town.laptops[ADA].desk.change_card(assembly, BO_S, &CardText::named("Bo of the ford"), NOW).unwrap();
    town.everybody_reads(ADA);
    assert_eq!([town.name_of_bo(ADA), town.name_of_bo(BO)], [json!("Bo of the ford"), json!("Bo of the ford")]);
}
