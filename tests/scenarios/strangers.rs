//! Changes that are not what they claim to be, that come too early, or that a newer Folkmoot wrote.

use folkmoot::change::VerifiedChange;
use folkmoot_sync::Frame;
use folkmoot_testkit::{Laptop, pen_of};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::forged::{pack, pack_bytes, with_frames};
use crate::town::Town;

/// Ada's laptop, and a home that has read everything of it.
fn ada_and_a_reader() -> (Laptop, Town, TempDir) {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_accounts();
    ada.must(Laptop::came_in("40", "kg flour", "2027-03-03"));
    let dir = tempfile::tempdir().unwrap();
    let reader = Town::at(&dir.path().join("reader"));
    assert_eq!(reader.read(&pack(ada.changes())).code, 0);
    (ada, reader, dir)
}

/// Mallory's town calls itself whole sentences: with the words of Cedar Falls, on a line of its own, and what a shell would run.
#[test]
fn what_a_town_calls_itself_takes_no_line_of_its_own_and_stands_behind_its_words() {
    let dir = tempfile::tempdir().unwrap();
    let name = "Cedar Falls\n  First heard of a town with the words one two three. $(touch taken)\u{202e}";
    let mallory = Town::at(&dir.path().join("mallory"));
    let words = mallory.must(&["found", "--name", name, "--person", "Mallory"]).json["words"].as_str().unwrap().to_owned();
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    let stick = dir.path().join("stick");
    mallory.pack(&stick);
    let told = ada.told(&["bundle", "read", stick.to_str().unwrap()]);
    assert_eq!(told.iter().filter(|line| line.trim_start().starts_with("First heard")).count(), 1, "{told:?}");
    let heard = told.iter().find(|line| line.trim_start().starts_with("First heard")).unwrap();
    assert!(
        heard.starts_with("  First heard of a town with the words ") && heard.contains("; it calls itself Cedar Falls First heard"),
        "{heard}"
    );
    assert!(heard.contains(&words) && !heard.contains('\u{202e}'), "{heard}");
    for line in ada.told(&["verify"]) {
        assert!(!line.starts_with("  First"), "{line}");
    }
}

/// The command that stands in the answer is one that people copy into a shell.
#[test]
fn what_a_shell_would_run_in_a_town_s_name_stands_in_no_command_and_the_command_names_the_town_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let mallory = Town::at(&dir.path().join("mallory"));
    mallory.must(&["found", "--name", "Mill $(touch taken)", "--person", "Mallory"]);
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    let invite = mallory.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
    let joined = ada.told(&["town", "join", &invite]);
    let copied = joined.iter().find_map(|line| line.split_once("bundle write FILE --for ")).unwrap().1;
    let whom = copied.split_once(").").unwrap().0;
    assert!(whom.chars().all(char::is_alphanumeric), "{copied}");
    ada.must(&["bundle", "write", dir.path().join("answer").to_str().unwrap(), "--for", whom]);
}

fn newest(laptop: &Laptop) -> &VerifiedChange {
    laptop.changes().last().unwrap()
}

/// Requires that what was packed is refused for this reason, set aside, and leaves the book as it was.
fn set_aside(reader: &Town, bundle: &[u8], reason: &str) {
    let before = reader.hashes();
    let aside = |reader: &Town| reader.must(&["look", "quarantine"]).json["quarantine"].as_array().unwrap().clone();
    let kept = aside(reader).len();
    for _ in 0..2 {
        let answer = reader.read(bundle);
        assert_eq!((answer.code, answer.reasons()), (4, vec![reason]), "{answer:?}");
        assert_eq!(reader.hashes(), before);
    }
    assert_eq!(aside(reader).len(), kept + 1, "once, however often it comes");
    assert_eq!(aside(reader).last().unwrap()["reason"], reason);
}

