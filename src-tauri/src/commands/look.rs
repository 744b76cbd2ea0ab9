//! Looking: a view of the book, or the house before one is chosen.

use folkmoot::plain::Day;
use folkmoot_desk::{House, Told};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;
use tauri::State;

use super::plain;
use crate::shell::{Asker, Shell};

/// The home that this window serves, and what is in it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Lodging {
    /// The folder of the home, if anything names one.
    home: Option<String>,
    /// The day that this laptop claims it is.
    today: Day,
    /// The last day of the quiet that an assembly of this home has declared, while it lasts.
    quiet_until: Option<Day>,
    /// What is in it; none where no book was begun yet.
    house: Option<House>,
}

/// Answers with what the named view shows.
#[tauri::command(async)]
pub(crate) fn look(view: &str, words: Vec<String>, as_of: Option<Day>, asker: Asker, shell: State<'_, Shell>) -> Result<Json, Box<Told>> {
    let today = shell.moment().day;
    let shown = if view == "house" {
        let seen = shell.with(|desk| Ok((desk.house()?, desk.quiet_until(today)?)));
        seen.and_then(|seen| {
            let (house, quiet_until) = seen.map_or((None, None), |(house, until)| (Some(house), until));
            plain(Lodging { home: shell.spoken(), today, quiet_until, house })
        })
    } else {
        shell.kept(|desk| {
            let assembly = asker.which(desk)?;
            match as_of {
                Some(day) => desk.look_as_of(assembly, view, &words, day),
                None => desk.look(assembly, view, &words, today),
            }
        })
    };
    shown.map_err(|trouble| asker.told(&trouble))
}
