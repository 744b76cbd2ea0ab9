//! The door: the program's side of the airlock. It starts the room, asks, and does not wait longer than it must.
//!
//! **Invariant:** an edit that did harm is never tried again while the program runs, and neither is a draft that is not opened for it; a
//! room that did not answer as it should is ended.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io::{self, BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use folkmoot::change::VerifiedChange;
use folkmoot::id::ActId;
use folkmoot_record::Head;

use crate::WORD;
use crate::room::{TryDrafts, serve};
use crate::talk::{Answer, Ask};
use crate::walls;

/// How long an answer may take at most, as a multiple of the time on a processor: the room ends itself long before, unless it sleeps.
const PATIENCE: u32 = 6;
/// So few edits are filed one after the other to find out which does harm; of more, the halves are tried first.
const FEW: usize = 16;
/// How long finding out what does harm may take; a draft for which it takes longer is not opened.
const SIFTING: Duration = Duration::from_secs(60);
/// How many edits of one draft may end a room before nobody tries the others.
const MOST_HARMFUL: usize = 8;

static THIS_PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// What an edit did in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harm {
    /// The room ended: a panic, too much memory, too much time, an overflow of the stack.
    Ended,
    /// The room answered nothing in time, or not as it should.
    Silent,
    /// It could not be filed, or what was saved could not be read again.
    Refused,
}

/// Why nothing could be tried.
#[derive(Debug, thiserror::Error)]
pub enum Closed {
    /// The room could not be started, or did not come up behind its walls.
    #[error("no process to try a draft in could be started")]
    NotStarted(#[source] io::Error),
    /// The opening of the draft does harm, or too many of its edits.
    #[error("what tried the draft came to harm")]
    Harmful,
}

/// The door of one room, which is started when something is first tried.
#[derive(Debug)]
pub struct Airlock {
    program: PathBuf,
    room: Option<Running>,
    /// The draft that the room holds, and a mark of the asker's for how far.
    at: Option<(ActId, i64)>,
    harmful: BTreeMap<ActId, Harm>,
    /// The drafts that are not opened.
    shut: BTreeSet<ActId>,
    /// Until when answers are waited for at most, while it is found out what does harm.
    until: Option<Instant>,
}

impl Airlock {
    /// Serves as a room if this process was started as one, and then says how it ended; if not, this program can be started as one from
    /// now on. To be called first of all in a program.
    pub fn enter() -> Option<std::process::ExitCode> {
        if env::args_os().nth(1).is_some_and(|word| word == WORD) {
            return Some(serve(&mut TryDrafts::default()));
        }
        // On Linux this is the running program itself, also where it was replaced by a newer one meanwhile.
        let itself = if cfg!(target_os = "linux") { Some(PathBuf::from("/proc/self/exe")) } else { env::current_exe().ok() };
        if let Some(itself) = itself {
            let _ = THIS_PROGRAM.set(itself);
        }
        None
    }

    /// The airlock of this program, if it [can be entered](Airlock::enter).
    pub fn of_this_program() -> Option<Airlock> {
        THIS_PROGRAM.get().map(|program| Airlock::of(program))
    }

    /// The airlock of a program that serves as a room when its first argument is [`WORD`].
    pub fn of(program: &Path) -> Airlock {
        Airlock { program: program.to_owned(), room: None, at: None, harmful: BTreeMap::new(), shut: BTreeSet::new(), until: None }
    }

    /// How far the room has come with a draft, as the asker marked it; 0 where it holds another or none.
    pub fn stands_at(&self, draft: &ActId) -> i64 {
        self.at.filter(|(held, _)| held == draft).map_or(0, |(_, mark)| mark)
    }

    /// The edits that did harm; none of them is tried again.
    pub fn harmful(&self) -> &BTreeMap<ActId, Harm> {
        &self.harmful
    }

