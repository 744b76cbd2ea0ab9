//! Homes that were restored where there is little room: what one town's own record comes to at both ends is enough to go on, and less is not.

use std::fs;

use folkmoot_desk::{Ceiling, Desk};
use folkmoot_sync::State;
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::homes::{NOW, Town, flour, somewhere};
use super::room::{NO_ROOM, look, makes_up, meet, meet_until, neighbours};
use folkmoot_testkit::copy_home;

/// Cedar Falls loses its home after an act that Millbrook has heard, and restores it from a backup that is older. Millbrook's laptop
/// carries forty towns besides that somebody made up.
fn restored(place: &TempDir) -> (Town, Town, folkmoot::id::ActId) {
    let (mut millbrook, mut cedar) = neighbours(place);
    makes_up(&place.path().join("Nowhere"), &mut millbrook);
    let backup = place.path().join("backup");
    cedar.desk.backup(&backup, |_, _| ()).unwrap();
    let sent = cedar.flour("sent before the home was lost");
    millbrook.read(&cedar.stick());
    let (assembly, home) = (cedar.assembly, place.path().join("Cedar Falls"));
    drop(cedar);
    fs::remove_dir_all(&home).unwrap();
    let desk = Desk::restore(&backup, &home, None, false, NOW, |_, _| ()).unwrap();
    (millbrook, Town { desk, assembly }, sent)
}

/// Whether a home writes; only with all that it has ever sent.
fn may_write(town: &mut Town, sent: folkmoot::id::ActId) -> bool {
    town.desk.refresh().unwrap();
    let here = town.desk.fold(town.assembly).unwrap().unwrap().act(&sent).is_some();
    match town.desk.act(town.assembly, &[flour("after the restore")], NOW) {
        Ok(_) => here || panic!("it writes without what it has sent"),
        Err(trouble) => {
            assert_eq!(trouble.code(), "restored-unheard");
            false
        }
    }
}

/// How many changes in the commons Millbrook is not known to have.
fn not_known(cedar: &mut Town) -> Json {
    let assembly = cedar.assembly;
    let seen = look(cedar, assembly, "sync");
    let neighbour = seen["sync"].as_array().unwrap().iter().find(|town| town["own"] == false).unwrap();
    neighbour["rings"][0]["not_known_to_be_there"].clone()
}

#[test]
fn a_restored_home_with_little_room_writes_when_both_hold_the_same_of_its_own_town() {
    for ceilings in [[Ceiling::default(), NO_ROOM], [NO_ROOM, Ceiling::default()], [NO_ROOM; 2]] {
        let place = somewhere();
        let (millbrook, mut cedar, sent) = restored(&place);
        if ceilings[1] != NO_ROOM {
            // What has no room at Millbrook's need not be made up by Millbrook.
            makes_up(&place.path().join("Nowhere else"), &mut cedar);
        }
        assert!(!may_write(&mut cedar, sent));
        let talked = meet(&place, [&millbrook, &cedar], ceilings);
        assert_eq!(talked.reports.map(|report| report.state), [State::Apart, State::Apart], "other towns are not the same");
        assert_eq!(not_known(&mut cedar), json!(0), "all that is its own is with Millbrook");
        assert!(may_write(&mut cedar, sent));
        assert_eq!(not_known(&mut cedar), json!(1));
        meet(&place, [&millbrook, &cedar], ceilings);
        assert_eq!(not_known(&mut cedar), json!(0));
    }
}

#[test]
fn a_restored_home_that_is_cut_off_writes_no_sooner_than_it_holds_what_it_has_sent() {
    let place = somewhere();
    let (millbrook, cedar, sent) = restored(&place);
    drop(cedar);
    let (home, kept) = (place.path().join("Cedar Falls"), place.path().join("kept"));
    copy_home(&home, &kept);
    let writes = (0..100).find(|cut| {
        fs::remove_dir_all(&home).unwrap();
        copy_home(&kept, &home);
        let mut cedar = Town { desk: Desk::open_existing(&home).unwrap(), assembly: neighbour_of(&millbrook) };
        meet_until(&place, [&millbrook, &cedar], [Ceiling::default(), NO_ROOM], *cut);
        may_write(&mut cedar, sent)
    });
    assert!(writes.is_some_and(|cut| cut > 4), "{writes:?}");
}

fn neighbour_of(town: &Town) -> folkmoot::id::AssemblyId {
    let book = town.desk.fold(town.assembly).unwrap().unwrap().book();
    book.inside.neighbour.standing().next().unwrap().town
}
