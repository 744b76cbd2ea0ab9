//! A town with a past, for the pages to show: written by the desk itself, as another program on the same home would.

use std::path::Path;

use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::Day;
use folkmoot_desk::{CardText, Desk, Trouble};
use serde_json::{Value, json};

/// The moment that the town's window claims: 2027-04-12.
pub(crate) const NOW: &str = "2027-04-12T18:00";
pub(crate) const SECONDS: i64 = 1_807_552_800;

/// A receipt: the smallest picture there is.
pub(crate) const RECEIPT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc\xe8\x0ff\0\0\x02W\0\xe3\xcbv\xc6\x19\0\0\0\0IEND\xaeB`\x82";

/// A home with an assembly in it.
pub(crate) struct Town {
    pub(crate) desk: Desk,
    pub(crate) assembly: AssemblyId,
    /// The addresses of pages that name what is in it.
    pub(crate) pages: Vec<String>,
}

impl Town {
    /// Founds an assembly in a home.
    pub(crate) fn found(home: &Path, name: &str, person: &str) -> Result<Town, Trouble> {
        let mut desk = Desk::open(home)?;
        let assembly = desk.found(name, Some("the mill"), &CardText::named(person), SECONDS)?;
        Ok(Town { desk, assembly, pages: vec![format!("neighbour/{assembly}")] })
    }

    /// Records acts, all or none.
    pub(crate) fn acts(&mut self, acts: &[Value]) -> Result<Vec<ActId>, Trouble> {
        self.desk.act(self.assembly, acts, SECONDS)
    }

    /// Enters people by name.
    pub(crate) fn enrol(&mut self, names: &[String]) -> Result<(), Trouble> {
        let people: Vec<CardText> = names.iter().map(|name| CardText::named(name)).collect();
        self.desk.enrol(self.assembly, &people, None, SECONDS).map(drop)
    }

    /// Holds a meeting that adopts motions of these titles; gives their decisions.
    pub(crate) fn meets(&mut self, meeting: &str, titles: &[&str], first: u32, number: u32) -> Result<Vec<ActId>, Trouble> {
        let agenda: Vec<Value> = titles.iter().map(|title| json!({ "title": title, "minutes": 20 })).collect();
        self.acts(&[
            json!({ "do": "meeting.call", "meeting": meeting, "place": "the mill", "time": "19:30", "agenda": agenda }),
            json!({ "do": "meeting.open", "meeting": meeting, "present": 42 }),
        ])?;
        let mut decisions = Vec::new();
        for (at, title) in (first..).zip(titles) {
            let done = self.acts(&[
                json!({ "do": "meeting.move", "meeting": meeting, "title": title, "text": format!("{title}, as it was read aloud."), "matter": "policy" }),
                json!({ "do": "meeting.decide", "meeting": meeting, "motion": "#0", "number": at, "outcome": "adopted",
                    "answer": { "by": "count", "for": 38, "against": 2, "abstain": 2 } }),
            ])?;
            decisions.push(done[1]);
        }
        self.acts(&[
            json!({ "do": "meeting.action", "meeting": meeting, "what": "Ask for slates", "due": "2027-05-01", "who": 1 }),
            json!({ "do": "meeting.close", "meeting": meeting, "number": number }),
        ])?;
        Ok(decisions)
    }

    /// A decision by its number.
    pub(crate) fn decision(&mut self, number: u32) -> Result<Value, Trouble> {
        let decisions = self.desk.look(self.assembly, "decisions", &[], Day::of_claim(SECONDS))?;
        let found = decisions["decisions"].as_array().into_iter().flatten().find(|one| one["number"] == number);
        Ok(found.map_or(Value::Null, |one| one["id"].clone()))
    }

    /// Millbrook, with something in every institution.
    pub(crate) fn with_a_past(home: &Path) -> Result<Town, Trouble> {
        let mut town = Town::found(home, "Millbrook", "Ada Brandt")?;
        town.enrol(
            &["Rosa Weber", "Ibrahim Haddad", "Jonas Maria von und zu Hohenberg-Langenfeld der Ältere", "ژیان ئەحمەد", "Lucía Fernández"]
                .map(str::to_owned),
        )?;
        let decided =
            town.meets("2027-03-03", &["The charter of Millbrook", "A treasurer until autumn", "Wood for the bread oven"], 1, 1)?;
        let clause = |id: &str, heading: &str, text: &str| json!({ "id": id, "heading": heading, "text": text });
        let charter = [
            clause("no-central-authority", "No central authority", "No office stands above the assemblies. Coordination rotates."),
            clause("subsidiarity", "Subsidiarity", "What the assembly can decide here is decided here."),
            clause("recallability", "Recallability", "Whoever speaks for us can be recalled at any meeting."),
            clause("consent", "Consent", "We decide by consent, and hear every objection."),
            clause("open-commons", "Open commons", "What we work out is open for any town to copy."),
            clause("right-of-exit", "Right of exit", "Whoever wants to leave, leaves, and nobody is punished for it."),
        ];
        town.acts(&[
            json!({ "do": "charter.adopt", "decision": decided[0], "title": "Charter of Millbrook", "clauses": charter }),
            json!({ "do": "mandate.grant", "decision": decided[1], "member": 2, "duty": "treasurer", "from": "2027-03-03", "until": "2027-04-30" }),
            json!({ "do": "ledger.open", "account": "assets:store" }),
            json!({ "do": "ledger.open", "account": "expenses:wood" }),
            json!({ "do": "ledger.open", "account": "expenses:given" }),
            json!({ "do": "ledger.open", "account": "income:received" }),
        ])?;
        let budget = town
            .acts(&[json!({ "do": "ledger.budget", "decision": decided[2], "name": "Bread oven", "accounts": ["expenses:wood"],
            "limits": [{ "quantity": "200", "commodity": "EUR" }], "until": "2027-12-31" })])?;
        let post = |day: &str, text: &str, to: &str, quantity: &str, commodity: &str, cites: Value| {
            let taken = quantity.strip_prefix('-').map_or_else(|| format!("-{quantity}"), str::to_owned);
            json!({ "do": "ledger.post", "day": day, "text": text, "cites": cites, "postings": [
                { "account": "assets:store", "quantity": quantity, "commodity": commodity }, { "account": to, "quantity": taken, "commodity": commodity } ] })
        };
        let flour = town.desk.attach(town.assembly, "flour.png", RECEIPT.to_vec())?;
        let entries = town.acts(&[
            post("2027-03-05", "300 EUR from the spring market", "income:received", "300.00", "EUR", Value::Null),
            post("2027-03-06", "400 kg of flour from the mill", "income:received", "400", "kg flour", Value::Null),
            post("2027-03-12", "Beech for the oven", "expenses:wood", "-84.50", "EUR", json!({ "budget": budget[0] })),
            post("2027-03-20", "40 kg of flour to Cedar Falls", "expenses:given", "-40", "kg flour", json!({ "decision": decided[2] })),
            post("2027-03-21", "40 kg of flour to Cedar Falls", "expenses:given", "-40", "kg flour", json!({ "decision": decided[2] })),
        ])?;
        let paper = json!({ "hash": flour.0, "name": "flour.png", "size": flour.1 });
        let mut with_paper =
            post("2027-03-23", "Flour for the school", "expenses:given", "-10.5", "kg flour", json!({ "decision": decided[2] }));
        with_paper["receipt"] = paper;
        let with_paper = town.acts(&[with_paper])?;
        town.acts(&[json!({ "do": "ledger.reverse", "transaction": entries[4], "day": "2027-03-22", "reason": "entered twice" })])?;
        let decided = town.meets("2027-04-07", &["The well is everybody's", "Delegates to the Spring Circle"], 4, 2)?;
        town.acts(&[
            json!({ "do": "charter.amend", "decision": decided[0], "set": [clause("water", "Water", "The well is everybody's, and nobody sells it."),
                clause("consent", "Consent", "We decide by consent, hear every objection, and try again before we count hands.")] }),
            json!({ "do": "mandate.grant", "decision": decided[1], "member": 3, "duty": "delegate", "body": "Spring Circle", "from": "2027-04-07", "until": "2027-06-30",
                "items": [{ "on": "Flour", "position": "Give 40 kg", "latitude": { "latitude": "within", "limits": "up to 60 kg" } }] }),
            json!({ "do": "meeting.call", "meeting": "2027-05-05", "place": "the mill", "time": "19:30", "agenda": [{ "title": "The roof of the hall", "minutes": 30 }] }),
        ])?;
        let draft = town.desk.open_draft(town.assembly, "The roof", Some("motion"), "Mend the roof before winter.", SECONDS)?;
        let acts = [with_paper[0], entries[4], budget[0], decided[0]];
        town.pages.extend(acts.map(|act| format!("act/{act}")));
        town.pages.push(format!("charter/drafts/{draft}"));
        Ok(town)
    }
}

/// What is here goes to another home on a stick.
pub(crate) fn passes(from: &mut Desk, to: &mut Desk) -> Result<(), Trouble> {
    let (bundle, _) = from.speak(&[], SECONDS)?;
    to.receive(&bundle.to_bytes(), "bundle", SECONDS).map(drop)
}
