//! The gate by itself: what Cy signs is in its one form and within every limit of a value, and is no act.

use folkmoot::change::Ring;
use folkmoot::value::Value;
use folkmoot_desk::ActsCode;
use folkmoot_record::MAX_FIELD_NAME;
use folkmoot_sync::Frame;

use crate::town::{Millbrook, NOW};
use crate::watch::{alone, counted, watched};

fn map(fields: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Map(fields.into_iter().collect())
}

/// An act of a kind that nobody knows, with one more field.
fn levitate(name: &str, value: Value) -> Value {
    map([("do".to_owned(), Value::Text("levitate".to_owned())), (name.to_owned(), value)])
}

#[test]
fn a_value_that_is_no_act_comes_into_no_home_by_any_road() {
    let _alone = alone("gate");
    let mut town = Millbrook::found();
    let (longest, longer) = ("x".repeat(MAX_FIELD_NAME), "x".repeat(MAX_FIELD_NAME + 1));
    let inside = |name: &str| Value::List(vec![map([(name.to_owned(), Value::Int(1))])]);
    let no_acts = [
        Value::Text("levitate".to_owned()),
        Value::List(vec![levitate("height", Value::Int(3))]),
        map([]),
        map([("done".to_owned(), Value::Text("levitate".to_owned()))]),
        map([("do".to_owned(), Value::Int(1))]),
        map([("do".to_owned(), inside("do"))]),
        levitate("", Value::Int(1)),
        levitate(&longer, Value::Int(1)),
        levitate("in", inside("")),
        levitate("in", inside(&longer)),
    ];
    let before = [0, 1].map(|home| town.homes[home].desk.fold(town.assembly).unwrap().unwrap().sizes());
    for (number, act) in no_acts.iter().enumerate() {
        for ring in [Ring::Commons, Ring::Assembly] {
            let bytes = town.next(ring, "future", act.encode()).sign(&town.cy.pen).encode();
            let received = watched(&format!("no act {number}, on a stick"), || town.takes(0, vec![Frame::Change(bytes.clone())]));
            let reasons: Vec<(&str, _)> = received.refused.iter().map(|refused| (refused.reason.as_str(), refused.device)).collect();
            assert_eq!(reasons, [("gate", Some(town.cy.device))], "{act:?}");
            assert!(received.new.is_empty() && received.waiting == 0, "{received:?}");
            let code = ActsCode { assembly: town.assembly, changes: vec![bytes] };
            let received = watched(&format!("no act {number}, as a code"), || town.homes[1].desk.hear_acts(&code, NOW).unwrap());
            assert_eq!((received.refused.len(), received.new.len(), received.waiting), (1, 0, 0), "{act:?}: {received:?}");
            counted("places", 2);
        }
    }
    let after = [0, 1].map(|home| town.homes[home].desk.fold(town.assembly).unwrap().unwrap().sizes());
    assert_eq!(after, before, "nothing of it is in the book");
    // What is just within the limits is kept for a newer Folkmoot.
    for act in [levitate(&longest, Value::Int(1)), levitate("in", inside(&longest))] {
        let says = town.next(Ring::Assembly, "future", act.encode());
        let frames = [Frame::Change(town.sign(says))];
        for received in town.all_take(&frames) {
            assert_eq!((received.refused.len(), received.new.len()), (0, 1), "{received:?}");
        }
    }
    town.still_stands();
}
