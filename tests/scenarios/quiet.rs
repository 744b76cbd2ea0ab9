//! A town that declares itself quiet (L3, T6): nothing leaves it, deadlines run on, nothing is void for want of a word, and afterwards
//! everything is merged. Beside it the four ways in which a report comes or does not (C4, C5).

use std::path::Path;
use std::time::{Duration, Instant};

use folkmoot_testkit::{Cable, End, Serving};
use serde_json::Value as Json;

use crate::cable::{say, serve};
use crate::town::Town;

/// Holds a meeting that adopts one thing, and gives the decision's number.
fn decides(town: &Town, day: &str, title: &str) -> String {
    let meeting = |words: &[&str]| town.on(day).must(&[&["meeting"], words].concat());
    meeting(&["call", day, "--place", "the hall"]);
    meeting(&["open", day, "--present", "1"]);
    meeting(&["move", day, title]);
    meeting(&["decide", day, "--consent"]);
    meeting(&["close", day]);
    let register = town.on(day).must(&["look", "decisions"]).json;
    register["decisions"].as_array().unwrap().last().unwrap()["number"].to_string()
}

/// Sends somebody without a laptop to the circle of the valley, and gives the mandate.
fn sends(town: &Town, who: &str, day: &str) -> String {
    let decision = decides(town, day, "Who speaks for us");
    town.must(&["enrol", who]);
    let words = ["mandate", "grant", who, "delegate", "--until", "2027-12-31", "--from", day, "--decision", decision.as_str()];
    let body = ["--body", "the circle of the valley", "--item", "Flour: give what we can"];
    town.must(&[&words[..], &body].concat()).ids()[0].clone()
}

fn agrees(town: &Town, mandate: &str, day: &str, what: &str) -> String {
    town.on(day).must(&["mandate", "agree", mandate, what, "--day", day]).ids()[0].clone()
}

/// What a home says of something that was agreed to, looked at on a day.
fn stands(home: &Town, of: &str, agreed: &str, day: &str) -> (String, String, String) {
    let shown = home.on(day).must(&["look", "reports", "--assembly", of]).json;
    let report = shown["reports"].as_array().unwrap().iter().find(|one| one["id"] == agreed).unwrap().clone();
    let text = |field: &str| report[field].as_str().unwrap().to_owned();
    (text("validity"), text("deadline"), text("last"))
}

fn carry(from: &Town, to: &Town, dir: &Path) {
    let stick = dir.join("stick");
    drop(std::fs::remove_file(&stick));
    assert_eq!(to.read(&from.pack(&stick)).code, 0);
}

fn two_neighbours(dir: &Path) -> (Town, Town) {
    let (kelek, sor) = (Town::found(dir, "Kelek", "Bo"), Town::found(dir, "Sor", "Ada"));
    let code = kelek.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
    sor.must(&["town", "join", &code]);
    carry(&kelek, &sor, dir);
    // The answer to an invite is for the one who made it, and in time.
    let answer = dir.join("answer");
    sor.must(&["bundle", "write", answer.to_str().unwrap(), "--for", "Kelek"]);
    assert_eq!(kelek.read(&std::fs::read(answer).unwrap()).code, 0);
    (kelek, sor)
}

