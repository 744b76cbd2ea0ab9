//! The charter, from a plain text file: `# Title`, then `## Heading` or `## Heading {id}` and the clause's words.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use folkmoot_desk::Trouble;
use serde_json::{Value as Json, json};

use super::At;
use crate::files;

#[derive(Debug, Subcommand)]
pub(crate) enum CharterVerb {
    /// Adopt the first charter.
    Adopt {
        /// The text.
        file: PathBuf,
        /// The decision's number.
        #[arg(long)]
        decision: String,
    },
    /// Amend it: the clauses in the text take the place of those with the same id, or are added.
    Amend {
        /// The text of the clauses that change.
        file: Option<PathBuf>,
        /// A clause that no longer holds; may be said more than once.
        #[arg(long = "drop", value_name = "CLAUSE")]
        drop: Vec<String>,
        /// The decision's number.
        #[arg(long)]
        decision: String,
    },
}

/// Reads a title and clauses; a clause without an id takes one from its heading.
fn read(text: &str) -> (String, Vec<Json>) {
    let mut title = String::new();
    let mut clauses: Vec<(String, String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let (heading, id) = match heading.trim().strip_suffix('}').and_then(|heading| heading.rsplit_once('{')) {
                Some((heading, id)) => (heading.trim().to_owned(), id.trim().to_owned()),
                None => (heading.trim().to_owned(), id_of(heading)),
            };
            clauses.push((id, heading, String::new()));
        } else if let (Some(heading), true) = (line.strip_prefix("# "), title.is_empty()) {
            heading.trim().clone_into(&mut title);
        } else if let Some((_, _, text)) = clauses.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    let clauses = clauses.into_iter().map(|(id, heading, text)| json!({ "id": id, "heading": heading, "text": text.trim() })).collect();
    (title, clauses)
}

fn id_of(heading: &str) -> String {
    let letters: String = heading.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

pub(super) fn run(mut at: At<'_>, verb: &CharterVerb) -> Result<ExitCode, Trouble> {
    match verb {
        CharterVerb::Adopt { file, decision } => {
            let (title, clauses) = read(&files::read_text(file)?);
            let act = json!({ "do": "charter.adopt", "decision": at.decision(decision)?, "title": title, "clauses": clauses });
            at.do_all(&[act], "Charter adopted:")
        }
        CharterVerb::Amend { file, drop, decision } => {
            let clauses = file.as_ref().map(|file| files::read_text(file)).transpose()?.map(|text| read(&text).1).unwrap_or_default();
            let act = json!({ "do": "charter.amend", "decision": at.decision(decision)?, "set": clauses, "drop": drop });
            at.do_all(&[act], "Charter amended:")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charter_is_a_plain_text_with_headings() {
        let (title, clauses) =
            read("# Charter of Millbrook\n\nA preamble.\n\n## Right of exit\nAny town may leave.\n\n## Water {the-well}\nShared.\n");
        assert_eq!(title, "Charter of Millbrook");
        assert_eq!(clauses[0], json!({ "id": "right-of-exit", "heading": "Right of exit", "text": "Any town may leave." }));
        assert_eq!(clauses[1]["id"], "the-well");
    }
}
