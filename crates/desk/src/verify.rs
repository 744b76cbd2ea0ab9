//! Verifying: every signature and chain again, and every cache built anew from the archive.

use folkmoot::change::Ring;
use folkmoot::fold::{Fold, RULES};
use folkmoot::id::{AssemblyId, ChangeHash, RingHash};
use folkmoot::name::DocName;
use folkmoot_record::gate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::brief::Brief;
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
    /// Drafts that could not be tried out, and so were not built.
    pub untried_drafts: Vec<String>,
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
        let total = self.archive.counts()?.values().sum();
        let (mut done, mut unsound, mut waiting, mut same) = (0, Vec::new(), 0, true);
        for assembly in self.assemblies().collect::<Vec<_>>() {
            let mut fold = Fold::new(assembly);
            self.archive.each_change(assembly, 0, self.folds.read_to(), |change| {
                let holds = change.signed().clone().verify().is_ok() && gate(&change).is_ok();
                if !holds {
                    unsound.push(change.hash());
                }
                fold.add(change);
                done += 1;
                progress(done, total);
            })?;
            waiting += fold.sizes().1;
            let kept = self.fold(assembly)?;
            same &= kept.is_some_and(|kept| Ring::ALL.into_iter().all(|ring| kept.ring_hash(ring) == fold.ring_hash(ring)));
            let brief = Brief::of(&fold);
            if Brief::kept(&self.archive, assembly, self.folds.read_to())?.is_some_and(|kept| kept != brief) {
                same = false;
                self.archive.write(|writing| brief.keep(writing, assembly))?;
            }
        }
        let (documents, stale_documents, untried_drafts) = self.verify_documents()?;
        let ok = unsound.is_empty() && same && waiting == 0;
        Ok(Verified { ok, rules: RULES, hashes: self.hashes()?, unsound, waiting, stale_documents, untried_drafts, documents })
    }

    /// How many documents were built, those whose snapshot did not agree, and the drafts that could not be tried.
    fn verify_documents(&mut self) -> Result<(usize, Vec<String>, Vec<String>), Trouble> {
        let (mut count, mut stale, mut untried) = (0, Vec::new(), Vec::new());
        for assembly in self.assemblies().collect::<Vec<_>>() {
            for (ring, name, _) in self.document_names(assembly)? {
                let agrees = match self.draft_agrees(assembly, ring, &name) {
                    Ok(Some(agrees)) => agrees,
                    Ok(None) => {
                        let (built, _) = self.built(assembly, ring, &name)?;
                        let kept = self.document(assembly, ring, &name)?;
                        kept.heads() == built.heads() && kept.acts()? == built.acts()?
                    }
                    Err(Trouble::AirlockShut { .. } | Trouble::HarmfulDraft { .. }) => {
                        untried.push(format!("{}/{name}", ring.word()));
                        continue;
                    }
                    Err(trouble) => return Err(trouble),
                };
                count += 1;
                if !agrees {
                    stale.push(format!("{}/{name}", ring.word()));
                }
            }
        }
        if !stale.is_empty() {
            self.archive.write(|writing| writing.drop_snapshots().map_err(Trouble::from))?;
        }
        Ok((count, stale, untried))
    }

    /// Whether a draft that is open is what the archive makes of it; [`None`] for a document that is no draft.
    fn draft_agrees(&mut self, assembly: AssemblyId, ring: Ring, name: &DocName) -> Result<Option<bool>, Trouble> {
        let Some(draft) = self.draft_named(assembly, ring, name)? else { return Ok(None) };
        let kept = self.draft(assembly, draft)?.heads();
        self.drafts.clear();
        Ok(Some(self.draft(assembly, draft)?.heads() == kept))
    }

    /// The digests of everything here, without checking signatures again.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when a stored change is damaged, or the book cannot be read.
    pub fn hashes(&self) -> Result<Vec<RingReport>, Trouble> {
        let mut hashes = Vec::new();
        for assembly in self.assemblies() {
            let Some(fold) = self.fold(assembly)? else { continue };
            for ring in Ring::ALL {
                let (changes, hash) = fold.ring_hash(ring);
                if changes > 0 {
                    hashes.push(RingReport { assembly, name: self.name(assembly), ring, changes, hash });
                }
            }
        }
        Ok(hashes)
    }
}