#[test]
fn in_a_declared_quiet_deadlines_run_on_and_nothing_is_void_for_want_of_a_word() {
    let dir = tempfile::tempdir().unwrap();
    let (kelek, sor) = two_neighbours(dir.path());
    let (theirs, ours) = (sends(&kelek, "Cy", "2027-03-03"), sends(&sor, "Dee", "2027-03-03"));
    let flour = agrees(&kelek, &theirs, "2027-03-10", "40 kg of flour to Sor");
    let salt = agrees(&sor, &ours, "2027-03-10", "5 kg of salt to Kelek");
    carry(&kelek, &sor, dir.path());
    let said = |words: [&str; 3]| (words[0].to_owned(), words[1].to_owned(), words[2].to_owned());
    assert_eq!(stands(&sor, "Kelek", &flour, "2027-03-17"), said(["pending", "2027-03-17", "2027-03-17"]));
    assert_eq!(stands(&sor, "Kelek", &flour, "2027-03-18"), said(["void-as-far-as-known", "2027-03-17", "2027-03-17"]), "the control");

    // Sor goes quiet for nine days.
    let decision = decides(&sor, "2027-03-11", "We are quiet for nine days");
    let begin = ["quiet", "begin", "--from", "2027-03-12", "--until", "2027-03-20", "--decision", decision.as_str()];
    let quiet = sor.on("2027-03-11").must(&begin).ids()[0].clone();
    for refused in [&["serve"][..], &["sync"], &["sync", "Kelek"]] {
        let answer = sor.on("2027-03-13").refuses(refused, 2, "quiet-declared");
        assert!(answer.json["trouble"]["says"].as_str().unwrap().contains("2027-03-20"), "{answer:?}");
    }
    let home = |day: &str| sor.on(day).must(&["look", "home"]).json;
    assert_eq!(home("2027-03-13")["quiet_until"], "2027-03-20", "and it is said");
    assert_eq!(home("2027-03-11")["quiet_until"], Json::Null);
    assert_eq!(home("2027-03-21")["quiet_until"], Json::Null);

    // The deadlines stay where they were; neither its own nor its neighbour's word is void for want of a report meanwhile.
    for (town, agreed) in [("Kelek", &flour), ("Sor", &salt)] {
        assert_eq!(stands(&sor, town, agreed, "2027-03-17"), said(["pending", "2027-03-17", "2027-03-26"]));
        assert_eq!(stands(&sor, town, agreed, "2027-03-26"), said(["put-off", "2027-03-17", "2027-03-26"]));
        assert_eq!(stands(&sor, town, agreed, "2027-03-27"), said(["void-as-far-as-known", "2027-03-17", "2027-03-26"]));
    }
    assert_eq!(home("2027-03-20")["to_report"][0]["what"], "5 kg of salt to Kelek");
    let late = sor.on("2027-03-20");
    late.must(&["meeting", "call", "2027-03-20", "--place", "the hall"]);
    late.must(&["meeting", "open", "2027-03-20", "--present", "1"]);
    late.refuses(&["mandate", "miss", &salt, "--meeting", "2027-03-20"], 3, "miss-too-early");
    late.must(&["mandate", "report", &salt, "--day", "2027-03-20"]);
    assert_eq!(stands(&sor, "Sor", &salt, "2027-03-27").0, "valid", "after the deadline, and in time for the quiet days");

    // Kelek was not quiet: its delegate reports in time, and Sor hears of it by a courier, ten days later.
    assert_eq!(stands(&kelek, "Kelek", &flour, "2027-03-18").0, "void-as-far-as-known");
    kelek.on("2027-03-16").must(&["mandate", "report", &flour, "--day", "2027-03-16"]);
    assert_eq!(stands(&kelek, "Kelek", &flour, "2027-03-18").0, "valid");
    carry(&kelek, &sor, dir.path());
    assert_eq!(stands(&sor, "Kelek", &flour, "2027-04-30").0, "valid");
    // When and for how long Sor was quiet is shown afterwards, and puts off what is Sor's in every copy.
    carry(&sor, &kelek, dir.path());
    let shown = kelek.must(&["look", "quiet", "--assembly", "Sor"]).json;
    assert_eq!(shown["declared"][0]["id"], quiet.as_str());
    assert_eq!((&shown["declared"][0]["from"], &shown["declared"][0]["until"]), (&Json::from("2027-03-12"), &Json::from("2027-03-20")));
    assert_eq!(stands(&kelek, "Sor", &salt, "2027-03-27"), said(["valid", "2027-03-17", "2027-03-26"]));
    assert_eq!(kelek.commons(), sor.commons());
}

