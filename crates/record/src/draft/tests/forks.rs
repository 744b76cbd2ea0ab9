//! Forks in drafts, and drafts that are full: nobody's words are taken away.

use folkmoot::draft::MAX_ROOM;

use super::*;

#[test]
fn a_fork_takes_nobodys_words_away() {
    let opening = opening("");
    let (mut mallory, mut bo) = (Laptop::new(1, &opening), Laptop::new(2, &opening));
    let twin = Laptop::new(1, &opening);
    let shown = mallory.types(&[splice(0, 0, "We share. ")]);
    bo.hears([&shown]);
    let honest = bo.types(&[splice(10, 0, "All of it.")]);
    let hidden: Vec<VerifiedChange> =
        ["x", "y", "z"].iter().map(|word| twin.edit(vec![Run::Insert { after: None, text: (*word).to_owned() }])).collect();
    let (mut together, mut late) = (begin(&opening), built(&opening, [&shown, &honest]));
    file(&mut together, hidden.iter().chain([&honest, &shown]));
    hidden.iter().for_each(|fork| file(&mut late, [fork]));
    assert_same(&together, &late);
    assert!(text(&late).contains("We share. All of it."), "{}", text(&late));
}

#[test]
fn a_fork_never_moves_what_others_typed_at_once_past_each_other() {
    let opening = opening("");
    for device in 2..26 {
        let (mut ada, mut bo) = (Laptop::new(1, &opening), Laptop::new(device, &opening));
        let fork = ada.edit(vec![Run::Insert { after: None, text: "Fork. ".to_owned() }]);
        let at_once = [ada.types(&[splice(0, 0, &format!("Ada {device}. "))]), bo.types(&[splice(0, 0, "Bo. ")])];
        let (before, after) = (built(&opening, &at_once), built(&opening, at_once.iter().chain([&fork])));
        assert_eq!(after.text_at(&before.tips()).unwrap().unwrap(), text(&before));
    }
}

/// Whoever forks gives the first branches the least depth, and so the first place.
#[test]
fn whoever_forks_without_end_pushes_out_nothing_that_others_typed() {
    let opening = opening("The mill is everybody's.");
    let mut bo = Laptop::new(2, &opening);
    let honest: Vec<VerifiedChange> = (0..10).map(|number| bo.types(&[splice(0, 0, &format!("{number} "))])).collect();
    let written = text(&bo.draft);
    let branch = |seq: u64, insert: String| {
        let runs = begin(&opening).runs(&[opening.act_id()], &[splice(0, 0, &insert)]).unwrap();
        signed(3, seq, Doing::Edit { draft: opening.act_id(), follows: vec![opening.act_id()], runs })
    };
    let many: Vec<VerifiedChange> = (0..200).map(|seq| branch(seq, "x".to_owned())).collect();
    let long: Vec<VerifiedChange> = (0..16).map(|seq| branch(seq, "x".repeat(30_000))).collect();
    for branches in [many, long] {
        let one = built(&opening, honest.iter().chain(&branches));
        let other = built(&opening, branches.iter().chain(&honest));
        assert_same(&one, &other);
        assert_eq!(text(&one).replace('x', ""), written, "every honest word stands");
        assert!(honest.iter().all(|edit| one.is_filed(&edit.act_id())));
    }
}

/// A laptop begins an epoch whenever it says so, and each begins a line.
#[test]
fn whoever_begins_one_epoch_after_the_other_takes_no_more_room_than_in_one() {
    let opening = opening("The mill is everybody's.");
    let mut bo = Laptop::new(2, &opening);
    let honest = bo.types(&[splice(0, 0, "It grinds. ")]);
    let mut last = opening.act_id();
    let epochs: Vec<VerifiedChange> = (0..40)
        .map(|epoch| {
            let runs = vec![Run::Insert { after: None, text: "x".to_owned() }];
            let edit = signed_in(epoch, 3, u64::from(epoch), Doing::Edit { draft: opening.act_id(), follows: vec![last], runs });
            last = edit.act_id();
            edit
        })
        .collect();
    let draft = built(&opening, epochs.iter().chain([&honest]));
    assert_eq!(text(&draft).replace('x', ""), text(&bo.draft));
    assert_eq!(draft.filed().count(), 9, "eight lines of one laptop's, and Bo's");
    assert_same(&draft, &built(&opening, [&honest].into_iter().chain(&epochs)));
}

#[test]
fn a_draft_that_is_full_files_no_more_whatever_came_first() {
    let opening = opening("a");
    let id = opening.act_id();
    let row = "b".repeat(30_000);
    let flood: Vec<VerifiedChange> = (0..16)
        .map(|seq| {
            signed(
                2 + seq as u8,
                seq,
                Doing::Edit { draft: id, follows: vec![id], runs: vec![Run::Insert { after: None, text: row.clone() }] },
            )
        })
        .collect();
    let all = built(&opening, &flood);
    let mut one_by_one = begin(&opening);
    flood.iter().for_each(|edit| file(&mut one_by_one, [edit]));
    assert_same(&all, &one_by_one);
    assert_eq!(all.filed().count() as u64, 2 * MAX_ROOM / 30_000);
    assert!(all.not_filed().values().all(|why| *why == NotTyped::Full) && !all.not_filed().is_empty());
}
