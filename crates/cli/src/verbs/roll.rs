//! People, laptops, signatures, towns.

use std::path::Path;
use std::process::ExitCode;

use clap::Subcommand;
use folkmoot_desk::{AskCode, CardText, Desk, DeviceCode, TownCode, Trouble, words};
use serde_json::json;

use super::At;
use crate::args::{Enrol, ImportVerb};
use crate::clock::Moment;
use crate::say::Say;
use crate::{codes, files};

#[derive(Debug, Subcommand)]
pub(crate) enum TownVerb {
    /// Print the code that names this town to another.
    Invite {
        #[command(flatten)]
        out: codes::Out,
    },
    /// Remember a town by its code, and say its words.
    Join {
        /// The code, or a file that holds it.
        code: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum DeviceVerb {
    /// Print a code that invites one more laptop of a member.
    Invite {
        /// Whose laptop: number or name.
        #[arg(long)]
        member: String,
        #[command(flatten)]
        out: codes::Out,
    },
    /// On the new laptop: answer an invite, and print the code that asks for admission.
    Join {
        /// The invite, or a file that holds it.
        code: String,
        #[command(flatten)]
        out: codes::Out,
    },
    /// On the inviting laptop: admit the one that asks.
    Admit {
        /// The asking code, or a file that holds it.
        code: String,
    },
    /// Take a laptop off the roll, for good.
    Remove {
        /// Its id, as `look roll` shows it.
        device: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
}

pub(super) fn enrol(mut at: At<'_>, enrol: &Enrol) -> Result<ExitCode, Trouble> {
    let card = |name: &String| CardText { phone: enrol.phone.clone(), household: enrol.household.clone(), ..CardText::named(name) };
    let people: Vec<CardText> = enrol.names.iter().map(card).collect();
    let witness = enrol.witness.as_deref().map(|asked| at.desk.find_member(at.assembly, asked)).transpose()?;
    let numbers = at.desk.enrol(at.assembly, &people, witness, at.moment.seconds)?;
    let lines: Vec<String> = numbers.iter().zip(&people).map(|(number, person)| format!("{} is member {number}.", person.name)).collect();
    Ok(at.say.done(&lines, json!({ "members": numbers })))
}

pub(super) fn import(mut at: At<'_>, import: &ImportVerb) -> Result<ExitCode, Trouble> {
    let ImportVerb::Roster { file, preview } = import;
    let text = files::read_text(file)?;
    let shown = at.desk.import_roster(at.assembly, &text, true, at.moment.seconds)?;
    let mut lines: Vec<String> =
        shown.troubles.iter().map(|trouble| format!("line {}: {} ({})", trouble.line, reason(trouble.reason), trouble.text)).collect();
    lines.extend(
        shown
            .repeated
            .iter()
            .map(|line| format!("line {}: {} stands on an earlier line too, and is entered once", line.line, line.card.name)),
    );
    lines.push(format!(
        "{} new, {} on the roll already, {} lines that cannot be used.",
        shown.new.len(),
        shown.known.len(),
        shown.troubles.len()
    ));
    if *preview {
        lines.extend(shown.new.iter().take(10).map(|line| format!("  line {}: {}", line.line, line.card.name)));
        if shown.new.len() > 10 {
            lines.push(format!("  and {} more", shown.new.len() - 10));
        }
        return Ok(at.say.done(&lines, json!({ "roster": shown })));
    }
    if !shown.troubles.is_empty() {
        lines.iter().for_each(|line| at.say.remark(line));
    }
    let entered = at.desk.import_roster(at.assembly, &text, false, at.moment.seconds)?;
    Ok(at.say.done(&lines, json!({ "roster": entered })))
}

fn reason(code: &str) -> &'static str {
    match code {
        "no-name" => "there is no name",
        "not-a-name" => "this is not a name",
        _ => "the line cannot be read",
    }
}

pub(super) fn sign(mut at: At<'_>, acts: &[String], knowing: bool) -> Result<ExitCode, Trouble> {
    if acts.is_empty() {
        let waiting = at.desk.look(at.assembly, "to-sign", &[], at.moment.day)?;
        return Ok(at.say.view(&waiting));
    }
    let found = acts.iter().map(|asked| at.desk.find_act(at.assembly, asked)).collect::<Result<Vec<_>, _>>()?;
    if !knowing {
        // What this book would refuse today, its people may still sign, but not unknowing.
        for act in &found {
            if let Err(trouble) = at.desk.weigh_again(at.assembly, *act) {
                at.say.remark("This laptop's own book would refuse that act as things stand; to sign all the same, say --knowing.");
                return Err(trouble);
            }
        }
    }
    let signatures: Vec<_> = found.iter().map(|act| json!({ "do": "roll.sign", "act": act })).collect();
    at.do_all(&signatures, "Signed:")
}

pub(super) fn ratify(mut at: At<'_>, act: &str) -> Result<ExitCode, Trouble> {
    let act = at.desk.find_act(at.assembly, act)?;
    at.do_all(&[json!({ "do": "roll.ratify", "act": act })], "Ratified:")
}

pub(super) fn town(at: At<'_>, verb: &TownVerb) -> Result<ExitCode, Trouble> {
    match verb {
        TownVerb::Invite { out } => {
            let code = at.desk.invite_town(at.assembly)?;
            let mut lines = codes::lines(&code.to_string(), out)?;
            lines.push(format!("Its words, to compare aloud: {}", words(at.assembly)));
            Ok(at.say.done(&lines, json!({ "code": code.to_string(), "words": words(at.assembly) })))
        }
        TownVerb::Join { code } => join(at.desk, &codes::given(code)?, at.moment, at.say),
    }
}

pub(super) fn join_town(home: &Path, verb: &TownVerb, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    match verb {
        TownVerb::Join { code } => {
            let code = codes::given(code)?;
            join(Desk::open(home)?, &code, moment, say)
        }
        TownVerb::Invite { .. } => Err(Trouble::NoAssembly),
    }
}

fn join(mut desk: Desk, code: &TownCode, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    let words = desk.join_town(code, moment.seconds)?;
    let lines = [
        format!("{} is remembered. Its record comes with its next bundle.", code.name),
        format!("  Compare these words with them aloud; if they differ, it is another town: {words}"),
    ];
    Ok(say.done(&lines, json!({ "assembly": code.assembly, "name": code.name, "words": words })))
}

pub(super) fn join_device(home: &Path, verb: &DeviceVerb, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    let DeviceVerb::Join { code, out } = verb else { return Err(Trouble::NoAssembly) };
    let code: DeviceCode = codes::given(code)?;
    let mut desk = Desk::open(home)?;
    let ask = desk.join_device(&code, moment.seconds)?;
    let mut lines = codes::lines(&ask.to_string(), out)?;
    lines.push(format!(
        "Carry this code back to the laptop that invited (folkmoot device admit CODE), then read its bundle for {}.",
        code.name
    ));
    lines.push(format!("  Words to compare aloud: {}", words(code.assembly)));
    Ok(say.done(&lines, json!({ "code": ask.to_string(), "device": ask.device, "words": words(code.assembly) })))
}

pub(super) fn device(mut at: At<'_>, verb: &DeviceVerb) -> Result<ExitCode, Trouble> {
    match verb {
        DeviceVerb::Invite { member, out } => {
            let member = at.desk.find_member(at.assembly, member)?;
            let code = at.desk.invite_device(at.assembly, member, at.moment.seconds)?.to_string();
            let lines = codes::lines(&code, out)?;
            Ok(at.say.done(&lines, json!({ "code": code })))
        }
        DeviceVerb::Admit { code } => {
            let ask: AskCode = codes::given(code)?;
            let id = at.desk.admit(&ask, at.moment.seconds)?;
            let counts = at
                .desk
                .fold(at.assembly)
                .and_then(|fold| fold.act(&id))
                .is_some_and(|judged| *judged.status == folkmoot::fold::Status::Counts);
            let name = at.desk.name(at.assembly);
            let line = if counts {
                format!("The laptop is on the roll. Write it a bundle: folkmoot bundle write FILE --for {name:?}.")
            } else {
                format!("The admission is recorded, and counts once more than half of the holders have signed {}.", id.short())
            };
            Ok(at.say.done(&[line], json!({ "ids": [id], "counts": counts })))
        }
        DeviceVerb::Remove { device, reason } => {
            let roll = at.desk.fold(at.assembly).map(|fold| &fold.book().commons.roll);
            let found = roll
                .into_iter()
                .flat_map(|roll| roll.devices.keys())
                .find(|id| device.len() >= 4 && id.to_string().starts_with(device.as_str()));
            let found = *found.ok_or_else(|| Trouble::NotInTheBook { what: "laptop", asked: device.clone() })?;
            at.do_all(&[json!({ "do": "roll.remove", "device": found, "reason": reason })], "Removal:")
        }
        DeviceVerb::Join { .. } => Err(Trouble::NoAssembly),
    }
}
