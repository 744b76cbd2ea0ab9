//! What couriers carry, and what is written out for other tools.

use std::process::ExitCode;

use folkmoot::change::Ring;
use folkmoot::id::AssemblyId;
use folkmoot_desk::{Desk, Received, Trouble, Which};
use serde_json::json;

use super::{At, home, join};
use crate::args::{BundleVerb, ExportVerb};
use crate::door::Door;
use crate::say::{Say, counted};
use folkmoot_host::Moment;
use folkmoot_host::files;

pub(super) fn bundle(door: &Door<'_>, assembly: Option<&str>, verb: &BundleVerb, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    match verb {
        BundleVerb::Write { file, own: true, .. } => {
            let mut desk = door.open()?;
            let assembly = desk.which(assembly.map_or(Which::Own, Which::Named))?;
            let (bytes, spoken) = desk.speak_to_own(assembly, moment.seconds)?;
            files::write_new(file, |out| std::io::Write::write_all(out, &bytes))?;
            let laptops = counted(spoken.own, "other laptop of your own", "other laptops of your own");
            let lines = [
                format!("Wrote {}: {}; only {laptops} can open it.", file.display(), counted(spoken.changes, "change", "changes")),
                format!("  {} bytes; nothing else can be told from outside.", bytes.len()),
            ];
            Ok(say.done(&lines, json!({ "file": file, "bytes": bytes.len(), "spoken": spoken })))
        }
        BundleVerb::Write { file, towns, own: false, all_the_same } => {
            let mut desk = door.open()?;
            let towns = towns.iter().map(|town| desk.which(Which::Named(town))).collect::<Result<Vec<AssemblyId>, _>>()?;
            if !all_the_same {
                desk.require_courier(&towns)?;
            }
            let (bundle, spoken) = desk.speak(&towns, moment.seconds)?;
            let mut bar = say.bar("Writing");
            files::write_new(file, |out| bundle.write_to(out, |done, of| bar.at(u64::from(done), u64::from(of))))?;
            drop(bar);
            let for_whom = match (spoken.sealed, spoken.inside) {
                (false, _) => "anyone can read it".to_owned(),
                (true, true) => "only your assembly's laptops can read it".to_owned(),
                (true, false) => format!("only {} can read it", towns.iter().map(|town| desk.name(*town)).collect::<Vec<_>>().join(", ")),
            };
            let lines = [
                format!(
                    "Wrote {}: {} of {}; {for_whom}.",
                    file.display(),
                    counted(spoken.changes, "change", "changes"),
                    counted(spoken.assemblies, "assembly", "assemblies")
                ),
                format!(
                    "  {} bytes, {}, {}, {}.",
                    bundle.file_len(),
                    counted(spoken.cards, "card", "cards"),
                    counted(spoken.files, "attachment", "attachments"),
                    counted(spoken.letters, "answer to an invite", "answers to invites")
                ),
            ];
            Ok(say.done(
                &lines,
                json!({ "file": file, "bytes": bundle.file_len(), "bundle": bundle.header().id.to_string(), "spoken": spoken }),
            ))
        }
        BundleVerb::Read { file } => {
            let bytes = files::read(file)?;
            // A home that only reads is made by its first bundle, and by no other file.
            Desk::require_bundle(&bytes)?;
            let mut desk = door.begin()?;
            let received = desk.receive(&bytes, "bundle", moment.seconds)?;
            let mut lines = said(&desk, &received);
            lines.extend(received.letters.iter().flat_map(|heard| join::heard_lines(&desk, heard)));
            lines.extend(received.unwelcome.iter().map(|code| format!("  An answer in it was not heard. {}", say.of_trouble(code))));
            lines.extend(home::alarms(&mut desk, moment.day)?);
            let facts = json!({ "received": received });
            Ok(if received.is_whole() && received.unwelcome.is_empty() { say.done(&lines, facts) } else { say.partly(&lines, facts) })
        }
    }
}

