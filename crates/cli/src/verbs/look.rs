//! Looking.

use std::process::ExitCode;

use folkmoot_desk::{Saying, Trouble, VIEWS};
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
    let view = look.view.as_deref().unwrap_or_default();
    let shown = match look.as_of {
        Some(day) => at.desk.look_as_of(at.assembly, view, &look.words, day)?,
        None => at.desk.look(at.assembly, view, &look.words, at.moment.day)?,
    };
    if view == "to-sign" {
        let waiting = at.desk.to_sign(at.assembly)?;
        at.tell(at.assembly, &waiting)?;
        if waiting.is_empty() {
            at.say.tell(&[Saying::nothing_to_sign()]);
        }
    }
    Ok(at.say.view(&shown))
}
