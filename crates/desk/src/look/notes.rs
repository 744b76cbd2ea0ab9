//! One's own notes, which lie on one's own laptops alone.

use folkmoot::id::{ActId, DeviceId};
use folkmoot::note::Note;
use folkmoot::plain::Meeting;
use schemars::JsonSchema;
use serde::Serialize;

use super::record::AnyAct;
use super::{Asked, misasked};
use crate::Trouble;

/// A note.
#[derive(Debug, Serialize, JsonSchema)]
struct NoteShown<'a> {
    /// Its act.
    id: ActId,
    /// When the laptop's clock says so, in seconds since 1970.
    claimed_at: i64,
    /// The words.
    text: &'a str,
    /// The meeting that it is about.
    meeting: Option<&'a Meeting>,
    /// The act that it is about.
    act: Option<ActId>,
    /// That act, if it is here.
    about: Option<AnyAct>,
}

/// One's own notes.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NotesShown<'a> {
    /// The last one first.
    notes: Vec<NoteShown<'a>>,
    /// How many other laptops of one's own hold them too, once they were met.
    laptops: usize,
    /// Laptops that others let in under one's number: they are given none, until one signs their admission.
    left_out: Vec<DeviceId>,
}

pub(super) fn notes<'a>(asked: &Asked<'a>) -> Result<NotesShown<'a>, Trouble> {
    let wanted = match asked.words {
        [] => Wanted::All,
        [one] => match one.parse() {
            Ok(meeting) => Wanted::Meeting(meeting),
            Err(_) => Wanted::Act(asked.desk.find_act(asked.assembly, one)?),
        },
        _ => return Err(misasked("notes")),
    };
    let book = asked.fold.book();
    // Whose notes these are does not change while a new key waits to be admitted.
    let own = asked.desk.own_devices(asked.assembly)?;
    let member = own.iter().find_map(|device| book.commons.roll.devices.get(device)).map(|known| known.member);
    let mut found: Vec<&Note> = member.into_iter().flat_map(|member| book.own.notes.of(member)).filter(|note| wanted.has(note)).collect();
    found.sort_by_key(|note| std::cmp::Reverse(note.entry.order()));
    let about = |act: &ActId| asked.fold.act(act).map(|judged| AnyAct(judged.change.act().to_json()));
    let notes = found.into_iter().map(|note| NoteShown {
        id: note.entry.id,
        claimed_at: note.entry.claimed_at,
        text: &note.text,
        meeting: note.meeting.as_ref(),
        act: note.act,
        about: note.act.as_ref().and_then(about),
    });
    let (others, left_out) = asked.desk.own_laptops(asked.assembly)?;
    Ok(NotesShown { notes: notes.collect(), laptops: others.len(), left_out: left_out.into_iter().collect() })
}

/// Which notes are wanted.
enum Wanted {
    All,
    Meeting(Meeting),
    Act(ActId),
}

impl Wanted {
    fn has(&self, note: &Note) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Meeting(meeting) => note.meeting.as_ref() == Some(meeting),
            Wanted::Act(act) => note.act.as_ref() == Some(act),
        }
    }
}
