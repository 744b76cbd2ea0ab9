//! The charter, from a plain text file: `# Title`, then `## Heading` or `## Heading {id}` and the clause's words.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::charter::Version;
use folkmoot_desk::{Carried, Trouble};
use serde_json::{Value as Json, json};

use super::At;
use folkmoot_host::files;

#[derive(Debug, Subcommand)]
pub(crate) enum CharterVerb {
    /// Adopt the first charter: a text with `# Title`, then `## Heading` above each clause.
    Adopt {
        /// The text.
        #[arg(required_unless_present = "from_draft")]
        file: Option<PathBuf>,
        /// Take the text from a draft, and close it: its title, or the first letters of its id.
        #[arg(long, value_name = "DRAFT", conflicts_with = "file")]
        from_draft: Option<String>,
        /// The decision's number.
        #[arg(long)]
        decision: String,
    },
    /// Amend it: the clauses in the text take the place of those with the same id, or are added.
    Amend {
        /// The text of the clauses that change.
        file: Option<PathBuf>,
        /// Take the text from a draft, and close it: of clauses with headings, or of the one clause that the draft is about.
        #[arg(long, value_name = "DRAFT", conflicts_with = "file")]
        from_draft: Option<String>,
        /// A clause that no longer holds; may be said more than once.
        #[arg(long = "drop", value_name = "CLAUSE")]
        drop: Vec<String>,
        /// The decision's number.
        #[arg(long)]
        decision: String,
    },
}

/// Reads a title and clauses; a clause without an id takes one from its heading, and words before the first clause are a preamble.
///
/// Without any `##`, each `#` is a clause and the first line is the title. Whatever would land nowhere is refused.
fn read(text: &str) -> Result<(String, Vec<Json>), Trouble> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let has_parts = text.lines().any(|line| line.starts_with("## "));
    let mark = if has_parts { "## " } else { "# " };
    let mut title = String::new();
    let mut clauses: Vec<(String, String, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let nowhere = || Trouble::CharterText { line: at + 1, text: line.trim().to_owned() };
        if let Some(heading) = line.strip_prefix(mark) {
            let (heading, id) = match heading.trim().strip_suffix('}').and_then(|heading| heading.rsplit_once('{')) {
                Some((heading, id)) => (heading.trim().to_owned(), id.trim().to_owned()),
                None => (heading.trim().to_owned(), id_of(heading)),
            };
            clauses.push((id, heading, String::new()));
        } else if let Some(heading) = line.strip_prefix("# ") {
            if !title.is_empty() || !clauses.is_empty() {
                return Err(nowhere());
            }
            heading.trim().clone_into(&mut title);
        } else if let Some((_, _, text)) = clauses.last_mut() {
            text.push_str(line);
            text.push('\n');
        } else if !line.trim().is_empty() && title.is_empty() {
            line.trim().clone_into(&mut title);
        } else if !line.trim().is_empty() {
            if !has_parts {
                return Err(nowhere());
            }
            clauses.push(("preamble".to_owned(), "Preamble".to_owned(), format!("{line}\n")));
        }
    }
    let clauses = clauses.into_iter().map(|(id, heading, text)| json!({ "id": id, "heading": heading, "text": text.trim() })).collect();
    Ok((title, clauses))
}

/// The clauses of a list, by id.
fn ids(clauses: &[Json]) -> Vec<String> {
    clauses.iter().filter_map(|clause| clause["id"].as_str().map(str::to_owned)).collect()
}

