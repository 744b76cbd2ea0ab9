//! How many of a thing a run tries: what every run can bear, or as many as the design asks for (`cargo xtask hostile --full`).

use std::path::Path;

/// How many: the first in every run, the second with `FOLKMOOT_SIZE=full`, and a hundred with `FOLKMOOT_SIZE=100`.
///
/// # Panics
/// When `FOLKMOOT_SIZE` is neither a number nor `full`.
pub fn size(in_every_run: usize, in_full: usize) -> usize {
    match std::env::var("FOLKMOOT_SIZE").as_deref() {
        Ok("full") => in_full,
        Ok(number) => number.parse().unwrap(),
        Err(_) => in_every_run,
    }
}

/// Tells how many were tried, when a test has come to its end and nothing was wrong; a test that does not run tells nothing, and the
/// table of `cargo xtask hostile` says so.
///
/// # Panics
/// When the folder that `FOLKMOOT_TRIED` names cannot be written.
pub fn tried(what: &str, count: usize) {
    println!("{count} {what}");
    if let Some(folder) = std::env::var_os("FOLKMOOT_TRIED") {
        let test = std::thread::current().name().unwrap_or_default().replace("::", "-");
        let name = format!("{}-{test}-{}.tried", std::process::id(), what.replace([' ', '/'], "-"));
        std::fs::write(Path::new(&folder).join(name), format!("{count}\t{what}")).unwrap();
    }
}

/// Says that something cannot be tried on this machine, and why: the test passes without it, and the table of `cargo xtask test` says so.
///
/// # Panics
/// Under CI, where everything has to be tried; and when the folder that `FOLKMOOT_NOT_RUN` names cannot be written.
pub fn not_run(why: &str) {
    println!("NOT RUN: {why}");
    assert!(std::env::var_os("CI").is_none(), "{why}");
    if let Some(folder) = std::env::var_os("FOLKMOOT_NOT_RUN") {
        let test = std::thread::current().name().unwrap_or_default().replace("::", "-");
        std::fs::write(Path::new(&folder).join(format!("{}-{test}", std::process::id())), why).unwrap();
    }
}
