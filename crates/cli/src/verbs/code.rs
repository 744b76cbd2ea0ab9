//! Binding acts and signatures by code, from laptop to laptop without a network or a stick.

use std::process::ExitCode;

use clap::Subcommand;
use folkmoot_desk::{ActsCode, Trouble};
use serde_json::json;

use super::{At, home, road};
use crate::codes;
use crate::say::counted;

#[derive(Debug, Subcommand)]
pub(crate) enum CodeVerb {
    /// Show a binding act with its signatures as a code, for another laptop to read.
    Show {
        /// Its id, or the first letters.
        act: String,
        #[command(flatten)]
        out: codes::Out,
    },
    /// Take in what a code of another laptop holds.
    Read {
        /// The code, or a file that holds it.
        code: String,
    },
}

pub(super) fn run(mut at: At<'_>, verb: &CodeVerb) -> Result<ExitCode, Trouble> {
    match verb {
        CodeVerb::Show { act, out } => {
            let act = at.desk.find_act(at.assembly, act)?;
            let code = at.desk.show_act(at.assembly, act)?;
            let mut lines = codes::lines(&code.to_string(), out)?;
            lines.push(format!(
                "  It holds {}. Read it on the other laptop: folkmoot code read CODE.",
                counted(code.changes.len(), "change", "changes")
            ));
            Ok(at.say.done(&lines, json!({ "code": code.to_string(), "changes": code.changes.len() })))
        }
        CodeVerb::Read { code } => {
            let code: ActsCode = codes::given(code)?;
            let received = at.desk.hear_acts(&code, at.moment.seconds)?;
            let mut lines = road::said(&at.desk, &received);
            if received.waiting > 0 {
                lines.push("  This laptop lacks what they follow: let the two meet, or read a bundle of the other.".to_owned());
            }
            lines.extend(home::alarms(&mut at.desk, at.moment.day)?);
            let facts = json!({ "received": received });
            Ok(if received.is_whole() { at.say.done(&lines, facts) } else { at.say.partly(&lines, facts) })
        }
    }
}
