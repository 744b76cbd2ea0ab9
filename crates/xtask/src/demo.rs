//! `cargo xtask demo`: two towns keep their books, exchange them by file only, and a third home reads both.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::shell;
use crate::trouble::Trouble;

/// Builds the command line and tells the story with it, in a new directory.
///
/// # Errors
/// When a build fails, the directory is there already, or anything in the story does not hold.
pub(crate) fn demo(args: &[OsString]) -> Result<(), Trouble> {
    let folder = shell::build(&["folkmoot", "demo"])?;
    let program = |name: &str| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let fresh = || env::temp_dir().join(format!("folkmoot-demo-{}", std::process::id()));
    let directory = args.first().map_or_else(fresh, PathBuf::from);
    shell::run(Command::new(program("demo")).arg(program("folkmoot")).arg(directory))
}
