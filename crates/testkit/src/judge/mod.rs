//! Judging a history from a file by the heart's own resolver, so that it can be compared with any other (RESOLVER.md 8).
//!
//! A history is turned into signed changes with keys made of its devices' names, and folded by [`folkmoot::fold::Fold`], which judges a
//! town's book too. Only what its acts say is abstract ([`view`]): no institution has a rule of its own here, each device is its own
//! holder, and a deed always needs a grant.

mod file;
mod view;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::fold::{Against, Clause, Status};
use serde::Serialize;

pub use self::file::NotAHistory;
use self::write::Written;

/// What a history comes to.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The devices on the roll.
    pub roll: Vec<String>,
    /// Every change by its id.
    pub changes: BTreeMap<String, Verdict>,
}

/// What one change counts for.
#[derive(Debug, Serialize)]
pub struct Verdict {
    /// The word for it.
    pub status: &'static str,
    /// The rule that refuses it, or what stands against it: acts, two branches of a fork, admissions and grants that fell.
    pub why: BTreeSet<String>,
    /// Whether it is a binding act that is settled.
    pub settled: bool,
}

/// Does some work as if a clause were not in the law.
pub fn without<T>(clause: Clause, work: impl FnOnce() -> T) -> T {
    view::LEFT_OUT.set(Some(clause));
    let done = work();
    view::LEFT_OUT.set(None);
    done
}

/// Judges a history as it stands in a file.
///
/// # Errors
/// [`NotAHistory`], which says what is wrong where.
pub fn judge(text: &str) -> Result<Answer, NotAHistory> {
    let history = file::read(text)?;
    let Written { fold, changes, acts, devices } = write::write(&history)?;
    let name = |act: &folkmoot::id::ActId| acts.get(act).cloned().unwrap_or_default();
    let against = |hash: &folkmoot::id::ChangeHash| {
        let named = fold.against(hash).into_iter().flat_map(|one| match one {
            Against::Act { act } | Against::Fallen { act } => BTreeSet::from([act]),
            Against::Fork { proof, .. } => proof,
        });
        named.map(|act| name(&act)).collect()
    };
    let verdict = |hash: &folkmoot::id::ChangeHash| {
        let Some(judged) = fold.change(hash) else { return Verdict { status: "waiting", why: BTreeSet::new(), settled: false } };
        let (status, why) = match judged.status {
            Status::Counts => ("counts", BTreeSet::new()),
            Status::Pending => ("pending", BTreeSet::new()),
            Status::Contested => ("contested", against(hash)),
            Status::Split => ("split", against(hash)),
            Status::Void { why } => {
                ("void", why.facts().get("code").and_then(|code| code.as_str()).map(str::to_owned).into_iter().collect())
            }
            Status::Newer => ("newer", BTreeSet::new()),
        };
        Verdict { status, why, settled: fold.settled(&judged.change.act_id()) }
    };
    let mut roll: Vec<String> = fold.book().on_the_roll().filter_map(|device| devices.get(device).cloned()).collect();
    roll.sort_unstable();
    Ok(Answer { roll, changes: changes.into_iter().map(|(id, hash)| (id, verdict(&hash))).collect() })
}
