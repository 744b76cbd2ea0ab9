//! Two laptops on a cable of their own, with no route anywhere: they find each other, meet and stay in touch, and nobody else hears a
//! word; in quiet mode nobody hears anything (T12, T14).

use std::path::Path;
use std::time::{Duration, Instant};

use folkmoot_testkit::{Cable, End, Serving, tried};
use serde_json::Value as Json;

use crate::town::Town;

/// Where the packets of two laptops on one cable may go: each other, whoever listens on it for names (mDNS), and the switch, which the
/// kernel tells that it listens too (IGMP).
const NEAR: [&str; 4] = ["10.77.0.1", "10.77.0.2", "224.0.0.251", "224.0.0.22"];

/// Every address in a line of tcpdump.
fn addresses(line: &str) -> Vec<String> {
    let words = line.split(|letter: char| !(letter.is_ascii_digit() || letter == '.')).map(|word| word.trim_matches('.'));
    words.filter(|word| word.split('.').count() >= 4).map(|word| word.split('.').take(4).collect::<Vec<_>>().join(".")).collect()
}

pub(crate) fn serve(cable: &Cable, end: End, town: &Town) -> Serving {
    Serving::of(cable.at(end, &town.command(&["serve"])))
}

pub(crate) fn say(cable: &Cable, end: End, town: &Town, words: &[&str]) -> Json {
    let output = cable.at(end, &town.command(words)).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{words:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn two_towns(dir: &Path) -> (Town, Town) {
    (Town::found(dir, "Millbrook", "Ada"), Town::found(dir, "Cedar Falls", "Bo"))
}

#[test]
fn on_a_cable_with_no_route_two_towns_find_each_other_and_nobody_else_hears_a_word() {
    let Some(cable) = Cable::plugged_in() else { return };
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar) = two_towns(dir.path());
    let listening = End::BOTH.map(|end| cable.listen_in(end, &dir.path().join(format!("{end:?}.pcap"))));
    // The code names no address: it is found on the network.
    let code = millbrook.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
    cedar.must(&["town", "join", &code]);
    let here = serve(&cable, End::Here, &millbrook);
    let there = serve(&cable, End::There, &cedar);
    assert_eq!(there.wait_for("settled")["same"], true);
    assert_eq!(here.wait_for("settled")["same"], true);
    say(&cable, End::Here, &millbrook, &["enrol", "Hevi"]);
    while there.wait_for("settled")["came"].as_u64() < Some(1) {}
    drop((here, there));
    assert_eq!(millbrook.commons(), cedar.commons());
    let mut packets = 0;
    for listening in listening {
        let heard = listening.heard();
        packets += heard.len();
        assert!(heard.len() > 10, "the positive control: something was heard, {heard:?}");
        for line in heard {
            let arp = line.contains("ARP");
            let near = addresses(&line).iter().all(|address| NEAR.contains(&address.as_str()));
            // Whoever ends first is no longer there for the other's last word, and its kernel says so.
            let gone = line.contains("ICMP") && line.contains("unreachable");
            assert!(near && (arp || gone || line.contains("UDP") || line.contains("igmp")), "{line}");
        }
    }
    tried("packets on a cable with no route", packets);
}

/// How long nothing may be heard.
const SILENCE: Duration = Duration::from_secs(30);

#[test]
fn in_quiet_mode_not_one_packet_leaves_while_the_book_is_kept() {
    let Some(cable) = Cable::plugged_in() else { return };
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar) = two_towns(dir.path());
    let code = cedar.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
    millbrook.must(&["town", "join", &code]);
    millbrook.must(&["network", "--quiet", "yes"]);
    assert_eq!(millbrook.must(&["network"]).json["network"]["quiet"], true, "and it is said");
    let listening = cable.listen_in(End::Here, &dir.path().join("quiet.pcap"));
    let begun = Instant::now();
    for refused in [&["serve"][..], &["sync"], &["sync", "Cedar Falls"], &["sync", code.as_str()], &["sync", "10.77.0.2:9"]] {
        assert_eq!(say(&cable, End::Here, &millbrook, refused)["trouble"]["code"], "quiet", "{refused:?}");
    }
    let stick = dir.path().join("from-cedar");
    cedar.pack(&stick);
    let mut kept = 0;
    // Everything that a day in the hall takes: people, flour, a meeting, a draft, sticks, a backup, codes, and looks at all of it.
    while begun.elapsed() < SILENCE {
        kept += 1;
        let here = |words: &[&str]| {
            let said = say(&cable, End::Here, &millbrook, words);
            assert!(said["trouble"].is_null(), "{words:?}: {said}");
        };
        let day = format!("2027-04-{:02}", kept % 28 + 1);
        let file = |name: &str| dir.path().join(format!("{name}-{kept}")).to_str().unwrap().to_owned();
        here(&["enrol", &format!("Hevi {kept}")]);
        here(&["ledger", "in", "1", "kg flour", "--from", "Cedar Falls"]);
        if kept <= 28 {
            here(&["meeting", "call", &day, "--place", "the hall"]);
        }
        here(&["draft", "open", "The roof"]);
        here(&["bundle", "read", stick.to_str().unwrap()]);
        here(&["bundle", "write", &file("stick")]);
        here(&["bundle", "write", &file("sealed"), "--for", "Cedar Falls"]);
        here(&["backup", &file("backup")]);
        here(&["town", "invite"]);
        here(&["device", "invite", "--member", "1"]);
        for view in ["home", "sync", "peers", "journal", "people", "towns", "to-sign"] {
            here(&["look", view]);
        }
        here(&["verify"]);
    }
    assert_eq!(listening.heard(), Vec::<String>::new(), "in {SILENCE:?}, and {kept} rounds of work");

    // The positive control: the same home, no longer quiet, is heard, and all that was kept goes over the wire.
    millbrook.must(&["network", "--quiet", "no"]);
    let there = serve(&cable, End::There, &cedar);
    let listening = cable.listen_in(End::Here, &dir.path().join("loud.pcap"));
    let serving = serve(&cable, End::Here, &millbrook);
    assert_eq!(there.wait_for("settled")["same"], true);
    drop((serving, there));
    assert!(listening.heard().len() > 10);
    assert_eq!(millbrook.commons(), cedar.commons());
    tried("packets that were listened for while the book was kept, in seconds", SILENCE.as_secs() as usize);
}
