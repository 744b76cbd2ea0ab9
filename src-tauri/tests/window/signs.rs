//! What whoever signs reads before they do.

use folkmoot::plain::Member;
use folkmoot_desk::{CardText, Desk};
use serde_json::json;

use crate::page::{click, once, open, press, sees, violations, write};
use crate::town::{SECONDS, Town, passes};
use crate::{Outcome, in_the_window};

/// Bo filed it all, and Ada is asked to sign: a mandate that Cy is to have under Ada's name, its recall, the end of Cy's laptop up to an
/// entry, a laptop to be let in, and a meeting that ends a term.
#[test]
fn whoever_signs_reads_whom_it_is_for_what_was_decided_up_to_which_entry_something_stands_and_which_terms_end() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..4).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    let mut town = Town::found(places[0].path(), "Millbrook", "Ada")?;
    let assembly = town.assembly;
    town.desk.enrol(assembly, &[CardText::named("Bo"), CardText::named("Cy")], None, SECONDS)?;
    let decided = town.meets("2027-03-03", &["A treasurer until autumn"], 1, 1)?[0];
    let grant = |member: u32, duty: &str, until: &str| json!({ "do": "mandate.grant", "decision": decided, "member": member, "duty": duty, "from": "2027-03-03", "until": until });
    let granted = town.acts(&[grant(3, "treasurer", "2027-09-30"), grant(2, "courier", "2027-04-01")])?[0];
    let mut ada = town.desk;
    let (card, ..) = ada.make_card(assembly, SECONDS, |_| Ok(()))?;
    let (mut bo, mut cy) = (Desk::open(places[1].path())?, Desk::open(places[2].path())?);
    let asks = bo.join_device(&ada.invite_device(assembly, Member(2), &[], SECONDS)?, SECONDS)?;
    ada.admit(&asks, SECONDS)?;
    let of_cy = cy.join_device(&ada.invite_device(assembly, Member(3), &[], SECONDS)?, SECONDS)?;
    let admission = ada.admit(&of_cy, SECONDS)?;
    passes(&mut ada, &mut bo)?;
    bo.act(assembly, &[json!({ "do": "roll.sign", "act": admission })], SECONDS)?;
    passes(&mut bo, &mut cy)?;
    let account = |name: &str| json!({ "do": "ledger.open", "account": name });
    let opened = cy.act(assembly, &[account("assets:barn"), account("assets:cellar")], SECONDS)?;
    passes(&mut cy, &mut bo)?;
    let cut = bo.cut_of_a_laptop(assembly, of_cy.device, &opened[0].to_string())?;
    let mut outside = grant(3, "courier", "2027-06-30");
    outside["public_name"] = json!("Ada");
    let held = "2027-04-07-b";
    let filed = [
        json!({ "do": "meeting.call", "meeting": held, "place": "the mill" }),
        json!({ "do": "meeting.open", "meeting": held, "present": 12 }),
        json!({ "do": "meeting.close", "meeting": held, "number": 2 }),
        outside,
        json!({ "do": "mandate.recall", "decision": decided, "grant": granted, "cut": [] }),
        json!({ "do": "roll.remove", "device": of_cy.device, "reason": "lost in the river", "cut": cut, "inside": 0 }),
    ];
    let filed = bo.act(assembly, &filed, SECONDS)?;
    let asks = Desk::open(places[3].path())?.join_device(&bo.invite_device(assembly, Member(2), &[], SECONDS)?, SECONDS)?;
    bo.admit(&asks, SECONDS)?;
    passes(&mut bo, &mut ada)?;
    drop(ada);
    let holds =
        "return document.querySelector('dialog[open]')?.innerText.replace(/[\\u2066-\\u2069]/g, '').includes(arguments[0]) ? true : null";
    in_the_window(places[0].path(), async |page| {
        open(&page, "people/sign").await?;
        sees(&page, "Cy (member 3) is courier from March 3, 2027").await?;
        sees(&page, "Name to be shown outside: Ada").await?;
        sees(&page, "It was moved: A treasurer until autumn").await?;
        sees(&page, "Of what was done under it nothing stands").await?;
        sees(&page, "only what goes up to here stands; the rest is contested:\nThe account assets:barn is opened.").await?;
        sees(&page, "nothing stands: whoever filed this had heard none of it").await?;
        sees(&page, &asks.words()).await?;
        sees(&page, "The meeting of April 7, 2027 (b) is closed.").await?;
        sees(&page, "With it ends this mandate:\nBo, member 2, courier").await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        // On the page of one act there is the same, and what a code holds is said beside it.
        for (act, says) in [
            (filed[5], "The account assets:barn is opened."),
            (filed[4], "Cy (member 3) is treasurer from"),
            (filed[3], "It was moved: A treasurer until autumn"),
        ] {
            open(&page, &format!("act/{act}")).await?;
            sees(&page, says).await?;
        }
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        open(&page, "people/sign").await?;
        click(&page, "main li button.by-code").await?;
        once(&page, holds, vec![json!("The meeting of April 7, 2027 (b) is closed.")]).await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        click(&page, "dialog[open] .head button").await?;
        // Whoever signs with a card in hand reads it too.
        press(&page, "Sign with a recovery card").await?;
        write(&page, "dialog[open] textarea", &card.to_string()).await?;
        click(&page, "dialog[open] form button.first").await?;
        for says in ["It was moved: A treasurer until autumn", "The account assets:barn is opened.", &asks.words()] {
            once(&page, holds, vec![json!(says)]).await?;
        }
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        Ok(())
    })
}

