//! What is in dispute: why it does not count, by name, and what can be done about it.

use folkmoot::plain::Member;
use folkmoot_desk::{CardText, Desk};
use folkmoot_testkit::copy_home;
use serde_json::json;

use crate::page::{open, press, sees, violations};
use crate::town::{SECONDS, Town, passes};
use crate::{Outcome, in_the_window};

/// Bo's home was copied, and both wrote on. What Bo signed since names the two entries that prove it.
#[test]
fn what_a_fork_takes_back_names_its_two_entries_and_is_made_to_count_after_all() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..3).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    let mut town = Town::found(places[0].path(), "Millbrook", "Ada")?;
    let decided = town.meets("2027-03-03", &["When the hall is open"], 1, 1)?[0];
    let Town { desk: mut ada, assembly, .. } = town;
    ada.enrol(assembly, &[CardText::named("Bo")], None, SECONDS)?;
    let mut bo = Desk::open(places[1].path())?;
    let asks = bo.join_device(&ada.invite_device(assembly, Member(2), &[], SECONDS)?, SECONDS)?;
    ada.admit(&asks, SECONDS)?;
    let meeting = "2027-04-07";
    let held = [
        json!({ "do": "meeting.call", "meeting": meeting, "place": "the mill", "time": "19:30", "agenda": [] }),
        json!({ "do": "meeting.open", "meeting": meeting, "present": 12 }),
        json!({ "do": "meeting.close", "meeting": meeting, "number": 2 }),
    ];
    let close = ada.act(assembly, &held, SECONDS)?[2];
    passes(&mut ada, &mut bo)?;
    drop(bo);
    copy_home(places[1].path(), places[2].path());
    let account = |name: &str| json!({ "do": "ledger.open", "account": format!("assets:{name}") });
    let mut bo = Desk::open_existing(places[1].path())?;
    let charter = json!({ "do": "charter.adopt", "decision": decided, "title": "The hall", "settings": { "quorum": 0 },
        "clauses": [{ "id": "right-of-exit", "heading": "Opening hours", "text": "Nobody leaves Millbrook." }] });
    let bo_s = bo.act(assembly, &[account("barn"), charter, json!({ "do": "roll.sign", "act": close })], SECONDS)?;
    let mut copy = Desk::open_existing(places[2].path())?;
    copy.act(assembly, &[account("cellar")], SECONDS)?;
    passes(&mut bo, &mut ada)?;
    passes(&mut copy, &mut ada)?;
    drop(ada);
    in_the_window(places[0].path(), async |page| {
        sees(&page, "assets:barn").await?;
        open(&page, "people/sign").await?;
        sees(&page, &format!("The keys of laptop {} signed different entries", &asks.device.to_string()[..8])).await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        sees(&page, "1 of 2 signed: Ada, member 1").await?;
        sees(&page, "Signed, without counting: Bo (member 2)").await?;
        open(&page, &format!("act/{close}")).await?;
        sees(&page, "It counts again as soon as enough others have signed it").await?;
        sees(&page, "signed different entries that follow one and the same").await?;
        for entry in &bo_s[..2] {
            open(&page, &format!("act/{entry}")).await?;
            sees(&page, "It counts once the assembly ratifies it;").await?;
            assert_eq!(violations(&page).await?, Vec::<String>::new());
            press(&page, "Let it count after all").await?;
            press(&page, "Ratify it").await?;
            sees(&page, "It is to count after all, once enough holders have signed that.").await?;
        }
        // Whoever is asked to sign that reads whose entry it is, and what stands against it.
        open(&page, "people/sign").await?;
        sees(&page, "The entry that is ratified: The account assets:barn is opened.").await?;
        sees(&page, "Written by Bo, member 2").await?;
        // And of the charter its words, not what its author calls them.
        for says in ["Opening hours (as right-of-exit)", "Nobody leaves Millbrook.", "At least 0 % of the members must be present"] {
            sees(&page, says).await?;
        }
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        sees(&page, "The keys of laptop").await
    })
}