#[test]
fn a_change_by_a_laptop_that_is_not_on_the_roll_is_set_aside() {
    let (ada, reader, _dir) = ada_and_a_reader();
    let mut mallory = Laptop::blank("Mallory", ada.fold().assembly());
    mallory.hear(&ada);
    mallory.force(&Laptop::came_in("1000", "kg flour", "2027-03-04"));
    set_aside(&reader, &pack([newest(&mallory)]), "not-on-the-roll");
    mallory.force(&Laptop::came_in("1000", "kg flour", "2027-03-04"));
    let answer = reader.read(&pack([newest(&mallory)]));
    assert_eq!(answer.received()["new"], json!({}), "nor does a later one of its line come in: {answer:?}");
}

#[test]
fn a_change_whose_signature_act_or_assembly_was_touched_on_the_way_is_set_aside() {
    let (mut ada, reader, _dir) = ada_and_a_reader();
    ada.must(Laptop::came_in("7", "kg salt", "2027-03-03"));
    let honest = newest(&ada).signed().encode();
    let place = |wanted: &[u8]| honest.windows(wanted.len()).position(|window| window == wanted).unwrap();
    let touched = |at: usize, with: u8| {
        let mut bytes = honest.clone();
        assert_ne!(bytes[at], with);
        bytes[at] = with;
        pack_bytes([bytes])
    };
    set_aside(&reader, &touched(honest.len() - 64, !honest[honest.len() - 64]), "signature");
    set_aside(&reader, &touched(place(b"kg salt"), b'q'), "signature");
    set_aside(&reader, &touched(place(b"ledger.post"), b'L'), "signature");
    set_aside(&reader, &touched(4, !honest[4]), "signature");
    set_aside(&reader, &touched(3, 1), "newer-format");
    set_aside(&reader, &pack_bytes([honest[..honest.len() - 1].to_vec()]), "malformed");
    assert_eq!(reader.read(&pack(ada.changes())).received()["new"], json!({ ada.fold().assembly().to_string(): 1 }));
}

#[test]
fn the_id_of_an_act_is_what_its_bytes_come_to_wherever_it_is_filed() {
    let (mut ada, reader, _dir) = ada_and_a_reader();
    let honest = ada.must(Laptop::came_in("7", "kg salt", "2027-03-03"));
    let mut says = newest(&ada).says().clone();
    says.document = "charter".parse().unwrap();
    let misfiled = says.sign(&pen_of("Ada")).verify().unwrap();
    assert_eq!(misfiled.act_id(), honest);
    assert_eq!(reader.read(&pack([&misfiled])).code, 0);
    let shown = reader.must(&["look", "act", &honest.to_string()]).json;
    assert_eq!((&shown["status"]["status"], &shown["rule"]["id"]), (&json!("void"), &json!("R2")), "{shown}");
    assert_eq!(reader.must(&["look", "journal"]).json.to_string().matches("kg salt").count(), 0);
}

#[test]
fn what_another_town_keeps_inside_is_not_taken_in() {
    let (mut ada, reader, _dir) = ada_and_a_reader();
    ada.must(json!({ "do": "meeting.call", "meeting": "2027-03-03", "place": "the hall" }));
    assert_eq!(reader.read(&pack(ada.changes())).code, 0);
    ada.must(json!({ "do": "floor.note", "meeting": "2027-03-03", "text": "the door stood open" }));
    set_aside(&reader, &pack([newest(&ada)]), "not-our-ring");
}

#[test]
fn a_later_change_waits_for_the_earlier_ones_and_another_towns_for_its_founding() {
    let (ada, whole, dir) = ada_and_a_reader();
    let mut cedar = Laptop::found("Cedar Falls", "Bo");
    cedar.open_accounts();
    let (early, late) = ada.changes().split_at(2);
    let reader = Town::at(&dir.path().join("other"));
    for (changes, waiting, books) in [(late, late.len(), 0), (late, 0, 0), (&cedar.changes()[1..], 4, 0)] {
        let answer = reader.read(&pack(changes.iter().rev()));
        assert_eq!((&answer.received()["waiting"], &answer.received()["new"]), (&json!(waiting), &json!({})), "{answer:?}");
        assert_eq!(reader.hashes().len(), books);
    }
    let answer = reader.read(&pack(early));
    assert_eq!(
        (answer.code, &answer.received()["new"]),
        (0, &json!({ ada.fold().assembly().to_string(): ada.changes().len() })),
        "{answer:?}"
    );
    assert_eq!(reader.hashes(), whole.hashes());
    assert_eq!(reader.read(&pack(&cedar.changes()[..1])).code, 0);
    assert_eq!(whole.read(&pack(cedar.changes())).code, 0);
    assert_eq!(reader.hashes(), whole.hashes());
}

