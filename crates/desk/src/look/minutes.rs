//! Meetings, decisions, actions, and what was said by name.

use folkmoot::id::ActId;
use folkmoot::minutes::{Decision, Held};
use folkmoot::plain::Meeting;
use serde_json::{Value as Json, json};

use super::{Asked, plain};
use crate::Trouble;

fn standing(asked: &Asked<'_>, held: &Held) -> &'static str {
    if held.sealed.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at)) {
        "sealed"
    } else if held.adopted.values().any(|(_, decision)| asked.decided_by(decision)) {
        "adopted"
    } else if held.closed.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at)) {
        "closed"
    } else if held.opened.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at)) {
        "open"
    } else {
        "called"
    }
}

fn shown(asked: &Asked<'_>, decision: &Decision) -> Json {
    let motion = asked.fold.book().commons.minutes.motions.get(&decision.motion);
    json!({
        "id": decision.entry.id, "number": decision.number, "meeting": decision.meeting, "outcome": decision.outcome,
        "title": motion.map(|motion| &motion.title), "text": motion.map(|motion| &motion.text),
        "matter": motion.map(|motion| plain(motion.matter)), "answer": decision.answer, "review": decision.review,
        "entry": decision.entry,
    })
}

pub(super) fn meetings(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let minutes = &asked.fold.book().commons.minutes;
    let all = minutes.meetings.iter().rev().filter(|(meeting, held)| !held.called.is_empty() && asked.by(meeting.day()));
    let held = minutes.meetings.iter().filter(|(meeting, _)| asked.by(meeting.day())).flat_map(|(_, held)| held.closed.values());
    let held = held.map(|(_, number)| *number).max().unwrap_or(0);
    let meetings: Vec<Json> = all
        .map(|(meeting, held)| {
            let called = held.called.values().next();
            let decisions = minutes.decisions.values().filter(|decision| decision.meeting == *meeting).count();
            json!({
                "meeting": meeting, "standing": standing(asked, held), "place": called.map(|called| &called.place),
                "time": called.and_then(|called| called.time.clone()), "present": held.present(), "decisions": decisions,
                "number": held.closed.values().map(|(_, number)| number).next(),
                "on_paper": called.is_some_and(|called| called.paper_witness.is_some()), "called_twice": held.called.len() > 1,
            })
        })
        .collect();
    Ok(json!({ "by_claims": asked.day.is_some(), "meetings": meetings, "held": held }))
}

fn named<'a>(asked: &'a Asked<'_>, view: &'static str) -> Result<(Meeting, Option<&'a Held>), Trouble> {
    let word = asked.word(0, view)?;
    let missing = || Trouble::NotInTheBook { what: "meeting", asked: word.to_owned() };
    let meeting: Meeting = word.parse().map_err(|_| missing())?;
    let held = asked.fold.book().commons.minutes.meetings.get(&meeting);
    Ok((meeting, held))
}

pub(super) fn meeting(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let (meeting, held) = named(asked, "meeting")?;
    let held = held.ok_or_else(|| Trouble::NotInTheBook { what: "meeting", asked: meeting.to_string() })?;
    let minutes = &asked.fold.book().commons.minutes;
    let mut motions: Vec<_> = minutes.motions.values().filter(|motion| motion.meeting == meeting).collect();
    motions.sort_by_key(|motion| motion.entry.order());
    let motions: Vec<Json> = motions
        .into_iter()
        .map(|motion| json!({ "motion": motion, "withdrawn": minutes.withdrawn.contains_key(&motion.entry.id), "decision": minutes.settled(&motion.entry.id).map(|decision| shown(asked, decision)) }))
        .collect();
    let actions: Vec<Json> = minutes.actions.values().filter(|action| action.meeting == meeting).map(plain).collect();
    Ok(json!({
        "meeting": meeting, "standing": standing(asked, held), "called": held.called.values().collect::<Vec<_>>(),
        "items": held.items.values().collect::<Vec<_>>(), "present": held.present(), "motions": motions, "actions": actions,
        "opened": held.opened.values().collect::<Vec<_>>(), "presence": held.presence.values().collect::<Vec<_>>(),
        "closed": held.closed.values().collect::<Vec<_>>(), "adopted": held.adopted.values().collect::<Vec<_>>(),
        "sealed": held.sealed.values().collect::<Vec<_>>(), "corrections": held.corrected.values().collect::<Vec<_>>(),
        "digest": held.digest(),
    }))
}

pub(super) fn floor(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let (meeting, _) = named(asked, "floor")?;
    let floor = &asked.fold.book().inside.floor;
    let names = asked.desk.names(asked.assembly)?;
    let present: Vec<Json> = floor
        .present(&meeting)
        .iter()
        .map(|member| json!({ "member": member, "name": names.get(member).map(|card| &card.name) }))
        .collect();
    let mut said: Vec<_> = floor.said.get(&meeting).into_iter().flatten().map(|(_, said)| said).collect();
    said.sort_by_key(|(entry, _)| entry.order());
    Ok(json!({ "meeting": meeting, "present": present, "said": said }))
}

pub(super) fn decisions(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let minutes = &asked.fold.book().commons.minutes;
    let mut all: Vec<&Decision> = minutes.decisions.values().filter(|decision| decision.meeting.day() <= asked.as_of).collect();
    all.sort_by_key(|decision| (decision.number, decision.entry.id));
    Ok(json!({ "decisions": all.into_iter().map(|decision| shown(asked, decision)).collect::<Vec<_>>() }))
}

pub(super) fn decision(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let id = asked.desk.find_decision(asked.assembly, asked.word(0, "decision")?)?;
    let commons = &asked.fold.book().commons;
    let missing = || Trouble::NotInTheBook { what: "decision", asked: id.to_string() };
    let mut view = shown(asked, commons.minutes.decisions.get(&id).ok_or_else(missing)?);
    let text = id.to_string();
    let citing =
        asked.fold.judged().filter(|judged| judged.change.act_id() != id && judged.change.act().to_json().to_string().contains(&text));
    let citing: Vec<Json> = citing
        .map(|judged| json!({ "id": judged.change.act_id(), "do": judged.change.act().text("do"), "status": judged.status }))
        .collect();
    view["cited_by"] = json!(citing);
    Ok(view)
}

pub(super) fn actions(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let minutes = &asked.fold.book().commons.minutes;
    let names = asked.desk.names(asked.assembly)?;
    // When something was done, no act names a day; it claims a moment.
    let claimed = |act: &ActId| asked.fold.act(act).is_some_and(|judged| asked.claimed_by(judged.change.says().claimed_at));
    let mut all: Vec<_> = minutes.actions.iter().filter(|(_, action)| asked.by(action.meeting.day())).collect();
    all.sort_by_key(|(id, action)| (action.due, **id));
    let actions: Vec<Json> = all
        .into_iter()
        .map(|(id, action)| {
            let done = minutes.done.get(id).into_iter().flatten().any(claimed);
            let name = action.who.and_then(|who| names.get(&who)).map(|card| &card.name);
            json!({ "id": id, "action": action, "name": name, "done": done, "overdue": !done && action.due < asked.as_of })
        })
        .collect();
    Ok(json!({ "by_claims": asked.day.is_some(), "actions": actions }))
}
