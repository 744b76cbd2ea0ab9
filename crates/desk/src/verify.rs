//! Verifying: every signature and chain again, and every cache built anew from the archive.

use std::collections::BTreeMap;

use folkmoot::change::Ring;
use folkmoot::fold::{Fold, RULES};
use folkmoot::id::{AssemblyId, ChangeHash, RingHash};
use folkmoot_record::gate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Desk, Trouble};

/// One ring of one assembly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RingReport {
    /// The assembly.
    pub assembly: AssemblyId,
    /// Its name.
    pub name: String,
    /// The ring.
    pub ring: Ring,
    /// How many signed changes it holds.
    pub changes: usize,
    /// The digest of the set, of what each counts for, and of the book.
    pub hash: RingHash,
}

/// What verifying found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verified {
    /// Whether everything holds.
    pub ok: bool,
    /// The version of the rules: hashes are comparable under the same rules only.
    pub rules: u32,
    /// The digests; homes that hold the same changes print the same.
    pub hashes: Vec<RingReport>,
    /// Changes whose signature does not verify, or that the gate would refuse.
    pub unsound: Vec<ChangeHash>,
    /// Changes in the archive that something before them is missing for.
    pub waiting: usize,
    /// Documents whose snapshot did not agree with the archive; they were dropped, to be built again.
    pub stale_documents: Vec<String>,
    /// How many documents were built and compared.
    pub documents: usize,
}

impl Desk {
    /// Checks every signature and chain, folds everything anew, and builds every document from the archive alone.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when a stored change is damaged, or the book cannot be read.
    pub fn verify(&mut self, mut progress: impl FnMut(u64, u64)) -> Result<Verified, Trouble> {
        self.refresh()?;
        let all = self.archive.changes_since(0, None)?;
        let total = all.len() as u64;
        let mut unsound = Vec::new();
        let mut folds: BTreeMap<AssemblyId, Fold> = BTreeMap::new();
        for (done, (_, change)) in all.into_iter().enumerate() {
            let holds = change.signed().clone().verify().is_ok() && gate(&change).is_ok();
            if !holds {
                unsound.push(change.hash());
            }
            let assembly = change.assembly();
            folds.entry(assembly).or_insert_with(|| Fold::new(assembly)).add(change);
            progress(done as u64 + 1, total);
        }
        let waiting = folds.values().map(|fold| fold.sizes().1).sum();
        let agrees = |(assembly, fold): (&AssemblyId, &Fold)| {
            let kept = self.folds.get(assembly);
            kept.is_some_and(|kept| Ring::ALL.into_iter().all(|ring| kept.ring_hash(ring) == fold.ring_hash(ring)))
        };
        let same = folds.iter().all(agrees);
        let (documents, stale_documents) = self.verify_documents()?;
        let ok = unsound.is_empty() && same && waiting == 0;
        Ok(Verified { ok, rules: RULES, hashes: self.hashes(), unsound, waiting, stale_documents, documents })
    }

    fn verify_documents(&mut self) -> Result<(usize, Vec<String>), Trouble> {
        let mut count = 0;
        let mut stale = Vec::new();
        for assembly in self.assemblies().collect::<Vec<_>>() {
            for (ring, name, _) in self.document_names(assembly)? {
                count += 1;
                if let Some(draft) = self.draft_named(assembly, ring, &name)? {
                    let kept = self.draft(assembly, draft)?.heads();
                    self.drafts.clear();
                    if self.draft(assembly, draft)?.heads() != kept {
                        stale.push(format!("{}/{name}", ring.word()));
                    }
                    continue;
                }
                let (built, _) = self.built(assembly, ring, &name)?;
                let kept = self.document(assembly, ring, &name)?;
                if kept.heads() != built.heads() || kept.acts()? != built.acts()? {
                    stale.push(format!("{}/{name}", ring.word()));
                }
            }
        }
        if !stale.is_empty() {
            self.archive.write(|writing| writing.drop_snapshots().map_err(Trouble::from))?;
        }
        Ok((count, stale))
    }

    /// The digests of everything here, without checking signatures again.
    pub fn hashes(&self) -> Vec<RingReport> {
        let mut hashes = Vec::new();
        for (assembly, fold) in &self.folds {
            for ring in Ring::ALL {
                let (changes, hash) = fold.ring_hash(ring);
                if changes > 0 {
                    hashes.push(RingReport { assembly: *assembly, name: self.name(*assembly), ring, changes, hash });
                }
            }
        }
        hashes
    }
}
