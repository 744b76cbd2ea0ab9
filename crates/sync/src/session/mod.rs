//! A session: what two holders say to each other until both hold the same, and from then on as anything new happens.
//!
//! Both ends do the same, in turns. In a turn both say how much they hold, more and more exactly, then each says what the other lacks;
//! the next turn confirms it. Whoever has news when all is quiet says it outright and begins the next turn with it, so that an act is
//! with the other after half a round trip, and both know so after one.
//!
//! **Invariant:** there is no clock, no chance and no I/O here but the holder's. A turn brings something new to one of the two, shows what
//! there was no room to show before, or is the last until there is news, so a session never talks on for nothing. A stranger is told
//! nothing at all, and whoever is taken off a roll in mid-turn nothing more.

mod say;
mod show;
mod turn;

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use folkmoot::id::{AssemblyId, ChangeHash};

use crate::frame::{Frame, HEAD_BYTES};
use crate::holder::{Caller, Holder, Standing, TakenIn, Wanted};
use crate::limits::{Dropped, Limits};
use crate::scope::Scope;
use crate::vector::{Digest, Vector};

use show::Show;

/// How many bytes are taken in by one commit.
const COMMIT: usize = 1024 * 1024;
/// How many frames are, however short they are: each takes up more here than on the road.
const COMMIT_FRAMES: usize = 4096;

/// Where a session stands in its turn: what it has said, and waits to hear from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The other is to say who it is.
    Letter,
    /// Nothing; whoever has news begins.
    Quiet,
    Summary,
    Buckets,
    Towns,
    Vectors,
    Changes,
}

/// Something to be said, in this order.
#[derive(Debug)]
enum Out {
    Frame(Frame),
    Changes(VecDeque<ChangeHash>),
    Beside(AssemblyId, VecDeque<Wanted>),
    Said,
}

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is at work.
    Talking,
    /// Both hold the same, and neither needs anything.
    Equal,
    /// Neither needs anything that the other would give, and yet they do not hold the same.
    Apart,
}

/// One session with one other laptop.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) caller: Caller,
    scope: Scope,
    stage: Stage,
    turn: u16,
    /// What we said and what they said in this turn's summaries: the number of assemblies and what stands for them.
    ours: (u32, Digest),
    /// The arrival number that our summary goes up to.
    mark: i64,
    differ: BTreeSet<AssemblyId>,
    /// The assemblies that alone are asked for while there is no room for others.
    near: BTreeSet<AssemblyId>,
    has_room: bool,
    show: Show,
    /// The vectors that they showed last; none before any were seen.
    shown: Option<BTreeMap<AssemblyId, Vector>>,
    /// What stands for all that they hold of our own assembly, as they last told; none before they did.
    told: Option<Digest>,
    /// Lines of which they showed more than we had.
    owed: Vec<(AssemblyId, crate::vector::Line, u64)>,
    equal: bool,
    said: bool,
    heard: bool,
    progress: bool,
    news: bool,
    /// Something was recorded since it was asked what the other may be given.
    doubt: bool,
    out: VecDeque<Out>,
    arrived: Vec<Frame>,
    arrived_bytes: usize,
    /// Changes that the other surely has: it said them, or we did.
    theirs: HashSet<ChangeHash>,
    /// What was asked for in the requests that are not all answered yet, and how many of those there are.
    asked: BTreeSet<(AssemblyId, Wanted)>,
    awaited: usize,
    /// The last thing that was asked for in this turn; they go by assembly.
    asked_to: Option<(AssemblyId, Wanted)>,
    rest_said: Option<u16>,
    rest_heard: Option<u16>,
    limits: Limits,
    pub(crate) took: usize,
    pub(crate) gave: usize,
}

impl Session {
    /// Begins a session; what is to be said first waits in [`Session::say`].
    ///
    /// # Errors
    /// [`Dropped::NotWelcome`] when the other is a stranger whom we called, or whom nobody expects.
    pub(crate) fn open<H: Holder>(holder: &mut H, caller: Caller, now_ms: u64) -> Result<Session, Dropped> {
        let standing = holder.standing(caller.ours, &caller.endpoint).map_err(Dropped::ours)?;
        let may_answer = !caller.dialled && holder.expects_strangers(caller.ours).map_err(Dropped::ours)?;
        if standing == Standing::Stranger && !may_answer {
            return Err(Dropped::NotWelcome);
        }
        let mut session = Session {
            scope: Scope::of(standing, caller.ours),
            stage: if standing == Standing::Stranger { Stage::Letter } else { Stage::Quiet },
            turn: 0,
            ours: (0, Digest([0; Digest::BYTES])),
            mark: 0,
            differ: BTreeSet::new(),
            near: BTreeSet::new(),
            has_room: true,
            show: Show::default(),
            shown: None,
            told: None,
            owed: Vec::new(),
            equal: false,
            said: false,
            heard: false,
            progress: false,
            news: false,
            doubt: false,
            out: VecDeque::new(),
            arrived: Vec::new(),
            arrived_bytes: 0,
            theirs: HashSet::new(),
            asked: BTreeSet::new(),
            awaited: 0,
            asked_to: None,
            rest_said: None,
            rest_heard: None,
            limits: Limits::from(now_ms),
            took: 0,
            gave: 0,
            caller,
        };
        if standing != Standing::Stranger {
            let letters = holder.letters(session.caller.ours, &session.caller.endpoint).map_err(Dropped::ours)?;
            session.out.extend(letters.into_iter().map(|letter| Out::Frame(Frame::Letter(letter))));
            session.begin(holder)?;
        }
        Ok(session)
    }

