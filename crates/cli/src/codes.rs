//! Codes on the way out: as text, as a picture of squares in the terminal, as a file.

use std::io::Write;
use std::path::{Path, PathBuf};

use folkmoot_desk::{NotACode, Trouble};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use crate::files;

/// Where else a code goes than to the terminal.
#[derive(Debug, clap::Args)]
pub(crate) struct Out {
    /// Also write the code to a new file.
    #[arg(long)]
    file: Option<PathBuf>,
    /// Also show it as a picture to photograph.
    #[arg(long)]
    picture: bool,
}

/// A code from the command line: the text itself, or a file that holds it.
pub(crate) fn given<T: std::str::FromStr<Err = NotACode>>(code: &str) -> Result<T, Trouble> {
    let text = if code.to_lowercase().starts_with("folkmoot:") { code.to_owned() } else { files::read_text(Path::new(code))? };
    text.parse().map_err(Trouble::Code)
}

/// Writes a code to a file, or gives the lines to print.
pub(crate) fn lines(code: &str, out: &Out) -> Result<Vec<String>, Trouble> {
    if let Some(file) = &out.file {
        files::write_new(file, |written| writeln!(written, "{code}"))?;
    }
    let mut lines = vec![code.to_owned()];
    if out.picture {
        // Uppercase letters and digits fit a smaller picture, and codes are read in either case.
        let squares = QrCode::new(code.as_bytes()).map(|squares| squares.render::<Dense1x2>().build());
        lines.extend(squares.ok());
    }
    Ok(lines)
}