    /// Files edits on top of those that the room holds, or on top of the opening where [it stands](Airlock::stands_at) at 0, and says
    /// which heads that has; `mark` is where it stands afterwards. [`None`] where they cannot all be filed: then [`Airlock::sift`] finds
    /// out which.
    ///
    /// # Errors
    /// [`Closed::NotStarted`]; [`Closed::Harmful`] when [`Airlock::sift`] said so of that draft before.
    pub fn go_on(&mut self, opening: &VerifiedChange, edits: &[VerifiedChange], mark: i64) -> Result<Option<Vec<Head>>, Closed> {
        let draft = opening.act_id();
        if self.shut.contains(&draft) {
            return Err(Closed::Harmful);
        }
        let begun = self.stands_at(&draft) != 0 || self.begin(opening)?;
        let answer = if begun { self.ask(Ask::File(encoded(&self.harmless(edits))))? } else { Err(Harm::Refused) };
        let Ok(Answer::Stands(heads)) = answer else {
            self.end();
            return Ok(None);
        };
        self.at = Some((draft, mark));
        Ok(Some(heads))
    }

    /// Files all edits of a draft from its opening, fewer and fewer at a time where that fails, leaves out those that do harm, and says
    /// which heads the others have; `mark` is where the room stands afterwards.
    ///
    /// # Errors
    /// [`Closed::NotStarted`]; [`Closed::Harmful`] when the opening does harm, more than eight edits do, or it takes more than a minute:
    /// then that draft is not tried again.
    pub fn sift(&mut self, opening: &VerifiedChange, edits: &[VerifiedChange], mark: i64) -> Result<Vec<Head>, Closed> {
        let draft = opening.act_id();
        let until = Instant::now() + SIFTING;
        self.until = Some(until);
        let sifted = self.sift_until(until, opening, &self.harmless(edits));
        self.until = None;
        match &sifted {
            Ok(_) => self.at = Some((draft, mark)),
            Err(Closed::NotStarted(_)) => self.end(),
            Err(Closed::Harmful) => {
                self.end();
                self.shut.insert(draft);
            }
        }
        sifted
    }

    fn sift_until(&mut self, until: Instant, opening: &VerifiedChange, edits: &[&VerifiedChange]) -> Result<Vec<Head>, Closed> {
        let known = self.harmful.len();
        // Those that are known to go, and those that are to be tried, in order; the next are the last. That all of them together do not go
        // is known.
        let (first, second) = edits.split_at(edits.len() / 2);
        let (mut good, mut rest) = (Vec::new(), vec![second, first]);
        let mut heads = self.begin_with(opening, &good)?;
        while let Some(next) = rest.pop() {
            if Instant::now() > until || self.harmful.len() - known > MOST_HARMFUL {
                return Err(Closed::Harmful);
            }
            let (went, answer) = if next.len() > FEW { (0, self.ask(Ask::File(encoded(next)))?) } else { self.ask_each(next)? };
            let harm = match answer {
                Ok(Answer::Stands(stands)) => {
                    heads = stands;
                    good.extend(next);
                    continue;
                }
                Ok(Answer::Refused | Answer::Went) => Harm::Refused,
                Err(harm) => harm,
            };
            // Nobody is blamed for what there was no time for.
            if Instant::now() > until {
                return Err(Closed::Harmful);
            }
            if next.len() > FEW {
                let (first, second) = next.split_at(next.len() / 2);
                rest.extend([second, first]);
            } else {
                let (gone, others) = next.split_at(went.min(next.len()));
                // Where all went and it ended all the same, no edit is to blame.
                let Some((culprit, others)) = others.split_first() else { return Err(Closed::Harmful) };
                self.harmful.insert(culprit.act_id(), harm);
                good.extend(gone);
                rest.push(others);
            }
            heads = self.begin_with(opening, &good)?;
        }
        Ok(heads)
    }

    /// Starts anew with a draft and those of its edits that are known to go.
    fn begin_with(&mut self, opening: &VerifiedChange, good: &[&VerifiedChange]) -> Result<Vec<Head>, Closed> {
        self.end();
        if self.begin(opening)?
            && let Ok(Answer::Stands(heads)) = self.ask(Ask::File(encoded(good)))?
        {
            return Ok(heads);
        }
        Err(Closed::Harmful)
    }

