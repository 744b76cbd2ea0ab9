//! What one laptop of a town knows of invites and neighbours, the others know: they hear answers to each other's invites, welcome the
//! same neighbours, and part with them together. Nobody outside the town hears of it.

use std::fs;
use std::path::Path;

use folkmoot_sync::{Bundle, Frame, Identities};
use folkmoot_testkit::{Cable, End, Serving};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::town::{Answer, Town};

const LOOPBACK: [&str; 3] = ["--bind", "127.0.0.1", "--no-lan"];

/// Millbrook with Ada's and Ben's laptops, and Cedar Falls, which has heard of both.
struct Valley {
    dir: TempDir,
    ada: Town,
    ben: Town,
    cedar: Town,
}

impl Valley {
    fn settled() -> Valley {
        let dir = tempfile::tempdir().unwrap();
        let (ada, cedar) = (Town::found(dir.path(), "Millbrook", "Ada"), Town::found(dir.path(), "Cedar Falls", "Bo"));
        ada.must(&["enrol", "Ben"]);
        let ben = Town::at(&dir.path().join("ben"));
        let code = text(&ada.must(&["device", "invite", "--member", "Ben"]), "code");
        ada.must(&["device", "admit", &text(&ben.must(&["device", "join", &code]), "code")]);
        let valley = Valley { dir, ada, ben, cedar };
        valley.carry(&valley.ada, "Millbrook", &valley.ben);
        assert_eq!(valley.carry(&valley.ada, "", &valley.cedar).code, 0);
        valley
    }

    /// Carries a bundle for a town, or for anybody.
    fn carry(&self, from: &Town, town: &str, to: &Town) -> Answer {
        to.read(&self.pack(from, town))
    }

    fn pack(&self, from: &Town, town: &str) -> Vec<u8> {
        let stick = self.dir.path().join("stick");
        drop(fs::remove_file(&stick));
        let for_whom: &[&str] = if town.is_empty() { &[] } else { &["--for", town] };
        from.must(&[&["bundle", "write", stick.to_str().unwrap()], for_whom].concat());
        fs::read(stick).unwrap()
    }

    /// The two laptops of Millbrook tell each other everything.
    fn millbrook_meets(&self) {
        assert_eq!(self.carry(&self.ada, "Millbrook", &self.ben).code, 0);
        assert_eq!(self.carry(&self.ben, "Millbrook", &self.ada).code, 0);
        assert_eq!(self.ada.hashes(), self.ben.hashes());
    }

    /// What Ada and Ben say of another town.
    fn neighbours(&self, name: &str) -> [bool; 2] {
        [&self.ada, &self.ben].map(|home| is_neighbour(home, name))
    }
}

fn text(answer: &Answer, field: &str) -> String {
    answer.json[field].as_str().unwrap_or_else(|| panic!("no {field}: {answer:?}")).to_owned()
}

fn is_neighbour(home: &Town, name: &str) -> bool {
    let towns = home.must(&["look", "towns"]).json;
    towns["towns"].as_array().unwrap().iter().any(|town| town["name"] == name && town["joined"] == true)
}

fn heard(answer: &Answer) -> (Json, Json) {
    let letter = &answer.received()["letters"][0];
    (letter["heard"].clone(), letter["again"].clone())
}

fn states(home: &Town) -> Vec<(Json, Json)> {
    let invites = home.must(&["town", "invites"]).json;
    invites["invites"].as_array().unwrap().iter().map(|invite| (invite["state"].clone(), invite["here"].clone())).collect()
}

fn serve(home: &Town) -> Serving {
    Serving::of(home.command(&[&["serve"], &LOOPBACK[..]].concat()))
}

fn sync(home: &Town, with: &[&str]) -> Answer {
    home.say(&[&["sync"], with, &["--wait", "20"], &LOOPBACK[..]].concat())
}

