//! The home itself: found, back up, restore, verify.

use std::path::Path;
use std::process::ExitCode;

use folkmoot::plain::Day;
use folkmoot_desk::{CardText, Desk, KeyLost, Trouble, name_of, words};
use serde_json::json;

use crate::args::NetworkChoice;
use crate::door::Door;
use crate::say::{Say, counted};
use folkmoot_host::Moment;

/// What a home that was brought back does before it writes.
pub(super) const HEARS_FIRST: &str = "  Before this laptop writes again, let it hear another of your assembly, or a neighbour where there is none: there, folkmoot bundle write FILE --for TOWN, now; here, folkmoot bundle read FILE.";

pub(super) fn found(
    door: &Door<'_>,
    name: &str,
    person: &str,
    place: Option<&str>,
    moment: Moment,
    say: &Say,
) -> Result<ExitCode, Trouble> {
    let founder = CardText::named(person);
    Desk::may_found(name, place, &founder)?;
    let mut desk = door.begin()?;
    let assembly = desk.found(name, place, &founder, moment.seconds)?;
    let mut lines = vec![
        format!("Founded {name}. {person} is member 1, and this laptop is the first on its roll."),
        format!("  Its words, to compare aloud with other towns: {}", words(assembly)),
        "  Next: enter people (folkmoot enrol NAME), call a meeting (folkmoot meeting call 2027-03-03 --place HALL).".to_owned(),
        "  What it records is provisional while one person alone holds a laptop: nobody else signs yet (folkmoot device invite)."
            .to_owned(),
        "  Bring in two more: of two people with laptops neither can be replaced if one is lost.".to_owned(),
        "  One laptop can be lost: make a backup on a stick (folkmoot backup FILE).".to_owned(),
    ];
    if !desk.has_passphrase() {
        lines.push(
            "  Whoever takes this laptop can read the book and use its keys, unless a passphrase closes it (folkmoot passphrase set)."
                .to_owned(),
        );
    }
    Ok(say.done(&lines, json!({ "assembly": assembly, "words": words(assembly) })))
}

/// Chooses what this home does on networks, and says what holds now.
pub(super) fn network(door: &Door<'_>, choice: &NetworkChoice, say: &Say) -> Result<ExitCode, Trouble> {
    let mut desk = door.open()?;
    let mut network = desk.network()?;
    network.quiet = choice.quiet.unwrap_or(network.quiet);
    network.announced = choice.announced.unwrap_or(network.announced);
    if let Some(relay) = &choice.relay {
        network.relay = Some(relay.clone()).filter(|relay| relay != "none");
    }
    if network != desk.network()? {
        desk.set_network(&network)?;
    }
    let port = network.port.map_or_else(|| "any that is free".to_owned(), |port| port.to_string());
    let lines = if network.quiet {
        vec!["Quiet: nothing is opened, sent or announced. Bundles on a stick go on as ever (folkmoot bundle write FILE).".to_owned()]
    } else {
        vec![
            format!("Announced on the networks that this laptop is in: {}.", if network.announced { "yes" } else { "no" }),
            format!("Port: {port}. Relay: {}.", network.relay.as_deref().unwrap_or("none")),
        ]
    };
    Ok(say.done(&lines, json!({ "network": network })))
}

pub(super) fn backup(door: &Door<'_>, file: &Path, say: &Say) -> Result<ExitCode, Trouble> {
    let desk = door.open()?;
    let mut bar = say.bar("Copying");
    desk.backup(file, |done, of| bar.at(done, of))?;
    drop(bar);
    let size = std::fs::metadata(file).map(|meta| meta.len()).unwrap_or(0);
    let lines = [
        format!("Copied to {} ({size} bytes), and checked.", file.display()),
        if desk.has_passphrase() {
            "  It is closed with the passphrase of this book.".to_owned()
        } else {
            "  It holds this laptop's keys: keep it as you would the town's seal.".to_owned()
        },
    ];
    Ok(say.done(&lines, json!({ "file": file, "bytes": size })))
}

