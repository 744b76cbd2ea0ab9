//! One member's card and place on the roll.

use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::plain::Day;
use folkmoot_desk::Trouble;
use serde_json::json;

use super::At;

#[derive(Debug, Subcommand)]
pub(crate) enum MemberVerb {
    /// Give a member a new card: what is left out stays as it was. The old card is struck on every laptop.
    Change {
        /// Who: number or name.
        member: String,
        /// The name.
        #[arg(long)]
        name: Option<String>,
        /// A telephone.
        #[arg(long)]
        phone: Option<String>,
        /// An address for letters.
        #[arg(long)]
        email: Option<String>,
        /// The household.
        #[arg(long)]
        household: Option<String>,
        /// Anything else.
        #[arg(long)]
        note: Option<String>,
    },
    /// Enter that a member has left; the number is not given again.
    Leave {
        /// Who: number or name.
        member: String,
        /// On which day; today unless said otherwise.
        #[arg(long)]
        day: Option<Day>,
    },
    /// Settle a number that two laptops gave to two people at once: enter one of them again under a new number.
    Again {
        /// The number, as `look home` shows it.
        member: String,
        /// Who is entered again, as on the card; left out where both cards are one person's.
        name: Option<String>,
    },
    /// Strike a member's card: the name and contacts are deleted on every laptop that hears of it, for good.
    Strike {
        /// Whose: number or name.
        member: String,
    },
}

pub(super) fn run(mut at: At<'_>, verb: &MemberVerb) -> Result<ExitCode, Trouble> {
    match verb {
        MemberVerb::Change { member, name, phone, email, household, note } => {
            let member = at.desk.find_member(at.assembly, member)?;
            let mut card = at.desk.names(at.assembly)?.remove(&member).unwrap_or_default();
            let fields = [
                (&mut card.name, name),
                (&mut card.phone, phone),
                (&mut card.email, email),
                (&mut card.household, household),
                (&mut card.note, note),
            ];
            for (field, new) in fields {
                if let Some(new) = new {
                    new.trim().clone_into(field);
                }
            }
            let ids = at.desk.change_card(at.assembly, member, &card, at.moment.seconds)?;
            let line = format!("{} has a new card; the old one is struck.", card.name);
            Ok(at.say.done(&[line], json!({ "ids": ids })))
        }
        MemberVerb::Leave { member, day } => {
            let member = at.desk.find_member(at.assembly, member)?;
            at.do_all(&[json!({ "do": "roll.leave", "member": member, "day": day.unwrap_or(at.moment.day) })], "Left:")
        }
        MemberVerb::Again { member, name } => {
            let member = at.desk.find_member(at.assembly, member)?;
            let (entered, ids) = at.desk.enter_again(at.assembly, member, name.as_deref(), at.moment.seconds)?;
            let line = match (entered, name) {
                (Some(number), Some(name)) => format!("{name} is member {number} from here on; the other keeps number {member}."),
                _ => format!("One card stands for member {member}; the other is struck."),
            };
            Ok(at.say.done(&[line], json!({ "ids": ids, "member": entered })))
        }
        MemberVerb::Strike { member } => {
            let member = at.desk.find_member(at.assembly, member)?;
            let card = at.desk.card_of(at.assembly, member)?;
            at.do_all(&[json!({ "do": "people.strike", "member": member, "card": card })], "Struck:")
        }
    }
}
