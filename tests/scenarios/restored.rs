//! Backups, and homes made of them (T10): nothing is lost, nothing is replaced, and no line forks.

use std::fs;

use folkmoot_testkit::tried;
use serde_json::json;

use crate::forged::number_in;
use crate::town::{Town, refused};

#[test]
fn a_backup_makes_an_equal_home_and_replaces_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let file = dir.path().join("backup");
    let path = file.to_str().unwrap();
    millbrook.must(&["backup", path]);
    millbrook.refuses(&["backup", path], 5, "home-already-there");
    let before = millbrook.hashes();
    millbrook.refuses(&["restore", path], 5, "home-already-there");
    assert_eq!(millbrook.hashes(), before);
    let again = Town::at(&dir.path().join("again"));
    again.must(&["restore", path]);
    assert_eq!(again.hashes(), before);
    again.refuses(&["restore", path], 5, "home-already-there");
}

#[test]
fn what_is_no_whole_backup_makes_no_home() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let file = dir.path().join("backup");
    let path = file.to_str().unwrap();
    millbrook.must(&["backup", path]);
    let whole = fs::read(&file).unwrap();
    let again = Town::at(&dir.path().join("again"));
    again.refuses(&["restore", "/no/such/backup"], 5, "home-not-here");
    for (bytes, exit, code) in [
        (&b"40 kg of flour"[..], 5, "home-not-a-book"),
        (&b""[..], 5, "home-not-a-book"),
        (&whole[..whole.len() / 2], 4, "home-damaged"),
        (&[&whole[..5000], &[0; 9000], &whole[14_000..]].concat(), 4, "home-damaged"),
    ] {
        fs::write(&file, bytes).unwrap();
        again.refuses(&["restore", path], exit, code);
        assert!(!again.home().join("folkmoot.db").exists());
    }
    fs::write(&file, whole).unwrap();
    again.must(&["restore", path]);
    assert_eq!(again.hashes(), millbrook.hashes());
}

#[test]
fn a_restored_home_hears_a_neighbour_before_it_writes_and_goes_on_with_its_own_line() {
    let dir = tempfile::tempdir().unwrap();
    let [millbrook, cedar, ashgrove] =
        [("Millbrook", "Ada"), ("Cedar Falls", "Bo"), ("Ashgrove", "Cy")].map(|(name, who)| Town::found(dir.path(), name, who));
    let stick = |name: &str| dir.path().join(name);
    let old = millbrook.pack(&stick("old"));
    let file = stick("backup");
    millbrook.must(&["backup", file.to_str().unwrap()]);
    let after_the_backup = millbrook.act(&Town::flour("40", "sent after the backup")).ids();
    cedar.read(&millbrook.pack(&stick("to-cedar")));
    fs::remove_dir_all(millbrook.home()).unwrap();

    millbrook.must(&["restore", file.to_str().unwrap()]);
    let flour = Town::flour("1", "after the restore");
    refused(millbrook.act(&flour), 2, "restored-unheard");
    millbrook.read(&old);
    refused(millbrook.act(&flour), 2, "restored-unheard");
    assert_eq!(millbrook.read(&ashgrove.pack(&stick("from-ashgrove"))).code, 0);
    refused(millbrook.act(&flour), 2, "restored-unheard");
    let sacks: Vec<_> = (0..20).map(|number| Town::flour("1", &format!("{number} {}", "sacks ".repeat(600)))).collect();
    assert_eq!(cedar.act(&json!(sacks)).code, 0);
    let bundle = cedar.pack(&stick("from-cedar"));
    assert_eq!(millbrook.read(&bundle[..bundle.len() / 2]).code, 4);
    refused(millbrook.act(&flour), 2, "restored-unheard");
    // Who packed it is proved, and what this laptop said later may be in the part that is damaged.
    for eighth in 1..8 {
        let mut bent = bundle.clone();
        bent[bundle.len() * eighth / 8] ^= 1;
        assert_eq!(millbrook.read(&bent).code, 4);
        refused(millbrook.act(&flour), 2, "restored-unheard");
    }
    assert_eq!(millbrook.read(&bundle).code, 0);
    assert_eq!(millbrook.act(&flour).code, 0);

    millbrook.must(&["look", "act", &after_the_backup[0]]);
    assert_eq!(number_in(millbrook.home(), "SELECT max(epoch) FROM changes"), 1);
    assert_eq!(cedar.read(&millbrook.pack(&stick("restored"))).code, 0);
    for home in [&millbrook, &cedar] {
        let seen = home.must(&["look", "home", "--assembly", "Millbrook"]).json;
        assert_eq!((&seen["forked_laptops"], &seen["void"]), (&json!([]), &json!(0)), "{seen}");
    }
    let of_both = |home: &Town| home.commons().into_iter().filter(|hash| !ashgrove.commons().contains(hash)).collect::<Vec<_>>();
    assert_eq!(of_both(&millbrook), of_both(&cedar));
    tried("home restored from a backup", 1);
}

#[test]
fn where_nothing_was_sent_since_the_backup_a_restored_home_writes_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let file = dir.path().join("backup");
    millbrook.must(&["backup", file.to_str().unwrap()]);
    let again = Town::at(&dir.path().join("again"));
    again.must(&["restore", file.to_str().unwrap(), "--nothing-sent-since"]);
    assert_eq!(again.act(&Town::flour("1", "at once")).code, 0);
    assert_eq!(again.must(&["look", "home"]).json["forked_laptops"], json!([]));
}
