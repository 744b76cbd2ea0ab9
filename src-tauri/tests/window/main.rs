//! The real window, opened on a screen of its own and used as a person would.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a person who measures waits, and should see how far it is")]

mod album;
mod bench;
mod delegates;
mod disputed;
mod keeps_out;
mod lock;
mod machines;
mod page;
mod pages;
mod people;
mod quiet;
mod roll;
mod screen;
mod shots;
mod signs;
mod silence;
mod stories;
mod town;
mod valley;
mod years;

use std::error::Error;
use std::future::Future;
use std::path::Path;

use fantoccini::Client;

use crate::screen::{Machine, OLD_LAPTOP, Screen};

type Outcome = Result<(), Box<dyn Error>>;

/// Opens the window on a home, does something in it, and closes it whatever came of that.
fn in_the_window<Done>(home: &Path, visit: impl FnOnce(Client) -> Done) -> Outcome
where
    Done: Future<Output = Outcome>,
{
    on_a_screen(OLD_LAPTOP, async |screen| {
        let page = screen.window(home).await?;
        let outcome = visit(page.clone()).await;
        page.close().await?;
        outcome
    })
}

/// Does something on the screen of a machine.
fn on_a_screen(machine: Machine<'_>, visit: impl AsyncFnOnce(&Screen) -> Outcome) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let screen = Screen::open(machine)?;
        visit(&screen).await
    })
}
