//! What came under a key of this home and was not written in it: by a copy of the home, or by this home before it was brought back.
//!
//! **Invariant:** a home under whose key somebody else wrote signs nothing more with it until people have said why that is.

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_archive::{ArchiveError, Pen, Reading, Writing};

use crate::folds::Folds;
use crate::pens::{KeyLost, why_lost};
use crate::unheard::{can_hear_somebody, heard, unheard_key};
use crate::{Desk, Trouble};

/// The setting that says that entries of a key of this home arrived from elsewhere.
fn elsewhere_key(pen: &DeviceId) -> String {
    format!("elsewhere/{pen}")
}

/// The setting that says that a key of this home has not signed anything in a ring since the home was brought back: until then its own
/// earlier entries may come from others, those of one ring sooner than those of another.
fn brought_back_key(pen: &DeviceId, ring: Ring) -> String {
    format!("brought-back/{pen}/{}", ring.word())
}

/// The setting that says that a key of this home signs nothing more, for something came under it that this home did not write.
fn stopped_key(pen: &DeviceId) -> String {
    format!("stopped/{pen}")
}

fn is_said(reading: &Reading, key: &str) -> Result<bool, ArchiveError> {
    Ok(reading.setting(key)?.is_some_and(|said| !said.is_empty()))
}

fn say(writing: &mut Writing<'_>, key: &str, said: bool) -> Result<(), ArchiveError> {
    if is_said(writing, key)? == said { Ok(()) } else { writing.set_setting(key, if said { "yes" } else { "" }) }
}

/// Remembers that something came from elsewhere under a key of this home, and stops the key unless the home was just brought back: a laptop
/// that is shown a later entry of its own than it wrote is not the only one with its key (DESIGN.md 4).
///
/// # Errors
/// [`ArchiveError`] when the book cannot be read or written.
pub(crate) fn note_elsewhere(writing: &mut Writing<'_>, device: &DeviceId, ring: Ring) -> Result<(), ArchiveError> {
    say(writing, &elsewhere_key(device), true)?;
    match is_said(writing, &brought_back_key(device, ring))? {
        true => Ok(()),
        false => say(writing, &stopped_key(device), true),
    }
}

/// Lets a pen of a home that was brought back begin a new epoch; it has to hear others first where a moment is given.
///
/// # Errors
/// [`ArchiveError`] when the book cannot be read or written.
pub(crate) fn begin_again(writing: &mut Writing<'_>, mut pen: Pen, hears_since: Option<i64>) -> Result<(), ArchiveError> {
    pen.epoch += 1;
    writing.put_pen(&pen)?;
    // Whoever copied the home may have written before the backup was made.
    say(writing, &elsewhere_key(&pen.device), true)?;
    for ring in Ring::ALL {
        say(writing, &brought_back_key(&pen.device, ring), true)?;
    }
    hears_since.map_or(Ok(()), |now| writing.set_setting(&unheard_key(&pen.device), &now.to_string()))
}

/// From now on, what comes under a pen in a ring and was not written here was written by somebody else. Not so of what one person keeps:
/// a pen that has heard somebody writes there before its own earlier notes come, and two branches of them do no harm.
///
/// # Errors
/// [`ArchiveError`] when the book cannot be read or written.
pub(crate) fn writes_again(writing: &mut Writing<'_>, pen: &Pen, ring: Ring) -> Result<(), ArchiveError> {
    if ring == Ring::Person { Ok(()) } else { say(writing, &brought_back_key(&pen.device, ring), false) }
}

/// Whether a pen signs nothing more, for something came under it that this home did not write.
///
/// # Errors
/// [`ArchiveError`] when the book cannot be read.
pub(crate) fn is_stopped(reading: &Reading, pen: &Pen) -> Result<bool, ArchiveError> {
    is_said(reading, &stopped_key(&pen.device))
}

/// Whether all that stands under a pen's key was written in this home, as far as this home can know.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read.
pub(crate) fn writes_alone(reading: &Reading, folds: &Folds, pen: &Pen) -> Result<bool, Trouble> {
    let is_noted = is_said(reading, &elsewhere_key(&pen.device))?;
    Ok(!is_noted && why_lost(reading, folds, pen)? != Some(KeyLost::Forked))
}

