//! Witnesses: a town that shows two books is found out by whoever holds what two of its witnesses signed, and no other town is.

use folkmoot::fold::Fold;
use folkmoot::id::{AssemblyId, ChangeHash};
use folkmoot::plain::Member;
use folkmoot::witness::{self, Cosign, Over, Sealed, SplitView, Testimony, Tip, Whole, split_views};
use folkmoot_testkit::Laptop;
use serde_json::json;

const DAY: &str = "2027-03-03";

/// Cedar Falls, which is Bo alone, up to the meeting of 3 March.
fn cedar_falls() -> Laptop {
    let mut bo = Laptop::found("Cedar Falls", "Bo");
    bo.must(json!({ "do": "meeting.call", "meeting": DAY, "place": "the hall" }));
    bo.must(json!({ "do": "meeting.open", "meeting": DAY, "present": 1 }));
    bo
}

/// The same laptop after it decided so, and sealed.
fn sealed(mut bo: Laptop, title: &str) -> Laptop {
    let decision = bo.decide(DAY, title);
    bo.close_meeting(DAY);
    bo.must(json!({ "do": "meeting.adopt", "meeting": DAY, "decision": decision }));
    let digest = bo.fold().book().commons.minutes.meetings[&DAY.parse().unwrap()].digest();
    bo.must(json!({ "do": "meeting.seal", "meeting": DAY, "digest": digest }));
    bo
}

/// A town that co-signs what it was shown, and what it signed.
fn witness(name: &str, shown: &Fold) -> (AssemblyId, Vec<Cosign>) {
    let mut laptop = Laptop::found(name, name);
    cosigns(&mut laptop, shown);
    testified(&laptop, shown)
}

fn cosigns(laptop: &mut Laptop, shown: &Fold) {
    let known = &laptop.fold().book().commons.witness;
    let all = witness::sealed(&shown.book().commons).into_iter();
    let sealed: Vec<Sealed> = all.filter(|sealed| !known.has(&shown.assembly(), &sealed.act())).collect();
    let follows: Vec<_> = known.latest(&shown.assembly()).into_iter().map(|cosign| cosign.id).collect();
    laptop.must(
        json!({ "do": "witness.cosign", "town": shown.assembly(), "sealed": sealed, "head": witness::head(shown), "follows": follows }),
    );
}

/// All that a town co-signed of another.
fn testified(laptop: &Laptop, town: &Fold) -> (AssemblyId, Vec<Cosign>) {
    let known = &laptop.fold().book().commons.witness;
    (laptop.fold().assembly(), known.of(&town.assembly()).cloned().collect())
}

fn found(held: &Fold, witnesses: &[&(AssemblyId, Vec<Cosign>)]) -> Vec<SplitView> {
    let mut testimony: Vec<Testimony<'_>> = Vec::new();
    for (by, cosigned) in witnesses {
        let followed: Vec<_> = cosigned.iter().flat_map(|cosign| &cosign.follows).collect();
        testimony.extend(cosigned.iter().map(|cosign| Testimony { by: *by, cosign, last: !followed.contains(&&cosign.id) }));
    }
    let backwards: Vec<Testimony<'_>> = testimony.iter().rev().copied().collect();
    let views = split_views(&Whole::of(held), &testimony);
    assert_eq!(views, split_views(&Whole::of(held), &backwards), "in whatever order they are heard");
    views
}

fn lines(views: &[SplitView]) -> usize {
    views.iter().filter(|view| matches!(view.over, Over::Line { .. })).count()
}

#[test]
fn a_town_that_goes_on_with_one_book_is_never_two_however_much_of_it_each_witness_saw() {
    let before = cedar_falls();
    let after = sealed(before.clone(), "We mend the roof");
    let mut closed = after.clone();
    closed.open_accounts();
    closed.must(json!({ "do": "ledger.close", "accounts": ["assets:store"], "until": "2027-03-31", "counted": [] }));
    let (havel, riverside) = (witness("Havel", after.fold()), witness("Riverside", closed.fold()));
    for held in [&before, &after, &closed] {
        let views = found(held.fold(), &[&havel, &riverside]);
        assert!(views.is_empty(), "whoever holds less of it knows less, and accuses nobody: {views:?}");
    }
}

