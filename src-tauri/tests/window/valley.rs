//! A town among others: what it seals and they co-sign, one of them that showed two books, and what waits between its people.

use std::error::Error;
use std::fs;
use std::path::Path;

use folkmoot_desk::{Desk, Trouble};
use serde_json::json;

use crate::town::{SECONDS, Town};

/// Millbrook with two laptops and two neighbours; gives it with the addresses of pages that name what is in it.
pub(crate) fn millbrook(dir: &Path, home: &Path) -> Result<Town, Box<dyn Error>> {
    let mut mill = Town::found(home, "Millbrook", "Ada Brandt")?;
    mill.enrol(&["Rosa Weber", "Jonas Maria von und zu Hohenberg-Langenfeld der Ältere", "ژیان ئەحمەد"].map(str::to_owned))?;
    let (cedar_home, again_home) = (dir.join("cedar"), dir.join("cedar again"));
    let mut cedar = Town::found(&cedar_home, "Cedar Falls", "Bo")?;
    let mut ashgrove = Town::found(&dir.join("ashgrove"), "Ashgrove by the Long Water", "Hana")?;
    neighbours(&mut mill, &mut cedar)?;
    neighbours(&mut mill, &mut ashgrove)?;
    neighbours(&mut ashgrove, &mut cedar)?;
    sealed(&mut mill, "2027-03-03", "Slates for the hall", 1)?;
    sealed(&mut cedar, "2027-03-03", "We mend the roof", 1)?;
    for (from, to) in [(1, 0), (1, 2), (0, 1), (0, 2)] {
        let towns = [&mut mill, &mut cedar, &mut ashgrove];
        let bundle = spoken(towns[from])?;
        hears(towns[to], &bundle)?;
        cosigns(towns[to])?;
    }
    // Somebody in Cedar Falls keeps the book twice, and shows each neighbour another one.
    copied(&cedar_home, &again_home)?;
    let mut again = Town { desk: Desk::open_existing(&again_home)?, assembly: cedar.assembly, pages: Vec::new() };
    sealed(&mut cedar, "2027-04-07", "We sell the mill", 2)?;
    sealed(&mut again, "2027-04-07", "We keep the mill", 2)?;
    for book in [&mut cedar, &mut again] {
        book.acts(&[json!({ "do": "ledger.open", "account": "assets:mill" })])?;
    }
    hears(&mut mill, &spoken(&mut cedar)?)?;
    cosigns(&mut mill)?;
    hears(&mut ashgrove, &spoken(&mut again)?)?;
    cosigns(&mut ashgrove)?;
    sealed(&mut ashgrove, "2027-04-01", "The ferry", 1)?;
    hears(&mut mill, &spoken(&mut ashgrove)?)?;

    agreed(&mut mill)?;
    noted(&mut mill)?;
    // Rosa's laptop comes to the roll; what binds the town waits for both from then on.
    let mut rosa = laptop(&mut mill, 2, &dir.join("rosa"))?;
    let things = [
        mill.desk.seal(
            mill.assembly,
            &[folkmoot::plain::Member(2)],
            "The quarrel at the well",
            "Both were heard. They meet again on Friday.",
            SECONDS,
        )?,
        rosa.seal(mill.assembly, &[], "What was said in confidence", "For nobody else.", SECONDS)?,
    ];
    mill.desk.seal_more(mill.assembly, things[0], "They met, and shook hands.", SECONDS)?;
    let text = json!([{ "id": "exit", "heading": "Right of exit", "text": "Whoever wants to leave, leaves." }]);
    let decision = mill.desk.look(mill.assembly, "decisions", &[], "2027-04-12".parse()?)?["decisions"][0]["id"].clone();
    rosa.act(
        mill.assembly,
        &[json!({ "do": "charter.adopt", "decision": decision, "title": "Charter of Millbrook", "clauses": text })],
        SECONDS,
    )?;
    rosa.act(mill.assembly, &[json!({ "do": "mandate.grant", "decision": decision, "member": 3, "duty": "delegate", "body": "Spring Circle", "from": "2027-04-07", "until": "2027-06-30",
        "items": [{ "on": "Flour", "position": "Give 40 kg", "latitude": { "latitude": "within", "limits": "up to 60 kg" } }] })], SECONDS)?;
    let opened = ["assets:water:tank", "expenses:water"].map(|account| json!({ "do": "ledger.open", "account": account }));
    rosa.act(mill.assembly, &opened, SECONDS)?;
    rosa.act(mill.assembly, &[json!({ "do": "mandate.grant", "decision": decision, "member": 4, "duty": "treasurer", "from": "2027-04-07", "until": "2027-06-30",
        "accounts": ["assets:water", "expenses:water"] })], SECONDS)?;
    binding(&mut mill, &mut rosa, &dir.join("rosa again"))?;
    let (bundle, _) = rosa.speak(&[mill.assembly], SECONDS)?;
    hears(&mut mill, &bundle.to_bytes())?;
    // One more laptop asks, and nobody has admitted it yet.
    let code = mill.desk.invite_device(mill.assembly, folkmoot::plain::Member(3), &[], SECONDS)?;
    let ask = Desk::open(&dir.join("jonas"))?.join_device(&code, SECONDS)?;
    mill.desk.hear_letter(&ask.to_string(), None, SECONDS)?;
    let waits = mill.desk.look(mill.assembly, "to-sign", &[], "2027-04-12".parse()?)?;
    let waits = waits["to_sign"].as_array().into_iter().flatten().filter_map(|one| one["id"].as_str().map(|id| format!("act/{id}")));
    mill.pages.extend(waits);
    mill.pages.extend([format!("neighbour/{}", cedar.assembly), format!("neighbour/{}", ashgrove.assembly)]);
    Ok(mill)
}

