//! The record itself: what is here, what it counts for, what waits, who is known.

use folkmoot::act::Standing;
use folkmoot::fold::{Judged, Status};
use serde_json::{Value as Json, json};

use super::{Asked, plain};
use crate::Trouble;

/// The word for a status, as in `acts STATUS`.
fn word(status: &Status) -> &'static str {
    match status {
        Status::Counts => "counts",
        Status::Pending => "pending",
        Status::Contested { .. } => "contested",
        Status::Split => "split",
        Status::Void { .. } => "void",
        Status::Newer => "newer",
    }
}

fn shown(judged: &Judged<'_>) -> Json {
    let says = judged.change.says();
    json!({
        "id": judged.change.act_id(), "change": judged.change.hash(), "status": judged.status, "ring": says.ring,
        "document": says.document.as_str(), "by": judged.by.map(|by| by.member), "device": says.device,
        "claimed_at": says.claimed_at, "act": judged.change.act().to_json(),
    })
}

fn waits_for_signatures(judged: &Judged<'_>) -> bool {
    let signs = judged.act.is_some_and(|act| matches!(act.standing(), Standing::Sign { .. }));
    matches!(judged.status, Status::Pending | Status::Contested { .. } | Status::Split) && !signs && judged.act.is_some_and(is_binding)
}

fn is_binding(act: &folkmoot::act::Act) -> bool {
    !matches!(act.standing(), Standing::Deed(_) | Standing::Note | Standing::Sign { .. })
}

pub(super) fn home(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let commons = &asked.fold.book().commons;
    let (changes, waiting) = asked.fold.sizes();
    let count = |wanted: &str| asked.fold.judged().filter(|judged| word(judged.status) == wanted).count();
    let orphans = asked.desk.archive.orphans(asked.assembly)?.len();
    Ok(json!({
        "assembly": asked.assembly, "name": commons.roll.name(), "writes": asked.desk.may_write(asked.assembly)?,
        "members": commons.roll.size(), "holders": commons.roll.holders().len(), "changes": changes, "waiting": waiting + orphans,
        "to_sign": asked.fold.judged().filter(waits_for_signatures).count(), "contested": count("contested"), "void": count("void"),
        "newer": count("newer"), "questions": super::ledger::questions(asked),
        "laptops_that_ask": asked.desk.waiting(asked.assembly)?, "numbers_given_twice": super::people::given_twice(asked)?,
        "open_meetings": commons.minutes.meetings.iter().filter(|(_, held)| held.is_open()).map(|(meeting, _)| meeting).collect::<Vec<_>>(),
        "forked_laptops": asked.fold.forkers().collect::<std::collections::BTreeSet<_>>(),
    }))
}

pub(super) fn to_sign(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let own = asked.desk.archive.pens()?.into_iter().find(|pen| pen.assembly == asked.assembly).map(|pen| pen.device);
    let waiting: Vec<Json> = asked
        .fold
        .judged()
        .filter(waits_for_signatures)
        .map(|judged| {
            let id = judged.change.act_id();
            let signers = asked.fold.signers(&id);
            let mut line = shown(&judged);
            line["signed_by"] = json!(signers.iter().map(|author| author.member).collect::<Vec<_>>());
            line["needs"] = json!(asked.fold.need(&id));
            line["signed_here"] = json!(signers.iter().any(|author| Some(author.device) == own));
            line
        })
        .collect();
    Ok(json!({ "to_sign": waiting }))
}

pub(super) fn acts(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let wanted = asked.words.first().map(String::as_str);
    if wanted.is_some_and(|wanted| !["counts", "pending", "contested", "split", "void", "newer"].contains(&wanted)) {
        return Err(Trouble::ViewArguments { view: "acts", usage: "[counts|pending|contested|split|void|newer]" });
    }
    let acts = asked.fold.judged().filter(|judged| wanted.is_none_or(|wanted| word(judged.status) == wanted));
    Ok(json!({ "acts": acts.map(|judged| shown(&judged)).collect::<Vec<_>>() }))
}

pub(super) fn act(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let word = asked.word(0, "act")?;
    let id = asked.desk.find_act(asked.assembly, word)?;
    let judged = asked.fold.act(&id).ok_or(Trouble::NoSuchAct { act: id })?;
    let mut view = shown(&judged);
    if let Status::Void { why } = judged.status {
        view["rule"] = plain(why.rule());
    }
    if judged.act.is_some_and(is_binding) {
        view["signed_by"] = json!(asked.fold.signers(&id).iter().map(|author| author.member).collect::<Vec<_>>());
        view["needs"] = json!(asked.fold.need(&id));
    }
    Ok(view)
}

pub(super) fn documents(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let names = asked.desk.document_names(asked.assembly)?;
    let shown = names.iter().map(|(ring, name, acts)| json!({ "ring": ring, "document": name.as_str(), "acts": acts }));
    Ok(json!({ "documents": shown.collect::<Vec<_>>() }))
}

pub(super) fn towns(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let towns = asked.desk.archive.towns()?;
    let neighbours = asked.desk.neighbours(asked.assembly)?;
    let shown = towns.iter().map(|town| {
        let fold = asked.desk.fold(town.assembly);
        json!({
            "assembly": town.assembly, "name": town.name, "words": crate::words(town.assembly), "joined": neighbours.contains(&town.assembly),
            "known_by": town.known_by, "first_heard": town.first_heard, "last_met": town.last_met, "last_road": town.last_road,
            "changes": fold.map_or(0, |fold| fold.sizes().0), "members": fold.map(|fold| fold.book().commons.roll.size()),
        })
    });
    Ok(json!({ "towns": shown.collect::<Vec<_>>() }))
}

pub(super) fn quarantine(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let kept = asked.desk.archive.quarantined()?;
    let shown = kept.iter().map(|(id, entry)| {
        json!({
            "id": id, "reason": entry.reason, "assembly": entry.assembly, "device": entry.device, "bytes": entry.bytes.len(),
            "received_at": entry.received_at, "source": entry.source,
        })
    });
    let dropped: u64 = asked.desk.archive.quarantine_dropped()?.iter().map(|dropped| dropped.count).sum();
    Ok(json!({ "quarantine": shown.collect::<Vec<_>>(), "dropped_over_quota": dropped }))
}
