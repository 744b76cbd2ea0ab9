//! The words of every refusal, and that none is without them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use folkmoot::refusal::Refusal;
use folkmoot::value::Value;
use folkmoot_desk::Phrases;
use serde_json::Value as Json;

use crate::{Case, INSTITUTIONS};

/// How much of an act's JSON is shown beside the words.
const LONG: usize = 600;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn code(refusal: &Refusal) -> String {
    refusal.facts()["code"].as_str().unwrap().to_owned()
}

/// A case as its golden file has it; the fields of the act stand in one order under every build.
fn told(case: &Case, english: &Phrases) -> String {
    let Case { story, act, refusal, .. } = case;
    let (rule, phrase) = (refusal.rule(), english.refusal(refusal));
    let principle = english.principle(refusal);
    let act = Value::from_json(act).unwrap().to_json().to_string();
    let act = if act.len() > LONG { format!("{} …", &act[..LONG]) } else { act };
    format!(
        "# {story}\ncode: {}\nrule: {}\nprinciple: {:?}. {principle}\nact: {act}\nsays: {}\ninstead: {}\n",
        code(refusal),
        rule.id,
        rule.principle,
        phrase.says,
        phrase.instead,
    )
}

#[test]
fn every_refusal_is_told_in_these_words() {
    let english = Phrases::of("en");
    for (institution, cases) in INSTITUTIONS {
        let told: Vec<String> = cases().iter().map(|case| told(case, &english)).collect();
        let file = here("tests/refusals").join(institution).with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&file, told.join("\n")).unwrap();
        }
        let golden = std::fs::read_to_string(&file).unwrap_or_default();
        for (told, golden) in told.iter().zip(golden.split("\n\n")) {
            assert_eq!(told.trim_end(), golden.trim_end(), "{institution}");
        }
        assert_eq!(told.join("\n"), golden, "{institution}");
    }
}

/// Every `properties.code.const` of a schema.
fn codes_in(schema: &Json, codes: &mut Vec<String>) {
    if let Some(code) = schema.pointer("/properties/code/const").and_then(Json::as_str) {
        codes.push(code.to_owned());
    }
    match schema {
        Json::Object(fields) => fields.values().for_each(|field| codes_in(field, codes)),
        Json::Array(items) => items.iter().for_each(|item| codes_in(item, codes)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// The codes that the heart knows; each belongs to one institution, since it names one phrase.
fn known_codes() -> BTreeSet<String> {
    let mut codes = Vec::new();
    codes_in(schemars::schema_for!(Refusal).as_value(), &mut codes);
    let distinct: BTreeSet<String> = codes.iter().cloned().collect();
    assert_eq!(distinct.len(), codes.len(), "two institutions share a code: {codes:?}");
    distinct
}

#[test]
fn no_refusal_is_without_a_case() {
    let told: BTreeSet<String> = INSTITUTIONS.iter().flat_map(|(_, cases)| cases()).map(|case| code(&case.refusal)).collect();
    let known = known_codes();
    let one_sided: Vec<&String> = told.symmetric_difference(&known).collect();
    assert!(one_sided.is_empty(), "without a case: {one_sided:?}");
}

/// The phrases of each language, as its file has them: by key, whether it also says what to do instead.
pub(crate) fn languages() -> Vec<(String, BTreeMap<String, bool>)> {
    let folders = std::fs::read_dir(here("../assets/locales")).unwrap().map(|folder| folder.unwrap());
    let read = |folder: std::fs::DirEntry| {
        let text = std::fs::read_to_string(folder.path().join("desk.ftl")).unwrap();
        let mut phrases = BTreeMap::new();
        let mut key = String::new();
        for line in text.lines() {
            if line.trim_start().starts_with(".instead =") {
                phrases.insert(key.clone(), true);
            } else if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.starts_with([' ', '#'])) {
                key = name.to_owned();
                assert_eq!(phrases.insert(key.clone(), false), None, "{key} stands twice");
            }
        }
        (folder.file_name().into_string().unwrap(), phrases)
    };
    folders.map(read).collect()
}

/// A language has a phrase, with what to do instead, for these codes and no others.
pub(crate) fn assert_written(language: &str, phrases: &BTreeMap<String, bool>, kind: &str, codes: &BTreeSet<String>) {
    let written: BTreeSet<String> = phrases.keys().filter_map(|key| key.strip_prefix(kind)).map(str::to_owned).collect();
    let one_sided: Vec<&String> = written.symmetric_difference(codes).collect();
    assert!(one_sided.is_empty(), "{language}: without a phrase, or without a code: {one_sided:?}");
    let silent: Vec<&String> = phrases.iter().filter(|(key, instead)| key.starts_with(kind) && !**instead).map(|(key, _)| key).collect();
    assert!(silent.is_empty(), "{language}: {silent:?} do not say what to do instead");
}

#[test]
fn every_language_says_what_is_refused_and_what_to_do_instead() {
    let cases: Vec<Case> = INSTITUTIONS.iter().flat_map(|(_, cases)| cases()).collect();
    for (language, phrases) in languages() {
        assert_written(&language, &phrases, "refusal-", &known_codes());
        let spoken = Phrases::of(&language);
        for case in &cases {
            let (code, phrase) = (code(&case.refusal), spoken.refusal(&case.refusal));
            assert_ne!(phrase.says, format!("refusal-{code}"), "{language}: a fact is missing");
            assert!(!phrase.instead.is_empty(), "{language}: a fact is missing for what to do instead of {code}");
            assert!(!spoken.principle(&case.refusal).starts_with("principle-"), "{language}: {code} serves a principle without words");
        }
    }
}

#[test]
fn no_phrase_speaks_of_machines() {
    let text = std::fs::read_to_string(here("../assets/locales/en/desk.ftl")).unwrap().to_lowercase();
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        assert!(!["error", "invalid", "node", "peer", "crdt", "hash"].contains(&word.trim_end_matches('s')), "{word}");
    }
}

/// What the phrases of one kind are told, in each language: by key, the facts that they name.
fn facts_of(kind: &str) -> Vec<(String, BTreeMap<String, BTreeSet<String>>)> {
    let folders = std::fs::read_dir(here("../assets/locales")).unwrap().map(|folder| folder.unwrap());
    let read = |folder: std::fs::DirEntry| {
        let text = std::fs::read_to_string(folder.path().join("desk.ftl")).unwrap();
        let (mut told, mut key): (BTreeMap<String, BTreeSet<String>>, String) = (BTreeMap::new(), String::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.starts_with([' ', '}'])) {
                key = name.to_owned();
            }
            let facts = line.split('$').skip(1).map(|rest| rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap().to_owned());
            told.entry(key.clone()).or_default().extend(facts);
        }
        told.retain(|key, _| key.starts_with(kind));
        (folder.file_name().into_string().unwrap(), told)
    };
    folders.map(read).collect()
}

#[test]
fn every_language_tells_whoever_signs_the_same() {
    let languages = facts_of("signing-");
    let (first, told) = languages.first().unwrap();
    assert!(told.len() > 50, "{told:?}");
    for (language, others) in &languages {
        for key in told.keys().chain(others.keys()) {
            assert_eq!(told.get(key), others.get(key), "{key} in {first} and {language}");
        }
    }
}