pub(super) fn said(desk: &Desk, received: &Received) -> Vec<String> {
    let mut lines: Vec<String> = received
        .new
        .iter()
        .map(|(town, count)| format!("{}: {}.", desk.name(*town), counted(*count, "new change", "new changes")))
        .collect();
    if received.new.is_empty() {
        lines.push(format!("Nothing new; {} here already.", counted(received.known, "change was", "changes were")));
    }
    if received.cards + received.files > 0 {
        lines.push(format!("  {}, {}.", counted(received.cards, "card", "cards"), counted(received.files, "attachment", "attachments")));
    }
    for town in &received.new_towns {
        lines.push(format!(
            "  First heard of a town with the words {}. Compare them with its people; it calls itself {}.",
            folkmoot_desk::words(*town),
            desk.name(*town)
        ));
    }
    if received.waiting > 0 {
        lines.push(format!(
            "  {} for others that have not arrived: folkmoot look waiting.",
            counted(received.waiting, "change waits", "changes wait")
        ));
    }
    if !received.damaged_parts.is_empty() {
        lines.push(format!(
            "  {} parts are damaged or missing; the rest is taken in. Ask for the bundle again.",
            received.damaged_parts.len()
        ));
    }
    if received.sealed_parts > 0 {
        lines.push(format!("  {} sealed to others, and not for this laptop.", counted(received.sealed_parts, "part is", "parts are")));
    }
    if received.packing_unproven {
        lines.push("  Who packed it cannot be told; each change in it proves itself.".to_owned());
    }
    if received.left_out > 0 {
        let count = counted(received.left_out, "change of a distant town was", "changes of distant towns were");
        lines.push(format!("  {count} left out, since there is little room left on this disk. Make room, and read the bundle again."));
    }
    if received.papers_left_out > 0 {
        let count = counted(received.papers_left_out, "attachment was", "attachments were");
        lines.push(format!(
            "  {count} left out: of other towns, this home keeps those of its neighbours, up to 256 MB each while there is room."
        ));
    }
    if received.newer > 0 {
        lines.push(format!("  {} things in it are from a newer Folkmoot.", received.newer));
    }
    // What somebody keeps for their own laptops is not even set aside on another's.
    let (left_out, set_aside): (Vec<_>, Vec<_>) = received.refused.iter().partition(|refused| refused.reason == "not-your-own");
    if !set_aside.is_empty() {
        lines
            .push(format!("  {} refused and set aside: folkmoot look quarantine.", counted(set_aside.len(), "change was", "changes were")));
    }
    if !left_out.is_empty() {
        lines.push(format!("  {} left out: what another person keeps alone.", counted(left_out.len(), "change was", "changes were")));
    }
    lines
}

pub(super) fn export(mut at: At<'_>, verb: &ExportVerb) -> Result<ExitCode, Trouble> {
    match verb {
        ExportVerb::Document { ring, name, file } => {
            let missing = || Trouble::NotInTheBook { what: "document", asked: format!("{ring} {name}") };
            let ring = Ring::ALL.into_iter().find(|known| known.word() == ring).ok_or_else(missing)?;
            let exported = at.desk.export_document(at.assembly, ring, &name.parse().map_err(|_| missing())?)?;
            files::write_new(file, |out| std::io::Write::write_all(out, &exported.bytes))?;
            let lines = [format!("Wrote {} with {} acts, for any Automerge tool.", file.display(), exported.acts)];
            Ok(at.say.done(&lines, json!({ "file": file, "acts": exported.acts })))
        }
        ExportVerb::Receipt { transaction, file } => {
            let transaction = at.desk.find_act(at.assembly, transaction)?;
            let (_, bytes) = at.desk.receipt(at.assembly, transaction)?;
            files::write_new(file, |out| std::io::Write::write_all(out, &bytes))?;
            let lines = [format!("Wrote {} ({} bytes).", file.display(), bytes.len())];
            Ok(at.say.done(&lines, json!({ "file": file, "bytes": bytes.len() })))
        }
    }
}
