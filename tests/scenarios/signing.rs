//! Whoever signs is told in words what they sign: when it is listed, when it comes by code, and before anything is signed.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use tempfile::TempDir;

use crate::recovery::card;
use crate::town::{Answer, Town};

const DAY: &str = "2027-03-03";

/// Ada, Bo and Cy, each with a laptop on Millbrook's roll.
struct Millbrook {
    root: TempDir,
    ada: Town,
    bo: Town,
    cy: Town,
}

fn code(answer: Answer) -> String {
    answer.json["code"].as_str().unwrap().to_owned()
}

impl Millbrook {
    fn founded() -> Millbrook {
        let root = tempfile::tempdir().unwrap();
        let ada = Town::found(root.path(), "Millbrook", "Ada Lind");
        let [bo, cy] = ["bo", "cy"].map(|name| Town::at(&root.path().join(name)));
        ada.must(&["enrol", "Bo", "Cy"]);
        let millbrook = Millbrook { root, ada, bo, cy };
        millbrook.asks(&millbrook.bo, "Bo");
        carry(&millbrook.ada, &millbrook.bo);
        let admission = millbrook.asks(&millbrook.cy, "Cy");
        carry(&millbrook.ada, &millbrook.bo);
        millbrook.bo.must(&["sign", &admission]);
        carry(&millbrook.bo, &millbrook.ada);
        carry(&millbrook.ada, &millbrook.cy);
        millbrook
    }

    /// Somebody's laptop asks to be admitted, and Ada files that.
    fn asks(&self, laptop: &Town, whose: &str) -> String {
        let invite = code(self.ada.must(&["device", "invite", "--member", whose]));
        let admitted = self.ada.must(&["device", "admit", &code(laptop.must(&["device", "join", &invite]))]);
        admitted.ids().remove(0)
    }

    /// A meeting that Ada opened has decided something.
    fn decides(&self, title: &str) {
        self.ada.must(&["meeting", "call", DAY, "--place", "the mill"]);
        self.ada.must(&["meeting", "open", DAY, "--present", "3"]);
        self.ada.must(&["meeting", "move", DAY, title]);
        self.ada.must(&["meeting", "decide", DAY, "--consent"]);
    }

    fn stick(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }
}

fn carry(from: &Town, to: &Town) {
    let stick = tempfile::tempdir().unwrap();
    let file = stick.path().join("bundle");
    from.must(&["bundle", "write", file.to_str().unwrap(), "--for", "Millbrook"]);
    assert_eq!(to.read(&fs::read(file).unwrap()).code, 0);
}

/// What a laptop tells of an act by each way on which people come to sign it, in a language; the last of them signs it.
fn told(laptop: &Town, act: &str, language: &str) -> Vec<String> {
    let ways: [&[&str]; 4] = [&["look", "to-sign"], &["sign"], &["code", "show", act], &["sign", act]];
    ways.iter().map(|words| laptop.must(&[*words, &["--lang", language]].concat()).remarks).collect()
}

fn assert_says(told: &[String], words: &[&str]) {
    for (way, told) in told.iter().enumerate() {
        for word in words {
            assert!(told.contains(word), "{word:?} is not said in way {way}: {told}");
        }
    }
}

