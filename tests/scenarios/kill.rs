//! kill -9 at random points (T11): nothing acknowledged is lost, and a list of acts is there whole or not at all.
//!
//! `FOLKMOOT_SIZE` says how many kills; `FOLKMOOT_SEED` brings a run back.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::{Child, Output};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::forged::{busy_town, pack};
use crate::town::{Answer, Town};
use folkmoot_testkit::{Chance, size, tried};

/// Kills a process at a random moment of its expected life, and gives what it said before.
fn kill(mut child: Child, life: Duration, chance: &mut Chance) -> Output {
    // Not to wait for anything: where in its life the process dies is what is tried.
    thread::sleep(life.mul_f64(chance.below(1000) as f64 / 1000.0));
    child.kill().unwrap();
    child.wait_with_output().unwrap()
}

fn say(town: &Town, words: &[&str], input: &[u8]) -> Child {
    let mut child = town.command(words).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child
}

/// How long a process takes, and somewhat more, so that some finish.
fn life(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed().mul_f64(1.2)
}

/// The ids in the book, and how many of its transactions begin with each round's number.
fn book(town: &Town) -> (BTreeSet<String>, BTreeMap<usize, usize>) {
    let shown = town.must(&["look", "acts"]).json;
    let mut rounds = BTreeMap::new();
    for text in shown["acts"].as_array().unwrap().iter().filter_map(|act| act["act"]["text"].as_str()) {
        *rounds.entry(text.split('.').next().unwrap().parse().unwrap()).or_default() += 1;
    }
    (shown["acts"].as_array().unwrap().iter().map(|act| act["id"].as_str().unwrap().to_owned()).collect(), rounds)
}

fn flour(round: usize, acts: usize) -> Json {
    (0..acts).map(|number| Town::flour("1", &format!("{round}.{number}"))).collect()
}

/// How many kills one book goes through: a longer one would be killed while it is read, and not while it is written.
const OF_ONE_BOOK: usize = 100;

#[test]
fn nothing_acknowledged_is_lost_and_no_list_is_half_done_when_acting_is_killed() {
    let (mut chance, wanted) = (Chance::of_the_day(), size(105, 4_000));
    let mut killed = 0;
    while killed < wanted {
        let kills = OF_ONE_BOOK.min(wanted - killed);
        acting_is_killed(kills, &mut chance);
        killed += kills;
    }
    tried("kills while acting", killed);
}

/// Kills acting as often in one book as wanted.
fn acting_is_killed(wanted: usize, chance: &mut Chance) {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let mut acknowledged = millbrook.act(&flour(0, 1)).ids();
    let mut lists = vec![1];
    let mut killed = 0;
    for round in 1..wanted * 10 {
        let life = life(|| drop(millbrook.must(&["look", "home"]))) * 2;
        lists.push(1 + chance.below(8));
        let input = if lists[round] == 1 { Town::flour("1", &format!("{round}.0")) } else { flour(round, lists[round]) };
        let output = kill(say(&millbrook, &["act", "-"], input.to_string().as_bytes()), life, chance);
        killed += usize::from(output.status.code().is_none());
        // What was printed was acknowledged, even if the process died before it ended.
        if let Ok(json) = serde_json::from_slice(&output.stdout) {
            acknowledged.extend(Answer { code: 0, json, remarks: String::new() }.ids());
        }
        if round % 10 == 0 || killed == wanted {
            millbrook.hashes();
            let (ids, rounds) = book(&millbrook);
            assert!(acknowledged.iter().all(|id| ids.contains(id)), "an acknowledged act is lost");
            for (round, found) in rounds {
                assert_eq!(found, lists[round], "list {round} is half done");
            }
        }
        if killed == wanted {
            break;
        }
    }
    assert_eq!(killed, wanted, "too few died");
    assert_eq!(millbrook.must(&["look", "home"]).json["forked_laptops"], json!([]));
    println!("{} acts acknowledged, {} lists", acknowledged.len(), lists.len());
}

