//! Which folder the window serves: the one asked for, else the one in the environment, else the platform's own.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};

const FLAG: &str = "--home";

/// The folder this window serves; none when nothing names one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Home(Option<PathBuf>);

impl Home {
    /// Says the folder as a person reads it.
    pub(crate) fn spoken(&self) -> Option<String> {
        self.0.as_deref().map(|path| path.display().to_string())
    }

    /// Names the window after its folder, so that two open windows are told apart.
    pub(crate) fn title(&self) -> String {
        self.spoken().map_or_else(|| "Folkmoot".to_owned(), |home| format!("Folkmoot: {home}"))
    }
}

/// An argument the window does not know how to read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Misread {
    /// `--home` stands last, with no folder after it.
    NoFolder,
    /// An argument that means nothing here.
    Unknown(OsString),
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder => write!(f, "{FLAG} needs a folder after it"),
            Self::Unknown(argument) => write!(f, "{} is not known here", argument.display()),
        }
    }
}

/// Chooses the home from the arguments and the environment.
///
/// # Errors
/// When an argument is not `--home` with a folder.
pub(crate) fn choose(args: impl Iterator<Item = OsString>, variable: impl Fn(&str) -> Option<OsString>) -> Result<Home, Misread> {
    let named = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let asked = asked_for(args)?;
    Ok(Home(asked.or_else(|| named("FOLKMOOT_HOME")).or_else(|| data_dir(&named).map(|dir| dir.join("folkmoot")))))
}

fn asked_for(mut args: impl Iterator<Item = OsString>) -> Result<Option<PathBuf>, Misread> {
    let mut asked = None;
    while let Some(argument) = args.next() {
        if argument == FLAG {
            let folder = args.next().filter(|folder| !folder.is_empty()).ok_or(Misread::NoFolder)?;
            asked = Some(PathBuf::from(folder));
        } else if let Some(folder) = after_equals(&argument) {
            asked = Some(folder);
        } else {
            return Err(Misread::Unknown(argument));
        }
    }
    Ok(asked)
}

fn after_equals(argument: &OsStr) -> Option<PathBuf> {
    let folder = argument.to_str()?.strip_prefix(FLAG)?.strip_prefix('=')?;
    (!folder.is_empty()).then(|| Path::new(folder).to_path_buf())
}

fn data_dir(named: &impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    if cfg!(windows) {
        return named("LOCALAPPDATA");
    }
    if cfg!(target_os = "macos") {
        return named("HOME").map(|home| home.join("Library/Application Support"));
    }
    // The XDG base directory specification says a relative path is to be ignored.
    named("XDG_DATA_HOME").filter(|dir| dir.is_absolute()).or_else(|| named("HOME").map(|home| home.join(".local/share")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], variables: &[(&str, &str)]) -> Result<Home, Misread> {
        choose(args.iter().map(OsString::from), |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    fn home(path: &str) -> Result<Home, Misread> {
        Ok(Home(Some(path.into())))
    }

    #[test]
    fn the_argument_goes_before_the_environment_and_that_before_the_platform() {
        let everything = [("FOLKMOOT_HOME", "/env"), ("XDG_DATA_HOME", "/data"), ("HOME", "/ana")];
        assert_eq!(chosen(&["--home", "/asked"], &everything), home("/asked"));
        assert_eq!(chosen(&["--home=/asked"], &everything), home("/asked"));
        assert_eq!(chosen(&[], &everything), home("/env"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_platform_folder_follows_xdg() {
        assert_eq!(chosen(&[], &[("XDG_DATA_HOME", "/data"), ("HOME", "/ana")]), home("/data/folkmoot"));
        assert_eq!(chosen(&[], &[("XDG_DATA_HOME", "relative"), ("HOME", "/ana")]), home("/ana/.local/share/folkmoot"));
        assert_eq!(chosen(&[], &[("FOLKMOOT_HOME", ""), ("HOME", "/ana")]), home("/ana/.local/share/folkmoot"));
    }

    #[test]
    fn without_any_name_there_is_no_home() {
        assert_eq!(chosen(&[], &[]), Ok(Home(None)));
    }

    #[test]
    fn an_argument_that_cannot_be_read_is_named() {
        assert_eq!(chosen(&["--home"], &[]), Err(Misread::NoFolder));
        assert_eq!(chosen(&["--hom", "/x"], &[]), Err(Misread::Unknown("--hom".into())));
    }
}
