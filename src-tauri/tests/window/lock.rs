//! A book with a passphrase: one field stands before it, and nothing of what is in it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use fantoccini::Client;
use folkmoot_desk::{Cost, Desk, Passphrase};
use serde_json::json;

use crate::page::{choose, dress, fill, keys, once, open, press, sees, violations};
use crate::screen::OLD_LAPTOP;
use crate::town::Town;
use crate::{Outcome, in_the_window, on_a_screen};

const PASSPHRASE: &str = "four slow brown oxen";
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';

fn closed(home: &Path) -> Outcome {
    drop(Town::found(home, "Millbrook", "Ada")?);
    Ok(Desk::set_passphrase(home, None, Some(&Passphrase::of(PASSPHRASE)), Cost::CHEAP)?)
}

/// Nothing of the town is said, and no command tells anything of it.
async fn tells_nothing(page: &Client) -> Outcome {
    let script = "return !document.documentElement.outerHTML.includes('Millbrook')";
    assert_eq!(page.execute(script, Vec::new()).await?, json!(true), "the page says whose book it is");
    for (command, args) in [
        ("look", json!({ "view": "house", "words": [], "asOf": null, "asker": {} })),
        ("look", json!({ "view": "roll", "words": [], "asOf": null, "asker": {} })),
        ("carry", json!({ "load": { "deed": "verify" }, "asker": {} })),
        ("peers", json!({ "deed": { "deed": "call" }, "asker": {} })),
    ] {
        let script = "const done = arguments[2]; window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then((given) => done({ given }), (refused) => done({ refused }))";
        let answer = page.execute_async(script, vec![json!(command), args]).await?;
        assert_eq!(answer["refused"]["code"], json!("home-locked"), "{answer}");
    }
    Ok(())
}

#[test]
fn a_closed_book_opens_with_its_passphrase_from_the_keyboard_and_closes_again() -> Outcome {
    let home = tempfile::tempdir()?;
    closed(home.path())?;
    in_the_window(home.path(), async |page| {
        sees(&page, "The book is closed").await?;
        tells_nothing(&page).await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        // The field has the focus: whoever knows the passphrase types it.
        for letter in "four slow brown oxem".chars().chain([ENTER]) {
            keys(&page, &[letter]).await?;
        }
        sees(&page, "That is not the passphrase.").await?;
        tells_nothing(&page).await?;
        fill(&page, "Passphrase", PASSPHRASE).await?;
        press(&page, "Open").await?;
        sees(&page, "Millbrook").await?;
        keys(&page, &[CONTROL, 'k']).await?;
        sees(&page, "What do you want to do?").await?;
        for letter in "lock now".chars().chain([ENTER]) {
            keys(&page, &[letter]).await?;
        }
        sees(&page, "The book is closed").await?;
        tells_nothing(&page).await?;
        for (language, head) in [("ar", "الدفتر مغلق"), ("es", "El libro está cerrado")] {
            choose(&page, &[("language", language)]).await?;
            sees(&page, head).await?;
            assert_eq!(violations(&page).await?, Vec::<String>::new(), "{language}");
        }
        choose(&page, &[("language", "en")]).await
    })
}

#[test]
fn a_passphrase_is_set_and_taken_off_in_the_settings_and_the_book_locks_itself() -> Outcome {
    let home = tempfile::tempdir()?;
    drop(Town::found(home.path(), "Millbrook", "Ada")?);
    in_the_window(home.path(), async |page| {
        open(&page, "settings").await?;
        sees(&page, "whoever takes the laptop or its disk can read all of it").await?;
        fill(&page, "New passphrase", PASSPHRASE).await?;
        fill(&page, "Once more", "four slow brown oxem").await?;
        press(&page, "Set a passphrase").await?;
        sees(&page, "The two are not the same").await?;
        fill(&page, "Once more", PASSPHRASE).await?;
        press(&page, "Set a passphrase").await?;
        sees(&page, "The book is closed with the passphrase.").await?;
        assert!(Desk::is_locked(home.path())?);
        fill(&page, "Lock when nobody touches it", "After 2 minutes").await?;
        // An hour passes for the page, in which nobody touches anything.
        once(&page, "return words(document.querySelector('main')).includes('Lock now') ? true : null", Vec::new()).await?;
        page.execute("const then = Date.now; Date.now = () => then() + 3600000", Vec::new()).await?;
        sees(&page, "Type its passphrase to open it.").await?;
        tells_nothing(&page).await?;
        fill(&page, "Passphrase", PASSPHRASE).await?;
        press(&page, "Open").await?;
        let chosen = "return [...document.querySelectorAll('select')].some((one) => one.selectedOptions[0] && words(one.selectedOptions[0]).includes('2 minutes')) ? true : null";
        once(&page, chosen, Vec::new()).await?;
        press(&page, "Take the passphrase off").await?;
        fill(&page, "The passphrase that it has", PASSPHRASE).await?;
        press(&page, "Take the passphrase off").await?;
        sees(&page, "The book has no passphrase any more.").await?;
        assert!(!Desk::is_locked(home.path())?);
        Ok(())
    })
}

