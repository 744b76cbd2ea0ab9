//! What people do: a first run, an evening, an arrival, a stick, a restart.

use std::fs;

use fantoccini::Client;
use folkmoot_desk::{CardText, Desk};
use serde_json::{Value, json};

use crate::page::{fill, keys, once, open, press, sees};
use crate::screen::{OLD_LAPTOP, Screen};
use crate::town::{RECEIPT, Town};
use crate::{Outcome, in_the_window, on_a_screen, page};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const ALT: char = '\u{e00a}';

/// Somebody at the keyboard, who counts what they press beside the letters of names.
struct Typist<'a> {
    page: &'a Client,
    pressed: usize,
}

impl Typist<'_> {
    async fn press(&mut self, chord: &[char]) -> Outcome {
        self.pressed += 1;
        keys(self.page, chord).await
    }

    async fn writes(&mut self, words: &str) -> Outcome {
        for letter in words.chars() {
            keys(self.page, &[letter]).await?;
        }
        Ok(())
    }

    /// Goes on with Tab until what says these words has the focus.
    async fn goes_to(&mut self, said: &str) -> Outcome {
        let script =
            "const one = document.activeElement; const label = one.id && document.querySelector(`label[for=\"${CSS.escape(one.id)}\"]`);
            return words(label || one).startsWith(arguments[0])";
        for _ in 0..30 {
            self.press(&[TAB]).await?;
            if once(self.page, script, vec![json!(said)]).await? == Value::Bool(true) {
                return Ok(());
            }
        }
        Err(format!("Tab never came to {said}").into())
    }

    async fn sees_screen(&self, head: &str) -> Outcome {
        let script = "return words(document.querySelector('h1') ?? document.body).startsWith(arguments[0]) ? true : null";
        once(self.page, script, vec![json!(head)]).await.map(drop)
    }
}

#[test]
fn the_first_meeting_is_called_on_the_fifth_screen_from_the_keyboard_alone() -> Outcome {
    let homes = tempfile::tempdir()?;
    let home = homes.path().join("new");
    in_the_window(&home, async |page| {
        let mut person = Typist { page: &page, pressed: 0 };
        person.sees_screen("Folkmoot").await?;
        person.goes_to("Found an assembly").await?;
        person.press(&[ENTER]).await?;
        person.sees_screen("Found an assembly").await?;
        person.goes_to("Name of the assembly").await?;
        person.writes("Millbrook").await?;
        person.goes_to("Your name").await?;
        person.writes("Ada").await?;
        person.press(&[ENTER]).await?;
        person.sees_screen("What do you share first?").await?;
        person.goes_to("Open its account").await?;
        person.press(&[ENTER]).await?;
        person.sees_screen("Keep a copy").await?;
        person.goes_to("Call the first meeting").await?;
        person.press(&[ENTER]).await?;
        person.sees_screen("Meetings").await?;
        person.press(&[ALT, 'n']).await?;
        person.goes_to("Place").await?;
        person.writes("the mill").await?;
        person.press(&[ENTER]).await?;
        sees(&page, "The meeting is called.").await?;
        assert!(person.pressed <= 40, "{} keys were pressed beside the letters of names", person.pressed);
        Ok(())
    })?;
    let mut desk = Desk::open_existing(&home)?;
    let assembly = desk.house()?.assemblies[0].assembly;
    let seen = desk.look(assembly, "meetings", &[], "2027-04-12".parse()?)?;
    assert_eq!(seen["meetings"][0]["place"], "the mill");
    assert_eq!(desk.look(assembly, "accounts", &[], "2027-04-12".parse()?)?["accounts"].as_array().map(Vec::len), Some(3));
    Ok(())
}

#[test]
fn an_evening_a_charter_a_posting_and_a_recall_are_recorded_and_are_there_after_a_restart() -> Outcome {
    let home = tempfile::tempdir()?;
    let town = Town::found(home.path(), "Millbrook", "Ada")?;
    let (assembly, mut desk) = (town.assembly, town.desk);
    on_a_screen(OLD_LAPTOP, async |screen| {
        let page = screen.window(home.path()).await?;
        evening(&page).await?;
        page.close().await?;
        let page = screen.window(home.path()).await?;
        open(&page, "charter").await?;
        sees(&page, "Nobody sells the well.").await?;
        page.close().await.map_err(Into::into)
    })?;
    let day = "2027-04-12".parse()?;
    assert_eq!(desk.look(assembly, "charter", &[], day)?["clauses"][0]["text"], "Nobody sells the well.");
    assert_eq!(desk.look(assembly, "mandates", &[], day)?["mandates"][0]["term"], "recalled");
    assert_eq!(desk.look(assembly, "journal", &[], day)?["lines"][0]["text"], "40 kg flour from the spring harvest");
    assert!(desk.verify(|_, _| ())?.ok);
    Ok(())
}

