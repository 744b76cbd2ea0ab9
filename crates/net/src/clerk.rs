//! The clerk: one thread that asks the hall, because what is behind the hall blocks.
//!
//! **Invariant:** no task of the runtime ever waits for the archive but by awaiting an answer; each visit has at most one thing to be heard
//! and one to be said under way, so what waits for the clerk is bounded, and a slow archive slows the others down instead.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_sync::{Caller, Dropped, Frame, Report, State};
use tokio::sync::{Notify, mpsc, oneshot};

use crate::error::NetError;
use crate::event::Event;
use crate::falls::keep;
use crate::herald::Herald;
use crate::sessions::Sessions;
use crate::visit::Reason;

/// How often stalls are looked for.
const TICK: Duration = Duration::from_secs(1);
/// How long a session that has come to rest may go untold while there is much to do.
const SOON: Duration = Duration::from_millis(200);

/// How the clerk reaches a visit.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// There may be something to say.
    pub(crate) wake: Arc<Notify>,
    /// The visit is to end.
    pub(crate) leave: mpsc::UnboundedSender<Reason>,
}

pub(crate) enum Request {
    MayEnter(AssemblyId, DeviceId, oneshot::Sender<bool>),
    Knows(AssemblyId, DeviceId, oneshot::Sender<bool>),
    Open(u64, Caller, Line, oneshot::Sender<Result<(), Dropped>>),
    Hear(u64, Vec<Frame>, oneshot::Sender<Result<(), Dropped>>),
    Say(u64, oneshot::Sender<Result<Option<Vec<u8>>, Dropped>>),
    Came(u64),
    Went(u64),
    Close(u64, String),
    News,
    Stop,
}

/// The clerk is not there, for a while or for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the records cannot be asked")]
pub(crate) struct Gone;

/// Asks the clerk.
#[derive(Debug, Clone)]
pub(crate) struct Clerk {
    requests: Sender<Request>,
    is_away: Arc<AtomicBool>,
}

impl Clerk {
    /// Starts the clerk's thread, with what opens the records anew where they fail.
    ///
    /// # Errors
    /// [`NetError::Thread`] when the operating system gives none.
    pub(crate) fn start<S: Sessions>(
        sessions: S,
        anew: impl FnMut() -> Result<S, String> + Send + 'static,
        herald: Arc<Herald>,
    ) -> Result<(Clerk, JoinHandle<()>), NetError> {
        let (sender, requests) = channel();
        let is_away = Arc::new(AtomicBool::new(false));
        let away = Arc::clone(&is_away);
        let work = move || keep(sessions, anew, &herald, &requests, &away);
        let thread = std::thread::Builder::new().name("folkmoot-clerk".to_owned()).spawn(work).map_err(NetError::Thread)?;
        Ok((Clerk { requests: sender, is_away }, thread))
    }

    /// Whether nobody is there to be asked for a while.
    pub(crate) fn is_away(&self) -> bool {
        self.is_away.load(Ordering::Relaxed)
    }

    pub(crate) async fn may_enter(&self, ours: AssemblyId, endpoint: DeviceId) -> Result<bool, Gone> {
        self.ask(|answer| Request::MayEnter(ours, endpoint, answer)).await
    }

    pub(crate) async fn knows(&self, ours: AssemblyId, endpoint: DeviceId) -> Result<bool, Gone> {
        self.ask(|answer| Request::Knows(ours, endpoint, answer)).await
    }

    pub(crate) async fn open(&self, session: u64, caller: Caller, line: Line) -> Result<Result<(), Dropped>, Gone> {
        self.ask(|answer| Request::Open(session, caller, line, answer)).await
    }

    pub(crate) async fn hear(&self, session: u64, frames: Vec<Frame>) -> Result<Result<(), Dropped>, Gone> {
        self.ask(|answer| Request::Hear(session, frames, answer)).await
    }

    pub(crate) async fn say(&self, session: u64) -> Result<Result<Option<Vec<u8>>, Dropped>, Gone> {
        self.ask(|answer| Request::Say(session, answer)).await
    }

    pub(crate) fn came(&self, session: u64) {
        self.tell(Request::Came(session));
    }

    pub(crate) fn went(&self, session: u64) {
        self.tell(Request::Went(session));
    }

    pub(crate) fn close(&self, session: u64, why: String) {
        self.tell(Request::Close(session, why));
    }

    pub(crate) fn news(&self) {
        self.tell(Request::News);
    }

    pub(crate) fn stop(&self) {
        self.tell(Request::Stop);
    }

    fn tell(&self, request: Request) {
        // Where the clerk is gone there is nothing left to tell it about.
        let _ = self.requests.send(request);
    }

