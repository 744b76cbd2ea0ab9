//! Two laptops on a cable of their own, with no route anywhere: they find each other, meet and stay in touch, and nobody else hears a
//! word; in quiet mode nobody hears anything (T12, T14).

use std::path::Path;
use std::thread;
use std::time::Duration;

use folkmoot_testkit::{Cable, End, Serving};
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

fn serve(cable: &Cable, end: End, town: &Town) -> Serving {
    Serving::of(cable.at(end, &town.command(&["serve"])))
}

fn say(cable: &Cable, end: End, town: &Town, words: &[&str]) -> Json {
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
    for listening in listening {
        let heard = listening.heard();
        assert!(heard.len() > 10, "the positive control: something was heard, {heard:?}");
        for line in heard {
            let arp = line.contains("ARP");
            let near = addresses(&line).iter().all(|address| NEAR.contains(&address.as_str()));
            assert!(near && (arp || line.contains("UDP") || line.contains("igmp")), "{line}");
        }
    }
}

#[test]
fn in_quiet_mode_not_one_packet_leaves_while_the_book_is_kept() {
    let Some(cable) = Cable::plugged_in() else { return };
    let dir = tempfile::tempdir().unwrap();
    let (millbrook, cedar) = two_towns(dir.path());
    let code = cedar.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
    millbrook.must(&["town", "join", &code]);
    millbrook.must(&["network", "--quiet", "yes"]);
    let listening = cable.listen_in(End::Here, &dir.path().join("quiet.pcap"));
    assert_eq!(say(&cable, End::Here, &millbrook, &["serve"])["trouble"]["code"], "quiet");
    assert_eq!(say(&cable, End::Here, &millbrook, &["sync", "Cedar Falls"])["trouble"]["code"], "quiet");
    for name in ["Hevi", "Rojin", "Dilan"] {
        say(&cable, End::Here, &millbrook, &["enrol", name]);
        say(&cable, End::Here, &millbrook, &["look", "sync"]);
        thread::sleep(Duration::from_secs(1));
    }
    assert_eq!(listening.heard(), Vec::<String>::new());

    // The positive control: the same home, no longer quiet, is heard.
    millbrook.must(&["network", "--quiet", "no"]);
    let listening = cable.listen_in(End::Here, &dir.path().join("loud.pcap"));
    let serving = serve(&cable, End::Here, &millbrook);
    thread::sleep(Duration::from_secs(3));
    drop(serving);
    assert!(!listening.heard().is_empty());
}
