use folkmoot::change::Ring;

use super::*;
use crate::trial::{Home, NOW, change, changes, town};
use crate::{LEAST, Snapshot, restore_from};

const CANARY: &[u8] = b"kg of flour";
const PAGE: usize = 4096;

fn first() -> Passphrase {
    Passphrase::of("four slow brown oxen")
}

fn second() -> Passphrase {
    Passphrase::of("a wagon full of lamp oil")
}

fn cheaply(dir: &Path, old: Option<&Passphrase>, new: Option<&Passphrase>) -> Result<(), ArchiveError> {
    Archive::set_passphrase(dir, old, new, Cost::CHEAP)
}

fn copy_of(dir: &Path) -> tempfile::TempDir {
    fn copy(from: &Path, to: &Path) {
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                fs::create_dir(&target).unwrap();
                copy(&entry.path(), &target);
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    let to = tempfile::tempdir().unwrap();
    copy(dir, to.path());
    to
}

/// A home as a killed program leaves it, with a log that is not in the book yet; closed if there is a passphrase.
fn killed(passphrase: Option<&Passphrase>) -> tempfile::TempDir {
    let home = Home::new().close();
    if passphrase.is_some() {
        cheaply(home.path(), None, passphrase).unwrap();
    }
    let mut archive = Archive::open_with(home.path(), passphrase).unwrap();
    archive.write(|w| changes(0..40).iter().try_for_each(|change| w.insert_change(change, NOW).map(drop))).unwrap();
    archive.write(|w| w.set_setting("language", "ku")).unwrap();
    let copy = copy_of(home.path());
    assert!(fs::metadata(copy.path().join("folkmoot.db-wal")).unwrap().len() > 0);
    copy
}

fn holds(dir: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() { holds(&path, bytes) } else { fs::read(path).unwrap().windows(bytes.len()).any(|window| window == bytes) }
    })
}

/// Opens a home, requires that all of it is there and that the next arrival has a number of its own, and says which passphrase it has.
fn opened(dir: &Path) -> Option<Passphrase> {
    let locked = Archive::is_locked(dir).unwrap();
    let tried = if locked { vec![Some(first()), Some(second())] } else { vec![None] };
    let found = tried.into_iter().find_map(|passphrase| match Archive::open_with(dir, passphrase.as_ref()) {
        Ok(archive) => Some((passphrase, archive)),
        Err(ArchiveError::WrongPassphrase) => None,
        Err(error) => panic!("{error:?}"),
    });
    let (passphrase, mut archive) = found.unwrap();
    let kept: Vec<_> = archive.changes_since(0, None).unwrap().into_iter().map(|(_, change)| change).collect();
    assert_eq!(kept, changes(0..40));
    assert_eq!(archive.setting("language").unwrap().as_deref(), Some("ku"));
    archive.write(|w| w.insert_change(&change(40), NOW)).unwrap();
    assert_eq!(archive.last_arrived().unwrap(), 41);
    assert_eq!(holds(dir, CANARY), passphrase.is_none());
    drop(archive);
    for entry in fs::read_dir(dir).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(["folkmoot.db", "folkmoot.bell", KEY].contains(&name.as_str()), "{name} is left over");
    }
    assert_eq!(dir.join(KEY).exists(), passphrase.is_some());
    passphrase
}

#[test]
fn a_home_whose_closing_is_cut_short_anywhere_is_the_old_one_or_the_new_one() {
    for (old, new) in [(None, Some(first())), (Some(first()), Some(second())), (Some(first()), None)] {
        let home = killed(old.as_ref());
        let mut cut = Vec::new();
        set(home.path(), old.as_ref(), new.as_ref(), Cost::CHEAP, &mut |step| cut.push((step, copy_of(home.path())))).unwrap();
        let mut outcomes = Vec::new();
        for (step, copy) in cut {
            let found = opened(copy.path());
            assert!(found == old || found == new, "{step}");
            outcomes.push(found == new);
        }
        assert!(outcomes.contains(&false) && outcomes.contains(&true) && outcomes.is_sorted(), "{outcomes:?}");
        assert_eq!(opened(home.path()), new);
    }
}

#[test]
fn a_key_whose_book_is_away_or_torn_stays_until_the_book_is_back() {
    let home = killed(Some(&first()));
    let (book, away) = (home.path().join(BOOK), home.path().join("away"));
    fs::rename(&book, &away).unwrap();
    for torn in [None, Some(&b""[..]), Some(b"torn"), Some(&[0; 4096])] {
        if let Some(torn) = torn {
            fs::write(&book, torn).unwrap();
        }
        settle(home.path()).unwrap();
        assert!(home.path().join(KEY).exists(), "{torn:?}");
    }
    fs::rename(&away, &book).unwrap();
    assert_eq!(opened(home.path()), Some(first()));
}

