//! The contract with programs: the schema of acts is what was published, and every kind has an example that can be read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use folkmoot::act::Act;
use serde_json::Value as Json;

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("assets").join(name)
}

/// Compares a schema with the published one, or publishes it.
fn changes_only_on_purpose(name: &str, schema: &Json) {
    let schema = format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file(name), &schema).unwrap();
    }
    let published = fs::read_to_string(file(name)).unwrap();
    assert!(
        published == schema,
        "{name} changed; if that is meant, run the tests with UPDATE=1, then `npm run contract` in ui, and say why in the commit"
    );
}

#[test]
fn the_schema_of_acts_changes_only_on_purpose() {
    changes_only_on_purpose("acts.schema.json", &folkmoot_desk::schema());
}

#[test]
fn the_schema_of_views_changes_only_on_purpose() {
    changes_only_on_purpose("views.schema.json", &folkmoot_desk::views_schema());
}

#[test]
fn every_view_is_in_the_schema_and_no_two_types_share_a_name() {
    let schema = folkmoot_desk::views_schema();
    let shown: BTreeSet<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(shown, folkmoot_desk::VIEWS.iter().map(|view| view.name).collect());
    // The schema numbers types that share a name.
    for schema in [&schema, &folkmoot_desk::schema()] {
        let numbered = schema["$defs"].as_object().unwrap().keys().find(|name| name.ends_with(|last: char| last.is_ascii_digit()));
        assert_eq!(numbered, None);
    }
}

/// Every `do` that the schema names.
fn kinds(schema: &Json) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match schema {
        Json::Object(fields) => {
            let kind = fields.get("properties").and_then(|properties| properties.get("do")?.get("const")?.as_str());
            found.extend(kind.map(str::to_owned));
            fields.values().for_each(|value| found.extend(kinds(value)));
        }
        Json::Array(items) => items.iter().for_each(|item| found.extend(kinds(item))),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
    found
}

#[test]
fn every_kind_of_act_has_an_example_that_reads_and_writes_back() {
    let examples: Json = serde_json::from_str(&fs::read_to_string(file("examples.json")).unwrap()).unwrap();
    let examples = examples.as_object().unwrap();
    assert_eq!(examples.keys().cloned().collect::<BTreeSet<_>>(), kinds(&folkmoot_desk::schema()));
    for (kind, example) in examples {
        let act = Act::from_json(example).unwrap_or_else(|why| panic!("{kind}: {why}"));
        assert_eq!(example["do"], kind.as_str());
        let value = act.to_value().unwrap();
        assert_eq!(Act::from_value(&value), Ok(act), "{kind}");
        assert!(value.to_json()["do"] == kind.as_str());
    }
}

#[test]
fn no_duty_can_be_granted_without_an_end() {
    let mut grant: Json = serde_json::from_str(&fs::read_to_string(file("examples.json")).unwrap()).unwrap();
    let grant = grant["mandate.grant"].as_object_mut().unwrap();
    grant.remove("until");
    assert!(Act::from_json(&Json::Object(grant.clone())).is_err(), "C7: no open-ended term");
}

#[test]
fn no_view_nets_one_town_against_another() {
    for view in folkmoot_desk::VIEWS {
        for word in ["owes", "owed", "debt", "net", "bilateral", "receivable", "payable"] {
            let named = format!("{} {}", view.name, view.shows);
            assert!(!named.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == word), "I8: {named}");
        }
    }
}
