//! Acting: whatever is recorded in the book.

use folkmoot::id::ActId;
use folkmoot::plain::Member;
use folkmoot_desk::{CardText, Desk, Told, Trouble};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use tauri::{AppHandle, State};

use super::plain;
use crate::shell::{Asker, Shell};

/// What a page wants recorded.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "deed", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum Deed {
    /// Acts, all of them or none; in a later one, `#0` stands for the id of the first.
    Acts {
        /// The acts.
        acts: Vec<Json>,
    },
    /// Only weigh acts as if they were to be recorded.
    Weigh {
        /// The acts.
        acts: Vec<Json>,
    },
    /// Found an assembly.
    Found {
        /// Its name.
        name: String,
        /// Who founds it.
        person: CardText,
        /// Where it meets.
        place: Option<String>,
    },
    /// Enter people as members.
    Enrol {
        /// Their cards.
        people: Vec<CardText>,
        /// Who sees that they are entered on their behalf.
        witness: Option<Member>,
    },
    /// Change a member's card.
    Card {
        /// Whose.
        member: Member,
        /// What it says from now on.
        card: CardText,
    },
    /// Enter again, under a number of their own, somebody whose number was given twice.
    Again {
        /// The number.
        member: Member,
        /// Their name.
        name: String,
    },
    /// Enter everybody in a table who is not on the roll yet, or only show who that would be.
    Roster {
        /// The table (CSV).
        table: String,
        /// Whether only to show.
        preview: bool,
    },
    /// Sign acts that others wrote.
    Sign {
        /// The acts.
        acts: Vec<ActId>,
    },
}

/// Records what a page asks, and gives what the desk answers.
#[tauri::command(async)]
pub(crate) fn act(deed: Deed, asker: Asker, app: AppHandle, shell: State<'_, Shell>) -> Result<Json, Told> {
    let now = shell.moment().seconds;
    let founds = matches!(deed, Deed::Found { .. });
    let done = match deed {
        Deed::Found { name, person, place } => {
            let place = place.filter(|place| !place.trim().is_empty());
            let may = Desk::may_found(&name, &person);
            may.and_then(|()| shell.begun(|desk| desk.found(&name, place.as_deref(), &person, now))).map(|id| json!({ "assembly": id }))
        }
        other => shell.kept(|desk| {
            let assembly = asker.which(desk)?;
            match other {
                Deed::Acts { acts } => Ok(json!({ "ids": desk.act(assembly, &acts, now)? })),
                Deed::Weigh { acts } => Ok(json!({ "rings": desk.check(assembly, &acts, now)? })),
                Deed::Enrol { people, witness } => Ok(json!({ "members": desk.enrol(assembly, &people, witness, now)? })),
                Deed::Card { member, card } => Ok(json!({ "ids": desk.change_card(assembly, member, &card, now)? })),
                Deed::Again { member, name } => plain(desk.enter_again(assembly, member, Some(&name), now)?),
                Deed::Roster { table, preview } => plain(desk.import_roster(assembly, &table, preview, now)?),
                Deed::Sign { acts } => {
                    let weighed: Result<Vec<()>, Trouble> = acts.iter().map(|act| desk.weigh_again(assembly, *act)).collect();
                    weighed?;
                    let acts: Vec<Json> = acts.iter().map(|act| json!({ "do": "roll.sign", "act": act })).collect();
                    Ok(json!({ "ids": desk.act(assembly, &acts, now)? }))
                }
                Deed::Found { .. } => Err(Trouble::NoActs),
            }
        }),
    };
    if founds && done.is_ok() {
        // That the network cannot be had takes nothing back; `peers` says so when it is asked.
        let _ = shell.settle(&app);
    }
    done.map_err(|trouble| asker.told(&trouble))
}
