//! What is kept between looks: lists in their order, and the words in them that somebody looked for.
//!
//! **Invariant:** nothing is on the shelf that does not follow from the book and the cards; it is brought up to date before each look.

use std::collections::BTreeMap;

use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId, CardHash};
use folkmoot::ledger::Ledger;
use folkmoot::minutes::Decision;
use folkmoot::plain::{Day, Member};

use super::finding::{Needle, Text};
use crate::{CardText, Desk, Trouble};

/// What is kept of one assembly.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    cards: BTreeMap<CardHash, Kept>,
    /// How many cards were here, and how many had been struck.
    cards_at: Option<(i64, i64)>,
    pub(crate) journal: Listed<Written>,
    pub(crate) register: Listed<Numbered>,
}

/// A card with its words.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) card: CardText,
    pub(crate) text: Text,
}

/// A line of the journal, by what it is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Written {
    pub(crate) day: Day,
    order: (i64, u64, ActId),
    pub(crate) transaction: ActId,
    /// Whether it takes the transaction back.
    pub(crate) back: bool,
}

/// A decision of the register, by what it is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Numbered {
    number: u32,
    pub(crate) decision: ActId,
    /// Whether the motion that it settles is here.
    worded: bool,
}

/// Where a line comes from: whether it takes something back, what it is about, and the act that says it. The book gives them in this order.
type Source = (bool, ActId, ActId);

/// How many that came since are put into a list one by one; where more came, it is sorted anew.
const FEW: usize = 64;

/// A list in its order; the words of each are read when somebody first looks for words in it.
#[derive(Debug)]
pub(crate) struct Listed<Key> {
    /// How much of the book there was.
    at: Option<(usize, usize)>,
    sources: Vec<Source>,
    lines: Vec<(Key, Option<Text>)>,
}

impl<Key> Default for Listed<Key> {
    fn default() -> Listed<Key> {
        Listed { at: None, sources: Vec::new(), lines: Vec::new() }
    }
}

impl<Key: Ord + Copy> Listed<Key> {
    /// Brings it up to date; words that were read before stay.
    fn keep_up(&mut self, at: (usize, usize), sources: impl Iterator<Item = Source> + Clone, key: impl Fn(&Source) -> Option<Key>) {
        if self.at.replace(at) == Some(at) {
            return;
        }
        let Some(added) = self.added(sources.clone()) else { return self.sort_anew(sources.collect(), key) };
        // The last one first, so that the places of the others stay what they are.
        for (place, source) in added.into_iter().rev() {
            self.sources.insert(place, source);
            if let Some(key) = key(&source) {
                let place = self.lines.partition_point(|(known, _)| *known < key);
                self.lines.insert(place, (key, None));
            }
        }
    }

    /// The few that came since, with their places among the others; none where they are many, or anything else has changed.
    fn added(&self, sources: impl Iterator<Item = Source>) -> Option<Vec<(usize, Source)>> {
        let (mut place, mut added) = (0, Vec::new());
        for source in sources {
            if self.sources.get(place) == Some(&source) {
                place += 1;
            } else if added.len() < FEW {
                added.push((place, source));
            } else {
                return None;
            }
        }
        (place == self.sources.len()).then_some(added)
    }

    fn sort_anew(&mut self, sources: Vec<Source>, key: impl Fn(&Source) -> Option<Key>) {
        let mut keys: Vec<Key> = sources.iter().filter_map(key).collect();
        keys.sort_unstable();
        let mut known = std::mem::take(&mut self.lines).into_iter().peekable();
        let lines = keys.into_iter().map(|key| {
            while known.next_if(|(known, _)| *known < key).is_some() {}
            (key, known.next_if(|(known, _)| *known == key).and_then(|(_, text)| text))
        });
        self.lines = lines.collect();
        self.sources = sources;
    }

    /// Reads the words of whatever has not been looked through yet.
    fn read(&mut self, text: impl Fn(&Key) -> Text) {
        for (key, words) in self.lines.iter_mut().filter(|(_, words)| words.is_none()) {
            *words = Some(text(key));
        }
    }

    /// Every line in order, with its words where they were read.
    pub(crate) fn lines(&self) -> impl DoubleEndedIterator<Item = (&Key, Option<&Text>)> {
        self.lines.iter().map(|(key, text)| (key, text.as_ref()))
    }

    /// The lines that have the words, in order; all of them where no words are looked for.
    pub(crate) fn having(&self, needle: Option<&Needle>) -> impl Iterator<Item = &Key> {
        self.lines().filter(move |(_, text)| needle.is_none_or(|needle| text.is_some_and(|text| needle.is_in(text)))).map(|(key, _)| key)
    }
}

impl Shelf {
    /// The card that stands for a member, where it is here.
    pub(crate) fn card(&self, fold: &Fold, member: Member) -> Option<&Kept> {
        let card = fold.book().commons.roll.members.get(&member)?.card()?;
        self.cards.get(&card)
    }

    /// The cards that are here.
    pub(crate) fn kept(&self, card: CardHash) -> Option<&Kept> {
        self.cards.get(&card)
    }
}

impl Desk {
    /// Brings the shelf of an assembly up to date, as far as a view needs it.
    pub(super) fn shelve(&mut self, assembly: AssemblyId, view: &str, words: &[String]) -> Result<(), Trouble> {
        let mut shelf = self.shelves.remove(&assembly).unwrap_or_default();
        let finds = view == "search" || words.iter().any(|word| word.starts_with("find="));
        let done = self.shelved(assembly, view, finds, &mut shelf);
        self.shelves.insert(assembly, shelf);
        done
    }