/// What else binds the town and waits: a meeting that ends a term, one more laptop of Rosa's, a laptop taken off up to an entry, and a
/// mandate taken back.
fn binding(town: &mut Town, rosa: &mut Desk, again: &Path) -> Result<(), Box<dyn Error>> {
    let assembly = town.assembly;
    let ask = Desk::open(again)?.join_device(&rosa.invite_device(assembly, folkmoot::plain::Member(2), &[], SECONDS)?, SECONDS)?;
    rosa.admit(&ask, SECONDS)?;
    let (decision, held) = (town.decision(1)?, "2027-04-07-b");
    let mandates = town.desk.look(assembly, "mandates", &[], "2027-04-12".parse()?)?;
    let device = town.desk.house()?.assemblies.iter().find_map(|one| one.device.filter(|_| one.assembly == assembly)).ok_or("no laptop")?;
    let cut = rosa.cut_of_a_laptop(assembly, device, decision.as_str().unwrap_or_default())?;
    rosa.act(
        assembly,
        &[
            json!({ "do": "meeting.call", "meeting": held, "place": "the mill" }),
            json!({ "do": "meeting.open", "meeting": held, "present": 12 }),
            json!({ "do": "meeting.close", "meeting": held, "number": 2 }),
            json!({ "do": "roll.remove", "device": device, "reason": "left on the ferry", "cut": cut }),
            json!({ "do": "mandate.recall", "decision": decision, "grant": mandates["mandates"][0]["id"], "reason": "She moves to Ashgrove.", "cut": [] }),
        ],
        SECONDS,
    )?;
    Ok(())
}

/// A code of Rosa's laptop, with something that binds the town and that nobody else has seen.
pub(crate) fn brought_by_code(town: &mut Town, rosa: &Path) -> Result<String, Box<dyn Error>> {
    let decision = town.decision(1)?;
    let mut desk = Desk::open_existing(rosa)?;
    let grant = json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "facilitator", "from": "2027-04-12", "until": "2027-06-30" });
    let made = desk.act(town.assembly, &[grant], SECONDS)?;
    Ok(desk.show_act(town.assembly, made[0])?[0].to_string())
}

