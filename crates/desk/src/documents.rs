//! Documents: brought up to date from the archive when somebody asks for them, and saved when they have grown.

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::id::AssemblyId;
use folkmoot::name::DocName;
use folkmoot_archive::Snapshot;
use folkmoot_record::{Document, Filing, gate};

use crate::{Desk, Trouble};

/// A document as any Automerge tool reads it.
#[derive(Debug)]
pub struct Exported {
    /// The Automerge document.
    pub bytes: Vec<u8>,
    /// How many acts are filed in it.
    pub acts: usize,
}

impl Desk {
    /// The names of an assembly's documents.
    ///
    /// # Errors
    /// [`Trouble::NothingHere`] when nothing of the assembly is here.
    pub fn document_names(&self, assembly: AssemblyId) -> Result<Vec<(Ring, DocName, usize)>, Trouble> {
        let mut names = std::collections::BTreeMap::new();
        for judged in self.known(assembly)?.judged() {
            let says = judged.change.says();
            *names.entry((says.ring, says.document.clone())).or_insert(0) += 1;
        }
        Ok(names.into_iter().map(|((ring, name), acts)| (ring, name, acts)).collect())
    }

    /// A document, from its snapshot and what was archived since; the snapshot is renewed when anything was.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when nothing is filed under that name.
    pub fn document(&mut self, assembly: AssemblyId, ring: Ring, name: &DocName) -> Result<Document, Trouble> {
        let id = name.id(&assembly, ring);
        let saved = self.archive.snapshot(id)?;
        let from = saved.as_ref().map_or(0, |snapshot| snapshot.filed_to);
        let news = self.archive.document_since(assembly, ring, name, from)?;
        // A snapshot is a cache: one that cannot be read, or that a late fork outruns, is built again.
        let loaded = saved.as_ref().and_then(|snapshot| Document::load_own(id, &snapshot.bytes).ok());
        let (document, filed_to) = match loaded {
            Some(document) if news.is_empty() => return Ok(document),
            Some(mut document) => match document.file(gated(&news)?)? {
                Filing::Filed => (document, news.last().map_or(from, |(arrived, _)| *arrived)),
                Filing::RebuildNeeded => self.built(assembly, ring, name)?,
            },
            None => self.built(assembly, ring, name)?,
        };
        let bytes = document.compact()?;
        let changes = document.acts()?.len() as u32;
        let snapshot = Snapshot { assembly, ring, name: name.clone(), bytes, changes, filed_to };
        self.archive.write(|writing| writing.put_snapshot(&snapshot).map_err(Trouble::from))?;
        Ok(document)
    }

    /// A document built from the archive alone.
    pub(crate) fn built(&self, assembly: AssemblyId, ring: Ring, name: &DocName) -> Result<(Document, i64), Trouble> {
        let all = self.archive.document_since(assembly, ring, name, 0)?;
        let Some((last, _)) = all.last() else {
            return Err(Trouble::NotInTheBook { what: "document", asked: name.to_string() });
        };
        Ok((Document::of(name.id(&assembly, ring), gated(&all)?)?, *last))
    }

    /// A document in the form that any Automerge tool opens.
    ///
    /// # Errors
    /// As [`Desk::document`].
    pub fn export_document(&mut self, assembly: AssemblyId, ring: Ring, name: &DocName) -> Result<Exported, Trouble> {
        if let Some(draft) = self.draft_named(assembly, ring, name)? {
            let document = self.draft(assembly, draft)?;
            return Ok(Exported { bytes: document.save(), acts: document.filed().count() });
        }
        let document = self.document(assembly, ring, name)?;
        Ok(Exported { bytes: document.save(), acts: document.acts()?.len() })
    }
}

fn gated(changes: &[(i64, VerifiedChange)]) -> Result<Vec<folkmoot_record::Gated<'_>>, Trouble> {
    changes.iter().map(|(_, change)| gate(change).map_err(Trouble::from)).collect()
}
