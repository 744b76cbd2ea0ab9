//! Homes that are none, that are somebody else's, or that cannot be used as they are: each is named, and left as it is.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::town::Town;

const READS: [&[&str]; 4] = [&["look", "home"], &["verify"], &["backup", "/no/such/file"], &["ledger", "open", "assets:store"]];

/// Every file of a directory with its bytes.
fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(dir).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file());
    let mut files: Vec<_> = entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect();
    files.sort();
    files
}

#[test]
fn a_directory_without_a_book_and_a_place_that_is_not_there_are_no_home() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("recipes.txt"), "bread").unwrap();
    fs::write(dir.path().join("file"), "no directory").unwrap();
    let before = files(dir.path());
    for place in ["", "nowhere", "recipes.txt", "file/home"] {
        let home = Town::at(&dir.path().join(place));
        for words in READS {
            home.refuses(words, 5, "home-not-here");
        }
    }
    assert_eq!(files(dir.path()), before);
    Town::at(dir.path()).must(&["found", "--name", "Millbrook", "--person", "Ada"]);
    assert_eq!(fs::read_to_string(dir.path().join("recipes.txt")).unwrap(), "bread");
}

#[test]
fn a_foreign_file_in_the_books_place_is_not_touched() {
    let dir = tempfile::tempdir().unwrap();
    let book = dir.path().join("folkmoot.db");
    let home = Town::at(dir.path());
    let refused_by_every_verb = || {
        let before = files(dir.path());
        for words in READS.into_iter().chain([&["found", "--name", "Millbrook", "--person", "Ada"][..]]) {
            home.refuses(words, 5, "home-not-a-book");
        }
        assert_eq!(files(dir.path()), before);
    };
    Connection::open(&book).unwrap().execute_batch("CREATE TABLE recipes (bread TEXT); INSERT INTO recipes VALUES ('rye')").unwrap();
    refused_by_every_verb();
    fs::write(&book, "40 kg of flour").unwrap();
    refused_by_every_verb();
    fs::write(&book, "").unwrap();
    refused_by_every_verb();
}

#[test]
fn a_place_where_nothing_can_be_written_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let found = ["found", "--name", "Millbrook", "--person", "Ada"];
    Town::at(Path::new("/sys/folkmoot")).refuses(&found, 5, "home-no-access");
    Town::at(Path::new("/proc/folkmoot")).refuses(&found, 5, "home-io");
    fs::write(dir.path().join("file"), "").unwrap();
    Town::at(&dir.path().join("file")).refuses(&found, 5, "home-already-there");
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let before = millbrook.hashes();
    let log = millbrook.home().join("folkmoot.db-wal");
    fs::create_dir(&log).unwrap();
    millbrook.refuses(&["ledger", "in", "1", "kg flour", "--from", "Bo"], 5, "home-no-access");
    fs::remove_dir(&log).unwrap();
    assert_eq!(millbrook.hashes(), before);
}

#[test]
fn a_book_of_a_newer_folkmoot_is_left_for_it() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let before = millbrook.hashes();
    let book = Connection::open(millbrook.home().join("folkmoot.db")).unwrap();
    let known: i64 = book.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    book.pragma_update(None, "user_version", known + 1).unwrap();
    let stick = dir.path().join("stick");
    for words in
        READS.into_iter().chain([&["bundle", "write", stick.to_str().unwrap()][..], &["found", "--name", "Other", "--person", "Ada"]])
    {
        millbrook.refuses(words, 5, "home-newer");
    }
    assert!(!stick.exists());
    book.pragma_update(None, "user_version", known).unwrap();
    drop(book);
    assert_eq!(millbrook.hashes(), before);
}

#[test]
fn a_change_that_was_altered_in_the_book_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let alter = |sql: &str| Connection::open(millbrook.home().join("folkmoot.db")).unwrap().execute(sql, []).unwrap();
    assert_eq!(alter("UPDATE changes SET bytes = (SELECT bytes FROM changes WHERE arrived = 3) WHERE arrived = 2"), 1);
    for words in [&["verify"][..], &["look", "home"], &["ledger", "open", "assets:barn"]] {
        millbrook.refuses(words, 4, "home-damaged");
    }
}
