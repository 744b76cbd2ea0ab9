//! The folds of a home: each town's is made when it is first asked for, and its brief is read where that is enough.
//!
//! **Invariant:** every fold holds what had arrived of its town up to one and the same number, and nothing later; a fold that
//! a commit did not follow is forgotten.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::mpsc::sync_channel;
use std::thread;

use folkmoot::book::Book;
use folkmoot::fold::{Fold, Read};
use folkmoot::id::AssemblyId;
use folkmoot_archive::{Archive, Reading, Writing};

use crate::Trouble;
use crate::brief::Brief;

/// How many changes are handed over at once from reading to folding.
const BATCH: usize = 512;

/// The towns of which anything is here.
#[derive(Debug, Default)]
pub(crate) struct Folds {
    towns: BTreeMap<AssemblyId, Town>,
    read_to: i64,
}

#[derive(Debug, Default)]
struct Town {
    fold: OnceCell<Fold>,
    brief: OnceCell<Brief>,
}

impl Folds {
    /// The number of the last change that they take in.
    pub(crate) fn read_to(&self) -> i64 {
        self.read_to
    }

    pub(crate) fn towns(&self) -> impl Iterator<Item = AssemblyId> {
        self.towns.keys().copied()
    }

    pub(crate) fn has(&self, town: AssemblyId) -> bool {
        self.towns.contains_key(&town)
    }

    /// The fold of a town, if anything of it is here.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when a stored change is damaged, or the book cannot be read.
    pub(crate) fn get(&self, reading: &Reading, town: AssemblyId) -> Result<Option<&Fold>, Trouble> {
        let Some(here) = self.towns.get(&town) else { return Ok(None) };
        if let Some(fold) = here.fold.get() {
            return Ok(Some(fold));
        }
        let fold = read(reading, town, self.read_to)?;
        Ok(Some(here.fold.get_or_init(|| fold)))
    }

    /// The fold of a town, to add to.
    ///
    /// # Errors
    /// As [`Folds::get`].
    pub(crate) fn get_mut(&mut self, reading: &Reading, town: AssemblyId) -> Result<Option<&mut Fold>, Trouble> {
        self.get(reading, town)?;
        Ok(self.towns.get_mut(&town).and_then(|here| {
            here.brief.take();
            here.fold.get_mut()
        }))
    }

    /// A town in short, if anything of it is here: kept, where it was kept with all that has arrived, or else from its fold.
    ///
    /// # Errors
    /// As [`Folds::get`].
    pub(crate) fn brief(&self, reading: &Reading, town: AssemblyId) -> Result<Option<&Brief>, Trouble> {
        let Some(here) = self.towns.get(&town) else { return Ok(None) };
        if let Some(brief) = here.brief.get() {
            return Ok(Some(brief));
        }
        let kept = match here.fold.get() {
            None => Brief::kept(reading, town, self.read_to)?,
            Some(_) => None,
        };
        let brief = match kept {
            Some(brief) => brief,
            None => match self.get(reading, town)? {
                Some(fold) => Brief::of(fold),
                None => return Ok(None),
            },
        };
        Ok(Some(here.brief.get_or_init(|| brief)))
    }

    /// Keeps the brief of a town, so that it need not be folded for it.
    ///
    /// # Errors
    /// As [`Folds::get`], and when the book cannot be written.
    pub(crate) fn keep_brief(&self, writing: &mut Writing<'_>, town: AssemblyId) -> Result<(), Trouble> {
        match self.brief(writing, town)? {
            Some(brief) => brief.keep(writing, town),
            None => Ok(()),
        }
    }

