//! The roll of laptops.

use folkmoot::plain::Member;
use folkmoot_desk::{CardText, Desk};
use serde_json::json;

use crate::page::{fill, open, press, sees, violations};
use crate::town::{SECONDS, Town, passes};
use crate::{Outcome, in_the_window};

#[test]
fn whoever_takes_the_only_key_off_is_told_first_what_that_means() -> Outcome {
    let home = tempfile::tempdir()?;
    drop(Town::found(home.path(), "Millbrook", "Ada")?);
    in_the_window(home.path(), async |page| {
        sees(&page, "Provisional: one person alone holds laptops").await?;
        open(&page, "people/laptops").await?;
        press(&page, "Take off the roll").await?;
        sees(&page, "it is the only key of this assembly. After this nobody can write in this book again").await?;
        fill(&page, "Why", "The town has dissolved itself.").await?;
        press(&page, "Take it off the roll").await?;
        sees(&page, "taken off").await
    })
}

#[test]
fn a_laptop_that_was_taken_off_the_roll_says_so_and_asks_again_with_a_new_key() -> Outcome {
    let (first, home) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let Town { desk: mut ada, assembly, .. } = Town::found(first.path(), "Millbrook", "Ada")?;
    let mut second = Desk::open(home.path())?;
    let ask = second.join_device(&ada.invite_device(assembly, Member(1), &[], SECONDS)?, SECONDS)?;
    ada.admit(&ask, SECONDS)?;
    passes(&mut ada, &mut second)?;
    ada.act(assembly, &[json!({ "do": "roll.remove", "device": ask.device, "reason": "left on the ferry" })], SECONDS)?;
    passes(&mut ada, &mut second)?;
    drop(second);
    let invite = ada.invite_device(assembly, Member(1), &[], SECONDS)?;
    in_the_window(home.path(), async |page| {
        sees(&page, "The key of this laptop was taken off the roll of Millbrook").await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        fill(&page, "The invite", &invite.to_string()).await?;
        press(&page, "Ask with a new key").await?;
        sees(&page, "This laptop's words").await?;
        sees(&page, "This laptop asks to be admitted to Millbrook.").await?;
        let mut second = Desk::open_existing(home.path())?;
        assert_ne!(second.house()?.assemblies[0].device, Some(ask.device), "it is another key");
        // Once it is admitted, it is a laptop like any other.
        let asked = second.join_device(&invite, SECONDS)?;
        ada.admit(&asked, SECONDS)?;
        passes(&mut ada, &mut second)?;
        sees(&page, "Call the first meeting").await
    })
}

/// Somebody copied the home of Ada's second laptop, and the copy went on where that laptop had stopped.
#[test]
fn a_laptop_under_whose_key_a_copy_wrote_asks_which_it_was_and_goes_on_if_it_was_an_older_copy() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..3).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    let Town { desk: mut ada, assembly, .. } = Town::found(places[0].path(), "Millbrook", "Ada")?;
    let home = places[1].path();
    let mut second = Desk::open(home)?;
    let ask = second.join_device(&ada.invite_device(assembly, Member(1), &[], SECONDS)?, SECONDS)?;
    ada.admit(&ask, SECONDS)?;
    passes(&mut ada, &mut second)?;
    drop(second);
    let copy = places[2].path().join("copy");
    folkmoot_testkit::copy_home(home, &copy);
    let mut copy = Desk::open_existing(&copy)?;
    copy.act(assembly, &[json!({ "do": "ledger.open", "account": "assets:mill" })], SECONDS)?;
    passes(&mut copy, &mut ada)?;
    let mut second = Desk::open_existing(home)?;
    passes(&mut ada, &mut second)?;
    drop(second);
    let invite = ada.invite_device(assembly, Member(1), &[], SECONDS)?;
    in_the_window(home, async |page| {
        sees(&page, "Entries have come under the key of this laptop that it did not write").await?;
        sees(&page, "Ask with a new key").await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        // It asks anew; and it was an older copy after all.
        fill(&page, "The invite", &invite.to_string()).await?;
        press(&page, "Ask with a new key").await?;
        sees(&page, "This laptop's words").await?;
        press(&page, "I brought back an older copy").await?;
        sees(&page, "has heard nobody since").await?;
        let mut second = Desk::open_existing(home)?;
        ada.act(assembly, &[json!({ "do": "ledger.open", "account": "assets:barn" })], SECONDS)?;
        passes(&mut ada, &mut second)?;
        assert!(!second.may_write(assembly)?, "what is for anybody holds nothing of what is inside");
        // What is inside goes along in what is packed for the town.
        let (bundle, _) = ada.speak(&[assembly], SECONDS)?;
        second.receive(&bundle.to_bytes(), "bundle", SECONDS)?;
        sees(&page, "Call the first meeting").await
    })
}

/// Bo and Cy are more than half of Millbrook, and have let a laptop in under Ada's number.
#[test]
fn of_a_laptop_that_others_let_in_under_one_s_number_one_says_that_it_is_one_s_own() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..4).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    let Town { desk: mut ada, assembly, .. } = Town::found(places[0].path(), "Millbrook", "Ada")?;
    ada.enrol(assembly, &[CardText::named("Bo"), CardText::named("Cy")], None, SECONDS)?;
    let (mut bo, mut cy) = (Desk::open(places[1].path())?, Desk::open(places[2].path())?);
    let asks = bo.join_device(&ada.invite_device(assembly, Member(2), &[], SECONDS)?, SECONDS)?;
    ada.admit(&asks, SECONDS)?;
    let asks = cy.join_device(&ada.invite_device(assembly, Member(3), &[], SECONDS)?, SECONDS)?;
    let admission = ada.admit(&asks, SECONDS)?;
    passes(&mut ada, &mut bo)?;
    bo.act(assembly, &[json!({ "do": "roll.sign", "act": admission })], SECONDS)?;
    let mut second = Desk::open(places[3].path())?;
    let asks = second.join_device(&bo.invite_device(assembly, Member(1), &[], SECONDS)?, SECONDS)?;
    let admission = bo.admit(&asks, SECONDS)?;
    passes(&mut bo, &mut cy)?;
    cy.act(assembly, &[json!({ "do": "roll.sign", "act": admission })], SECONDS)?;
    passes(&mut cy, &mut ada)?;
    ada.seal(assembly, &[], "What I heard", "The fence was there first.", SECONDS)?;
    drop(ada);
    in_the_window(places[0].path(), async |page| {
        open(&page, "people/sealed").await?;
        sees(&page, "Others let a laptop in under your number. If it is yours, let it read this here").await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        open(&page, "people/laptops").await?;
        sees(&page, "Others let it in; no laptop of this number did.").await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        press(&page, "It is mine").await?;
        sees(&page, "then your own notes go to it").await?;
        press(&page, "Say that it is mine").await?;
        sees(&page, "It is said.").await?;
        open(&page, "people/sealed").await?;
        sees(&page, "One laptop of theirs came later").await?;
        press(&page, "Let them read it").await?;
        sees(&page, "It was told again.").await
    })
}
