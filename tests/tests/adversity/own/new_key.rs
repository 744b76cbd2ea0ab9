//! What Ada keeps, once her laptop has come back under a new key.

use folkmoot::id::ActId;
use folkmoot::plain::Member;
use serde_json::json;

use super::{ADA, BO, LATER, Millbrook, NOTE, PLAIN, lies_in};
use crate::homes::NOW;

impl Millbrook {
    /// A laptop is taken off the roll, by its own hand and others', and lets itself be admitted again with a new key under a number.
    fn comes_back(&mut self, at: usize, member: u32, by: usize, signers: &[usize]) {
        let town = self.town;
        let removal = json!({ "do": "roll.remove", "device": self.laptops[at].device, "reason": "left on the ferry" });
        let removal = self.laptops[at].desk.act(town, &[removal], NOW).unwrap()[0];
        self.everybody_reads(at);
        self.signs(by, removal);
        let code = self.laptops[by].desk.invite_device(town, Member(member), &[], NOW).unwrap();
        let ask = self.laptops[at].desk.join_device(&code, NOW).unwrap();
        assert_ne!(ask.device, self.laptops[at].device);
        (self.laptops[at].device, self.laptops[at].endpoint) = (ask.device, ask.keys.endpoint);
        let admission = self.laptops[by].desk.admit(&ask, NOW).unwrap();
        self.everybody_hears(by);
        for signer in signers {
            self.signs(*signer, admission);
        }
        self.everybody_reads(by);
    }

    fn signs(&mut self, signer: usize, act: ActId) {
        let town = self.town;
        self.laptops[signer].desk.act(town, &[json!({ "do": "roll.sign", "act": act })], NOW).unwrap();
        self.everybody_hears(signer);
    }

    /// The commons, as they are packed for anybody, are read by all, whether they are on the roll or not.
    fn everybody_hears(&mut self, from: usize) {
        let stick = self.laptops[from].desk.speak(&[], NOW).unwrap().0.to_bytes();
        for laptop in &mut self.laptops {
            laptop.desk.receive(&stick, "stick", NOW).unwrap();
        }
    }
}

/// As many notes as no session puts up with that refuses them one by one.
const MANY: usize = 70;

#[test]
fn a_laptop_that_came_back_under_a_new_key_keeps_what_the_old_one_noted_to_itself_and_is_equal_with_the_next_one() {
    let mut town = Millbrook::founded();
    let assembly = town.town;
    (0..MANY).for_each(|number| town.notes(ADA, &format!("{NOTE} {number}")));
    town.comes_back(ADA, 1, BO, &[]);
    let second = town.admit(1, ADA, &[BO]);
    town.notes(ADA, LATER);
    let heard = town.meet(ADA, second).unwrap();
    assert!(!lies_in(&heard[1], NOTE) && lies_in(&heard[1], LATER), "what the new key noted goes there alone");
    assert_eq!((town.reads(second), town.kept(second)), (vec![LATER.to_owned()], 1));
    assert_eq!(town.reads(ADA).len(), MANY + 1, "in this home all of it is shown as before");
    // What is noted while both are in touch, and what a sealed file carries, is the same.
    town.notes(second, PLAIN);
    town.meet(second, ADA).unwrap();
    town.notes(ADA, "once more");
    let (file, spoken) = town.laptops[ADA].desk.speak_to_own(assembly, NOW).unwrap();
    let received = town.laptops[second].desk.receive(&file, "stick", NOW).unwrap();
    assert!(received.is_whole() && received.waiting == 0, "{received:?}");
    assert_eq!((spoken.own, town.kept(second)), (1, 3));
    assert!(!town.lies_at(second, NOTE));
}

#[test]
fn under_another_number_nothing_that_the_first_person_noted_goes_to_that_person_s_laptops() {
    let mut town = Millbrook::founded();
    let assembly = town.town;
    let cy = town.admit(3, ADA, &[BO]);
    town.notes(ADA, NOTE);
    town.comes_back(ADA, 3, cy, &[BO]);
    let heard = town.meet(ADA, cy).unwrap();
    assert!(!lies_in(&heard[1], NOTE) && !town.lies_at(cy, NOTE), "it is Cy's laptop now, with what Ada kept");
    let (file, spoken) = town.laptops[ADA].desk.speak_to_own(assembly, NOW).unwrap();
    assert_eq!(spoken.own, 1);
    assert!(town.laptops[cy].desk.receive(&file, "stick", NOW).unwrap().is_whole());
    town.notes(ADA, LATER);
    town.meet(ADA, cy).unwrap();
    assert_eq!((town.reads(cy), town.kept(cy)), (vec![LATER.to_owned()], 1), "what it notes as Cy's is Cy's");
    assert!(!town.lies_at(cy, NOTE));
}
