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
            (Some(said), _) => match said.strip_prefix("--corpus=") {
                Some(folder) => corpus.push(holding_inputs(&from.join(folder))?),
                None if full && list::has(said) => only.push(said),
                None => return Err(Trouble::Wanting(USAGE.to_owned())),
            },
            (None, _) => return Err(Trouble::Wanting(USAGE.to_owned())),
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

/// A folder, as a path that says the same from anywhere. What cannot be read in it is told before anything is built.
fn holding_inputs(folder: &Path) -> Result<PathBuf, Trouble> {
    if inputs_in(folder)? > 0 {
        folder.canonicalize().map_err(|source| Trouble::file(folder, &source))
    } else {
        Err(Trouble::Wanting(format!("{} holds no input: every file in it and its folders but README.md is one", folder.display())))
    }
}

/// How many inputs lie in a folder and the folders in it, each of which can be read.
fn inputs_in(folder: &Path) -> Result<usize, Trouble> {
    let mut inputs = 0;
    for file in fs::read_dir(folder).map_err(|source| Trouble::file(folder, &source))? {
        let file = file.map_err(|source| Trouble::file(folder, &source))?;
        let path = file.path();
        // A link to a folder is none of its inputs: it may lead round in a circle.
        let is_link = file.file_type().map_err(|source| Trouble::file(&path, &source))?.is_symlink();
        let kind = fs::metadata(&path).map_err(|source| Trouble::file(&path, &source))?;
        if kind.is_dir() && !is_link {
            inputs += inputs_in(&path)?;
        } else if kind.is_file() && file.file_name() != "README.md" {
            fs::File::open(&path).map_err(|source| Trouble::file(&path, &source))?;
            inputs += 1;
        }
    }
    Ok(inputs)
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
mod tests {
    use super::*;

    /// A folder with a file beside a folder that holds two more, in a place of its own.
    fn corpus(name: &str) -> PathBuf {
        let place = env::temp_dir().join(format!("folkmoot-corpus-{name}-{}", std::process::id()));
        fs::create_dir_all(place.join("deep/deeper")).unwrap();
        for file in ["README.md", "one", "deep/two", "deep/README.md", "deep/deeper/three"] {
            fs::write(place.join(file), "x").unwrap();
        }
        place
    }

    #[test]
    fn the_inputs_of_a_folder_lie_in_the_folders_of_it_too() {
        let place = corpus("deep");
        let (whole, deepest) = (inputs_in(&place), inputs_in(&place.join("deep/deeper")));
        fs::remove_dir_all(&place).unwrap();
        assert_eq!((whole.unwrap(), deepest.unwrap()), (3, 1));
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_read_is_told_by_its_name_and_a_folder_without_inputs_is_none() {
        let place = corpus("unread");
        std::os::unix::fs::symlink(place.join("gone"), place.join("deep/leads-nowhere")).unwrap();
        std::os::unix::fs::symlink(&place, place.join("deep/deeper/round")).unwrap();
        let told = holding_inputs(&place).unwrap_err().to_string();
        fs::create_dir(place.join("empty")).unwrap();
        let empty = holding_inputs(&place.join("empty")).unwrap_err().to_string();
        fs::remove_dir_all(&place).unwrap();
        assert!(told.contains("leads-nowhere"), "{told}");
        assert!(empty.contains("holds no input"), "{empty}");
    }
}
