//! `cargo xtask demo`: two towns keep their books, exchange them by file only, and a third home reads both.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::shell;
use crate::trouble::Trouble;

/// Builds the command line and tells the story with it, in a new directory.
///
/// # Errors
/// When a build fails, the directory is there already, or anything in the story does not hold.
pub(crate) fn demo(args: &[OsString]) -> Result<(), Trouble> {
    shell::run(&mut shell::cargo(&["build", "--package", "folkmoot-cli"]))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let binary = target.join("debug").join(format!("folkmoot{}", env::consts::EXE_SUFFIX));
    let fresh = || env::temp_dir().join(format!("folkmoot-demo-{}", std::process::id()));
    let directory = args.first().map_or_else(fresh, PathBuf::from);
    shell::run(shell::cargo(&["run", "--quiet", "--package", "folkmoot-testkit", "--bin", "demo", "--"]).arg(binary).arg(directory))
}
