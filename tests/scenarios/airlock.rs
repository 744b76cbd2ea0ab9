//! The airlock of the real program: what another typed is tried in a process that can reach nothing.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use folkmoot_testkit::Home;
use serde_json::Value as Json;

use crate::drafts::{carry, millbrook};
use crate::faults::may_look_on;

/// Runs a command; what it answered, and the system calls that matter here, each with the process that made it.
fn looked_on(home: &Home, words: &[&str], log: &Path) -> (Json, Vec<(String, String)>) {
    let command = home.command(words);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o"]).arg(log).args(["-e", "trace=execve,openat,socket,seccomp"]);
    let output = strace.arg("--").arg(command.get_program()).args(command.get_args()).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let log = fs::read_to_string(log).unwrap();
    let calls = log.lines().filter_map(|line| line.split_once(' ')).map(|(process, call)| (process.to_owned(), call.trim().to_owned()));
    (serde_json::from_slice(&output.stdout).unwrap(), calls.collect())
}

fn rooms(calls: &[(String, String)]) -> Vec<&str> {
    let started = calls.iter().filter(|(_, call)| call.starts_with("execve(") && call.contains("--airlock"));
    started.map(|(process, _)| process.as_str()).collect()
}

#[test]
fn what_another_typed_is_tried_in_one_process_that_reaches_nothing_and_one_s_own_words_in_none() {
    let (root, ada, bo) = millbrook();
    if let Err(why) = may_look_on(root.path()) {
        folkmoot_testkit::not_run(&format!("no other process can be looked on here: {why}"));
        return;
    }
    let log = root.path().join("log");
    let types = |home: &Home, draft: &str, text: &str| {
        let file = root.path().join("text");
        fs::write(&file, text).unwrap();
        home.must(&["draft", "set", draft, file.to_str().unwrap()]);
    };
    let draft = ada.id(&["draft", "open", "The mill"]);
    types(&ada, &draft, "The mill is everybody's.");
    let (shown, calls) = looked_on(&ada, &["draft", "show", &draft], &log);
    assert_eq!((&shown["text"], rooms(&calls).len()), (&"The mill is everybody's.".into(), 0));
    carry(&ada, &bo);
    types(&bo, &draft, "The mill is everybody's. Nobody sells it.");
    carry(&bo, &ada);
    let (shown, calls) = looked_on(&ada, &["draft", "show", &draft], &log);
    assert_eq!(shown["text"], "The mill is everybody's. Nobody sells it.");
    let [room] = rooms(&calls)[..] else { panic!("one room is needed: {calls:?}") };
    let mut of_the_room = calls.iter().filter(|(process, call)| process == room && !call.starts_with("+++")).map(|(_, call)| call);
    assert!(of_the_room.any(|call| call.starts_with("seccomp(")), "the room is closed in: {calls:?}");
    assert_eq!(of_the_room.next(), None, "and reaches for nothing from then on");
    assert!(calls.iter().any(|(process, call)| process != room && call.starts_with("openat(")), "what is looked on is seen");
}

#[test]
fn a_room_ends_with_whoever_started_it_and_answers_no_nonsense() {
    let room = |input: &[u8]| {
        let mut room = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
        let mut room = room.arg("--airlock").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        // It may have ended before it has read all of this.
        let _ = room.stdin.take().unwrap().write_all(input);
        room.wait_with_output().unwrap()
    };
    // The first word is that the walls stand.
    const WALLS_STAND: &[u8] = &[0, 0, 0, 1, 0];
    let ended = room(&[]);
    assert!(ended.status.success() && ended.stdout == WALLS_STAND, "{ended:?}");
    let not_an_ask = room(&[0xff; 64]);
    assert!(!not_an_ask.status.success() && not_an_ask.stdout == WALLS_STAND, "{not_an_ask:?}");
    let no_opening = room(&[&[0, 0, 0, 0, 1, 0, 0, 0, 3], &b"abc"[..]].concat());
    assert_eq!((no_opening.status.success(), &no_opening.stdout[..]), (true, &[WALLS_STAND, &[0, 0, 0, 1, 2]].concat()[..]));
}
