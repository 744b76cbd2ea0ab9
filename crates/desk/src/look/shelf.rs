//! What is kept between looks: lists in their order, and the words in them that somebody looked for.
//!
//! **Invariant:** nothing is on the shelf that does not follow from the book and the cards; it is brought up to date before each look.

use std::collections::BTreeMap;

use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId, CardHash};
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

/// A list in its order; the words of each are read when somebody first looks for words in it.
#[derive(Debug)]
pub(crate) struct Listed<Key> {
    /// How much of the book there was, and whether words were looked for.
    at: Option<(usize, usize)>,
    lines: Vec<(Key, Option<Text>)>,
}

impl<Key> Default for Listed<Key> {
    fn default() -> Listed<Key> {
        Listed { at: None, lines: Vec::new() }
    }
}

impl<Key: Ord + Copy> Listed<Key> {
    /// Brings it up to date; words that were read before stay.
    fn keep_up(&mut self, at: (usize, usize), keys: impl FnOnce() -> Vec<Key>) {
        if self.at == Some(at) {
            return;
        }
        let mut keys = keys();
        keys.sort_unstable();
        let mut known = std::mem::take(&mut self.lines).into_iter().peekable();
        let lines = keys.into_iter().map(|key| {
            while known.next_if(|(known, _)| *known < key).is_some() {}
            (key, known.next_if(|(known, _)| *known == key).and_then(|(_, text)| text))
        });
        self.lines = lines.collect();
        self.at = Some(at);
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
        if ["home", "people", "names", "roll", "floor", "mandates", "mandate", "actions", "peers", "search"].contains(&view) {
            self.shelve_cards(assembly, shelf)?;
        }
        let Some(fold) = self.fold(assembly)? else { return Ok(()) };
        let (at, commons) = (fold.sizes(), &fold.book().commons);
        if ["journal", "search"].contains(&view) {
            shelf.journal.keep_up(at, || written(fold));
            if finds {
                shelf.journal.read(|line| super::journal::words(&commons.ledger, line));
            }
        }
        if ["decisions", "search"].contains(&view) {
            let minutes = &commons.minutes;
            let numbered = |decision: &folkmoot::minutes::Decision| Numbered {
                number: decision.number,
                decision: decision.entry.id,
                worded: minutes.motions.contains_key(&decision.motion),
            };
            shelf.register.keep_up(at, || minutes.decisions.values().map(numbered).collect());
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

fn written(fold: &Fold) -> Vec<Written> {
    let ledger = &fold.book().commons.ledger;
    let mut lines = Vec::with_capacity(ledger.transactions.len() + ledger.reversals.len());
    for (id, transaction) in &ledger.transactions {
        lines.push(Written { day: transaction.day, order: transaction.entry.order(), transaction: *id, back: false });
        lines.extend(ledger.reversal(id).map(|reversal| Written {
            day: reversal.day,
            order: reversal.entry.order(),
            transaction: *id,
            back: true,
        }));
    }
    lines
}
