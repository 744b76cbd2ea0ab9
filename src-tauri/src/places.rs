//! Where things can be carried: the sticks that are plugged in, and the person's own folders.
//!
//! **Invariant:** a page chooses among places and among the files that lie there; what a new file is called is decided here, and no file
//! is ever written over.

use std::fs;
use std::path::{Path, PathBuf};

use folkmoot_desk::Trouble;
use schemars::JsonSchema;
use serde::Serialize;
use tauri::{AppHandle, Manager};

/// How bundles end.
pub(crate) const BUNDLE: &str = "folkmoot";

/// How backups end.
pub(crate) const BACKUP: &str = "folkmoot-backup";

/// How recovery cards end.
pub(crate) const CARD: &str = "folkmoot-card";

/// How many letters of a paper's name are taken.
const LONGEST_NAME: usize = 60;

/// How many files of a place are offered.
const MAX_FILES: usize = 200;

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Place {
    /// Its path.
    pub(crate) path: PathBuf,
    /// What people call it.
    name: String,
    /// Whether it can be pulled out and carried.
    stick: bool,
    /// Whether it is the person's own folder, in which the others lie.
    home: bool,
    /// The bundles that lie there, the latest first.
    bundles: Vec<Found>,
    /// The backups that lie there, the latest first.
    backups: Vec<Found>,
}

/// A file that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Found {
    /// Its path.
    path: PathBuf,
    /// Its name.
    name: String,
    /// Its size in bytes.
    bytes: u64,
    /// When it was written, in seconds since 1970, as far as the file tells.
    written: Option<u64>,
}

impl Place {
    fn of(path: PathBuf, stick: bool) -> Place {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let (bundles, backups) = (found(&path, BUNDLE), found(&path, BACKUP));
        Place { path, name, stick, home: false, bundles, backups }
    }

    /// A file that is not there yet, named after an assembly and a day.
    pub(crate) fn new_file(&self, assembly: &str, day: &str, ending: &str) -> PathBuf {
        self.free(&format!("{}-{day}", plain(assembly)), ending)
    }

    /// A file that is not there yet, named as a paper is that came with an act: nothing of such a name is taken but letters, digits and how
    /// it ends.
    pub(crate) fn new_paper(&self, name: &str) -> PathBuf {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let (stem, ending) = (plain(stem), plain(ending).to_lowercase());
        let stem: String = stem.chars().take(LONGEST_NAME).collect();
        let fits = (1..=8).contains(&ending.len()) && ending.is_ascii();
        self.free(if stem.is_empty() { "receipt" } else { &stem }, if fits { &ending } else { "bin" })
    }

    fn free(&self, name: &str, ending: &str) -> PathBuf {
        let file = |count: u32| {
            let again = if count == 1 { String::new() } else { format!("-{count}") };
            self.path.join(format!("{name}{again}.{ending}"))
        };
        (1..).map(file).find(|file| !file.exists()).unwrap_or_else(|| file(1))
    }
}

/// A name as any system takes it: letters, digits and dashes.
fn plain(name: &str) -> String {
    let plain: String = name.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Every place that is here now, sticks first.
pub(crate) fn all(app: &AppHandle) -> Vec<Place> {
    let sticks = sticks().into_iter().map(|path| Place::of(path, true));
    let paths = app.path();
    // A system that has not named them has them all the same, under these names.
    let named = |name: &str| paths.home_dir().map(|home| home.join(name));
    let own = [paths.download_dir(), paths.document_dir(), named("Downloads"), named("Documents"), paths.home_dir()];
    let own = own.into_iter().flatten().filter(|path| path.is_dir());
    let mut places: Vec<Place> = sticks.collect();
    for path in own {
        if places.iter().all(|known| known.path != path) {
            let home = paths.home_dir().is_ok_and(|home| home == path);
            places.push(Place { home, ..Place::of(path, false) });
        }
    }
    places
}

/// The file itself, if it is one of those that were offered.
///
/// # Errors
/// [`Trouble::NotInTheBook`] when no place holds it.
pub(crate) fn known(app: &AppHandle, file: &Path) -> Result<PathBuf, Trouble> {
    let offered = all(app).into_iter().flat_map(|place| place.bundles.into_iter().chain(place.backups));
    let mut offered = offered.filter(|found| found.path == file).map(|found| found.path);
    offered.next().ok_or_else(|| Trouble::NotInTheBook { what: "file", asked: file.display().to_string() })
}

/// Where systems put what is plugged in: `/media/PERSON/STICK`, `/run/media/PERSON/STICK`, `/Volumes/STICK`.
fn sticks() -> Vec<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
    };
    let mut sticks: Vec<PathBuf> = inside(Path::new("/Volumes"));
    for people in ["/media", "/run/media"] {
        sticks.extend(inside(Path::new(people)).iter().flat_map(|person| inside(person)));
    }
    sticks.sort();
    sticks
}

fn found(place: &Path, ending: &str) -> Vec<Found> {
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let mut files: Vec<Found> = entries
        .filter(|entry| entry.path().extension().is_some_and(|found| found == ending))
        .filter_map(|entry| {
            let about = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            let written = about.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok()).map(|since| since.as_secs());
            Some(Found { path: entry.path(), name: entry.file_name().to_string_lossy().into_owned(), bytes: about.len(), written })
        })
        .collect();
    files.sort_by_key(|file| std::cmp::Reverse(file.written));
    files.truncate(MAX_FILES);
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_named_after_its_town_and_day_and_never_after_one_that_is_there() {
        let stick = tempfile::tempdir().unwrap();
        let place = Place::of(stick.path().to_owned(), true);
        let first = place.new_file("Cedar Falls / ../etc", "2027-03-03", BUNDLE);
        assert_eq!(first, stick.path().join("Cedar-Falls-etc-2027-03-03.folkmoot"));
        fs::write(&first, "").unwrap();
        assert_eq!(
            place.new_file("Cedar Falls / ../etc", "2027-03-03", BUNDLE),
            stick.path().join("Cedar-Falls-etc-2027-03-03-2.folkmoot")
        );
        let paper = |name: &str| place.new_paper(name).file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(paper("../../.bashrc"), "receipt.bashrc");
        assert_eq!(paper("Rechnung 12/2027 (Öl).PDF"), "Rechnung-12-2027-Öl.pdf");
        assert_eq!(paper("a.sh\n.jpg"), "a-sh.jpg");
        assert_eq!(paper(&"x".repeat(500)).len(), 64);
        let found = found(stick.path(), BUNDLE);
        assert_eq!(found.iter().map(|file| file.path.clone()).collect::<Vec<_>>(), [first]);
    }
}
