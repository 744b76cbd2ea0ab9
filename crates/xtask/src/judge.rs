//! `cargo xtask judge`: what the heart's resolver makes of histories from files, to compare it with any other.

use std::env;
use std::ffi::OsString;
use std::path::Path;

use crate::shell;
use crate::trouble::Trouble;

/// Builds the judge and gives it the files, each named from where the person stands; nothing else is printed.
///
/// # Errors
/// When the build fails, or a file holds no history.
pub(crate) fn judge(args: &[OsString], here: &Path) -> Result<(), Trouble> {
    let folder = shell::build_quietly("judge")?;
    let files = args.iter().map(|file| here.join(file));
    let program = folder.join(format!("judge{}", env::consts::EXE_SUFFIX));
    shell::run_quietly(std::process::Command::new(program).args(files))
}