#[test]
fn a_bundle_is_taken_in_whole_or_not_at_all_when_reading_is_killed() {
    let dir = tempfile::tempdir().unwrap();
    let stick = dir.path().join("stick");
    std::fs::write(&stick, pack(busy_town(80).changes())).unwrap();
    let words = ["bundle", "read", stick.to_str().unwrap()];
    let whole = Town::at(&dir.path().join("whole"));
    let life = life(|| drop(whole.must(&words)));
    let (mut chance, wanted, mut killed) = (Chance::of_the_day(), size(25, 500), 0);
    for round in 0..wanted * 10 {
        let reader = Town::at(&dir.path().join(round.to_string()));
        let output = kill(say(&reader, &words, b""), life, &mut chance);
        killed += usize::from(output.status.code().is_none());
        if reader.home().join("folkmoot.db").exists() {
            let found = reader.hashes();
            assert!(found.is_empty() || found == whole.hashes(), "{found:?}");
            assert!(output.stdout.is_empty() || found == whole.hashes(), "it said so too early");
        }
        reader.must(&words);
        assert_eq!(reader.hashes(), whole.hashes());
        if killed == wanted {
            return tried("kills while a bundle was read", killed);
        }
    }
    panic!("only {killed} died");
}

#[test]
fn a_founding_or_a_backup_that_is_killed_is_there_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    let found = ["found", "--name", "Millbrook", "--person", "Ada"];
    let first = Town::at(&dir.path().join("first"));
    let life = life(|| drop(first.must(&found)));
    let mut chance = Chance::of_the_day();
    let wanted = size(35, 500);
    for round in 0..wanted {
        let town = Town::at(&dir.path().join(round.to_string()));
        kill(say(&town, &found, b""), life, &mut chance);
        let answer = town.say(&found);
        assert!(answer.code == 0 || answer.json["trouble"]["code"] == "founded-here", "{answer:?}");
        assert_eq!(town.hashes().len(), 1);
        let file = dir.path().join(format!("backup-{round}"));
        let again = Town::at(&dir.path().join(format!("again-{round}")));
        kill(say(&town, &["backup", file.to_str().unwrap()], b""), life, &mut chance);
        if file.exists() {
            again.must(&["restore", file.to_str().unwrap()]);
            assert_eq!(again.hashes(), town.hashes());
        }
    }
    tried("kills while founding and backing up", 2 * wanted);
}

#[test]
fn two_processes_that_act_in_one_home_at_once_lose_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let cedar = Town::found(dir.path(), "Cedar Falls", "Bo");
    let bundle = cedar.pack(&dir.path().join("stick"));
    let writers: Vec<Vec<String>> = thread::scope(|scope| {
        let (millbrook, bundle) = (&millbrook, &bundle);
        let write =
            |writer: usize| move || (0..12).flat_map(|round| millbrook.act(&flour(writer * 100 + round, 1 + round % 4)).ids()).collect();
        let writers = [scope.spawn(write(1)), scope.spawn(write(2))];
        for _ in 0..4 {
            assert_eq!(millbrook.read(bundle).code, 0);
        }
        writers.map(|writer| writer.join().unwrap()).into()
    });
    let (ids, _) = book(&millbrook);
    let both = writers.concat();
    assert_eq!((both.len(), both.iter().collect::<BTreeSet<_>>().len()), (60, 60));
    assert!(both.iter().all(|id| ids.contains(id)));
    assert_eq!(millbrook.must(&["look", "home", "--assembly", "Millbrook"]).json["forked_laptops"], json!([]));
    assert_eq!(millbrook.hashes().len(), 2);
}

#[test]
fn a_commit_is_on_disk_before_it_is_acknowledged() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    assert_eq!(folkmoot_desk::Desk::open_existing(millbrook.home()).unwrap().synchronous().unwrap(), 2, "FULL");
}
