//! Drafting: texts that people write together.

use folkmoot::id::ActId;
use folkmoot_desk::Told;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use tauri::State;

use crate::shell::{Asker, Shell};

/// What a page does with a draft.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "deed", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum Writing {
    /// Begin one.
    Open {
        /// Its title.
        title: String,
        /// What it is to become: a motion, or a clause of the charter by its id.
        about: Option<String>,
        /// The text that it begins with.
        base: String,
    },
    /// Type what makes a text out of the one that was seen.
    Set {
        /// The draft.
        draft: ActId,
        /// What the page had seen.
        seen: Vec<ActId>,
        /// The whole text as it is to be.
        text: String,
    },
    /// Ask for the text that an act of the commons carries, and the act that closes the draft with it.
    Carried {
        /// The draft.
        draft: ActId,
    },
    /// Close one that nothing carries.
    Close {
        /// The draft.
        draft: ActId,
    },
}

/// Types into drafts, and gives what the desk answers.
#[tauri::command(async)]
pub(crate) fn draft(deed: Writing, asker: Asker, shell: State<'_, Shell>) -> Result<Json, Box<Told>> {
    let now = shell.moment().seconds;
    let done = shell.kept(|desk| {
        let assembly = asker.which(desk)?;
        match deed {
            Writing::Open { title, about, base } => {
                Ok(json!({ "draft": desk.open_draft(assembly, &title, about.as_deref(), &base, now)? }))
            }
            Writing::Set { draft, seen, text } => Ok(json!({ "ids": desk.set_draft(assembly, draft, &seen, &text, now)? })),
            Writing::Carried { draft } => {
                let carried = desk.carried(assembly, draft)?;
                Ok(json!({ "draft": carried.draft, "text": carried.text, "closing": carried.closing }))
            }
            Writing::Close { draft } => Ok(json!({ "ids": [desk.close_draft(assembly, draft, now)?] })),
        }
    });
    done.map_err(|trouble| asker.told(&trouble))
}
