//! A visit: one connection with one laptop, from its first word to its last.
//!
//! **Invariant:** what arrives is handed to the clerk and awaited before more is read, so whoever sends faster than the archive takes in
//! is held back by QUIC; every visit that was told as met is told as ended, with the reason, and takes its session with it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use folkmoot_sync::{Caller, Dropped, FrameError};
use iroh::endpoint::{Connection, ConnectionError, ReadError, RecvStream, SendStream, WriteError};
use tokio::sync::{Notify, mpsc};
use tokio::time::timeout;

use crate::clerk::{Gone, Line};
use crate::ear::{Ear, MOUTHFUL};
use crate::event::{Event, Side};
use crate::house::House;
use crate::roads::Outcome;
use crate::table::{Pair, Seat};

/// How long the last words of both may take.
const PARTING: Duration = Duration::from_secs(2);
/// How often it is looked whether a frame that is not whole yet goes on.
const PULSE: Duration = Duration::from_secs(1);
/// How many letters of the other's reason are told.
const MAX_REASON: usize = 32;

/// Why this side ends a connection.
#[derive(Debug)]
pub(crate) enum Reason {
    /// The node stops.
    Stopping,
    /// The other is not on the list.
    Stranger,
    /// Another connection between the same two stays.
    Replaced,
    /// There are too many connections.
    Crowded,
    /// The other called and then said nothing, or not what makes a stranger known.
    Silent,
    /// The session would not go on.
    Dropped(Dropped),
}

impl Reason {
    /// The number that the other is told.
    fn number(&self) -> u32 {
        match self {
            Reason::Stopping => 0,
            Reason::Stranger => 1,
            Reason::Replaced => 2,
            Reason::Crowded => 3,
            Reason::Silent => 4,
            Reason::Dropped(_) => 5,
        }
    }

    /// The word that the other is told.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Reason::Stopping => "stopping",
            Reason::Stranger => "stranger",
            Reason::Replaced => "replaced",
            Reason::Crowded => "crowded",
            Reason::Silent => "silent",
            Reason::Dropped(dropped) => dropped.code(),
        }
    }

    pub(crate) fn close(&self, connection: &Connection) {
        connection.close(self.number().into(), self.code().as_bytes());
    }
}

/// How a visit ended.
#[derive(Debug)]
enum End {
    Ours(Reason),
    Theirs(String),
    Over,
    Lost,
}

impl From<FrameError> for End {
    fn from(error: FrameError) -> End {
        End::Ours(Reason::Dropped(Dropped::Frame(error)))
    }
}

impl From<Gone> for End {
    fn from(_: Gone) -> End {
        End::Ours(Reason::Stopping)
    }
}

impl From<ConnectionError> for End {
    fn from(error: ConnectionError) -> End {
        let ConnectionError::ApplicationClosed(close) = error else { return End::Lost };
        if close.error_code.into_inner() == 0 { End::Over } else { End::Theirs(plain(&close.reason)) }
    }
}

/// The other's reason, of which nothing is taken over but small letters and hyphens.
pub(crate) fn plain(reason: &[u8]) -> String {
    let letters = reason.iter().take(MAX_REASON).map(|byte| char::from(*byte));
    let plain: String = letters.filter(|letter| letter.is_ascii_lowercase() || *letter == '-').collect();
    if plain.is_empty() { "no-reason".to_owned() } else { plain }
}

/// A connection whose other end may come in.
#[derive(Debug)]
pub(crate) struct Visit {
    pub(crate) session: u64,
    pub(crate) pair: Pair,
    pub(crate) dialled: bool,
    pub(crate) road: String,
    pub(crate) connection: Connection,
    pub(crate) say: SendStream,
    pub(crate) hear: RecvStream,
}

impl Visit {
    /// Receives the visit until it ends.
    pub(crate) async fn receive(mut self, house: &Arc<House>) {
        let (leave, leaving) = mpsc::unbounded_channel();
        let line = Line { wake: Arc::default(), leave };
        let end = match self.enter(house, &line).await {
            Ok(()) => self.converse(house, &line.wake, leaving).await,
            Err(reason) => End::Ours(reason),
        };
        self.part(house, end);
    }

    async fn enter(&self, house: &House, line: &Line) -> Result<(), Reason> {
        let lower_called = self.dialled == house.is_lower(&self.pair);
        let known = house.clerk.knows(self.pair.ours, self.pair.endpoint).await.map_err(|_| Reason::Stopping)?;
        let seat = Seat { session: self.session, lower_called, since: Instant::now(), known, leave: line.leave.clone() };
        house.table().admit(self.pair, seat, &house.limits)?;
        let caller = Caller { ours: self.pair.ours, endpoint: self.pair.endpoint, dialled: self.dialled, road: self.road.clone() };
        house.clerk.open(self.session, caller.clone(), line.clone()).await.map_err(|_| Reason::Stopping)?.map_err(Reason::Dropped)?;
        house.roads().met(&self.pair);
        house.herald.tell(Event::Met { session: self.session, caller });
        Ok(())
    }

