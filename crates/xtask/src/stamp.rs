//! Telling whether files have changed since something was made of them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::trouble::Trouble;

/// Hashes every file under the given paths, with its name, in order.
///
/// # Errors
/// When a path cannot be read.
pub(crate) fn of(paths: &[PathBuf]) -> Result<String, Trouble> {
    let mut files = Vec::new();
    for path in paths {
        gather(path, &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        let bytes = fs::read(&file).map_err(|source| Trouble::file(&file, &source))?;
        (file, bytes).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Tells whether the stamp says this hash.
pub(crate) fn says(stamp: &Path, hash: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|said| said == hash)
}

/// Writes the stamp.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(stamp: &Path, hash: &str) -> Result<(), Trouble> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder).map_err(|source| Trouble::file(folder, &source))?;
    }
    fs::write(stamp, hash).map_err(|source| Trouble::file(stamp, &source))
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(|source| Trouble::file(path, &source))? {
        gather(&entry.map_err(|source| Trouble::file(path, &source))?.path(), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_file_changes_the_stamp_and_an_unchanged_one_does_not() {
        let folder = std::env::temp_dir().join(format!("folkmoot-stamp-{}", std::process::id()));
        let (file, stamp) = (folder.join("inner/a.ts"), folder.join("stamp"));
        fs::create_dir_all(folder.join("inner")).unwrap();
        fs::write(&file, "one").unwrap();
        let first = of(&[folder.join("inner")]).unwrap();
        write(&stamp, &first).unwrap();
        assert!(says(&stamp, &of(&[folder.join("inner")]).unwrap()));
        fs::write(&file, "two").unwrap();
        assert!(!says(&stamp, &of(&[folder.join("inner")]).unwrap()));
        fs::remove_dir_all(folder).unwrap();
    }
}
