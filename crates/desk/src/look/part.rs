//! What of a list is wanted: what is looked for in it, and how much of what was found.

use folkmoot::plain::Member;

use super::finding::Needle;
use super::{Asked, VIEWS, misasked};
use crate::Trouble;

/// What of a list is wanted.
///
/// Said as `find=WORDS`, then `count=N` from the front or `latest=N` from the back, after `from=N` that are passed over from that end.
/// What a view takes of these, its usage in the list of views says.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    /// The one word that is said without a key.
    pub(crate) word: Option<&'a str>,
    /// What is looked for, if anything was said of it.
    pub(crate) find: Option<Needle>,
    /// Which of several lists.
    pub(crate) among: Option<&'a str>,
    /// In which order.
    pub(crate) by: Option<&'a str>,
    /// Of which commodity.
    pub(crate) commodity: Option<&'a str>,
    /// Of which members.
    pub(crate) of: Option<&'a str>,
    from: usize,
    most: usize,
    from_the_back: bool,
}

impl Part<'_> {
    /// How many there are, and those of them that are wanted.
    pub(crate) fn of<T>(&self, mut all: Vec<T>) -> (usize, Vec<T>) {
        let found = all.len();
        let from = self.from.min(found);
        let (begin, end) = if self.from_the_back {
            ((found - from).saturating_sub(self.most), found - from)
        } else {
            (from, from.saturating_add(self.most).min(found))
        };
        all.truncate(end);
        (found, all.split_off(begin))
    }

    /// The member that the word says by number, if any.
    pub(crate) fn member(&self, view: &'static str) -> Result<Option<Member>, Trouble> {
        self.word.map(|word| word.parse().map(Member).map_err(|_| misasked(view))).transpose()
    }

    /// How many are wanted at most.
    pub(crate) fn most(&self) -> usize {
        self.most
    }

    /// The words that are looked for, unless there are none.
    pub(crate) fn words(&self) -> Option<&Needle> {
        self.find.as_ref().filter(|needle| !needle.is_empty())
    }
}

/// Whether a view that is asked like this takes a word without a key.
fn takes_a_word(usage: &str) -> bool {
    usage.strip_prefix('[').and_then(|usage| usage.split(']').next()).is_some_and(|first| !first.contains('='))
}

/// One of several words, or none.
pub(crate) fn one_of<'a, const N: usize>(said: Option<&'a str>, known: [&str; N], view: &'static str) -> Result<Option<&'a str>, Trouble> {
    if said.is_none_or(|said| known.contains(&said)) { Ok(said) } else { Err(misasked(view)) }
}

