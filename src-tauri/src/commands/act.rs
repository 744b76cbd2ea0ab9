//! Acting: whatever is recorded in the book.

use folkmoot::id::{ActId, DeviceId};
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
    /// Write for a few members alone.
    Seal {
        /// What it is called; empty in a further entry.
        title: String,
        /// The words.
        text: String,
        /// For whom, beside the member whose laptop this is.
        with: Vec<Member>,
        /// The thing that a further entry belongs to.
        thing: Option<ActId>,
    },
    /// Tell a sealed thing again, for laptops that came later.
    SealAgain {
        /// Which.
        thing: ActId,
        /// Laptops that others let in under a member's number, and of which that member says that they are theirs.
        #[serde(default)]
        also: Vec<DeviceId>,
    },
    /// Sign acts that others wrote.
    Sign {
        /// The acts.
        acts: Vec<ActId>,
    },
}

/// Records what a page asks, and gives what the desk answers.
#[tauri::command(async)]
pub(crate) fn act(deed: Deed, asker: Asker, app: AppHandle, shell: State<'_, Shell>) -> Result<Json, Box<Told>> {
    // Whoever founds comes onto the network, and whoever declares quiet leaves it; a signature, a removal or a ratification may make an
    // earlier declaration count, or fall.
    let is_of_quiet = |act: &Json| act["do"].as_str().is_some_and(|kind| kind.starts_with("quiet.") || kind.starts_with("roll."));
    let settles = match &deed {
        Deed::Found { .. } | Deed::Sign { .. } => true,
        Deed::Acts { acts } => acts.iter().any(is_of_quiet),
        Deed::Weigh { .. }
        | Deed::Enrol { .. }
        | Deed::Card { .. }
        | Deed::Again { .. }
        | Deed::Roster { .. }
        | Deed::Seal { .. }
        | Deed::SealAgain { .. } => false,
    };
    let done = recorded(deed, &asker, &shell);
    if settles && done.is_ok() {
        // That the network cannot be had takes nothing back; `peers` says so when it is asked.
        let _ = shell.settle(&app);
    }
    done.map_err(|trouble| asker.told(&trouble))
}

fn recorded(deed: Deed, asker: &Asker, shell: &Shell) -> Result<Json, Trouble> {
    let now = shell.moment().seconds;
    let meant = |desk: &Desk| asker.which(desk);
    match deed {
        Deed::Found { name, person, place } => {
            Desk::may_found(&name, place.as_deref(), &person)?;
            let place = place.filter(|place| !place.trim().is_empty());
            let founded = shell.begun(|desk| desk.found(&name, place.as_deref(), &person, now))?;
            Ok(json!({ "assembly": founded }))
        }
        Deed::Acts { acts } => shell.kept(|desk| Ok(json!({ "ids": desk.act(meant(desk)?, &acts, now)? }))),
        Deed::Weigh { acts } => shell.kept(|desk| Ok(json!({ "rings": desk.check(meant(desk)?, &acts, now)? }))),
        Deed::Enrol { people, witness } => shell.kept(|desk| Ok(json!({ "members": desk.enrol(meant(desk)?, &people, witness, now)? }))),
        Deed::Card { member, card } => shell.kept(|desk| Ok(json!({ "ids": desk.change_card(meant(desk)?, member, &card, now)? }))),
        Deed::Again { member, name } => shell.kept(|desk| plain(desk.enter_again(meant(desk)?, member, Some(&name), now)?)),
        Deed::Roster { table, preview } => shell.kept(|desk| plain(desk.import_roster(meant(desk)?, &table, preview, now)?)),
        Deed::Seal { title, text, with, thing } => shell.kept(|desk| {
            let assembly = meant(desk)?;
            let id = match thing {
                Some(thing) => desk.seal_more(assembly, thing, &text, now)?,
                None => desk.seal(assembly, &with, &title, &text, now)?,
            };
            Ok(json!({ "ids": [id] }))
        }),
        Deed::SealAgain { thing, also } => shell.kept(|desk| Ok(json!({ "ids": desk.seal_again(meant(desk)?, thing, &also, now)? }))),
        Deed::Sign { acts } => shell.kept(|desk| {
            let assembly = meant(desk)?;
            acts.iter().try_for_each(|act| desk.weigh_again(assembly, *act))?;
            let acts: Vec<Json> = acts.iter().map(|act| json!({ "do": "roll.sign", "act": act })).collect();
            Ok(json!({ "ids": desk.act(assembly, &acts, now)? }))
        }),
    }
}
