//! What an act counts for, as people and programs read it.

use schemars::JsonSchema;
use serde::Serialize;

use super::lines::Kept;
use super::view::View;
use crate::act::Author;
use crate::book::Book;
use crate::change::VerifiedChange;
use crate::refusal::Refusal as AnyRefusal;

/// What an act counts for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum Status {
    /// In force.
    Counts,
    /// In order, but too few holders signed.
    Pending,
    /// Would be in force but for what stands against it ([`Fold::against`](super::Fold::against)).
    Contested,
    /// In force on one side of removals that strike each other, and not on the other.
    Split,
    /// Refused by its own past, for good.
    Void {
        /// The reason.
        why: AnyRefusal,
    },
    /// Of a kind that a newer version writes; kept.
    Newer,
}

impl Status {
    pub(super) fn byte(&self) -> u8 {
        match self {
            Status::Counts => 0,
            Status::Pending => 1,
            Status::Contested => 2,
            Status::Split => 3,
            Status::Void { .. } => 4,
            Status::Newer => 5,
        }
    }
}

/// One act of the record with what it counts for.
#[derive(Debug, Clone)]
pub struct Judged<'a, V: View = Book> {
    /// The signed change.
    pub change: &'a VerifiedChange,
    /// The act, if this version knows it.
    pub act: Option<&'a V::Act>,
    /// Its author as its own past has it.
    pub by: Option<Author>,
    /// What it counts for.
    pub status: &'a Status,
}

impl<'a, V: View> Judged<'a, V> {
    pub(super) fn new(kept: &'a Kept<V>, status: &'a Status) -> Judged<'a, V> {
        Judged { change: &kept.change, act: kept.act.as_ref(), by: kept.author, status }
    }
}
