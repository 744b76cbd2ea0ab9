//! A roster from a spreadsheet: any sane order of columns, errors by line, and nobody twice.

use std::collections::BTreeMap;

use folkmoot::id::AssemblyId;
use folkmoot::plain::Member;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{CardText, Desk, Trouble};

/// A line that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RosterLine {
    /// The line in the file, from 1.
    pub line: u64,
    /// The card.
    pub card: CardText,
    /// The member who has that card already, here or on an earlier line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Member>,
}

/// A line that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RosterTrouble {
    /// The line in the file, from 1.
    pub line: u64,
    /// The code of the reason.
    pub reason: &'static str,
    /// What the line says.
    pub text: String,
}

/// What came of a roster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Imported {
    /// Which column was taken for what.
    pub columns: BTreeMap<&'static str, String>,
    /// People who are new.
    pub new: Vec<RosterLine>,
    /// People who are on the roll already.
    pub known: Vec<RosterLine>,
    /// Lines that repeat an earlier line of the file.
    pub repeated: Vec<RosterLine>,
    /// Lines that cannot be used.
    pub troubles: Vec<RosterTrouble>,
    /// The numbers that the new people were given; none in a preview.
    pub numbers: Vec<Member>,
}

/// A roster as it was read: which column was taken for what, and its lines.
type Read = (BTreeMap<&'static str, String>, Vec<Result<(u64, CardText), RosterTrouble>>);

const COLUMNS: [(&str, &[&str]); 5] = [
    ("name", &["name", "full name", "member", "person", "nombre", "nombre y apellidos", "nom", "nav", "ناو", "اسم", "الاسم"]),
    ("phone", &["phone", "telephone", "tel", "mobile", "phone number", "telefono", "teléfono", "telefon", "هاتف"]),
    ("email", &["email", "e-mail", "mail", "correo", "correo electronico", "correo electrónico"]),
    ("household", &["household", "house", "family", "address", "hogar", "casa", "mal", "عائلة"]),
    ("note", &["note", "notes", "remarks", "nota", "notas"]),
];

/// Reads a roster: comma, semicolon or tab between columns, a first line of names, UTF-8 with or without a mark.
///
/// # Errors
/// [`Trouble::RosterColumns`] when no column holds names.
fn read(text: &str) -> Result<Read, Trouble> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = [b';', b'\t', b','].into_iter().max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count()).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let no_columns = || Trouble::RosterColumns { header: first.to_owned() };
    let header = reader.headers().map_err(|_| no_columns())?.clone();
    let mut at: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (position, title) in header.iter().enumerate() {
        let title = title.to_lowercase();
        if let Some((field, _)) = COLUMNS.iter().find(|(_, names)| names.contains(&title.trim())) {
            at.entry(*field).or_insert(position);
        }
    }
    let given =
        ["first name", "given name", "forename"].iter().find_map(|name| header.iter().position(|title| title.to_lowercase() == *name));
    let family = ["last name", "surname", "family name", "apellidos"]
        .iter()
        .find_map(|name| header.iter().position(|title| title.to_lowercase() == *name));
    if !at.contains_key("name") && given.is_none() {
        return Err(no_columns());
    }
    let columns = at.iter().map(|(field, position)| (*field, header.get(*position).unwrap_or_default().to_owned())).collect();
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                lines.push(Err(RosterTrouble { line, reason: "not-a-line", text: error.to_string() }));
                continue;
            }
        };
        let line = record.position().map_or(0, |position| line_at(text, position.byte()));
        let cell = |field: &str| at.get(field).and_then(|position| record.get(*position)).unwrap_or_default().to_owned();
        let part = |position: Option<usize>| position.and_then(|position| record.get(position)).unwrap_or_default();
        let name = if at.contains_key("name") { cell("name") } else { format!("{} {}", part(given), part(family)).trim().to_owned() };
        let text = record.iter().collect::<Vec<_>>().join(" | ");
        if text.replace([' ', '|'], "").is_empty() {
            continue;
        }
        let card = CardText { name, phone: cell("phone"), email: cell("email"), household: cell("household"), note: cell("note") };
        lines.push(if card.name.is_empty() {
            Err(RosterTrouble { line, reason: "no-name", text })
        } else if card.name.chars().any(char::is_control) || card.name.chars().count() > 200 {
            Err(RosterTrouble { line, reason: "not-a-name", text })
        } else {
            Ok((line, card))
        });
    }
    Ok((columns, lines))
}

/// The line on which the record that begins at a byte stands; line ends and empty lines before it are passed over.
fn line_at(text: &str, byte: u64) -> u64 {
    let (before, rest) = text.as_bytes().split_at((byte as usize).min(text.len()));
    let blank = rest.iter().take_while(|byte| **byte == b'\r' || **byte == b'\n').count();
    let ends = before.iter().chain(rest.iter().take(blank)).filter(|byte| **byte == b'\n').count();
    ends as u64 + 1
}

impl Desk {
    /// Enters everybody on a roster who is not on the roll yet; a preview only says who that would be.
    ///
    /// # Errors
    /// [`Trouble::RosterColumns`], [`Trouble::Roster`] when a line cannot be used (and then nobody is entered, but the preview shows them).
    pub fn import_roster(&mut self, assembly: AssemblyId, text: &str, preview: bool, now: i64) -> Result<Imported, Trouble> {
        let (columns, lines) = read(text)?;
        let mut people: BTreeMap<_, Option<Member>> =
            self.names(assembly)?.into_iter().map(|(member, card)| (card.likeness(), Some(member))).collect();
        let mut imported = Imported { columns, ..Imported::default() };
        for line in lines {
            match line {
                Err(trouble) => imported.troubles.push(trouble),
                Ok((line, card)) => match people.get(&card.likeness()) {
                    Some(Some(member)) => imported.known.push(RosterLine { line, card, known: Some(*member) }),
                    Some(None) => imported.repeated.push(RosterLine { line, card, known: None }),
                    None => {
                        people.insert(card.likeness(), None);
                        imported.new.push(RosterLine { line, card, known: None });
                    }
                },
            }
        }
        if preview {
            return Ok(imported);
        }
        if !imported.troubles.is_empty() {
            return Err(Trouble::Roster { lines: imported.troubles.len() });
        }
        if !imported.new.is_empty() {
            let cards: Vec<CardText> = imported.new.iter().map(|line| line.card.clone()).collect();
            imported.numbers = self.enrol(assembly, &cards, None, now)?;
        }
        Ok(imported)
    }
}
