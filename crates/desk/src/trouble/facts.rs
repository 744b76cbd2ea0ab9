//! The facts that a trouble's phrase needs, in any language.

use folkmoot::act::NotAnAct;
use folkmoot_archive::ArchiveError;
use serde_json::{Map, Value, json};

use super::Trouble;
use crate::codes::NotACode;
use crate::look::{AsOf, VIEWS};

impl Trouble {
    /// The facts that its phrase needs.
    pub fn facts(&self) -> Map<String, Value> {
        let facts = match self {
            Trouble::Refused { refusal, .. } => return refusal.facts(),
            Trouble::NotAnAct { source: NotAnAct::UnknownKind(kind), .. } => json!({ "kind": kind }),
            Trouble::NotAnAct { source, .. } => json!({ "why": source.to_string() }),
            Trouble::ActTooLarge(refusal) => json!({ "why": refusal.to_string() }),
            Trouble::NoPen { assembly }
            | Trouble::NotAdmittedYet { assembly }
            | Trouble::NothingHere { assembly }
            | Trouble::NobodyToSealTo { assembly } => json!({ "assembly": assembly }),
            Trouble::WhichAssembly { names } => json!({ "names": names.join(", ") }),
            Trouble::TooShort { asked } => json!({ "asked": asked }),
            Trouble::QuietDeclared { until } => json!({ "until": until }),
            Trouble::AfterToday { day, today } => json!({ "day": day, "today": today }),
            Trouble::NotMoreThanNothing { quantity } => json!({ "quantity": quantity }),
            Trouble::NotAName { name } => json!({ "name": name }),
            Trouble::CharterText { line, text } => json!({ "line": line, "text": text }),
            Trouble::WhichMotion { motions } => json!({ "motions": motions }),
            Trouble::NoSuchPlace { length } => json!({ "length": length }),
            Trouble::UnknownAssembly { asked } | Trouble::UnknownView { asked } | Trouble::Ambiguous { asked } => json!({ "asked": asked }),
            Trouble::FoundedHere { name } | Trouble::InviterUnknown { name } => json!({ "name": name }),
            Trouble::ViewArguments { view, usage } => json!({ "view": view, "usage": usage }),
            Trouble::NotAsOf { view } => {
                let dated = VIEWS.iter().filter(|view| view.as_of != AsOf::Never).map(|view| view.name).collect::<Vec<_>>();
                json!({ "view": view, "dated": dated.join(", ") })
            }
            Trouble::WhichCard { member, names } => json!({ "member": member, "names": names }),
            Trouble::NotInTheBook { what, asked } => json!({ "what": what, "asked": asked }),
            Trouble::AirlockShut { source } => json!({ "why": source.to_string() }),
            Trouble::NotAskedToCarry { assembly, couriers } => {
                json!({ "assembly": assembly.short(), "count": couriers.len(), "couriers": couriers })
            }
            Trouble::NoSuchAct { act }
            | Trouble::KeyLaidDown { act }
            | Trouble::NotByCode { act }
            | Trouble::HarmfulDraft { draft: act } => json!({ "act": act }),
            Trouble::Code(NotACode::OtherKind { found, wanted }) => json!({ "found": found, "wanted": wanted }),
            Trouble::File { path, source } => json!({ "path": path.display().to_string(), "why": source.to_string() }),
            Trouble::FileThere { path } => json!({ "path": path.display().to_string() }),
            Trouble::Network { text } => json!({ "text": text }),
            Trouble::FileTooLarge { size } => json!({ "size": size }),
            Trouble::Roster { lines } => json!({ "lines": lines }),
            Trouble::RosterColumns { header } => json!({ "header": header }),
            Trouble::Archive(
                ArchiveError::NotHere { path }
                | ArchiveError::NotABook { path }
                | ArchiveError::NoAccess { path }
                | ArchiveError::AlreadyThere { path }
                | ArchiveError::Unsound { path, .. },
            ) => json!({ "path": path.display().to_string() }),
            Trouble::Archive(ArchiveError::PassphraseTooShort { least }) => json!({ "least": least }),
            Trouble::NoActs
            | Trouble::PassphrasesDiffer
            | Trouble::RestoredUnheard
            | Trouble::WrittenElsewhere
            | Trouble::NotStopped
            | Trouble::OwnInvite
            | Trouble::Quiet
            | Trouble::NobodyToMeet
            | Trouble::NoOtherLaptop
            | Trouble::NoAssembly
            | Trouble::Code(NotACode::Damaged | NotACode::Spoken | NotACode::Newer(_))
            | Trouble::Unwelcome(_)
            | Trouble::Bundle(_)
            | Trouble::Pack(_)
            | Trouble::Seal(_)
            | Trouble::Archive(_)
            | Trouble::Record(_)
            | Trouble::Snapshot(_)
            | Trouble::Change(_)
            | Trouble::NoRandomness => json!({ "why": with_sources(self) }),
        };
        match facts {
            Value::Object(facts) => facts,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Map::new(),
        }
    }
}

fn with_sources(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}
