//! Sealed things, for a few members alone.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use folkmoot_desk::Trouble;
use folkmoot_host::files;
use serde_json::json;

use super::At;

#[derive(Debug, Subcommand)]
pub(crate) enum SealedVerb {
    /// Write something that only the laptops of these members, and of your own, can read.
    Write {
        /// What it is called; that is sealed too.
        title: String,
        /// A file with the words, or - for standard input.
        file: PathBuf,
        /// For whom: number or name; may be said more than once. For nobody else, if left out.
        #[arg(long = "with", value_name = "MEMBER")]
        with: Vec<String>,
    },
    /// Add an entry for the same members.
    Add {
        /// The thing's id or the first letters, as `look sealed` shows it.
        thing: String,
        /// A file with the words, or - for standard input.
        file: PathBuf,
    },
    /// Let laptops read it that came onto the roll later.
    Again {
        /// The thing's id or the first letters.
        thing: String,
        /// Also a laptop that others let in under a member's number, once that member has told you face to face that it is theirs: its key or the first letters; may be said more than once.
        #[arg(long = "also", value_name = "LAPTOP")]
        also: Vec<String>,
    },
}

pub(super) fn run(mut at: At<'_>, verb: &SealedVerb) -> Result<ExitCode, Trouble> {
    let (assembly, now) = (at.assembly, at.moment.seconds);
    let ids = match verb {
        SealedVerb::Write { title, file, with } => {
            let with = with.iter().map(|asked| at.desk.find_member(assembly, asked)).collect::<Result<Vec<_>, _>>()?;
            vec![at.desk.seal(assembly, &with, title, &files::read_text(file)?, now)?]
        }
        SealedVerb::Add { thing, file } => {
            let thing = at.desk.find_act(assembly, thing)?;
            vec![at.desk.seal_more(assembly, thing, &files::read_text(file)?, now)?]
        }
        SealedVerb::Again { thing, also } => {
            let thing = at.desk.find_act(assembly, thing)?;
            let also = also.iter().map(|asked| at.desk.find_laptop(assembly, asked)).collect::<Result<Vec<_>, _>>()?;
            at.desk.seal_again(assembly, thing, &also, now)?
        }
    };
    let lines: Vec<String> = ids.iter().map(|id| format!("Sealed: {id}")).collect();
    Ok(at.say.done(&lines, json!({ "ids": ids })))
}
