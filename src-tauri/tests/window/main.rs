//! The real window, opened on a screen of its own and used as a person would.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test stops where it breaks")]

mod keeps_out;
mod page;
mod pages;
mod screen;
mod shots;
mod stories;
mod town;

use std::error::Error;
use std::future::Future;
use std::path::Path;

use fantoccini::Client;

use crate::screen::Screen;

type Outcome = Result<(), Box<dyn Error>>;

/// The screen of an old laptop.
const OLD_LAPTOP: (u32, u32) = (1366, 768);

/// Opens the window on a home, does something in it, and closes it whatever came of that.
fn in_the_window<Done>(home: &Path, visit: impl FnOnce(Client) -> Done) -> Outcome
where
    Done: Future<Output = Outcome>,
{
    on_a_screen(OLD_LAPTOP, async |screen| {
        let page = screen.window(home, Some(town::NOW)).await?;
        let outcome = visit(page.clone()).await;
        page.close().await?;
        outcome
    })
}

/// Does something on a screen of a size.
fn on_a_screen(size: (u32, u32), visit: impl AsyncFnOnce(&Screen) -> Outcome) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let screen = Screen::open(size)?;
        visit(&screen).await
    })
}
