//! `cargo xtask bench sync`: measures the house against what it could be; the benchmark is a workspace of its own.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::shell;
use crate::trouble::Trouble;

const MANIFEST: &str = "crates/bench/Cargo.toml";

/// Runs a benchmark and shows its table; with `--write` it is kept in the repository too.
///
/// # Errors
/// When no benchmark of that name is there, the build fails, or the benchmark does not come to its end.
pub(crate) fn bench(args: &[OsString]) -> Result<(), Trouble> {
    let Some(name) = args.first().and_then(|name| name.to_str()).filter(|name| *name == "sync") else {
        return Err(Trouble::Wanting("cargo xtask bench sync [--delay MS]... [--rounds N] [--homes DIR] [--write]".to_owned()));
    };
    let mut cargo = shell::cargo(&["run", "--release", "--locked", "--manifest-path", MANIFEST]);
    if env::var_os("CARGO_TARGET_DIR").is_none() {
        cargo.args(["--target-dir", "target/bench"]);
    }
    // What cargo told this program of its own package would have build scripts that look at it run anew.
    let of_this_package =
        |name: &OsString| name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
    for name in env::vars_os().map(|(name, _)| name).filter(of_this_package) {
        cargo.env_remove(name);
    }
    cargo.arg("--").args(args.iter().filter(|arg| *arg != "--write")).stdout(Stdio::piped());
    // What it tells on the way goes to the terminal; the page comes at the end.
    let started = cargo.spawn().and_then(std::process::Child::wait_with_output);
    let output = started.map_err(|source| Trouble::Failed(format!("the benchmark: {source}")))?;
    if !output.status.success() {
        return Err(Trouble::Failed(format!("the benchmark: {}", output.status)));
    }
    let page = String::from_utf8_lossy(&output.stdout);
    println!("{page}");
    if args.iter().any(|arg| arg == "--write") {
        let file = Path::new("assets/bench").join(format!("{name}.md"));
        fs::create_dir_all("assets/bench")
            .and_then(|()| fs::write(&file, page.as_bytes()))
            .map_err(|source| Trouble::file(&file, &source))?;
    }
    Ok(())
}
