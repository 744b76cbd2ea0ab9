//! The worked examples of the law where people remove each other.

use folkmoot::fold::{Against, Status};
use folkmoot::id::ActId;
use folkmoot::plain::Member;
use folkmoot_testkit::Laptop;

use super::town::{against, contested, gather, note, pass, remove};

#[test]
fn one_who_was_removed_completes_no_removal_that_others_left_one_short() {
    let mut t = Laptop::town("Cedar Falls", ["Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus"]);
    let (ada, bo, cy, dee, eli, fay, gus) = (0, 1, 2, 3, 4, 5, 6);
    let target = t[dee].device();
    let of_dee = remove(&mut t[bo], target);
    pass(&mut t, bo, ada);
    for signer in [cy, gus] {
        pass(&mut t, bo, signer);
        t[signer].sign(of_dee);
    }
    let target = t[ada].device();
    let of_ada = remove(&mut t[eli], target);
    for signer in [dee, fay, gus, cy] {
        pass(&mut t, eli, signer);
        t[signer].sign(of_ada);
    }
    let mut others = [t[bo].clone(), t[cy].clone(), t[gus].clone(), t[eli].clone(), t[dee].clone(), t[fay].clone()];
    gather(&mut others);
    assert_eq!(others[0].status(of_dee), Status::Pending, "three of seven");
    assert_eq!(others[0].status(of_ada), Status::Counts);
    t[ada].sign(of_dee);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(of_ada), Status::Counts);
        assert_eq!(contested(laptop, of_dee), [Against::Act { act: of_ada }]);
    }
}

/// Bo, Cy and Ada remove Eli, Dee and Eli remove Ada; gives back both removals and Cy as it was before signing the first.
fn quarrel() -> (Vec<Laptop>, Laptop, ActId, ActId) {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]).to_vec();
    // Cy has a second laptop, the last one here.
    let admission = t[0].admit("Cy's second", 3);
    for at in [1, 2] {
        pass(&mut t, at - 1, at);
        t[at].sign(admission);
    }
    t.push(Laptop::blank("Cy's second", t[0].fold().assembly()));
    gather(&mut t);
    let (ada, bo, cy, dee, eli) = (0, 1, 2, 3, 4);
    let copied = t[cy].clone();
    let (first, second) = (t[eli].device(), t[ada].device());
    let of_eli = remove(&mut t[bo], first);
    pass(&mut t, bo, cy);
    t[cy].sign(of_eli);
    pass(&mut t, cy, ada);
    t[ada].sign(of_eli);
    let of_ada = remove(&mut t[dee], second);
    pass(&mut t, dee, eli);
    t[eli].sign(of_ada);
    (t, copied, of_eli, of_ada)
}

#[test]
fn nobody_is_counted_together_with_one_they_signed_out() {
    let (mut t, _, of_eli, of_ada) = quarrel();
    let (cy, eli) = (2, 4);
    // Cy has not heard that Ada signed, or signing her out without that signature would be void.
    pass(&mut t, eli, cy);
    t[cy].sign(of_ada);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(of_eli), Status::Counts);
        assert_eq!(laptop.status(of_ada), Status::Pending, "Eli's and Cy's signatures do not add up");
        let signers = laptop.fold().signers(&of_ada);
        assert_eq!((signers.others, signers.needs), (vec![Member(5)], 3), "Eli was taken off");
    }
}

#[test]
fn two_who_are_not_counted_together_are_named() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]);
    let (ada, cy, dee, eli) = (0, 2, 3, 4);
    let [of_ada, of_eli] = [ada, eli].map(|at| t[at].device());
    remove(&mut t[cy], of_eli);
    let removal = remove(&mut t[dee], of_ada);
    for signer in [eli, cy] {
        pass(&mut t, dee, signer);
        t[signer].sign(removal);
    }
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(removal), Status::Pending, "three of five, and two of them apart");
        let signers = laptop.fold().signers(&removal);
        assert_eq!((signers.counting.len(), signers.others, signers.apart), (3, vec![], [(Member(3), Member(5))].into()));
    }
}