#[test]
fn a_half_book_that_was_left_behind_goes_when_the_home_is_closed() {
    let home = Home::new().close();
    let half = home.path().join("folkmoot.db.17.half");
    fs::write(&half, CANARY).unwrap();
    cheaply(home.path(), None, Some(&first())).unwrap();
    assert!(!half.exists());
}

#[test]
fn only_whoever_is_alone_and_knows_the_passphrase_changes_it() {
    let home = Home::new();
    let dir = home.archive.dir().to_owned();
    assert!(matches!(cheaply(&dir, None, Some(&first())), Err(ArchiveError::InUse)));
    let dir = home.close();
    let dir = dir.path();
    assert!(matches!(cheaply(dir, None, None), Err(ArchiveError::NoPassphrase)));
    assert!(matches!(cheaply(dir, Some(&first()), Some(&second())), Err(ArchiveError::NoPassphrase)));
    let short = Passphrase::of("eleven lett");
    assert!(matches!(cheaply(dir, None, Some(&short)), Err(ArchiveError::PassphraseTooShort { least: LEAST })));
    cheaply(dir, None, Some(&first())).unwrap();
    assert!(matches!(Archive::open(dir), Err(ArchiveError::Locked)));
    assert!(matches!(cheaply(dir, None, None), Err(ArchiveError::Locked)));
    assert!(matches!(cheaply(dir, None, Some(&second())), Err(ArchiveError::PassphraseThere)));
    for new in [None, Some(&second())] {
        assert!(matches!(cheaply(dir, Some(&second()), new), Err(ArchiveError::WrongPassphrase)));
    }
    let open = Archive::open_with(dir, Some(&first())).unwrap();
    let beside = open.spare().open().unwrap();
    drop(open);
    assert!(matches!(cheaply(dir, Some(&first()), None), Err(ArchiveError::InUse)));
    drop(beside);
    cheaply(dir, Some(&first()), None).unwrap();
    assert!(!Archive::is_locked(dir).unwrap());
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(matches!(cheaply(elsewhere.path(), None, Some(&first())), Err(ArchiveError::NotHere { .. })));
}

#[test]
fn a_damaged_key_or_book_is_not_taken_for_a_wrong_passphrase() {
    let home = killed(Some(&first()));
    let (key, book) = (home.path().join(KEY), home.path().join(BOOK));
    let whole = fs::read(&key).unwrap();
    fs::write(&key, &whole[..whole.len() - 1]).unwrap();
    assert!(matches!(Archive::open_with(home.path(), Some(&first())), Err(ArchiveError::Unsound { .. })));
    fs::write(&key, whole).unwrap();
    drop(Archive::open_with(home.path(), Some(&first())).unwrap());
    let mut pages = fs::read(&book).unwrap();
    pages[100] ^= 1;
    fs::write(&book, pages).unwrap();
    let error = Archive::open_with(home.path(), Some(&first())).unwrap_err();
    assert!(matches!(error, ArchiveError::Unsound { .. }), "{error:?}");
}

/// SQLite never reads a page that holds nothing, so its own check passes; what was sealed is to be what comes back all the same.
#[test]
fn a_page_of_a_closed_backup_that_nothing_lies_in_is_checked_like_every_other() {
    let home = killed(Some(&first()));
    let mut archive = Archive::open_with(home.path(), Some(&first())).unwrap();
    let name = "ledger/2027-Q1".parse().unwrap();
    let snapshot = Snapshot { assembly: town(1), ring: Ring::Commons, name, bytes: vec![1; 40 * PAGE], changes: 1, filed_to: 7 };
    archive.write(|w| w.put_snapshot(&snapshot)).unwrap();
    archive.write(|w| w.drop_snapshots()).unwrap();
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
    archive.backup_to(&file, |_, _| ()).unwrap();
    let whole = fs::read(&file).unwrap();
    let empty: i64 = archive.reading.conn.pragma_query_value(None, "freelist_count", |row| row.get(0)).unwrap();
    assert!(empty >= 40, "{empty} pages hold nothing");
    for at in (0..whole.len()).step_by(PAGE).map(|page| (page + PAGE / 2).min(whole.len() - 1)) {
        let mut bent = whole.clone();
        bent[at] ^= 1;
        fs::write(&file, bent).unwrap();
        let error = restore_from(&file, &dir, Some(&first()), |_| Ok(()), |_, _| ()).unwrap_err();
        assert!(matches!(error, ArchiveError::Unsound { .. }), "byte {at} of {}: {error:?}", whole.len());
    }
    fs::write(&file, whole).unwrap();
    drop(restore_from(&file, &dir, Some(&first()), |_| Ok(()), |_, _| ()).unwrap());
    assert_eq!(opened(&dir), Some(first()));
}

