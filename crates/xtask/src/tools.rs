//! The cargo tools that tests need.

use crate::shell;
use crate::trouble::Trouble;

/// Builds a cargo tool from crates.io, unless one is on the search path.
///
/// # Errors
/// When it is missing and cannot be built.
pub(crate) fn install(tool: &str) -> Result<(), Trouble> {
    // The same search that cargo makes, which also looks where it installs.
    let Some(name) = tool.strip_prefix("cargo-") else { return Ok(()) };
    if shell::succeeds(&mut shell::cargo(&[name, "--version"])) {
        return Ok(());
    }
    println!("{tool} is missing: building it, which takes some minutes once.");
    shell::run(&mut shell::cargo(&["install", tool, "--locked"]))
        .map_err(|trouble| Trouble::Wanting(format!("{tool} is missing and could not be built ({trouble}), so the tests cannot run.")))
}
