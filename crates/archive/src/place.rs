//! Putting a new file in its place: whole, synced, and over nothing that is there.
//!
//! **Invariant:** the file at the target is complete or absent, whenever the power fails, and never replaces another.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::BELL;
use crate::error::{ArchiveError, io_trouble};

/// A file in the making, beside its target; it is removed on drop.
pub(crate) struct Making {
    path: PathBuf,
    target: PathBuf,
}

impl Making {
    /// Makes an empty file, readable by nobody else, beside `target`.
    pub(crate) fn beside(target: &Path) -> Result<Making, ArchiveError> {
        require_free(target)?;
        let mut number = std::process::id();
        loop {
            let path = with_suffix(target, &format!(".{number}.half"));
            match private().open(&path) {
                Ok(_) => return Ok(Making { path, target: target.to_owned() }),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => number = number.wrapping_add(1),
                Err(error) => return Err(io_trouble(&path, "making a file")(error)),
            }
        }
    }

    /// Where it is made.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the file through to the disk.
    pub(crate) fn sync(&self) -> Result<(), ArchiveError> {
        sync_file(&self.path)
    }

    /// Puts the synced file in its place.
    pub(crate) fn publish(self) -> Result<(), ArchiveError> {
        // A link refuses to replace, which a rename does not; sticks formatted for every system have no links.
        if let Err(error) = fs::hard_link(&self.path, &self.target) {
            require_free(&self.target)?;
            if error.kind() == std::io::ErrorKind::AlreadyExists {
                return Err(ArchiveError::AlreadyThere { path: self.target.clone() });
            }
            fs::rename(&self.path, &self.target).map_err(io_trouble(&self.target, "putting a file in its place"))?;
        }
        sync_parent(&self.target)
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            let _ = fs::remove_file(with_suffix(&self.path, suffix));
        }
    }
}

/// Writes a file that is not open anywhere through to the disk.
pub(crate) fn sync_file(path: &Path) -> Result<(), ArchiveError> {
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(io_trouble(path, "syncing a file"))?;
    file.sync_all().map_err(io_trouble(path, "syncing a file"))
}

/// Adds to the end of a file that is not open anywhere, and writes it through to the disk.
pub(crate) fn append(path: &Path, bytes: &[u8]) -> Result<(), ArchiveError> {
    let mut file = OpenOptions::new().append(true).open(path).map_err(io_trouble(path, "writing a file"))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(io_trouble(path, "writing a file"))
}

/// Requires that neither `target` nor what SQLite keeps beside it is there: a stray log would be replayed into a new file.
pub(crate) fn require_free(target: &Path) -> Result<(), ArchiveError> {
    // The logs are looked for first: a book that another process begins meanwhile has its file before it has its logs.
    let stray = ["-wal", "-journal"].map(|suffix| with_suffix(target, suffix)).into_iter().find(|log| is_there(log));
    let in_the_way = if is_there(target) { Some(target.to_owned()) } else { stray };
    in_the_way.map_or(Ok(()), |path| Err(ArchiveError::AlreadyThere { path }))
}

/// Whether something has this name, a broken link included.
pub(crate) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Makes the directory of a home, closed to others, unless it is there.
pub(crate) fn make_dir(dir: &Path) -> Result<(), ArchiveError> {
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(io_trouble(dir, "making the directory of a home"))
}

/// How much room a disk has, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disk {
    /// What this account may still write.
    pub free: u64,
    /// What it holds in all.
    pub size: u64,
}

/// How much room the disk of a directory has; none where the system does not say.
#[cfg(unix)]
pub(crate) fn disk(dir: &Path) -> Option<Disk> {
    let told = rustix::fs::statvfs(dir).ok().filter(|told| told.f_blocks > 0)?;
    Some(Disk { free: told.f_bavail.saturating_mul(told.f_frsize), size: told.f_blocks.saturating_mul(told.f_frsize) })
}

#[cfg(not(unix))]
pub(crate) fn disk(_: &Path) -> Option<Disk> {
    None
}

/// Rings for whoever watches a home, by emptying its bell again. Where the bell cannot be rung, they read what is new at the next
/// occasion.
pub(crate) fn ring(dir: &Path) {
    drop(private().create_new(false).create(true).truncate(true).open(dir.join(BELL)));
}

/// How a new file is made that nobody else may read.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(unix)]
pub(crate) fn sync_parent(path: &Path) -> Result<(), ArchiveError> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(parent).and_then(|dir| dir.sync_all()).map_err(io_trouble(parent, "syncing a directory"))
}

#[cfg(not(unix))]
pub(crate) fn sync_parent(_: &Path) -> Result<(), ArchiveError> {
    Ok(())
}
