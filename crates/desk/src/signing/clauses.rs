//! What an entry about the charter says: whoever makes it count by ratifying it has read its words, and not its headings alone.

use folkmoot::act::Act;
use folkmoot::charter::{self, Clause, Method, Settings};
use folkmoot::id::ActId;

use super::Telling;
use crate::saying::{Saying, parts_of};

impl Telling<'_> {
    /// The words and numbers of an entry about the charter, one a line; nothing of any other.
    pub(super) fn clauses_of(&self, entry: &ActId) -> Vec<Saying> {
        self.fold.act(entry).and_then(|judged| judged.act).map_or_else(Vec::new, of)
    }
}

/// The words and numbers of an act about the charter, one a line; nothing of any other.
pub(super) fn of(act: &Act) -> Vec<Saying> {
    match act {
        Act::Charter(charter::Act::Adopt { clauses, settings, .. }) => lines(clauses, &[], settings),
        Act::Charter(charter::Act::Amend { set, drop, settings, .. }) => lines(set, drop, settings),
        Act::Roll(_)
        | Act::Minutes(_)
        | Act::Mandate(_)
        | Act::Ledger(_)
        | Act::People(_)
        | Act::Floor(_)
        | Act::Draft(_)
        | Act::Neighbour(_)
        | Act::Witness(_)
        | Act::Sealed(_)
        | Act::Note(_)
        | Act::Quiet(_) => Vec::new(),
    }
}

fn lines(set: &[Clause], drop: &[String], settings: &Settings) -> Vec<Saying> {
    let dropped = (!drop.is_empty()).then(|| Saying::of("signing-dropped").texts("clauses", drop));
    numbers(settings).into_iter().flatten().chain(dropped).chain(set.iter().flat_map(clause)).collect()
}

/// A clause, in so many lines as it takes to say all of it.
fn clause(clause: &Clause) -> Vec<Saying> {
    let mut parts = parts_of(&clause.text).into_iter();
    let first = parts.next().unwrap_or_default();
    let head = Saying::of("signing-clause").text("id", &clause.id).text("heading", &clause.heading).text("text", first);
    let more = parts.map(|part| Saying::of("signing-clause-more").text("id", &clause.id).text("text", part));
    std::iter::once(head).chain(more).collect()
}

fn numbers(settings: &Settings) -> [Option<Saying>; 5] {
    let Settings { method, quorum, seats, report_days, quiet_days } = settings;
    let method = method.map(|method| match method {
        Method::Consent => "consent",
        Method::Majority => "majority",
        Method::TwoThirds => "two-thirds",
    });
    let number = |key, value: &Option<u32>| value.map(|value| Saying::of(key).number("value", value));
    [
        method.map(|method| Saying::of("number-method").text("value", method)),
        number("number-quorum", quorum),
        number("number-seats", seats),
        number("number-report_days", report_days),
        number("number-quiet_days", quiet_days),
    ]
}