#[test]
fn a_town_that_shows_two_books_is_found_out_by_whoever_holds_one_of_them_or_none_or_both() {
    let before = cedar_falls();
    let (roof, well) = (sealed(before.clone(), "We mend the roof"), sealed(before.clone(), "We dig the well"));
    let (havel, riverside) = (witness("Havel", roof.fold()), witness("Riverside", well.fold()));
    let mut both = roof.clone();
    both.hear(&well);

    assert!(found(roof.fold(), &[&havel]).is_empty(), "one witness who saw what is here");
    assert_eq!(lines(&found(roof.fold(), &[&riverside])), 1, "one witness who saw another book than the one that is here");
    for (held, proved) in [(&before, false), (&roof, false), (&well, false), (&both, true)] {
        let views = found(held.fold(), &[&havel, &riverside]);
        let line = views.iter().find(|view| matches!(view.over, Over::Line { device } if device == before.device())).unwrap();
        assert_eq!((line.proved, line.shown.len()), (proved, 2), "the signed changes themselves are the proof");
        let shown_to: Vec<_> = line.shown.iter().map(|shown| shown.to.clone()).collect();
        assert!(shown_to.contains(&[havel.0].into()) && shown_to.contains(&[riverside.0].into()));
        let seals = views.iter().find(|view| matches!(view.over, Over::Minutes { .. })).unwrap();
        assert!(seals.shown.iter().all(|shown| shown.digest.is_some()) && seals.shown.len() == 2);
    }
}

#[test]
fn whoever_has_co_signed_both_ends_of_a_fork_is_not_told_of_it_again() {
    let before = cedar_falls();
    let (roof, well) = (sealed(before.clone(), "We mend the roof"), sealed(before, "We dig the well"));
    let riverside = witness("Riverside", well.fold());
    let mut havel = Laptop::found("Havel", "Havel");
    cosigns(&mut havel, roof.fold());
    let mut both = roof.clone();
    both.hear(&well);
    assert_eq!(lines(&found(both.fold(), &[&testified(&havel, both.fold()), &riverside])), 1);
    cosigns(&mut havel, both.fold());
    let latest = testified(&havel, both.fold());
    assert_eq!((latest.1.len(), lines(&found(both.fold(), &[&latest, &riverside]))), (2, 0));
}

#[test]
fn a_head_goes_on_from_an_earlier_one_where_no_line_is_shorter_or_ends_otherwise() {
    let before = cedar_falls();
    let cosign = |town: &Laptop| witness("Havel", town.fold()).1.remove(0);
    let (roof, well) = (sealed(before.clone(), "We mend the roof"), sealed(before.clone(), "We dig the well"));
    let (early, late) = (cosign(&before), cosign(&roof));
    assert!(late.extends(&early.head) && late.extends(&late.head) && late.extends(&[]));
    assert!(!early.extends(&late.head) && !cosign(&well).extends(&late.head));
    let other = Tip { device: folkmoot::id::DeviceId([9; 32]), ..early.head[0] };
    assert!(!late.extends(&[other]), "a line that was there and is gone");
}

#[test]
fn whoever_co_signs_holds_the_whole_head_and_what_is_sealed_under_it() {
    let before = cedar_falls();
    let after = sealed(before.clone(), "We mend the roof");
    let [_, mut cy] = Laptop::town("Havel", ["Bo", "Cy"]);
    cy.enrol("Dee");
    let says = |town: &Laptop, sealed: Vec<Sealed>, head: Vec<Tip>| {
        let act = witness::Act::Cosign { town: town.fold().assembly(), sealed, head, follows: Vec::new() };
        witness::weigh(&act, town.fold(), &[])
    };
    let unheld = |town: &Laptop| Err(witness::Refusal::CosignUnheld { town: town.fold().assembly() });
    let all: Vec<Sealed> = witness::sealed(&after.fold().book().commons).into_iter().collect();
    assert_eq!(says(&after, all.clone(), witness::head(after.fold())), Ok(()), "the control");
    assert_eq!(says(&after, all, witness::head(before.fold())), unheld(&after), "a head that ends before the seal");
    let mut made_up = witness::head(after.fold());
    made_up[0].tip = ChangeHash([7; 32]);
    assert_eq!(says(&after, Vec::new(), made_up), unheld(&after), "an end that is not here");
    let head = witness::head(cy.fold());
    assert_eq!((head.len(), says(&cy, Vec::new(), head.clone())), (2, Ok(())));
    assert_eq!(says(&cy, Vec::new(), head[1..].to_vec()), unheld(&cy), "a line that was left out");
}

/// Lengths alone do not tell: the other book is longer on each line.
#[test]
fn whoever_co_signed_one_book_does_not_go_on_with_the_other_one_alone() {
    let before = cedar_falls();
    let (roof, mut well) = (sealed(before.clone(), "We mend the roof"), sealed(before, "We dig the well"));
    well.must(json!({ "do": "ledger.open", "account": "assets:store" }));
    let earlier = witness::head(roof.fold());
    let says = |town: &Laptop| {
        let head = witness::head(town.fold());
        witness::weigh(
            &witness::Act::Cosign { town: town.fold().assembly(), sealed: Vec::new(), head, follows: Vec::new() },
            town.fold(),
            &earlier,
        )
    };
    let (town, device) = (well.fold().assembly(), well.device());
    assert_eq!(says(&well), Err(witness::Refusal::CosignNotExtending { town, device }));
    let mut both = well.clone();
    both.hear(&roof);
    assert_eq!((says(&roof), says(&both)), (Ok(()), Ok(())), "whoever holds both names both ends");
}

