//! A disk that fails at a write (T11): whichever write it is, whatever it answers, nothing acknowledged is lost, nothing is half done, and
//! the next command finds the book as it was.
//!
//! `strace` lets the kernel answer so, one system call at a time. Where it is missing or may not look on, that is said, and fails under CI.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use folkmoot_testkit::{size, tried};

use crate::town::{Answer, FOLKMOOT, Hash, Town};

/// The calls that put anything on a disk, but for those that write to a person's terminal.
const CALLS: [&str; 6] = ["pwrite64", "fdatasync", "fsync", "ftruncate", "openat", "unlink"];
const ANSWERS: [&str; 2] = ["EIO", "ENOSPC"];

/// Runs a command, in which the calls of one kind from a certain one on are answered with an error; or is looked at only.
fn under_strace(town: &Town, words: &[&str], inject: Option<(&str, &str, usize)>, log: &Path) -> Output {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o"]).arg(log).arg("-e").arg(format!("trace={}", CALLS.join(",")));
    if let Some((call, answer, from)) = inject {
        strace.args(["-e", &format!("inject={call}:error={answer}:when={from}+")]);
    }
    let command = town.command(words);
    strace.arg("--").arg(FOLKMOOT).args(command.get_args()).stdin(Stdio::null()).output().unwrap()
}

/// Whether the kernel lets strace look on and answer in its stead.
pub(crate) fn may_look_on(dir: &Path) -> Result<(), String> {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-o"]).arg(dir.join("probe")).args(["-e", "trace=openat", "-e", "inject=openat:error=EIO:when=1000", "true"]);
    let output = strace.output().map_err(|why| format!("there is no strace: {why}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

/// Whether errors of a disk can be made here; where not, that is said, and fails under CI.
fn disk_can_fail(dir: &Path) -> bool {
    let looked = may_look_on(dir);
    if let Err(why) = &looked {
        folkmoot_testkit::not_run(&format!("no errors of a disk can be made here: {why}"));
    }
    looked.is_ok()
}

/// How often each call is made while a command does its work.
fn calls(town: &Town, words: &[&str], log: &Path) -> BTreeMap<&'static str, usize> {
    let output = under_strace(town, words, None, log);
    assert!(output.status.success(), "{output:?}");
    let lines = std::fs::read_to_string(log).unwrap();
    CALLS.iter().map(|call| (*call, lines.lines().filter(|line| line.contains(&format!("{call}("))).count())).collect()
}

/// What came of a command whose disk failed.
enum Came {
    Done,
    Refused,
}

fn came(output: &Output, told: &str) -> Came {
    // A process that could not even load itself has said nothing and done nothing.
    if output.stdout.is_empty() {
        assert!(!output.status.success(), "{told}: {output:?}");
        return Came::Refused;
    }
    let answer = Answer::of(output);
    let code = answer.json["trouble"]["code"].as_str().unwrap_or_default().to_owned();
    assert!([0, 5].contains(&answer.code) || (answer.code == 2 && code == "file"), "{told}: {answer:?}");
    if answer.code == 0 { Came::Done } else { Came::Refused }
}

/// Whether the book holds an entry with this text.
fn holds(town: &Town, text: &str) -> bool {
    town.must(&["look", "acts"]).json["acts"].to_string().contains(text)
}

#[test]
fn an_act_whose_disk_fails_at_any_write_is_there_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    if !disk_can_fail(dir.path()) {
        return;
    }
    let log = dir.path().join("log");
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let act = |text: &str| ["ledger", "in", "40", "kg flour", "--from", text].map(str::to_owned);
    let made = {
        let words = act("the mill");
        calls(&millbrook, &words.each_ref().map(String::as_str), &log)
    };
    assert!(made["pwrite64"] > 2 && made["fdatasync"] + made["fsync"] > 0, "it writes: {made:?}");
    let (mut failed, mut done, mut number) = (0, 0, 0);
    // In every run each third of them, beginning elsewhere for each call; in full all, and each by itself.
    let step = size(3, 1).min(3);
    for (kind, (call, count)) in made.iter().enumerate() {
        for from in (1 + kind % step..=*count).step_by(step) {
            for answer in ANSWERS {
                number += 1;
                let (text, told) = (format!("sack {number}."), format!("{call} {from} of {count} answers {answer}"));
                let words = act(&text);
                let output = under_strace(&millbrook, &words.each_ref().map(String::as_str), Some((call, answer, from)), &log);
                // The next command finds a whole book, whatever happened: it opens, verifies, and goes on.
                let before: Vec<Hash> = millbrook.hashes();
                assert_eq!(before.len(), 1, "{told}: {before:?}");
                match came(&output, &told) {
                    Came::Done => {
                        done += 1;
                        assert!(holds(&millbrook, &text), "{told}: an acknowledged act is lost");
                    }
                    Came::Refused => failed += 1,
                }
            }
        }
    }
    assert!(failed > 10 && done > 0, "{failed} failed, {done} did not need what failed");
    assert_eq!(millbrook.must(&["look", "home"]).json["forked_laptops"], serde_json::json!([]));
    tried("writes of an act that failed", failed + done);
}

#[test]
fn a_bundle_whose_disk_fails_at_any_write_is_taken_in_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    if !disk_can_fail(dir.path()) {
        return;
    }
    let (log, stick) = (dir.path().join("log"), dir.path().join("stick"));
    let cedar = Town::found(dir.path(), "Cedar Falls", "Bo");
    cedar.act(&(0..20).map(|number| Town::flour("1", &number.to_string())).collect());
    cedar.pack(&stick);
    let words = ["bundle", "read", stick.to_str().unwrap()];
    let fresh = |number: usize| Town::found(&dir.path().join(number.to_string()), "Millbrook", "Ada");
    let first = fresh(0);
    let nothing = first.hashes().len();
    let made = calls(&first, &words, &log);
    let (mut number, mut failed) = (0, 0);
    let step = size(8, 1).min(8);
    for call in ["pwrite64", "fdatasync", "fsync", "ftruncate"] {
        for from in (1..=made[call]).step_by(step) {
            number += 1;
            let answer = ANSWERS[number % 2];
            let told = format!("{call} {from} of {} answers {answer}", made[call]);
            let reader = fresh(number);
            let output = under_strace(&reader, &words, Some((call, answer, from)), &log);
            let whole = |town: &Town| cedar.commons().iter().all(|ring| town.commons().contains(ring));
            match came(&output, &told) {
                Came::Done => assert!(whole(&reader), "{told}: it said so too early"),
                Came::Refused => {
                    failed += 1;
                    assert!(whole(&reader) || reader.hashes().len() == nothing, "{told}: half of it");
                }
            }
            reader.must(&words);
            assert!(whole(&reader), "{told}");
        }
    }
    assert!(failed > 1, "{failed} of {number} failed");
    tried("writes of a bundle that failed", number);
}

