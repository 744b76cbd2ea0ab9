//! Meetings, from the call to the seal.

use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use folkmoot::plain::{Day, Meeting};
use folkmoot_desk::Trouble;
use serde_json::{Value as Json, json};

use super::At;

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Outcome {
    Adopted,
    Rejected,
    Deferred,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MeetingVerb {
    /// Call a meeting, or enter one that was held on paper.
    Call {
        /// Its day, like 2027-03-03.
        meeting: Meeting,
        /// Where.
        #[arg(long)]
        place: String,
        /// At what hour.
        #[arg(long)]
        time: Option<String>,
        /// An item of the agenda; may be said more than once.
        #[arg(long = "item", value_name = "TITLE")]
        items: Vec<String>,
        /// It was held on paper, and this member read the paper.
        #[arg(long, value_name = "MEMBER")]
        paper_witness: Option<String>,
    },
    /// Add an item to the agenda.
    Item {
        /// The meeting, by its day.
        meeting: Meeting,
        /// What it is about.
        title: String,
        /// How long it may take, in minutes.
        #[arg(long)]
        minutes: Option<u32>,
    },
    /// Open it, with the number of members present.
    Open {
        /// The meeting, by its day.
        meeting: Meeting,
        /// How many members are in the hall, laptop or not.
        #[arg(long)]
        present: u32,
    },
    /// Count who is present anew.
    Present {
        /// The meeting, by its day.
        meeting: Meeting,
        /// How many members are in the hall.
        present: u32,
    },
    /// Write down by name who arrived and who left; this stays in the assembly.
    Attend {
        /// The meeting, by its day.
        meeting: Meeting,
        /// Who arrived: numbers or names.
        arrived: Vec<String>,
        /// Who left.
        #[arg(long, value_name = "MEMBER")]
        left: Vec<String>,
        /// Who saw it.
        #[arg(long, value_name = "MEMBER")]
        witness: Option<String>,
    },
    /// Put a motion.
    Move {
        /// The meeting, by its day.
        meeting: Meeting,
        /// What it is called.
        title: String,
        /// What it says; the title, if nothing more is to be said.
        text: Option<String>,
        /// Take what it says from a draft, and close it: its title, or the first letters of its id.
        #[arg(long, value_name = "DRAFT", conflicts_with = "text")]
        from_draft: Option<String>,
        /// Who moves it.
        #[arg(long, value_name = "MEMBER")]
        mover: Option<String>,
    },
    /// Write down who objects to a motion, or stands aside, and why; this stays in the assembly.
    Object {
        /// The meeting, by its day.
        meeting: Meeting,
        /// Who: number or name.
        member: String,
        /// Why.
        reason: String,
        /// The motion; may be left out where only one waits.
        #[arg(long)]
        motion: Option<String>,
        /// They stand aside, and block nothing.
        #[arg(long)]
        aside: bool,
    },
    /// Take a motion back before it is settled.
    Withdraw {
        /// The meeting, by its day.
        meeting: Meeting,
        /// The motion; may be left out where only one waits.
        motion: Option<String>,
    },
    /// Settle a motion, by a count of hands or by consent; the outcome follows from it.
    Decide {
        /// The meeting, by its day.
        meeting: Meeting,
        /// The motion: its id or the first letters; may be left out where only one waits.
        motion: Option<String>,
        /// Nobody objects, or only as often as --objections says.
        #[arg(long, required_unless_present = "yes", conflicts_with = "yes")]
        consent: bool,
        /// Hands for.
        #[arg(long = "for", requires = "against")]
        yes: Option<u32>,
        /// Hands against.
        #[arg(long)]
        against: Option<u32>,
        /// Neither.
        #[arg(long, default_value_t = 0)]
        abstain: u32,
        /// Objections left standing.
        #[arg(long, default_value_t = 0, requires = "consent")]
        objections: u32,
        /// What became of it, where it does not follow.
        #[arg(long)]
        outcome: Option<Outcome>,
    },
    /// Ask somebody to do something by a day.
    Action {
        /// The meeting, by its day.
        meeting: Meeting,
        /// What is to be done.
        what: String,
        /// By which day.
        #[arg(long)]
        due: Day,
        /// By whom: number or name.
        #[arg(long, value_name = "MEMBER")]
        who: Option<String>,
    },
    /// Say that an action was done.
    Done {
        /// The meeting, by its day.
        meeting: Meeting,
        /// The action's id or the first letters.
        action: String,
    },
    /// A note for the assembly's own memory.
    Note {
        /// The meeting, by its day.
        meeting: Meeting,
        /// The words.
        text: String,
    },
    /// Say what was wrong in an entry; the entry stays.
    Correct {
        /// The meeting, by its day.
        meeting: Meeting,
        /// The entry's id or the first letters.
        act: String,
        /// What is right.
        text: String,
    },
    /// Close it; other holders sign.
    Close {
        /// The meeting, by its day.
        meeting: Meeting,
    },
    /// Adopt its minutes by a decision.
    Adopt {
        /// The meeting, by its day.
        meeting: Meeting,
        /// The decision's number.
        #[arg(long)]
        decision: String,
    },
    /// Seal its adopted minutes; other holders sign.
    Seal {
        /// The meeting, by its day.
        meeting: Meeting,
    },
}

impl At<'_> {
    fn members(&self, asked: &[String]) -> Result<Vec<folkmoot::plain::Member>, Trouble> {
        asked.iter().map(|asked| self.desk.find_member(self.assembly, asked)).collect()
    }

    fn one(&self, asked: &Option<String>) -> Result<Option<folkmoot::plain::Member>, Trouble> {
        asked.as_deref().map(|asked| self.desk.find_member(self.assembly, asked)).transpose()
    }

    /// The motion that is meant: by id, or the only one that waits for its decision.
    fn motion(&self, meeting: &Meeting, asked: &Option<String>) -> Result<folkmoot::id::ActId, Trouble> {
        if let Some(asked) = asked {
            return self.desk.find_act(self.assembly, asked);
        }
        let minutes = self.desk.fold(self.assembly)?.map(|fold| &fold.book().commons.minutes);
        let all = minutes.into_iter().flat_map(|minutes| minutes.motions.values().filter(|motion| minutes.is_open(&motion.entry.id)));
        let open: Vec<_> = all.filter(|motion| motion.meeting == *meeting).collect();
        match open.as_slice() {
            [one] => Ok(one.entry.id),
            [] => Err(Trouble::NotInTheBook { what: "open motion in", asked: meeting.to_string() }),
            several => {
                let named = several.iter().map(|motion| format!("{} ({})", motion.title, motion.entry.id.short()));
                Err(Trouble::WhichMotion { motions: named.collect::<Vec<_>>().join(", ") })
            }
        }
    }

    fn decide(&self, verb: &MeetingVerb) -> Result<Json, Trouble> {
        let MeetingVerb::Decide { meeting, motion, consent: _, yes, against, abstain, objections, outcome } = verb else {
            return Ok(Json::Null);
        };
        let motion = self.motion(meeting, motion)?;
        let number = self.desk.fold(self.assembly)?.map_or(1, |fold| fold.book().commons.minutes.next_decision());
        let (answer, follows) = match (yes, against) {
            (Some(yes), Some(against)) => (json!({ "by": "count", "for": yes, "against": against, "abstain": abstain }), yes > against),
            (Some(_) | None, _) => (json!({ "by": "consent", "objections": objections }), *objections == 0),
        };
        let outcome = match outcome {
            Some(Outcome::Adopted) => "adopted",
            Some(Outcome::Rejected) => "rejected",
            Some(Outcome::Deferred) => "deferred",
            None if follows => "adopted",
            None => "rejected",
        };
        Ok(json!({ "do": "meeting.decide", "meeting": meeting, "motion": motion, "number": number, "answer": answer, "outcome": outcome }))
    }
}

