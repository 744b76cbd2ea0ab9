//! Why a command stopped.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Why a command stopped, in words for the person at the terminal.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The machine lacks something that this program could not bring.
    Wanting(String),
    /// Something that ran did not succeed.
    Failed(String),
}

impl Trouble {
    /// Says that a file could not be used.
    pub(crate) fn file(path: &Path, source: &io::Error) -> Self {
        Self::Failed(format!("{}: {source}", path.display()))
    }

    /// Tells a machine that is not ready (2) from work that failed (1).
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Wanting(_) => ExitCode::from(2),
            Self::Failed(_) => ExitCode::from(1),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wanting(words) | Self::Failed(words) => f.write_str(words),
        }
    }
}
