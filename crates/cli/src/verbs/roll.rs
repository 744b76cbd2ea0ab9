//! People and signatures.

use std::process::ExitCode;

use folkmoot_desk::{CardText, Trouble, Which};
use serde_json::json;

use super::At;
use super::look::look;
use crate::args::{Enrol, ImportVerb, Look};
use folkmoot_host::files;

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
        return look(at, &Look { view: Some("to-sign".to_owned()), words: Vec::new(), as_of: None });
    }
    let found = acts.iter().map(|asked| at.desk.find_act(at.assembly, asked)).collect::<Result<Vec<_>, _>>()?;
    at.tell(at.assembly, &found)?;
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

pub(super) fn ratify(mut at: At<'_>, acts: &[String]) -> Result<ExitCode, Trouble> {
    if acts.is_empty() {
        let contested = at.desk.look(at.assembly, "acts", &["to-ratify".to_owned()], at.moment.day)?;
        return Ok(at.say.view(&contested));
    }
    let found = acts.iter().map(|asked| at.desk.find_act(at.assembly, asked)).collect::<Result<Vec<_>, _>>()?;
    at.desk.ratifying(at.assembly, &found)?.iter().for_each(|told| at.say.tell(told));
    let ratified: Vec<_> = found.iter().map(|act| json!({ "do": "roll.ratify", "act": act })).collect();
    at.do_all(&ratified, "Ratified:")
}

/// Changes k; its number is one more than that of the last change.
pub(super) fn quorum(mut at: At<'_>, k: u32) -> Result<ExitCode, Trouble> {
    let number = at.desk.fold(at.assembly)?.map_or(1, |fold| fold.book().commons.roll.next_quorum());
    at.do_all(&[json!({ "do": "roll.quorum", "number": number, "k": k })], "How many sign:")
}

pub(super) fn cosign(mut at: At<'_>, towns: &[String]) -> Result<ExitCode, Trouble> {
    let named = towns.iter().map(|asked| at.desk.which(Which::Named(asked))).collect::<Result<Vec<_>, _>>()?;
    let waiting = at.desk.to_cosign(at.assembly)?;
    let (mut acts, mut lines, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for one in waiting.into_iter().filter(|one| named.is_empty() || named.contains(&one.town)) {
        if one.split && named.is_empty() {
            left.push(one.name);
            continue;
        }
        lines.push(format!("Co-signed for {}: {} sealed since last time.", one.name, one.sealed.len()));
        acts.push(one.act.0);
    }
    for name in &left {
        at.say.remark(&format!("{name} was shown to be two, and is left out; see `look witness`. To co-sign all the same, name it."));
    }
    if acts.is_empty() {
        lines.push("Nothing waits to be co-signed.".to_owned());
        return Ok(at.say.done(&lines, json!({ "ids": [], "left_out": left })));
    }
    let ids = at.act(&acts)?;
    Ok(at.say.done(&lines, json!({ "ids": ids, "left_out": left })))
}
