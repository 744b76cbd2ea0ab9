//! Declared quiet days: said in the window, kept by it, whoever declared them.

use std::error::Error;
use std::time::Duration;

use fantoccini::Client;
use folkmoot_desk::Desk;
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::page::{fill, open, press, sees};
use crate::town::{SECONDS, Town};
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
