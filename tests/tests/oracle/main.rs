//! The law of what counts against a second, naive reading of it: random histories come to the same statuses in both.

mod acts;
mod deeds;
mod history;
mod law;
mod masks;
mod plain;
mod plain_history;
mod record;
mod settled;
mod view;

use std::collections::BTreeMap;

use folkmoot::act::Entry;
use folkmoot::book::Book;
use folkmoot::fold::{Fold, Judged, Status};

use self::history::History;
use self::law::{Oracle, Word};
use self::record::{Set, each, holds, one};
use folkmoot_testkit::{Chance, size, tried};

fn word(status: &Status) -> Word {
    match status {
        Status::Counts => Word::Counts,
        Status::Pending => Word::Pending,
        Status::Contested => Word::Contested,
        Status::Split => Word::Split,
        Status::Void { .. } => Word::Void,
        Status::Newer => Word::Newer,
    }
}

/// What the acts that count come to, each once, counted one after the other.
fn counted(fold: &Fold) -> Book {
    let mut acts: BTreeMap<_, Judged<'_>> = BTreeMap::new();
    for judged in fold.judged().filter(|judged| *judged.status == Status::Counts && judged.act.is_some()) {
        let first = acts.get(&judged.change.act_id()).is_some_and(|other| other.change.hash() < judged.change.hash());
        if !first {
            acts.insert(judged.change.act_id(), judged);
        }
    }
    let mut book = Book::default();
    for (id, judged) in acts {
        let (by, says) = (judged.by.unwrap(), judged.change.says());
        book.count(judged.act.unwrap(), &Entry { id, by: by.member, claimed_at: says.claimed_at, seq: says.seq }, &by);
    }
    book
}

/// A set in the order in which it arrives: change by change at random, or all at once what one after the other had heard.
fn arriving(history: &History, set: Set, chance: &mut Chance) -> Vec<usize> {
    let mut order: Vec<usize> = each(set).collect();
    if chance.one_in(2) {
        chance.shuffle(&mut order);
        return order;
    }
    let mut heard: Vec<Set> = history.actors.iter().map(|actor| actor.known).collect();
    chance.shuffle(&mut heard);
    // What nobody remembers, as a thief may not, comes last.
    order.sort_by_key(|at| heard.iter().position(|known| holds(*known, *at)).unwrap_or(heard.len()));
    order
}

/// What the heart says of a set that arrives in some order, and which acts of it are settled.
fn heart(history: &History, set: Set, chance: &mut Chance) -> (BTreeMap<usize, Word>, Set) {
    let mut fold = Fold::new(history.assembly);
    for at in arriving(history, set, chance) {
        let change = history.record.all[at].change.clone().unwrap();
        let id = change.act_id();
        fold.add(change);
        // What is settled is kept from one time that somebody asks to the next.
        if chance.one_in(3) {
            fold.settled(&id);
        }
        if chance.one_in(12) {
            assert_eq!(fold.unsound(), None, "what is kept up is not what judging at once says");
        }
    }
    assert_eq!(fold.book(), &counted(&fold), "the book is not what counts");
    let mut words: BTreeMap<usize, Word> = each(set).map(|at| (at, Word::Waiting)).collect();
    words.extend(fold.judged().map(|judged| (history.record.find(&judged.change.hash()).unwrap(), word(judged.status))));
    let settled = fold.judged().filter(|judged| fold.settled(&judged.change.act_id()));
    // Of an act that is carried twice the heart tells whether one of its changes is settled.
    let closed = history.record.closed(set);
    let settled = settled.flat_map(|judged| history.record.carriers(judged.change.act_id(), closed));
    (words, settled.map(one).fold(0, |a, b| a | b))
}

/// What the law says of a set.
fn law(oracle: &Oracle<'_>, set: Set) -> (BTreeMap<usize, Word>, Set) {
    let settled = each(oracle.settled(oracle.record.closed(set)));
    let closed = oracle.record.closed(set);
    let settled = settled.flat_map(|at| oracle.record.carriers(oracle.record.all[at].id, closed));
    (oracle.words(set), settled.map(one).fold(0, |a, b| a | b))
}

