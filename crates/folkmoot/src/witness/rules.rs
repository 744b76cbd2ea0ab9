//! What is refused to a witness.
//!
//! `check` is the law for a town's own book and makes void; `weigh` is asked before anything is signed, by whoever holds the other town's
//! book too. What `weigh` refuses is not void elsewhere: a copy of the witness's book without the other town's judges the same.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Sealed, Tip};
use super::book::extends;
use crate::book::Commons;
use crate::change::Ring;
use crate::fold::Fold;
use crate::id::{ActId, AssemblyId, DeviceId};
use crate::refusal::{Principle, Rule, rule};

/// The most that one act co-signs.
pub const MAX_SEALED: u32 = 200;
/// The most lines that a head tells.
pub const MAX_TIPS: u32 = 1_000;

/// Why nothing is co-signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "WitnessRefusal")]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Refusal {
    /// A town that would be its own witness.
    WitnessItself,
    /// No head, more than one act holds, or a list that is not in ascending order.
    WitnessForm {
        /// Which list.
        field: &'static str,
        /// How many may be in it.
        most: u32,
    },
    /// Sealed minutes or a closing that this town has co-signed already.
    CosignedBefore {
        /// The act that seals or closes.
        act: ActId,
    },
    /// The act does not name the last ones that this town co-signed for that one.
    CosignFollows {
        /// The other town.
        town: AssemblyId,
    },
    /// The head does not go on from the last one that this town co-signed: it shows another book.
    CosignNotExtending {
        /// The other town.
        town: AssemblyId,
        /// Whose line is shorter, or ends with another change.
        device: DeviceId,
    },
    /// No seal and no closing that counts in the other town's book, or not of what is said.
    CosignUncounted {
        /// The act.
        act: ActId,
    },
    /// The head is not what is held of the other town's book, or leaves out what is co-signed.
    CosignUnheld {
        /// The other town.
        town: AssemblyId,
    },
}

impl Refusal {
    /// The rule that refuses: minutes are sealed, and what was sealed stays as it was (A7); no town is asked for another's word (P2).
    pub fn rule(&self) -> Rule {
        rule("A7", Principle::P5)
    }
}

/// Weighs a co-signature by the witness's own book.
pub fn check(act: &Act, book: &Commons) -> Result<(), Refusal> {
    let Act::Cosign { town, sealed, head, follows } = act;
    if book.roll.founded.as_ref().is_some_and(|(founded, ..)| founded.id.0 == town.0) {
        return Err(Refusal::WitnessItself);
    }
    in_order("sealed", sealed, 0, MAX_SEALED)?;
    in_order("head", head, 1, MAX_TIPS)?;
    if let Some(again) = sealed.iter().find(|sealed| book.witness.has(town, &sealed.act())) {
        return Err(Refusal::CosignedBefore { act: again.act() });
    }
    let latest = book.witness.latest(town);
    if !latest.iter().map(|cosign| &cosign.id).eq(follows) {
        return Err(Refusal::CosignFollows { town: *town });
    }
    for before in latest {
        extends(head, &before.head).map_err(|device| Refusal::CosignNotExtending { town: *town, device })?;
    }
    Ok(())
}

/// Weighs a co-signature by the other town's book, as it is held here, and by the ends that its own town co-signed before: of these only the
/// book can say whether a longer line goes on from them or is another.
///
/// # Errors
/// [`Refusal::CosignUncounted`], [`Refusal::CosignUnheld`] or [`Refusal::CosignNotExtending`].
pub fn weigh(act: &Act, theirs: &Fold, before: &[Tip]) -> Result<(), Refusal> {
    let Act::Cosign { town, sealed, head, .. } = act;
    let counting = super::sealed(&theirs.book().commons);
    if let Some(other) = sealed.iter().find(|sealed| !counting.contains(sealed)) {
        return Err(Refusal::CosignUncounted { act: other.act() });
    }
    let covers = |sealed: &Sealed| {
        let carrying = theirs.act(&sealed.act()).map(|judged| (judged.change.says().device, judged.change.hash()));
        carrying.is_some_and(|(device, hash)| head.iter().any(|tip| tip.device == device && theirs.is_up_to(&hash, &tip.tip)))
    };
    let held = |tip: &Tip| theirs.place(&tip.tip) == Some((tip.device, Ring::Commons, tip.length));
    // A line that is left out, or an end before that of a fork, would hide what a later head has to go on from.
    let whole = theirs.ends(Ring::Commons).iter().all(|(device, ..)| head.iter().any(|tip| tip.device == *device));
    if !whole || !head.iter().all(held) || !sealed.iter().all(covers) {
        return Err(Refusal::CosignUnheld { town: *town });
    }
    let goes_on = |end: &&Tip| held(end) && head.iter().any(|tip| tip.device == end.device && theirs.is_up_to(&end.tip, &tip.tip));
    let broken = before.iter().find(|end| !goes_on(end));
    broken.map_or(Ok(()), |end| Err(Refusal::CosignNotExtending { town: *town, device: end.device }))
}

fn in_order<T: Ord>(field: &'static str, list: &[T], least: u32, most: u32) -> Result<(), Refusal> {
    let fits = (least as usize..=most as usize).contains(&list.len()) && list.is_sorted_by(|a, b| a < b);
    if fits { Ok(()) } else { Err(Refusal::WitnessForm { field, most }) }
}
