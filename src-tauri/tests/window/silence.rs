//! Quiet mode, as whoever listens in on the cable has it: the window says it, and not one packet leaves the laptop while it is used (T14).

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use folkmoot_testkit::{Cable, End, tried};
use tokio::time::{Instant, sleep};

use crate::page::{fill, open, press, sees};
use crate::screen::OLD_LAPTOP;
use crate::town::Town;
use crate::{Outcome, on_a_screen, page};

/// Tells the test that runs at an end of the cable which home it opens.
const HOME: &str = "FOLKMOOT_TEST_SILENCE";
const NAME: &str = "silence::in_quiet_mode_the_window_says_so_and_not_one_packet_leaves";
/// How long nothing may be heard.
const SILENCE: Duration = Duration::from_secs(30);

#[test]
fn in_quiet_mode_the_window_says_so_and_not_one_packet_leaves() -> Outcome {
    if let Some(home) = std::env::var_os(HOME) {
        return use_the_window(Path::new(&home));
    }
    let Some(cable) = Cable::plugged_in() else { return Ok(()) };
    let homes = tempfile::tempdir()?;
    // Quiet first: the kernel itself takes its leave of a group some time after whoever listened to it has gone.
    for quiet in [true, false] {
        let home = homes.path().join(format!("quiet-{quiet}"));
        let mut town = Town::found(&home, "Millbrook", "Ada")?;
        let mut network = town.desk.network()?;
        network.quiet = quiet;
        town.desk.set_network(&network)?;
        drop(town);
        // The other end hears whatever leaves this one; what the driver of the window says to itself over loopback it does not.
        let listening = cable.listen_in(End::There, &homes.path().join(format!("quiet-{quiet}.pcap")));
        let mut inside = Command::new(std::env::current_exe()?);
        inside.args(["--exact", NAME, "--nocapture"]).env(HOME, &home);
        let output = cable.at(End::Here, &inside).output()?;
        assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let heard = listening.heard();
        assert_eq!(heard.is_empty(), quiet, "quiet is {quiet}, and this was heard: {heard:?}");
    }
    tried("seconds without a packet from the window", SILENCE.as_secs() as usize);
    Ok(())
}

/// Looks at pages and enters people for as long as is listened.
fn use_the_window(home: &Path) -> Outcome {
    let quiet = folkmoot_desk::Desk::open_existing(home)?.network()?.quiet;
    on_a_screen(OLD_LAPTOP, async |screen| {
        let page = screen.window(home).await?;
        sees(&page, "Millbrook").await?;
        if quiet {
            sees(&page, "Quiet: nothing is sent.").await?;
        }
        let begun = Instant::now();
        // The positive control need not be long.
        let until = if quiet { SILENCE } else { Duration::from_secs(6) };
        let mut entered = 0;
        while begun.elapsed() < until {
            for address in ["ledger/journal", "towns", "roll", "people"] {
                open(&page, address).await?;
                page::at_rest(&page).await?;
            }
            entered += 1;
            press(&page, "Enter people").await?;
            fill(&page, "Name", &format!("Hevi {entered}")).await?;
            press(&page, "Enter").await?;
            sees(&page, &format!("Hevi {entered}")).await?;
            sleep(Duration::from_millis(200)).await;
        }
        page.close().await.map_err(Into::into)
    })
}
