//! The inputs: every file of the folders that are named and of the folders in them, each as it is and without its first byte.

use std::fs;
use std::path::{Path, PathBuf};

use crate::watch::counted;

/// The most that is tried of one input, twice what a change may hold: dozens of copies of it are made for all the places, and what is watched is this process's memory.
const MOST: usize = 512 * 1024;

/// One input.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The folders: the fixtures, or those of `FOLKMOOT_HOSTILE_CORPUS`.
fn folders() -> Vec<PathBuf> {
    match std::env::var_os("FOLKMOOT_HOSTILE_CORPUS") {
        Some(named) => std::env::split_paths(&named).collect(),
        None => vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hostile")],
    }
}

/// Every input, in the order of names.
pub(crate) fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    for folder in folders() {
        let mut files = Vec::new();
        walk(&folder, &mut files);
        assert!(!files.is_empty(), "{} holds no input", folder.display());
        files.sort();
        inputs.extend(files.iter().map(|path| Input::read(path)));
    }
    inputs
}

/// The files of a folder and of the folders in it; a link to a folder may lead round in a circle, and is none.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for file in fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display())) {
        let file = file.unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
        let path = file.path();
        if file.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, files);
        } else if path.is_file() && file.file_name() != "README.md" {
            files.push(path);
        }
    }
}

impl Input {
    fn read(path: &Path) -> Self {
        let mut bytes = fs::read(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        if bytes.len() > MOST {
            bytes.truncate(MOST);
            counted("inputs of which only the beginning was tried", 1);
        }
        Self { name: path.display().to_string(), bytes }
    }

    /// The bytes whole, and without the byte that named a decoder.
    pub(crate) fn forms(&self) -> Vec<&[u8]> {
        vec![&self.bytes, self.bytes.get(1..).unwrap_or_default()]
    }

    /// As a person might paste it: whatever is text in it, and no more than an act may hold.
    pub(crate) fn as_text(&self) -> String {
        let text: String = String::from_utf8_lossy(&self.bytes).chars().take(12_000).collect();
        if text.trim().is_empty() { "nothing".to_owned() } else { text }
    }
}
