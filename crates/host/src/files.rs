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
    write_by(OpenOptions::new(), path, write)
}

/// Writes a new file that nobody else on this laptop may read: a card or a code, which do something for whoever has them.
///
/// # Errors
/// As [`write_new`].
pub fn write_private(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Trouble> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no modes to set"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    write_by(options, path, write)
}

fn write_by(mut options: OpenOptions, path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Trouble> {
    if path.exists() {
        return Err(Trouble::FileThere { path: path.to_owned() });
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    // Whatever lies there, a link to elsewhere even, is not written through.
    drop(fs::remove_file(&part));
    let written = options.write(true).create_new(true).open(&part).and_then(|mut file| {
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

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_card_is_for_its_holder_alone_and_no_link_leads_it_elsewhere() {
        let dir = tempfile::tempdir().unwrap();
        let (card, elsewhere) = (dir.path().join("card"), dir.path().join("elsewhere"));
        fs::write(&elsewhere, "what lay there before").unwrap();
        symlink(&elsewhere, dir.path().join("card.part")).unwrap();
        write_private(&card, |file| file.write_all(b"folkmoot:card:secret")).unwrap();
        assert_eq!(fs::metadata(&card).unwrap().permissions().mode() & 0o077, 0);
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "what lay there before");
    }
}