/// A meeting with two decisions, and what they allow.
async fn evening(page: &Client) -> Outcome {
    open(page, "minutes").await?;
    press(page, "Call a meeting").await?;
    fill(page, "Day", "2027-04-12").await?;
    fill(page, "Place", "the mill").await?;
    press(page, "Call meeting").await?;
    sees(page, "The meeting is called.").await?;
    open(page, "minutes/2027-04-12").await?;
    press(page, "Open the meeting").await?;
    fill(page, "How many members are present", "1").await?;
    press(page, "Open meeting").await?;
    sees(page, "The meeting is open.").await?;
    for (number, title) in [(1, "The charter of Millbrook"), (2, "Ada keeps the ledger no longer")] {
        press(page, "Move a motion").await?;
        fill(page, "Title", title).await?;
        press(page, "Move motion").await?;
        sees(page, "The motion is put to the hall.").await?;
        press(page, "Decide the motion").await?;
        press(page, &format!("Record decision {number}")).await?;
        sees(page, "The decision is recorded.").await?;
    }
    open(page, "charter").await?;
    press(page, "Adopt a charter").await?;
    fill(page, "Title of the charter", "Charter of Millbrook").await?;
    fill(page, "Heading", "Water").await?;
    fill(page, "Words", "Nobody sells the well.").await?;
    fill(page, "Decision behind it", "1: ").await?;
    press(page, "Adopt charter").await?;
    sees(page, "The charter is recorded.").await?;
    open(page, "mandate").await?;
    press(page, "Grant a mandate").await?;
    fill(page, "Who", "Ada").await?;
    fill(page, "What for", "treasurer").await?;
    fill(page, "Until", "2027-10-31").await?;
    fill(page, "Decision behind it", "1: ").await?;
    press(page, "Grant mandate").await?;
    sees(page, "The mandate is recorded.").await?;
    open(page, "ledger").await?;
    press(page, "Record an entry").await?;
    press(page, "Something came in").await?;
    fill(page, "How much", "40").await?;
    fill(page, "Of what", "kg flour").await?;
    fill(page, "From whom, or from what", "the spring harvest").await?;
    press(page, "Record entry").await?;
    sees(page, "The entry is recorded.").await?;
    open(page, "mandate").await?;
    press(page, "Recall").await?;
    fill(page, "Decision behind it", "2: ").await?;
    press(page, "Recall mandate").await?;
    sees(page, "The recall is recorded.").await
}

#[test]
fn what_another_program_records_is_seen_while_somebody_looks() -> Outcome {
    let home = tempfile::tempdir()?;
    let mut town = Town::with_a_past(home.path())?;
    in_the_window(home.path(), async |page| {
        open(&page, "people").await?;
        sees(&page, "Rosa Weber").await?;
        town.desk.enrol(town.assembly, &[CardText::named("Nadia Kareem")], None, 1_807_553_000)?;
        sees(&page, "Nadia Kareem").await
    })
}

#[test]
fn a_paper_is_kept_with_an_entry_shown_and_written_out_again() -> Outcome {
    let home = tempfile::tempdir()?;
    let mut town = Town::with_a_past(home.path())?;
    on_a_screen(OLD_LAPTOP, async |screen: &Screen| {
        let documents = screen.person().join("Documents");
        fs::create_dir_all(&documents)?;
        let page = screen.window(home.path()).await?;
        open(&page, "ledger/journal").await?;
        press(&page, "Record an entry").await?;
        press(&page, "Something came in").await?;
        fill(&page, "How much", "10.5").await?;
        fill(&page, "Of what", "EUR").await?;
        fill(&page, "From whom, or from what", "the bread sale").await?;
        for (bytes, name) in [(10 * 1024 * 1024 + 1, "too-large.png"), (0, "sale.png")] {
            gives(&page, name, bytes).await?;
            if bytes > 0 {
                sees(&page, "at most 10 MB can be kept").await?;
            }
        }
        press(&page, "Record entry").await?;
        sees(&page, "The entry is recorded.").await?;
        press(&page, "With a paper: sale.png").await?;
        let picture = "const one = document.querySelector('dialog[open] img'); return one?.complete && one.naturalWidth ? true : null";
        once(&page, picture, Vec::new()).await?;
        fill(&page, "Where to", "Documents").await?;
        press(&page, "Save the paper").await?;
        sees(&page, "Saved as").await?;
        assert_eq!(fs::read(documents.join("sale.png"))?, RECEIPT);
        page.close().await.map_err(Into::into)
    })?;
    town.desk.refresh()?;
    let seen = town.desk.look(town.assembly, "journal", &["find=10.5 eur".to_owned()], "2027-04-12".parse()?)?;
    assert_eq!((&seen["lines"][0]["receipt"]["name"], &seen["lines"][0]["receipt_is_here"]), (&json!("sale.png"), &json!(true)));
    Ok(())
}