    /// Keeps the briefs of towns for which none is kept that holds now, as after a change of the rules; their folds are not held.
    ///
    /// # Errors
    /// As [`Folds::get`], and when the book cannot be written.
    pub(crate) fn renew_briefs(&self, archive: &mut Archive, own: &BTreeSet<AssemblyId>) -> Result<(), Trouble> {
        for (town, here) in self.towns.iter().filter(|(town, _)| !own.contains(town)) {
            if let Some(brief) = Brief::kept(archive, *town, self.read_to)? {
                let _ = here.brief.set(brief);
                continue;
            }
            let brief = Brief::of(&read(archive, *town, self.read_to)?);
            archive.write(|writing| match writing.last_arrived()? == self.read_to {
                true => brief.keep(writing, *town),
                // Another program has gone on: it knows better.
                false => Ok(()),
            })?;
            let _ = here.brief.set(brief);
        }
        Ok(())
    }

    /// A fold for a town of which nothing was here; of one that is here and was not folded yet, nothing is taken away.
    pub(crate) fn begin(&mut self, town: AssemblyId) {
        self.towns.entry(town).or_insert_with(|| Town { fold: OnceCell::from(Fold::new(town)), brief: OnceCell::new() });
    }

    /// Takes in what has arrived since; says whether there was anything.
    ///
    /// # Errors
    /// As [`Folds::get`]; then all are forgotten, for some had taken in more than others, and read again when they are asked for.
    pub(crate) fn refresh(&mut self, reading: &Reading) -> Result<bool, Trouble> {
        let last = reading.last_arrived()?;
        if last == self.read_to {
            return Ok(false);
        }
        let outcome = self.take_in(reading, last);
        if outcome.is_err() {
            self.forget();
        }
        outcome.map(|()| true)
    }

    fn take_in(&mut self, reading: &Reading, last: i64) -> Result<(), Trouble> {
        for town in reading.assemblies()? {
            let here = self.towns.entry(town).or_default();
            here.brief.take();
            if let Some(fold) = here.fold.get_mut() {
                reading.each_change(town, self.read_to, last, |change| fold.add(change))?;
            }
        }
        self.read_to = last;
        Ok(())
    }

    /// Says that everything up to a number was added by whoever committed it.
    pub(crate) fn committed(&mut self, last: i64) {
        self.read_to = last;
    }

    /// Forgets what was folded, after an error that may have left it ahead of the archive.
    pub(crate) fn forget(&mut self) {
        *self = Folds::default();
    }
}