#[test]
fn a_frame_of_an_unknown_kind_is_stepped_over_and_what_is_no_frame_costs_its_part() {
    let (mut ada, reader, _dir) = ada_and_a_reader();
    ada.must(Laptop::came_in("7", "kg salt", "2027-03-03"));
    let change = Frame::Change(newest(&ada).signed().encode()).encode().unwrap();
    let unknown = [9, 0, 0, 0, 3, 1, 2, 3];
    let before = reader.hashes();
    for broken in [&[&change, &unknown[..7]].concat()[..], &[1, 0xff, 0xff, 0xff, 0xff], b"40 kg of flour"] {
        let answer = reader.read(&with_frames(broken));
        assert_eq!((answer.code, &answer.received()["damaged_parts"]), (4, &json!([0])), "{answer:?}");
        assert_eq!(reader.hashes(), before);
    }
    let answer = reader.read(&with_frames(&[&unknown, &change[..], &unknown].concat()));
    let received = answer.received();
    assert_eq!((answer.code, &received["newer"], &received["packing_unproven"]), (0, &json!(2), &json!(true)), "{answer:?}");
    assert_eq!(received["new"], json!({ ada.fold().assembly().to_string(): 1 }));
}

#[test]
fn two_entries_after_one_are_both_kept_and_show_the_fork_in_every_copy() {
    let (mut ada, reader, dir) = ada_and_a_reader();
    let mut twin = ada.clone();
    ada.must(Laptop::came_in("1", "kg flour", "2027-03-04"));
    twin.must(Laptop::came_in("2", "kg flour", "2027-03-04"));
    let other = Town::at(&dir.path().join("other"));
    for (home, order) in [(&reader, [&ada, &twin]), (&other, [&twin, &ada])] {
        for laptop in order {
            assert_eq!(home.read(&pack(laptop.changes())).code, 0);
        }
        let forked = home.must(&["look", "home"]).json["forked_laptops"].clone();
        assert_eq!(forked, json!([ada.device().to_string()]));
    }
    assert_eq!(reader.hashes(), other.hashes());
}

#[test]
fn an_act_of_a_kind_that_only_a_newer_folkmoot_knows_is_kept_shown_and_passed_on() {
    let (mut ada, reader, dir) = ada_and_a_reader();
    let greeting = ada.force(&json!({ "do": "moon.greet", "text": "good evening", "at": [1, { "deep": null }] }));
    ada.must(Laptop::came_in("7", "kg salt", "2027-03-03"));
    assert_eq!(reader.read(&pack(ada.changes())).code, 0);
    let third = Town::at(&dir.path().join("third"));
    assert_eq!(third.read(&reader.pack(&dir.path().join("stick"))).code, 0);
    for home in [&reader, &third] {
        let newer: Json = home.must(&["look", "acts", "newer"]).json;
        let acts = newer["acts"].as_array().unwrap();
        assert_eq!((acts.len(), &acts[0]["id"], &acts[0]["act"]["do"]), (1, &json!(greeting.to_string()), &json!("moon.greet")), "{newer}");
        assert_eq!(home.must(&["look", "home"]).json["newer"], 1);
        assert!(home.must(&["look", "journal"]).json.to_string().contains("kg salt"), "what came after it counts");
    }
    assert_eq!(third.hashes(), reader.hashes());
}
