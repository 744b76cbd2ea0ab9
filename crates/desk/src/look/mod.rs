//! Looking: every view of the book as JSON, by name, as of a day.
//!
//! **Invariant:** a view writes nothing and decides nothing; what may be done is asked of the same rules that judge it.

mod drafts;
mod ledger;
mod minutes;
mod people;
mod record;
mod sync;
mod text;

use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId};
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
    /// Whether it can be asked how things stood on a day.
    pub as_of: AsOf,
}

/// Whether a view can be asked how things stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AsOf {
    /// It shows how things stand now.
    Never,
    /// It shows how things stand now, and on a day when one is asked for.
    WhenAsked,
    /// It shows how things stand on a day, which is today when none is asked for.
    Always,
}

const fn view(name: &'static str, usage: &'static str, shows: &'static str) -> View {
    View { name, usage, shows, as_of: AsOf::Never }
}

impl View {
    const fn by(self, as_of: AsOf) -> View {
        View { as_of, ..self }
    }
}

/// Every view.
pub const VIEWS: [View; 30] = [
    view("home", "", "what is here, what waits for somebody, what is in question"),
    view("roll", "", "laptops, holders, k and how many must sign"),
    view("people", "[WORDS]", "members by number, with the names that are here").by(AsOf::WhenAsked),
    view("charter", "[VERSION]", "the charter in force, or an earlier version").by(AsOf::Always),
    view("charter-versions", "", "every version, and the decision behind it").by(AsOf::Always),
    view("charter-diff", "FROM TO", "what changed between two versions, clause by clause").by(AsOf::Always),
    view("meetings", "", "meetings, the latest first").by(AsOf::WhenAsked),
    view("meeting", "MEETING", "one meeting's minutes"),
    view("floor", "MEETING", "presence by name, objections, notes"),
    view("drafts", "", "texts that people write together, the latest first"),
    view("draft", "ID", "one draft: its text, who typed it, and what was typed after it was frozen"),
    view("decisions", "", "the register of decisions").by(AsOf::Always),
    view("decision", "NUMBER", "one decision, and what cites it"),
    view("actions", "", "what somebody was asked to do").by(AsOf::WhenAsked),
    view("mandates", "", "who holds which duty, until when").by(AsOf::Always),
    view("mandate", "ID", "one mandate's card").by(AsOf::Always),
    view("accounts", "", "accounts and what they hold").by(AsOf::Always),
    view("balances", "", "what every account holds, over all quarters").by(AsOf::Always),
    view("journal", "[ACCOUNT]", "transactions in order, with a running balance for one account").by(AsOf::Always),
    view("budgets", "", "standing budgets and what is left").by(AsOf::Always),
    view("closings", "", "closings, and the counts that later entries put in question").by(AsOf::WhenAsked),
    view("to-sign", "", "binding acts that wait for signatures"),
    view("acts", "[counts|pending|contested|split|void|newer]", "every act with what it counts for"),
    view("act", "ID", "one act with its signers and reasons"),
    view("documents", "", "the documents that file the acts"),
    view("document", "RING NAME", "the acts filed in one document"),
    view("towns", "", "towns that this home has heard of"),
    view("peers", "", "the laptops that may be met, when each last was, and by which road"),
    view("sync", "", "town by town and ring by ring: what is not known to be there, what is missing here, and since when"),
    view("quarantine", "", "what was refused on receipt"),
];

/// What a view is asked with.
pub(crate) struct Asked<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) assembly: AssemblyId,
    pub(crate) fold: &'a Fold,
    /// The day that was asked for, or else today.
    pub(crate) as_of: Day,
    /// The day that was asked for.
    pub(crate) day: Option<Day>,
    pub(crate) words: &'a [String],
}

impl Asked<'_> {
    /// Whether something that names a day had come by the day that was asked for.
    pub(crate) fn by(&self, day: Day) -> bool {
        self.day.is_none_or(|asked| day <= asked)
    }

    /// Whether something that names no day had come by then, as its laptop's clock claims.
    pub(crate) fn claimed_by(&self, claimed_at: i64) -> bool {
        self.by(Day::of_claim(claimed_at))
    }

    /// Whether a decision was made by then; one that is not here may have been.
    pub(crate) fn decided_by(&self, decision: &ActId) -> bool {
        let decision = self.fold.book().commons.minutes.decisions.get(decision);
        decision.is_none_or(|decision| self.by(decision.meeting.day()))
    }

    pub(crate) fn word(&self, at: usize, view: &'static str) -> Result<&str, Trouble> {
        let usage = VIEWS.iter().find(|known| known.name == view).map_or("", |known| known.usage);
        self.words.get(at).map(String::as_str).ok_or(Trouble::ViewArguments { view, usage })
    }
}

