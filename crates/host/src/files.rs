//! Files that people name: read whole, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use folkmoot_desk::Trouble;

fn trouble(path: &Path) -> impl FnOnce(io::Error) -> Trouble + use<> {
    let path = path.to_owned();
    move |source| Trouble::of_file(path, source)
}

/// Reads a file, or standard input for `-`.
///
/// # Errors
/// [`Trouble::File`] or its kin when it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(trouble(path))?;
        return Ok(bytes);
    }
    fs::read(path).map_err(trouble(path))
}

/// Reads a file that must be text.
///
/// # Errors
/// As [`read`], and when it is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Trouble> {
    String::from_utf8(read(path)?)
        .map_err(|_| Trouble::File { path: path.to_owned(), source: io::Error::new(io::ErrorKind::InvalidData, "it is not text in UTF-8") })
}

/// Writes a new file: under another name first, synced, then renamed; nothing is left of it when that fails.
///
/// # Errors
/// [`Trouble::FileThere`] when there is one already, [`Trouble::File`] or its kin when it cannot be written.
pub fn write_new(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Trouble> {
    if path.exists() {
        return Err(Trouble::FileThere { path: path.to_owned() });
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let written = OpenOptions::new().write(true).create(true).truncate(true).open(&part).and_then(|mut file| {
        write(&mut file)?;
        file.flush()?;
        file.sync_all()
    });
    let finished = written.and_then(|()| fs::rename(&part, path));
    if finished.is_err() {
        drop(fs::remove_file(&part));
    }
    finished.map_err(trouble(path))
}