#[test]
fn a_second_laptop_does_not_help_its_owner_to_sign_both_sides() {
    let (mut t, _, of_eli, of_ada) = quarrel();
    let (cy, eli, second) = (2, 4, 5);
    pass(&mut t, eli, second);
    let signature = t[cy].changes().iter().rfind(|change| change.says().device == t[cy].device()).unwrap().clone();
    let removal = t[cy].changes().iter().find(|change| change.act_id() == of_eli).unwrap().clone();
    t[second].hear_some([&removal, &signature]);
    t[second].sign(of_ada);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(of_eli), Status::Counts);
        assert_eq!(laptop.status(of_ada), Status::Pending, "Cy signed Eli out, with whichever laptop");
    }
}

#[test]
fn one_who_forks_to_sign_both_sides_splits_the_town_and_is_named() {
    let (mut t, mut copied, of_eli, of_ada) = quarrel();
    let (ada, bo, cy, dee, eli) = (0, 1, 2, 3, 4);
    copied.hear(&t[eli]);
    copied.sign(of_ada);
    // Each side takes its own branch in before it hears of the other.
    pass(&mut t, ada, bo);
    note(&mut t[bo], "barn");
    for at in [dee, eli] {
        t[at].hear(&copied);
        note(&mut t[at], &format!("cellar {at}"));
    }
    gather(&mut t);
    for laptop in &t {
        assert_eq!([laptop.status(of_eli), laptop.status(of_ada)], [Status::Split, Status::Split]);
        let strikes = |act| vec![Against::Act { act }];
        assert_eq!([against(laptop, of_eli), against(laptop, of_ada)], [strikes(of_ada), strikes(of_eli)]);
        assert_eq!(laptop.fold().forkers().collect::<Vec<_>>(), [t[cy].device()]);
    }
}

#[test]
fn a_removal_that_its_target_files_or_signs_is_in_order() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let own = t[1].device();
    let removal = remove(&mut t[1], own);
    pass(&mut t, 1, 0);
    t[0].sign(removal);
    gather(&mut t);
    assert!(t.iter().all(|laptop| laptop.status(removal) == Status::Counts), "Bo filed it, Ada signed it");
}

#[test]
fn what_rested_on_an_admission_that_fell_stands_again_with_it() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]).to_vec();
    let (ada, bo, cy, dee, eli) = (0, 1, 2, 3, 4);
    let member = t[ada].enrol("Fay");
    let admission = t[ada].admit("Fay", member);
    for signer in [bo, cy] {
        pass(&mut t, ada, signer);
        t[signer].sign(admission);
    }
    let mut fay = Laptop::blank("Fay", t[ada].fold().assembly());
    fay.hear(&t[bo]);
    fay.hear(&t[cy]);
    let deed = note(&mut fay, "barn");
    t.push(fay);
    let target = t[bo].device();
    let removal = remove(&mut t[dee], target);
    for signer in [eli, cy] {
        pass(&mut t, dee, signer);
        t[signer].sign(removal);
    }
    gather(&mut t);
    for laptop in &t {
        assert_eq!(contested(laptop, admission), [Against::Act { act: removal }], "Bo's signature is struck, and two of five are left");
        assert_eq!(contested(laptop, deed), [Against::Fallen { act: admission }]);
    }
    t[eli].sign(admission);
    gather(&mut t);
    for laptop in &t {
        assert_eq!([laptop.status(admission), laptop.status(deed)], [Status::Counts, Status::Counts]);
    }
}

#[test]
fn a_signature_on_ones_own_removal_is_live_though_the_removal_never_saw_it() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let own = t[1].device();
    let removal = remove(&mut t[0], own);
    pass(&mut t, 0, 1);
    let signature = t[1].sign(removal);
    gather(&mut t);
    assert!(t.iter().all(|laptop| laptop.status(removal) == Status::Counts), "Ada filed it, Bo signed it");
    assert!(t.iter().all(|laptop| laptop.status(signature) == Status::Counts));
}

#[test]
fn a_cut_takes_back_no_signature_that_the_removal_had_seen() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let before = t[1].tip();
    t[0].open_meeting("2027-03-03", 3);
    let close = t[0].close_meeting("2027-03-03");
    pass(&mut t, 0, 1);
    let signature = t[1].sign(close);
    gather(&mut t);
    let removal = t[0].must(serde_json::json!({ "do": "roll.remove", "device": t[1].device(), "reason": "stolen", "cut": [before] }));
    pass(&mut t, 0, 2);
    t[2].sign(removal);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(
            [laptop.status(removal), laptop.status(close), laptop.status(signature)],
            [Status::Counts, Status::Counts, Status::Counts]
        );
    }
}
