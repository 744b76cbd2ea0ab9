//! Acts as JSON.

use std::path::Path;
use std::process::ExitCode;

use folkmoot_desk::{Desk, Trouble};
use serde_json::{Map, Value as Json, json};

use super::At;
use crate::args::ActFile;
use crate::say::Say;
use folkmoot_host::files;

const EXAMPLES: &str = include_str!("../../../../assets/examples.json");

fn examples() -> Map<String, Json> {
    serde_json::from_str(EXAMPLES).unwrap_or_default()
}

/// Shows the schema of acts, or an example of one kind.
pub(super) fn show(file: &ActFile, say: &Say) -> Result<ExitCode, Trouble> {
    let Some(kind) = &file.example else { return Ok(say.view(&folkmoot_desk::schema())) };
    let examples = examples();
    match examples.get(kind) {
        Some(example) => Ok(say.view(example)),
        None if kind == "kinds" => {
            Ok(say.done(&examples.keys().cloned().collect::<Vec<_>>(), json!({ "kinds": examples.keys().collect::<Vec<_>>() })))
        }
        None => Err(Trouble::NotInTheBook { what: "kind of act", asked: kind.clone() }),
    }
}

fn read(path: &Path) -> Result<Vec<Json>, Trouble> {
    let text = files::read_text(path)?;
    let json = serde_json::from_str(&text)
        .map_err(|error| Trouble::File { path: path.to_owned(), source: std::io::Error::new(std::io::ErrorKind::InvalidData, error) })?;
    Desk::acts_in(json)
}

/// Does, or only weighs, the acts of a file.
pub(super) fn act(mut at: At<'_>, file: &ActFile) -> Result<ExitCode, Trouble> {
    if let Some(path) = &file.check {
        let acts = read(path)?;
        at.desk.check(at.assembly, &acts, at.moment.seconds)?;
        return Ok(at.say.done(&["No rule refuses.".to_owned()], json!({ "acts": acts.len() })));
    }
    let acts = read(file.file.as_deref().unwrap_or(Path::new("-")))?;
    let ids = at.act(&acts)?;
    Ok(at.say.done(&ids.iter().map(ToString::to_string).collect::<Vec<_>>(), json!({ "ids": ids })))
}
