//! Disks without room (T11): named as such, nothing half done, and the book as it was.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use folkmoot_testkit::{SMALL_DISK, fill, mounted, on_a_mount, tried};

use crate::town::{Answer, FOLKMOOT, Town};

/// Says something to a process that may make no file larger than so many blocks of 512 bytes.
fn say_within(town: &Town, words: &[&str], blocks: usize) -> Answer {
    let command = town.command(words);
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", &blocks.to_string(), FOLKMOOT]).args(command.get_args());
    Answer::of(&limited.stdin(Stdio::null()).output().unwrap())
}

/// Requires that no room was the reason, or that it was done.
fn is_done(answer: &Answer, codes: &[&str]) -> bool {
    let code = answer.json["trouble"]["code"].as_str().unwrap_or_default();
    assert!(answer.code == 0 || (answer.code == 5 && codes.contains(&code)), "{answer:?}");
    answer.code == 0
}

/// The names in a directory, but for the book and its logs.
fn left_over(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !name.starts_with("folkmoot.db") || name.ends_with(".half")).collect()
}

#[test]
fn a_write_that_fails_at_any_size_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let note = format!("flour from Cedar Falls{}", ", and a word of thanks".repeat(200));
    let act = ["ledger", "in", "40", "kg flour", "--from", &note];
    let (stick, backup) = (dir.path().join("stick"), dir.path().join("backup"));
    let copies = [("bundle write", &stick), ("backup", &backup)];
    let mut before = millbrook.hashes();
    let mut done = [0; 3];
    for blocks in (0..800).step_by(40) {
        if is_done(&say_within(&millbrook, &act, blocks), &["disk-full", "home-io"]) {
            done[0] += 1;
            assert_ne!(millbrook.hashes(), before);
            before = millbrook.hashes();
        }
        for ((verb, file), done) in copies.iter().zip(&mut done[1..]) {
            let words: Vec<&str> = verb.split(' ').chain([file.to_str().unwrap()]).collect();
            let is_written = is_done(&say_within(&millbrook, &words, blocks), &["disk-full", "home-io"]);
            assert_eq!(is_written, file.exists(), "{verb}");
            if is_written {
                *done += 1;
                fs::remove_file(file).unwrap();
            }
        }
        assert_eq!(left_over(dir.path()), ["Millbrook"], "no half file is left");
        assert_eq!(millbrook.hashes(), before);
    }
    assert!(done.iter().all(|done| (1..20).contains(done)), "some fail and some do not: {done:?}");
    tried("files that could not grow", 60);
}

#[test]
fn a_full_disk_is_named_and_loses_nothing() {
    match mounted() {
        Some(disk) => fill_and_free(&disk),
        None => {
            let disk = tempfile::tempdir().unwrap();
            on_a_mount("disk::a_full_disk_is_named_and_loses_nothing", SMALL_DISK, disk.path()).unwrap();
        }
    }
}

fn fill_and_free(disk: &Path) {
    let elsewhere = tempfile::tempdir().unwrap();
    let cedar = Town::found(elsewhere.path(), "Cedar Falls", "Bo");
    let millbrook = Town::found(disk, "Millbrook", "Ada");
    let note = ", and a word of thanks".repeat(200);
    let act = ["ledger", "in", "40", "kg flour", "--from", &note];
    let stick = disk.join("stick");
    let packs = ["bundle", "write", stick.to_str().unwrap()];
    let backs_up = ["backup", stick.to_str().unwrap()];
    let mut before = millbrook.hashes();
    let mut done = [0; 4];
    for kilobytes in (0..500).step_by(25) {
        let tries = [(&millbrook, &act[..]), (&millbrook, &packs), (&millbrook, &backs_up), (&cedar, &packs)];
        for ((town, words), done) in tries.into_iter().zip(&mut done) {
            let filler = fill(disk, kilobytes * 1024).unwrap();
            let is_written = is_done(&town.say(words), &["disk-full"]);
            fs::remove_file(filler).unwrap();
            if words == act {
                assert_eq!(millbrook.hashes() != before, is_written);
                before = millbrook.hashes();
            } else {
                assert_eq!(stick.exists(), is_written, "{words:?}");
            }
            if is_written {
                *done += 1;
                drop(fs::remove_file(&stick));
            }
            assert_eq!(left_over(disk), ["Millbrook"], "no half file is left");
        }
        assert_eq!(millbrook.hashes(), before);
    }
    assert!(done.iter().all(|done| (1..20).contains(done)), "some fail and some do not: {done:?}");
    tried("writes to a small disk", 80);
}

#[test]
fn on_a_disk_with_little_room_what_distant_towns_write_is_left_out_and_the_meeting_goes_on() {
    match mounted() {
        Some(disk) => meets_with_little_room(&disk),
        None => {
            let disk = tempfile::tempdir().unwrap();
            let name = "disk::on_a_disk_with_little_room_what_distant_towns_write_is_left_out_and_the_meeting_goes_on";
            on_a_mount(name, SMALL_DISK, disk.path()).unwrap();
        }
    }
}

fn meets_with_little_room(disk: &Path) {
    let elsewhere = tempfile::tempdir().unwrap();
    let cedar = Town::found(elsewhere.path(), "Cedar Falls", "Bo");
    let stick = elsewhere.path().join("stick");
    assert_eq!(cedar.say(&["bundle", "write", stick.to_str().unwrap()]).code, 0);
    let millbrook = Town::found(disk, "Millbrook", "Ada");
    let reads = || millbrook.say(&["bundle", "read", stick.to_str().unwrap()]);
    // An eighth of the six megabytes is kept free for the meeting.
    let filler = fill(disk, 700 * 1024).unwrap();
    let read = reads();
    let left_out = read.json["received"]["left_out"].as_u64().unwrap();
    assert!(left_out > 0 && read.json["received"]["new"] == serde_json::json!({}), "{read:?}");
    assert_eq!(read.json["received"]["refused"], serde_json::json!([]));
    assert_eq!(millbrook.say(&["ledger", "in", "40", "kg flour", "--from", "Cedar Falls"]).code, 0, "the meeting goes on");
    for view in ["sync", "home"] {
        let seen = millbrook.say(&["look", view]);
        let little = &seen.json["little_room"];
        assert!(little["free"].as_u64() < little["needed"].as_u64(), "{seen:?}");
    }
    fs::remove_file(filler).unwrap();
    let read = reads();
    assert_eq!((read.code, &read.json["received"]["left_out"]), (0, &serde_json::json!(0)), "{read:?}");
    assert_eq!(read.json["received"]["new"].as_object().unwrap().values().filter_map(serde_json::Value::as_u64).sum::<u64>(), left_out);
    assert!(millbrook.say(&["look", "sync"]).json["little_room"].is_null());
}