#[test]
fn a_restore_whose_disk_fails_at_any_write_leaves_no_home_or_one_that_hears_others_first() {
    let dir = tempfile::tempdir().unwrap();
    if !disk_can_fail(dir.path()) {
        return;
    }
    let (log, backup) = (dir.path().join("log"), dir.path().join("backup"));
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    millbrook.act(&(0..20).map(|number| Town::flour("1", &number.to_string())).collect());
    millbrook.must(&["backup", backup.to_str().unwrap()]);
    let words = ["restore", backup.to_str().unwrap()];
    let fresh = |number: usize| Town::at(&dir.path().join(number.to_string()));
    let made = calls(&fresh(0), &words, &log);
    let (mut number, mut failed) = (0, 0);
    let step = size(4, 1).min(4);
    for (kind, call) in ["pwrite64", "fdatasync", "fsync", "ftruncate", "unlink"].into_iter().enumerate() {
        for from in (1 + kind % step..=made[call]).step_by(step) {
            number += 1;
            let answer = ANSWERS[number % 2];
            let told = format!("{call} {from} of {} answers {answer}", made[call]);
            let again = fresh(number);
            let output = under_strace(&again, &words, Some((call, answer, from)), &log);
            if let Came::Refused = came(&output, &told) {
                failed += 1;
            }
            if !again.home().join("folkmoot.db").exists() {
                again.must(&words);
            }
            let refused = again.act(&Town::flour("1", "after the restore"));
            assert_eq!(refused.json["trouble"]["code"], "restored-unheard", "{told}: {refused:?}");
            assert_eq!(again.commons(), millbrook.commons(), "{told}");
        }
    }
    assert!(failed > 3, "{failed} of {number} failed");
    tried("writes of a restore that failed", number);
}
