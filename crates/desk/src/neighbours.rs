//! Which towns are neighbours of which assembly of ours.
//!
//! **Invariant:** what one laptop of an assembly knows of its neighbours, all know, and no other assembly in the same home does: it stands
//! in the assembly's own book. A home that only reads remembers for itself what it has joined.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::id::AssemblyId;
use folkmoot::neighbour::Neighbours;
use folkmoot_archive::{Reading, Town, Writing};
use serde_json::json;

use crate::folds::Folds;
use crate::{Desk, TownCode, Trouble, codes, join};

impl Desk {
    /// The neighbours of an assembly of ours; asked of another, those of all of ours; in a home that only reads, what it has joined.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn neighbours(&self, ours: AssemblyId) -> Result<BTreeSet<AssemblyId>, Trouble> {
        let mut own: BTreeSet<AssemblyId> = self.archive.pens()?.into_iter().map(|pen| pen.assembly).collect();
        if own.contains(&ours) {
            own = BTreeSet::from([ours]);
        }
        neighbours_of(&self.archive, &self.folds, &own)
    }

    /// What the book of an assembly says of invites and neighbours.
    pub(crate) fn neighbour_book(&self, ours: AssemblyId) -> Result<Option<&Neighbours>, Trouble> {
        Ok(self.fold(ours)?.map(|fold| &fold.book().inside.neighbour))
    }

    /// The last code of each neighbour by which it was joined; one of another laptop than its act names is nobody's, so that whoever is
    /// called is also let in.
    pub(crate) fn codes_of_neighbours(&self, ours: AssemblyId) -> Result<Vec<TownCode>, Trouble> {
        let mut codes: BTreeMap<AssemblyId, TownCode> = BTreeMap::new();
        for join in self.neighbour_book(ours)?.into_iter().flat_map(Neighbours::standing) {
            let code = join.code.as_ref().and_then(|code| code.parse::<TownCode>().ok());
            codes.extend(code.filter(|code| (code.assembly, code.endpoint) == (join.town, join.endpoint)).map(|code| (join.town, code)));
        }
        Ok(codes.into_values().collect())
    }

    /// Stops being neighbours with a town: its laptops are strangers again, until it is joined once more or answers a new invite.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when it is no neighbour; as [`Desk::act`].
    pub fn part_with(&mut self, ours: AssemblyId, town: AssemblyId, now: i64) -> Result<(), Trouble> {
        if !self.neighbours(ours)?.contains(&town) {
            return Err(Trouble::NotInTheBook { what: "neighbour", asked: self.name(town) });
        }
        if self.archive.pens()?.is_empty() {
            let known = self.archive.towns()?.into_iter().find(|known| known.assembly == town);
            return self.archive.write(|writing| {
                join::forget(writing, town)?;
                known.iter().try_for_each(|known| Ok(writing.put_town(&Town { joined: false, ..known.clone() })?))
            });
        }
        let joins = self.neighbour_book(ours)?.map(|known| known.joins_of(&town)).unwrap_or_default();
        self.act(ours, &[json!({ "do": "neighbour.part", "town": town, "joins": joins })], now)?;
        Ok(())
    }
}

/// The neighbours of assemblies of ours; in a home that only reads, what it has joined.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read.
pub(crate) fn neighbours_of(reading: &Reading, folds: &Folds, own: &BTreeSet<AssemblyId>) -> Result<BTreeSet<AssemblyId>, Trouble> {
    if own.is_empty() {
        return Ok(reading.towns()?.into_iter().filter(|town| town.joined).map(|town| town.assembly).collect());
    }
    let mut towns = BTreeSet::new();
    for own in own {
        let book = folds.get(reading, *own)?.map(|fold| &fold.book().inside.neighbour);
        towns.extend(book.into_iter().flat_map(Neighbours::towns));
    }
    Ok(towns)
}

/// Remembers the names of neighbours that are known by the book of an assembly of ours alone.
pub(crate) fn note_neighbours(writing: &mut Writing<'_>, folds: &Folds, own: &BTreeSet<AssemblyId>, now: i64) -> Result<(), Trouble> {
    let mut known: BTreeSet<AssemblyId> = writing.towns()?.into_iter().map(|town| town.assembly).collect();
    for own in own {
        let Some(fold) = folds.get(writing, *own)? else { continue };
        for join in fold.book().inside.neighbour.standing() {
            if known.insert(join.town) {
                let known_by = if join.by.is_some() { "answer" } else { "code" };
                writing.put_town(&Town { known_by: known_by.to_owned(), ..join::town_of(join.town, &codes::plain(&join.name), now) })?;
            }
        }
    }
    Ok(())
}