/// The set without all that can be left out while the two still differ.
fn smallest(history: &History, oracle: &Oracle<'_>, from: Set, chance: &Chance) -> Set {
    let mut set = from;
    for at in each(from).collect::<Vec<_>>().into_iter().rev() {
        let depend = each(set).filter(|later| *later == at || holds(history.record.all[*later].past, at));
        let without = set & !depend.map(one).fold(0, |a, b| a | b);
        if heart(history, without, &mut chance.clone()) != law(oracle, without) {
            set = without;
        }
    }
    set
}

fn story(history: &History, oracle: &Oracle<'_>, set: Set, chance: &Chance) -> String {
    let ((heard, settled), (law, in_law)) = (heart(history, set, &mut chance.clone()), law(oracle, set));
    let name = |device| history.actors.iter().find(|actor| actor.device == device).map_or("?", |actor| actor.name.as_str());
    let line = |at: usize| {
        let change = &history.record.all[at];
        let seen: Vec<_> = change.change.as_ref().unwrap().says().seen.iter().filter_map(|hash| history.record.find(hash)).collect();
        let same = heard[&at] == law[&at] && holds(settled, at) == holds(in_law, at);
        let differs = if same { "" } else { "  <-- heart, law, or settled" };
        let mut act = change.change.as_ref().unwrap().act().to_json().to_string();
        for other in &history.record.all {
            act = act.replace(&other.id.to_string(), &format!("#{}", history.record.find(&other.hash).unwrap()));
            act = act.replace(&other.device.to_string(), name(other.device));
        }
        let fields = (name(change.device), change.prev, seen);
        format!("{at} {fields:?} {act} {:?} {:?}{differs}", heard[&at], law[&at])
    };
    each(set).map(line).collect::<Vec<_>>().join("\n")
}

/// Compares the whole and some parts of the history of a seed, and counts what it met.
fn compare(seed: u64, met: &mut BTreeMap<Word, usize>) {
    let history = History::of(seed);
    let oracle = Oracle::new(&history.record);
    let mut chance = Chance::new(seed ^ 0xf01d);
    let whole = history.record.whole();
    for part in 0..4 {
        let left_out = each(whole).filter(|_| part > 0 && chance.one_in(40 / part)).map(one).fold(0, |a, b| a | b);
        let set = whole & !left_out;
        let (words, settled) = law(&oracle, set);
        let order = chance.clone();
        if heart(&history, set, &mut chance) != (words.clone(), settled) {
            let set = smallest(&history, &oracle, set, &order);
            panic!("the heart and the law differ, seed {seed}:\n{}", story(&history, &oracle, set, &order));
        }
        words.into_values().for_each(|word| *met.entry(word).or_default() += 1);
    }
}

#[test]
fn the_heart_says_of_every_change_what_the_law_says() {
    let (histories, mut met) = (size(600, 5_000), BTreeMap::new());
    for seed in 0..histories as u64 {
        println!("history {seed}");
        compare(seed, &mut met);
    }
    for word in [Word::Counts, Word::Pending, Word::Contested, Word::Void, Word::Newer, Word::Waiting] {
        assert!(met.get(&word).is_some_and(|count| *count > 20), "too few are {word:?}: {met:?}");
    }
    tried("histories in the acts of a town", histories);
}

#[test]
fn the_judge_says_of_histories_in_the_laws_own_acts_what_the_law_says() {
    let (histories, mut met, mut settled) = (size(600, 5_000), BTreeMap::new(), 0);
    for seed in 0..histories as u64 {
        settled += plain_history::compare(seed, &mut met);
    }
    println!("{met:?}, {settled} settled");
    for word in [Word::Counts, Word::Pending, Word::Contested, Word::Split, Word::Void, Word::Waiting] {
        assert!(met.get(&word).is_some_and(|count| *count > 20), "too few are {word:?}: {met:?}");
    }
    assert!(settled > 200, "{settled} are settled");
    tried("histories in the law's own acts", histories);
}
