//! Judges histories from files by the heart's resolver, one line of JSON each: `judge FILE...`.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if files.is_empty() {
        beside("usage: judge FILE...");
        return ExitCode::from(2);
    }
    let mut code = ExitCode::SUCCESS;
    for file in files {
        let (line, why) = match judged(&file) {
            Ok(line) => (line, None),
            // A line for each file, whatever it holds.
            Err(why) => (serde_json::json!({ "error": why }).to_string(), Some(why)),
        };
        match writeln!(io::stdout(), "{line}") {
            Ok(()) => {}
            // Whoever reads has read enough.
            Err(closed) if closed.kind() == ErrorKind::BrokenPipe => return code,
            Err(other) => {
                beside(&format!("writing what was judged: {other}"));
                return ExitCode::FAILURE;
            }
        }
        if let Some(why) = why {
            beside(&format!("{}: {why}", file.display()));
            code = ExitCode::FAILURE;
        }
    }
    code
}

fn judged(file: &Path) -> Result<String, String> {
    let text = std::fs::read_to_string(file).map_err(|why| why.to_string())?;
    let answer = folkmoot_testkit::judge::judge(&text).map_err(|why| why.to_string())?;
    serde_json::to_string(&answer).map_err(|why| why.to_string())
}

/// A remark for the person; where nobody reads it, nothing is lost.
fn beside(remark: &str) {
    let _ = writeln!(io::stderr(), "{remark}");
}
