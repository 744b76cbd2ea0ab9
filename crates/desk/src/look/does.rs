//! What an act says by keys and hashes alone, in what people can compare and read before they sign it.

use folkmoot::act::Act;
use folkmoot::fold::{Fold, Judged};
use folkmoot::id::{ActId, ChangeHash};
use folkmoot::plain::Member;
use folkmoot::{mandate, roll};
use schemars::JsonSchema;
use serde::Serialize;

use crate::codes::laptop_words;

/// What an act does, beside what it says itself.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Does {
    /// Whose key it takes off the roll.
    #[serde(skip_serializing_if = "Option::is_none")]
    whose: Option<Member>,
    /// The entries up to which something stands, of one that names them, as far as they are here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    up_to: Vec<ActId>,
    /// The six words that the laptop which it admits shows, or it is another laptop; none of a paper card, which shows none.
    #[serde(skip_serializing_if = "Option::is_none")]
    laptop_words: Option<String>,
}

impl Does {
    pub(super) fn of(judged: &Judged<'_>, fold: &Fold) -> Does {
        let named = |cut: &Option<Vec<ChangeHash>>| {
            let tips = cut.iter().flatten().filter_map(|tip| fold.change(tip));
            tips.map(|tip| tip.change.act_id()).collect()
        };
        match judged.act {
            Some(Act::Roll(roll::Act::Admit { device, keys, paper: false, .. })) => {
                let words = laptop_words(judged.change.says().assembly, device, keys);
                Does { laptop_words: Some(words), ..Does::default() }
            }
            Some(Act::Roll(roll::Act::Remove { device, cut, .. })) => {
                let whose = fold.book().commons.roll.devices.get(device).map(|device| device.member);
                Does { whose, up_to: named(cut), ..Does::default() }
            }
            Some(Act::Mandate(mandate::Act::Recall { cut, .. })) => Does { up_to: named(cut), ..Does::default() },
            Some(
                Act::Roll(
                    roll::Act::Found { .. }
                    | roll::Act::Enrol { .. }
                    | roll::Act::Card { .. }
                    | roll::Act::Leave { .. }
                    | roll::Act::Admit { .. }
                    | roll::Act::Quorum { .. }
                    | roll::Act::Sign { .. }
                    | roll::Act::Ratify { .. },
                )
                | Act::Mandate(
                    mandate::Act::Grant { .. } | mandate::Act::Agree { .. } | mandate::Act::Report { .. } | mandate::Act::Miss { .. },
                )
                | Act::Charter(_)
                | Act::Minutes(_)
                | Act::Ledger(_)
                | Act::People(_)
                | Act::Floor(_)
                | Act::Draft(_)
                | Act::Neighbour(_)
                | Act::Witness(_)
                | Act::Sealed(_)
                | Act::Note(_)
                | Act::Quiet(_),
            )
            | None => Does::default(),
        }
    }
}