/// Reads what has arrived of a town up to a number, and folds the first of it while the next is read.
fn read(reading: &Reading, town: AssemblyId, to: i64) -> Result<Fold, Trouble> {
    thread::scope(|scope| {
        let (hand_over, taken) = sync_channel::<Vec<Read<Book>>>(4);
        let folding = scope.spawn(move || {
            let mut fold = Fold::new(town);
            taken.into_iter().flatten().for_each(|change| fold.add(change));
            fold
        });
        let mut batch = Vec::with_capacity(BATCH);
        let outcome = reading.each_change(town, 0, to, |change| {
            batch.push(Read::from(change));
            if batch.len() == BATCH {
                // Nobody takes it only after a fault in folding, which is handed on below.
                drop(hand_over.send(mem::replace(&mut batch, Vec::with_capacity(BATCH))));
            }
        });
        drop(hand_over.send(batch));
        drop(hand_over);
        let fold = folding.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault));
        outcome?;
        Ok(fold)
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::*;
    use crate::{CardText, Desk};

    const NOW: i64 = 1_804_000_000;

    fn founded(dir: &Path, name: &str) -> (Desk, AssemblyId) {
        let mut desk = Desk::open(dir).unwrap();
        let town = desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
        (desk, town)
    }

    fn opens(desk: &mut Desk, town: AssemblyId, account: &str) {
        desk.act(town, &[json!({ "do": "ledger.open", "account": account })], NOW).unwrap();
    }

    /// A home of Millbrook that has read Cedar Falls.
    fn two_towns(dir: &Path) -> (Desk, AssemblyId, AssemblyId) {
        let elsewhere = tempfile::tempdir().unwrap();
        let (mut theirs, cedar) = founded(elsewhere.path(), "Cedar Falls");
        opens(&mut theirs, cedar, "assets:store");
        let (bundle, _) = theirs.speak(&[], NOW).unwrap();
        let (mut ours, millbrook) = founded(dir, "Millbrook");
        ours.receive(&bundle.to_bytes(), "bundle", NOW).unwrap();
        (ours, millbrook, cedar)
    }

    #[test]
    fn a_town_is_folded_when_it_is_looked_at_and_not_before() {
        let dir = tempfile::tempdir().unwrap();
        let (_, millbrook, cedar) = two_towns(dir.path());
        let mut desk = Desk::open_existing(dir.path()).unwrap();
        let is_folded = |desk: &Desk, town| desk.folds.towns[&town].fold.get().is_some();
        let today = "2027-03-03".parse().unwrap();
        assert_eq!(desk.house().unwrap().towns[0].name, "Cedar Falls");
        for view in ["home", "towns", "sync", "peers", "journal"] {
            desk.look(millbrook, view, &[], today).unwrap();
        }
        desk.callable().unwrap();
        opens(&mut desk, millbrook, "assets:till");
        assert_eq!((is_folded(&desk, millbrook), is_folded(&desk, cedar)), (true, false));
        let brief = desk.brief(cedar).unwrap().cloned();
        let fold = desk.fold(cedar).unwrap().unwrap();
        assert_eq!(brief, Some(Brief::of(fold)), "what was kept is what its record comes to");
        assert_eq!((fold.book().commons.ledger.accounts.len(), brief.unwrap().changes), (1, 2));
    }

    #[test]
    fn a_founding_that_comes_once_more_takes_nothing_from_a_town_that_was_not_looked_at() {
        let dir = tempfile::tempdir().unwrap();
        let (_, millbrook, cedar) = two_towns(dir.path());
        let mut desk = Desk::open_existing(dir.path()).unwrap();
        for town in [millbrook, cedar] {
            desk.folds.begin(town);
            assert!(desk.fold(town).unwrap().unwrap().book().commons.roll.founded.is_some());
        }
    }

    #[test]
    fn a_brief_of_other_rules_or_of_fewer_changes_is_made_anew() {
        let dir = tempfile::tempdir().unwrap();
        let (mut desk, _, cedar) = two_towns(dir.path());
        let kept = |rules: &str, desk: &mut Desk| {
            desk.archive
                .write(|writing| {
                    writing.put_brief(
                        cedar,
                        rules,
                        r#"{"name":"Elsewhere","members":9,"changes":9,"devices":[],"head":[],"forked":false,"sealed":[],"cosigned":{}}"#,
                    )
                })
                .unwrap();
            Desk::open_existing(dir.path()).unwrap().house().unwrap().towns[0].name.clone()
        };
        assert_eq!(kept("another", &mut desk), "Cedar Falls");
        let renewed = Brief::kept(&desk.archive, cedar, i64::MAX).unwrap().map(|brief| brief.name);
        assert_eq!(renewed.as_deref(), Some("Cedar Falls"), "and kept, so that the next to open the home need not");
        assert_eq!(kept(&Brief::rules(), &mut desk), "Elsewhere", "one of these rules is taken at its word");
        assert!(!Desk::open_existing(dir.path()).unwrap().verify(|_, _| ()).unwrap().ok, "until the home is verified");
        let mut again = Desk::open_existing(dir.path()).unwrap();
        assert_eq!((again.house().unwrap().towns[0].name.as_str(), again.verify(|_, _| ()).unwrap().ok), ("Cedar Falls", true));
    }

    #[test]
    fn a_town_first_looked_at_late_is_read_no_further_than_the_others() {
        let dir = tempfile::tempdir().unwrap();
        let (mut first, millbrook, _) = two_towns(dir.path());
        let mut second = Desk::open_existing(dir.path()).unwrap();
        opens(&mut first, millbrook, "assets:till");
        assert_eq!(second.fold(millbrook).unwrap().unwrap().sizes().0, 1, "the other program's entry was not there when it read");
        assert!(second.refresh().unwrap());
        assert_eq!(second.fold(millbrook).unwrap().unwrap().sizes().0, 2);
        assert!(!second.refresh().unwrap());
    }
}