fn id_of(heading: &str) -> String {
    let letters: String = heading.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The text of a file or of a draft, and the draft.
fn text_of(at: &mut At<'_>, file: Option<&PathBuf>, from_draft: Option<&String>) -> Result<(String, Option<Carried>), Trouble> {
    let carried = from_draft.map(|draft| at.carried(draft)).transpose()?;
    match (&carried, file) {
        (Some(carried), _) => Ok((carried.text.clone(), Some(carried.clone()))),
        (None, Some(file)) => Ok((files::read_text(file)?, None)),
        (None, None) => Ok((String::new(), None)),
    }
}

/// Does an act on the charter, perhaps from a draft.
fn done(mut at: At<'_>, act: Json, carried: Option<Carried>, what: &str) -> Result<ExitCode, Trouble> {
    match carried {
        Some(carried) => at.do_carrying(act, carried, what),
        None => at.do_all(&[act], what),
    }
}

/// The clauses of an amendment; a draft that is about one clause and has no headings is the words of that clause.
fn amended(at: &At<'_>, text: &str, carried: Option<&Carried>, current: &Version) -> Result<Vec<Json>, Trouble> {
    let drafts = at.desk.fold(at.assembly)?.map(|fold| &fold.book().inside.draft.all);
    let about = carried.and_then(|carried| drafts?.get(&carried.draft)?.opened.as_ref()?.about.as_deref());
    let clause = about.and_then(|about| current.clauses.iter().find(|clause| clause.id == about));
    match clause.filter(|_| !text.lines().any(|line| line.starts_with("# ") || line.starts_with("## "))) {
        Some(clause) => Ok(vec![json!({ "id": clause.id, "heading": clause.heading, "text": text.trim() })]),
        None => Ok(read(text)?.1),
    }
}

pub(super) fn run(mut at: At<'_>, verb: &CharterVerb) -> Result<ExitCode, Trouble> {
    match verb {
        CharterVerb::Adopt { file, from_draft, decision } => {
            let (text, carried) = text_of(&mut at, file.as_ref(), from_draft.as_ref())?;
            let (title, clauses) = read(&text)?;
            let names = ids(&clauses).join(", ");
            let what = format!("Charter adopted: {title}, with {} clauses ({names}).\n ", clauses.len());
            let act = json!({ "do": "charter.adopt", "decision": at.decision(decision)?, "title": title, "clauses": clauses });
            done(at, act, carried, &what)
        }
        CharterVerb::Amend { file, from_draft, drop, decision } => {
            let (text, carried) = text_of(&mut at, file.as_ref(), from_draft.as_ref())?;
            let book = at.desk.fold(at.assembly)?.map(|fold| &fold.book().commons);
            let current = book.map(|book| book.charter.current(&book.minutes)).unwrap_or_default();
            let clauses = amended(&at, &text, carried.as_ref(), &current)?;
            let (changed, new): (Vec<String>, Vec<String>) =
                ids(&clauses).into_iter().partition(|id| current.clauses.iter().any(|clause| clause.id == *id));
            let said = |what: &str, ids: &[String]| if ids.is_empty() { String::new() } else { format!(" {what}: {}.", ids.join(", ")) };
            let what = format!("Charter amended.{}{}{}\n ", said("Changed", &changed), said("New", &new), said("Dropped", drop));
            let act = json!({ "do": "charter.amend", "decision": at.decision(decision)?, "set": clauses, "drop": drop });
            done(at, act, carried, &what)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charter_is_a_plain_text_with_headings() {
        let text =
            "\u{feff}# Charter of Millbrook\n\nA preamble.\n\n## Right of exit\nAny town may leave.\n\n## Water {the-well}\nShared.\n";
        let (title, clauses) = read(text).unwrap();
        assert_eq!(title, "Charter of Millbrook");
        assert_eq!(clauses[0]["text"], "A preamble.");
        assert_eq!(clauses[1], json!({ "id": "right-of-exit", "heading": "Right of exit", "text": "Any town may leave." }));
        assert_eq!(clauses[2]["id"], "the-well");
    }

    #[test]
    fn no_line_of_a_charter_is_lost() {
        let (title, clauses) = read("Charter of M\r\n\r\n# Name\r\nMillbrook.\r\n# Meetings\r\nMonthly.\r\n").unwrap();
        assert_eq!((title.as_str(), ids(&clauses).join(" ")), ("Charter of M", "name meetings".to_owned()));
        for lost in ["# A\n\n# B\nwords\n\n## C\nwords\n", "# A\n## B\nwords\n# C\nwords\n", "A\nwords\n# B\nwords\n"] {
            assert!(matches!(read(lost), Err(Trouble::CharterText { .. })), "{lost}");
        }
    }
}