#[test]
fn an_answer_in_a_bundle_to_ada_s_invite_is_heard_by_ben_s_laptop_once() {
    let valley = Valley::settled();
    let Valley { ada, ben, cedar, .. } = &valley;
    let code = text(&ada.must(&["town", "invite"]), "code");
    valley.millbrook_meets();
    assert_eq!((states(ada), states(ben)), (vec![(json!("open"), json!(true))], vec![(json!("open"), json!(false))]));
    assert!(!ben.must(&["town", "invites"]).json.to_string().contains("folkmoot:town"), "the secret is with Ada's laptop alone");

    cedar.must(&["town", "join", &code]);
    let answer = valley.pack(cedar, "Millbrook");
    assert_eq!(heard(&ben.read(&answer)), (json!("answer"), json!(false)));
    assert_eq!(heard(&ben.read(&answer)), (json!("answer"), json!(true)));
    assert_eq!(valley.neighbours("Cedar Falls"), [false, true]);
    valley.millbrook_meets();
    assert_eq!(valley.neighbours("Cedar Falls"), [true, true]);
    assert_eq!(states(ada), [(json!("used"), json!(true))]);
    assert_eq!(heard(&ada.read(&answer)), (json!("answer"), json!(true)), "Ada's laptop has heard of it from Ben's");
    for home in [ada, ben] {
        let peers = home.must(&["look", "peers"]).json;
        assert_eq!(peers["peers"].as_array().unwrap().iter().filter(|peer| peer["town"] == "Cedar Falls").count(), 1, "{peers}");
    }
}

#[test]
fn ben_s_laptop_hears_the_answer_over_a_wire_and_meets_the_neighbours_that_ada_s_made() {
    let valley = Valley::settled();
    let Valley { ada, ben, cedar, .. } = &valley;
    let code = text(&ada.must(&["town", "invite"]), "code");
    let serving = serve(ben);
    cedar.must(&["town", "join", &code]);
    let turned_away = sync(cedar, &["Millbrook", "--at", serving.address()]);
    assert_eq!(turned_away.code, 4, "Ben's laptop has not heard of the invite: {turned_away:?}");
    drop(serving);
    valley.millbrook_meets();
    let serving = serve(ben);
    let met = sync(cedar, &["Millbrook", "--at", serving.address()]);
    assert_eq!((met.code, &met.json["met"][0]["same"]), (0, &json!(true)), "{met:?}");
    assert_eq!(valley.neighbours("Cedar Falls"), [false, true]);
    drop(serving);

    // Ada's laptop hears of it from Ben's, and meets Cedar Falls without an invite of its own left open.
    let serving = serve(ada);
    assert_eq!(sync(ben, &["Millbrook", "--at", serving.address()]).code, 0);
    assert_eq!((ada.hashes(), valley.neighbours("Cedar Falls")), (ben.hashes(), [true, true]));
    ada.act(&Town::flour("40", "From the mill"));
    let met = sync(cedar, &["Millbrook", "--at", serving.address()]);
    assert_eq!((met.code, &met.json["met"][0]["same"]), (0, &json!(true)), "{met:?}");
    drop(serving);
    let serving = serve(cedar);
    let met = sync(ben, &["Cedar Falls", "--at", serving.address()]);
    assert_eq!((met.code, &met.json["met"][0]["same"]), (0, &json!(true)), "Ben's laptop calls too: {met:?}");
}

#[test]
fn ben_s_laptop_answers_the_invite_that_ada_s_joined_and_calls_where_its_code_says() {
    let valley = Valley::settled();
    let Valley { ada, ben, cedar, .. } = &valley;
    let serving = serve(cedar);
    let code = text(&cedar.must(&["town", "invite", "--at", serving.address()]), "code");
    ada.must(&["town", "join", &code]);
    valley.millbrook_meets();
    let met = sync(ben, &["Cedar Falls"]);
    assert_eq!((met.code, &met.json["met"][0]["same"]), (0, &json!(true)), "{met:?}");
    assert!(is_neighbour(cedar, "Millbrook"));
    assert_eq!(sync(ada, &["Cedar Falls"]).code, 0, "the other laptop of one town is as welcome");
    assert_eq!(states(cedar), [(json!("used"), json!(true))]);
}

