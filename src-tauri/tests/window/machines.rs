//! Machines as they are: without a language, without a bus, with a disk that is full or may not be written.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use folkmoot_testkit::{READ_ONLY, SMALL_DISK, mounted, on_a_mount};
use tokio::time::sleep;

use crate::page::{fill, open, press, sees};
use crate::screen::{Bus, Machine, OLD_LAPTOP, Screen};
use crate::town::Town;
use crate::{Outcome, on_a_screen, page};

const CODE: &str = "folkmoot:town:aaaaaaaa";

#[test]
fn it_opens_without_a_language_and_whatever_draws_it() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::with_a_past(home.path())?;
    let machines: [&[(&str, &str)]; 4] = [
        &[],
        &[("LC_ALL", "POSIX"), ("LIBGL_ALWAYS_SOFTWARE", "1")],
        &[("LANG", "xx_YY.UTF-8"), ("WEBKIT_DISABLE_COMPOSITING_MODE", "1")],
        &[("LANG", "es_ES.UTF-8"), ("WEBKIT_DISABLE_DMABUF_RENDERER", "0")],
    ];
    for variables in machines {
        on_a_screen(Machine { variables, ..OLD_LAPTOP }, async |screen| {
            let page = screen.window(home.path()).await?;
            // A page with days, numbers and quantities on it.
            open(&page, "ledger/journal").await?;
            sees(&page, "kg flour").await?;
            page.close().await.map_err(Into::into)
        })
        .map_err(|error| format!("{variables:?}: {error}"))?;
    }
    Ok(())
}

#[test]
fn the_window_s_program_serves_as_a_room_for_drafts_without_any_screen() -> Outcome {
    let mut room = Command::new(env!("CARGO_BIN_EXE_folkmoot-window"));
    let ended = room.arg("--airlock").env_clear().stdin(Stdio::null()).output()?;
    // One word, that its walls stand, and then nothing is asked.
    assert!(ended.status.success() && ended.stdout == [0, 0, 0, 1, 0] && ended.stderr.is_empty(), "{ended:?}");
    Ok(())
}

