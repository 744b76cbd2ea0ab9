//! What an opening and an edit say, read from acts that the gate let through.

use folkmoot::act::Act;
use folkmoot::draft;
use folkmoot::id::{ActId, DeviceId, DocId};
use folkmoot::name::DocName;
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::RecordError;
use crate::gate::Gated;

/// Why an edit is kept in the archive and not filed in its draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NotTyped {
    /// It is no edit that this version knows.
    Newer,
    /// It follows an edit that is not here or not filed.
    FollowsNothing,
    /// It names a character that its text never had, or deletes one twice.
    DoesNotFit,
    /// The draft holds as much as one document may.
    Full,
    /// What tried it out came to harm.
    Harmful,
}

/// Who types: one device in one epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hand {
    pub(super) device: DeviceId,
    pub(super) epoch: u32,
}

/// The act that opened a draft.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) id: ActId,
    pub(super) title: String,
    pub(super) base: String,
}

impl Opening {
    /// Reads an opening, with the id of the document that its edits are filed in.
    pub(super) fn of(gated: Gated<'_>) -> Result<(DocId, Opening), RecordError> {
        let change = gated.change();
        let id = change.act_id();
        let strange = || RecordError::NotAnAct(format!("the act {}", id.short()));
        let Ok(Act::Draft(draft::Act::Open { title, base, .. })) = Act::from_bytes(&change.says().act) else { return Err(strange()) };
        let name = DocName::keyed("draft", id).map_err(|_| strange())?;
        Ok((name.id(&change.assembly(), change.says().ring), Opening { id, title, base }))
    }
}

/// An edit as it was told: its words, or why it has none here.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) hand: Hand,
    pub(super) said: Result<Said, NotTyped>,
}

/// What an edit says.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) follows: Vec<ActId>,
    pub(super) runs: Vec<draft::Run>,
}

impl Edit {
    /// Reads an edit of a draft. Nothing of it but the act and its author is read, so that a change which carries the same act is the same edit.
    pub(super) fn of(gated: Gated<'_>, opening: &ActId) -> (ActId, Edit) {
        let change = gated.change();
        let said = match Act::from_bytes(&change.says().act) {
            Ok(Act::Draft(draft::Act::Edit { draft, follows, runs })) if draft == *opening && !follows.is_empty() => {
                Ok(Said { follows, runs })
            }
            Ok(_) | Err(_) => Err(NotTyped::Newer),
        };
        let hand = Hand { device: change.says().device, epoch: change.says().epoch };
        (change.act_id(), Edit { hand, said })
    }
}
