//! What is void alters nothing by when it is heard, nor by its hash.
//!
//! Whoever holds a key can sign the same act twice, of which one change is void: a twin.

use folkmoot::act::Act;
use folkmoot::change::{Ring, Unsigned, VerifiedChange};
use folkmoot::fold::{Against, Fold, Status};
use folkmoot::id::{ActId, CardHash, ChangeHash, NO_ASSEMBLY};
use folkmoot_testkit::{Chance, Laptop, keys_of, pen_of};
use serde_json::{Value as Json, json};

use super::orders::{comes_to_the_same_in_any_order, many};
use super::town::{contested, fork, gather, note, pass, remove};

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
    assert_eq!(contested(&t[0], deed), [Against::Act { act: recall }], "it is shown as it stands, and not as its twin");
    let ratification = t[0].must(json!({ "do": "roll.ratify", "act": deed }));
    gather(&mut t);
    t[1].sign(ratification);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(ratification), Status::Pending, "Ada alone is not two");
        assert_eq!(contested(laptop, deed), [Against::Act { act: recall }]);
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

/// One who founds knows the assembly's id before writing in it, for it says nothing of what a founding follows.
#[test]
fn a_founding_that_follows_something_of_its_own_founds_nothing() {
    let pen = pen_of("Ada");
    let act = |act: Json| Act::from_json(&act).unwrap().to_value().unwrap().encode();
    let found = Unsigned {
        assembly: NO_ASSEMBLY,
        ring: Ring::Commons,
        device: Laptop::blank("Ada", NO_ASSEMBLY).device(),
        epoch: 0,
        seq: 1,
        prev: None,
        seen: Vec::new(),
        document: "roll".parse().unwrap(),
        act: act(json!({ "do": "roll.found", "name": "Millbrook", "card": CardHash([1; 32]), "keys": keys_of("Ada") })),
        claimed_at: 1_800_000_000,
    };
    let assembly = found.clone().sign(&pen).verify().unwrap().assembly();
    let says = |seq: u64, prev: Option<ChangeHash>| {
        let open = act(json!({ "do": "ledger.open", "account": format!("assets:barn {seq}") }));
        let document = "ledger/accounts".parse().unwrap();
        Unsigned { assembly, seq, prev, document, act: open, ..found.clone() }.sign(&pen).verify().unwrap()
    };
    let first = says(0, None);
    let second = says(1, Some(first.hash()));
    let found = Unsigned { prev: Some(first.hash()), ..found.clone() }.sign(&pen).verify().unwrap();
    for order in [[&first, &found, &second], [&first, &second, &found], [&second, &found, &first]] {
        let fold = Fold::of(assembly, order.into_iter().cloned());
        let status = fold.change(&found.hash()).unwrap().status.clone();
        assert!(matches!(status, Status::Void { .. }), "{status:?}");
    }
}

/// Bo goes on from what Ada wrote, as if it were his own line: that is void, and takes in what Ada wrote all the same, whenever it is heard.
#[test]
fn a_void_change_after_another_s_takes_in_what_it_follows() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let mut copied = t[0].clone();
    let open = |name: &str| json!({ "do": "ledger.open", "account": format!("assets:{name}") });
    let first = note(&mut t[0], "barn");
    note(&mut t[0], "shed");
    let last = t[0].changes().last().unwrap().clone();
    let cellar = note(&mut copied, "cellar");
    let void = t[1].says(&open("mill"), Some(&last), Vec::new(), 1_900_000_000);
    let mut rex = Laptop::blank("Rex", t[0].fold().assembly());
    [&t[0], &copied].iter().for_each(|speaker| rex.hear(speaker));
    assert_eq!(contested(&rex, first), [fork(&copied, [first, cellar])], "Ada alone has taken it in");
    rex.hear_some([&void]);
    assert_eq!(rex.status(first), Status::Counts, "two of three have");
    comes_to_the_same_in_any_order(&rex, many(), &mut Chance::new(7));
}

/// Eli signs a closing after having been removed, and Bo's copy takes a signature of Bo's away: the closing waits for another, and the removal has nothing to do
/// with it, whenever Eli's void signature is heard.
#[test]
fn a_void_signature_is_no_reason_why_an_act_is_contested() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]);
    let (ada, bo, cy, dee, eli) = (0, 1, 2, 3, 4);
    t[ada].open_meeting("2027-03-03", 5);
    let device = t[eli].device();
    let removal = remove(&mut t[cy], device);
    let close = t[ada].close_meeting("2027-03-03");
    pass(&mut t, ada, bo);
    let mut copied = t[bo].clone();
    for signer in [dee, ada] {
        pass(&mut t, cy, signer);
        t[signer].sign(removal);
    }
    let signature = t[bo].sign(close);
    let cellar = note(&mut copied, "cellar");
    for speaker in [ada, cy, dee] {
        pass(&mut t, speaker, eli);
    }
    t[eli].force(&json!({ "do": "roll.sign", "act": close }));
    let mut rex = Laptop::blank("Rex", t[ada].fold().assembly());
    t.iter().chain([&copied]).for_each(|speaker| rex.hear(speaker));
    assert_eq!(rex.status(removal), Status::Counts);
    assert_eq!(contested(&rex, close), [fork(&copied, [signature, cellar])]);
    comes_to_the_same_in_any_order(&rex, many(), &mut Chance::new(7));
}

/// Neighbours hold the commons alone: what they have not heard of names no laptop to anybody.
#[test]
fn an_admission_inside_the_assembly_names_no_laptop() {
    let [mut ada, mut cy] = Laptop::town("Millbrook", ["Ada", "Cy"]);
    let thief = pen_of("nobody");
    let device = folkmoot::id::DeviceId(thief.verifying_key().to_bytes());
    let admit = json!({ "do": "roll.admit", "member": 2, "device": device, "keys": keys_of("nobody") });
    let act = Act::from_json(&admit).unwrap().to_value().unwrap().encode();
    let inside = cy.fold().next(cy.device(), 0, Ring::Assembly, "roll".parse().unwrap(), act, 1_900_000_000).sign(&pen_of("Cy"));
    let inside = inside.verify().unwrap();
    ada.hear_some([&inside]);
    assert!(matches!(ada.status(inside.act_id()), Status::Void { .. }));
    assert!(!ada.fold().knows(&device), "what it writes is not kept, and honest acts do not go on from it");
    cy.force(&admit);
    ada.hear(&cy);
    assert!(ada.fold().knows(&device), "the control");
}