#[test]
fn what_was_being_written_when_the_book_locked_itself_stands_there_again_once_it_is_open() -> Outcome {
    let home = tempfile::tempdir()?;
    closed(home.path())?;
    in_the_window(home.path(), async |page| {
        fill(&page, "Passphrase", PASSPHRASE).await?;
        press(&page, "Open").await?;
        sees(&page, "Millbrook").await?;
        open(&page, "people").await?;
        press(&page, "Enter people").await?;
        fill(&page, "Name", "Ibrahim Haddad").await?;
        fill(&page, "Household", "the ferry house").await?;
        // An hour passes for the page, in which nobody touches anything.
        page.execute("const then = Date.now; Date.now = () => then() + 3600000", Vec::new()).await?;
        sees(&page, "Type its passphrase to open it.").await?;
        tells_nothing(&page).await?;
        let here = "return document.documentElement.outerHTML.includes('Haddad')";
        assert_eq!(page.execute(here, Vec::new()).await?, json!(false));
        fill(&page, "Passphrase", PASSPHRASE).await?;
        press(&page, "Open").await?;
        let written = "const said = [...document.querySelectorAll('dialog[open] input')].map((one) => one.value);
            return said.includes('Ibrahim Haddad') && said.includes('the ferry house') ? true : null";
        once(&page, written, Vec::new()).await?;
        press(&page, "Enter").await?;
        sees(&page, "Ibrahim Haddad").await
    })
}

/// The files under a folder.
fn files(dir: &Path) -> std::io::Result<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        // What is no file, as the socket of a program, keeps nothing.
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.is_file() {
            found.push(fs::read(&path)?);
        }
    }
    Ok(found)
}

/// Whether words lie in any of these files, with one byte a letter or two.
fn lies_in(files: &[Vec<u8>], words: &str) -> bool {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let holds = |file: &[u8], wanted: &[u8]| file.windows(wanted.len()).any(|part| part == wanted);
    files.iter().any(|file| holds(file, words.as_bytes()) || holds(file, &wide))
}

#[test]
fn which_assembly_was_open_stands_in_the_closed_book_and_nowhere_beside_it() -> Outcome {
    let home = tempfile::tempdir()?;
    drop(Town::found(home.path(), "Millbrook", "Quillfeather")?);
    let towns = Town::found(home.path(), "Ashgrove", "Quillfeather")?.desk.house()?.assemblies;
    Desk::set_passphrase(home.path(), None, Some(&Passphrase::of(PASSPHRASE)), Cost::CHEAP)?;
    let is_open =
        "const one = document.querySelector('nav select'); return one && one.selectedOptions[0].innerText === arguments[0] ? true : null";
    on_a_screen(OLD_LAPTOP, async |screen| {
        for before in &towns {
            let page = screen.window(home.path()).await?;
            // As a window kept it that ran before: the next one takes it away.
            if before == &towns[0] {
                let script = "localStorage.setItem('assembly', arguments[0]); return true";
                once(&page, script, vec![json!(towns[0].assembly)]).await?;
            }
            fill(&page, "Passphrase", PASSPHRASE).await?;
            press(&page, "Open").await?;
            once(&page, is_open, vec![json!(before.name)]).await?;
            let script = "const one = document.querySelector('nav select'); one.value = arguments[0]; one.dispatchEvent(new Event('change', { bubbles: true })); return true";
            once(&page, script, vec![json!(towns[1].assembly)]).await?;
            once(&page, is_open, vec![json!(towns[1].name)]).await?;
            dress(&page, "en", "dark").await?;
            // The web view writes down what pages keep when it has time.
            for _ in 0..300 {
                if lies_in(&files(screen.person())?, "dark") {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            page.close().await?;
        }
        let kept = files(screen.person())?;
        assert!(lies_in(&kept, "dark"), "how the window looks is kept where it is looked for");
        let told = towns.iter().flat_map(|town| [town.name.clone(), town.assembly.to_string()]);
        for words in told.chain(["Quillfeather".to_owned()]) {
            assert!(!lies_in(&kept, &words), "{words} lies beside the book");
        }
        Ok(())
    })
}

#[test]
fn a_closed_backup_asks_for_its_passphrase_on_a_new_laptop_and_stays_closed() -> Outcome {
    let homes = tempfile::tempdir()?;
    let (old, new) = (homes.path().join("old"), homes.path().join("new"));
    closed(&old)?;
    on_a_screen(OLD_LAPTOP, async |screen| {
        let desk = Desk::open_with(&old, Some(&Passphrase::of(PASSPHRASE)))?;
        desk.backup(&screen.person().join("Millbrook.folkmoot-backup"), |_, _| ())?;
        let page = screen.window(&new).await?;
        press(&page, "Bring back a backup").await?;
        fill(&page, "The passphrase of this backup", "four slow brown oxem").await?;
        press(&page, "Bring it back").await?;
        sees(&page, "That is not the passphrase.").await?;
        fill(&page, "The passphrase of this backup", PASSPHRASE).await?;
        press(&page, "Bring it back").await?;
        // The backup's own name has the town's in it.
        once(&page, "return document.querySelector('nav') ? true : null", Vec::new()).await?;
        assert!(Desk::is_locked(&new)?);
        page.close().await.map_err(Into::into)
    })
}