/// Somebody has Bo's laptop, and asks for sixty things.
#[test]
fn a_long_list_is_read_a_screen_at_a_time_and_nothing_is_signed_out_of_sight() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..2).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    flooded([places[0].path(), places[1].path()], false)?;
    let chosen = "return document.querySelectorAll('main li input:checked').length === arguments[0] ? true : null";
    in_the_window(places[0].path(), async |page| {
        open(&page, "people/sign").await?;
        once(&page, DRAWN, vec![json!(30)]).await?;
        press(&page, "Choose all").await?;
        sees(&page, "Sign the 30 chosen").await?;
        press(&page, "Show 30 more").await?;
        once(&page, DRAWN, vec![json!(60)]).await?;
        once(&page, chosen, vec![json!(30)]).await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        Ok(())
    })
}

/// Then that laptop is taken off the roll.
#[test]
fn what_nobody_on_the_roll_asks_for_any_more_says_so_and_is_not_told_on_the_first_page() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..2).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    flooded([places[0].path(), places[1].path()], true)?;
    in_the_window(places[0].path(), async |page| {
        open(&page, "home").await?;
        sees(&page, "Nothing in the book waits for you.").await?;
        open(&page, "people/sign").await?;
        once(&page, DRAWN, vec![json!(0)]).await?;
        sees(&page, "No laptop on the roll asks for this any more.").await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        Ok(())
    })
}

/// How many lines can be chosen.
const DRAWN: &str = "return document.querySelectorAll('main li input').length === arguments[0] ? true : null";

/// Ada's home, in which Bo's laptop asks for sixty things, and may have been taken off the roll since.
fn flooded([home, other]: [&std::path::Path; 2], taken_off: bool) -> Outcome {
    let mut town = Town::found(home, "Millbrook", "Ada")?;
    town.enrol(&["Bo".to_owned()])?;
    let (assembly, mut ada) = (town.assembly, town.desk);
    let mut bo = Desk::open(other)?;
    let asks = bo.join_device(&ada.invite_device(assembly, Member(2), &[], SECONDS)?, SECONDS)?;
    ada.admit(&asks, SECONDS)?;
    passes(&mut ada, &mut bo)?;
    let asked: Vec<_> = (0..60).map(|_| json!({ "do": "roll.quorum", "number": 1, "k": 2 })).collect();
    bo.act(assembly, &asked, SECONDS)?;
    passes(&mut bo, &mut ada)?;
    if taken_off {
        let removal = ada.act(assembly, &[json!({ "do": "roll.remove", "device": asks.device, "reason": "it was taken" })], SECONDS)?[0];
        passes(&mut ada, &mut bo)?;
        bo.act(assembly, &[json!({ "do": "roll.sign", "act": removal })], SECONDS)?;
        passes(&mut bo, &mut ada)?;
    }
    Ok(())
}

/// Bo shows a mandate as a code, and Ada's laptop reads it.
#[test]
fn what_a_code_brought_is_read_where_it_was_taken_in() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..2).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    let mut town = Town::found(places[0].path(), "Millbrook", "Ada")?;
    town.enrol(&["Bo".to_owned()])?;
    let decided = town.meets("2027-03-03", &["A treasurer until autumn"], 1, 1)?[0];
    let mut bo = Desk::open(places[1].path())?;
    let asks = bo.join_device(&town.desk.invite_device(town.assembly, Member(2), &[], SECONDS)?, SECONDS)?;
    town.desk.admit(&asks, SECONDS)?;
    passes(&mut town.desk, &mut bo)?;
    let grant = json!({ "do": "mandate.grant", "decision": decided, "member": 1, "duty": "treasurer", "from": "2027-04-12", "until": "2027-09-30" });
    let granted = bo.act(town.assembly, &[grant], SECONDS)?[0];
    let code = bo.show_act(town.assembly, granted)?[0].to_string();
    drop(town.desk);
    in_the_window(places[0].path(), async |page| {
        open(&page, "neighbour/answer").await?;
        write(&page, "main textarea", &code).await?;
        click(&page, "main form button.first").await?;
        sees(&page, "Ada (member 1) is treasurer from April 12, 2027").await?;
        sees(&page, "It was moved: A treasurer until autumn").await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        Ok(())
    })
}
