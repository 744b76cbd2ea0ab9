//! `cargo xtask run`: from a fresh machine to an open window.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::trouble::Trouble;
use crate::{apt, demo, shell, ui};

const NO_DISPLAY: &str = "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
Everything can be done from the command line instead:

    cargo run -p folkmoot-cli -- --help
    target/debug/folkmoot --home DIR ...";

/// Sets up what is missing, builds the window and opens it; with `--demo` on the demo's town.
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
    let demo = args.iter().any(|arg| arg == "--demo");
    let folder = shell::build(if demo { &["folkmoot-window", "folkmoot", "demo"] } else { &["folkmoot-window"] })?;
    let mut window = Command::new(folder.join(format!("folkmoot-window{}", env::consts::EXE_SUFFIX)));
    if demo {
        let town = demo::homes(&folder)?.join("Millbrook").join("1");
        window.arg("--home").arg(town).args(["--now", demo::NOW]);
    }
    shell::run(window.args(args.iter().filter(|arg| *arg != "--demo")))
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}
