//! Which folder the window serves: the one asked for, else the one in the environment, else the platform's own.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};

use folkmoot_host::{Moment, moment};

const HOME: &str = "--home";
const NOW: &str = "--now";
/// How the codes begin that people give each other, and with them the links that open one.
const LINK: &str = "folkmoot:";
/// How a recovery card begins.
const CARD: &str = "folkmoot:card";

/// What the window was asked to open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) home: Home,
    /// The moment to claim instead of the clock's.
    pub(crate) now: Option<Moment>,
    /// A code to show.
    pub(crate) code: Option<String>,
}

/// The folder this window serves; none when nothing names one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Home(Option<PathBuf>);

impl Home {
    /// The folder.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.0.as_deref()
    }

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
    /// `--home` or `--now` stands last, with nothing after it.
    Nothing(&'static str),
    /// What follows `--now` is no moment.
    NoMoment(String),
    /// A recovery card, which signs in somebody's stead: everybody on this laptop reads what a program is started with.
    Card,
    /// An argument that means nothing here.
    Unknown(OsString),
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing(flag) => write!(f, "{flag} needs something after it"),
            Self::NoMoment(how) => write!(f, "{NOW} needs a moment: {how}"),
            Self::Card => write!(f, "a recovery card is read in the window, and never opened from outside of it"),
            Self::Unknown(argument) => write!(f, "{} is not known here", argument.display()),
        }
    }
}

/// Chooses the home from the arguments and the environment.
///
/// # Errors
/// When an argument is not `--home` with a folder, `--now` with a moment, or a code that may be opened as a link.
pub(crate) fn choose(mut args: impl Iterator<Item = OsString>, variable: impl Fn(&str) -> Option<OsString>) -> Result<Asked, Misread> {
    let named = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let (mut home, mut now, mut code) = (None, None, None);
    while let Some(argument) = args.next() {
        if let Some(folder) = value(HOME, &argument, &mut args)? {
            home = Some(PathBuf::from(folder));
        } else if let Some(claimed) = value(NOW, &argument, &mut args)? {
            now = Some(moment(&claimed.to_string_lossy()).map_err(Misread::NoMoment)?);
        } else {
            code = Some(match link(&argument) {
                Some(card) if card.to_ascii_lowercase().starts_with(CARD) => return Err(Misread::Card),
                Some(code) => code,
                None => return Err(Misread::Unknown(argument)),
            });
        }
    }
    let home = home.or_else(|| named("FOLKMOOT_HOME")).or_else(|| data_dir(&named).map(|dir| dir.join("folkmoot")));
    Ok(Asked { home: Home(home), now, code })
}

/// A code as a link has it.
fn link(argument: &OsStr) -> Option<String> {
    let text = argument.to_str()?;
    let begins = text.get(..LINK.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(LINK));
    begins.then(|| text.to_owned())
}

/// What stands behind a flag, after a space or an equals sign; none when the argument is another.
fn value(flag: &'static str, argument: &OsStr, rest: &mut impl Iterator<Item = OsString>) -> Result<Option<OsString>, Misread> {
    let given = if argument == flag {
        rest.next()
    } else {
        match argument.to_str().and_then(|text| text.strip_prefix(flag)?.strip_prefix('=')) {
            Some(given) => Some(OsString::from(given)),
            None => return Ok(None),
        }
    };
    given.filter(|given| !given.is_empty()).map(Some).ok_or(Misread::Nothing(flag))
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
        asked(args, variables).map(|asked| asked.home)
    }

    fn asked(args: &[&str], variables: &[(&str, &str)]) -> Result<Asked, Misread> {
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
    fn the_moment_is_the_one_that_was_said() {
        assert_eq!(asked(&["--now=1804100000"], &[]).map(|asked| asked.now.map(|now| now.seconds)), Ok(Some(1_804_100_000)));
    }

    #[test]
    fn a_link_is_a_code_to_show() {
        let code = |args: &[&str]| asked(args, &[]).map(|asked| asked.code);
        assert_eq!(code(&["folkmoot:town:mfzwk"]), Ok(Some("folkmoot:town:mfzwk".to_owned())));
        assert_eq!(code(&["--home", "/x", "FOLKMOOT:TOWN:MFZWK"]), Ok(Some("FOLKMOOT:TOWN:MFZWK".to_owned())));
        assert_eq!(code(&["FOLKMOOT:card:mfzwk"]), Err(Misread::Card));
        assert_eq!(code(&["/folkmoot:town"]), Err(Misread::Unknown("/folkmoot:town".into())));
    }

    #[test]
    fn an_argument_that_cannot_be_read_is_named() {
        assert_eq!(chosen(&["--home"], &[]), Err(Misread::Nothing(HOME)));
        assert_eq!(chosen(&["--home="], &[]), Err(Misread::Nothing(HOME)));
        assert!(matches!(chosen(&["--now", "soon"], &[]), Err(Misread::NoMoment(_))));
        assert_eq!(chosen(&["--hom", "/x"], &[]), Err(Misread::Unknown("--hom".into())));
    }
}
