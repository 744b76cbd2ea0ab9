//! Pens of a restored home that may have written more than this home knows: they write again once another laptop was heard.
//!
//! Others may hold what it wrote inside the assembly as well, and a neighbour reads nothing of that. So where another laptop is on the roll,
//! it is such a one that is heard; a neighbour's is only where there is none.
//!
//! **Invariant:** each pen hears for its own assembly, and nobody is heard but by one who is known there.

use std::collections::BTreeSet;

use folkmoot::change::Ring;
use folkmoot::fold::Fold;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_archive::{Pen, Reading, Writing};
use folkmoot_sync::Header;

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

/// Who packed a bundle, when by their clock, and the assemblies whose laptops it is for, if it holds what is inside of one.
#[derive(Debug)]
pub(crate) struct Packed {
    pub(crate) by: DeviceId,
    pub(crate) at: i64,
    pub(crate) inside: Inside,
}

/// Of which assembly a bundle holds what is inside, if its packer may read that.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Inside {
    /// Of the one that it is for.
    Of(AssemblyId),
    /// It is sealed whole to one person's laptops, and holds it of the one where its packer is.
    Packers,
    /// Of none.
    Nothing,
}

impl Packed {
    /// What a bundle says of itself, which may be sealed whole to one person's laptops.
    pub(crate) fn by(by: DeviceId, header: &Header, is_sealed_whole: bool) -> Packed {
        let mut to = header.assemblies.iter();
        let inside = match (is_sealed_whole, to.next(), to.next()) {
            (true, ..) => Inside::Packers,
            (false, Some(one), None) => Inside::Of(*one),
            (false, ..) => Inside::Nothing,
        };
        Packed { by, at: header.created, inside }
    }
}

/// Lets the pens write that have heard a bundle. It was packed after the restore, since an older stick says nothing of what was written
/// later, and holds all that whoever may be heard there can say.
pub(crate) fn hear_bundle(writing: &mut Writing<'_>, folds: &Folds, received: &Received, packed: &Packed, now: i64) -> Result<(), Trouble> {
    if !received.is_sound() || received.waiting > 0 {
        return Ok(());
    }
    let pens = writing.pens()?;
    if pens.iter().any(|pen| pen.device == packed.by) {
        return Ok(());
    }
    for pen in pens {
        let Some(since) = unheard_since(writing, &pen)? else { continue };
        let holds = received.new.contains_key(&pen.assembly) || received.holds.contains(&pen.assembly);
        if since > now && !is_behind(writing, folds, &pen, now)? {
            // The clock ran ahead then: from now on it is asked what was packed since.
            writing.set_setting(&unheard_key(&pen.device), &now.to_string())?;
        }
        if packed.at < since || !holds || waits_for_its_own(writing, &pen)? {
            continue;
        }
        let holds_inside = packed.inside == Inside::Packers || packed.inside == Inside::Of(pen.assembly);
        let is_heard = match others_on_the_roll(writing, folds, &pen)? {
            Some(others) if !others.is_empty() => holds_inside && others.contains(&packed.by),
            Some(_) => is_neighbours(writing, folds, &pen, &packed.by)?,
            None => false,
        };
        if is_heard {
            heard(writing, &pen)?;
        }
    }
    Ok(())
}

/// Whether a clock is behind what a pen has written by it already: it says nothing of whether it ran ahead before.
fn is_behind(reading: &Reading, folds: &Folds, pen: &Pen, now: i64) -> Result<bool, Trouble> {
    let own = |fold: &Fold| fold.judged().any(|judged| judged.change.says().device == pen.device && judged.change.says().claimed_at > now);
    Ok(folds.get(reading, pen.assembly)?.is_some_and(own))
}

