//! Codes on the way out: as text, as a picture of squares in the terminal, as a file.

use std::io::Write;
use std::path::{Path, PathBuf};

use folkmoot_desk::{NotACode, RecoveryCard, Trouble};
use folkmoot_host::{drawn, files, squares};

/// Where else a code goes than to the terminal.
#[derive(Debug, clap::Args)]
pub(crate) struct Out {
    /// Also write the code to a new file.
    #[arg(long)]
    file: Option<PathBuf>,
    /// Also show it as a picture to photograph.
    #[arg(long)]
    picture: bool,
    /// Also draw that picture in a new file.
    #[arg(long, value_name = "FILE.svg")]
    qr: Option<PathBuf>,
}

/// A code from the command line: the text itself, or a file that holds it.
pub(crate) fn given<T: std::str::FromStr<Err = NotACode>>(code: &str) -> Result<T, Trouble> {
    let text = if code.to_lowercase().starts_with("folkmoot:") { code.to_owned() } else { files::read_text(Path::new(code))? };
    text.parse().map_err(Trouble::Code)
}

/// A recovery card, which signs in somebody's stead: from a file or standard input, and never from the command line, where everybody on
/// this laptop can read it.
pub(crate) fn card(file: &str) -> Result<RecoveryCard, Trouble> {
    if file.to_lowercase().starts_with("folkmoot:") {
        return Err(Trouble::Code(NotACode::Spoken));
    }
    files::read_text(Path::new(file))?.parse().map_err(Trouble::Code)
}

/// Writes a code to a file, or gives the lines to print.
pub(crate) fn lines(code: &str, out: &Out) -> Result<Vec<String>, Trouble> {
    if let Some(file) = &out.file {
        files::write_private(file, |written| writeln!(written, "{code}"))?;
    }
    let mut lines = vec![code.to_owned()];
    if let Some(file) = &out.qr
        && let Some(drawn) = drawn(code)
    {
        files::write_private(file, |written| written.write_all(drawn.as_bytes()))?;
    }
    if out.picture {
        lines.extend(squares(code));
    }
    Ok(lines)
}