impl Desk {
    /// Goes on with the key that was stopped in an assembly, since it was this home itself that wrote what came, and an older copy of it was
    /// brought back: in a new epoch, once others were heard where there are any. A new key that asks in its place is laid down.
    ///
    /// # Errors
    /// [`Trouble::NotStopped`] when no key that the roll may still have is stopped; [`Trouble::NoPen`] in a home that only reads;
    /// [`Trouble::Archive`] when the book cannot be written.
    pub fn brought_back(&mut self, assembly: AssemblyId, now: i64) -> Result<(), Trouble> {
        let Desk { archive, folds, .. } = self;
        archive.write(|writing| {
            folds.refresh(writing)?;
            let asks = writing.pen(assembly)?.ok_or(Trouble::NoPen { assembly })?;
            let pen = stopped_pen(writing, folds, assembly)?.ok_or(Trouble::NotStopped)?;
            if asks.device != pen.device {
                writing.lay_down_pen(asks.device, now)?;
                writing.set_pen_aside(pen.device, None)?;
            }
            say(writing, &stopped_key(&pen.device), false)?;
            // In a town of this laptop alone that knows no other there is nobody to hear, and what it was to hear before it cannot either.
            let hears_since = can_hear_somebody(writing, folds, &pen)?.then_some(now);
            if hears_since.is_none() {
                heard(writing, &pen)?;
            }
            Ok(begin_again(writing, pen, hears_since)?)
        })
    }

    /// Whether [`Desk::brought_back`] has a key to go on with.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn may_be_older(&self, assembly: AssemblyId) -> Result<bool, Trouble> {
        Ok(stopped_pen(&self.archive, &self.folds, assembly)?.is_some())
    }
}

