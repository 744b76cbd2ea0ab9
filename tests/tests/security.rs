//! SECURITY.md says nothing that no test shows: every test that it names is there.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Where the tests of a target of a package lie.
fn place(package: &str, target: &str) -> PathBuf {
    let root = root();
    match package {
        "tests" => root.join("tests/tests").join(target),
        // The stories get the real binary there.
        "cli" => root.join("tests").join(target),
        "window" => root.join("src-tauri/tests").join(target),
        crates if target == "src" => root.join("crates").join(crates).join("src"),
        crates => root.join("crates").join(crates).join("tests").join(target),
    }
}

/// The source of a module of a test target, which is one file or a folder.
fn source(package: &str, target: &str, module: &str) -> Option<String> {
    let place = place(package, target);
    let of_folder = fs::read_to_string(place.join(module).with_extension("rs")).ok();
    of_folder.or_else(|| (module == "main").then(|| fs::read_to_string(place.with_extension("rs")).ok())?)
}

/// The tests that a line of the table names.
fn named(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).filter(|words| words.contains("::")).collect()
}

/// Whether a source has a test of a name, by itself or as one that a macro makes.
fn has(source: &str, test: &str) -> bool {
    let by_itself = source.split_once(&format!("fn {test}(")).is_some_and(|(before, _)| {
        let above = before.lines().rev().map(str::trim).skip_while(|line| ["", "async", "pub"].contains(line));
        above.take_while(|line| line.starts_with("#[")).any(|line| line == "#[test]" || line.contains("::test"))
    });
    by_itself || source.contains(&format!("    {test}: "))
}

#[test]
fn every_test_that_security_names_is_there() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| **")).collect();
    let mut tests = 0;
    for name in rows.iter().flat_map(|row| named(row)) {
        let [package, target, module, test] = name.split("::").collect::<Vec<_>>()[..] else { panic!("{name}") };
        let source = source(package, target, module).unwrap_or_else(|| panic!("{name}: there is no such place"));
        assert!(has(&source, test), "{name} is not there");
        tests += 1;
    }
    assert!(rows.len() > 20 && tests > 40, "{} rows name {tests} tests", rows.len());
}

#[test]
fn a_row_that_claims_something_names_a_test() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    for row in text.lines().filter(|line| line.starts_with("| **")) {
        // What is said not to be there yet can have no test.
        assert!(!named(row).is_empty() || row.contains("| Nothing yet"), "{row}");
        assert_eq!(row.trim_matches('|').split(" | ").count(), 4, "{row}");
    }
    let source = "#[test]\nfn here() {}\n\nfn there() {}\n    made: 1,";
    assert_eq!(["here", "there", "nowhere", "made"].map(|test| has(source, test)), [true, false, false, true]);
}

#[test]
fn every_part_that_others_made_is_locked_to_what_it_was_by_a_checksum() {
    let read = |file: &str| fs::read_to_string(root().join(file)).unwrap();
    let lock = read("Cargo.lock");
    let mut parts = 0;
    for part in lock.split("[[package]]").filter(|part| part.contains("\nsource = ")) {
        assert!(
            part.contains("\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"") && part.contains("\nchecksum = "),
            "{part}"
        );
        parts += 1;
    }
    let page: serde_json::Value = serde_json::from_str(&read("ui/package-lock.json")).unwrap();
    for (name, part) in page["packages"].as_object().unwrap().iter().filter(|(name, _)| !name.is_empty()) {
        assert!(part["integrity"].as_str().is_some_and(|sum| sum.starts_with("sha512-")), "{name}: {part}");
        parts += 1;
    }
    assert!(parts > 300, "{parts}");
}