    async fn ask<T>(&self, request: impl FnOnce(oneshot::Sender<T>) -> Request) -> Result<T, Gone> {
        let (answer, answered) = oneshot::channel();
        self.requests.send(request(answer)).map_err(|_| Gone)?;
        answered.await.map_err(|_| Gone)
    }
}

/// The clerk at work.
pub(crate) struct Office<'a, S> {
    sessions: S,
    herald: &'a Herald,
    lines: BTreeMap<u64, Line>,
    /// What was told of each session that is at rest.
    resting: BTreeMap<u64, Report>,
    start: Instant,
    /// How long the clerk was at work: meanwhile nobody is heard, so it is held against nobody.
    busy: Duration,
}

impl<S: Sessions> Office<'_, S> {
    pub(crate) fn of(sessions: S, herald: &Herald) -> Office<'_, S> {
        Office { sessions, herald, lines: BTreeMap::new(), resting: BTreeMap::new(), start: Instant::now(), busy: Duration::ZERO }
    }

    /// Tells every visit to end: the records that it was of are not there any more.
    pub(crate) fn send_away(&self) {
        for line in self.lines.values() {
            // A visit that has ended by itself needs no telling.
            let _ = line.leave.send(Reason::Stopping);
        }
    }

    /// Serves until it is told to stop.
    pub(crate) fn work(&mut self, requests: &Receiver<Request>) {
        let (mut next_tick, mut noticed, mut changed) = (Instant::now() + TICK, Instant::now(), false);
        loop {
            let until = if changed { Duration::ZERO } else { next_tick.saturating_duration_since(Instant::now()) };
            match requests.recv_timeout(until) {
                Ok(Request::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(request) => {
                    let begun = Instant::now();
                    changed |= self.serve(request);
                    self.busy += begun.elapsed();
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.notice();
                    (noticed, changed) = (Instant::now(), false);
                }
            }
            if changed && noticed.elapsed() > SOON {
                self.notice();
                (noticed, changed) = (Instant::now(), false);
            }
            if Instant::now() >= next_tick {
                self.tick();
                next_tick = Instant::now() + TICK;
            }
        }
    }

    /// Serves a request, and says whether a session may stand otherwise than before.
    fn serve(&mut self, request: Request) -> bool {
        let now_ms = self.now_ms();
        // Whoever asked may be gone meanwhile; then nobody waits for the answer.
        match request {
            Request::MayEnter(ours, endpoint, answer) => {
                let _ = answer.send(self.sessions.may_enter(ours, &endpoint));
                false
            }
            Request::Knows(ours, endpoint, answer) => {
                let _ = answer.send(self.sessions.knows(ours, &endpoint));
                false
            }
            Request::Open(session, caller, line, answer) => {
                let opened = self.sessions.open(session, caller, now_ms);
                if opened.is_ok() {
                    self.lines.insert(session, line);
                }
                let _ = answer.send(opened);
                true
            }
            Request::Hear(session, frames, answer) => {
                let _ = answer.send(self.sessions.hear(session, frames, now_ms));
                self.wake_all();
                true
            }
            Request::Say(session, answer) => {
                let _ = answer.send(self.sessions.say(session, now_ms));
                true
            }
            Request::Came(session) => {
                self.sessions.came(session, now_ms);
                false
            }
            Request::Went(session) => {
                self.sessions.went(session, now_ms);
                false
            }
            Request::Close(session, why) => {
                self.notice();
                self.sessions.close(session, &why);
                self.lines.remove(&session);
                self.resting.remove(&session);
                false
            }
            Request::News => {
                if let Err(text) = self.sessions.news() {
                    self.herald.tell(Event::Trouble { text });
                }
                self.wake_all();
                true
            }
            Request::Stop => false,
        }
    }

    fn tick(&mut self) {
        for (session, dropped) in self.sessions.tick(self.now_ms()) {
            if let Some(line) = self.lines.remove(&session) {
                // A visit that has ended by itself needs no telling.
                let _ = line.leave.send(Reason::Dropped(dropped));
            }
        }
        self.wake_all();
    }

    fn wake_all(&self) {
        self.lines.values().for_each(|line| line.wake.notify_one());
    }

    /// Tells which sessions have come to rest since the last time.
    fn notice(&mut self) {
        let reports = self.sessions.reports();
        let open: BTreeSet<u64> = reports.keys().copied().collect();
        self.resting.retain(|session, _| open.contains(session));
        for (session, report) in reports {
            if report.state == State::Talking {
                self.resting.remove(&session);
            } else if self.resting.insert(session, report.clone()).as_ref() != Some(&report) {
                self.herald.tell(Event::Settled { session, report });
            }
        }
    }

    fn now_ms(&self) -> u64 {
        self.start.elapsed().saturating_sub(self.busy).as_millis() as u64
    }
}