/// Lets the pen of an assembly write, of whose town the same is here and at another laptop that is known, up to a ring.
pub(crate) fn hear_equal(writing: &mut Writing<'_>, folds: &Folds, ours: AssemblyId, ring: Ring) -> Result<(), Trouble> {
    let Some(pen) = writing.pen(ours)? else { return Ok(()) };
    let is_alone = others_on_the_roll(writing, folds, &pen)?.is_some_and(|others| others.is_empty());
    let is_heard = (ring >= Ring::Assembly || is_alone) && !waits_for_its_own(writing, &pen)?;
    if is_heard { heard(writing, &pen) } else { Ok(()) }
}

/// Whether something of a pen's own has come and waits for what it follows: it would write a second time what it wrote then.
fn waits_for_its_own(reading: &Reading, pen: &Pen) -> Result<bool, Trouble> {
    Ok(reading.orphans(pen.assembly)?.iter().any(|orphan| orphan.change.says().device == pen.device))
}

/// Lets a pen write.
pub(crate) fn heard(writing: &mut Writing<'_>, pen: &Pen) -> Result<(), Trouble> {
    if is_unheard(writing, pen)? {
        writing.set_setting(&unheard_key(&pen.device), "")?;
    }
    Ok(())
}

/// The other laptops on the roll of a pen's assembly, cards on paper and keys that this home had apart; [`None`] before its record is here.
fn others_on_the_roll(reading: &Reading, folds: &Folds, pen: &Pen) -> Result<Option<BTreeSet<DeviceId>>, Trouble> {
    let own = reading.pens_aside()?.into_iter().map(|pen| pen.device).chain([pen.device]);
    let own: BTreeSet<DeviceId> = own.chain(reading.former_pens()?.into_iter().map(|pen| pen.device)).collect();
    let others = |fold: &Fold| {
        let live = fold.book().commons.roll.live_devices().filter(|(device, laptop)| !own.contains(device) && !laptop.paper);
        live.map(|(device, _)| *device).collect()
    };
    Ok(folds.get(reading, pen.assembly)?.map(others))
}

/// The neighbours of a pen's town, or, where it has none, every town that is here and not this home's own: it can hear nobody else.
fn neighbours(reading: &Reading, folds: &Folds, pen: &Pen) -> Result<BTreeSet<AssemblyId>, Trouble> {
    let fold = folds.get(reading, pen.assembly)?;
    let towns: BTreeSet<AssemblyId> =
        fold.into_iter().flat_map(|fold| fold.book().inside.neighbour.standing()).map(|join| join.town).collect();
    if !towns.is_empty() {
        return Ok(towns);
    }
    let own: BTreeSet<AssemblyId> = reading.pens()?.into_iter().map(|pen| pen.assembly).collect();
    Ok(reading.assemblies()?.into_iter().filter(|town| !own.contains(town)).collect())
}

/// Whether there is anybody whom a pen's home could hear: another laptop of its assembly, a neighbour, or else any town at all.
pub(crate) fn can_hear_somebody(reading: &Reading, folds: &Folds, pen: &Pen) -> Result<bool, Trouble> {
    let another = others_on_the_roll(reading, folds, pen)?.is_none_or(|others| !others.is_empty());
    Ok(another || !neighbours(reading, folds, pen)?.is_empty())
}

