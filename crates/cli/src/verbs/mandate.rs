//! Mandates.

use std::process::ExitCode;

use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use folkmoot::plain::{Day, Duty, Meeting};
use folkmoot_desk::Trouble;
use serde_json::{Value as Json, json};

use super::At;

/// Reads a duty by its word, and lists the words in the help.
fn duty() -> impl TypedValueParser<Value = Duty> {
    let known = |word: String| Duty::ALL.into_iter().find(|duty| duty.word() == word).ok_or("no such duty");
    PossibleValuesParser::new(Duty::ALL.map(Duty::word)).try_map(known)
}

#[derive(Debug, Subcommand)]
pub(crate) enum MandateVerb {
    /// Give a duty to a member until a day; other holders sign.
    Grant {
        /// To whom: number or name.
        member: String,
        /// What.
        #[arg(value_parser = duty())]
        duty: Duty,
        /// The last day.
        #[arg(long)]
        until: Day,
        /// The first day; today unless said otherwise.
        #[arg(long)]
        from: Option<Day>,
        /// The decision's number.
        #[arg(long)]
        decision: String,
        /// The body that a delegate speaks at.
        #[arg(long)]
        body: Option<String>,
        /// An account that a treasurer keeps, with all below it; may be said more than once, and left out for the whole ledger.
        #[arg(long = "account", value_name = "ACCOUNT")]
        accounts: Vec<String>,
        /// An instruction, "matter: position"; may be said more than once.
        #[arg(long = "item", value_name = "MATTER: POSITION")]
        items: Vec<String>,
        /// The holder may move within these limits; without this, the instructions are fixed.
        #[arg(long, value_name = "LIMITS", conflicts_with = "ask_home")]
        within: Option<String>,
        /// The holder asks home first.
        #[arg(long)]
        ask_home: bool,
        /// The name to show outside, if the holder agrees.
        #[arg(long)]
        public_name: Option<String>,
    },
    /// Take a duty back; other holders sign.
    Recall {
        /// The mandate's id or its first letters, as `look mandates` shows it.
        mandate: String,
        /// The decision's number.
        #[arg(long)]
        decision: String,
        /// Why.
        #[arg(long)]
        reason: Option<String>,
        /// The last entry of the holder's that stands; without it, all that has arrived here.
        #[arg(long, value_name = "ACT")]
        up_to: Option<String>,
    },
    /// Write down what a delegate agreed to outside; it is void unless it is reported at home in time.
    Agree {
        /// The mandate's id or its first letters, as `look mandates` shows it.
        mandate: String,
        /// To what.
        what: String,
        /// On which day; today unless said otherwise.
        #[arg(long)]
        day: Option<Day>,
    },
    /// Say that the assembly has heard the report; somebody else than the delegate says so.
    Report {
        /// What was agreed to: its id or the first letters, as `look reports` shows it.
        agreed: String,
        /// On which day it was heard; today unless said otherwise.
        #[arg(long)]
        day: Option<Day>,
    },
    /// Record in a meeting that no report came in time.
    Miss {
        /// What was agreed to: its id or the first letters, as `look reports` shows it.
        agreed: String,
        /// The meeting, by its day.
        #[arg(long)]
        meeting: Meeting,
    },
}

pub(super) fn run(mut at: At<'_>, verb: &MandateVerb) -> Result<ExitCode, Trouble> {
    match verb {
        MandateVerb::Grant { member, duty, until, from, decision, body, accounts, items, within, ask_home, public_name } => {
            let latitude = match within {
                Some(limits) => json!({ "latitude": "within", "limits": limits }),
                None if *ask_home => json!({ "latitude": "ask-home" }),
                None => json!({ "latitude": "fixed" }),
            };
            let items: Vec<Json> = items
                .iter()
                .map(|item| {
                    let (on, position) = item.split_once(':').unwrap_or((item, ""));
                    json!({ "on": on.trim(), "position": position.trim(), "latitude": latitude })
                })
                .collect();
            let act = json!({
                "do": "mandate.grant", "decision": at.decision(decision)?, "member": at.desk.find_member(at.assembly, member)?,
                "duty": duty, "body": body, "accounts": accounts, "items": items, "from": from.unwrap_or(at.moment.day), "until": until,
                "public_name": public_name,
            });
            at.do_all(&[act], "Mandate:")
        }
        MandateVerb::Recall { mandate, decision, reason, up_to } => {
            let grant = at.desk.find_act(at.assembly, mandate)?;
            let mut act = json!({ "do": "mandate.recall", "decision": at.decision(decision)?, "grant": grant, "reason": reason });
            if let Some(last) = up_to {
                act["cut"] = json!(at.desk.cut_of_a_mandate(at.assembly, grant, last)?);
            }
            at.do_all(&[act], "Recall:")
        }
        MandateVerb::Agree { mandate, what, day } => {
            let grant = at.desk.find_act(at.assembly, mandate)?;
            at.do_all(&[json!({ "do": "mandate.agree", "grant": grant, "day": day.unwrap_or(at.moment.day), "what": what })], "Agreed:")
        }
        MandateVerb::Report { agreed, day } => {
            let agreed = at.desk.find_act(at.assembly, agreed)?;
            at.do_all(&[json!({ "do": "mandate.report", "agreed": agreed, "day": day.unwrap_or(at.moment.day) })], "Reported:")
        }
        MandateVerb::Miss { agreed, meeting } => {
            let agreed = at.desk.find_act(at.assembly, agreed)?;
            at.do_all(&[json!({ "do": "mandate.miss", "agreed": agreed, "meeting": meeting })], "Missed:")
        }
    }
}