pub(super) fn run(mut at: At<'_>, verb: &MeetingVerb) -> Result<ExitCode, Trouble> {
    let (act, what) = match verb {
        MeetingVerb::Call { meeting, place, time, items, paper_witness } => {
            let agenda: Vec<Json> = items.iter().map(|title| json!({ "title": title })).collect();
            let witness = at.one(paper_witness)?;
            (
                json!({ "do": "meeting.call", "meeting": meeting, "place": place, "time": time, "agenda": agenda, "paper_witness": witness }),
                "Called:",
            )
        }
        MeetingVerb::Item { meeting, title, minutes } => {
            let mut item = json!({ "title": title });
            if let Some(minutes) = minutes {
                item["minutes"] = json!(minutes);
            }
            (json!({ "do": "meeting.item", "meeting": meeting, "item": item }), "On the agenda:")
        }
        MeetingVerb::Object { meeting, member, reason, motion, aside } => {
            let (member, motion) = (at.desk.find_member(at.assembly, member)?, at.motion(meeting, motion)?);
            let act =
                json!({ "do": "floor.object", "meeting": meeting, "motion": motion, "member": member, "reason": reason, "aside": aside });
            (act, if *aside { "Stands aside:" } else { "Objects:" })
        }
        MeetingVerb::Open { meeting, present } => (json!({ "do": "meeting.open", "meeting": meeting, "present": present }), "Opened:"),
        MeetingVerb::Present { meeting, present } => {
            (json!({ "do": "meeting.presence", "meeting": meeting, "present": present }), "Counted:")
        }
        MeetingVerb::Attend { meeting, arrived, left, witness } => {
            let (arrived, left, witness) = (at.members(arrived)?, at.members(left)?, at.one(witness)?);
            (json!({ "do": "floor.attend", "meeting": meeting, "arrived": arrived, "left": left, "witness": witness }), "Written down:")
        }
        MeetingVerb::Move { meeting, title, text, from_draft, mover } => {
            let text = text.as_ref().unwrap_or(title);
            let mut act = json!({ "do": "meeting.move", "meeting": meeting, "title": title, "text": text, "mover": at.one(mover)? });
            if let Some(draft) = from_draft {
                let carried = at.carried(draft)?;
                act["text"] = json!(carried.text);
                return at.do_carrying(act, carried, "Motion:");
            }
            (act, "Motion:")
        }
        MeetingVerb::Withdraw { meeting, motion } => {
            (json!({ "do": "meeting.withdraw", "meeting": meeting, "motion": at.motion(meeting, motion)? }), "Taken back:")
        }
        MeetingVerb::Decide { .. } => {
            let act = at.decide(verb)?;
            let motion = act["motion"].as_str().and_then(|motion| motion.parse().ok());
            let minutes = at.desk.fold(at.assembly)?.map(|fold| &fold.book().commons.minutes);
            let title = motion.and_then(|motion| Some(minutes?.motions.get(&motion)?.title.clone())).unwrap_or_default();
            let what = format!("Decision {}, {}: {title}.\n ", act["number"], act["outcome"].as_str().unwrap_or_default());
            return at.do_all(&[act], &what);
        }
        MeetingVerb::Action { meeting, what, due, who } => {
            (json!({ "do": "meeting.action", "meeting": meeting, "what": what, "due": due, "who": at.one(who)? }), "Action:")
        }
        MeetingVerb::Done { meeting, action } => {
            (json!({ "do": "meeting.done", "meeting": meeting, "action": at.desk.find_act(at.assembly, action)? }), "Done:")
        }
        MeetingVerb::Note { meeting, text } => (json!({ "do": "floor.note", "meeting": meeting, "text": text }), "Noted:"),
        MeetingVerb::Correct { meeting, act, text } => {
            (json!({ "do": "meeting.correct", "meeting": meeting, "act": at.desk.find_act(at.assembly, act)?, "text": text }), "Corrected:")
        }
        MeetingVerb::Close { meeting } => {
            let number = at.desk.fold(at.assembly)?.map_or(1, |fold| fold.book().commons.minutes.held() + 1);
            (json!({ "do": "meeting.close", "meeting": meeting, "number": number }), "Closed:")
        }
        MeetingVerb::Adopt { meeting, decision } => {
            (json!({ "do": "meeting.adopt", "meeting": meeting, "decision": at.decision(decision)? }), "Adopted:")
        }
        MeetingVerb::Seal { meeting } => {
            let held = at.desk.fold(at.assembly)?.and_then(|fold| fold.book().commons.minutes.meetings.get(meeting));
            let digest = held
                .map(folkmoot::minutes::Held::digest)
                .ok_or_else(|| Trouble::NotInTheBook { what: "meeting", asked: meeting.to_string() })?;
            (json!({ "do": "meeting.seal", "meeting": meeting, "digest": digest }), "Sealed:")
        }
    };
    at.do_all(&[act], what)
}
