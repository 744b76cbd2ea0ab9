//! Faults that these tests found once, each by itself.

use ed25519_dalek::SigningKey;
use folkmoot::change::{Ring, Unsigned};
use folkmoot::id::{DeviceId, NO_ASSEMBLY};
use folkmoot_archive::Archive;
use folkmoot_sync::Frame;
use serde_json::json;

use crate::town::{DAY, Millbrook, NOW};
use crate::watch::{alone, looked_over, watched};

/// The founding of Millbrook, as its founder said it.
fn founding(town: &Millbrook) -> Unsigned {
    town.changes().iter().map(|change| change.says().clone()).find(|says| says.assembly == NO_ASSEMBLY).unwrap()
}

#[test]
fn a_second_founding_takes_nothing_from_a_town_that_was_not_looked_at_yet() {
    let _alone = alone("fault-founding");
    let beginning = Millbrook::found();
    let first = founding(&beginning);
    let stranger = SigningKey::from_bytes(&[9; 32]);
    let ada = Archive::open_existing(&beginning.dir(0)).unwrap().pens().unwrap().remove(0);
    let ada = SigningKey::from_bytes(&ada.signing);
    let of =
        |pen: &SigningKey| Unsigned { assembly: beginning.assembly, device: DeviceId(pen.verifying_key().to_bytes()), ..first.clone() };
    let cases = [
        ("Cy founds Millbrook again", of(&beginning.cy.pen).sign(&beginning.cy.pen), None),
        ("a stranger founds Millbrook again", of(&stranger).sign(&stranger), Some("not-on-the-roll")),
        ("a thief of the founder's key tells the founding once more", Unsigned { claimed_at: 1, ..first.clone() }.sign(&ada), None),
    ];
    for (what, change, refused) in cases {
        // A home that was just opened has folded nothing yet.
        let mut town = beginning.copied();
        let received = watched(what, || town.takes(0, vec![Frame::Change(change.encode())]));
        assert_eq!(received.refused.first().map(|refused| refused.reason.as_str()), refused, "{what}");
        assert!(received.new_towns.is_empty(), "{what}");
        // A thief of the founder's key makes a fork of it, which contests by the law all that came of it; nothing is lost by that either.
        if change.claims().device != first.device {
            town.honest_stands(0);
        }
        assert!(looked_over(what, || town.homes[0].desk.verify(|_, _| ()).unwrap()).ok, "{what}");
        town.speaks(0);
    }
}

#[test]
fn a_founding_that_follows_something_begins_no_town() {
    let _alone = alone("fault-phantom");
    let mut town = Millbrook::found().copied();
    let seen = vec![town.changes()[0].hash()];
    let says = Unsigned { device: town.cy.device, seen, ..founding(&town) };
    let frames = vec![Frame::Change(says.sign(&town.cy.pen).encode())];
    let received = watched("a founding that has seen Millbrook", || town.takes(0, frames));
    assert_eq!((received.new.len(), received.new_towns.len()), (0, 0));
    assert_eq!(town.homes[0].desk.assemblies().count(), 1);
}

#[test]
fn the_last_number_that_there_is_keeps_a_laptop_from_writing_and_stops_no_program() {
    let _alone = alone("fault-number");
    let mut town = Millbrook::found();
    let ada = Archive::open_existing(&town.dir(0)).unwrap().pens().unwrap().remove(0);
    let (pen, device) = (SigningKey::from_bytes(&ada.signing), town.changes()[0].says().device);
    let note = town.changes().iter().find(|change| change.says().document.as_str().starts_with("ledger")).unwrap().says().act.clone();
    let mut says = town.cy.fold.next(device, 0, Ring::Commons, "ledger/accounts".parse().unwrap(), note, NOW);
    says.seq = u64::MAX;
    let frames = vec![Frame::Change(says.sign(&pen).encode())];
    watched("a thief of Ada's key writes the last number", || drop(town.takes(0, frames)));
    let motion = json!({ "do": "meeting.move", "meeting": DAY, "title": "The roof", "text": "Again." });
    let writes = |town: &mut Millbrook| town.homes[0].desk.act(town.assembly, std::slice::from_ref(&motion), NOW).unwrap_err().code();
    assert_eq!(watched("Ada writes", || writes(&mut town)), "written-elsewhere");
    // She takes it for her own, from before a backup.
    town.homes[0].desk.brought_back(town.assembly, NOW).unwrap();
    town.converge();
    assert_eq!(watched("Ada writes again", || writes(&mut town)), "refused");
}
