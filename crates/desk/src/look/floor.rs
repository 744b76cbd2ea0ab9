//! What was said in the hall, by name.

use folkmoot::act::Entry;
use folkmoot::floor::Act;
use folkmoot::plain::{Meeting, Member};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::minutes::named;
use crate::Trouble;

/// A member who is in the hall.
#[derive(Debug, Serialize, JsonSchema)]
struct Present<'a> {
    /// The number.
    member: Member,
    /// The name, where the card is here.
    name: Option<&'a str>,
}

/// Presence by name, objections, notes.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Floor<'a> {
    /// Which meeting.
    meeting: Meeting,
    /// Who is in the hall.
    present: Vec<Present<'a>>,
    /// What was written down, in the order of entries.
    said: Vec<&'a (Entry, Act)>,
}

pub(super) fn floor<'a>(asked: &Asked<'a>) -> Result<Floor<'a>, Trouble> {
    let (meeting, _) = named(asked, "floor")?;
    let floor = &asked.fold.book().inside.floor;
    let present = floor.present(&meeting).into_iter().map(|member| Present { member, name: asked.name(member) });
    let mut said: Vec<_> = floor.said.get(&meeting).into_iter().flatten().map(|(_, said)| said).collect();
    said.sort_by_key(|(entry, _)| entry.order());
    Ok(Floor { present: present.collect(), said, meeting })
}