#[test]
fn whoever_signs_a_delegate_s_mandate_reads_whose_it_is_and_what_they_may_say() {
    let millbrook = Millbrook::founded();
    let (ada, bo) = (&millbrook.ada, &millbrook.bo);
    millbrook.decides("Cy goes to the Spring Circle");
    let words = ["mandate", "grant", "Cy", "delegate", "--body", "Spring Circle", "--decision", "1", "--until", "2027-06-30"];
    let told_to_do = ["--item", "Flour: give 40 kg", "--within", "no more than 60 kg", "--public-name", "Bo"];
    let grant = ada.must(&[&words[..], &told_to_do[..]].concat()).ids().remove(0);
    assert_eq!(ada.must(&["look", "to-sign"]).json["to_sign"][0]["id"], json!(grant), "it waits for others");
    let shown = code(ada.must(&["code", "show", &grant]));
    carry(ada, bo);
    let read = bo.must(&["code", "read", &shown]);
    let told = [told(bo, &grant, "en"), vec![read.remarks]].concat();
    assert_says(
        &told,
        &[&grant[..8], "filed by Ada Lind (member 1)", "Cy (member 3) is delegate from 2027-03-03 until 2027-06-30, at Spring Circle"],
    );
    assert_says(&told, &["They may move within limits, on Flour: give 40 kg (the limits: no more than 60 kg)"]);
    assert_says(&told, &["decision 1 of 2027-03-03, adopted: Cy goes to the Spring Circle", "1 of 2 signatures: Ada Lind (member 1)"]);
    assert_says(&told, &["Neighbours read another name for Cy (member 3): Bo"]);
    assert!(told.iter().all(|told| !told.contains("Bo is delegate") && !told.contains("Bo (member 2) is")), "{told:?}");
    assert_eq!(bo.must(&["look", "act", &grant]).json["status"]["status"], "counts");
    let again = bo.refuses(&["sign", &grant], 3, "signed-before").remarks;
    assert_says(&[again], &["Cy (member 3) is delegate", "2 of 2 signatures", "This laptop has signed it."]);
    assert_eq!(bo.must(&["look", "to-sign"]).remarks.trim(), "Nothing waits for signatures.");
}

#[test]
fn whoever_signs_a_removal_reads_what_of_the_laptop_stands_and_a_ratification_what_stands_against_it() {
    let millbrook = Millbrook::founded();
    let (ada, bo, cy) = (&millbrook.ada, &millbrook.bo, &millbrook.cy);
    let quorum = cy.must(&["quorum", "3"]).ids().remove(0);
    let [first, second] = ["a first sack", "a second sack"].map(|text| cy.act(&Town::flour("40", text)).ids().remove(0));
    carry(cy, ada);
    let laptop = ada.must(&["look", "act", &first]).json["device"].as_str().unwrap().to_owned();
    let removal = ["device", "remove", &laptop, "--reason", "left at the ferry", "--up-to", &first];
    let removal = ada.must(&removal).ids().remove(0);
    carry(ada, bo);
    let removed = told(bo, &removal, "en");
    assert_says(
        &removed,
        &[&laptop[..8], "of Cy (member 3) is taken off the roll for good", "left at the ferry", "filed by Ada Lind (member 1)"],
    );
    assert_says(
        &removed,
        &[&format!("Of what it wrote for everyone, only this and what came before it stands: {}", &first[..8]), "a first sack"],
    );
    assert_says(&removed, &["40 kg flour", "Of what it wrote inside the assembly", "1 of 2 signatures"]);
    assert!(removed.iter().all(|told| !told.contains("a second sack")), "{removed:?}");

    carry(bo, ada);
    let filed = ada.must(&["ratify", &second]);
    let against = format!("Against that entry stands: {}", &removal[..8]);
    assert_says(std::slice::from_ref(&filed.remarks), &[&second[..8], "a second sack", "40 kg flour", &against, "left at the ferry"]);
    let ratified = filed.ids().remove(0);
    carry(ada, bo);
    let waiting = bo.must(&["look", "to-sign"]).remarks;
    let (asked, left) = waiting.split_once(&quorum[..8]).unwrap();
    assert_says(&[asked.to_owned()], &["filed by Ada Lind (member 1)", &ratified[..8]]);
    assert!(!asked.contains("asks for this any more"), "{waiting}");
    assert_says(&[left.to_owned()], &["filed by Cy (member 3)", "No laptop on the roll asks for this any more."]);
    let told = told(bo, &ratified, "es");
    let against = format!("En contra de esa anotación está: {}", &removal[..8]);
    assert_says(&told, &[&second[..8], "a second sack", "Cy (integrante 3)", "40 kg flour", &against, "left at the ferry"]);
    assert_says(&told, &["1 de 2 firmas: Ada Lind (integrante 1)"]);
    assert_eq!(bo.must(&["look", "act", &second]).json["status"]["status"], "counts");
}

