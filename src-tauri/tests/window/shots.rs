//! Photographs of every page, for people to look at.

use std::fs;
use std::path::PathBuf;

use crate::pages::PAGES;
use crate::screen::{Machine, OLD_LAPTOP};
use crate::town::Town;
use crate::{Outcome, on_a_screen, page};

/// Run by `cargo xtask shots`; it judges nothing.
#[test]
#[ignore = "takes pictures: cargo xtask shots"]
fn every_page_in_every_language_light_and_size() -> Outcome {
    let shots = PathBuf::from(std::env::var_os("FOLKMOOT_SHOTS").ok_or("FOLKMOOT_SHOTS names no folder")?);
    for (size, named) in [((1366, 768), "1366x768"), ((1920, 1080), "1920x1080")] {
        on_a_screen(Machine { size, ..OLD_LAPTOP }, async |screen| {
            let homes = tempfile::tempdir()?;
            let past = homes.path().join("past");
            Town::with_a_past(&past)?;
            let window = screen.window(&past).await?;
            window.set_window_rect(0, 0, size.0, size.1).await?;
            for (language, theme) in [("en", "light"), ("en", "dark"), ("es", "light"), ("ar", "light"), ("ar", "dark")] {
                page::dress(&window, language, theme).await?;
                let folder = shots.join(format!("{language}-{theme}-{named}"));
                fs::create_dir_all(&folder)?;
                for address in PAGES {
                    page::open(&window, address).await?;
                    fs::write(folder.join(format!("{}.png", address.replace(['/', ':'], "-"))), page::picture(&window).await?)?;
                }
            }
            window.close().await?;
            let window = screen.window(&homes.path().join("none")).await?;
            window.set_window_rect(0, 0, size.0, size.1).await?;
            page::at_rest(&window).await?;
            fs::write(shots.join(format!("first-{named}.png")), page::picture(&window).await?)?;
            window.close().await?;
            Ok(())
        })?;
    }
    Ok(())
}
