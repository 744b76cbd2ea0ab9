//! Towns that meet over loopback, with the real `folkmoot` at both ends.

use std::process::Stdio;
use std::thread;
use std::time::Duration;

use folkmoot_testkit::{Chance, Serving};
use serde_json::Value as Json;

use crate::town::Town;

const LOOPBACK: [&str; 3] = ["--bind", "127.0.0.1", "--no-lan"];

fn sync(town: &Town, with: &str) -> crate::town::Answer {
    town.say(&[&["sync", with, "--wait", "20"], &LOOPBACK[..]].concat())
}

fn serve(town: &Town) -> Serving {
    Serving::of(town.command(&[&["serve"], &LOOPBACK[..]].concat()))
}

/// The code by which others join a town that can be met at an address.
fn invite(town: &Town, address: &str) -> String {
    town.must(&["town", "invite", "--at", address]).json["code"].as_str().unwrap().to_owned()
}

fn changes_of(town: &Town, assembly: &str) -> u64 {
    let seen = town.must(&["look", "home", "--assembly", assembly]).json;
    seen["changes"].as_u64().unwrap()
}

/// Two towns that have met once, and the first of which still serves.
fn neighbours(dir: &std::path::Path) -> (Town, Town, Serving) {
    let millbrook = Town::found(dir, "Millbrook", "Ada");
    let cedar = Town::found(dir, "Cedar Falls", "Bo");
    let serving = serve(&millbrook);
    let met = sync(&cedar, &invite(&millbrook, serving.address()));
    assert_eq!(met.code, 0, "{met:?}");
    assert_eq!(met.json["met"][0]["same"], true, "{met:?}");
    (millbrook, cedar, serving)
}

#[test]
fn a_code_is_enough_for_two_towns_to_meet_and_both_hold_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar, _serving) = neighbours(dir.path());
    assert_eq!(millbrook.commons(), cedar.commons());
    for (town, other) in [(&millbrook, "Cedar Falls"), (&cedar, "Millbrook")] {
        let towns = town.must(&["look", "sync"]).json;
        let row = towns["sync"].as_array().unwrap().iter().find(|row| row["town"] == other).unwrap_or_else(|| panic!("{towns}")).clone();
        assert_eq!(row["rings"][0]["not_known_to_be_there"], 0, "{row}");
        assert_eq!(row["missing_here"], 0, "{row}");
        assert!(row["last_met"].is_i64() && row["road"].as_str().unwrap().contains("127.0.0.1"), "{row}");
    }
    cedar.act(&Town::flour("40", "From the mill"));
    let row = cedar.must(&["look", "sync"]).json["sync"][0].clone();
    assert_eq!(row["rings"][0]["not_known_to_be_there"], 1, "what came after the meeting is not known to be there: {row}");
    assert!(row["rings"][0]["since"].is_i64(), "{row}");
}

#[test]
fn an_act_of_one_town_is_counted_in_the_other_while_both_serve() {
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar, serving) = neighbours(dir.path());
    let listening = serve(&cedar);
    listening.wait_for("settled");
    let before = changes_of(&cedar, "Millbrook");
    // Another process records it, as the window would beside a hall's own node.
    millbrook.act(&Town::flour("40", "From the mill"));
    while listening.wait_for("settled")["came"].as_u64() < Some(1) {}
    assert_eq!(changes_of(&cedar, "Millbrook"), before + 1);
    cedar.act(&Town::flour("12", "From the barn"));
    while millbrook.commons() != cedar.commons() {
        serving.wait_for("settled");
    }
}

#[test]
fn ashgrove_reads_millbrook_through_cedar_falls_without_ever_meeting_it() {
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar, serving) = neighbours(dir.path());
    drop(serving);
    let ashgrove = Town::found(dir.path(), "Ashgrove", "Cy");
    let serving = serve(&cedar);
    assert_eq!(sync(&ashgrove, &invite(&cedar, serving.address())).code, 0);
    let held = ashgrove.commons();
    assert!(millbrook.commons().iter().all(|ring| held.contains(ring)), "Millbrook's, as Millbrook has it, and Cedar Falls'");
    let towns = ashgrove.must(&["look", "towns"]).json;
    let heard_of = towns["towns"].as_array().unwrap().iter().find(|town| town["name"] == "Millbrook").unwrap();
    assert_eq!(heard_of["joined"], false, "it is heard of, and no neighbour: {heard_of}");
}