#[test]
fn what_ada_s_laptop_takes_back_is_taken_back_at_ben_s_before_and_after_it_was_answered() {
    let valley = Valley::settled();
    let Valley { ada, ben, cedar, .. } = &valley;
    let invites: Vec<Answer> = (0..2).map(|_| ada.must(&["town", "invite"])).collect();
    valley.millbrook_meets();
    cedar.must(&["town", "join", &text(&invites[0], "code")]);
    assert_eq!(heard(&valley.carry(cedar, "Millbrook", ben)).0, "answer");
    valley.millbrook_meets();
    let serving = serve(ben);
    assert_eq!(sync(cedar, &["Millbrook", "--at", serving.address()]).code, 0);
    for invite in &invites {
        ada.must(&["town", "revoke", &text(invite, "invite")]);
    }
    ada.must(&["town", "revoke", &text(&invites[0], "invite")]);
    valley.millbrook_meets();
    assert_eq!(valley.neighbours("Cedar Falls"), [false, false]);
    assert_eq!(states(ben), states(ada).into_iter().map(|(state, _)| (state, json!(false))).collect::<Vec<_>>());
    let turned_away = sync(cedar, &["Millbrook", "--at", serving.address()]);
    assert_eq!((turned_away.code, turned_away.json["met"].as_array().unwrap().len()), (4, 0), "{turned_away:?}");
    cedar.must(&["town", "join", &text(&invites[1], "code")]);
    let refused = valley.carry(cedar, "Millbrook", ben);
    assert_eq!((refused.code, &refused.received()["unwelcome"]), (4, &json!(["invite-revoked"])), "{refused:?}");
    assert_eq!(valley.neighbours("Cedar Falls"), [false, false]);
}

#[test]
fn who_parts_with_a_neighbour_parts_for_the_town_and_who_joins_again_at_the_same_time_stays() {
    let valley = Valley::settled();
    let Valley { ada, ben, cedar, .. } = &valley;
    let code = text(&cedar.must(&["town", "invite"]), "code");
    ada.must(&["town", "join", &code]);
    assert_eq!(valley.carry(ada, "Cedar Falls", cedar).code, 0);
    assert_eq!(valley.carry(cedar, "", ada).code, 0);
    valley.millbrook_meets();
    assert_eq!(valley.neighbours("Cedar Falls"), [true, true]);
    ben.refuses(&["town", "part", "Millbrook"], 2, "not-in-the-book");
    ben.must(&["town", "part", "Cedar Falls"]);
    ben.refuses(&["town", "part", "Cedar Falls"], 2, "not-in-the-book");
    valley.millbrook_meets();
    assert_eq!(valley.neighbours("Cedar Falls"), [false, false]);
    let serving = serve(ada);
    assert_eq!(sync(cedar, &["Millbrook", "--at", serving.address()]).code, 4, "its laptops are strangers again");
    drop(serving);
    assert!(is_neighbour(cedar, "Millbrook"), "what Cedar Falls thinks of Millbrook is its own affair");

    let again = text(&cedar.must(&["town", "invite"]), "code");
    ada.must(&["town", "join", &again]);
    valley.millbrook_meets();
    assert_eq!(valley.neighbours("Cedar Falls"), [true, true]);
    // Ben's laptop parts while Ada's, which has not heard of it, joins by one more code.
    let third = text(&cedar.must(&["town", "invite"]), "code");
    ben.must(&["town", "part", "Cedar Falls"]);
    ada.must(&["town", "join", &third]);
    valley.millbrook_meets();
    assert_eq!(valley.neighbours("Cedar Falls"), [true, true]);
}