impl Desk {
    /// Shows a view of an assembly's book as it stands today. Its field `as_of` is the day whose state it shows, or null where it shows
    /// things as they are, whatever day their acts name.
    ///
    /// # Errors
    /// [`Trouble::UnknownView`], [`Trouble::ViewArguments`], or [`Trouble::NotInTheBook`] when what is asked for is not there.
    pub fn look(&mut self, assembly: AssemblyId, view: &str, words: &[String], today: Day) -> Result<Json, Trouble> {
        let known = VIEWS.iter().find(|known| known.name == view);
        let day = known.filter(|known| known.as_of == AsOf::Always).map(|_| today);
        self.shown(assembly, view, words, (today, None)).map(|shown| dated(shown, day))
    }

    /// Shows a view as things stood on a day: by the days that acts name, and for acts that name none, by what their laptops' clocks
    /// claim; where it goes by such claims, its field `by_claims` is true.
    ///
    /// # Errors
    /// As [`Desk::look`]; [`Trouble::NotAsOf`] when the view shows how things stand now, whatever the day.
    pub fn look_as_of(&mut self, assembly: AssemblyId, view: &str, words: &[String], day: Day) -> Result<Json, Trouble> {
        match VIEWS.iter().find(|known| known.name == view) {
            Some(known) if known.as_of == AsOf::Never => Err(Trouble::NotAsOf { view: known.name }),
            Some(_) | None => self.shown(assembly, view, words, (day, Some(day))).map(|shown| dated(shown, Some(day))),
        }
    }

    fn shown(&mut self, assembly: AssemblyId, view: &str, words: &[String], (as_of, day): (Day, Option<Day>)) -> Result<Json, Trouble> {
        self.refresh()?;
        // Only a document that is brought up to date first can be shown.
        match view {
            "document" => return self.look_document(assembly, words),
            "draft" => return self.look_draft(assembly, words),
            _ => {}
        }
        let asked = Asked { desk: self, assembly, fold: self.known(assembly)?, as_of, day, words };
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
            "drafts" => drafts::drafts(&asked),
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
            "peers" => sync::peers(&asked),
            "sync" => sync::sync(&asked),
            "quarantine" => record::quarantine(&asked),
            unknown => Err(Trouble::UnknownView { asked: unknown.to_owned() }),
        }
    }

    fn look_document(&mut self, assembly: AssemblyId, words: &[String]) -> Result<Json, Trouble> {
        let usage = || Trouble::ViewArguments { view: "document", usage: "RING NAME" };
        let [ring, name] = words else { return Err(usage()) };
        let ring = folkmoot::change::Ring::ALL.into_iter().find(|known| known.word() == ring).ok_or_else(usage)?;
        let name = name.parse().map_err(|_| Trouble::NotInTheBook { what: "document", asked: name.clone() })?;
        if let Some(draft) = self.draft_named(assembly, ring, &name)? {
            return self.look_draft(assembly, &[draft.to_string()]);
        }
        let document = self.document(assembly, ring, &name)?;
        let acts: Vec<Json> = document.acts()?.iter().map(|(id, act)| json!({ "id": id, "act": act.to_json() })).collect();
        Ok(json!({ "document": name.as_str(), "ring": ring, "acts": acts, "not_filed": document.not_filed().len() }))
    }
}

fn dated(mut view: Json, day: Option<Day>) -> Json {
    if let Json::Object(fields) = &mut view {
        fields.insert("as_of".to_owned(), json!(day));
    }
    view
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
            let answer = desk.look_as_of(assembly, view.name, &[], "2027-03-03".parse().unwrap());
            assert_eq!(matches!(answer, Err(Trouble::NotAsOf { .. })), view.as_of == AsOf::Never, "{}: {answer:?}", view.name);
        }
    }
}
