//! What the charter refuses.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Clause, Settings};
use crate::book::Commons;
use crate::id::ActId;
use crate::refusal::{Principle, Rule, rule};

/// Why the charter says no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "CharterRefusal")]
pub enum Refusal {
    /// A decision that did not adopt anything, or is not in the minutes.
    CharterWithoutDecision {
        /// Which.
        decision: ActId,
    },
    /// A charter was adopted before; it is amended, not adopted again.
    CharterStands,
    /// There is no charter to amend.
    NoCharter,
    /// A charter, or an amendment, that says nothing.
    CharterSaysNothing,
    /// A clause id that is not small letters and hyphens, or stands twice.
    ClauseId {
        /// Which.
        clause: String,
    },
    /// A clause without words.
    ClauseEmpty {
        /// Which.
        clause: String,
    },
    /// A clause to drop that the charter does not have.
    ClauseUnknown {
        /// Which.
        clause: String,
    },
    /// A number outside what the rules allow.
    SettingOutOfRange {
        /// Which.
        setting: &'static str,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::CharterWithoutDecision { .. } | Refusal::CharterStands | Refusal::NoCharter => rule("B3", Principle::P4),
            Refusal::CharterSaysNothing | Refusal::ClauseId { .. } | Refusal::ClauseEmpty { .. } | Refusal::ClauseUnknown { .. } => {
                rule("B1", Principle::P1)
            }
            Refusal::SettingOutOfRange { setting: "report_days", .. } => rule("C4", Principle::P3),
            Refusal::SettingOutOfRange { setting: "quiet_days", .. } => rule("L3", Principle::P6),
            Refusal::SettingOutOfRange { setting: "quorum", .. } => rule("A4", Principle::P3),
            Refusal::SettingOutOfRange { .. } => rule("C1", Principle::P3),
        }
    }
}

/// Weighs an act on the charter.
pub fn check(act: &Act, book: &Commons) -> Result<(), Refusal> {
    let current = book.charter.current(&book.minutes);
    match act {
        Act::Adopt { decision, title, clauses, settings, .. } => {
            adopted(decision, book)?;
            if !book.charter.acts.is_empty() {
                return Err(Refusal::CharterStands);
            }
            if title.trim().is_empty() || clauses.is_empty() {
                return Err(Refusal::CharterSaysNothing);
            }
            plain_clauses(clauses)?;
            in_range(settings)
        }
        Act::Amend { decision, set, drop, settings, .. } => {
            adopted(decision, book)?;
            if book.charter.acts.is_empty() {
                return Err(Refusal::NoCharter);
            }
            if set.is_empty() && drop.is_empty() && *settings == Settings::default() {
                return Err(Refusal::CharterSaysNothing);
            }
            plain_clauses(set)?;
            if let Some(clause) = drop.iter().find(|id| !current.clauses.iter().any(|clause| clause.id == **id)) {
                return Err(Refusal::ClauseUnknown { clause: clause.clone() });
            }
            in_range(settings)
        }
    }
}

fn adopted(decision: &ActId, book: &Commons) -> Result<(), Refusal> {
    if book.minutes.adopted(decision).is_some() { Ok(()) } else { Err(Refusal::CharterWithoutDecision { decision: *decision }) }
}

fn plain_clauses(clauses: &[Clause]) -> Result<(), Refusal> {
    let mut ids = BTreeSet::new();
    for clause in clauses {
        let plain = !clause.id.is_empty()
            && clause.id.len() <= 64
            && clause.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !plain || !ids.insert(&clause.id) {
            return Err(Refusal::ClauseId { clause: clause.id.clone() });
        }
        if clause.text.trim().is_empty() {
            return Err(Refusal::ClauseEmpty { clause: clause.id.clone() });
        }
    }
    Ok(())
}

fn in_range(settings: &Settings) -> Result<(), Refusal> {
    let within = |setting: &'static str, value: Option<u32>, least: u32, most: u32| match value {
        Some(value) if !(least..=most).contains(&value) => Err(Refusal::SettingOutOfRange { setting, least, most }),
        Some(_) | None => Ok(()),
    };
    within("quorum", settings.quorum, 0, 100)?;
    within("seats", settings.seats, 1, 12)?;
    within("report_days", settings.report_days, 1, 14)?;
    within("quiet_days", settings.quiet_days, 1, 90)
}
