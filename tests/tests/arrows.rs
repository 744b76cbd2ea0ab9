//! Arrows point one way: who may depend on whom, and who may not know what.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The names under `[dependencies]` of a crate, which are what ships.
fn dependencies(manifest: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(manifest).unwrap_or_else(|why| panic!("{}: {why}", manifest.display()));
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in text.lines() {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.trim_end_matches(']') == "dependencies";
        } else if inside && line.contains('=') {
            names.insert(line.split(['.', '=', ' ']).next().unwrap().to_owned());
        }
    }
    names
}

fn crates() -> Vec<(String, PathBuf)> {
    let mut dirs: Vec<PathBuf> = fs::read_dir(root().join("crates")).unwrap().map(|entry| entry.unwrap().path()).collect();
    dirs.push(root().join("src-tauri"));
    // Beside the house: workspaces of their own, that nothing here can depend on.
    dirs.retain(|dir| !dir.ends_with("bench") && !dir.ends_with("fuzz"));
    dirs.sort();
    dirs.into_iter().map(|dir| (dir.file_name().unwrap().to_str().unwrap().to_owned(), dir)).collect()
}

/// What each room may know of the house; a new room must be put here.
fn may_know(room: &str) -> &'static [&'static str] {
    match room {
        "folkmoot" | "xtask" => &[],
        "record" | "archive" | "sync" => &["folkmoot"],
        "airlock" => &["folkmoot", "folkmoot-record"],
        "net" => &["folkmoot", "folkmoot-sync"],
        "desk" => &["folkmoot", "folkmoot-airlock", "folkmoot-archive", "folkmoot-record", "folkmoot-sync"],
        "host" => &["folkmoot", "folkmoot-airlock", "folkmoot-desk", "folkmoot-net"],
        "cli" | "src-tauri" => &["folkmoot", "folkmoot-desk", "folkmoot-host"],
        "testkit" => &["folkmoot"],
        other => panic!("{other} is a new room: say here what it may know, and in ARCHITECTURE.md why"),
    }
}

#[test]
fn every_room_knows_only_the_rooms_that_it_may() {
    for (room, dir) in crates() {
        let house: BTreeSet<String> =
            dependencies(&dir.join("Cargo.toml")).into_iter().filter(|name| name.starts_with("folkmoot")).collect();
        let allowed: BTreeSet<String> = may_know(&room).iter().map(|name| (*name).to_owned()).collect();
        assert!(house.is_subset(&allowed), "{room} knows {:?}", house.difference(&allowed).collect::<Vec<_>>());
    }
}

#[test]
fn the_heart_knows_no_clock_no_chance_no_file_and_no_socket() {
    let allowed = ["blake3", "chrono", "data-encoding", "ed25519-dalek", "rust_decimal", "schemars", "serde", "serde_json", "thiserror"];
    let known = dependencies(&root().join("crates/folkmoot/Cargo.toml"));
    let allowed: BTreeSet<String> = allowed.into_iter().map(str::to_owned).collect();
    assert_eq!(known, allowed);
    for file in sources(&root().join("crates/folkmoot/src")) {
        let text = fs::read_to_string(&file).unwrap();
        for word in
            ["std::fs", "std::net", "std::time", "std::env", "std::process", "std::thread", "SystemTime", "Instant", "Utc::now", "HashMap"]
        {
            assert!(!text.contains(word), "{} uses {word}", file.display());
        }
    }
}

#[test]
fn one_room_alone_knows_automerge_one_alone_knows_sqlite_and_one_alone_opens_a_socket() {
    for (room, dir) in crates() {
        let known = dependencies(&dir.join("Cargo.toml"));
        assert!(!known.contains("automerge") || room == "record", "{room} knows Automerge");
        assert!(!known.contains("rusqlite") || room == "archive", "{room} knows SQLite");
        for wire in ["iroh", "netwatch", "swarm-discovery"] {
            assert!(!known.contains(wire) || room == "net", "{room} knows {wire}");
        }
        for file in sources(&dir.join("src")).into_iter().filter(|_| room != "net") {
            let text = fs::read_to_string(&file).unwrap();
            for word in ["std::net", "tokio::net", "UdpSocket", "TcpStream", "TcpListener"] {
                assert!(!text.contains(word), "{} uses {word}", file.display());
            }
        }
    }
}

#[test]
fn only_one_place_reads_a_clock() {
    for (room, dir) in crates().into_iter().filter(|(room, _)| !["xtask", "testkit"].contains(&room.as_str())) {
        for file in sources(&dir.join("src")) {
            let reads = ["SystemTime::now", "Local::now", "Utc::now"].iter().any(|word| fs::read_to_string(&file).unwrap().contains(word));
            let is_the_clock = room == "host" && file.ends_with("clock.rs");
            assert!(!reads || is_the_clock, "{} reads a clock", file.display());
        }
    }
}

/// In the heart an institution is touched by its own folder and by the few places that list all of them.
#[test]
fn what_an_institution_knows_of_others_is_written_down() {
    let knows = |institution: &str| -> &'static [&'static str] {
        match institution {
            "roll" => &[],
            "charter" => &["minutes"],
            "minutes" => &["charter"],
            "mandate" => &["minutes", "roll"],
            "people" | "neighbour" => &["roll"],
            "ledger" => &["mandate"],
            "floor" | "draft" | "witness" | "sealed" | "note" => &[],
            other => panic!("{other} is a new institution: say here whom it asks"),
        }
    };
    let institutions =
        ["roll", "charter", "minutes", "mandate", "ledger", "people", "floor", "draft", "neighbour", "witness", "sealed", "note"];
    for institution in institutions {
        for file in sources(&root().join("crates/folkmoot/src").join(institution)) {
            let text = fs::read_to_string(&file).unwrap();
            for other in institutions.iter().filter(|other| **other != institution) {
                let uses = text.contains(&format!("use crate::{other}"));
                assert!(!uses || knows(institution).contains(other), "{} asks {other}", file.display());
            }
        }
    }
}

#[test]
fn every_room_says_its_invariant() {
    for (room, dir) in crates().into_iter().filter(|(room, _)| !["xtask", "cli", "src-tauri"].contains(&room.as_str())) {
        let text = fs::read_to_string(dir.join("src/lib.rs")).unwrap();
        assert!(text.contains("**Invariant:**"), "{room} has no invariant");
    }
}

fn sources(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}
