//! The page the window shows, built with Node.

use std::path::{Path, PathBuf};

use crate::shell;
use crate::stamp;
use crate::trouble::Trouble;

const LOCK: &str = "ui/package-lock.json";
const DIST: &str = "ui/dist/index.html";
/// Inside the folder that npm empties, so that it goes when the packages go.
const PACKAGES_STAMP: &str = "ui/node_modules/.folkmoot-lock";
const BUILD_STAMP: &str = "target/xtask/ui-build";
/// Everything a build reads; `ui/dist` and the packages are what it makes and what the lock file names.
const INPUTS: &[&str] =
    &["assets/locales", "ui/index.html", "ui/package.json", LOCK, "ui/src", "ui/svelte.config.js", "ui/tsconfig.json", "ui/vite.config.ts"];

/// Installs the packages the lock file names, unless they are there.
///
/// # Errors
/// When Node is missing or npm does not succeed.
pub(crate) fn install() -> Result<(), Trouble> {
    for program in ["node", "npm"] {
        if shell::on_path(program).is_none() {
            return Err(Trouble::Wanting(format!("{program} is missing. Building the window's page needs Node 20.19 or newer, with npm.")));
        }
    }
    let lock = stamp::of(&[PathBuf::from(LOCK)])?;
    if stamp::says(Path::new(PACKAGES_STAMP), &lock) {
        return Ok(());
    }
    npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    stamp::write(Path::new(PACKAGES_STAMP), &lock)
}

/// Builds the page, unless nothing it is made of has changed.
///
/// # Errors
/// When the build does not succeed.
pub(crate) fn build() -> Result<(), Trouble> {
    let inputs: Vec<PathBuf> = INPUTS.iter().map(PathBuf::from).collect();
    let made_of = stamp::of(&inputs)?;
    if stamp::says(Path::new(BUILD_STAMP), &with_page(&made_of)?) {
        println!("The page is as it was built.");
        return Ok(());
    }
    npm(&["run", "--silent", "build"])?;
    stamp::write(Path::new(BUILD_STAMP), &with_page(&made_of)?)
}

/// Checks the types of the page, and that those of acts and views are what the published schemas say.
///
/// # Errors
/// When a type does not fit, or the contract was not written anew.
pub(crate) fn check() -> Result<(), Trouble> {
    npm(&["run", "--silent", "contract:check"])?;
    npm(&["run", "--silent", "check"])
}

/// Runs the tests of the page.
///
/// # Errors
/// When one fails.
pub(crate) fn test() -> Result<(), Trouble> {
    npm(&["run", "--silent", "test"])
}

/// Asks npm whether a part of the page is known to be weak.
///
/// # Errors
/// When one is, or npm cannot be asked.
pub(crate) fn audit() -> Result<(), Trouble> {
    npm(&["audit"])
}

/// Joins the inputs to the page that came of them, since a build without Node puts another page in its place.
fn with_page(made_of: &str) -> Result<String, Trouble> {
    let page = Path::new(DIST);
    let page = if page.exists() { stamp::of(&[page.to_path_buf()])? } else { String::new() };
    Ok(format!("{made_of} {page}"))
}

fn npm(args: &[&str]) -> Result<(), Trouble> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    shell::run(shell::command(program, args).current_dir("ui"))
}