impl<'a> Asked<'a> {
    /// What of a list is wanted: all of it, where nothing else is said.
    ///
    /// # Errors
    /// [`Trouble::ViewArguments`] when something is said twice, or that the view does not take.
    pub(crate) fn part(&self, view: &'static str) -> Result<Part<'a>, Trouble> {
        let usage = VIEWS.iter().find(|known| known.name == view).map_or("", |known| known.usage);
        let wrong = || misasked(view);
        let number = |said: Option<&str>| said.map(|said| said.parse::<usize>().map_err(|_| wrong())).transpose();
        let mut said: [(&str, Option<&'a str>); 8] =
            ["find=", "from=", "count=", "latest=", "among=", "by=", "commodity=", "of="].map(|key| (key, None));
        let mut word = None;
        for asked in self.words {
            let keyed = said.iter_mut().find_map(|(key, value)| asked.strip_prefix(*key).map(|said| (*key, value, said)));
            let (value, said) = match keyed {
                Some((key, value, said)) if usage.contains(&format!("[{key}")) || usage.contains(&format!("|{key}")) => (value, said),
                None if takes_a_word(usage) => (&mut word, asked.as_str()),
                Some(_) | None => return Err(wrong()),
            };
            if value.replace(said).is_some() {
                return Err(wrong());
            }
        }
        let [find, from, count, latest, among, by, commodity, of] = said.map(|(_, value)| value);
        if count.is_some() && latest.is_some() {
            return Err(wrong());
        }
        Ok(Part {
            word,
            find: find.map(Needle::of),
            among,
            by,
            commodity,
            of,
            from: number(from)?.unwrap_or(0),
            most: number(count.or(latest))?.unwrap_or(usize::MAX),
            from_the_back: latest.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use folkmoot::id::AssemblyId;
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::{CardText, Desk};

    const NOW: i64 = 1_800_000_000;

    /// A town with a few people, entries, a decision, a mandate, and a charter.
    struct Town {
        desk: Desk,
        assembly: AssemblyId,
        _home: tempfile::TempDir,
    }

    impl Town {
        fn with_a_past() -> Town {
            let home = tempfile::tempdir().unwrap();
            let mut desk = Desk::open(home.path()).unwrap();
            let assembly = desk.found("Millbrook", None, &CardText::named("Ada Brandt"), NOW).unwrap();
            let household = |name: &str, household: &str| CardText { household: household.to_owned(), ..CardText::named(name) };
            let people = [
                household("José Núñez", "Café de la Plaza"),
                household("أحمد الحدّاد", "شارع الطاحونة"),
                household("ژیان ئەحمەد", ""),
                household("Ana", "the anchor"),
                household("Dana Ångström", ""),
            ];
            desk.enrol(assembly, &people, None, NOW).unwrap();
            let mut town = Town { desk, assembly, _home: home };
            let entry = |at: i64, text: &str| {
                json!({ "do": "ledger.post", "day": format!("2027-01-{:02}", 1 + at % 20), "text": text, "postings": [
                    { "account": "assets:store", "quantity": format!("{at}"), "commodity": if at % 2 == 0 { "kg harina" } else { "EUR" } },
                    { "account": "income:received", "quantity": format!("-{at}"), "commodity": if at % 2 == 0 { "kg harina" } else { "EUR" } }] })
            };
            town.act(&[
                json!({ "do": "ledger.open", "account": "assets:store" }),
                json!({ "do": "ledger.open", "account": "income:received" }),
            ]);
            town.act(&(1..=30).map(|at| entry(at, &format!("Café, saco {at}"))).collect::<Vec<_>>());
            town.act(&[entry(40, "طحين من المطحنة"), entry(41, "Flour")]);
            town.act(&[
                json!({ "do": "meeting.call", "meeting": "2027-01-14", "place": "el molino" }),
                json!({ "do": "meeting.open", "meeting": "2027-01-14", "present": 12 }),
                json!({ "do": "meeting.move", "meeting": "2027-01-14", "title": "Facilitación del café", "text": "Ana facilita.", "matter": "policy" }),
                json!({ "do": "meeting.decide", "meeting": "2027-01-14", "motion": "#2", "number": 1, "outcome": "adopted",
                    "answer": { "by": "count", "for": 10, "against": 0 } }),
                json!({ "do": "mandate.grant", "decision": "#3", "member": 5, "duty": "facilitator", "from": "2027-01-14", "until": "2027-12-31" }),
                json!({ "do": "meeting.action", "meeting": "2027-01-14", "what": "Moler el café", "due": "2027-01-20", "who": 2 }),
                json!({ "do": "charter.adopt", "decision": "#3", "title": "Charter",
                    "clauses": [{ "id": "water", "heading": "El agua", "text": "Nadie vende el café." }] }),
            ]);
            town
        }

        fn act(&mut self, acts: &[Json]) {
            self.desk.act(self.assembly, acts, NOW).unwrap();
        }

        fn asks(&mut self, view: &str, words: &[&str]) -> Result<Json, Trouble> {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            self.desk.look(self.assembly, view, &words, "2027-02-01".parse().unwrap())
        }

        fn look(&mut self, view: &str, words: &[&str]) -> Json {
            self.asks(view, words).unwrap()
        }

        /// Who is found, by number.
        fn people(&mut self, words: &[&str]) -> Vec<u64> {
            self.look("people", words)["members"].as_array().unwrap().iter().map(|one| one["member"].as_u64().unwrap()).collect()
        }

        fn texts(&mut self, words: &[&str]) -> Vec<String> {
            self.look("journal", words)["lines"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect()
        }
    }

    #[test]
    fn people_are_found_by_whatever_stands_on_their_cards_however_it_is_written() {
        let mut town = Town::with_a_past();
        assert_eq!(town.people(&["find=jose NUNEZ"]), [2]);
        assert_eq!(town.people(&["find=cafe"]), [2], "the household");
        assert_eq!(town.people(&["find=احمد"]), [3], "without the hamza");
        assert_eq!(town.people(&["find=الطاحونه"]), Vec::<u64>::new(), "another letter is another word");
        assert_eq!(town.people(&["find=ئەحمەد"]), [4]);
        assert_eq!(town.people(&["find=ana"]), [5, 6], "by number");
        assert_eq!(town.people(&["find=ana", "by=fit"]), [5, 6], "the name itself comes first");
        assert_eq!(town.people(&["find=anc"]), [5]);
        assert_eq!(town.people(&["by=name", "count=3"]), [1, 5, 6]);
        assert_eq!(town.people(&["find=angstrom", "among=belong"]), [6]);
        assert_eq!(town.people(&["among=left"]), Vec::<u64>::new());
        assert_eq!(town.people(&["among=laptop"]), [1]);
        assert_eq!(town.people(&["4"]), [4]);
        let found = town.look("people", &["find=a", "count=1"]);
        assert_eq!((found["found"].as_u64(), found["of"].as_u64(), found["members"].as_array().unwrap().len()), (Some(4), Some(6), 1));
    }

    #[test]
    fn a_list_is_given_step_by_step_from_either_end_and_says_how_much_there_is() {
        let mut town = Town::with_a_past();
        let whole = town.texts(&[]);
        assert_eq!(whole.len(), 32);
        assert_eq!(town.texts(&["count=5"]), whole[..5]);
        assert_eq!(town.texts(&["count=5", "from=5"]), whole[5..10]);
        assert_eq!(town.texts(&["latest=5"]), whole[27..]);
        assert_eq!(town.texts(&["latest=5", "from=5"]), whole[22..27]);
        assert_eq!(town.texts(&["latest=5", "from=30"]), whole[..2]);
        assert_eq!(town.texts(&["count=5", "from=32"]), Vec::<String>::new(), "past the end there is nothing");
        assert_eq!(town.texts(&["count=5", "from=99999"]), Vec::<String>::new());
        assert_eq!(town.texts(&["latest=0"]), Vec::<String>::new());
        let found = town.look("journal", &["find=cafe", "latest=3"]);
        assert_eq!((found["found"].as_u64(), found["of"].as_u64()), (Some(30), Some(32)));
        assert_eq!(found["lines"][2]["text"], "Café, saco 19", "the last day that has the word");
        assert_eq!(town.texts(&["find=طحين"]), ["طحين من المطحنة"]);
        assert_eq!(town.look("decisions", &["find=facilitacion"])["found"], 1);
        assert_eq!(town.look("decisions", &["among=rejected"])["of"], 0);
        assert_eq!(town.look("mandates", &["find=ana"])["mandates"][0]["member"], 5);
        assert_eq!(town.look("mandates", &["2"])["of"], 0);
        assert_eq!(town.look("actions", &["2", "find=cafe", "among=open"])["found"], 1);
        assert_eq!(town.look("meetings", &["find=molino 2027-01"])["found"], 1);
    }

    #[test]
    fn an_account_is_told_from_its_own_entries_whatever_part_of_it_is_wanted() {
        let mut town = Town::with_a_past();
        let whole = town.look("journal", &["assets:store"]);
        assert_eq!(whole["commodities"], json!(["EUR", "kg harina"]));
        let last = town.look("journal", &["assets:store", "latest=1"]);
        assert_eq!(last["lines"][0], whole["lines"][31], "what it held before is counted, though it is not given");
        let euros = town.look("journal", &["assets:store", "commodity=EUR", "find=flour"]);
        assert_eq!((euros["of"].as_u64(), euros["found"].as_u64()), (Some(16), Some(1)));
        let held = &town.look("accounts", &[])["accounts"][0]["holds"]["EUR"].clone();
        let course = town.look("account", &["assets:store"]);
        assert_eq!(&course["commodities"][0]["days"].as_array().unwrap().last().unwrap()["holds"], held);
    }

    #[test]
    fn what_a_list_does_not_take_is_refused_with_how_it_is_asked() {
        let mut town = Town::with_a_past();
        let wrong: &[(&str, &[&str])] = &[
            ("people", &["count=many"]),
            ("people", &["count=-1"]),
            ("people", &["count=5", "latest=5"]),
            ("people", &["find=a", "find=b"]),
            ("people", &["among=dead"]),
            ("people", &["by=height"]),
            ("people", &["Ada"]),
            ("people", &["commodity=EUR"]),
            ("journal", &["assets:store", "income:received"]),
            ("journal", &["commodity=EUR"]),
            ("meetings", &["2027-01-14"]),
            ("acts", &["find=flour"]),
            ("names", &["of=1,two"]),
            ("search", &["latest=5"]),
        ];
        for (view, words) in wrong {
            assert!(matches!(town.asks(view, words), Err(Trouble::ViewArguments { .. })), "{view} {words:?}");
        }
        assert!(matches!(town.asks("journal", &["assets:cellar"]), Err(Trouble::NotInTheBook { .. })));
    }

    #[test]
    fn names_are_given_of_those_who_are_asked_for() {
        let mut town = Town::with_a_past();
        assert_eq!(
            town.look("names", &["of=5,2,99"])["names"],
            json!([{ "member": 2, "name": "José Núñez" }, { "member": 5, "name": "Ana" }])
        );
        assert_eq!(town.look("names", &["of="])["names"], json!([]));
        assert_eq!(town.look("names", &[])["names"].as_array().unwrap().len(), 6);
    }

    #[test]
    fn a_search_finds_the_best_of_everything_and_what_was_recorded_since() {
        let mut town = Town::with_a_past();
        let found = town.look("search", &["find=cafe", "count=2"]);
        let counts = |found: &Json| {
            ["members", "decisions", "clauses", "meetings", "mandates", "entries", "towns"]
                .map(|kind| found[kind]["found"].as_u64().unwrap())
        };
        assert_eq!(counts(&found), [1, 1, 1, 0, 0, 30, 0]);
        assert_eq!(found["entries"]["first"].as_array().unwrap().len(), 2);
        assert_eq!(found["entries"]["first"][0]["text"], "Café, saco 19", "the latest first");
        assert_eq!(found["members"]["first"][0]["names"], json!(["José Núñez"]));
        assert_eq!(
            town.look("search", &["find=ana", "count=1"])["members"]["first"][0]["member"],
            5,
            "the name itself before what has it inside"
        );
        assert_eq!(town.look("search", &["find=molino"])["meetings"]["first"][0]["meeting"], "2027-01-14");
        assert_eq!(counts(&town.look("search", &["find="])), [0; 7]);

        town.act(&[json!({ "do": "ledger.open", "account": "assets:cash" }), json!({ "do": "ledger.post", "day": "2027-01-25", "text": "Café, el último", "postings": [
            { "account": "assets:cash", "quantity": "1", "commodity": "EUR" }, { "account": "income:received", "quantity": "-1", "commodity": "EUR" }] })]);
        let found = town.look("search", &["find=cafe", "count=2"]);
        assert_eq!((counts(&found)[5], &found["entries"]["first"][0]["text"]), (31, &json!("Café, el último")));
        let card = CardText::named("Cafetera");
        town.desk.enrol(town.assembly, &[card], None, NOW).unwrap();
        assert_eq!(counts(&town.look("search", &["find=cafe"]))[0], 2);
    }

    #[test]
    fn ten_thousand_letters_are_looked_for_like_any_other_word() {
        let mut town = Town::with_a_past();
        for hostile in ["a".repeat(10_000), "é ".repeat(5_000), "\u{301}".repeat(10_000), "%_*.[(".repeat(1_700)] {
            let words = format!("find={hostile}");
            let found = town.look("search", &[&words]);
            let none = hostile.starts_with(['a', '%']);
            assert!(!none || found["entries"]["found"] == 0, "{}", &hostile[..8]);
            assert!(town.asks("people", &[&words, "count=5"]).is_ok() && town.asks("journal", &[&words, "latest=5"]).is_ok());
        }
    }
}
