//! The charter: read, in every version, and compared.

use folkmoot::charter::{Clause, Version};
use serde_json::{Value as Json, json};

use super::{Asked, plain};
use crate::Trouble;

/// The versions that were adopted by the day that is asked about.
fn versions_of(asked: &Asked<'_>) -> Vec<Version> {
    let commons = &asked.fold.book().commons;
    let mut versions = commons.charter.versions(&commons.minutes);
    versions.retain(|version| {
        let decision = version.decision.and_then(|decision| commons.minutes.decisions.get(&decision));
        decision.is_none_or(|decision| decision.meeting.day() <= asked.as_of)
    });
    versions
}

fn shown(asked: &Asked<'_>, number: usize, version: &Version) -> Json {
    let decisions = &asked.fold.book().commons.minutes.decisions;
    let decision = version.decision.and_then(|decision| decisions.get(&decision));
    json!({
        "version": number, "title": version.title, "clauses": version.clauses, "settings": plain(&version.settings),
        "decision": decision.map(|decision| decision.number), "meeting": decision.map(|decision| &decision.meeting),
        "entry": version.entry,
    })
}

fn numbered<'v>(versions: &'v [Version], word: &str) -> Result<(usize, &'v Version), Trouble> {
    let found = word.parse::<usize>().ok().and_then(|number| Some((number, versions.get(number.checked_sub(1)?)?)));
    found.ok_or_else(|| Trouble::NotInTheBook { what: "version of the charter", asked: word.to_owned() })
}

pub(super) fn charter(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let versions = versions_of(asked);
    match (asked.words.first(), versions.last()) {
        (Some(word), _) => numbered(&versions, word).map(|(number, version)| shown(asked, number, version)),
        (None, Some(version)) => Ok(shown(asked, versions.len(), version)),
        (None, None) => Ok(json!({ "version": 0, "title": "", "clauses": [] })),
    }
}

pub(super) fn versions(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let versions = versions_of(asked);
    let shown: Vec<Json> = versions
        .iter()
        .enumerate()
        .map(|(at, version)| {
            let mut line = shown(asked, at + 1, version);
            line["clauses"] = json!(version.clauses.len());
            line
        })
        .collect();
    Ok(json!({ "versions": shown }))
}

pub(super) fn diff(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let versions = versions_of(asked);
    let (from_number, from) = numbered(&versions, asked.word(0, "charter-diff")?)?;
    let (to_number, to) = numbered(&versions, asked.word(1, "charter-diff")?)?;
    let find = |version: &Version, id: &str| version.clauses.iter().find(|clause| clause.id == id).cloned();
    let mut ids: Vec<&String> = from.clauses.iter().map(|clause| &clause.id).collect();
    ids.extend(to.clauses.iter().map(|clause| &clause.id).filter(|id| find(from, id).is_none()));
    let changes: Vec<Json> = ids.into_iter().filter_map(|id| change(id, find(from, id), find(to, id))).collect();
    Ok(json!({
        "from": from_number, "to": to_number, "title": { "before": from.title, "after": to.title }, "clauses": changes,
        "settings": { "before": plain(&from.settings), "after": plain(&to.settings) },
    }))
}

fn change(id: &str, before: Option<Clause>, after: Option<Clause>) -> Option<Json> {
    let what = match (&before, &after) {
        (None, _) => "added",
        (_, None) => "dropped",
        (Some(before), Some(after)) if before == after => return None,
        (Some(_), Some(_)) => "changed",
    };
    let words = |clause: Option<Clause>| clause.map(|clause| json!({ "heading": clause.heading, "text": clause.text }));
    Some(json!({ "clause": id, "what": what, "before": words(before), "after": words(after) }))
}
