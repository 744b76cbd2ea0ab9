//! Drafts: texts that people write together before an assembly decides about them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::id::ActId;
use folkmoot_desk::{Carried, Splice, Trouble};
use serde_json::{Value as Json, json};

use super::At;
use crate::say::counted;
use folkmoot_host::files;

#[derive(Debug, Subcommand)]
pub(crate) enum DraftVerb {
    /// Open a draft; it stays among the assembly's own laptops.
    Open {
        /// What it is called.
        title: String,
        /// What it is to become: a motion, or a clause of the charter by its id.
        #[arg(long)]
        about: Option<String>,
        /// A file with the text that it begins with, or - for standard input.
        #[arg(long, value_name = "FILE")]
        text: Option<PathBuf>,
    },
    /// Show every draft.
    List,
    /// Show a draft's text.
    Show {
        /// The draft: its title, or the first letters of its id.
        draft: String,
    },
    /// Make a draft's text what a file says; only what differs is typed, so what others type meanwhile stays.
    Set {
        /// The draft: its title, or the first letters of its id.
        draft: String,
        /// The file, or - for standard input.
        file: PathBuf,
        /// The edit that `draft show` named, where the file was made from that text and others have typed since; may be said more than once.
        #[arg(long, value_name = "EDIT")]
        seen: Vec<String>,
    },
    /// Type at one place of a draft.
    Type {
        /// The draft: its title, or the first letters of its id.
        draft: String,
        /// Before which character, counted from 0.
        #[arg(long)]
        at: usize,
        /// How many characters go.
        #[arg(long, default_value_t = 0)]
        delete: usize,
        /// What comes there.
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
    },
    /// End the work on a draft that nothing carries.
    Close {
        /// The draft: its title, or the first letters of its id.
        draft: String,
    },
}

impl At<'_> {
    /// The text of a draft, for an act that carries it.
    pub(super) fn carried(&mut self, asked: &str) -> Result<Carried, Trouble> {
        let draft = self.desk.find_draft(self.assembly, asked)?;
        self.desk.carried(self.assembly, draft)
    }

    /// Does an act that carries a draft's text, and the one that closes the draft.
    pub(super) fn do_carrying(&mut self, act: Json, carried: Carried, what: &str) -> Result<ExitCode, Trouble> {
        let mut act = act;
        act["from_draft"] = json!(carried.draft);
        let acts: Vec<Json> = std::iter::once(act).chain(carried.closing).collect();
        let ids = self.act(&acts)?;
        let mut lines = Vec::new();
        if let Some(id) = ids.first() {
            lines.push(format!("{what} {id}{}", self.pending(*id)?));
        }
        lines.extend(ids.get(1).map(|id| format!("The draft is closed, and its text frozen: {id}")));
        Ok(self.say.done(&lines, json!({ "ids": ids, "draft": carried.draft })))
    }

    /// Says which edits were made of what was typed.
    fn typed(&mut self, draft: ActId, ids: &[ActId]) -> Result<ExitCode, Trouble> {
        let length = self.desk.draft(self.assembly, draft)?.text()?.chars().count();
        let line = match ids {
            [] => "The draft says that already.".to_owned(),
            _ => format!("Typed; the draft has {} now.", counted(length, "character", "characters")),
        };
        Ok(self.say.done(&[line], json!({ "ids": ids, "draft": draft, "characters": length })))
    }
}

/// Reads a text with line ends of one kind, so that two people's editors do not type over each other's lines.
fn read(path: &Path) -> Result<String, Trouble> {
    let text = files::read_text(path)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n"))
}

pub(super) fn run(mut at: At<'_>, verb: &DraftVerb) -> Result<ExitCode, Trouble> {
    let (assembly, now) = (at.assembly, at.moment.seconds);
    match verb {
        DraftVerb::Open { title, about, text } => {
            let base = text.as_deref().map(read).transpose()?.unwrap_or_default();
            let draft = at.desk.open_draft(assembly, title, about.as_deref(), &base, now)?;
            Ok(at.say.done(&[format!("Draft: {draft}")], json!({ "ids": [draft], "draft": draft })))
        }
        DraftVerb::List => {
            let shown = at.desk.look(assembly, "drafts", &[], at.moment.day)?;
            let line = |draft: &Json| {
                let word = |name: &str| draft[name].as_str().unwrap_or_default().to_owned();
                let state = if draft["closed"] == true { ", closed" } else { "" };
                let edits = draft["edits"].as_u64().unwrap_or_default();
                format!(
                    "{}  {}{state} ({})",
                    &word("draft").get(..8).unwrap_or_default(),
                    word("title"),
                    counted(edits as usize, "edit", "edits")
                )
            };
            let mut lines: Vec<String> = shown["drafts"].as_array().into_iter().flatten().map(line).collect();
            if lines.is_empty() {
                lines.push("There is no draft.".to_owned());
            }
            Ok(at.say.done(&lines, shown))
        }
        DraftVerb::Show { draft } => {
            let shown = at.desk.look(assembly, "draft", std::slice::from_ref(draft), at.moment.day)?;
            let tips = shown["tips"].as_array().into_iter().flatten().filter_map(|tip| tip.as_str()?.get(..8));
            at.say.remark(&format!("As of {}.", tips.collect::<Vec<_>>().join(", ")));
            let text = shown["text"].as_str().unwrap_or_default();
            Ok(at.say.done(&[text.strip_suffix('\n').unwrap_or(text).to_owned()], shown.clone()))
        }
        DraftVerb::Set { draft, file, seen } => {
            let draft = at.desk.find_draft(assembly, draft)?;
            let seen = seen.iter().map(|edit| at.desk.find_act(assembly, edit)).collect::<Result<Vec<_>, _>>()?;
            let ids = at.desk.set_draft(assembly, draft, &seen, &read(file)?, now)?;
            at.typed(draft, &ids)
        }
        DraftVerb::Type { draft, at: place, delete, text } => {
            let draft = at.desk.find_draft(assembly, draft)?;
            let splice = Splice { at: *place, delete: *delete, insert: text.clone() };
            let ids = at.desk.type_in(assembly, draft, &[], &[splice], now)?;
            at.typed(draft, &ids)
        }
        DraftVerb::Close { draft } => {
            let draft = at.desk.find_draft(assembly, draft)?;
            let closing = at.desk.close_draft(assembly, draft, now)?;
            Ok(at.say.done(&[format!("Closed: {draft}")], json!({ "ids": [closing], "draft": draft })))
        }
    }
}
