//! Pens of a restored home that may have written more than this home knows: they write again once another laptop was heard.
//!
//! **Invariant:** each pen hears for its own assembly, and nobody is heard but by one who is known there.

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_archive::{Pen, Reading, Writing};

use crate::Trouble;
use crate::folds::Folds;
use crate::receive::Received;

/// The setting that says since when a pen has to hear others first; empty once it has.
pub(crate) fn unheard_key(pen: &DeviceId) -> String {
    format!("unheard/{pen}")
}

/// Since when a pen has to hear others before it writes, if it has to: others may hold later entries of it than this home does.
fn unheard_since(reading: &Reading, pen: &Pen) -> Result<Option<i64>, Trouble> {
    Ok(reading.setting(&unheard_key(&pen.device))?.and_then(|since| since.parse().ok()))
}

/// Whether a pen has to hear others before it writes.
pub(crate) fn is_unheard(reading: &Reading, pen: &Pen) -> Result<bool, Trouble> {
    Ok(unheard_since(reading, pen)?.is_some())
}

/// Who packed a bundle, and when by their clock.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packed {
    pub(crate) by: DeviceId,
    pub(crate) at: i64,
}

/// Lets the pens write that have heard a bundle. Whoever packed it is on the own roll or a neighbour's; and it brought something of the
/// assembly that was not here, or was packed after the restore, since an old stick says nothing of what was written later.
pub(crate) fn hear_bundle(writing: &mut Writing<'_>, folds: &mut Folds, received: &Received, packed: Packed) -> Result<(), Trouble> {
    if !received.is_sound() || received.waiting > 0 {
        return Ok(());
    }
    let pens = writing.pens()?;
    if pens.iter().any(|pen| pen.device == packed.by) {
        return Ok(());
    }
    for pen in pens {
        let Some(since) = unheard_since(writing, &pen)? else { continue };
        let is_new = received.new.contains_key(&pen.assembly);
        let holds = is_new || packed.at >= since && received.holds.contains(&pen.assembly);
        if holds && is_known(writing, folds, &pen, &packed.by)? {
            heard(writing, &pen)?;
        }
    }
    Ok(())
}

/// Lets the pen of an assembly write, whose own town is the same here and at another laptop that is known.
pub(crate) fn hear_equal(writing: &mut Writing<'_>, ours: AssemblyId) -> Result<(), Trouble> {
    let pens = writing.pens()?;
    pens.iter().filter(|pen| pen.assembly == ours).try_for_each(|pen| heard(writing, pen))
}

fn heard(writing: &mut Writing<'_>, pen: &Pen) -> Result<(), Trouble> {
    if is_unheard(writing, pen)? {
        writing.set_setting(&unheard_key(&pen.device), "")?;
    }
    Ok(())
}

/// Whether there is anybody whom a pen's home could hear: another laptop of its assembly, a neighbour, or else any town at all.
pub(crate) fn can_hear_somebody(writing: &mut Writing<'_>, folds: &mut Folds, pen: &Pen) -> Result<bool, Trouble> {
    let Some(fold) = folds.get(writing, pen.assembly)? else { return Ok(true) };
    let another = fold.book().commons.roll.live_devices().any(|(device, laptop)| *device != pen.device && !laptop.paper);
    let knows = another || fold.book().inside.neighbour.standing().next().is_some();
    Ok(knows || writing.assemblies()?.iter().any(|town| *town != pen.assembly))
}