#[test]
fn a_second_launch_hands_its_code_to_the_window_that_is_open_on_the_home_and_ends() -> Outcome {
    let homes = tempfile::tempdir()?;
    let (mill, cedar) = (homes.path().join("mill"), homes.path().join("cedar"));
    Town::with_a_past(&mill)?;
    let bus = Bus::open()?;
    let variables = [("LANG", "C"), ("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str())];
    on_a_screen(Machine { variables: &variables, ..OLD_LAPTOP }, async |screen| {
        let page = screen.window(&mill).await?;
        sees(&page, "Millbrook").await?;
        let again = screen.launch(&[OsStr::new("--home"), mill.as_os_str(), OsStr::new(CODE)], &variables)?;
        assert!(again.status.success(), "{again:?}");
        assert_eq!(shown_code(&page).await?, CODE);
        // The window of another home is another window.
        let other = Screen::open(Machine { variables: &variables, ..OLD_LAPTOP })?;
        let beside = other.window_of(&[OsStr::new("--home"), cedar.as_os_str(), OsStr::new(CODE)]).await?;
        assert_eq!(shown_code(&beside).await?, CODE);
        beside.close().await?;
        page.close().await.map_err(Into::into)
    })
}

#[test]
fn a_code_that_comes_while_the_page_is_opened_anew_is_shown_by_the_page_that_comes() -> Outcome {
    let homes = tempfile::tempdir()?;
    let mill = homes.path().join("mill");
    Town::with_a_past(&mill)?;
    let bus = Bus::open()?;
    let variables = [("LANG", "C"), ("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str())];
    on_a_screen(Machine { variables: &variables, ..OLD_LAPTOP }, async |screen| {
        let page = screen.window(&mill).await?;
        sees(&page, "Millbrook").await?;
        // The page that listened is gone, and the one that comes does not listen yet.
        let at = page.current_url().await?;
        let style = "return document.querySelector('link[rel=stylesheet]').href";
        let style = page.execute(style, Vec::new()).await?;
        page.goto(style.as_str().unwrap_or_default()).await?;
        let again = screen.launch(&[OsStr::new("--home"), mill.as_os_str(), OsStr::new(CODE)], &variables)?;
        assert!(again.status.success(), "{again:?}");
        page.goto(at.as_str()).await?;
        assert_eq!(shown_code(&page).await?, CODE);
        // It stands in a field: nothing brings it again.
        page::open(&page, "home").await?;
        page.refresh().await?;
        sees(&page, "What needs doing").await?;
        page::at_rest(&page).await?;
        let address = page.execute("return location.hash", Vec::new()).await?;
        assert_eq!(address, "#/home");
        page.close().await.map_err(Into::into)
    })
}

/// The code that stands in the page's field, to be answered or not.
async fn shown_code(page: &fantoccini::Client) -> Result<String, Box<dyn std::error::Error>> {
    let script =
        "return [...document.querySelectorAll('textarea')].map((one) => one.value).find((value) => value.startsWith('folkmoot:')) ?? null";
    let code = page::once(page, script, Vec::new()).await?;
    Ok(code.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_window_opens_as_large_as_it_was_left() -> Outcome {
    let home = tempfile::tempdir()?;
    on_a_screen(OLD_LAPTOP, async |screen| {
        let page = screen.window(home.path()).await?;
        sees(&page, "Found an assembly").await?;
        page.set_window_rect(40, 30, 900, 600).await?;
        page::at_rest(&page).await?;
        // As whoever logs out closes it; what cuts a window off has nothing kept.
        let window = screen.process_of_the_window()?.to_string();
        Command::new("kill").args(["-TERM", &window]).status()?;
        while Path::new("/proc").join(&window).exists() {
            sleep(Duration::from_millis(20)).await;
        }
        let _ = page.close().await;
        let page = screen.window(home.path()).await?;
        sees(&page, "Found an assembly").await?;
        let (_, _, width, height) = page.get_window_rect().await?;
        assert_eq!((width, height), (900, 600));
        page.close().await.map_err(Into::into)
    })
}

#[test]
fn a_home_that_may_not_be_written_is_said_as_such_whether_there_is_a_book_in_it_or_not() -> Outcome {
    let Some(homes) = mounted() else {
        let homes = tempfile::tempdir()?;
        Town::with_a_past(&homes.path().join("mill"))?;
        let test = "machines::a_home_that_may_not_be_written_is_said_as_such_whether_there_is_a_book_in_it_or_not";
        return on_a_mount(test, READ_ONLY, homes.path());
    };
    on_a_screen(OLD_LAPTOP, async |screen| {
        let page = screen.window(&homes.join("new")).await?;
        press(&page, "Found an assembly").await?;
        fill(&page, "Name of the assembly", "Millbrook").await?;
        fill(&page, "Your name", "Ada").await?;
        press(&page, "Found the assembly").await?;
        sees(&page, "cannot be opened or written").await?;
        page.close().await?;
        let page = screen.window(&homes.join("mill")).await?;
        sees(&page, "cannot be opened or written").await?;
        page.close().await.map_err(Into::into)
    })
}

#[test]
fn a_full_disk_is_said_and_what_was_recorded_before_it_is_kept() -> Outcome {
    let Some(disk) = mounted() else {
        let disk = tempfile::tempdir()?;
        return on_a_mount("machines::a_full_disk_is_said_and_what_was_recorded_before_it_is_kept", SMALL_DISK, disk.path());
    };
    let home = disk.join("mill");
    let mut town = Town::found(&home, "Millbrook", "Ada")?;
    town.enrol(&["Rosa Weber".to_owned()])?;
    on_a_screen(OLD_LAPTOP, async |screen| {
        let page = screen.window(&home).await?;
        open(&page, "people").await?;
        sees(&page, "Rosa Weber").await?;
        let filler = folkmoot_testkit::fill(&disk, 0)?;
        press(&page, "Enter people").await?;
        fill(&page, "Name", "Ibrahim Haddad").await?;
        press(&page, "Enter").await?;
        sees(&page, "The disk is full").await?;
        fs::remove_file(filler)?;
        press(&page, "Enter").await?;
        sees(&page, "Ibrahim Haddad").await?;
        page.close().await.map_err(Into::into)
    })?;
    town.desk.refresh()?;
    assert_eq!(town.desk.names(town.assembly)?.len(), 3);
    assert!(town.desk.verify(|_, _| ())?.ok);
    Ok(())
}
