//! `cargo xtask hostile`: hostile inputs into every place of a laptop, and mutations and bombs, as many as are asked for.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::Trouble;
use crate::{apt, list, shell, ui};

const USAGE: &str = "cargo xtask hostile [--corpus DIR]... [--full [T1]...]";
/// The inputs that come with the house; folders that are named are tried beside them.
const FIXTURES: &str = "tests/fixtures/hostile";

/// Runs the hostile tests, or in full the whole list of DESIGN.md 8 or the lines of it that are named, and shows how much there was of
/// everything; folders are named from where the person stands.
///
/// # Errors
/// When a folder holds no input, or anything does not hold or, in full, did not run.
pub(crate) fn hostile(args: &[OsString], from: &Path) -> Result<(), Trouble> {
    let (mut corpus, mut full, mut only, mut args) = (vec![PathBuf::from(FIXTURES)], false, Vec::new(), args.iter());
    while let Some(arg) = args.next() {
        match (arg.to_str(), args.as_slice().first()) {
            (Some("--full"), _) => full = true,
            (Some("--corpus"), Some(folder)) => {
                corpus.push(holding_inputs(&from.join(folder))?);
                args.next();
            }
            (Some(id), _) if full && list::has(id) => only.push(id),
            _ => return Err(Trouble::Wanting(USAGE.to_owned())),
        }
    }
    let here = env::current_dir().map_err(|source| Trouble::Failed(format!("the folder of the house: {source}")))?;
    let folders = env::join_paths(corpus.iter().map(|folder| here.join(folder)));
    let folders = folders.map_err(|_| Trouble::Wanting("a folder of inputs may not have a colon in its name".to_owned()))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| here.join("target"), PathBuf::from);
    let tallies = target.join("hostile");
    // What an earlier run counted is not to be told as this one's.
    if tallies.exists() {
        fs::remove_dir_all(&tallies).map_err(|source| Trouble::file(&tallies, &source))?;
    }
    fs::create_dir_all(&tallies).map_err(|source| Trouble::file(&tallies, &source))?;
    let told = |cargo: &mut Command| {
        cargo.env("FOLKMOOT_HOSTILE_CORPUS", &folders).env("FOLKMOOT_HOSTILE_TALLY", &tallies);
    };
    let outcome = if full {
        apt::install(&[apt::WINDOW, apt::WINDOW_TEST, apt::NETWORK_TEST].concat())?;
        ui::install()?;
        ui::build()?;
        list::run(&only, &target.join("tried"), told)
    } else {
        // One test after the other: the memory that is watched is the whole process's.
        let mut cargo =
            shell::cargo(&["test", "--workspace", "--test", "hostile", "--no-fail-fast", "--", "--test-threads", "1", "--nocapture"]);
        told(&mut cargo);
        shell::run(&mut cargo)
    };
    for (what, count) in counts(&tallies)? {
        println!("{what:<50} {count:>10}");
    }
    outcome
}

/// A folder, as a path that says the same from anywhere.
fn holding_inputs(folder: &Path) -> Result<PathBuf, Trouble> {
    let files = fs::read_dir(folder).map_err(|source| Trouble::file(folder, &source))?;
    let is_input = |file: &fs::DirEntry| file.path().is_file() && file.file_name() != "README.md";
    if files.filter_map(Result::ok).any(|file| is_input(&file)) {
        folder.canonicalize().map_err(|source| Trouble::file(folder, &source))
    } else {
        Err(Trouble::Wanting(format!("{} holds no input: every file in it but README.md is one", folder.display())))
    }
}

/// What all tests counted, added up; of what was measured, the most.
fn counts(tallies: &Path) -> Result<BTreeMap<String, u64>, Trouble> {
    let mut counts = BTreeMap::from([("inputs".to_owned(), 0), ("panics".to_owned(), 0)]);
    let files = fs::read_dir(tallies).map_err(|source| Trouble::file(tallies, &source))?;
    for file in files.filter_map(Result::ok).map(|file| file.path()) {
        let text = fs::read_to_string(&file).map_err(|source| Trouble::file(&file, &source))?;
        for (what, count) in text.lines().filter_map(|line| line.split_once('\t')) {
            let (known, count) = (counts.entry(what.to_owned()).or_default(), count.parse().unwrap_or(0));
            *known = if what.starts_with("largest") || what.starts_with("slowest") { count.max(*known) } else { *known + count };
        }
    }
    Ok(counts)
}
