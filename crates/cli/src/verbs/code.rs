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
        /// A further code, with what came before: for a laptop that says it waits for more.
        #[arg(long, default_value_t = 1, value_name = "N")]
        part: usize,
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
        CodeVerb::Show { act, part, out } => {
            let act = at.desk.find_act(at.assembly, act)?;
            let codes = at.desk.show_act(at.assembly, act)?;
            at.tell(at.assembly, &[act])?;
            let missing = || Trouble::NotInTheBook { what: "code", asked: part.to_string() };
            let code = part.checked_sub(1).and_then(|at| codes.get(at)).ok_or_else(missing)?;
            let mut lines = crate::codes::lines(&code.to_string(), out)?;
            lines.push(format!(
                "  It holds {}. Read it on the other laptop: folkmoot code read CODE.",
                counted(code.changes.len(), "change", "changes")
            ));
            if *part < codes.len() {
                lines.push(format!(
                    "  It is the {part}. of {}. Where the other laptop says that it waits for more: folkmoot code show {act} --part {}",
                    codes.len(),
                    part + 1
                ));
            }
            Ok(at.say.done(&lines, json!({ "code": code.to_string(), "changes": code.changes.len(), "part": part, "of": codes.len() })))
        }
        CodeVerb::Read { code } => {
            let code: ActsCode = codes::given(code)?;
            let received = at.desk.hear_acts(&code, at.moment.seconds)?;
            at.tell(code.assembly, &at.desk.to_sign_in(&code)?)?;
            let mut lines = road::said(&at.desk, &received);
            if received.waiting > 0 {
                lines.push("  This laptop lacks what they follow: read the next code of the other, let the two meet, or read a bundle of the other.".to_owned());
            }
            lines.extend(home::alarms(&mut at.desk, at.moment.day)?);
            let facts = json!({ "received": received });
            Ok(if received.is_whole() { at.say.done(&lines, facts) } else { at.say.partly(&lines, facts) })
        }
    }
}