/// The pen of an assembly that was stopped and nothing else: the one that is here, or the one in whose place that one asks.
fn stopped_pen(reading: &Reading, folds: &Folds, assembly: AssemblyId) -> Result<Option<Pen>, Trouble> {
    let aside = reading.pens_aside()?.into_iter().filter(|pen| pen.assembly == assembly);
    for pen in reading.pen(assembly)?.into_iter().chain(aside) {
        if why_lost(reading, folds, &pen)? == Some(KeyLost::Copied) {
            return Ok(Some(pen));
        }
    }
    Ok(None)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
pub(crate) mod tests {
    use serde_json::json;
    use tempfile::TempDir;

    use super::*;
    use crate::CardText;
    use crate::homes::copy_of;

    const NOW: i64 = 1_804_000_000;

    fn is_alone(desk: &Desk) -> bool {
        writes_alone(&desk.archive, &desk.folds, &desk.archive.pens().unwrap()[0]).unwrap()
    }

    fn founded(place: &TempDir, dir: &str, name: &str) -> (Desk, AssemblyId) {
        let mut desk = Desk::open(&place.path().join(dir)).unwrap();
        let town = desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
        (desk, town)
    }

    fn pass(from: &mut Desk, to: &mut Desk, now: i64) {
        let (bundle, _) = from.speak(&[], now).unwrap();
        to.receive(&bundle.to_bytes(), "stick", now).unwrap();
    }

    fn opens(desk: &mut Desk, town: AssemblyId, account: &str) -> Result<(), &'static str> {
        let act = json!({ "do": "ledger.open", "account": account });
        desk.act(town, &[act], NOW).map(|_| ()).map_err(|trouble| trouble.code())
    }

    #[test]
    fn a_home_that_was_restored_is_not_believed_to_hold_its_own_words_alone() {
        let place = tempfile::tempdir().unwrap();
        let [backup, again] = ["backup", "again"].map(|name| place.path().join(name));
        let (desk, _) = founded(&place, "home", "Millbrook");
        assert!(is_alone(&desk));
        desk.backup(&backup, |_, _| ()).unwrap();
        for (nothing_sent, again) in [(true, again.join("one")), (false, again.join("other"))] {
            assert!(!is_alone(&Desk::restore(&backup, &again, None, nothing_sent, NOW, |_, _| ()).unwrap()));
        }
    }

    #[test]
    fn a_key_that_forks_is_not_believed_to_have_written_in_one_home_alone() {
        let place = tempfile::tempdir().unwrap();
        let (mut desk, town) = founded(&place, "home", "Millbrook");
        let copy = copy_of(&place.path().join("home"));
        let mut copy = Desk::open_existing(copy.path()).unwrap();
        opens(&mut desk, town, "assets:mill").unwrap();
        opens(&mut copy, town, "assets:barn").unwrap();
        // What is not inside the assembly is not typed in a draft, and tells that there is a copy all the same.
        pass(&mut copy, &mut desk, NOW);
        assert!(!is_alone(&desk));
        assert_eq!(desk.key_lost(town).unwrap(), Some(KeyLost::Forked));
        assert_eq!(desk.brought_back(town, NOW).unwrap_err().code(), "not-stopped", "a fork is no older copy");
    }

    #[test]
    fn a_laptop_that_is_shown_a_later_entry_of_its_own_stops_at_once_until_people_say_why() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, town) = founded(&place, "ada", "Millbrook");
        let (mut cedar, theirs) = founded(&place, "cedar", "Cedar Falls");
        let code = cedar.invite_town(theirs, &[], NOW).unwrap();
        ada.join_town(&code, None, NOW).unwrap();
        pass(&mut cedar, &mut ada, NOW);
        pass(&mut ada, &mut cedar, NOW);
        opens(&mut ada, town, "assets:mill").unwrap();
        let copy = copy_of(&place.path().join("ada"));
        // Whoever has the copy goes on where Ada stopped: nothing forks.
        let mut copy = Desk::open_existing(copy.path()).unwrap();
        opens(&mut copy, town, "assets:barn").unwrap();
        pass(&mut copy, &mut cedar, NOW);
        assert!(ada.may_write(town).unwrap() && ada.brought_back(town, NOW).is_err(), "Ada has heard of nothing yet");
        pass(&mut cedar, &mut ada, NOW);
        assert!(ada.fold(town).unwrap().unwrap().forkers().next().is_none());
        assert_eq!((ada.may_write(town).unwrap(), ada.key_lost(town).unwrap()), (false, Some(KeyLost::Copied)));
        assert_eq!(opens(&mut ada, town, "assets:till"), Err("written-elsewhere"));
        assert!(ada.check(town, &[json!({ "do": "ledger.open", "account": "assets:till" })], NOW).is_err());

        // It was Ada's own older copy, she says: then it hears others first.
        ada.brought_back(town, NOW + 1).unwrap();
        assert_eq!(opens(&mut ada, town, "assets:till"), Err("restored-unheard"));
        opens(&mut copy, town, "assets:loft").unwrap();
        pass(&mut copy, &mut cedar, NOW + 2);
        pass(&mut cedar, &mut ada, NOW + 2);
        assert_eq!(ada.key_lost(town).unwrap(), None, "before it writes again, its own earlier entries come from others");
        opens(&mut ada, town, "assets:till").unwrap();
        assert_eq!(ada.archive.pens().unwrap()[0].epoch, 1);
        // And again, if it was not so.
        pass(&mut ada, &mut copy, NOW + 3);
        opens(&mut copy, town, "assets:shed").unwrap_err();
        copy.brought_back(town, NOW + 3).unwrap();
        pass(&mut ada, &mut cedar, NOW + 4);
        pass(&mut cedar, &mut copy, NOW + 5);
        opens(&mut copy, town, "assets:shed").unwrap();
        pass(&mut copy, &mut ada, NOW + 6);
        assert_eq!(ada.key_lost(town).unwrap(), Some(KeyLost::Copied));
    }

    /// Ada's laptop and Bo's, both on the roll.
    pub(crate) fn of_two(place: &TempDir) -> (Desk, Desk, AssemblyId) {
        let (mut ada, town) = founded(place, "ada", "Millbrook");
        ada.enrol(town, &[CardText::named("Bo")], None, NOW).unwrap();
        let mut bo = Desk::open(&place.path().join("bo")).unwrap();
        let asks = bo.join_device(&ada.invite_device(town, folkmoot::plain::Member(2), &[], NOW).unwrap(), NOW).unwrap();
        ada.admit(&asks, NOW).unwrap();
        pass_all(&mut ada, &mut bo, town, NOW + 9);
        (ada, bo, town)
    }

    /// What is inside the town goes along.
    pub(crate) fn pass_all(from: &mut Desk, to: &mut Desk, town: AssemblyId, now: i64) {
        let (bundle, _) = from.speak(&[town], now).unwrap();
        to.receive(&bundle.to_bytes(), "stick", now).unwrap();
    }

    #[test]
    fn the_earlier_entries_of_a_restored_home_come_back_ring_by_ring_without_an_alarm() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, mut bo, town) = of_two(&place);
        let [backup, again] = ["backup", "again"].map(|name| place.path().join(name));
        ada.backup(&backup, |_, _| ()).unwrap();
        // Neighbours hear nothing of what is written inside the town.
        ada.invite_town(town, &[], NOW).unwrap();
        pass_all(&mut ada, &mut bo, town, NOW + 9);
        drop(ada);
        let mut ada = Desk::restore(&backup, &again, None, true, NOW, |_, _| ()).unwrap();
        opens(&mut ada, town, "assets:mill").unwrap();
        pass_all(&mut bo, &mut ada, town, NOW + 9);
        assert_eq!(ada.invites(town, NOW).unwrap().len(), 2, "hers of last week has come back");
        assert_eq!(ada.key_lost(town).unwrap(), None);
    }

    #[test]
    fn a_key_that_is_stopped_is_not_set_free_by_a_restore_and_goes_on_at_once_where_nobody_can_be_heard() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, town) = founded(&place, "ada", "Millbrook");
        let copy = copy_of(&place.path().join("ada"));
        let mut copy = Desk::open_existing(copy.path()).unwrap();
        opens(&mut copy, town, "assets:barn").unwrap();
        pass(&mut copy, &mut ada, NOW);
        assert_eq!(ada.key_lost(town).unwrap(), Some(KeyLost::Copied));
        let [backup, again] = ["backup", "again"].map(|name| place.path().join(name));
        ada.backup(&backup, |_, _| ()).unwrap();
        let restored = Desk::restore(&backup, &again, None, true, NOW, |_, _| ()).unwrap();
        assert_eq!(restored.key_lost(town).unwrap(), Some(KeyLost::Copied), "nobody has said why");
        ada.brought_back(town, NOW).unwrap();
        opens(&mut ada, town, "assets:till").unwrap();
    }

    #[test]
    fn what_waits_for_something_stops_the_key_that_signed_it_elsewhere_as_well() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, mut bo, town) = of_two(&place);
        let copy = copy_of(&place.path().join("ada"));
        let mut copy = Desk::open_existing(copy.path()).unwrap();
        // The copy hears something of Bo's before it goes on, and whoever carries its entry leaves that behind.
        opens(&mut bo, town, "assets:loft").unwrap();
        pass_all(&mut bo, &mut copy, town, NOW + 9);
        opens(&mut copy, town, "assets:barn").unwrap();
        let last = copy.archive.changes_since(0, Some(town)).unwrap().pop().unwrap().1;
        let pen = ed25519_dalek::SigningKey::from_bytes(&[9; 32]);
        let (to, id) = (folkmoot_sync::Recipients::anyone(), folkmoot_sync::BundleId([1; 16]));
        let alone = folkmoot_sync::Bundle::pack(vec![folkmoot_sync::Frame::Change(last.signed().encode())], &to, NOW, id, &pen).unwrap();
        assert_eq!(ada.receive(&alone.to_bytes(), "stick", NOW).unwrap().waiting, 1);
        assert_eq!(ada.key_lost(town).unwrap(), Some(KeyLost::Copied));
    }

    #[test]
    fn a_key_that_was_stopped_and_forks_inside_signs_nothing_in_the_commons_either() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, mut bo, town) = of_two(&place);
        let copy = copy_of(&place.path().join("ada"));
        let mut copy = Desk::open_existing(copy.path()).unwrap();
        copy.invite_town(town, &[], NOW).unwrap();
        opens(&mut copy, town, "assets:barn").unwrap();
        ada.invite_town(town, &[], NOW).unwrap();
        pass_all(&mut copy, &mut bo, town, NOW + 9);
        pass_all(&mut bo, &mut ada, town, NOW + 9);
        assert_eq!(ada.key_lost(town).unwrap(), Some(KeyLost::Forked));
        assert_eq!(opens(&mut ada, town, "assets:till"), Err("written-elsewhere"));
    }

    #[test]
    fn what_one_person_noted_before_a_restore_comes_back_from_another_laptop_without_an_alarm() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, town) = founded(&place, "ada", "Millbrook");
        let mut second = Desk::open(&place.path().join("second")).unwrap();
        let asks = second.join_device(&ada.invite_device(town, folkmoot::plain::Member(1), &[], NOW).unwrap(), NOW).unwrap();
        ada.admit(&asks, NOW).unwrap();
        pass_all(&mut ada, &mut second, town, NOW + 9);
        let backup = place.path().join("backup");
        ada.backup(&backup, |_, _| ()).unwrap();
        let note = |desk: &mut Desk, text: &str| desk.act(town, &[json!({ "do": "note.write", "text": text })], NOW).unwrap();
        note(&mut ada, "the key of the gate");
        let kept = ada.speak_to_own(town, NOW).unwrap().0;
        second.receive(&kept, "stick", NOW).unwrap();
        drop(ada);
        let mut ada = Desk::restore(&backup, &place.path().join("again"), None, true, NOW, |_, _| ()).unwrap();
        note(&mut ada, "the key of the mill");
        let kept = second.speak_to_own(town, NOW).unwrap().0;
        ada.receive(&kept, "stick", NOW).unwrap();
        assert_eq!(ada.key_lost(town).unwrap(), None);
        opens(&mut ada, town, "assets:till").unwrap();
    }

    #[test]
    fn a_stopped_key_is_kept_while_another_asks_in_its_place_and_goes_on_if_it_was_an_older_copy() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, mut bo, town) = of_two(&place);
        let copy = copy_of(&place.path().join("ada"));
        let mut copy = Desk::open_existing(copy.path()).unwrap();
        opens(&mut copy, town, "assets:barn").unwrap();
        pass_all(&mut copy, &mut bo, town, NOW + 9);
        let own = ada.invite_device(town, folkmoot::plain::Member(1), &[], NOW).unwrap();
        pass_all(&mut bo, &mut ada, town, NOW + 9);
        assert_eq!(ada.join_device(&own, NOW).unwrap_err().code(), "own-invite", "nobody would admit it");
        let first = ada.archive.pens().unwrap()[0].device;
        let invite = bo.invite_device(town, folkmoot::plain::Member(1), &[], NOW).unwrap();
        let asks = ada.join_device(&invite, NOW).unwrap();
        assert_ne!(ada.archive.pens().unwrap()[0].device, first, "it asks with a new key");
        // Of two who hold laptops, both have to sign; so it was an older copy after all.
        bo.admit(&asks, NOW).unwrap();
        pass_all(&mut bo, &mut ada, town, NOW + 9);
        assert!(ada.may_be_older(town).unwrap() && !ada.may_write(town).unwrap());
        ada.brought_back(town, NOW).unwrap();
        pass_all(&mut bo, &mut ada, town, NOW + 9);
        assert_eq!((ada.archive.pens().unwrap()[0].device, ada.may_write(town).unwrap()), (first, true));
        opens(&mut ada, town, "assets:till").unwrap();
        assert!(!ada.may_be_older(town).unwrap());
    }

    #[test]
    fn a_lone_home_that_was_to_hear_others_and_is_an_older_copy_after_all_does_not_wait_for_nobody() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, town) = founded(&place, "ada", "Millbrook");
        ada.found("Ashgrove", None, &CardText::named("Ada"), NOW).unwrap();
        let copy = copy_of(&place.path().join("ada"));
        let mut copy = Desk::open_existing(copy.path()).unwrap();
        opens(&mut copy, town, "assets:barn").unwrap();
        pass(&mut copy, &mut ada, NOW);
        let [backup, again] = ["backup", "again"].map(|name| place.path().join(name));
        ada.backup(&backup, |_, _| ()).unwrap();
        let mut restored = Desk::restore(&backup, &again, None, false, NOW, |_, _| ()).unwrap();
        restored.brought_back(town, NOW).unwrap();
        opens(&mut restored, town, "assets:till").unwrap();
    }
}
