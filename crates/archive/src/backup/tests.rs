//! Backups that are taken, restored, cut short and tampered with.

use super::*;
use crate::trial::{Home, NOW, change, changes};
use std::fs;

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_a_restore_that_was_killed_left_behind_goes_before_the_next_one() {
    let mut home = Home::new();
    home.store(changes(0..3));
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
    home.archive.backup_to(&file, |_, _| ()).unwrap();
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join(format!("{BOOK}.4711.half")), "a whole book, readable, that nobody opens any more").unwrap();
    drop(restore_from(&file, &dir, None, |_| Ok(()), |_, _| ()).unwrap());
    assert!(names(&dir).iter().all(|name| !name.contains("half")), "{:?}", names(&dir));
}

#[test]
fn a_restored_home_holds_what_was_backed_up() {
    let mut home = Home::new();
    home.store(changes(0..2000));
    home.archive.write(|w| w.set_setting("language", "ku")).unwrap();
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("new").join("home"));
    let mut other = Archive::open(home.archive.dir()).unwrap();
    let mut steps = Vec::new();
    let at_that_moment = home.archive.changes_since(0, None).unwrap();
    home.archive
        .backup_to(&file, |done, all| {
            steps.push((done, all));
            if steps.len() < 4 {
                other.write(|w| w.insert_change(&change(9000 + steps.len() as u64), NOW)).unwrap();
            }
        })
        .unwrap();
    assert!(steps.len() > 4 && steps.is_sorted() && steps.last().is_some_and(|(done, all)| done == all), "{steps:?}");
    assert_eq!(names(stick.path()), ["home.backup"], "a backup is one file");
    restore_from(&file, &dir, None, |_| Ok(()), |_, _| {}).unwrap();
    assert_eq!(names(stick.path()), ["home.backup", "new"]);
    assert_eq!(names(&dir), [BOOK]);
    let restored = Archive::open_existing(&dir).unwrap();
    assert_eq!(restored.changes_since(0, None).unwrap(), at_that_moment);
    assert_eq!(restored.setting("language").unwrap().as_deref(), Some("ku"));
    assert_eq!(home.archive.changes_since(0, None).unwrap().len(), at_that_moment.len() + 3, "another process wrote meanwhile");
}

#[test]
fn nothing_that_is_there_is_ever_overwritten() {
    let mut home = Home::new();
    home.store(changes(0..3));
    let stick = tempfile::tempdir().unwrap();
    let file = stick.path().join("home.backup");
    home.archive.backup_to(&file, |_, _| {}).unwrap();
    let before = fs::read(&file).unwrap();
    home.store(changes(3..6));
    assert!(matches!(home.archive.backup_to(&file, |_, _| {}), Err(ArchiveError::AlreadyThere { .. })));
    assert_eq!(fs::read(&file).unwrap(), before);
    let refused = restore_from(&file, home.archive.dir(), None, |_| Ok(()), |_, _| {});
    assert!(matches!(refused, Err(ArchiveError::AlreadyThere { .. })), "{refused:?}");
    assert_eq!(home.archive.changes_since(0, None).unwrap().len(), 6);
    assert_eq!(names(stick.path()), ["home.backup"]);
}

#[test]
fn a_book_that_appears_during_a_restore_stays() {
    let mut home = Home::new();
    home.store(changes(0..3));
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
    home.archive.backup_to(&file, |_, _| {}).unwrap();
    let refused = restore_from(&file, &dir, None, |_| Ok(()), |_, _| fs::copy(&file, dir.join(BOOK)).map(drop).unwrap());
    assert!(matches!(refused, Err(ArchiveError::AlreadyThere { .. })), "{refused:?}");
    assert_eq!(fs::read(dir.join(BOOK)).unwrap(), fs::read(&file).unwrap());
    assert_eq!(names(&dir), [BOOK]);
}

#[test]
fn two_who_restore_into_one_place_at_once_do_not_take_each_other_s_half_away() {
    let mut home = Home::new();
    home.store(changes(0..3));
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
    home.archive.backup_to(&file, |_, _| {}).unwrap();
    let mut second = None;
    let first = restore_from(
        &file,
        &dir,
        None,
        |_| Ok(()),
        |_, _| {
            second.get_or_insert_with(|| restore_from(&file, &dir, None, |_| Ok(()), |_, _| {}).map(drop));
        },
    );
    assert!(matches!(second, Some(Err(ArchiveError::InUse))), "{second:?}");
    assert_eq!(first.unwrap().changes_since(0, None).unwrap().len(), 3);
}

