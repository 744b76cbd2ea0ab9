//! Notes for oneself, on one's own laptops alone.

use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::plain::Meeting;
use folkmoot_desk::Trouble;
use serde_json::json;

use super::At;

#[derive(Debug, Subcommand)]
pub(crate) enum NoteVerb {
    /// Write a note that only your own laptops hold.
    Write {
        /// The words.
        text: String,
        /// The meeting that it is about, like 2027-03-03.
        #[arg(long, value_name = "MEETING")]
        meeting: Option<Meeting>,
        /// What it is about: a mandate, an entry; its id or the first letters.
        #[arg(long, value_name = "ID")]
        about: Option<String>,
        /// The note that it takes the place of; its id or the first letters.
        #[arg(long, value_name = "NOTE")]
        instead: Option<String>,
    },
    /// Put a note away.
    Drop {
        /// Its id or the first letters, as `look notes` shows it.
        note: String,
    },
}

pub(super) fn run(mut at: At<'_>, verb: &NoteVerb) -> Result<ExitCode, Trouble> {
    let find = |asked: &Option<String>| asked.as_ref().map(|asked| at.desk.find_act(at.assembly, asked)).transpose();
    let (act, says) = match verb {
        NoteVerb::Write { text, meeting, about, instead } => {
            let (about, instead) = (find(about)?, find(instead)?);
            (json!({ "do": "note.write", "text": text, "meeting": meeting, "act": about, "instead": instead }), "Noted:")
        }
        NoteVerb::Drop { note } => (json!({ "do": "note.drop", "note": at.desk.find_act(at.assembly, note)? }), "Put away:"),
    };
    at.do_all(&[act], says)
}