    fn shelved(&self, assembly: AssemblyId, view: &str, finds: bool, shelf: &mut Shelf) -> Result<(), Trouble> {
        if ["home", "people", "names", "roll", "floor", "mandates", "mandate", "actions", "peers", "waiting", "quarantine", "search"]
            .contains(&view)
        {
            self.shelve_cards(assembly, shelf)?;
        }
        let Some(fold) = self.fold(assembly)? else { return Ok(()) };
        let (at, commons) = (fold.sizes(), &fold.book().commons);
        if ["journal", "search"].contains(&view) {
            let ledger = &commons.ledger;
            let taken_back = ledger.reversals.iter().filter_map(|(transaction, all)| Some((true, *transaction, *all.keys().next()?)));
            let sources = ledger.transactions.keys().map(|id| (false, *id, *id)).chain(taken_back);
            shelf.journal.keep_up(at, sources, |source| written(ledger, source));
            if finds {
                shelf.journal.read(|line| super::journal::words(&commons.ledger, line));
            }
        }
        if ["decisions", "search"].contains(&view) {
            let minutes = &commons.minutes;
            let worded = |decision: &Decision| minutes.motions.contains_key(&decision.motion);
            // A motion that arrives after its decision brings words with it, so that the line is another one.
            let sources = minutes.decisions.values().map(|decision| {
                let id = decision.entry.id;
                (false, id, if worded(decision) { decision.motion } else { id })
            });
            shelf.register.keep_up(at, sources, |(_, id, _)| {
                let decision = minutes.decisions.get(id)?;
                Some(Numbered { number: decision.number, decision: *id, worded: worded(decision) })
            });
            if finds {
                shelf.register.read(|line| super::decisions::words(minutes, line));
            }
        }
        Ok(())
    }

    fn shelve_cards(&self, assembly: AssemblyId, shelf: &mut Shelf) -> Result<(), Trouble> {
        let at = self.archive.cards_at(assembly)?;
        if shelf.cards_at != Some(at) {
            let cards = self.archive.cards(assembly)?;
            shelf.cards = cards.iter().map(|card| (card.hash(), Kept::of(Member(card.member), CardText::of(card)))).collect();
            shelf.cards_at = Some(at);
        }
        Ok(())
    }
}

impl Kept {
    fn of(member: Member, card: CardText) -> Kept {
        let member = member.to_string();
        let text = Text::of(&card.name, [&*member, &card.household, &card.phone, &card.email, &card.note]);
        Kept { card, text }
    }
}

fn written(ledger: &Ledger, (back, transaction, _): &Source) -> Option<Written> {
    let posted = ledger.transactions.get(transaction)?;
    let (day, order) = if *back {
        let reversal = ledger.reversal(transaction)?;
        (reversal.day, reversal.entry.order())
    } else {
        (posted.day, posted.entry.order())
    };
    Some(Written { day, order, transaction: *transaction, back: *back })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u8) -> ActId {
        ActId([number; 32])
    }

    /// Lines of a list, and whether their words were read.
    type Seen = Vec<(u8, bool)>;

    /// What lists lines that came one after the other, as each of them is brought up to date or sorted anew.
    fn kept(evenings: &[Vec<Source>]) -> (Seen, Seen) {
        // The later the line is in the book, the earlier it stands in the list.
        let key = |source: &Source| Some(u8::MAX - source.1.0[0]);
        let seen = |list: &Listed<u8>| -> Seen { list.lines.iter().map(|(key, text)| (u8::MAX - key, text.is_some())).collect() };
        let mut kept = Listed::default();
        for (at, sources) in evenings.iter().enumerate() {
            kept.keep_up((at, 0), sources.iter().copied(), key);
            kept.read(|_| Text::of("read", []));
        }
        let mut anew = Listed::default();
        anew.keep_up((0, 0), evenings.last().unwrap().iter().copied(), key);
        anew.read(|_| Text::of("read", []));
        (seen(&kept), seen(&anew))
    }

    #[test]
    fn a_list_that_is_brought_up_to_date_is_the_one_that_is_sorted_anew() {
        let of = |ids: &[u8]| -> Vec<Source> { ids.iter().map(|one| (false, id(*one), id(*one))).collect() };
        let many: Vec<u8> = (0..200).collect();
        let said_anew = |ids: &[u8], other: u8| -> Vec<Source> { ids.iter().map(|one| (false, id(*one), id(other))).collect() };
        let evenings: [&[Vec<Source>]; 7] = [
            &[of(&[]), of(&[7])],
            &[of(&[2, 7]), of(&[1, 2, 5, 7, 9])],
            &[of(&[2, 7]), of(&[7])],
            &[of(&[2, 7]), of(&[2, 5])],
            &[of(&[1]), of(&many)],
            &[of(&many), of(&[3, 4])],
            &[said_anew(&[2, 7], 9), said_anew(&[2, 7], 1)],
        ];
        for evenings in evenings {
            let (kept, anew) = kept(evenings);
            assert_eq!(kept, anew, "{evenings:?}");
        }
    }

    #[test]
    fn words_that_were_read_stay_when_a_line_comes_between() {
        let key = |source: &Source| Some(source.1.0[0]);
        let mut list = Listed::default();
        list.keep_up((1, 0), [1, 3].map(|one| (false, id(one), id(one))).into_iter(), key);
        list.read(|_| Text::of("first", []));
        list.keep_up((2, 0), [1, 2, 3].map(|one| (false, id(one), id(one))).into_iter(), key);
        list.read(|_| Text::of("second", []));
        let names: Vec<&str> = list.lines.iter().filter_map(|(_, text)| text.as_ref().map(Text::name)).collect();
        assert_eq!(names, ["first", "second", "first"]);
    }
}