    /// How far it has come.
    pub(crate) fn state(&self) -> State {
        let at_rest = self.stage == Stage::Quiet && self.rest_said == Some(self.turn) && self.rest_heard == Some(self.turn);
        match (at_rest && self.out.is_empty() && self.arrived.is_empty() && !self.news, self.equal) {
            (false, _) => State::Talking,
            (true, true) => State::Equal,
            (true, false) => State::Apart,
        }
    }

    /// How many changes they showed that are not here, if they have shown anything.
    pub(crate) fn lacking<H: Holder>(&self, holder: &H) -> Option<u64> {
        let lacks = |(assembly, shown)| self.scope.lacks(holder, assembly, shown);
        self.shown.as_ref().map(|shown| shown.iter().map(lacks).fold(0, u64::saturating_add))
    }

    /// Something was recorded that the other may not have.
    pub(crate) fn tell(&mut self) {
        self.news = true;
        self.doubt = true;
    }

    /// Asks what the other may be given where something may have changed that; a wider scope begins with a turn.
    fn stand<H: Holder>(&mut self, holder: &H) -> Result<(), Dropped> {
        if !self.doubt || self.stage == Stage::Letter {
            return Ok(());
        }
        let standing = holder.standing(self.caller.ours, &self.caller.endpoint).map_err(Dropped::ours)?;
        let scope = Scope::of(standing, self.caller.ours);
        if standing == Standing::Stranger {
            return Err(Dropped::NotWelcome);
        }
        if scope.is_narrower_than(&self.scope) {
            return Err(Dropped::Narrowed);
        }
        if self.stage == Stage::Quiet {
            self.scope = scope;
        }
        self.doubt = scope != self.scope;
        Ok(())
    }

    /// Hears frames; says how many changes were new.
    ///
    /// # Errors
    /// [`Dropped`] when the other breaks the order of talk or a limit, is welcome no longer, or when this side cannot record.
    pub(crate) fn hear<H: Holder>(&mut self, holder: &mut H, frames: Vec<Frame>, now_ms: u64) -> Result<usize, Dropped> {
        self.limits.heard(now_ms);
        if self.out.is_empty() {
            self.limits.said(now_ms);
        }
        self.stand(holder)?;
        let before = self.took;
        for frame in frames {
            match frame {
                Frame::Letter(letter) => self.letter(holder, &letter)?,
                _ if self.stage == Stage::Letter => return Err(Dropped::NotWelcome),
                Frame::Change(ref bytes) => {
                    self.arrived_bytes += HEAD_BYTES + bytes.len();
                    self.arrived.push(frame);
                }
                Frame::Card { assembly, hash, .. } => self.given(assembly, Wanted::Card(hash), frame)?,
                Frame::File { assembly, hash, .. } => self.given(assembly, Wanted::File(hash), frame)?,
                Frame::Talk(talk) => {
                    self.take_in(holder)?;
                    self.talk(holder, talk)?;
                }
                // A newer version says something more; what it needs of us it says in words that we know.
                Frame::Unknown { .. } => {}
            }
            if self.arrived_bytes > COMMIT || self.arrived.len() >= COMMIT_FRAMES {
                self.take_in(holder)?;
            }
        }
        Ok(self.took - before)
    }

    fn letter<H: Holder>(&mut self, holder: &mut H, letter: &str) -> Result<(), Dropped> {
        self.limits.letter()?;
        let holds = holder.hear_letter(&self.caller, letter).map_err(Dropped::ours)?;
        if self.stage == Stage::Letter {
            let standing = holder.standing(self.caller.ours, &self.caller.endpoint).map_err(Dropped::ours)?;
            if !holds || standing == Standing::Stranger {
                return Err(Dropped::NotWelcome);
            }
            self.stage = Stage::Quiet;
            self.tell();
        }
        Ok(())
    }

    fn given(&mut self, assembly: AssemblyId, wanted: Wanted, frame: Frame) -> Result<(), Dropped> {
        if !self.asked.contains(&(assembly, wanted)) {
            return Err(Dropped::Unasked);
        }
        if let Frame::Card { card: bytes, .. } | Frame::File { bytes, .. } = &frame {
            self.arrived_bytes += HEAD_BYTES + bytes.len();
        }
        self.arrived.push(frame);
        Ok(())
    }

    /// Takes in what has arrived, by one commit.
    ///
    /// # Errors
    /// As [`Session::hear`].
    pub(crate) fn take_in<H: Holder>(&mut self, holder: &mut H) -> Result<(), Dropped> {
        if self.arrived.is_empty() {
            return Ok(());
        }
        self.arrived_bytes = 0;
        let taken: TakenIn = holder.take_in(std::mem::take(&mut self.arrived), &self.caller).map_err(Dropped::ours)?;
        self.took += taken.new;
        self.progress |= taken.new + taken.waiting > 0;
        let held = holder.holdings().values().map(crate::holding::Holding::len).sum();
        self.limits.took(&taken, held)?;
        self.theirs.extend(taken.proved);
        Ok(())
    }

    /// Some of a frame has arrived that is not whole yet.
    pub(crate) fn came(&mut self, now_ms: u64) {
        self.limits.heard(now_ms);
    }

    /// Some of what was given to be sent has gone out.
    pub(crate) fn went(&mut self, now_ms: u64) {
        self.limits.said(now_ms);
    }

    /// Whether the other has kept us waiting for too long.
    ///
    /// # Errors
    /// [`Dropped::Stalled`] when it has.
    pub(crate) fn tick(&self, now_ms: u64) -> Result<(), Dropped> {
        let quiet = self.stage == Stage::Quiet && self.awaited == 0;
        self.limits.tick(now_ms, !quiet && self.out.is_empty(), !self.out.is_empty())
    }
}
