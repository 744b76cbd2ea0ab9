//! Every act that can be done has a verb of its own at the command line.

use std::collections::BTreeMap;

use crate::town::Town;

/// Each kind of act with the verb that does it.
const VERBS: [(&str, &[&str]); 52] = [
    ("charter.adopt", &["charter", "adopt"]),
    ("charter.amend", &["charter", "amend"]),
    ("draft.close", &["draft", "close"]),
    ("draft.edit", &["draft", "type"]),
    ("draft.open", &["draft", "open"]),
    ("floor.attend", &["meeting", "attend"]),
    ("floor.note", &["meeting", "note"]),
    ("floor.object", &["meeting", "object"]),
    ("ledger.budget", &["ledger", "budget"]),
    ("ledger.close", &["ledger", "close"]),
    ("ledger.open", &["ledger", "open"]),
    ("ledger.post", &["ledger", "post"]),
    ("ledger.reverse", &["ledger", "reverse"]),
    ("mandate.agree", &["mandate", "agree"]),
    ("mandate.grant", &["mandate", "grant"]),
    ("mandate.miss", &["mandate", "miss"]),
    ("mandate.recall", &["mandate", "recall"]),
    ("mandate.report", &["mandate", "report"]),
    ("meeting.action", &["meeting", "action"]),
    ("meeting.adopt", &["meeting", "adopt"]),
    ("meeting.call", &["meeting", "call"]),
    ("meeting.close", &["meeting", "close"]),
    ("meeting.correct", &["meeting", "correct"]),
    ("meeting.decide", &["meeting", "decide"]),
    ("meeting.done", &["meeting", "done"]),
    ("meeting.item", &["meeting", "item"]),
    ("meeting.move", &["meeting", "move"]),
    ("meeting.open", &["meeting", "open"]),
    ("meeting.presence", &["meeting", "present"]),
    ("meeting.seal", &["meeting", "seal"]),
    ("meeting.withdraw", &["meeting", "withdraw"]),
    ("neighbour.ask", &["device", "join"]),
    ("neighbour.invite", &["town", "invite"]),
    ("neighbour.join", &["town", "join"]),
    ("neighbour.part", &["town", "part"]),
    ("neighbour.revoke", &["town", "revoke"]),
    ("note.drop", &["note", "drop"]),
    ("note.write", &["note", "write"]),
    ("people.strike", &["member", "strike"]),
    ("quiet.begin", &["quiet", "begin"]),
    ("quiet.end", &["quiet", "end"]),
    ("roll.admit", &["device", "admit"]),
    ("roll.card", &["member", "change"]),
    ("roll.enrol", &["enrol"]),
    ("roll.found", &["found"]),
    ("roll.leave", &["member", "leave"]),
    ("roll.quorum", &["quorum"]),
    ("roll.ratify", &["ratify"]),
    ("roll.remove", &["device", "remove"]),
    ("roll.sign", &["sign"]),
    ("sealed.put", &["sealed", "write"]),
    ("witness.cosign", &["cosign"]),
];

#[test]
fn every_kind_of_act_has_a_verb_that_the_help_lists() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::at(&dir.path().join("nowhere"));
    let kinds = millbrook.must(&["act", "--example", "kinds"]).json;
    let kinds: Vec<&str> = kinds["kinds"].as_array().unwrap().iter().map(|kind| kind.as_str().unwrap()).collect();
    let verbs: BTreeMap<&str, &[&str]> = VERBS.into_iter().collect();
    assert_eq!(verbs.keys().copied().collect::<Vec<_>>(), kinds, "a new kind of act needs a verb");
    let help = |words: &[&str]| {
        let output = millbrook.command(&[words, &["--help"]].concat()).output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    for (kind, words) in verbs {
        let (last, before) = words.split_last().unwrap();
        let (_, listed) = help(before);
        assert!(listed.lines().any(|line| line.split_whitespace().next() == Some(*last)), "{kind}: {words:?} is not listed");
        assert!(help(words).0, "{kind}: {words:?}");
    }
}

#[test]
fn an_agenda_grows_somebody_objects_and_the_number_of_signers_changes() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::found(dir.path(), "Millbrook", "Ada");
    town.must(&["enrol", "Bo", "Cy"]);
    town.must(&["meeting", "call", "2027-03-03", "--place", "the hall"]);
    town.must(&["meeting", "item", "2027-03-03", "The roof", "--minutes", "20"]);
    town.must(&["meeting", "item", "2027-03-03", "The well"]);
    town.must(&["meeting", "open", "2027-03-03", "--present", "3"]);
    town.must(&["meeting", "move", "2027-03-03", "We mend the roof"]);
    town.must(&["meeting", "object", "2027-03-03", "Bo", "It costs too much"]);
    town.must(&["meeting", "object", "2027-03-03", "Cy", "Not now", "--aside"]);
    town.refuses(&["meeting", "object", "2027-03-03", "Dee", "Who am I"], 2, "not-in-the-book");
    let meeting = town.must(&["look", "meeting", "2027-03-03"]).json.to_string();
    assert!(meeting.contains("The roof") && meeting.contains("The well") && meeting.contains("20"), "{meeting}");
    let floor = town.must(&["look", "floor", "2027-03-03"]).json.to_string();
    assert!(floor.contains("It costs too much") && floor.contains("Not now"), "{floor}");
    assert!(!meeting.contains("It costs too much"), "that stays in the assembly");
    town.must(&["quorum", "1"]);
    town.must(&["quorum", "1"]);
    town.refuses(&["quorum", "3"], 3, "quorum-out-of-reach");
    assert_eq!(town.must(&["look", "roll"]).json["k"], 1);
    let acts = town.must(&["look", "acts"]).json;
    let counts = acts["acts"].as_array().unwrap().iter().all(|act| act["status"]["status"] == "counts");
    assert!(counts, "{acts}");
}
