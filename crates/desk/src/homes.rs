//! What several tests of the desk need.

use std::fs;
use std::path::Path;

/// A copy of a home, as whoever has the laptop in hands for a minute makes one.
pub(crate) fn copy_of(home: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in fs::read_dir(home).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    copy
}
