//! The judge as a program: a line for each file, and a quiet end where nobody reads on.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

fn judge(files: usize) -> Command {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/histories");
    let mut histories: Vec<_> = std::fs::read_dir(fixtures).unwrap().map(|file| file.unwrap().path()).collect();
    histories.retain(|path| !path.to_string_lossy().ends_with(".answer.json"));
    histories.sort();
    let mut judge = Command::new(env!("CARGO_BIN_EXE_judge"));
    judge.args(histories.iter().cycle().take(files));
    judge
}

#[test]
fn whoever_reads_one_line_of_many_is_told_of_no_trouble() {
    // More than a pipe holds, so that it is closed while the judge writes.
    let mut judging = judge(3000).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(judging.stdout.take().unwrap());
    let mut first = String::new();
    lines.read_line(&mut first).unwrap();
    assert!(first.starts_with('{'), "{first}");
    drop(lines);
    let mut said = String::new();
    judging.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    assert_ne!(judging.wait().unwrap().code(), Some(101), "it ends and does not panic");
}

#[test]
fn each_file_has_its_line() {
    let judged = judge(5).output().unwrap();
    assert_eq!(String::from_utf8(judged.stdout).unwrap().lines().count(), 5);
}