#[test]
fn a_town_that_was_parted_with_does_not_come_back_by_its_old_answer() {
    let valley = Valley::settled();
    let Valley { ada, ben, cedar, .. } = &valley;
    cedar.must(&["town", "join", &text(&ada.must(&["town", "invite"]), "code")]);
    let answer = valley.pack(cedar, "Millbrook");
    assert_eq!(heard(&ada.read(&answer)), (json!("answer"), json!(false)));
    ada.must(&["town", "part", "Cedar Falls"]);
    valley.millbrook_meets();
    for home in [ada, ben] {
        assert_eq!(home.read(&answer).received()["unwelcome"], json!(["invite-revoked"]));
    }
    assert_eq!(valley.neighbours("Cedar Falls"), [false, false]);
}

#[test]
fn two_towns_that_answer_one_invite_at_two_laptops_are_both_shown_until_people_part_with_one() {
    let valley = Valley::settled();
    let Valley { ada, ben, cedar, dir } = &valley;
    let ashgrove = Town::found(dir.path(), "Ashgrove", "Cy");
    assert_eq!(valley.carry(ada, "", &ashgrove).code, 0);
    let code = text(&ada.must(&["town", "invite"]), "code");
    valley.millbrook_meets();
    for (town, home) in [(cedar, ada), (&ashgrove, ben)] {
        town.must(&["town", "join", &code]);
        assert_eq!(heard(&valley.carry(town, "Millbrook", home)), (json!("answer"), json!(false)));
    }
    valley.millbrook_meets();
    let answered_by = |home: &Town| home.must(&["town", "invites"]).json["invites"][0]["towns"].as_array().unwrap().len();
    assert_eq!((answered_by(ada), answered_by(ben)), (2, 2));
    assert_eq!((valley.neighbours("Cedar Falls"), valley.neighbours("Ashgrove")), ([true; 2], [true; 2]));
    ben.must(&["town", "part", "Ashgrove"]);
    valley.millbrook_meets();
    assert_eq!((answered_by(ada), answered_by(ben)), (1, 1));
    assert_eq!((valley.neighbours("Cedar Falls"), valley.neighbours("Ashgrove")), ([true; 2], [false; 2]));
}

#[test]
fn a_laptop_that_asks_at_ben_s_is_admitted_at_ada_s() {
    let valley = Valley::settled();
    let Valley { ada, ben, dir, .. } = &valley;
    let code = text(&ada.must(&["device", "invite", "--member", "Ben"]), "code");
    valley.millbrook_meets();
    let new = Town::at(&dir.path().join("new"));
    new.must(&["device", "join", &code]);
    assert_eq!(valley.carry(ada, "", &new).code, 0, "it can seal to both laptops");
    assert_eq!(heard(&valley.carry(&new, "Millbrook", ben)), (json!("ask"), json!(false)));
    valley.millbrook_meets();
    let waiting = |home: &Town| home.must(&["device", "admit"]).json["waiting"].as_array().unwrap().len();
    assert_eq!((waiting(ada), waiting(ben)), (1, 1));
    ada.must(&["device", "admit", "--compared"]);
    valley.millbrook_meets();
    assert_eq!((waiting(ada), waiting(ben)), (0, 0));
}

#[test]
fn two_assemblies_in_one_home_have_each_their_own_neighbours() {
    let valley = Valley::settled();
    let Valley { ada, cedar, .. } = &valley;
    ada.must(&["found", "--name", "Ashgrove", "--person", "Ada"]);
    let code = text(&cedar.must(&["town", "invite"]), "code");
    ada.must(&["--assembly", "Millbrook", "town", "join", &code]);
    assert_eq!(valley.carry(cedar, "", ada).code, 0);
    for (assembly, neighbour) in [("Millbrook", true), ("Ashgrove", false)] {
        let look = |view: &str| ada.must(&["look", view, "--assembly", assembly]).json;
        let towns = look("towns");
        let known = towns["towns"].as_array().unwrap().iter().find(|town| town["name"] == "Cedar Falls").unwrap();
        assert_eq!(known["joined"], neighbour, "{assembly}");
        for (view, field) in [("peers", "peers"), ("sync", "sync")] {
            let shown = look(view);
            let seen = shown[field].as_array().unwrap().iter().any(|row| row["town"] == "Cedar Falls");
            assert_eq!(seen, neighbour, "{assembly}: {shown}");
        }
    }
    ada.refuses(&["--assembly", "Ashgrove", "town", "part", "Cedar Falls"], 2, "not-in-the-book");
}

