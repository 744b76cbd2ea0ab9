//! Looking.

use std::process::ExitCode;

use folkmoot_desk::{Trouble, VIEWS};
use serde_json::json;

use super::At;
use crate::args::Look;
use crate::say::Say;

pub(super) fn list(say: &Say) -> ExitCode {
    let lines: Vec<String> =
        VIEWS.iter().map(|view| format!("{:<28} {}", format!("{} {}", view.name, view.usage).trim_end(), view.shows)).collect();
    say.done(&lines, json!({ "views": VIEWS }))
}

pub(super) fn look(mut at: At<'_>, look: &Look) -> Result<ExitCode, Trouble> {
    let as_of = look.as_of.unwrap_or(at.moment.day);
    let view = look.view.as_deref().unwrap_or_default();
    let shown = at.desk.look(at.assembly, view, &look.words, as_of)?;
    Ok(at.say.view(&shown))
}
