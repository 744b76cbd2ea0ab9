//! What is asked of a town without reading its whole book: its name, its size, its laptops, what it sealed and what it co-signed.
//!
//! **Invariant:** a brief says just what the fold of the same changes says.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::fold::{Fold, RULES};
use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot::roll::Keys;
use folkmoot::witness::{self, Cosign, Sealed, Tip, Witness};
use folkmoot_archive::{Reading, Writing};
use serde::{Deserialize, Serialize};

use crate::Trouble;
use crate::saying::name_of;

/// What a brief holds and how it is written; to be raised with every change of it.
const FORMAT: u32 = 3;

/// The longest text that is kept of a brief, in bytes: a quarter of what the book holds in one place.
const MOST_KEPT: usize = 16 * 1024 * 1024;

/// A town in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Brief {
    /// The name in its founding act, as it is said; empty where that does not count.
    pub(crate) name: String,
    /// How many members belong to it.
    pub(crate) members: u32,
    /// How many of its signed changes are here.
    pub(crate) changes: usize,
    /// Everything that was ever admitted to its roll.
    pub(crate) devices: Vec<Device>,
    /// Where the lines of its commons end.
    pub(crate) head: Vec<Tip>,
    /// Whether one of them forks.
    pub(crate) forked: bool,
    /// What it sealed, as far as that counts.
    pub(crate) sealed: BTreeSet<Sealed>,
    /// What it co-signed, by the town that sealed it.
    pub(crate) cosigned: BTreeMap<AssemblyId, Vec<Given>>,
}

/// A co-signature in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Given {
    /// What was co-signed; the head is there as long as it says something.
    pub(crate) cosign: Cosign,
    /// Whether no other follows it.
    pub(crate) last: bool,
}

/// A laptop or card that was admitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Device {
    pub(crate) id: DeviceId,
    pub(crate) member: Member,
    pub(crate) keys: Keys,
    pub(crate) paper: bool,
    /// Whether it is still on the roll.
    pub(crate) live: bool,
}

impl Brief {
    pub(crate) fn of(fold: &Fold) -> Brief {
        let commons = &fold.book().commons;
        let roll = &commons.roll;
        let devices = roll.devices.iter().map(|(id, device)| Device {
            id: *id,
            member: device.member,
            keys: device.keys.clone(),
            paper: device.paper,
            live: roll.live(id).is_some(),
        });
        Brief {
            name: name_of(roll.name()),
            members: roll.size(),
            changes: fold.sizes().0,
            devices: devices.collect(),
            head: witness::head(fold),
            forked: fold.forkers().next().is_some(),
            sealed: witness::sealed(commons),
            cosigned: commons.witness.cosigned.keys().map(|town| (*town, given(&commons.witness, town))).collect(),
        }
    }

    /// What a kept brief must have been made by: a fold of other rules may come to something else.
    pub(crate) fn rules() -> String {
        format!("{RULES} {FORMAT} {}", env!("CARGO_PKG_VERSION"))
    }

    /// The brief that was kept of a town with all that has arrived of it, if that is up to a number at most.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn kept(reading: &Reading, town: AssemblyId, to: i64) -> Result<Option<Brief>, Trouble> {
        let kept = reading.brief(town, &Brief::rules(), to)?;
        Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()))
    }

    /// Keeps it beside the record.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be written.
    pub(crate) fn keep(&self, writing: &mut Writing<'_>, town: AssemblyId) -> Result<(), Trouble> {
        // One that is not kept costs time and nothing else; one for which the book has no room would cost all that came with it.
        let Some(text) = serde_json::to_string(self).ok().filter(|text| text.len() <= MOST_KEPT) else { return Ok(()) };
        Ok(writing.put_brief(town, &Brief::rules(), &text)?)
    }

    /// Whether what is held of a town may prove that it showed two books: a line forks, or the minutes of one meeting have two seals.
    pub(crate) fn may_prove_two(&self) -> bool {
        let minutes = self.sealed.iter().filter_map(|sealed| match sealed {
            Sealed::Minutes { meeting, digest, .. } => Some((meeting, *digest)),
            Sealed::Closing { .. } => None,
        });
        let seals: BTreeSet<_> = minutes.collect();
        let meetings: BTreeSet<_> = seals.iter().map(|(meeting, _)| meeting).collect();
        self.forked || meetings.len() < seals.len()
    }

    pub(crate) fn live(&self, id: &DeviceId) -> Option<&Device> {
        self.devices.iter().find(|device| device.live && device.id == *id)
    }

    /// The laptops on its roll.
    pub(crate) fn laptops(&self) -> impl Iterator<Item = &Device> {
        self.devices.iter().filter(|device| device.live && !device.paper)
    }

    /// The laptop on its roll with an endpoint key.
    pub(crate) fn laptop_at(&self, endpoint: &DeviceId) -> Option<&Device> {
        self.laptops().find(|device| device.keys.endpoint == *endpoint)
    }

    /// What was ever admitted with a signing key or an endpoint key; of several, the one that signs with it, or else one that is on the
    /// roll still.
    pub(crate) fn with_key(&self, key: &DeviceId) -> Option<&Device> {
        let with_it = self.devices.iter().filter(|device| device.id == *key || device.keys.endpoint == *key);
        with_it.max_by_key(|device| (device.id == *key, device.live))
    }

    /// Whether an invite that carries an endpoint and a sealing key can be of a laptop on its roll.
    pub(crate) fn invites(&self, endpoint: &DeviceId, sealing: &str) -> bool {
        self.laptops().any(|laptop| laptop.keys.endpoint == *endpoint && laptop.keys.sealing == sealing)
    }

    /// Whether all that was ever admitted with an endpoint key was taken off the roll again.
    pub(crate) fn has_left(&self, endpoint: &DeviceId) -> bool {
        let mut with_it = self.devices.iter().filter(|device| device.keys.endpoint == *endpoint).peekable();
        with_it.peek().is_some() && with_it.all(|device| !device.live)
    }
}

fn given(known: &Witness, town: &AssemblyId) -> Vec<Given> {
    let latest: BTreeSet<ActId> = known.latest(town).into_iter().map(|cosign| cosign.id).collect();
    let keeps = known.heads_to_keep(town);
    let short = |cosign: &Cosign| {
        let head = if keeps.contains(&cosign.id) { cosign.head.clone() } else { Vec::new() };
        Given { last: latest.contains(&cosign.id), cosign: Cosign { head, follows: Vec::new(), ..cosign.clone() } }
    };
    known.of(town).map(short).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
mod tests {
    use crate::{CardText, Desk};

    use super::*;

    #[test]
    fn a_brief_that_the_book_has_no_room_for_costs_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(place.path()).unwrap();
        let town = desk.found("Millbrook", None, &CardText::named("Ada"), 1_804_000_000).unwrap();
        let brief = Brief::of(desk.fold(town).unwrap().unwrap());
        let kept = |desk: &mut Desk, name: String| {
            let brief = Brief { name, ..brief.clone() };
            desk.archive.write(|writing| brief.keep(writing, town)).unwrap();
            let to = desk.archive.last_arrived().unwrap();
            Brief::kept(&desk.archive, town, to).unwrap().map(|kept| kept.name)
        };
        assert_eq!(kept(&mut desk, "Mill".to_owned()), Some("Mill".to_owned()));
        assert_eq!(
            kept(&mut desk, "x".repeat(65 * 1024 * 1024)),
            Some("Mill".to_owned()),
            "the one before is as good as none, and no trouble"
        );
    }
}