/// Dee of Havel is in league with Cedar Falls: she files what her own laptop would refuse to sign, which Havel's book alone cannot tell.
#[test]
fn nobody_hides_what_the_town_co_signed_before_by_what_follows_it() {
    let before = cedar_falls();
    let (roof, mut well) = (sealed(before.clone(), "We mend the roof"), sealed(before.clone(), "We dig the well"));
    well.must(json!({ "do": "ledger.open", "account": "assets:store" }));
    let [mut havel, mut dee] = Laptop::town("Havel", ["Cy", "Dee"]);
    cosigns(&mut havel, before.fold());
    cosigns(&mut havel, roof.fold());
    dee.hear(&havel);
    cosigns(&mut dee, well.fold());
    let told = testified(&dee, well.fold());
    assert_eq!(told.1.len(), 3, "Havel's book has all of them");
    let kept = dee.fold().book().commons.witness.heads_to_keep(&well.fold().assembly());
    assert_eq!(kept.len(), 2, "the last one, and the one that another member's follows");

    let mut both = well.clone();
    both.hear(&roof);
    for (held, proved) in [(&well, false), (&both, true)] {
        let views = found(held.fold(), &[&told]);
        let line = views.iter().find(|view| matches!(view.over, Over::Line { device } if device == before.device())).unwrap();
        assert_eq!((line.proved, line.shown.len()), (proved, 2));
        assert!(line.shown.iter().all(|shown| shown.to == [told.0].into()), "to Havel, both times");
    }
    for held in [&before, &roof] {
        assert_eq!(lines(&found(held.fold(), &[&told])), 0, "whoever holds less of the longer book cannot tell");
    }
    // What two towns' witnesses had shown by then stays shown, to whoever holds neither book.
    let shorter = sealed(before.clone(), "We dig the well");
    let riverside = witness("Riverside", shorter.fold());
    assert_eq!(lines(&found(before.fold(), &[&testified(&havel, before.fold()), &riverside])), 1, "the control");
    assert_eq!(lines(&found(before.fold(), &[&told, &riverside])), 1);
}

/// What is read of one witness has an end: of each of its members, so that nobody who is in league drowns what another of them signed.
#[test]
fn nobody_hides_what_the_town_co_signed_by_what_they_make_up_beside_it() {
    let before = cedar_falls();
    let (roof, well) = (sealed(before.clone(), "We mend the roof"), sealed(before.clone(), "We dig the well"));
    let ((havel, signed), riverside) = (witness("Havel", roof.fold()), witness("Riverside", well.fold()));
    let honest = Cosign { by: Member(30), ..signed[0].clone() };
    let made_up = |by: u32, at: u32| {
        let tip = ChangeHash([u8::try_from(at).unwrap(); 32]);
        let head = honest.head.iter().map(|end| Tip { length: 1, tip, ..*end }).collect();
        Cosign { by: Member(by), head, sealed: Vec::new(), ..honest.clone() }
    };
    let over = |members: u32, each: u32| {
        let many = (1..=members).flat_map(|by| (0..each).map(move |at| (by, at))).map(|(by, at)| made_up(by, at));
        found(before.fold(), &[&(havel, many.chain([honest.clone()]).collect()), &riverside])
    };
    let names = |views: &[SplitView], end: &Tip| views.iter().any(|view| view.shown.iter().any(|shown| shown.tip == Some(*end)));
    assert!(names(&over(0, 0), &honest.head[0]), "the control");
    for (members, each) in [(1, 200), (12, 200), (15, 8)] {
        assert!(names(&over(members, each), &honest.head[0]), "{members} made up {each} each");
    }
    assert!(!names(&over(29, 200), &honest.head[0]), "a town most of whose members are in league says nothing any more");
}

/// Whoever names both ends of a fork knows of it; of one who names hundreds nothing is compared, and of the others all is as it was.
#[test]
fn a_head_that_names_hundreds_of_ends_of_one_line_is_passed_over() {
    let before = cedar_falls();
    let (roof, well) = (sealed(before.clone(), "We mend the roof"), sealed(before.clone(), "We dig the well"));
    let ((havel, mut signed), riverside) = (witness("Havel", roof.fold()), witness("Riverside", well.fold()));
    let end = signed[0].head[0];
    let many = |count: u8| (0..count).map(move |at| Tip { length: end.length, tip: ChangeHash([at; 32]), ..end });
    signed[0].sealed.clear();
    signed[0].head = many(16).collect();
    let told = (havel, signed.clone());
    assert_eq!(lines(&found(before.fold(), &[&told, &riverside])), 1, "sixteen are read");
    signed[0].head = many(17).collect();
    let told = (havel, signed);
    assert_eq!(lines(&found(before.fold(), &[&told, &riverside])), 0);
    assert_eq!(lines(&found(roof.fold(), &[&told, &riverside])), 1, "what Riverside holds is told all the same");
}
