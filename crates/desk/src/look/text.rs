//! The charter: read, in every version, and compared.

use folkmoot::act::Entry;
use folkmoot::charter::{Clause, Settings, Version};
use folkmoot::plain::Meeting;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::Trouble;

/// How a version of the charter came about, and the numbers in it.
#[derive(Debug, Serialize, JsonSchema)]
struct Made<'a> {
    /// The numbers that rules read.
    settings: Settings,
    /// The number of the decision behind it; none where that does not count.
    decision: Option<u32>,
    /// Where it was decided.
    meeting: Option<&'a Meeting>,
    /// Who wrote it down, and when.
    entry: Option<Entry>,
}

/// The charter in force, or an earlier version; before the first it has number 0 and says nothing else.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Charter<'a> {
    /// Which version, from 1.
    version: usize,
    /// The title.
    title: String,
    /// The clauses in order.
    clauses: Vec<Clause>,
    /// How it came about, and its numbers.
    #[serde(flatten)]
    made: Option<Made<'a>>,
}

/// A version in the list.
#[derive(Debug, Serialize, JsonSchema)]
struct VersionListed<'a> {
    /// Which version, from 1.
    version: usize,
    /// The title.
    title: String,
    /// How many clauses it has.
    clauses: usize,
    /// How it came about, and its numbers.
    #[serde(flatten)]
    made: Made<'a>,
}

/// Every version of the charter, and the decision behind it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CharterVersions<'a> {
    /// The first version first.
    versions: Vec<VersionListed<'a>>,
}

/// What something was, and what it became.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct Change<T> {
    /// In the one version.
    before: T,
    /// In the other.
    after: T,
}

/// What became of a clause.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Became {
    /// The other version has it anew.
    Added,
    /// The other version has it no more.
    Dropped,
    /// Its words are others.
    Changed,
}

/// The words of a clause.
#[derive(Debug, Serialize, JsonSchema)]
struct ClauseWords {
    /// The heading.
    heading: String,
    /// The words.
    text: String,
}

/// A clause that is not the same in both versions.
#[derive(Debug, Serialize, JsonSchema)]
struct ClauseChange {
    /// Its id.
    clause: String,
    /// What became of it.
    what: Became,
    /// Its words in the one version.
    before: Option<ClauseWords>,
    /// Its words in the other.
    after: Option<ClauseWords>,
}

/// What changed between two versions of the charter, clause by clause.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CharterDiff {
    /// The one version.
    from: usize,
    /// The other.
    to: usize,
    /// The title.
    title: Change<String>,
    /// The clauses that are not the same.
    clauses: Vec<ClauseChange>,
    /// The numbers that rules read.
    settings: Change<Settings>,
}

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

fn made<'a>(asked: &Asked<'a>, version: &Version) -> Made<'a> {
    let decisions = &asked.fold.book().commons.minutes.decisions;
    let decision = version.decision.and_then(|decision| decisions.get(&decision));
    Made {
        settings: version.settings.clone(),
        decision: decision.map(|decision| decision.number),
        meeting: decision.map(|decision| &decision.meeting),
        entry: version.entry.clone(),
    }
}

fn numbered<'v>(versions: &'v [Version], word: &str) -> Result<(usize, &'v Version), Trouble> {
    let found = word.parse::<usize>().ok().and_then(|number| Some((number, versions.get(number.checked_sub(1)?)?)));
    found.ok_or_else(|| Trouble::NotInTheBook { what: "version of the charter", asked: word.to_owned() })
}

pub(super) fn charter<'a>(asked: &Asked<'a>) -> Result<Charter<'a>, Trouble> {
    let versions = versions_of(asked);
    let (number, version) = match (asked.words.first(), versions.last()) {
        (Some(word), _) => numbered(&versions, word)?,
        (None, Some(version)) => (versions.len(), version),
        (None, None) => return Ok(Charter { version: 0, title: String::new(), clauses: Vec::new(), made: None }),
    };
    let made = Some(made(asked, version));
    Ok(Charter { version: number, title: version.title.clone(), clauses: version.clauses.clone(), made })
}

pub(super) fn versions<'a>(asked: &Asked<'a>) -> Result<CharterVersions<'a>, Trouble> {
    let versions = versions_of(asked).into_iter().zip(1..).map(|(version, number)| VersionListed {
        version: number,
        clauses: version.clauses.len(),
        made: made(asked, &version),
        title: version.title,
    });
    Ok(CharterVersions { versions: versions.collect() })
}

pub(super) fn diff(asked: &Asked<'_>) -> Result<CharterDiff, Trouble> {
    let versions = versions_of(asked);
    let (from_number, from) = numbered(&versions, asked.word(0, "charter-diff")?)?;
    let (to_number, to) = numbered(&versions, asked.word(1, "charter-diff")?)?;
    let find = |version: &Version, id: &str| version.clauses.iter().find(|clause| clause.id == id).cloned();
    let mut ids: Vec<&String> = from.clauses.iter().map(|clause| &clause.id).collect();
    ids.extend(to.clauses.iter().map(|clause| &clause.id).filter(|id| find(from, id).is_none()));
    Ok(CharterDiff {
        from: from_number,
        to: to_number,
        title: Change { before: from.title.clone(), after: to.title.clone() },
        clauses: ids.into_iter().filter_map(|id| change(id, find(from, id), find(to, id))).collect(),
        settings: Change { before: from.settings.clone(), after: to.settings.clone() },
    })
}

fn change(id: &str, before: Option<Clause>, after: Option<Clause>) -> Option<ClauseChange> {
    let what = match (&before, &after) {
        (None, _) => Became::Added,
        (_, None) => Became::Dropped,
        (Some(before), Some(after)) if before == after => return None,
        (Some(_), Some(_)) => Became::Changed,
    };
    let words = |clause: Option<Clause>| clause.map(|clause| ClauseWords { heading: clause.heading, text: clause.text });
    Some(ClauseChange { clause: id.to_owned(), what, before: words(before), after: words(after) })
}
