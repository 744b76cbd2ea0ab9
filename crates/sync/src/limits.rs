//! What a session puts up with.
//!
//! **Invariant:** an honest holder never meets a limit, however much it has to say; one that stalls, floods or lies is dropped with a
//! reason, and nobody else notices.

use crate::holder::TakenIn;

/// For how long the other may keep us waiting, in milliseconds.
const PATIENCE: u64 = 60_000;
/// How many frames of the other may be refused.
const MAX_REFUSED: usize = 64;
/// How many turns the other may begin one after the other that bring nothing.
const MAX_EMPTY_TURNS: u32 = 256;
/// How many changes that we have the other may say, beside four times what we hold.
const MAX_KNOWN: usize = 4096;
/// How many changes that wait for others may be said: twice as many as may wait at all.
const MAX_WAITING: usize = 16_384;
/// How many changes may be left out for want of room: from the next turn on they are not asked for.
const MAX_LEFT_OUT: usize = 4096;
/// How many letters one session may bring.
const MAX_LETTERS: u32 = 8;
/// How many requests may wait for their answer.
const MAX_ASKED: usize = 64;

/// Why a session was ended from this side.
#[derive(Debug, thiserror::Error)]
pub enum Dropped {
    /// Not on any roll that is here, and not invited.
    #[error("it is not known here")]
    NotWelcome,
    /// It may be given less than when it came; what it may be given, it is when it comes again.
    #[error("it may be given less than before")]
    Narrowed,
    /// It said something that does not come next.
    #[error("it spoke out of turn")]
    OutOfTurn,
    /// It kept us waiting for a minute.
    #[error("it stopped answering")]
    Stalled,
    /// Too many of its frames were refused.
    #[error("{0} of the things that it sent could not be taken in")]
    Refused(usize),
    /// It says over and over what is known, or begins turns that bring nothing.
    #[error("it floods")]
    Flood,
    /// There was no room for all that it had begun to say; when it comes again, that is not asked for.
    #[error("there is no room here for all that it says")]
    NoRoom,
    /// It sent what nobody had asked for.
    #[error("it sent what nobody asked for")]
    Unasked,
    /// It showed changes that it then did not give.
    #[error("it showed more than it gave")]
    KeptBack,
    /// A frame that is none.
    #[error("it sent what is no frame: {0}")]
    Frame(#[from] crate::frame::FrameError),
    /// This home's own trouble.
    #[error("this home could not go on")]
    Ours(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Dropped {
    /// The code of the reason, as it is told to the other end and kept.
    pub fn code(&self) -> &'static str {
        match self {
            Dropped::NotWelcome => "not-welcome",
            Dropped::Narrowed => "standing-changed",
            Dropped::OutOfTurn => "out-of-turn",
            Dropped::Stalled => "stalled",
            Dropped::Refused(_) => "refused",
            Dropped::Flood => "flood",
            Dropped::NoRoom => "no-room",
            Dropped::Unasked => "unasked",
            Dropped::KeptBack => "kept-back",
            Dropped::Frame(_) => "no-frame",
            Dropped::Ours(_) => "our-trouble",
        }
    }

    pub(crate) fn ours(error: impl std::error::Error + Send + Sync + 'static) -> Dropped {
        Dropped::Ours(Box::new(error))
    }
}

/// What one session has used up.
#[derive(Debug)]
pub(crate) struct Limits {
    heard_at: u64,
    said_at: u64,
    refused: usize,
    waiting: usize,
    left_out: usize,
    known: usize,
    letters: u32,
    empty_turns: u32,
}

impl Limits {
    pub(crate) fn from(now_ms: u64) -> Limits {
        Limits { heard_at: now_ms, said_at: now_ms, refused: 0, waiting: 0, left_out: 0, known: 0, letters: 0, empty_turns: 0 }
    }

    pub(crate) fn heard(&mut self, now_ms: u64) {
        self.heard_at = self.heard_at.max(now_ms);
    }

    /// Something was said, some of it has gone out, or there was nothing to say until now.
    pub(crate) fn said(&mut self, now_ms: u64) {
        self.said_at = self.said_at.max(now_ms);
    }

    pub(crate) fn letter(&mut self) -> Result<(), Dropped> {
        self.letters += 1;
        require(self.letters <= MAX_LETTERS, Dropped::Flood)
    }

    pub(crate) fn begun_by_them(&mut self) -> Result<(), Dropped> {
        self.empty_turns += 1;
        require(self.empty_turns <= MAX_EMPTY_TURNS, Dropped::Flood)
    }

    pub(crate) fn asked(&self, waiting: usize) -> Result<(), Dropped> {
        require(waiting < MAX_ASKED, Dropped::Flood)
    }

    /// Counts what was taken in, beside `held` changes that are here.
    pub(crate) fn took(&mut self, taken: &TakenIn, held: usize) -> Result<(), Dropped> {
        if taken.new + taken.beside > 0 {
            self.empty_turns = 0;
        }
        self.refused += taken.refused;
        self.waiting += taken.waiting;
        self.left_out += taken.left_out;
        self.known += taken.proved.len().saturating_sub(taken.new + taken.waiting + taken.left_out);
        require(self.refused <= MAX_REFUSED, Dropped::Refused(self.refused))?;
        require(self.left_out <= MAX_LEFT_OUT, Dropped::NoRoom)?;
        require(self.waiting <= MAX_WAITING, Dropped::Flood)?;
        require(self.known <= MAX_KNOWN + 4 * held, Dropped::Flood)
    }

    /// Judges whether a line was shown longer than it was then said; not when some of it could not be taken in here.
    pub(crate) fn kept_back(&self, shorter: bool) -> Result<(), Dropped> {
        require(!shorter || self.refused + self.waiting + self.left_out > 0, Dropped::KeptBack)
    }

    pub(crate) fn tick(&self, now_ms: u64, waits_for_them: bool, has_to_say: bool) -> Result<(), Dropped> {
        let patient = |since: u64| now_ms.saturating_sub(since) <= PATIENCE;
        // While we have something to say, it is they who do not read.
        require((!waits_for_them || patient(self.heard_at.max(self.said_at))) && (!has_to_say || patient(self.said_at)), Dropped::Stalled)
    }
}

fn require(holds: bool, otherwise: Dropped) -> Result<(), Dropped> {
    if holds { Ok(()) } else { Err(otherwise) }
}
