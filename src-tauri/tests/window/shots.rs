//! Photographs of every page, for people to look at.

use std::time::Duration;

use folkmoot_desk::{Cost, Desk, Passphrase};
use serde_json::json;

use crate::album::{Album, Shot};
use crate::pages::{ANYWHERE, with_a_past};
use crate::town::{SECONDS, Town};
use crate::{Outcome, on_a_screen, valley};

const PASSPHRASE: &str = "four slow brown oxen";

/// Run by `cargo xtask shots`; it judges nothing.
#[test]
#[ignore = "takes pictures: cargo xtask shots"]
fn every_page_in_every_language_light_and_size() -> Outcome {
    for (size, named) in [((1366, 768), "1366x768"), ((1920, 1080), "1920x1080")] {
        let album = Album::open(size, named)?;
        on_a_screen(album.machine(), async |screen| {
            let homes = tempfile::tempdir()?;
            let past = homes.path().join("past");
            let town = Town::with_a_past(&past)?;
            let named = Shot::numbered(&town.pages);
            let forms = [Shot::of("ledger").does("form", &["main header button.first"])];
            let shots: Vec<Shot> = with_a_past().map(Shot::of).chain(named).chain(forms).collect();
            album.take(screen, &past, &shots).await?;
            let ways = ["found", "join", "restore"].into_iter().zip(["1", "2", "3"]);
            let ways = ways.map(|(way, at)| Shot::here("first").does(way, &[&format!("main ul li:nth-child({at}) button")]));
            let first: Vec<Shot> = std::iter::once(Shot::here("first")).chain(ways).collect();
            album.take(screen, &homes.path().join("none"), &first).await
        })?;
    }
    Ok(())
}

/// Run by `cargo xtask shots` too: how every page teaches what it is for, while nothing is on it.
#[test]
#[ignore = "takes pictures: cargo xtask shots"]
fn a_town_that_has_only_begun_in_every_language_and_light() -> Outcome {
    let album = Album::open((1366, 768), "begun")?;
    on_a_screen(album.machine(), async |screen| {
        let home = tempfile::tempdir()?;
        drop(Town::found(home.path(), "Millbrook", "Ada Brandt")?);
        let forms = ["minutes", "ledger", "mandate", "people", "people/sealed", "charter/drafts", "ledger/budgets"];
        let forms = forms.into_iter().map(|page| Shot::of(page).does("form", &["main button.first"]));
        let pages = ANYWHERE.iter().copied().chain(["people/1"]);
        let keeps = Shot::of("mandate").does("keeps", &["main header button.first"]).writes("", "dialog select", "treasurer");
        let shots: Vec<Shot> = pages.map(Shot::of).chain(forms).chain([keeps]).collect();
        album.take(screen, home.path(), &shots).await
    })
}

/// The pages on which people wait for one another, with one of each thing that waits.
const BETWEEN: &[&str] = &[
    "home",
    "neighbour",
    "people/sign",
    "people/sealed",
    "people/notes",
    "people/laptops",
    "minutes/2027-03-03",
    "neighbour/answer",
    "neighbour/courier",
    "neighbour/waiting",
    "settings",
    "ledger",
    "charter",
    "mandate",
];

/// Run by `cargo xtask shots` too: a town among others, its waiting signatures, what is sealed, quiet days, and the closed book.
#[test]
#[ignore = "takes pictures: cargo xtask shots"]
fn what_waits_between_people_in_every_language_and_light() -> Outcome {
    let album = Album::open((1366, 768), "between")?;
    on_a_screen(album.machine(), async |screen| {
        let homes = tempfile::tempdir()?;
        let home = homes.path().join("mill");
        let mut town = valley::millbrook(homes.path(), &home)?;
        let code = valley::brought_by_code(&mut town, &homes.path().join("rosa"))?;
        let named = Shot::numbered(&town.pages);
        let acts = [
            Shot::of("mandate").does("keeps", &["main header button.first"]).writes("", "dialog select", "treasurer"),
            Shot::of("mandate").does("recall", &["main .margin button.plain"]),
            Shot::of("people/sign").does("code", &["main li button.by-code"]),
            Shot::of("people/sign").does("card", &["main .card button"]),
            Shot::of("people/sealed").does("form", &["main header button.first"]),
            Shot::of("people/sealed").does("add", &["main section button.plain"]),
            Shot::of("people/notes").does("form", &["main header button.first"]),
            Shot::of("minutes/2027-03-03").does("notes", &["main details:last-of-type summary"]),
            Shot::of("neighbour/answer").writes("code", "main textarea", &code),
            Shot::of("neighbour/answer").writes("read", "main textarea", &code).does("", &["main form button.first"]),
        ];
        let shots: Vec<Shot> = BETWEEN.iter().copied().map(Shot::of).chain(named).chain(acts).collect();
        let decision = town.decision(1)?;
        let assembly = town.assembly;
        drop(town.desk);
        album.take(screen, &home, &shots).await?;
        // The window that was closed may need a moment to be gone.
        let passphrase = Passphrase::of(PASSPHRASE);
        while Desk::set_passphrase(&home, None, Some(&passphrase), Cost::CHEAP).is_err() {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let mut desk = Desk::open_with(&home, Some(&passphrase))?;
        desk.act(assembly, &[json!({ "do": "quiet.begin", "decision": decision, "from": "2027-04-11", "until": "2027-04-25" })], SECONDS)?;
        drop(desk);
        let wrong = Shot::here("unlock").writes("wrong", "main input", "four slow brown oxem").does("", &["main form button.first"]);
        album.take(screen, &home, &[Shot::here("unlock"), wrong]).await?;
        let declares = Shot::of("settings/quiet").does("form", &["main button.begin"]).called("closed-");
        let ends = Shot::of("settings/quiet").does("end", &["main .margin button.plain"]).called("closed-");
        let closed = ["home", "neighbour", "settings", "mandate", "people/sign"].map(|page| Shot::of(page).called("closed-"));
        let closed: Vec<Shot> = closed.into_iter().chain([declares, ends]).collect();
        album.opened_with(PASSPHRASE).take(screen, &home, &closed).await
    })
}