/// Whether a laptop is on the own roll or a neighbour's; of a town that has neither another laptop nor a neighbour, on any roll that is
/// here: it can hear nobody else.
fn is_known(writing: &mut Writing<'_>, folds: &mut Folds, pen: &Pen, packer: &DeviceId) -> Result<bool, Trouble> {
    let Some(fold) = folds.get(writing, pen.assembly)? else { return Ok(false) };
    let roll = &fold.book().commons.roll;
    if roll.live(packer).is_some() {
        return Ok(true);
    }
    let mut towns: Vec<AssemblyId> = fold.book().inside.neighbour.standing().map(|join| join.town).collect();
    let is_alone = roll.live_devices().all(|(device, laptop)| *device == pen.device || laptop.paper);
    if is_alone && towns.is_empty() {
        towns = writing.assemblies()?;
    }
    for town in towns {
        if folds.get(writing, town)?.is_some_and(|fold| fold.book().commons.roll.live(packer).is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
mod tests {
    use std::path::Path;

    use ed25519_dalek::SigningKey;
    use folkmoot_sync::{Bundle, BundleId, Frame, Recipients};
    use serde_json::json;
    use tempfile::TempDir;

    use super::*;
    use crate::{CardText, Desk};

    const NOW: i64 = 1_804_000_000;
    const LATER: i64 = NOW + 86_400;

    fn town(place: &TempDir, dir: &str, name: &str) -> (Desk, AssemblyId) {
        let mut desk = Desk::open(&place.path().join(dir)).unwrap();
        let town = desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
        (desk, town)
    }

    fn may_write(desk: &mut Desk, town: AssemblyId) -> bool {
        let note = json!({ "do": "ledger.open", "account": "assets:barn" });
        match desk.act(town, &[note], LATER) {
            Ok(_) => true,
            Err(trouble) => {
                assert_eq!(trouble.code(), "restored-unheard");
                false
            }
        }
    }

    fn pass(from: &mut Desk, to: &mut Desk, now: i64) {
        let (bundle, _) = from.speak(&[], now).unwrap();
        to.receive(&bundle.to_bytes(), "stick", now).unwrap();
    }

    /// The home of a laptop that was lost, from its last backup.
    fn restored(lost: Desk, place: &TempDir, backup: &Path) -> Desk {
        drop(lost);
        Desk::restore(backup, &place.path().join("again"), None, false, LATER, |_, _| ()).unwrap()
    }

    #[test]
    fn neither_a_stranger_nor_an_old_stick_lets_a_restored_home_write() {
        let place = tempfile::tempdir().unwrap();
        let (mut millbrook, town) = self::town(&place, "millbrook", "Millbrook");
        let (mut cedar, theirs) = self::town(&place, "cedar", "Cedar Falls");
        let (mut ashgrove, _) = self::town(&place, "ashgrove", "Ashgrove");
        let code = cedar.invite_town(theirs, &[], NOW).unwrap();
        millbrook.join_town(&code, None, NOW).unwrap();
        pass(&mut millbrook, &mut cedar, NOW);
        pass(&mut cedar, &mut millbrook, NOW);
        let (old, _) = cedar.speak(&[], NOW).unwrap();
        let backup = place.path().join("backup");
        millbrook.backup(&backup, |_, _| ()).unwrap();
        let posted = millbrook.act(town, &[json!({ "do": "ledger.open", "account": "assets:store" })], NOW).unwrap();
        let early = millbrook.archive.changes_since(0, None).unwrap().remove(0).1;
        pass(&mut millbrook, &mut cedar, NOW);

        let mut again = restored(millbrook, &place, &backup);
        again.receive(&old.to_bytes(), "stick", LATER).unwrap();
        assert!(!may_write(&mut again, town), "what Cedar Falls packed before says nothing of what was written since");
        // Somebody nobody knows vouches for one change that everybody has.
        let frames = vec![Frame::Change(early.signed().encode())];
        let pen = SigningKey::from_bytes(&[9; 32]);
        let made = Bundle::pack(frames, &Recipients::anyone(), LATER + 1, BundleId([1; 16]), &pen).unwrap();
        again.receive(&made.to_bytes(), "stick", LATER).unwrap();
        assert!(!may_write(&mut again, town));
        // A town that is no neighbour, and has heard of Millbrook's beginning.
        let first =
            Bundle::pack(vec![Frame::Change(early.signed().encode())], &Recipients::anyone(), NOW, BundleId([2; 16]), &pen).unwrap();
        ashgrove.receive(&first.to_bytes(), "stick", NOW).unwrap();
        pass(&mut ashgrove, &mut again, LATER + 1);
        assert!(!may_write(&mut again, town));

        pass(&mut cedar, &mut again, LATER + 1);
        assert!(again.counts(town, &posted[0]).unwrap(), "what was sent is back");
        assert!(may_write(&mut again, town));
    }

    #[test]
    fn each_assembly_of_a_restored_home_hears_for_itself() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, millbrook) = town(&place, "ada", "Millbrook");
        let ashgrove = ada.found("Ashgrove", None, &CardText::named("Ada"), NOW).unwrap();
        let (mut cedar, theirs) = town(&place, "cedar", "Cedar Falls");
        let code = cedar.invite_town(theirs, &[], NOW).unwrap();
        ada.join_town(&code, Some(millbrook), NOW).unwrap();
        let (mut dale, theirs) = town(&place, "dale", "Dale");
        let code = dale.invite_town(theirs, &[], NOW).unwrap();
        ada.join_town(&code, Some(ashgrove), NOW).unwrap();
        for town in [&mut cedar, &mut dale] {
            pass(town, &mut ada, NOW);
            pass(&mut ada, town, NOW);
        }
        let backup = place.path().join("backup");
        ada.backup(&backup, |_, _| ()).unwrap();
        let mut again = restored(ada, &place, &backup);
        pass(&mut cedar, &mut again, LATER + 1);
        assert!(may_write(&mut again, millbrook) && !may_write(&mut again, ashgrove));
        pass(&mut dale, &mut again, LATER + 1);
        assert!(may_write(&mut again, ashgrove));
    }
}