/// Chooses a file in the form that is open: the receipt, or so many bytes of nothing.
async fn gives(page: &Client, name: &str, bytes: usize) -> Outcome {
    let script = "const field = document.querySelector('dialog[open] input[type=file]'); if (!field) return null;
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(arguments[1] || arguments[2])], arguments[0]));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    once(page, script, vec![json!(name), json!(bytes), json!(RECEIPT)]).await.map(drop)
}

#[test]
fn a_reader_finds_days_duties_and_amounts_as_they_stand_on_the_page() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::with_a_past(home.path())?;
    in_the_window(home.path(), async |page| {
        for (language, wanted, found) in [
            ("en", "March 12, 2027", "Beech for the oven"),
            ("en", "friday", "Beech for the oven"),
            ("es", "12 de marzo", "Beech for the oven"),
            ("es", "84,50", "Beech for the oven"),
            ("es", "tesorería", "Rosa Weber"),
            ("ar", "أمين الصندوق", "Rosa Weber"),
            ("ar", "٢٠ مارس", "40 kg of flour to Cedar Falls"),
        ] {
            page::choose(&page, &[("language", language)]).await?;
            open(&page, "search").await?;
            page::write(&page, "main input[type=search]", wanted).await?;
            sees(&page, found).await.map_err(|error| format!("{wanted}: {error}"))?;
        }
        Ok(())
    })
}

#[test]
fn a_bundle_goes_out_on_a_stick_and_another_comes_in() -> Outcome {
    let homes = tempfile::tempdir()?;
    let (mill, cedar) = (homes.path().join("mill"), homes.path().join("cedar"));
    Town::with_a_past(&mill)?;
    let mut other = Town::found(&cedar, "Cedar Falls", "Cy")?;
    on_a_screen(OLD_LAPTOP, async |screen: &Screen| {
        let documents = screen.person().join("Documents");
        fs::create_dir_all(&documents)?;
        let (bundle, _) = other.desk.speak(&[], 1_807_552_900)?;
        fs::write(documents.join("from-cedar.folkmoot"), bundle.to_bytes())?;
        let page = screen.window(&mill).await?;
        open(&page, "neighbour/courier").await?;
        press(&page, "Take in from-cedar.folkmoot").await?;
        sees(&page, "of Cedar Falls").await?;
        open(&page, "neighbour").await?;
        open(&page, "neighbour/courier").await?;
        press(&page, "Anyone").await?;
        press(&page, "Documents").await?;
        press(&page, "Pack the bundle").await?;
        sees(&page, "The bundle is in Documents").await?;
        let packed = fs::read_dir(&documents)?.filter_map(Result::ok).map(|file| file.path());
        let packed =
            packed.into_iter().find(|file| file.to_string_lossy().contains("Millbrook-2027-04-12")).ok_or("no bundle lies there")?;
        let received = other.desk.receive(&fs::read(packed)?, "bundle", 1_807_553_000)?;
        assert!(received.is_whole() && received.new.values().sum::<usize>() > 20, "{received:?}");
        page.close().await.map_err(Into::into)
    })
}

#[test]
fn whoever_was_not_asked_to_carry_says_so_and_packs_all_the_same() -> Outcome {
    let home = tempfile::tempdir()?;
    let mut town = Town::found(home.path(), "Millbrook", "Ada")?;
    let decided = town.meets("2027-03-03", &["Ada carries until the spring"], 1, 1)?[0];
    let grant =
        json!({ "do": "mandate.grant", "decision": decided, "member": 1, "duty": "courier", "from": "2027-03-03", "until": "2027-03-31" });
    town.acts(&[grant])?;
    town.meets("2027-04-07", &["The ferry"], 2, 2)?;
    drop(town);
    on_a_screen(OLD_LAPTOP, async |screen: &Screen| {
        let documents = screen.person().join("Documents");
        fs::create_dir_all(&documents)?;
        let page = screen.window(home.path()).await?;
        open(&page, "neighbour/courier").await?;
        press(&page, "Anyone").await?;
        press(&page, "Documents").await?;
        press(&page, "Pack the bundle").await?;
        sees(&page, "nobody holds that mandate now").await?;
        press(&page, "I was not asked to carry, and pack it all the same").await?;
        press(&page, "Pack the bundle").await?;
        sees(&page, "The bundle is in Documents").await?;
        page.close().await.map_err(Into::into)
    })
}
