//! Declared quiet days: said in the window, kept by it, whoever declared them.

use std::error::Error;
use std::time::Duration;

use fantoccini::Client;
use folkmoot::plain::Member;
use folkmoot_desk::Desk;
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::page::{fill, open, press, sees};
use crate::town::{SECONDS, Town, passes};
use crate::{Outcome, in_the_window};

const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until the window is on the network, or is not.
async fn is_on_the_network(page: &Client, wanted: bool) -> Outcome {
    let script = "const done = arguments[0]; const asked = { deed: { deed: 'network' }, asker: {} };
        window.__TAURI_INTERNALS__.invoke('peers', asked).then((given) => done(given.on), () => done(null));";
    let deadline = Instant::now() + PATIENCE;
    while page.execute_async(script, Vec::new()).await? != json!(wanted) {
        if Instant::now() > deadline {
            return Err(Box::<dyn Error>::from(format!("the window is on the network: {}", !wanted)));
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

#[test]
fn quiet_days_are_declared_and_ended_in_the_settings_and_the_network_is_left_for_them() -> Outcome {
    let home = tempfile::tempdir()?;
    drop(Town::with_a_past(home.path())?);
    in_the_window(home.path(), async |page| {
        open(&page, "settings/quiet").await?;
        is_on_the_network(&page, true).await?;
        press(&page, "Declare quiet days").await?;
        fill(&page, "Decision behind it", "The well is everybody's").await?;
        // The charter says nothing of it, and the rules allow thirty days.
        fill(&page, "Last day", "2027-05-30").await?;
        sees(&page, "The town would be quiet for 49 days at a time").await?;
        fill(&page, "Last day", "2027-04-20").await?;
        sees(&page, "The town is quiet from April 12, 2027 until April 20, 2027.").await?;
        press(&page, "Declare").await?;
        sees(&page, "Quiet until April 20, 2027: nothing is opened, sent or announced.").await?;
        sees(&page, "This laptop is not on a network now.").await?;
        is_on_the_network(&page, false).await?;
        open(&page, "neighbour").await?;
        sees(&page, "Quiet was declared until April 20, 2027").await?;
        open(&page, "settings/quiet").await?;
        press(&page, "End it sooner").await?;
        fill(&page, "Last quiet day", "2027-04-13").await?;
        press(&page, "End the quiet").await?;
        sees(&page, "Quiet until April 13, 2027: nothing is opened, sent or announced.").await
    })
}

/// Cy's laptop declared the days, and was taken off the roll with all that it wrote; what makes them count is a signature in this window.
#[test]
fn days_that_a_signature_in_the_window_makes_count_are_kept_at_once() -> Outcome {
    let places: Vec<tempfile::TempDir> = (0..3).map(|_| tempfile::tempdir()).collect::<Result<_, _>>()?;
    let mut town = Town::with_a_past(places[0].path())?;
    let (assembly, decision) = (town.assembly, town.decision(4)?);
    let [mut bo, mut cy] = [Desk::open(places[1].path())?, Desk::open(places[2].path())?];
    for (laptop, member) in [(&mut bo, 2), (&mut cy, 3)] {
        let asks = laptop.join_device(&town.desk.invite_device(assembly, Member(member), &[], SECONDS)?, SECONDS)?;
        town.desk.admit(&asks, SECONDS)?;
        passes(&mut town.desk, laptop)?;
    }
    passes(&mut town.desk, &mut bo)?;
    let pending = bo.to_sign(assembly)?;
    bo.act(assembly, &pending.iter().map(|act| json!({ "do": "roll.sign", "act": act })).collect::<Vec<_>>(), SECONDS)?;
    passes(&mut bo, &mut town.desk)?;
    passes(&mut town.desk, &mut cy)?;
    let device = cy.house()?.assemblies[0].device;
    let quiet =
        cy.act(assembly, &[json!({ "do": "quiet.begin", "decision": decision, "from": "2027-04-12", "until": "2027-04-20" })], SECONDS)?;
    passes(&mut cy, &mut bo)?;
    let removal = json!({ "do": "roll.remove", "device": device, "reason": "left at the ferry", "cut": [] });
    let removal = bo.act(assembly, &[removal], SECONDS)?;
    passes(&mut bo, &mut town.desk)?;
    town.desk.act(assembly, &[json!({ "do": "roll.sign", "act": removal[0] })], SECONDS)?;
    passes(&mut town.desk, &mut bo)?;
    let ratified = bo.act(assembly, &[json!({ "do": "roll.ratify", "act": quiet[0] })], SECONDS)?;
    passes(&mut bo, &mut town.desk)?;
    drop(town);
    in_the_window(places[0].path(), async |page| {
        open(&page, "people/sign").await?;
        sees(&page, "left at the ferry").await?;
        is_on_the_network(&page, true).await?;
        let script = "const [act, done] = arguments; const asked = { deed: { deed: 'sign', acts: [act] }, asker: {} };
            window.__TAURI_INTERNALS__.invoke('act', asked).then(() => done('signed'), (why) => done(why.says));";
        assert_eq!(page.execute_async(script, vec![json!(ratified[0])]).await?, json!("signed"));
        is_on_the_network(&page, false).await
    })
}

#[test]
fn days_that_another_program_declares_quiet_have_the_window_leave_the_network_at_once() -> Outcome {
    let home = tempfile::tempdir()?;
    let mut town = Town::with_a_past(home.path())?;
    let (assembly, decision) = (town.assembly, town.decision(4)?);
    drop(town);
    in_the_window(home.path(), async |page| {
        sees(&page, "Millbrook today").await?;
        is_on_the_network(&page, true).await?;
        let quiet = json!({ "do": "quiet.begin", "decision": decision, "from": "2027-04-12", "until": "2027-04-20" });
        let declared = Desk::open_existing(home.path())?.act(assembly, std::slice::from_ref(&quiet), SECONDS)?;
        is_on_the_network(&page, false).await?;
        sees(&page, "Quiet until April 20, 2027: nothing is opened, sent or announced.").await?;
        let end = json!({ "do": "quiet.end", "quiet": declared[0], "day": "2027-04-12" });
        Desk::open_existing(home.path())?.act(assembly, &[end], SECONDS)?;
        sees(&page, "Quiet until April 12, 2027: nothing is opened, sent or announced.").await
    })
}
