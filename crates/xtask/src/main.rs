//! The house's commands: set up a machine, run the window, test everything.
//!
//! **Invariant:** depends on nothing, so that it compiles in seconds on a machine that has only Rust.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "speaking to the person at the terminal is what this program is for")]

mod apt;
mod bench;
mod bundle;
mod demo;
mod hostile;
mod judge;
mod list;
mod run;
mod shell;
mod shots;
mod stage;
mod stamp;
mod test;
mod tidy;
mod tools;
mod trouble;
mod ui;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use crate::trouble::Trouble;

/// A command of `cargo xtask`.
struct Task {
    name: &'static str,
    about: &'static str,
    work: Work,
}

/// What a command does with its arguments.
enum Work {
    Plain(fn(&[OsString]) -> Result<(), Trouble>),
    /// Its arguments name files from where the person stands.
    OnFiles(fn(&[OsString], &Path) -> Result<(), Trouble>),
}

const TASKS: &[Task] = &[
    Task { name: "run", about: "set up what is missing, build and open the window [-- --demo | ARGS]", work: Work::Plain(run::run) },
    Task { name: "test", about: "set up what is missing and test everything [STAGE...]", work: Work::Plain(test::test) },
    Task { name: "demo", about: "two towns keep their books and exchange them by file [NEW-DIRECTORY]", work: Work::Plain(demo::demo) },
    Task {
        name: "bench",
        about: "measure sync against its limit and samod, judging on 300,000 acts, or the window on twenty years: sync | book | window [--write]",
        work: Work::Plain(bench::bench),
    },
    Task {
        name: "hostile",
        about: "hostile bytes into every place of a laptop, beside mutations and bombs [--corpus DIR]... [--full]",
        work: Work::OnFiles(hostile::hostile),
    },
    Task { name: "judge", about: "say what the resolver makes of histories: FILE...", work: Work::OnFiles(judge::judge) },
    Task { name: "bundle", about: "pack the window and the command line as a .deb [--debug]", work: Work::Plain(bundle::bundle) },
    Task { name: "shots", about: "photograph every page of the window [FOLDER [WORD,WORD...]...]", work: Work::Plain(shots::shots) },
    Task { name: "tidy", about: "check the rules that no compiler knows", work: Work::Plain(tidy::tidy) },
];

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let asked = args.next();
    let task = asked.as_deref().and_then(|asked| TASKS.iter().find(|task| asked == task.name));
    let Some(task) = task else {
        eprintln!("Usage: cargo xtask COMMAND");
        for task in TASKS {
            eprintln!("  {:8} {}", task.name, task.about);
        }
        return ExitCode::from(2);
    };
    let rest: Vec<OsString> = args.collect();
    let here = std::env::current_dir().map_err(|source| Trouble::file(Path::new("."), &source));
    let done = here.and_then(|here| {
        at_the_root()?;
        match task.work {
            Work::Plain(work) => work(&rest),
            Work::OnFiles(work) => work(&rest, &here),
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\ncargo xtask {}: {trouble}", task.name);
            trouble.exit_code()
        }
    }
}

/// Every path in these commands is said from the root of the workspace.
fn at_the_root() -> Result<(), Trouble> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::env::set_current_dir(&root).map_err(|source| Trouble::file(&root, &source))
}
