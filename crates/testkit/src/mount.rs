//! A folder that is mounted in another way, seen by one test alone: a small disk, a disk that may not be written.

use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Tells the test that runs in a place of its own which folder is mounted there.
const MOUNTED: &str = "FOLKMOOT_TEST_MOUNTED";
/// What that place ends with where nothing may be mounted.
const NOT_ALLOWED: i32 = 77;
/// What the test harness ends with when a test fails.
const FAILED: i32 = 101;

/// A small disk.
pub const SMALL_DISK: &str = "mount -t tmpfs -o size=6m tmpfs \"$0\"";
/// A disk that may be read and not written.
pub const READ_ONLY: &str = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"";

/// The folder that is mounted in another way, in a test that [`on_a_mount`] runs.
pub fn mounted() -> Option<PathBuf> {
    std::env::var_os(MOUNTED).map(PathBuf::from)
}

/// Runs the test of a name once more in a mount name space of its own, where a folder is mounted as a line of shell says.
///
/// # Errors
/// What the test says when it fails there, and on CI also where nothing may be mounted; elsewhere that is said, and the test is not run.
pub fn on_a_mount(test: &str, mount: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mounted = format!("{mount} || exit {NOT_ALLOWED}; exec \"$@\"");
    let mut said = Vec::new();
    for rights in [&["--mount"][..], &["--map-root-user", "--mount"]] {
        let mut inside = Command::new("unshare");
        inside.args(rights).args(["sh", "-c", &mounted]).arg(folder).arg(std::env::current_exe()?);
        let output = inside.args(["--exact", test, "--nocapture"]).env(MOUNTED, folder).output()?;
        said.push(String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned());
        match output.status.code() {
            Some(0) => return Ok(()),
            Some(FAILED) => return Err(said.concat().into()),
            _ => {}
        }
    }
    crate::not_run(&format!("nothing may be mounted here: {said:?}"));
    Ok(())
}

/// Takes all the room there is on a disk but so many bytes; gives the file that takes it.
///
/// # Errors
/// When the file cannot be made.
pub fn fill(disk: &Path, but: u64) -> std::io::Result<PathBuf> {
    let file = disk.join("filler");
    let mut filler = OpenOptions::new().create(true).append(true).open(&file)?;
    while filler.write_all(&[7; 4096]).is_ok() {}
    while filler.write_all(&[7]).is_ok() {}
    let size = fs::metadata(&file)?.len();
    filler.set_len(size.saturating_sub(but))?;
    Ok(file)
}