/// A delegate agreed to three things: one was reported at home, one was not, one still can be.
fn agreed(town: &mut Town) -> Result<(), Box<dyn Error>> {
    let decision = town.decision(1)?;
    let granted = town.acts(&[json!({ "do": "mandate.grant", "decision": decision, "member": 4, "duty": "delegate", "body": "Winter Circle", "from": "2027-03-03", "until": "2027-04-30",
        "items": [{ "on": "Roads and flour", "position": "Whatever keeps both open", "latitude": { "latitude": "ask-home" } }] })])?;
    town.acts(&[
        json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "courier", "from": "2027-03-03", "until": "2027-04-01" }),
    ])?;
    let agree = |day: &str, what: &str| json!({ "do": "mandate.agree", "grant": granted[0], "day": day, "what": what });
    let agreed = town.acts(&[
        agree("2027-03-10", "Millbrook gives 50 kg of flour to Ashgrove by the Long Water, and fetches the empty sacks by Easter."),
        agree("2027-03-12", "One cart road is kept open for all towns."),
        agree("2027-04-09", "The ferry rests on Fridays."),
    ])?;
    town.acts(&[json!({ "do": "mandate.report", "agreed": agreed[1], "day": "2027-03-14" })])?;
    Ok(())
}

/// What Ada notes for herself.
fn noted(town: &mut Town) -> Result<(), Box<dyn Error>> {
    let decision = town.decision(1)?;
    town.acts(&[
        json!({ "do": "note.write", "text": "Ask Cedar Falls about the mill wheel before the circle.", "meeting": "2027-03-03" }),
        json!({ "do": "note.write", "text": "Slates: Jonas knows a roofer.\nCall him before the frost.", "act": decision }),
        json!({ "do": "note.write", "text": "Bring the key of the hall." }),
    ])?;
    Ok(())
}

/// Brings another laptop of a member to the roll.
fn laptop(town: &mut Town, member: u32, home: &Path) -> Result<Desk, Box<dyn Error>> {
    let code = town.desk.invite_device(town.assembly, folkmoot::plain::Member(member), &[], SECONDS)?;
    let mut other = Desk::open(home)?;
    let ask = other.join_device(&code, SECONDS)?;
    town.desk.admit(&ask, SECONDS)?;
    let (bundle, _) = town.desk.speak(&[town.assembly], SECONDS)?;
    other.receive(&bundle.to_bytes(), "bundle", SECONDS)?;
    Ok(other)
}

fn neighbours(one: &mut Town, other: &mut Town) -> Result<(), Trouble> {
    let code = one.desk.invite_town(one.assembly, &[], SECONDS)?;
    if let Some(answer) = other.desk.join_town(&code, Some(other.assembly), SECONDS)? {
        one.desk.hear_letter(&answer.to_string(), None, SECONDS)?;
    }
    Ok(())
}

/// Holds a meeting that decides one thing, and seals its minutes.
fn sealed(town: &mut Town, meeting: &str, title: &str, number: u32) -> Result<(), Box<dyn Error>> {
    let decided = town.meets(meeting, &[title], number, number)?;
    town.acts(&[json!({ "do": "meeting.adopt", "meeting": meeting, "decision": decided[0] })])?;
    let digest = town.desk.look(town.assembly, "meeting", &[meeting.to_owned()], "2027-04-12".parse()?)?["digest"].clone();
    town.acts(&[json!({ "do": "meeting.seal", "meeting": meeting, "digest": digest })])?;
    Ok(())
}

fn spoken(town: &mut Town) -> Result<Vec<u8>, Trouble> {
    town.desk.speak(&[], SECONDS).map(|(bundle, _)| bundle.to_bytes())
}

fn hears(town: &mut Town, bundle: &[u8]) -> Result<(), Trouble> {
    town.desk.receive(bundle, "bundle", SECONDS).map(drop)
}

fn cosigns(town: &mut Town) -> Result<(), Box<dyn Error>> {
    for one in town.desk.to_cosign(town.assembly)? {
        town.acts(&[serde_json::to_value(&one.act)?])?;
    }
    Ok(())
}

fn copied(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