#[test]
fn a_second_laptop_joins_over_the_wire_and_becomes_a_full_peer() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    millbrook.must(&["enrol", "Hevi"]);
    let serving = serve(&millbrook);
    let code = millbrook.must(&["device", "invite", "--member", "1", "--at", serving.address()]).json["code"].as_str().unwrap().to_owned();
    let second = Town::at(&dir.path().join("second"));
    second.must(&["device", "join", &code]);
    let met = sync(&second, serving.address());
    assert_eq!(met.code, 0, "{met:?}");
    assert_eq!(second.must(&["look", "people"]).json["members"][1]["card"], Json::Null, "no name before it is admitted");
    millbrook.must(&["device", "admit", "--compared"]);
    assert_eq!(sync(&second, serving.address()).code, 0);
    assert_eq!(second.must(&["look", "people"]).json["members"][1]["card"]["name"], "Hevi");
    assert_eq!(millbrook.hashes(), second.hashes());
    second.must(&["enrol", "Rojin"]);
    assert_eq!(sync(&second, serving.address()).code, 0);
    assert_eq!(millbrook.must(&["look", "people", "find=Rojin"]).json["members"][0]["member"], 3);
}

/// The code was printed while Millbrook's laptop was on; it is off when Cedar Falls joins, and comes later.
#[test]
fn an_invite_is_answered_when_the_inviter_comes_later() {
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar) = (Town::found(dir.path(), "Millbrook", "Ada"), Town::found(dir.path(), "Cedar Falls", "Bo"));
    let serving = serve(&millbrook);
    let port = serving.address().rsplit(':').next().unwrap().to_owned();
    let code = invite(&millbrook, serving.address());
    drop(serving);
    cedar.must(&["town", "join", &code]);
    let waiting = serve(&cedar);
    thread::sleep(Duration::from_secs(2));
    let came_later = Serving::of(millbrook.command(&[&["serve", "--port", &port], &LOOPBACK[..]].concat()));
    assert_eq!(came_later.address(), format!("127.0.0.1:{port}"));
    assert_eq!(waiting.wait_for("settled")["same"], true);
    assert_eq!(millbrook.commons(), cedar.commons());
}

#[test]
fn a_stranger_is_turned_away_and_the_others_go_on() {
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar, serving) = neighbours(dir.path());
    let stranger = Town::found(dir.path(), "Nowhere", "Eve");
    let old_code = invite(&millbrook, serving.address());
    let name = millbrook.must(&["town", "invites"]).json["invites"]
        .as_array()
        .unwrap()
        .iter()
        .find(|invite| invite["state"] == "open")
        .unwrap()["name"]
        .clone();
    millbrook.must(&["town", "revoke", name.as_str().unwrap()]);
    let turned_away = sync(&stranger, &old_code);
    assert_eq!(turned_away.code, 4, "{turned_away:?}");
    assert_eq!(turned_away.json["met"].as_array().unwrap().len(), 0);
    assert!(stranger.say(&["look", "home", "--assembly", "Millbrook"]).json["changes"].is_null(), "it learnt nothing");
    assert_eq!(sync(&cedar, serving.address()).code, 0);
}

#[test]
fn a_quiet_home_opens_nothing_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    millbrook.must(&["network", "--quiet", "yes"]);
    millbrook.refuses(&["serve"], 2, "quiet");
    millbrook.refuses(&["sync"], 2, "quiet");
    millbrook.act(&Town::flour("40", "From the mill"));
    millbrook.pack(&dir.path().join("stick"));
    millbrook.must(&["network", "--quiet", "no"]);
    drop(serve(&millbrook));
}

/// T11 on the wire: whichever side dies at whatever moment, the next meeting finishes it.
#[test]
fn a_sync_that_is_killed_at_either_end_loses_nothing_and_the_next_one_finishes_it() {
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar, mut serving) = neighbours(dir.path());
    let mut chance = Chance::of_the_day();
    let mut died = 0;
    for round in 0..14 {
        let flour = |number: usize| Town::flour("1", &format!("{round}.{number}"));
        millbrook.act(&(0..chance.between(20, 120)).map(flour).collect());
        cedar.act(&(0..chance.between(20, 120)).map(flour).collect());
        let words = [&["sync", serving.address(), "--wait", "20"], &LOOPBACK[..]].concat();
        let mut caller = cedar.command(&words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(chance.below(700) as u64));
        if round % 2 == 0 {
            caller.kill().unwrap();
            died += usize::from(caller.wait().unwrap().code().is_none());
        } else {
            serving.kill();
            died += 1;
            caller.kill().unwrap();
            caller.wait().unwrap();
            serving = serve(&millbrook);
        }
        if round % 4 == 3 {
            let met = sync(&cedar, serving.address());
            assert_eq!(met.code, 0, "{met:?}");
            assert_eq!(millbrook.commons(), cedar.commons());
            assert_eq!(millbrook.must(&["look", "home"]).json["forked_laptops"], serde_json::json!([]));
        }
    }
    assert!(died > 5, "only {died} died");
    assert_eq!(sync(&cedar, serving.address()).code, 0);
    assert_eq!(millbrook.commons(), cedar.commons());
}