#[test]
fn whoever_signs_with_a_card_is_told_first_in_the_language_that_is_asked_for() {
    let millbrook = Millbrook::founded();
    let (ada, bo) = (&millbrook.ada, &millbrook.bo);
    let paper = card(bo, &millbrook.stick("card"));
    let admission = bo.must(&["look", "to-sign"]);
    assert!(admission.remarks.contains("a recovery card of Bo (member 2) comes onto the roll"), "{}", admission.remarks);
    carry(bo, ada);
    ada.must(&["sign", admission.json["to_sign"][0]["id"].as_str().unwrap()]);
    let quorum = ada.must(&["quorum", "3"]).ids().remove(0);
    let told = ada.must(&["card", "sign", &paper, &quorum, "--lang", "ar"]).remarks;
    assert_says(&[told], &[&quorum[..8], "Ada Lind (العضو 1)", "التوقيعات: 1 من 2"]);
}

#[test]
fn whoever_signs_the_admission_of_a_laptop_reads_the_six_words_that_it_shows() {
    let millbrook = Millbrook::founded();
    let (ada, bo) = (&millbrook.ada, &millbrook.bo);
    let another = Town::at(&millbrook.stick("another"));
    let invite = code(ada.must(&["device", "invite", "--member", "Cy"]));
    let asked = another.must(&["device", "join", &invite]);
    let words = asked.json["laptop_words"].as_str().unwrap().to_owned();
    let admission = ada.must(&["device", "admit", &code(asked)]).ids().remove(0);
    carry(ada, bo);
    assert_says(&told(bo, &admission, "en"), &["a laptop of Cy (member 3) comes onto the roll", &words]);
}

#[test]
fn whoever_signs_the_close_of_a_meeting_reads_whose_terms_end_and_of_accounts_what_was_counted() {
    let millbrook = Millbrook::founded();
    let (ada, bo) = (&millbrook.ada, &millbrook.bo);
    millbrook.decides("Cy keeps the minutes");
    let grant = ["mandate", "grant", "Cy", "courier", "--decision", "1", "--from", "2027-03-01", "--until", "2027-03-02"];
    let grant = ada.must(&grant).ids().remove(0);
    carry(ada, bo);
    bo.must(&["sign", &grant]);
    carry(bo, ada);
    ada.act(&Town::flour("40", "the harvest"));
    let ends = ada.must(&["meeting", "close", DAY]).ids().remove(0);
    let closes = ada.must(&["ledger", "close", DAY, "--account", "assets:store", "--counted", "assets:store 40 kg flour"]).ids().remove(0);
    carry(ada, bo);
    let told_of_the_meeting = told(bo, &ends, "en");
    assert_says(
        &told_of_the_meeting,
        &[
            "the meeting of 2027-03-03 is closed",
            "A term that ended before 2027-03-03 is over with it: Cy (member 3) is courier from 2027-03-01 until 2027-03-02",
        ],
    );
    assert_says(&told(bo, &closes, "en"), &["closed until 2027-03-03: assets:store", "Counted: assets:store 40 kg flour"]);
}

#[test]
fn what_others_wrote_drives_no_terminal_and_adds_no_line() {
    let millbrook = Millbrook::founded();
    let (ada, bo, cy) = (&millbrook.ada, &millbrook.bo, &millbrook.cy);
    let laptop = cy.act(&Town::flour("40", "a sack")).ids().remove(0);
    carry(cy, ada);
    let laptop = ada.must(&["look", "act", &laptop]).json["device"].as_str().unwrap().to_owned();
    let reason = "lost\u{1b}[2J\u{9b}1A\n  It has 9 of 9 signatures\u{2028}\u{202e}seit";
    let removal = ada.must(&["device", "remove", &laptop, "--reason", reason]).ids().remove(0);
    carry(ada, bo);
    for told in told(bo, &removal, "en") {
        assert!(told.contains("lost") && !told.contains(['\u{1b}', '\u{9b}', '\u{2028}', '\u{202e}']), "{told:?}");
        assert!(told.lines().all(|line| !line.trim_start().starts_with("It has 9")), "{told}");
    }
    let shown = bo.command(&["look", "act", &removal]).output().unwrap();
    let text = String::from_utf8(shown.stdout.clone()).unwrap();
    assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text:?}");
    assert_eq!(Answer::of(&shown).json["act"]["reason"], json!(reason), "for programs it says what was written");
}
