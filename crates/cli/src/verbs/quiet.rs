//! Quiet periods.

use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::plain::Day;
use folkmoot_desk::Trouble;
use serde_json::json;

use super::At;

#[derive(Debug, Subcommand)]
pub(crate) enum QuietVerb {
    /// Declare, as a meeting decided, that the town is quiet for some days: nothing is sent, and nothing is void for want of a word.
    Begin {
        /// The last day.
        #[arg(long)]
        until: Day,
        /// The first day; today unless said otherwise.
        #[arg(long)]
        from: Option<Day>,
        /// The decision's number.
        #[arg(long)]
        decision: String,
    },
    /// End it sooner.
    End {
        /// The declaration's id or its first letters, as `look quiet` shows it.
        quiet: String,
        /// The last quiet day; today unless said otherwise.
        #[arg(long)]
        day: Option<Day>,
    },
}

pub(super) fn run(mut at: At<'_>, verb: &QuietVerb) -> Result<ExitCode, Trouble> {
    match verb {
        QuietVerb::Begin { until, from, decision } => {
            let from = from.unwrap_or(at.moment.day);
            let ids = at.act(&[json!({ "do": "quiet.begin", "decision": at.decision(decision)?, "from": from, "until": until })])?;
            let mut lines = vec![
                format!("Quiet from {from} to {until}: this laptop opens and sends nothing on those days."),
                "  Tell your other laptops by a stick (folkmoot bundle write FILE --for TOWN), and stop folkmoot serve where it runs."
                    .to_owned(),
            ];
            for id in &ids {
                lines.push(format!("  {id}{}", at.pending(*id)?));
            }
            Ok(at.say.done(&lines, json!({ "ids": ids })))
        }
        QuietVerb::End { quiet, day } => {
            let quiet = at.desk.find_act(at.assembly, quiet)?;
            at.do_all(&[json!({ "do": "quiet.end", "quiet": quiet, "day": day.unwrap_or(at.moment.day) })], "The quiet ends:")
        }
    }
}