    /// Files edits one after the other; says how many went before the answer that ended it.
    fn ask_each(&mut self, edits: &[&VerifiedChange]) -> Result<(usize, Result<Answer, Harm>), Closed> {
        let mut answer = self.ask(Ask::FileEach(encoded(edits)))?;
        let mut went = 0;
        // A room in other hands could go on saying so.
        while answer == Ok(Answer::Went) && went <= edits.len() {
            went += 1;
            answer = self.hear(patience(0));
        }
        Ok((went, answer))
    }

    fn harmless<'a>(&self, edits: &'a [VerifiedChange]) -> Vec<&'a VerifiedChange> {
        edits.iter().filter(|edit| !self.harmful.contains_key(&edit.act_id())).collect()
    }

    fn begin(&mut self, opening: &VerifiedChange) -> Result<bool, Closed> {
        self.at = None;
        Ok(matches!(self.ask(Ask::Begin(opening.signed().encode()))?, Ok(Answer::Stands(_))))
    }

    fn ask(&mut self, ask: Ask) -> Result<Result<Answer, Harm>, Closed> {
        let room = match &mut self.room {
            Some(room) => room,
            empty => empty.insert(Running::start(&self.program).map_err(Closed::NotStarted)?),
        };
        let patience = patience(ask.length());
        // A room that has ended hears nothing; that it ended is its answer.
        let _ = room.asks.send(ask);
        Ok(self.hear(patience))
    }

    fn hear(&mut self, patience: Duration) -> Result<Answer, Harm> {
        let Some(room) = &self.room else { return Err(Harm::Ended) };
        let patience = self.until.map_or(patience, |until| patience.min(until.saturating_duration_since(Instant::now())));
        match room.answers.recv_timeout(patience) {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) if error.kind() == io::ErrorKind::InvalidData => Err(Harm::Silent),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(Harm::Ended),
            Err(RecvTimeoutError::Timeout) => Err(Harm::Silent),
        }
    }

    fn end(&mut self) {
        (self.room, self.at) = (None, None);
    }
}

/// How long to wait for an answer about so many bytes.
fn patience(bytes: usize) -> Duration {
    Duration::from_secs(walls::seconds(bytes)) * PATIENCE
}

fn encoded(edits: &[&VerifiedChange]) -> Vec<Vec<u8>> {
    edits.iter().map(|edit| edit.signed().encode()).collect()
}

/// A room that was started, and whoever talks with it.
#[derive(Debug)]
struct Running {
    child: Child,
    asks: Sender<Ask>,
    answers: Receiver<io::Result<Answer>>,
}

impl Running {
    fn start(program: &Path) -> io::Result<Running> {
        let mut child = Command::new(program)
            .arg(WORD)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else { return Err(io::ErrorKind::BrokenPipe.into()) };
        let (asks, to_ask) = channel::<Ask>();
        // No more is held of what a room says than somebody waits for.
        let (answered, answers) = sync_channel(1);
        // Whoever asks waits for the channel, and so never longer than it wants to.
        thread::spawn(move || {
            let (mut to, mut from) = (BufWriter::new(to), BufReader::new(from));
            if answered.send(Answer::read(&mut from)).is_err() {
                return;
            }
            while let Ok(ask) = to_ask.recv() {
                let mut heard = ask.write(&mut to).and_then(|()| Answer::read(&mut from));
                while let Ok(Answer::Went) = heard {
                    if answered.send(heard).is_err() {
                        return;
                    }
                    heard = Answer::read(&mut from);
                }
                if answered.send(heard).is_err() {
                    return;
                }
            }
        });
        let running = Running { child, asks, answers };
        // It says so once its walls stand; a draft is not to blame where they cannot.
        match running.answers.recv_timeout(patience(0)) {
            Ok(Ok(Answer::Went)) => Ok(running),
            Ok(Err(error)) => Err(error),
            Ok(Ok(Answer::Refused | Answer::Stands(_))) | Err(_) => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; it is taken leave of in any case, so that nothing of it stays.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
