//! One act in two changes, of which one is void: whoever holds a key can write such a twin, and it changes nothing for the other.

use folkmoot::act::Act;
use folkmoot::change::{Unsigned, VerifiedChange};
use folkmoot::fold::Status;
use folkmoot::id::{ActId, ChangeHash};
use folkmoot_testkit::{Laptop, pen_of};
use serde_json::json;

use super::town::{gather, note, pass};

/// The same act signed once more after something else, so often that its hash is the lower one.
fn twin(laptop: &Laptop, act: ActId, prev: ChangeHash) -> VerifiedChange {
    let own = laptop.fold().act(&act).unwrap().change;
    let signed = (0..).map(|claimed_at| {
        let says = Unsigned { prev: Some(prev), seen: Vec::new(), claimed_at, ..own.says().clone() };
        says.sign(&pen_of("Bo")).verify().unwrap()
    });
    let twin = signed.into_iter().find(|twin| twin.hash() < own.hash()).unwrap();
    assert_eq!(twin.act_id(), act);
    twin
}

/// A deed of Bo's that a recall contests, and a twin of it in whose past nobody but Ada is on the roll.
#[test]
fn a_deed_that_has_a_void_twin_is_ratified_as_any_other_and_not_by_its_author() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    t[0].open_meeting("2027-03-03", 3);
    let decision = t[0].decide("2027-03-03", "Bo keeps the ledger");
    let grant = json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "treasurer", "from": "2027-01-01",
        "until": "2027-12-31" });
    let grant = t[0].must(grant);
    pass(&mut t, 0, 2);
    t[2].sign(grant);
    gather(&mut t);
    let deed = note(&mut t[1], "barn");
    let recall = t[0].must(json!({ "do": "mandate.recall", "decision": decision, "grant": grant, "reason": "asked back" }));
    pass(&mut t, 0, 2);
    t[2].sign(recall);
    gather(&mut t);
    let founding = t[0].changes()[0].hash();
    let twin = twin(&t[1], deed, founding);
    t[0].hear_some([&twin]);
    assert_eq!(t[0].status(deed), Status::Contested { by: [recall].into() }, "it is shown as it stands, and not as its twin");
    let ratification = t[0].must(json!({ "do": "roll.ratify", "act": deed }));
    gather(&mut t);
    t[1].sign(ratification);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(ratification), Status::Pending, "Ada alone is not two");
        assert_eq!(laptop.status(deed), Status::Contested { by: [recall].into() });
    }
    t[2].sign(ratification);
    gather(&mut t);
    for laptop in &t {
        assert_eq!((laptop.status(ratification), laptop.status(deed)), (Status::Counts, Status::Counts));
    }
}

/// A thief with Bo's key writes what follows nothing of Bo's, further on than Bo is.
#[test]
fn nobody_is_led_off_their_own_line_by_a_change_that_does_not_follow_it() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let barn = note(&mut t[1], "barn");
    let founding = t[0].changes()[0].hash();
    let own = t[1].fold().act(&barn).unwrap().change.says().clone();
    let act = json!({ "do": "ledger.open", "account": "assets:theirs" });
    let act = Act::from_json(&act).unwrap().to_value().unwrap().encode();
    let void = Unsigned { prev: Some(founding), seq: 90, act, ..own }.sign(&pen_of("Bo")).verify().unwrap();
    t[1].hear_some([&void]);
    assert!(matches!(t[1].status(void.act_id()), Status::Void { .. }));
    let shed = note(&mut t[1], "shed");
    assert_eq!(t[1].status(shed), Status::Counts);
}