#[test]
fn a_report_in_time_too_late_never_or_by_a_late_courier_comes_to_the_same_in_every_copy() {
    let dir = tempfile::tempdir().unwrap();
    let (kelek, sor) = two_neighbours(dir.path());
    let mandate = sends(&kelek, "Cy", "2027-03-03");
    let agreed = |what: &str| agrees(&kelek, &mandate, "2027-03-10", what);
    let [in_time, late, never, by_courier] = ["in time", "late", "never", "by courier"].map(agreed);
    let in_both = |id: &str, day: &str| {
        let both = [&kelek, &sor].map(|home| stands(home, "Kelek", id, day).0);
        assert_eq!(both[0], both[1]);
        both[0].clone()
    };
    kelek.on("2027-03-15").must(&["mandate", "report", &in_time, "--day", "2027-03-15"]);
    kelek.on("2027-03-20").must(&["mandate", "report", &late, "--day", "2027-03-20"]);
    kelek.on("2027-04-07").must(&["meeting", "call", "2027-04-07", "--place", "the hall"]);
    kelek.on("2027-04-07").must(&["meeting", "open", "2027-04-07", "--present", "1"]);
    carry(&kelek, &sor, dir.path());
    assert_eq!(in_both(&in_time, "2027-04-07"), "valid");
    assert_eq!(in_both(&late, "2027-03-17"), "pending");
    assert_eq!(in_both(&late, "2027-03-19"), "void-as-far-as-known", "on that day nobody had heard it");
    assert_eq!(in_both(&late, "2027-04-07"), "void");
    assert_eq!(in_both(&never, "2027-04-07"), "void-as-far-as-known");
    assert_eq!(in_both(&by_courier, "2027-04-07"), "void-as-far-as-known");

    // The assembly records that nothing came; and what was heard in time, and arrives late, puts it right, with both times shown.
    kelek.on("2027-04-07").must(&["mandate", "miss", &never, "--meeting", "2027-04-07"]);
    kelek.on("2027-03-16").must(&["mandate", "report", &by_courier, "--day", "2027-03-15"]);
    assert_eq!(stands(&kelek, "Kelek", &by_courier, "2027-04-07").0, "valid");
    assert_eq!(stands(&sor, "Kelek", &by_courier, "2027-04-07").0, "void-as-far-as-known", "the courier is on the way");
    carry(&kelek, &sor, dir.path());
    assert_eq!(in_both(&never, "2027-04-07"), "void");
    assert_eq!(in_both(&by_courier, "2027-04-07"), "valid");
    let shown = sor.on("2027-04-07").must(&["look", "reports", "--assembly", "Kelek"]).json;
    let report = shown["reports"].as_array().unwrap().iter().find(|one| one["id"] == by_courier.as_str()).unwrap();
    assert_eq!(report["reported"][0]["day"], "2027-03-15");
    assert_eq!(report["reported"][0]["entry"]["claimed_at"], 1_805_155_200, "first written down on the day after");
}

#[test]
fn a_laptop_that_serves_leaves_the_network_as_soon_as_its_town_is_quiet() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let decision = decides(&millbrook, "2027-03-03", "We are quiet for nine days");
    let today = millbrook.on("2027-03-12");
    let serving = || Serving::of(today.command(&["serve", "--bind", "127.0.0.1", "--no-lan"]));
    let mut serves = serving();
    today.must(&["network", "--quiet", "yes"]);
    let (code, said) = serves.ends();
    assert_eq!((code, &said["trouble"]["code"]), (2, &Json::from("quiet")), "by what somebody typed elsewhere");

    today.must(&["network", "--quiet", "no"]);
    let mut serves = serving();
    today.must(&["quiet", "begin", "--from", "2027-03-12", "--until", "2027-03-20", "--decision", &decision]);
    let (code, said) = serves.ends();
    assert_eq!((code, &said["trouble"]["code"]), (2, &Json::from("quiet-declared")), "by what the assembly decided");
    assert_eq!(said["trouble"]["facts"]["until"], "2027-03-20");
}

/// How long nothing may be heard.
const SILENCE: Duration = Duration::from_secs(6);

#[test]
fn in_a_declared_quiet_not_one_packet_leaves_and_afterwards_everything_is_merged() {
    let Some(cable) = Cable::plugged_in() else { return };
    let dir = tempfile::tempdir().unwrap();
    let (kelek, sor) = two_neighbours(dir.path());
    let decision = decides(&sor, "2027-03-11", "We are quiet for nine days");
    sor.on("2027-03-11").must(&["quiet", "begin", "--from", "2027-03-12", "--until", "2027-03-20", "--decision", &decision]);
    let listening = cable.listen_in(End::Here, &dir.path().join("quiet.pcap"));
    let (begun, quiet, mut kept) = (Instant::now(), sor.on("2027-03-13"), 0);
    while begun.elapsed() < SILENCE {
        kept += 1;
        for refused in [&["serve"][..], &["sync"], &["sync", "Kelek"], &["sync", "10.77.0.2:9"]] {
            assert_eq!(say(&cable, End::Here, &quiet, refused)["trouble"]["code"], "quiet-declared", "{refused:?}");
        }
        say(&cable, End::Here, &quiet, &["enrol", &format!("Hevi {kept}")]);
        say(&cable, End::Here, &quiet, &["look", "home"]);
    }
    assert_eq!(listening.heard(), Vec::<String>::new(), "in {SILENCE:?}, and {kept} rounds of work");

    // The day after, with nothing chosen anew, everything goes over the wire.
    let there = serve(&cable, End::There, &kelek.on("2027-03-21"));
    let listening = cable.listen_in(End::Here, &dir.path().join("loud.pcap"));
    let serving = serve(&cable, End::Here, &sor.on("2027-03-21"));
    assert_eq!(there.wait_for("settled")["same"], true);
    drop((serving, there));
    assert!(listening.heard().len() > 10, "the positive control");
    assert_eq!(kelek.commons(), sor.commons());
}
