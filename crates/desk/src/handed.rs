//! Whose share of the room what was refused takes up: it goes by the key that whoever handed it over proved to have.
//!
//! **Invariant:** nobody makes up a share: each is of a laptop on a roll of ours, of a neighbour, or of everybody else together.

use std::collections::BTreeSet;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_archive::{Reading, Share};

use crate::Trouble;
use crate::folds::Folds;
use crate::neighbours::neighbours_of;

/// The share of whoever proved to have a key, an endpoint's or a signing one. A neighbour has one share for all of its laptops: it could
/// put any number of them on its roll.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read.
pub(crate) fn share_of(reading: &Reading, folds: &Folds, own: &BTreeSet<AssemblyId>, key: Option<&DeviceId>) -> Result<Share, Trouble> {
    let Some(key) = key else { return Ok(Share::default()) };
    for town in own {
        if let Some(laptop) = folds.brief(reading, *town)?.and_then(|town| town.with_key(key)) {
            return Ok(Share { town: Some(*town), laptop: Some(laptop.id) });
        }
    }
    for town in neighbours_of(reading, folds, own)? {
        if folds.brief(reading, town)?.is_some_and(|town| town.with_key(key).is_some()) {
            return Ok(Share { town: Some(town), laptop: None });
        }
    }
    Ok(Share::default())
}
