//! Sealed things: in words to those whom they are for, and to everybody else as no more than that there are some.

use folkmoot::id::ActId;
use folkmoot::plain::{Day, Member};
use folkmoot::sealed::Size;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::Trouble;
use crate::sealed::Outside;

/// An entry of a sealed thing.
#[derive(Debug, Serialize, JsonSchema)]
struct SealedEntry {
    /// Its act.
    id: ActId,
    /// Whose laptop wrote it.
    by: Member,
    /// When that laptop's clock says so, in seconds since 1970.
    claimed_at: i64,
    /// The words.
    text: String,
    /// Who told it again, where this laptop came later; the words are those that were sealed then.
    told_by: Option<Member>,
}

/// A sealed thing that this laptop can read.
#[derive(Debug, Serialize, JsonSchema)]
struct SealedThing {
    /// The act of its first entry.
    id: ActId,
    /// What it is called.
    title: String,
    /// Whom it is for.
    with: Vec<Member>,
    /// Its entries, the first one first.
    entries: Vec<SealedEntry>,
    /// Laptops of theirs that came later, until somebody tells it again.
    outside: Vec<Outside>,
}

/// Something sealed for others.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
struct ForOthers {
    /// The day, as a laptop's clock says.
    day: Day,
    /// About how much it is.
    size: Size,
}

/// Sealed things.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SealedShown {
    /// What this laptop can read, by act.
    things: Vec<SealedThing>,
    /// What it cannot, by day.
    others: Vec<ForOthers>,
}

pub(super) fn sealed(asked: &Asked<'_>) -> Result<SealedShown, Trouble> {
    let told = asked.desk.sealed(asked.assembly)?;
    let things = told.things.into_iter().map(|(id, thing)| SealedThing {
        id,
        title: thing.entries.first().map(|first| first.said.title.clone()).unwrap_or_default(),
        with: thing.with.into_iter().collect(),
        entries: thing
            .entries
            .into_iter()
            .map(|entry| SealedEntry {
                id: entry.act,
                by: entry.by,
                claimed_at: entry.claimed_at,
                text: entry.said.text,
                told_by: entry.told_by,
            })
            .collect(),
        outside: thing.outside,
    });
    let mut others: Vec<ForOthers> =
        told.others.into_iter().map(|put| ForOthers { day: Day::of_claim(put.entry.claimed_at), size: put.size() }).collect();
    others.sort();
    Ok(SealedShown { things: things.collect(), others })
}