#[test]
fn a_damaged_or_foreign_backup_makes_no_home() {
    let mut home = Home::new();
    home.store(changes(0..500));
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
    home.archive.backup_to(&file, |_, _| {}).unwrap();
    let good = fs::read(&file).unwrap();
    let restore = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        let error = restore_from(&file, &dir, None, |_| Ok(()), |_, _| {}).unwrap_err();
        assert_eq!(names(stick.path()), ["home.backup"], "nothing half-done is left");
        error
    };
    let error = restore(b"40 kg of flour");
    assert!(matches!(error, ArchiveError::NotABook { .. }), "{error:?}");
    let error = restore(&good[..good.len() / 2]);
    assert!(matches!(error, ArchiveError::Unsound { .. }), "{error:?}");
    let mut bent = good.clone();
    let act = change(7).says().act.clone();
    let at = good.windows(act.len()).position(|window| window == act).unwrap() + act.len() - 1;
    bent[at] ^= 1;
    let error = restore(&bent);
    assert!(matches!(error, ArchiveError::Damaged { hash } if hash == change(7).hash()), "{error:?}");
    let mut newer = good;
    newer[63] = 200;
    let error = restore(&newer);
    assert!(matches!(error, ArchiveError::NewerBook { found: 200, .. }), "{error:?}");
    fs::remove_file(&file).unwrap();
    assert!(matches!(restore_from(&file, &dir, None, |_| Ok(()), |_, _| {}), Err(ArchiveError::NotHere { .. })));
}

#[test]
fn a_backup_in_which_somebody_wrote_makes_no_home() {
    let mut home = Home::new();
    home.store(changes(0..20));
    let stick = tempfile::tempdir().unwrap();
    let dir = stick.path().join("home");
    // What is not signed says to whom a change goes.
    for column in
        ["ring = 2", "assembly = zeroblob(32)", "device = zeroblob(32)", "seq = 99", "prev = zeroblob(32)", "document = 'charter'"]
    {
        let file = stick.path().join(column);
        home.archive.backup_to(&file, |_, _| {}).unwrap();
        let conn = Connection::open(&file).unwrap();
        conn.execute(&format!("UPDATE changes SET {column} WHERE hash = ?1"), [change(7).hash().0]).unwrap();
        conn.close().unwrap();
        let error = restore_from(&file, &dir, None, |_| Ok(()), |_, _| {}).unwrap_err();
        assert!(matches!(error, ArchiveError::Damaged { hash } if hash == change(7).hash()), "{column}: {error:?}");
    }
    for table in ["changes", "orphans"] {
        let file = stick.path().join(table);
        home.archive.backup_to(&file, |_, _| {}).unwrap();
        let conn = Connection::open(&file).unwrap();
        // The hash leaves the signature out.
        let mut forged = change(7).signed().encode();
        *forged.last_mut().unwrap() ^= 1;
        if table == "changes" {
            conn.execute("UPDATE changes SET bytes = ?1 WHERE hash = ?2", (&forged, change(7).hash().0)).unwrap();
        } else {
            let sql = "INSERT INTO orphans (hash, assembly, device, bytes, received_at) VALUES (?1, ?2, ?3, ?4, 0)";
            let says = change(7).says().clone();
            conn.execute(sql, (change(7).hash().0, says.assembly.0, says.device.0, &forged)).unwrap();
        }
        conn.close().unwrap();
        let error = restore_from(&file, &dir, None, |_| Ok(()), |_, _| {}).unwrap_err();
        assert!(matches!(error, ArchiveError::Damaged { hash } if hash == change(7).hash()), "{table}: {error:?}");
        assert!(names(&dir).is_empty(), "nothing half-done is left");
    }
}

#[test]
fn a_home_that_cannot_be_marked_is_not_restored() {
    let mut home = Home::new();
    home.store(changes(0..3));
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
    home.archive.backup_to(&file, |_, _| {}).unwrap();
    let full = |writing: &mut Writing<'_>| {
        writing.set_setting("restored", "yes")?;
        Err(ArchiveError::DiskFull)
    };
    assert!(matches!(restore_from(&file, &dir, None, full, |_, _| {}), Err(ArchiveError::DiskFull)));
    assert!(names(&dir).is_empty());
    let mark = |writing: &mut Writing<'_>| writing.set_setting("restored", "yes");
    let restored = restore_from(&file, &dir, None, mark, |_, _| assert!(!dir.join(BOOK).exists())).unwrap();
    assert_eq!(restored.setting("restored").unwrap().as_deref(), Some("yes"));
}