    async fn converse(&mut self, house: &House, wake: &Notify, mut leaving: mpsc::UnboundedReceiver<Reason>) -> End {
        let session = self.session;
        let mut hearing = Box::pin(hear(house, session, self.pair, &mut self.hear));
        let end = tokio::select! {
            end = &mut hearing => Err(end),
            end = say(house, session, &mut self.say, wake) => Ok(end),
            Some(reason) = leaving.recv() => Ok(End::Ours(reason)),
            end = watch(house, session, &self.connection) => Ok(end),
            reason = stranger_stays_silent(house, session, self.pair) => Ok(End::Ours(reason)),
        };
        match end {
            // We stop: they may say their last words.
            Ok(End::Over) => {
                let _ = self.say.finish();
                let _ = timeout(PARTING, hearing).await;
                End::Ours(Reason::Stopping)
            }
            // They stop, and close once they have heard our end.
            Err(End::Over) => {
                let _ = self.say.finish();
                let _ = timeout(PARTING, self.connection.closed()).await;
                End::Over
            }
            Ok(end) | Err(end) => end,
        }
    }

    fn part(&self, house: &House, end: End) {
        let (session, Pair { ours: assembly, endpoint }) = (self.session, self.pair);
        let dropped = |by, reason| Event::Dropped { session: Some(session), assembly, endpoint, by, reason };
        let (why, outcome, event) = match &end {
            End::Ours(Reason::Stopping) | End::Over => ("over", Outcome::Lost, Event::Closed { session, assembly, endpoint, lost: false }),
            End::Ours(reason) => (reason.code(), Outcome::TurnedAway, dropped(Side::Ours, reason.code().to_owned())),
            End::Theirs(reason) => {
                let outcome = if reason == Reason::Replaced.code() { Outcome::Replaced } else { Outcome::TurnedAway };
                (reason.as_str(), outcome, dropped(Side::Theirs, reason.clone()))
            }
            End::Lost => ("lost", Outcome::Lost, Event::Closed { session, assembly, endpoint, lost: true }),
        };
        match &end {
            End::Ours(reason) => reason.close(&self.connection),
            End::Theirs(_) | End::Over | End::Lost => Reason::Stopping.close(&self.connection),
        }
        house.clerk.close(session, why.to_owned());
        let another_is_here = house.table().leave(&self.pair, session);
        if !another_is_here {
            house.roads().ended(&self.pair, outcome, Instant::now());
            house.bell.notify_one();
        }
        house.herald.tell(event);
    }
}

async fn hear(house: &House, session: u64, pair: Pair, stream: &mut RecvStream) -> End {
    let mut ear = Ear::default();
    let mut mouthful = vec![0; MOUTHFUL];
    loop {
        let heard = match stream.read(&mut mouthful).await {
            Ok(Some(length)) => ear.hear(&mouthful[..length]),
            Ok(None) => return ear.end().map_or_else(End::from, |()| End::Over),
            Err(ReadError::ConnectionLost(error)) => return error.into(),
            Err(ReadError::Reset(_) | ReadError::ClosedStream | ReadError::ZeroRttRejected) => return End::Lost,
        };
        let frames = match heard {
            Ok(frames) if frames.is_empty() => continue,
            Ok(frames) => frames,
            Err(error) => return error.into(),
        };
        match house.clerk.hear(session, frames).await {
            Ok(Ok(())) if house.table().is_known(&pair, session) => {}
            Ok(Ok(())) => {
                if house.clerk.knows(pair.ours, pair.endpoint).await.unwrap_or(false) {
                    house.table().is_known_now(&pair, session);
                }
            }
            Ok(Err(dropped)) => return End::Ours(Reason::Dropped(dropped)),
            Err(gone) => return gone.into(),
        }
    }
}

async fn say(house: &House, session: u64, stream: &mut SendStream, wake: &Notify) -> End {
    while !house.stop.is_cancelled() {
        let bytes = match house.clerk.say(session).await {
            Ok(Ok(Some(bytes))) => bytes,
            Ok(Ok(None)) => {
                tokio::select! {
                    () = wake.notified() => {}
                    () = house.stop.cancelled() => {}
                }
                continue;
            }
            Ok(Err(dropped)) => return End::Ours(Reason::Dropped(dropped)),
            Err(gone) => return gone.into(),
        };
        match stream.write_all(&bytes).await {
            Ok(()) => {}
            Err(WriteError::ConnectionLost(error)) => return error.into(),
            Err(WriteError::Stopped(_) | WriteError::ClosedStream | WriteError::ZeroRttRejected) => return End::Lost,
        }
    }
    End::Over
}

/// Ends when a stranger has not said the letter that makes it known.
async fn stranger_stays_silent(house: &House, session: u64, pair: Pair) -> Reason {
    tokio::time::sleep(house.limits.letter).await;
    let known = house.table().is_known(&pair, session);
    if known { std::future::pending().await } else { Reason::Silent }
}

/// Tells the clerk while the stream goes on: a long file on a slow road is not silence, though no frame is whole for minutes.
async fn watch(house: &House, session: u64, connection: &Connection) -> End {
    let mut before = connection.stats();
    while !house.stop.is_cancelled() {
        tokio::time::sleep(PULSE).await;
        let now = connection.stats();
        if now.frame_rx.stream > before.frame_rx.stream {
            house.clerk.came(session);
        }
        if now.frame_tx.stream > before.frame_tx.stream {
            house.clerk.went(session);
        }
        before = now;
    }
    End::Over
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_reason_of_the_other_nothing_is_taken_over_but_small_letters() {
        assert_eq!(plain(b"out-of-turn"), "out-of-turn");
        assert_eq!(plain(b"<b>\x1b[2J\xff"), "b");
        assert_eq!(plain(b""), "no-reason");
        assert_eq!(plain(&[b'a'; 900]).len(), MAX_REASON);
    }
}