fn is_neighbours(reading: &Reading, folds: &Folds, pen: &Pen, packer: &DeviceId) -> Result<bool, Trouble> {
    for town in neighbours(reading, folds, pen)? {
        if folds.get(reading, town)?.is_some_and(|fold| fold.book().commons.roll.live(packer).is_some()) {
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
    use crate::elsewhere::tests::{of_two, pass_all};
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
    fn where_others_are_on_the_roll_one_of_them_is_heard_with_all_that_is_inside_and_was_packed_since() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, mut bo, town) = of_two(&place);
        let (mut cedar, theirs) = self::town(&place, "cedar", "Cedar Falls");
        let code = cedar.invite_town(theirs, &[], NOW).unwrap();
        ada.join_town(&code, None, NOW).unwrap();
        pass(&mut cedar, &mut ada, NOW);
        pass(&mut ada, &mut cedar, NOW);
        let backup = place.path().join("backup");
        ada.backup(&backup, |_, _| ()).unwrap();
        // Once more inside, which Bo hears; and again, after Bo has packed a stick.
        ada.invite_town(town, &[], NOW).unwrap();
        pass_all(&mut ada, &mut bo, town, NOW);
        let earlier = bo.speak(&[town], NOW).unwrap().0.to_bytes();
        ada.act(town, &[json!({ "do": "ledger.open", "account": "assets:store" })], NOW).unwrap();
        ada.invite_device(town, folkmoot::plain::Member(2), &[], NOW).unwrap();
        pass_all(&mut ada, &mut bo, town, NOW);

        let mut ada = restored(ada, &place, &backup);
        let writes = |ada: &mut Desk| [ada.may_write(town).unwrap(), may_write(ada, town)];
        pass(&mut cedar, &mut ada, LATER + 1);
        assert_eq!(writes(&mut ada), [false; 2], "a neighbour reads nothing of what is inside");
        ada.receive(&earlier, "stick", LATER + 1).unwrap();
        assert_eq!(writes(&mut ada), [false; 2], "it brought something, and was packed before more was written");
        pass(&mut bo, &mut ada, LATER + 1);
        assert_eq!(writes(&mut ada), [false; 2], "what is for anybody holds nothing of what is inside");
        pass_all(&mut bo, &mut ada, town, LATER + 1);
        assert_eq!(writes(&mut ada), [true; 2]);
        ada.invite_town(town, &[], LATER).unwrap();
        pass_all(&mut ada, &mut bo, town, LATER + 2);
        for desk in [&ada, &bo] {
            assert_eq!(desk.fold(town).unwrap().unwrap().forkers().count(), 0);
        }
    }

    #[test]
    fn a_restored_home_does_not_write_while_something_of_its_own_waits_and_a_clock_that_ran_ahead_shuts_nobody_out() {
        let place = tempfile::tempdir().unwrap();
        let (mut ada, mut bo, town) = of_two(&place);
        let backup = place.path().join("backup");
        ada.backup(&backup, |_, _| ()).unwrap();
        let opens = |desk: &mut Desk, account: &str| desk.act(town, &[json!({ "do": "ledger.open", "account": account })], NOW).unwrap();
        opens(&mut ada, "assets:store");
        opens(&mut ada, "assets:mill");
        let last = ada.archive.changes_since(0, Some(town)).unwrap().pop().unwrap().1;
        let ahead = LATER + 315_360_000;
        let all = ada.speak(&[town], LATER + 2).unwrap().0.to_bytes();
        drop(ada);
        let mut ada = Desk::restore(&backup, &place.path().join("again"), None, false, ahead, |_, _| ()).unwrap();
        let pen = SigningKey::from_bytes(&[9; 32]);
        let alone =
            Bundle::pack(vec![Frame::Change(last.signed().encode())], &Recipients::anyone(), LATER, BundleId([3; 16]), &pen).unwrap();
        assert_eq!(ada.receive(&alone.to_bytes(), "stick", LATER).unwrap().waiting, 1);
        // A battery that is empty sets the clock to a time before she wrote anything, by which every stick would be a late one.
        pass_all(&mut bo, &mut ada, town, NOW - 86_400);
        assert_eq!(ada.archive.setting(&unheard_key(&ada.archive.pens().unwrap()[0].device)).unwrap(), Some(ahead.to_string()));
        // Bo has not heard of what she wrote last.
        pass_all(&mut bo, &mut ada, town, LATER + 1);
        pass_all(&mut bo, &mut ada, town, LATER + 2);
        assert!(!may_write(&mut ada, town));
        bo.receive(&all, "stick", LATER + 3).unwrap();
        pass_all(&mut bo, &mut ada, town, LATER + 3);
        assert!(may_write(&mut ada, town));
        assert_eq!(ada.fold(town).unwrap().unwrap().forkers().count(), 0);
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
