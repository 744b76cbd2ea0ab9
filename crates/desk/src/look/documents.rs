//! The documents that file the acts, and what is in one.

use folkmoot::change::Ring;
use folkmoot::id::{ActId, AssemblyId};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::drafts::Draft;
use super::record::AnyAct;
use crate::{Desk, Trouble};

/// A document by its name.
#[derive(Debug, Serialize, JsonSchema)]
struct DocumentNamed {
    /// Who may read it.
    ring: Ring,
    /// Its name.
    document: String,
    /// How many acts are for it.
    acts: usize,
}

/// The documents that file the acts.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Documents {
    /// By ring, then name.
    documents: Vec<DocumentNamed>,
}

/// An act in its document.
#[derive(Debug, Serialize, JsonSchema)]
struct InDocument {
    /// Its id.
    id: ActId,
    /// The act.
    act: AnyAct,
}

/// The acts that are filed in one document.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FiledActs {
    /// Its name.
    document: String,
    /// Who may read it.
    ring: Ring,
    /// The acts by id.
    acts: Vec<InDocument>,
    /// How many changes are kept and not filed in it.
    not_filed: usize,
}

/// What is in one document: a draft where it is one, or else acts.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum OneDocument {
    /// Acts.
    Acts(FiledActs),
    /// A draft.
    Draft(Box<Draft>),
}

pub(super) fn documents(asked: &Asked<'_>) -> Result<Documents, Trouble> {
    let names = asked.desk.document_names(asked.assembly)?;
    let named = names.into_iter().map(|(ring, name, acts)| DocumentNamed { ring, document: name.to_string(), acts });
    Ok(Documents { documents: named.collect() })
}

impl Desk {
    pub(super) fn look_document(&mut self, assembly: AssemblyId, words: &[String]) -> Result<OneDocument, Trouble> {
        let usage = || Trouble::ViewArguments { view: "document", usage: "RING NAME" };
        let [ring, name] = words else { return Err(usage()) };
        let ring = Ring::ALL.into_iter().find(|known| known.word() == ring).ok_or_else(usage)?;
        let name = name.parse().map_err(|_| Trouble::NotInTheBook { what: "document", asked: name.clone() })?;
        if let Some(draft) = self.draft_named(assembly, ring, &name)? {
            return Ok(OneDocument::Draft(Box::new(self.look_draft(assembly, &[draft.to_string()])?)));
        }
        let document = self.document(assembly, ring, &name)?;
        let acts = document.acts()?.iter().map(|(id, act)| InDocument { id: *id, act: AnyAct(act.to_json()) }).collect();
        Ok(OneDocument::Acts(FiledActs { document: name.to_string(), ring, acts, not_filed: document.not_filed().len() }))
    }
}
