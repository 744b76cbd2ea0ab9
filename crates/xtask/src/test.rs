//! `cargo xtask test`: everything that must hold, in stages.

use std::ffi::OsString;
use std::path::Path;
use std::{env, fs};

use crate::stage::{self, Outcome, Stage};
use crate::trouble::Trouble;
use crate::{apt, bundle, shell, tidy, tools, ui};

/// The page is built before the Rust is, because the window carries it.
const STAGES: &[Stage] = &[
    Stage { name: "set-up", work: || passed(set_up()) },
    Stage { name: "tidy", work: || passed(tidy::tidy(&[])) },
    Stage { name: "format", work: || passed(cargo(&["fmt", "--all", "--check"])) },
    Stage { name: "page-types", work: || passed(ui::check()) },
    Stage { name: "page-tests", work: || passed(ui::test()) },
    Stage { name: "page-build", work: || passed(ui::build()) },
    Stage { name: "clippy", work: || passed(cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])) },
    Stage { name: "rust", work: || tests(&["nextest", "run", "--workspace"]) },
    Stage { name: "doc-tests", work: || passed(cargo(&["test", "--doc", "--workspace"])) },
    Stage { name: "parts", work: || passed(cargo(&["deny", "check", "bans", "licenses", "sources"])) },
    Stage { name: "advisories", work: advisories },
    // Built with the whole workspace, so that the binaries of the Rust stage serve here too.
    Stage { name: "window", work: || tests(&["test", "--workspace", "--test", "window"]) },
    Stage { name: "package", work: || passed(bundle::bundle(&["--debug".into()])) },
];

/// Runs every stage, or those that are named.
///
/// # Errors
/// When a stage is not known or fails.
pub(crate) fn test(args: &[OsString]) -> Result<(), Trouble> {
    let known = |arg: &&OsString| STAGES.iter().any(|stage| *arg == stage.name);
    if let Some(unknown) = args.iter().find(|arg| !known(arg)) {
        let names: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(Trouble::Wanting(format!("there is no stage {}; the stages are: {}", unknown.display(), names.join(", "))));
    }
    let chosen: Vec<&Stage> = STAGES.iter().filter(|stage| args.is_empty() || args.iter().any(|arg| arg == stage.name)).collect();
    stage::run(&chosen)
}

fn passed(result: Result<(), Trouble>) -> Result<Outcome, Trouble> {
    result.map(|()| Outcome::Passed)
}

fn cargo(args: &[&str]) -> Result<(), Trouble> {
    shell::run(&mut shell::cargo(args))
}

/// Runs tests, and says of what they could not try on this machine that it was not tried: whoever passes may have passed over it.
fn tests(args: &[&str]) -> Result<Outcome, Trouble> {
    let told = env::current_dir().map_err(|source| Trouble::file(Path::new("."), &source))?.join("target/not-run");
    if told.exists() {
        fs::remove_dir_all(&told).map_err(|source| Trouble::file(&told, &source))?;
    }
    fs::create_dir_all(&told).map_err(|source| Trouble::file(&told, &source))?;
    shell::run(shell::cargo(args).env("FOLKMOOT_NOT_RUN", &told))?;
    let files = fs::read_dir(&told).map_err(|source| Trouble::file(&told, &source))?;
    let why: Vec<String> = files.filter_map(|file| fs::read_to_string(file.ok()?.path()).ok()).collect();
    let Some(first) = why.first() else { return Ok(Outcome::Passed) };
    Ok(Outcome::Partly(format!("{} NOT RUN: {first}", why.len())))
}

fn set_up() -> Result<(), Trouble> {
    apt::install(&[apt::WINDOW, apt::WINDOW_TEST, apt::NETWORK_TEST].concat())?;
    ui::install()?;
    tools::install("cargo-nextest")?;
    tools::install("cargo-deny")
}

/// Checks the parts, and those of the page, against the databases of known weaknesses, which are asked only where somebody asks for it: a test run alone
/// sends nothing anywhere.
pub(crate) fn advisories() -> Result<Outcome, Trouble> {
    if env::var_os("FOLKMOOT_ADVISORIES").is_none() {
        let why = "known weaknesses in the parts were NOT looked for; FOLKMOOT_ADVISORIES=1 asks RustSec and npm";
        println!("NOT RUN: {why}");
        return Ok(Outcome::NotRun(why.to_owned()));
    }
    cargo(&["deny", "check", "advisories"])?;
    passed(ui::audit())
}
