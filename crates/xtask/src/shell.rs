//! Starting other programs.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::trouble::Trouble;

/// Makes a command of a program and its arguments.
pub(crate) fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args);
    command
}

/// Makes a command of the cargo that started this program.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(args);
    // What cargo told this program of its own package would have build scripts that look at it run anew.
    let of_this_package =
        |name: &OsString| name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
    for name in env::vars_os().map(|(name, _)| name).filter(of_this_package) {
        cargo.env_remove(name);
    }
    cargo
}

/// Builds programs of the workspace with the features that its tests use, so that nothing is compiled twice, and gives the folder
/// they lie in.
///
/// # Errors
/// When the build fails.
pub(crate) fn build(programs: &[&str]) -> Result<PathBuf, Trouble> {
    let named = programs.iter().flat_map(|program| ["--bin", program]);
    run(cargo(&["build", "--workspace"]).args(named))?;
    Ok(built())
}

/// Builds one program likewise, saying nothing unless that fails.
///
/// # Errors
/// When the build fails.
pub(crate) fn build_quietly(program: &str) -> Result<PathBuf, Trouble> {
    run_quietly(&mut cargo(&["build", "--quiet", "--workspace", "--bin", program]))?;
    Ok(built())
}

fn built() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from).join("debug")
}

/// Shows a command and runs it to its end.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<(), Trouble> {
    println!("$ {}", spoken(command));
    run_quietly(command)
}

/// Runs a command to its end, and shows nothing but what it says itself.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub(crate) fn run_quietly(command: &mut Command) -> Result<(), Trouble> {
    let spoken = spoken(command);
    let status = command.status().map_err(|source| Trouble::Failed(format!("{spoken}: {source}")))?;
    if status.success() { Ok(()) } else { Err(Trouble::Failed(format!("{spoken}: {status}"))) }
}

/// Runs a command in silence and tells whether it succeeded.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs a command in silence and gives what it wrote, whether or not it succeeded.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Finds a program on the search path.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&paths).map(|dir| dir.join(&file)).find(|path| path.is_file())
}

fn spoken(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
