//! The tests of the law can fail: with any one clause left out, some worked example comes out otherwise. And what is settled stays.

use folkmoot::fold::Clause;
use folkmoot_testkit::judge::{judge, without};
use folkmoot_testkit::{Chance, tried};

use super::law::{Oracle, Word};
use super::plain_history::History;
use super::record::{Set, each, holds};

/// The worked examples, of which each clause has one at least.
fn examples() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/histories");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files = files.filter(|file| !file.file_name().to_str().unwrap().ends_with(".answer.json"));
    let mut examples: Vec<(String, String)> =
        files.map(|file| (file.file_name().into_string().unwrap(), std::fs::read_to_string(file.path()).unwrap())).collect();
    examples.sort();
    examples
}

fn answer(text: &str) -> String {
    serde_json::to_string(&judge(text).unwrap()).unwrap()
}

#[test]
fn whichever_clause_is_left_out_of_the_law_something_notices() {
    let examples = examples();
    let mut unnoticed = Vec::new();
    for clause in Clause::ALL {
        let by = examples.iter().find(|(_, text)| answer(text) != without(*clause, || answer(text))).map(|(name, _)| name);
        println!("{clause:?}: {by:?}");
        if by.is_none() {
            unnoticed.push(clause);
        }
    }
    assert!(unnoticed.is_empty(), "no worked example notices {unnoticed:?}");
    tried("clauses left out, and each is noticed", Clause::ALL.len());
}

#[test]
fn a_thief_who_forks_one_device_of_an_honest_town_unsettles_nothing_and_voids_nothing() {
    let (mut settled, mut void) = (0, 0);
    for seed in 0..600 {
        let mut history = History::of(seed, true);
        let honest = history.record.whole();
        let (before, firm) = history.judged(honest, &mut Chance::new(seed));
        // One device that is a majority alone can regrow everything, as RESOLVER.md 4 says plainly.
        let oracle = Oracle::new(&history.record);
        if each(honest).skip(1).any(|at| oracle.weighed(at).majority < 2) {
            continue;
        }
        history.rob();
        let whole = history.record.whole();
        let (after, still) = history.judged(whole, &mut Chance::new(seed));
        let lost: Set = firm & !still;
        assert_eq!(lost, 0, "seed {seed}:\n{}", history.story(whole, &(after, still), &(before, firm)));
        assert_eq!(still, Oracle::new(&history.record).settled(whole), "seed {seed}");
        for at in each(honest) {
            assert!(!holds(firm, at) || after[&at] == Word::Counts, "seed {seed}: {at} was settled");
            assert_eq!(before[&at] == Word::Void, after[&at] == Word::Void, "seed {seed}: {at}");
            void += usize::from(before[&at] == Word::Void);
        }
        settled += firm.count_ones();
    }
    println!("{settled} settled, {void} void");
    assert!(settled > 500);
}
