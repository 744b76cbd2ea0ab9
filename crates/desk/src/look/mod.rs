//! Looking: every view of the book as JSON, by name, as of a day.
//!
//! **Invariant:** a view writes nothing and decides nothing; what may be done is asked of the same rules that judge it.

mod contract;
mod decisions;
mod documents;
mod does;
mod drafts;
mod finding;
mod floor;
mod home;
mod journal;
mod ledger;
mod list;
mod mandates;
mod minutes;
mod notes;
mod part;
mod people;
mod quiet;
mod record;
mod refused;
mod reports;
mod sealed;
mod search;
mod shelf;
mod sync;
mod text;
mod towns;
mod waiting;
mod witness;

use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::{Day, Member};
use schemars::{Schema, SchemaGenerator};
use serde_json::Value as Json;

pub use self::contract::views_schema;
use self::contract::{Dated, shown_as};
pub use self::list::{AsOf, VIEWS, View};
pub use self::record::AnyAct;
pub(crate) use self::record::{is_binding, waiting};
pub(crate) use self::shelf::Shelf;
use crate::{Desk, Trouble};

/// What a view is asked with.
pub(crate) struct Asked<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) assembly: AssemblyId,
    pub(crate) fold: &'a Fold,
    pub(crate) shelf: &'a Shelf,
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
        self.words.get(at).map(String::as_str).ok_or_else(|| misasked(view))
    }
}

impl<'a> Asked<'a> {
    /// The name on the card that stands for a member, where it is here.
    pub(crate) fn name(&self, member: Member) -> Option<&'a str> {
        self.shelf.card(self.fold, member).map(|kept| kept.card.name.as_str())
    }
}

/// A view was asked with other words than it is asked with.
pub(crate) fn misasked(view: &'static str) -> Trouble {
    let usage = VIEWS.iter().find(|known| known.name == view).map_or("", |known| known.usage);
    Trouble::ViewArguments { view, usage }
}

/// Each view with what shows it; what it shows is the type of the view in the contract.
macro_rules! shown_by {
    ($($view:literal => $shows:path),* $(,)?) => {
        fn show(asked: &Asked<'_>, view: &str) -> Result<Json, Trouble> {
            match view {
                $($view => $shows(asked).map(plain),)*
                unknown => Err(Trouble::UnknownView { asked: unknown.to_owned() }),
            }
        }

        fn types(generator: &mut SchemaGenerator) -> Vec<(&'static str, Schema)> {
            vec![
                $(($view, shown_as($shows, generator)),)*
                ("document", generator.subschema_for::<documents::OneDocument>()),
                ("draft", generator.subschema_for::<drafts::Draft>()),
            ]
        }
    };
}

shown_by! {
    "home" => home::home,
    "roll" => people::roll,
    "people" => people::people,
    "names" => people::names,
    "charter" => text::charter,
    "charter-versions" => text::versions,
    "charter-diff" => text::diff,
    "meetings" => minutes::meetings,
    "meeting" => minutes::meeting,
    "floor" => floor::floor,
    "drafts" => drafts::drafts,
    "decisions" => decisions::decisions,
    "decision" => decisions::decision,
    "actions" => decisions::actions,
    "quiet" => quiet::quiet,
    "reports" => reports::reports,
    "mandates" => mandates::mandates,
    "mandate" => mandates::mandate,
    "accounts" => ledger::accounts,
    "balances" => ledger::balances,
    "journal" => journal::journal,
    "account" => journal::account,
    "budgets" => ledger::budgets,
    "closings" => ledger::closings,
    "to-sign" => record::to_sign,
    "acts" => record::acts,
    "act" => record::act,
    "documents" => documents::documents,
    "towns" => towns::towns,
    "peers" => sync::peers,
    "sync" => sync::sync,
    "waiting" => waiting::waiting,
    "quarantine" => refused::quarantine,
    "search" => search::search,
    "witness" => witness::witness,
    "sealed" => sealed::sealed,
    "notes" => notes::notes,
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
            "document" => return self.look_document(assembly, words).map(plain),
            "draft" => return self.look_draft(assembly, words).map(plain),
            _ => {}
        }
        self.shelve(assembly, view, words)?;
        let shelf = self.shelves.get(&assembly).ok_or(Trouble::NothingHere { assembly })?;
        let asked = Asked { desk: self, assembly, fold: self.known(assembly)?, shelf, as_of, day, words };
        show(&asked, view)
    }
}

fn dated(mut view: Json, as_of: Option<Day>) -> Json {
    if let (Json::Object(fields), Json::Object(dated)) = (&mut view, plain(Dated { as_of })) {
        fields.extend(dated);
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
