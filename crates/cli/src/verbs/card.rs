//! Recovery cards: making one, and using it when a laptop is lost.

use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::plain::Member;
use folkmoot_desk::{RecoveryCard, Trouble, words};
use serde_json::json;

use super::At;
use super::join::admitted;
use crate::codes;

#[derive(Debug, Subcommand)]
pub(crate) enum CardVerb {
    /// Make a recovery card for the holder of this laptop: a code to print and lock away. Nothing of it is kept here.
    Make {
        #[command(flatten)]
        out: codes::Out,
    },
    /// Sign binding acts that wait, with a card in hand.
    Sign {
        /// A file that holds the card's code, or - for standard input.
        card: String,
        /// Ids, or their first letters.
        #[arg(required = true)]
        acts: Vec<String>,
    },
    /// Bring this laptop onto the roll with a card in hand: a new one, or one that was restored from a backup and has met nobody since.
    Admit {
        /// A file that holds the card's code, or - for standard input.
        card: String,
    },
}

pub(super) fn run(mut at: At<'_>, verb: &CardVerb) -> Result<ExitCode, Trouble> {
    let now = at.moment.seconds;
    match verb {
        CardVerb::Make { out } => {
            let (card, mut lines, id) = at.desk.make_card(at.assembly, now, |card| codes::lines(&card.to_string(), out))?;
            let whose = Member(card.member);
            let name = at.desk.names(at.assembly)?.get(&whose).map_or_else(|| format!("member {whose}"), |card| card.name.clone());
            lines.push(format!(
                "  The recovery card of {name} in {}. Print it or copy it by hand, and lock it away: whoever has it signs as {name}.",
                at.desk.name(at.assembly)
            ));
            lines.push("  It signs, and files acts of the roll, and nothing else. A lost card is taken off the roll like a laptop: folkmoot device remove.".to_owned());
            lines.push(format!("  The words of this town: {}{}", words(at.assembly), at.pending(id)?));
            Ok(at.say.done(&lines, json!({ "code": card.to_string(), "device": card.device(), "member": card.member, "ids": [id], "words": words(at.assembly) })))
        }
        CardVerb::Sign { card, acts } => {
            let card = of_here(&at, card)?;
            let acts = acts.iter().map(|asked| at.desk.find_act(at.assembly, asked)).collect::<Result<Vec<_>, _>>()?;
            at.tell(at.assembly, &acts)?;
            let ids = at.desk.sign_by_card(&card, &acts, now)?;
            let lines: Vec<String> = ids.iter().map(|id| format!("Signed with the card: {id}")).collect();
            Ok(at.say.done(&lines, json!({ "ids": ids })))
        }
        CardVerb::Admit { card } => {
            let card = of_here(&at, card)?;
            let id = at.desk.admit_by_card(&card, now)?;
            let shown = at.desk.laptop_words(at.assembly)?;
            admitted(&at, id, &shown)
        }
    }
}

/// The card, which must be one of the assembly that is meant.
fn of_here(at: &At<'_>, card: &str) -> Result<RecoveryCard, Trouble> {
    let card = codes::card(card)?;
    if card.assembly == at.assembly {
        Ok(card)
    } else {
        Err(Trouble::NotInTheBook { what: "recovery card of", asked: at.desk.name(at.assembly) })
    }
}
