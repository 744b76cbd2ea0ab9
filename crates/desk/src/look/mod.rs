//! Looking: every view of the book as JSON, by name, as of a day.
//!
//! **Invariant:** a view writes nothing and decides nothing; what may be done is asked of the same rules that judge it.

mod ledger;
mod minutes;
mod people;
mod record;
mod text;

use folkmoot::fold::Fold;
use folkmoot::id::AssemblyId;
use folkmoot::plain::Day;
use serde_json::{Value as Json, json};

use crate::{Desk, Trouble};

/// A view: its name, how it is asked, and what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct View {
    /// The name.
    pub name: &'static str,
    /// What may follow the name.
    pub usage: &'static str,
    /// What it shows.
    pub shows: &'static str,
}

const fn view(name: &'static str, usage: &'static str, shows: &'static str) -> View {
    View { name, usage, shows }
}

/// Every view.
pub const VIEWS: [View; 26] = [
    view("home", "", "what is here, what waits for somebody, what is in question"),
    view("roll", "", "laptops, holders, k and how many must sign"),
    view("people", "[WORDS]", "members by number, with the names that are here"),
    view("charter", "[VERSION]", "the charter in force, or an earlier version"),
    view("charter-versions", "", "every version, and the decision behind it"),
    view("charter-diff", "FROM TO", "what changed between two versions, clause by clause"),
    view("meetings", "", "meetings, the latest first"),
    view("meeting", "MEETING", "one meeting's minutes"),
    view("floor", "MEETING", "presence by name, objections, notes"),
    view("decisions", "", "the register of decisions"),
    view("decision", "NUMBER", "one decision, and what cites it"),
    view("actions", "", "what somebody was asked to do"),
    view("mandates", "", "who holds which duty, until when"),
    view("mandate", "ID", "one mandate's card"),
    view("accounts", "", "accounts and what they hold"),
    view("balances", "", "what every account holds, over all quarters"),
    view("journal", "[ACCOUNT]", "transactions in order, with a running balance for one account"),
    view("budgets", "", "standing budgets and what is left"),
    view("closings", "", "closings, and the counts that later entries put in question"),
    view("to-sign", "", "binding acts that wait for signatures"),
    view("acts", "[counts|pending|contested|split|void|newer]", "every act with what it counts for"),
    view("act", "ID", "one act with its signers and reasons"),
    view("documents", "", "the documents that file the acts"),
    view("document", "RING NAME", "the acts filed in one document"),
    view("towns", "", "towns that this home has heard of"),
    view("quarantine", "", "what was refused on receipt"),
];

/// What a view is asked with.
pub(crate) struct Asked<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) assembly: AssemblyId,
    pub(crate) fold: &'a Fold,
    pub(crate) as_of: Day,
    pub(crate) words: &'a [String],
}

impl Asked<'_> {
    pub(crate) fn word(&self, at: usize, view: &'static str) -> Result<&str, Trouble> {
        let usage = VIEWS.iter().find(|known| known.name == view).map_or("", |known| known.usage);
        self.words.get(at).map(String::as_str).ok_or(Trouble::ViewArguments { view, usage })
    }
}

impl Desk {
    /// Shows a view of an assembly's book as of a day.
    ///
    /// # Errors
    /// [`Trouble::UnknownView`], [`Trouble::ViewArguments`], or [`Trouble::NotInTheBook`] when what is asked for is not there.
    pub fn look(&mut self, assembly: AssemblyId, view: &str, words: &[String], as_of: Day) -> Result<Json, Trouble> {
        self.refresh()?;
        if view == "document" {
            return self.look_document(assembly, words);
        }
        let asked = Asked { desk: self, assembly, fold: self.known(assembly)?, as_of, words };
        match view {
            "home" => record::home(&asked),
            "roll" => people::roll(&asked),
            "people" => people::people(&asked),
            "charter" => text::charter(&asked),
            "charter-versions" => text::versions(&asked),
            "charter-diff" => text::diff(&asked),
            "meetings" => minutes::meetings(&asked),
            "meeting" => minutes::meeting(&asked),
            "floor" => minutes::floor(&asked),
            "decisions" => minutes::decisions(&asked),
            "decision" => minutes::decision(&asked),
            "actions" => minutes::actions(&asked),
            "mandates" => people::mandates(&asked),
            "mandate" => people::mandate(&asked),
            "accounts" => ledger::accounts(&asked),
            "balances" => ledger::balances(&asked),
            "journal" => ledger::journal(&asked),
            "budgets" => ledger::budgets(&asked),
            "closings" => ledger::closings(&asked),
            "to-sign" => record::to_sign(&asked),
            "acts" => record::acts(&asked),
            "act" => record::act(&asked),
            "documents" => record::documents(&asked),
            "towns" => record::towns(&asked),
            "quarantine" => record::quarantine(&asked),
            unknown => Err(Trouble::UnknownView { asked: unknown.to_owned() }),
        }
    }

    fn look_document(&mut self, assembly: AssemblyId, words: &[String]) -> Result<Json, Trouble> {
        let usage = || Trouble::ViewArguments { view: "document", usage: "RING NAME" };
        let [ring, name] = words else { return Err(usage()) };
        let ring = folkmoot::change::Ring::ALL.into_iter().find(|known| known.word() == ring).ok_or_else(usage)?;
        let name = name.parse().map_err(|_| Trouble::NotInTheBook { what: "document", asked: name.clone() })?;
        let document = self.document(assembly, ring, &name)?;
        let acts: Vec<Json> = document.acts()?.iter().map(|(id, act)| json!({ "id": id, "act": act.to_json() })).collect();
        Ok(json!({ "document": name.as_str(), "ring": ring, "acts": acts, "not_filed": document.not_filed().len() }))
    }
}

/// The value with whatever serde makes of it; views hold nothing that cannot be written.
pub(crate) fn plain(value: impl serde::Serialize) -> Json {
    serde_json::to_value(value).unwrap_or(Json::Null)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CardText;

    #[test]
    fn every_view_in_the_list_answers_or_says_how_it_is_asked() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(home.path()).unwrap();
        let assembly = desk.found("Millbrook", None, &CardText::named("Ada"), 1_800_000_000).unwrap();
        for view in VIEWS {
            let answer = desk.look(assembly, view.name, &[], "2027-03-03".parse().unwrap());
            let asks_back = matches!(answer, Err(Trouble::ViewArguments { .. } | Trouble::NotInTheBook { .. }));
            assert!(answer.is_ok() || (asks_back && !view.usage.is_empty()), "{}: {answer:?}", view.name);
        }
    }
}
