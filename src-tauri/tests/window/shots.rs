//! Photographs of every page, for people to look at.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::Client;
use folkmoot_desk::{Cost, Desk, Passphrase};

use crate::pages::PAGES;
use crate::screen::{Machine, OLD_LAPTOP};
use crate::town::Town;
use crate::{Outcome, on_a_screen, page, valley};

/// Every language and light that a page is worn in.
const DRESSES: [(&str, &str); 6] = [("en", "light"), ("en", "dark"), ("es", "light"), ("es", "dark"), ("ar", "light"), ("ar", "dark")];

/// Run by `cargo xtask shots`; it judges nothing.
#[test]
#[ignore = "takes pictures: cargo xtask shots"]
fn every_page_in_every_language_light_and_size() -> Outcome {
    let shots = PathBuf::from(std::env::var_os("FOLKMOOT_SHOTS").ok_or("FOLKMOOT_SHOTS names no folder")?);
    for (size, named) in [((1366, 768), "1366x768"), ((1920, 1080), "1920x1080")] {
        on_a_screen(Machine { size, ..OLD_LAPTOP }, async |screen| {
            let homes = tempfile::tempdir()?;
            let past = homes.path().join("past");
            let town = Town::with_a_past(&past)?;
            let folder = |language: &str, theme: &str| shots.join(format!("{language}-{theme}-{named}"));
            let window = screen.window(&past).await?;
            window.set_window_rect(0, 0, size.0, size.1).await?;
            for (language, theme) in DRESSES {
                page::dress(&window, language, theme).await?;
                let folder = folder(language, theme);
                fs::create_dir_all(&folder)?;
                for address in PAGES {
                    page::open(&window, address).await?;
                    photograph(&window, &folder, &address.replace(['/', ':', '?', '='], "-")).await?;
                }
                // These name acts by ids, which are new each time.
                for (at, address) in town.pages.iter().enumerate() {
                    page::open(&window, address).await?;
                    photograph(&window, &folder, &format!("{}-{at}", address.split('/').next().unwrap_or_default())).await?;
                }
                page::open(&window, "ledger").await?;
                page::click(&window, "main header button.first").await?;
                page::at_rest(&window).await?;
                photograph(&window, &folder, "ledger-form").await?;
            }
            window.close().await?;
            let window = screen.window(&homes.path().join("none")).await?;
            window.set_window_rect(0, 0, size.0, size.1).await?;
            for (language, theme) in DRESSES {
                page::dress(&window, language, theme).await?;
                photograph(&window, &folder(language, theme), "first").await?;
                for (at, way) in ["found", "join", "restore"].into_iter().enumerate() {
                    page::click(&window, &format!("main ul li:nth-child({}) button", at + 1)).await?;
                    page::at_rest(&window).await?;
                    photograph(&window, &folder(language, theme), &format!("first-{way}")).await?;
                    page::choose(&window, &[]).await?;
                }
            }
            window.close().await?;
            Ok(())
        })?;
    }
    Ok(())
}

/// The pages on which people wait for one another, with one of each thing that waits.
const BETWEEN: &[&str] = &[
    "home",
    "neighbour",
    "people/sign",
    "people/sealed",
    "people/laptops",
    "minutes/2027-03-03",
    "neighbour/answer",
    "settings",
    "ledger",
    "charter",
    "mandate",
];

/// Run by `cargo xtask shots` too: a town among others, its waiting signatures, what is sealed, and the closed book.
#[test]
#[ignore = "takes pictures: cargo xtask shots"]
fn what_waits_between_people_in_every_language_and_light() -> Outcome {
    let shots = PathBuf::from(std::env::var_os("FOLKMOOT_SHOTS").ok_or("FOLKMOOT_SHOTS names no folder")?);
    on_a_screen(OLD_LAPTOP, async |screen| {
        let homes = tempfile::tempdir()?;
        let home = homes.path().join("mill");
        let town = valley::millbrook(homes.path(), &home)?;
        let pages: Vec<String> = BETWEEN.iter().map(ToString::to_string).chain(town.pages).collect();
        drop(town.desk);
        let window = screen.window(&home).await?;
        window.set_window_rect(0, 0, 1366, 768).await?;
        for (language, theme) in DRESSES {
            page::dress(&window, language, theme).await?;
            let folder = shots.join(format!("{language}-{theme}-between"));
            fs::create_dir_all(&folder)?;
            for (at, address) in pages.iter().enumerate() {
                page::open(&window, address).await?;
                let name: String = address.chars().take(20).collect();
                photograph(&window, &folder, &format!("{at:02}-{}", name.replace(['/', ':', '?', '='], "-"))).await?;
            }
            page::open(&window, "people/sealed").await?;
            page::click(&window, "main header button.first").await?;
            page::at_rest(&window).await?;
            photograph(&window, &folder, "sealed-form").await?;
        }
        window.close().await?;
        let passphrase = Passphrase::of("four slow brown oxen");
        // The window that was closed may need a moment to be gone.
        while Desk::set_passphrase(&home, None, Some(&passphrase), Cost::CHEAP).is_err() {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let window = screen.window(&home).await?;
        window.set_window_rect(0, 0, 1366, 768).await?;
        for (language, theme) in DRESSES {
            page::dress(&window, language, theme).await?;
            photograph(&window, &shots.join(format!("{language}-{theme}-between")), "unlock").await?;
        }
        window.close().await.map_err(Into::into)
    })
}

async fn photograph(window: &Client, folder: &Path, name: &str) -> Outcome {
    fs::write(folder.join(format!("{name}.png")), page::picture(window).await?).map_err(Into::into)
}