/// A program that is none of ours asks nobody before it opens a book. While it has it open, the log cannot go; beside another book it would be
/// taken for that book's.
#[test]
fn a_book_whose_log_cannot_go_is_not_exchanged() {
    let home = killed(None);
    let other = Connection::open(home.path().join(BOOK)).unwrap();
    let held = || other.query_row("SELECT count(*) FROM changes", [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(held(), 40);
    let error = cheaply(home.path(), None, Some(&first())).unwrap_err();
    assert!(matches!(error, ArchiveError::Busy), "{error:?}");
    assert_eq!(held(), 40, "the other program goes on");
    assert!(!home.path().join(KEY).exists() && !Archive::is_locked(home.path()).unwrap());
    other.close().unwrap();
    cheaply(home.path(), None, Some(&first())).unwrap();
    assert_eq!(opened(home.path()), Some(first()));
}

#[test]
fn a_backup_of_a_closed_home_opens_with_its_passphrase_alone() {
    let home = killed(Some(&first()));
    let stick = tempfile::tempdir().unwrap();
    let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
    Archive::open_with(home.path(), Some(&first())).unwrap().backup_to(&file, |_, _| ()).unwrap();
    assert!(!holds(stick.path(), CANARY));
    let whole = fs::read(&file).unwrap();
    let restore = |bytes: &[u8], passphrase: Option<&Passphrase>| {
        fs::write(&file, bytes).unwrap();
        let error = restore_from(&file, &dir, passphrase, |_| Ok(()), |_, _| ()).unwrap_err();
        assert!(!dir.exists() || fs::read_dir(&dir).unwrap().count() == 0, "nothing half-done is left");
        error
    };
    assert!(matches!(restore(&whole, None), ArchiveError::Locked));
    assert!(matches!(restore(&whole, Some(&second())), ArchiveError::WrongPassphrase));
    for at in [100, 5000, whole.len() / 2, whole.len() - 200, whole.len() - 100, whole.len() - 1] {
        let mut bent = whole.clone();
        bent[at] ^= 1;
        let error = restore(&bent, Some(&first()));
        assert!(matches!(error, ArchiveError::Unsound { .. }), "byte {at}: {error:?}");
    }
    let error = restore(&whole[..whole.len() / 2], Some(&first()));
    assert!(matches!(error, ArchiveError::Unsound { .. }), "{error:?}");
    fs::write(&file, whole).unwrap();
    let mut steps = Vec::new();
    drop(restore_from(&file, &dir, Some(&first()), |_| Ok(()), |done, of| steps.push((done, of))).unwrap());
    assert!(steps.is_sorted() && steps.last().is_some_and(|(done, of)| done == of), "{steps:?}");
    assert!(matches!(restore_from(&file, &dir, Some(&first()), |_| Ok(()), |_, _| ()), Err(ArchiveError::AlreadyThere { .. })));
    assert_eq!(opened(&dir), Some(first()));
}

#[test]
fn a_restore_that_is_cut_short_leaves_no_key_to_a_home_that_begins_afterwards() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(NEXT)).unwrap();
    fs::write(dir.path().join(NEXT).join(BOOK), CLOSED).unwrap();
    fs::write(dir.path().join(KEY), "a key").unwrap();
    drop(Archive::open(dir.path()).unwrap());
    assert!(!Archive::is_locked(dir.path()).unwrap());
    assert!(!dir.path().join(NEXT).exists());
}

/// Who puts a closed book aside, to restore an older one in its place, wants it back some day.
#[test]
fn the_key_of_a_book_that_was_put_aside_outlives_every_restore() {
    let (home, other) = (killed(Some(&first())), killed(Some(&second())));
    let stick = tempfile::tempdir().unwrap();
    let (closed, open, aside) = (stick.path().join("closed"), stick.path().join("open"), home.path().join("put-aside"));
    Archive::open_with(other.path(), Some(&second())).unwrap().backup_to(&closed, |_, _| ()).unwrap();
    Archive::open(killed(None).path()).unwrap().backup_to(&open, |_, _| ()).unwrap();
    drop(Archive::open_with(home.path(), Some(&first())).unwrap());
    fs::rename(home.path().join(BOOK), &aside).unwrap();
    for (file, passphrase) in [(&closed, Some(&second())), (&open, None)] {
        let error = restore_from(file, home.path(), passphrase, |_| Ok(()), |_, _| ()).unwrap_err();
        assert!(matches!(&error, ArchiveError::AlreadyThere { path } if path.ends_with(KEY)), "{error:?}");
    }
    fs::rename(&aside, home.path().join(BOOK)).unwrap();
    assert_eq!(opened(home.path()), Some(first()));
}
