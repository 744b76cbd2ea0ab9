//! The law of what counts against a second, naive reading of it: random histories come to the same statuses in both.

mod acts;
mod deeds;
mod history;
mod law;
mod record;
mod view;

use std::collections::BTreeMap;

use folkmoot::fold::{Fold, Status};

use self::history::History;
use self::law::{Oracle, Word};
use self::record::{Set, each, one};
use folkmoot_testkit::Chance;

fn word(status: &Status) -> Word {
    match status {
        Status::Counts => Word::Counts,
        Status::Pending => Word::Pending,
        Status::Contested { .. } => Word::Contested,
        Status::Split => Word::Split,
        Status::Void { .. } => Word::Void,
        Status::Newer => Word::Newer,
    }
}

/// What the heart says of a set that arrives in a random order.
fn heart(history: &History, set: Set, chance: &mut Chance) -> BTreeMap<usize, Word> {
    let mut order: Vec<usize> = each(set).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, chance.below(last + 1));
    }
    let fold = Fold::of(history.assembly, order.into_iter().map(|at| history.record.all[at].change.clone()));
    let mut words: BTreeMap<usize, Word> = each(set).map(|at| (at, Word::Waiting)).collect();
    words.extend(fold.judged().map(|judged| (history.record.find(&judged.change.hash()).unwrap(), word(judged.status))));
    words
}

/// The set without all that can be left out while the two still differ.
fn smallest(history: &History, oracle: &Oracle<'_>, from: Set) -> Set {
    let mut set = from;
    for at in each(from).collect::<Vec<_>>().into_iter().rev() {
        let depend = each(set).filter(|later| *later == at || record::holds(history.record.all[*later].past, at));
        let without = set & !depend.map(one).fold(0, |a, b| a | b);
        if heart(history, without, &mut Chance::new(1)) != oracle.words(without) {
            set = without;
        }
    }
    set
}

fn story(history: &History, oracle: &Oracle<'_>, set: Set) -> String {
    let (heard, law) = (heart(history, set, &mut Chance::new(1)), oracle.words(set));
    let name = |device| history.actors.iter().find(|actor| actor.device == device).map_or("?", |actor| actor.name.as_str());
    let line = |at: usize| {
        let change = &history.record.all[at];
        let seen: Vec<_> = change.change.says().seen.iter().filter_map(|hash| history.record.find(hash)).collect();
        let differs = if heard[&at] == law[&at] { "" } else { "  <-- heart, law" };
        let mut act = change.change.act().to_json().to_string();
        for other in &history.record.all {
            act = act.replace(&other.id.to_string(), &format!("#{}", history.record.find(&other.change.hash()).unwrap()));
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
        let words = oracle.words(set);
        if heart(&history, set, &mut chance) != words {
            let set = smallest(&history, &oracle, set);
            panic!("the heart and the law differ, seed {seed}:\n{}", story(&history, &oracle, set));
        }
        words.into_values().for_each(|word| *met.entry(word).or_default() += 1);
    }
}

#[test]
fn the_heart_says_of_every_change_what_the_law_says() {
    let asked = std::env::var("FOLKMOOT_CASES").ok().and_then(|cases| cases.parse().ok());
    let mut met = BTreeMap::new();
    for seed in 0..asked.unwrap_or(600) {
        compare(seed, &mut met);
    }
    for word in [Word::Counts, Word::Pending, Word::Contested, Word::Void, Word::Newer, Word::Waiting] {
        assert!(met.get(&word).is_some_and(|count| *count > 20), "too few are {word:?}: {met:?}");
    }
}