/// Whether any file of a home holds these words.
fn holds(home: &Path, words: &str) -> bool {
    let entries = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path());
    entries.into_iter().any(|path| {
        let found = |bytes: Vec<u8>| bytes.windows(words.len()).any(|window| window == words.as_bytes());
        if path.is_dir() { holds(&path, words) } else { found(fs::read(path).unwrap()) }
    })
}

#[test]
fn whom_a_town_invites_and_parts_with_never_leaves_it() {
    let valley = Valley::settled();
    let Valley { ada, cedar, dir, .. } = &valley;
    let ashgrove = Town::found(dir.path(), "Ashgrove", "Cy");
    let serving = serve(ada);
    let code = text(&ada.must(&["town", "invite", "--at", serving.address()]), "code");
    cedar.must(&["town", "join", &code]);
    assert_eq!(sync(cedar, &["Millbrook"]).code, 0);
    ada.must(&["town", "part", "Cedar Falls"]);
    ada.must(&["town", "invite"]);
    // Ashgrove hears of Millbrook by a bundle for anybody and by a wire; Cedar Falls by a bundle that is for it alone.
    let open = valley.pack(ada, "");
    assert_eq!((ashgrove.read(&open).code, cedar.read(&valley.pack(ada, "Cedar Falls")).code), (0, 0));
    let invited = text(&ada.must(&["town", "invite", "--at", serving.address()]), "code");
    ashgrove.must(&["town", "join", &invited]);
    assert_eq!(sync(&ashgrove, &["Millbrook"]).code, 0);
    for kind in ["neighbour.invite", "neighbour.part"] {
        assert!(holds(ada.home(), kind), "the search finds what is there");
        for home in [cedar, &ashgrove] {
            assert!(!holds(home.home(), kind), "{kind}");
        }
    }
    let nobody = Identities::none();
    let opened = Bundle::open(&open, &nobody).unwrap();
    let frames: Vec<Frame> = opened.parts().flat_map(|part| part.unwrap()).collect();
    assert!(frames.len() > 3);
    for frame in frames {
        let Frame::Change(bytes) = frame else { panic!("nothing but changes is packed: {frame:?}") };
        assert!(!bytes.windows(9).any(|window| window == b"neighbour"));
    }
}

#[test]
fn an_invite_names_where_the_laptop_can_be_met_once_a_port_was_chosen() {
    let Some(cable) = Cable::plugged_in() else { return };
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let say = |words: &[&str]| -> Json {
        let output = cable.at(End::Here, &millbrook.command(words)).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)))
    };
    assert_eq!(say(&["town", "invite"])["at"], json!([]), "no port was ever chosen");
    drop(Serving::of(cable.at(End::Here, &millbrook.command(&["serve", "--port", "4433"]))));
    let met_at = format!("{}:4433", End::Here.address());
    assert_eq!(say(&["town", "invite"])["at"], json!([met_at]), "its own address, and not the loopback's");
    assert_eq!(say(&["device", "invite", "--member", "Ada"])["at"], json!([met_at]));
    assert_eq!(say(&["town", "invite", "--at", "192.168.1.5:9"])["at"], json!(["192.168.1.5:9"]));
    millbrook.on("2027-03-04").must(&["found", "--name", "Ashgrove", "--person", "Ada"]);
    let next = format!("{}:4434", End::Here.address());
    assert_eq!(say(&["town", "invite", "--assembly", "Ashgrove"])["at"], json!([next]), "each assembly has a port of its own");
    millbrook.must(&["network", "--quiet", "yes"]);
    assert_eq!(say(&["town", "invite", "--assembly", "Ashgrove"])["at"], json!([]), "nobody can be met in quiet mode");
}
