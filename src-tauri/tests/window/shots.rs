//! Photographs of every page, for people to look at.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::Client;

use crate::pages::PAGES;
use crate::screen::{Machine, OLD_LAPTOP};
use crate::town::Town;
use crate::{Outcome, on_a_screen, page};

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

async fn photograph(window: &Client, folder: &Path, name: &str) -> Outcome {
    fs::write(folder.join(format!("{name}.png")), page::picture(window).await?).map_err(Into::into)
}
