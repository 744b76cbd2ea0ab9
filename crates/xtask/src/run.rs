//! `cargo xtask run`: from a fresh machine to an open window.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::trouble::Trouble;
use crate::{apt, shell, ui};

const NO_DISPLAY: &str = "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
Everything can be done from the command line instead:

    cargo run -p folkmoot-cli -- --help
    target/debug/folkmoot --home DIR ...";

/// Sets up what is missing, builds the window and opens it.
///
/// # Errors
/// When there is no display, the machine lacks something, or a build fails.
pub(crate) fn run(args: &[OsString]) -> Result<(), Trouble> {
    if cfg!(target_os = "linux") && !["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(is_set) {
        return Err(Trouble::Wanting(NO_DISPLAY.to_owned()));
    }
    apt::install(apt::WINDOW)?;
    ui::install()?;
    ui::build()?;
    let args = match args {
        [dashes, rest @ ..] if dashes == "--" => rest,
        all => all,
    };
    let folder = shell::build(&["folkmoot-window"])?;
    shell::run(Command::new(folder.join(format!("folkmoot-window{}", env::consts::EXE_SUFFIX))).args(args))
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}
