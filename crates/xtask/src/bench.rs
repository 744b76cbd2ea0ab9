//! `cargo xtask bench`: measures sync against what it could be and what judging costs, in a workspace of its own, and the window against its targets.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::trouble::Trouble;
use crate::{apt, shell, ui};

const MANIFEST: &str = "crates/bench/Cargo.toml";

/// What each measure is about, below its table.
const WINDOW: &str = "Twenty years of Millbrook (10,000 members, 36,000 entries, 1,000 meetings) with what its neighbours Cedar Falls and Ashgrove kept meanwhile, in
the real window under Xvfb, drawn without a graphics card, driven by WebKitWebDriver. The caches of the system are emptied before each opening, where it allows. Each time ends
when the page shows it and has painted the next frame, of which there are 60 a second. *Target* is DESIGN.md 7.

What the web view alone holds for a page with nothing on it, some 200 MB, is in the memory; and without a graphics card one page takes it 60 to 130 ms of a
processor to draw.\n";

/// Runs a benchmark and shows its table; with `--write` it is kept in the repository too.
///
/// # Errors
/// When no benchmark of that name is there, the build fails, or the benchmark does not come to its end.
pub(crate) fn bench(args: &[OsString]) -> Result<(), Trouble> {
    let (write, args): (Vec<OsString>, Vec<OsString>) = args.iter().cloned().partition(|arg| arg == "--write");
    let (name, page) = match args.split_first().map(|(name, rest)| (name.to_str(), rest)) {
        Some((Some("sync"), rest)) => ("sync", measured("sync", rest)?),
        Some((Some("book"), [])) => ("book", measured("book", &[])?),
        Some((Some("window"), [])) => ("window", window()?),
        _ => {
            return Err(Trouble::Wanting(
                "cargo xtask bench sync [--delay MS]... [--rounds N] [--homes DIR] [--write]\ncargo xtask bench book [--write]\ncargo xtask bench window [--write]"
                    .to_owned(),
            ));
        }
    };
    println!("{page}");
    if !write.is_empty() {
        let file = Path::new("assets/bench").join(format!("{name}.md"));
        fs::create_dir_all("assets/bench")
            .and_then(|()| fs::write(&file, page.as_bytes()))
            .map_err(|source| Trouble::file(&file, &source))?;
    }
    Ok(())
}

/// What the workspace of benchmarks measures: sync against its limit and a rival, or what judging costs.
fn measured(what: &str, args: &[OsString]) -> Result<String, Trouble> {
    apt::install(apt::BOOK)?;
    let mut cargo = shell::cargo(&["run", "--release", "--locked", "--manifest-path", MANIFEST]);
    if env::var_os("CARGO_TARGET_DIR").is_none() {
        cargo.args(["--target-dir", "target/bench"]);
    }
    cargo.arg("--").arg(what).args(args).stdout(Stdio::piped());
    // What it tells on the way goes to the terminal; the page comes at the end.
    let started = cargo.spawn().and_then(std::process::Child::wait_with_output);
    let output = started.map_err(|source| Trouble::Failed(format!("the benchmark: {source}")))?;
    if !output.status.success() {
        return Err(Trouble::Failed(format!("the benchmark: {}", output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The real window, as it will be installed, on a home with a long past that is written once and kept beside the build.
fn window() -> Result<String, Trouble> {
    apt::install(&[apt::WINDOW, apt::WINDOW_TEST].concat())?;
    ui::install()?;
    ui::build()?;
    let here = env::current_dir().map_err(|source| Trouble::Failed(format!("the folder of the house: {source}")))?;
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| here.join("target"), PathBuf::from).join("bench-window");
    fs::create_dir_all(&folder).map_err(|source| Trouble::file(&folder, &source))?;
    let measure = ["test", "--workspace", "--release", "--test", "window", "--", "--ignored", "--nocapture", "on_twenty_years"];
    shell::run(shell::cargo(&measure).env("FOLKMOOT_BENCH", &folder))?;
    let table = folder.join("window.table");
    let rows = fs::read_to_string(&table).map_err(|source| Trouble::file(&table, &source))?;
    let said = |program: &str, args: &[&str]| shell::output(&mut shell::command(program, args)).unwrap_or_default().trim().to_owned();
    let (day, commit) = (said("date", &["--iso-8601"]), said("git", &["rev-parse", "--short", "HEAD"]));
    Ok(format!(
        "# The window on twenty years of three towns\n\nWritten by `cargo xtask bench window --write` on {day}, on {} cores, at commit {commit}.\n\n\
         | what | median | 95 of 100 | target |\n|---|---|---|---|\n{rows}\n{WINDOW}",
        std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
    ))
}