pub(super) fn restore(file: &Path, door: &Door<'_>, nothing_sent_since: bool, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    let passphrase = if file.is_file() && Desk::backup_is_locked(file)? { door.said("Passphrase of the backup: ")? } else { None };
    // An open backup makes an open home, unless a passphrase was named.
    let closes = if passphrase.is_none() { door.named()? } else { None };
    let mut bar = say.bar("Copying");
    let mut desk = Desk::restore(file, door.home(), passphrase.as_ref(), nothing_sent_since, moment.seconds, |done, of| bar.at(done, of))?;
    drop(bar);
    if let Some(new) = &closes {
        drop(desk);
        desk = door.close_with(new)?;
    }
    let mut lines = vec![format!("Restored to {}.", door.home().display())];
    if !nothing_sent_since {
        lines.push(HEARS_FIRST.to_owned());
    }
    Ok(say.done(&lines, json!({ "hashes": desk.hashes()? })))
}

/// What nobody should overlook after something arrived: a laptop that was copied or taken off the roll, a number that two people have.
pub(super) fn alarms(desk: &mut Desk, today: Day) -> Result<Vec<String>, Trouble> {
    let mut lines = Vec::new();
    if let Some(little) = desk.little_room() {
        lines.push("  There is little room left on this disk: what distant towns write is not taken in; what this assembly and its neighbours write is.".to_owned());
        lines.push(format!("  Move or delete files that you do not need, until {} MB are free.", little.needed.div_ceil(1_000_000)));
    }
    for assembly in desk.assemblies().collect::<Vec<_>>() {
        if !desk.writes_for(assembly)? {
            continue;
        }
        lines.extend(lost(desk.key_lost(assembly)?, &desk.name(assembly)));
        let seen = desk.look(assembly, "home", &[], today)?;
        for twice in seen["numbers_given_twice"].as_array().into_iter().flatten() {
            let names: Vec<String> =
                twice["names"].as_array().into_iter().flatten().filter_map(|name| name.as_str()).map(name_of).collect();
            lines.push(format!("  Number {} was given twice at once, to {}.", twice["member"], names.join(" and to ")));
            lines.push(format!(
                "  Enter one of them again under a new number: {}. The other keeps number {}.",
                twice["repair"].as_str().unwrap_or_default(),
                twice["member"]
            ));
        }
    }
    Ok(lines)
}

/// What to do where this laptop's key writes no more.
fn lost(why: Option<KeyLost>, name: &str) -> Vec<String> {
    let (what, instead) = match why {
        Some(KeyLost::Forked) => (
            "  Another laptop has written with this laptop's keys. What only one of them wrote no longer counts: folkmoot look acts contested.".to_owned(),
            "  Ask the other holders to take this key off the roll (folkmoot device remove), to ratify what was honest (folkmoot ratify ID), and to invite this laptop anew (folkmoot device invite).",
        ),
        Some(KeyLost::TakenOff) => (
            format!("  This laptop's key was taken off the roll of {name}, for good. Nothing that it signs from now on counts."),
            "  To write there again, ask its people to invite this laptop anew (folkmoot device invite).",
        ),
        Some(KeyLost::Copied) => (
            format!("  Entries have come under this laptop's key that it did not write, so it writes nothing more in {name}. If you brought back an older copy of this home: folkmoot device brought-back."),
            "  If not, somebody has a copy of it: ask the other holders to take this key off the roll (folkmoot device remove), and to invite this laptop anew (folkmoot device invite).",
        ),
        None => return Vec::new(),
    };
    let then = "  Answer them here: folkmoot device join CODE; with a recovery card in hand: folkmoot card admit FILE. This laptop then has a new key, and still reads what was sealed to the old one.";
    vec![what, instead.to_owned(), then.to_owned()]
}

pub(super) fn verify(door: &Door<'_>, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    let mut desk = door.open()?;
    let mut bar = say.bar("Checking");
    let found = desk.verify(|done, of| bar.at(done, of))?;
    drop(bar);
    let mut lines: Vec<String> = found
        .hashes
        .iter()
        .map(|ring| format!("{} {}: {}, {}", ring.name, ring.ring.word(), counted(ring.changes, "change", "changes"), ring.hash))
        .collect();
    lines.push(if found.hashes.is_empty() {
        "Nothing is kept here yet.".to_owned()
    } else if found.ok {
        format!("Every signature and chain holds; {} documents were built again and agree.", found.documents)
    } else {
        format!(
            "{} changes do not hold, {} wait for others. Restore a backup, or read a neighbour's bundle.",
            found.unsound.len(),
            found.waiting
        )
    });
    lines.extend(alarms(&mut desk, moment.day)?);
    let facts = serde_json::to_value(&found).unwrap_or_default();
    if found.ok {
        return Ok(say.done(&lines, facts));
    }
    Ok(say.partly(&lines, facts))
}
