//! Typing at the desk.

use folkmoot::id::{ActId, AssemblyId};
use folkmoot_record::Splice;
use tempfile::TempDir;

use crate::{CardText, Desk, Trouble};

const NOW: i64 = 1_800_000_000;

fn millbrook() -> (TempDir, Desk, AssemblyId) {
    let home = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(home.path()).unwrap();
    let assembly = desk.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
    (home, desk, assembly)
}

fn splice(at: usize, delete: usize, insert: &str) -> Splice {
    Splice { at, delete, insert: insert.to_owned() }
}

fn text(desk: &mut Desk, assembly: AssemblyId, draft: ActId) -> String {
    desk.draft(assembly, draft).unwrap().text().unwrap()
}

#[test]
fn two_programs_on_one_home_type_in_one_draft() {
    let (home, mut window, assembly) = millbrook();
    let draft = window.open_draft(assembly, "Water", None, "Water is shared.", NOW).unwrap();
    let mut terminal = Desk::open(home.path()).unwrap();
    let seen = window.draft(assembly, draft).unwrap().tips();
    terminal.type_in(assembly, draft, &[], &[splice(0, 5, "The well")], NOW).unwrap();
    window.type_in(assembly, draft, &seen, &[splice(15, 1, " by all.")], NOW).unwrap();
    for desk in [&mut window, &mut terminal] {
        assert_eq!(text(desk, assembly, draft), "The well is shared by all.");
    }
    assert!(window.verify(|_, _| {}).unwrap().ok);
}

#[test]
fn what_one_act_cannot_hold_is_typed_by_several_or_not_at_all() {
    let (_home, mut desk, assembly) = millbrook();
    let base = "a".repeat(1_200);
    let draft = desk.open_draft(assembly, "Long", None, &base, NOW).unwrap();
    let between: Vec<Splice> = (0..1_200).map(|at| splice(at, 0, "b")).collect();
    assert_eq!(desk.type_in(assembly, draft, &[], &between, NOW).unwrap().len(), 2);
    assert_eq!(text(&mut desk, assembly, draft), "ba".repeat(1_200));
    assert_eq!(desk.set_draft(assembly, draft, &[], "short", NOW).unwrap().len(), 3);
    assert_eq!(text(&mut desk, assembly, draft), "short");
    assert_eq!(desk.draft(assembly, draft).unwrap().tips().len(), 1);
    let refused = desk.type_in(assembly, draft, &[], &[splice(0, 0, &"x".repeat(200_001))], NOW);
    assert!(matches!(refused, Err(Trouble::Refused { .. })));
    assert_eq!(text(&mut desk, assembly, draft), "short");
}

#[test]
fn a_whole_charter_is_opened_typed_over_and_deleted_by_several_acts_in_a_row() {
    let (home, mut desk, assembly) = millbrook();
    let charter = |letter: &str| format!("{letter}ö\u{1f525}\n").repeat(15_000);
    let draft = desk.open_draft(assembly, "Charter", None, &charter("a"), NOW).unwrap();
    assert_eq!(text(&mut desk, assembly, draft), charter("a"));
    let opened = desk.draft(assembly, draft).unwrap().tips();
    let mut terminal = Desk::open(home.path()).unwrap();
    // In one place, after one character: what another types there at once comes before all of it or after.
    desk.type_in(assembly, draft, &opened, &[splice(30_000, 10, &charter("b"))], NOW).unwrap();
    terminal.type_in(assembly, draft, &opened, &[splice(30_000, 0, "Water is shared.")], NOW).unwrap();
    let (front, back) = (charter("a").chars().take(30_000).collect::<String>(), charter("a").chars().skip(30_010).collect::<String>());
    let both = text(&mut desk, assembly, draft);
    let middle = both.strip_prefix(&front).unwrap().strip_suffix(&back).unwrap();
    assert_eq!(middle.replace("Water is shared.", ""), charter("b"));
    assert!(middle.starts_with("Water is shared.") || middle.ends_with("Water is shared."));
    assert_eq!(desk.type_in(assembly, draft, &[], &[splice(40_000, 40_000, "")], NOW).unwrap().len(), 4);
    assert_eq!(text(&mut desk, assembly, draft).chars().count(), 80_006);
    assert!(desk.verify(|_, _| {}).unwrap().ok);
}

#[test]
fn words_that_look_like_the_name_of_an_act_are_typed_as_they_are() {
    let (_home, mut desk, assembly) = millbrook();
    let draft = desk.open_draft(assembly, "Numbers", None, &"a".repeat(1_200), NOW).unwrap();
    let between: Vec<Splice> = (0..1_200).map(|at| splice(at, 0, if at % 2 == 0 { "#0" } else { "#0.7" })).collect();
    assert_eq!(desk.type_in(assembly, draft, &[], &between, NOW).unwrap().len(), 2);
    assert_eq!(text(&mut desk, assembly, draft), "#0a#0.7a".repeat(600));
}

#[test]
fn a_draft_that_nobody_opened_is_not_made_by_asking_for_it() {
    let (_home, mut desk, assembly) = millbrook();
    let opened = desk.open_draft(assembly, "Water", None, "", NOW).unwrap();
    let nobody = ActId([7; 32]);
    assert!(matches!(desk.draft(assembly, nobody), Err(Trouble::NotInTheBook { .. })));
    assert!(matches!(desk.type_in(assembly, opened, &[nobody], &[splice(0, 0, "x")], NOW), Err(Trouble::NoSuchAct { .. })));
    assert!(matches!(desk.type_in(assembly, opened, &[], &[splice(1, 0, "x")], NOW), Err(Trouble::NoSuchPlace { length: 0 })));
    let founding = ActId(assembly.0);
    assert!(matches!(desk.draft(assembly, founding), Err(Trouble::NotInTheBook { .. })), "an act that opens no draft");
}
