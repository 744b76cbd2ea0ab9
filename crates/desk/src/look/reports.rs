//! What delegates agreed to outside, and whether it stands: reported at home in time, or void.

use folkmoot::act::Entry;
use folkmoot::id::ActId;
use folkmoot::mandate::{Agreed, Due, Missed, Reported, Validity, due, missed_in, validity};
use folkmoot::plain::{Day, Meeting, Member};
use folkmoot::quiet::Period;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::mandates::named;
use crate::Trouble;

/// What a delegate agreed to, and whether it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Report<'a> {
    /// Its act.
    id: ActId,
    /// The mandate.
    mandate: ActId,
    /// The delegate; none where the mandate does not count.
    member: Option<Member>,
    /// The name, from the card where it is here, or else the one that may be shown outside.
    name: Option<&'a str>,
    /// The body outside.
    body: Option<&'a str>,
    /// On which day.
    day: Day,
    /// To what.
    what: &'a str,
    /// Who wrote it down, and when.
    entry: &'a Entry,
    /// Until when it is to be reported, and until when it is not void.
    #[serde(flatten)]
    due: Due,
    /// Whether it stands.
    validity: Validity,
    /// Who heard the report, each with the time at which they wrote it down, by the day of the report, of which the first decides.
    reported: Vec<&'a Reported>,
    /// The meetings that recorded that none came.
    missed: Vec<&'a Missed>,
    /// The meeting that could record that now, if one could.
    miss_in: Option<&'a Meeting>,
}

/// What delegates agreed to outside.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Reports<'a> {
    /// By day.
    reports: Vec<Report<'a>>,
}

fn shown<'a>(asked: &Asked<'a>, of_the_reader: &[Period], id: &ActId, agreed: &'a Agreed) -> Report<'a> {
    let home = &asked.fold.book().commons;
    let grant = home.mandate.grants.get(&agreed.grant);
    let mut reported: Vec<&Reported> = home.mandate.reported.get(id).into_iter().flatten().map(|(_, one)| one).collect();
    reported.retain(|one| asked.by(one.day));
    reported.sort_by_key(|one| (one.day, one.entry.order()));
    let missed = home.mandate.missed.get(id).into_iter().flatten().map(|(_, one)| one).filter(|one| asked.by(one.meeting.day()));
    Report {
        id: *id,
        mandate: agreed.grant,
        member: grant.map(|grant| grant.member),
        name: grant.and_then(|grant| named(asked, grant)),
        body: grant.and_then(|grant| grant.body.as_deref()),
        day: agreed.day,
        what: &agreed.what,
        entry: &agreed.entry,
        due: due(agreed, home, of_the_reader),
        validity: validity(id, agreed, home, of_the_reader, asked.as_of),
        reported,
        missed: missed.collect(),
        miss_in: missed_in(agreed, home),
    }
}

fn all<'a>(asked: &Asked<'a>) -> Result<Vec<Report<'a>>, Trouble> {
    let of_the_reader = asked.desk.quiet_beside(asked.assembly)?;
    let agreed = asked.fold.book().commons.mandate.agreed.iter().filter(|(_, agreed)| asked.by(agreed.day));
    let mut all: Vec<Report<'a>> = agreed.map(|(id, agreed)| shown(asked, &of_the_reader, id, agreed)).collect();
    all.sort_by_key(|one| (one.day, one.id));
    Ok(all)
}

pub(super) fn reports<'a>(asked: &Asked<'a>) -> Result<Reports<'a>, Trouble> {
    Ok(Reports { reports: all(asked)? })
}

/// What is still to be reported, the soonest first.
pub(super) fn owed<'a>(asked: &Asked<'a>) -> Result<Vec<Report<'a>>, Trouble> {
    let mut owed = all(asked)?;
    owed.retain(|one| matches!(one.validity, Validity::Pending | Validity::PutOff));
    owed.sort_by_key(|one| one.due.last);
    Ok(owed)
}
