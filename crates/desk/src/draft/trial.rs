//! Reading a draft on: what others typed is built in the airlock first, and here only if it came to something there.

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::fold::Status;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::name::DocName;
use folkmoot_airlock::{Airlock, Closed};
use folkmoot_record::{DraftDocument, Head, gate};

use super::OpenDraft;
use crate::elsewhere::writes_alone;
use crate::{Desk, Trouble};

impl Desk {
    /// Files what was added to a draft since it was last read.
    pub(super) fn read_on(
        &self,
        assembly: AssemblyId,
        (draft, name): (ActId, &DocName),
        mut open: OpenDraft,
        airlock: Option<&mut Airlock>,
    ) -> Result<OpenDraft, Trouble> {
        let (news, read_to) = self.typed_since(assembly, name, open.read_to)?;
        // What a copy of this home typed has its key as well.
        let own = match self.pen(assembly) {
            Ok(pen) if writes_alone(&self.archive, &self.folds, &pen)? => Some(pen.device),
            Ok(_) | Err(_) => None,
        };
        let is_of_others = news.iter().any(|change| Some(change.says().device) != own);
        let expected = match airlock.filter(|_| is_of_others) {
            // What it has not seen is mostly what is news here as well.
            Some(airlock) if airlock.stands_at(&draft) == open.read_to => {
                Some(self.tried(assembly, (draft, name), &mut open, (&news, read_to), airlock)?)
            }
            Some(airlock) => {
                let (unseen, to) = self.typed_since(assembly, name, airlock.stands_at(&draft))?;
                Some(self.tried(assembly, (draft, name), &mut open, (&unseen, to), airlock)?)
            }
            None => None,
        };
        open.file(&news, read_to)?;
        // Another outcome than there would be a fault of ours; it is not built upon.
        if expected.is_some_and(|expected| expected != open.document.heads()) {
            return Err(Trouble::HarmfulDraft { draft });
        }
        Ok(open)
    }

    /// Tries what the airlock has not seen yet, and finds out what does harm, if something does: then the draft is begun again without.
    fn tried(
        &self,
        assembly: AssemblyId,
        (draft, name): (ActId, &DocName),
        open: &mut OpenDraft,
        (unseen, read_to): (&[VerifiedChange], i64),
        airlock: &mut Airlock,
    ) -> Result<Vec<Head>, Trouble> {
        let trouble = |closed| match closed {
            Closed::NotStarted(source) => Trouble::AirlockShut { source },
            Closed::Harmful => Trouble::HarmfulDraft { draft },
        };
        let opening = self.known(assembly)?.act(&draft).ok_or(Trouble::NoSuchAct { act: draft })?.change;
        if let Some(heads) = airlock.go_on(opening, unseen, read_to).map_err(trouble)? {
            return Ok(heads);
        }
        let (all, read_to) = self.typed_since(assembly, name, 0)?;
        let heads = airlock.sift(opening, &all, read_to).map_err(trouble)?;
        *open = OpenDraft::begin(opening, Some(airlock))?;
        open.file(&all, read_to)?;
        Ok(heads)
    }

    /// What stands of what was typed in a draft after an arrival, and up to which arrival that is.
    fn typed_since(&self, assembly: AssemblyId, name: &DocName, arrived: i64) -> Result<(Vec<VerifiedChange>, i64), Trouble> {
        let fold = self.known(assembly)?;
        let mut news = self.archive.document_since(assembly, Ring::Assembly, name, arrived)?;
        // What another program has added meanwhile is not judged yet.
        news.retain(|(arrived, _)| *arrived <= self.folds.read_to());
        let read_to = news.last().map_or(arrived, |(arrived, _)| *arrived);
        let stands =
            |change: &VerifiedChange| fold.change(&change.hash()).is_some_and(|judged| !matches!(judged.status, Status::Void { .. }));
        Ok((news.into_iter().map(|(_, change)| change).filter(stands).collect(), read_to))
    }
}

impl OpenDraft {
    /// Begins a draft with what opened it, without the edits that are known to do harm.
    pub(super) fn begin(opening: &VerifiedChange, airlock: Option<&Airlock>) -> Result<OpenDraft, Trouble> {
        let harmful = airlock.map(|airlock| airlock.harmful().keys().copied().collect()).unwrap_or_default();
        Ok(OpenDraft { document: DraftDocument::begin_without(gate(opening)?, harmful)?, read_to: 0 })
    }

    /// Files what stands of what arrived up to an arrival; again what is filed already changes nothing.
    fn file(&mut self, changes: &[VerifiedChange], read_to: i64) -> Result<(), Trouble> {
        self.document.file(changes.iter().map(gate).collect::<Result<Vec<_>, _>>()?)?;
        self.read_to = self.read_to.max(read_to);
        Ok(())
    }
}
