//! `cargo xtask demo`: two towns keep their books, exchange them by file only, and a third home reads both.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::Trouble;
use crate::{apt, shell};

/// A moment after the demo's last act, for a window that shows its town.
pub(crate) const NOW: &str = "2027-04-12T18:00";

/// Builds the command line and tells the story with it, in a new directory.
///
/// # Errors
/// When a build fails, the directory is there already, or anything in the story does not hold.
pub(crate) fn demo(args: &[OsString]) -> Result<(), Trouble> {
    apt::install(apt::BOOK)?;
    let folder = shell::build(&["folkmoot", "demo"])?;
    tell(&folder, args.first().map_or_else(fresh, PathBuf::from)).map(drop)
}

/// Tells the story with programs that are built, and gives the directory of its homes.
///
/// # Errors
/// When anything in the story does not hold.
pub(crate) fn homes(folder: &Path) -> Result<PathBuf, Trouble> {
    tell(folder, fresh())
}

fn tell(folder: &Path, directory: PathBuf) -> Result<PathBuf, Trouble> {
    let program = |name: &str| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    shell::run(Command::new(program("demo")).arg(program("folkmoot")).arg(&directory))?;
    Ok(directory)
}

fn fresh() -> PathBuf {
    env::temp_dir().join(format!("folkmoot-demo-{}", std::process::id()))
}
