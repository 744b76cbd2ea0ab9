//! The room: what the child does with what it is asked.

use std::io::{self, BufReader, BufWriter, Write};
use std::process::ExitCode;

use folkmoot::change::VerifiedChange;
use folkmoot_record::{DraftDocument, Head, gate};

use crate::talk::{Answer, Ask};
use crate::walls;

/// What a room does. What it refuses harms nobody, and neither does its end.
pub trait Room {
    /// Forgets everything and begins the draft that a change opens; says whether it could.
    fn begin(&mut self, opening: &[u8]) -> bool;
    /// Files changes in the draft; says whether it could.
    fn file(&mut self, edits: &[Vec<u8>]) -> bool;
    /// The heads of the draft, once it was saved and read again; [`None`] where that did not come to the same.
    fn stands(&self) -> Option<Vec<Head>>;
}

/// The room of every program: it does with a draft what the desk will do.
#[derive(Debug, Default)]
pub struct TryDrafts {
    draft: Option<DraftDocument>,
}

impl Room for TryDrafts {
    fn begin(&mut self, opening: &[u8]) -> bool {
        let opening = VerifiedChange::from_archive(opening).ok();
        self.draft = opening.and_then(|opening| DraftDocument::begin(gate(&opening).ok()?).ok());
        self.draft.is_some()
    }

    fn file(&mut self, edits: &[Vec<u8>]) -> bool {
        let Some(draft) = &mut self.draft else { return false };
        let edits: Option<Vec<VerifiedChange>> = edits.iter().map(|edit| VerifiedChange::from_archive(edit).ok()).collect();
        let Some(edits) = edits else { return false };
        let gated: Option<Vec<_>> = edits.iter().map(|edit| gate(edit).ok()).collect();
        gated.is_some_and(|gated| draft.file(gated).is_ok())
    }

    fn stands(&self) -> Option<Vec<Head>> {
        let draft = self.draft.as_ref()?;
        draft.reads_back().ok()?.then(|| draft.heads())
    }
}

/// Goes behind the walls and says so, then answers on standard output what is asked on standard input, until that ends.
pub fn serve(room: &mut impl Room) -> ExitCode {
    let served = walls::raise().and_then(|()| answer_all(room));
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn answer_all(room: &mut impl Room) -> io::Result<()> {
    let mut from = BufReader::new(io::stdin().lock());
    let mut to = BufWriter::new(io::stdout().lock());
    Answer::Went.write(&mut to)?;
    while let Some(ask) = Ask::read(&mut from)? {
        walls::limit_time(ask.length())?;
        let done = match ask {
            Ask::Begin(opening) => room.begin(&opening),
            Ask::File(edits) => room.file(&edits),
            Ask::FileEach(edits) => file_each(room, edits, &mut to)?,
        };
        done.then(|| room.stands()).flatten().map_or(Answer::Refused, Answer::Stands).write(&mut to)?;
    }
    Ok(())
}

/// Each is filed, saved and read again before the word that it went: the first that is not said to have gone is what did harm.
fn file_each(room: &mut impl Room, edits: Vec<Vec<u8>>, to: &mut impl Write) -> io::Result<bool> {
    for edit in edits {
        walls::limit_time(edit.len())?;
        if !room.file(&[edit]) || room.stands().is_none() {
            return Ok(false);
        }
        Answer::Went.write(to)?;
    }
    Ok(true)
}
