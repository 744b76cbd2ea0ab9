//! What a node asks of whoever holds the sessions, which is the hall.
//!
//! **Invariant:** only the clerk's thread asks, so whoever answers may block and needs no lock.

use std::collections::BTreeMap;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_sync::{Caller, Dropped, Frame, Hall, Holder, Report};

/// Whoever holds the sessions.
pub trait Sessions: Send + 'static {
    /// Whether an endpoint may come in; asked when the handshake has proved its key.
    fn may_enter(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool;

    /// Whether an endpoint is known, so that it is called when it is found on the same network.
    fn knows(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool;

    /// Begins a session under a number that no other has.
    ///
    /// # Errors
    /// [`Dropped`] when there is to be no session.
    fn open(&mut self, session: u64, caller: Caller, now_ms: u64) -> Result<(), Dropped>;

    /// Hears what a session was sent.
    ///
    /// # Errors
    /// [`Dropped`] when the session is to be closed.
    fn hear(&mut self, session: u64, frames: Vec<Frame>, now_ms: u64) -> Result<(), Dropped>;

    /// The next bytes that a session has to say, in whole frames; none when it has nothing to say now.
    ///
    /// # Errors
    /// [`Dropped`] when the session is to be closed.
    fn say(&mut self, session: u64, now_ms: u64) -> Result<Option<Vec<u8>>, Dropped>;

    /// Some of a frame that is not whole yet has arrived; whoever drops nobody for being slow need not know.
    fn came(&mut self, _session: u64, _now_ms: u64) {}

    /// Some of what was said last has gone out; whoever drops nobody for being slow need not know.
    fn went(&mut self, _session: u64, _now_ms: u64) {}

    /// Ends a session.
    fn close(&mut self, session: u64, why: &str);

    /// Something was recorded beside the sessions.
    ///
    /// # Errors
    /// When the records cannot be read, in words.
    fn news(&mut self) -> Result<(), String>;

    /// The sessions that are to be closed because the other keeps us waiting.
    fn tick(&mut self, now_ms: u64) -> Vec<(u64, Dropped)>;

    /// How every session stands.
    fn reports(&self) -> BTreeMap<u64, Report>;
}

impl<H: Holder + Send + 'static> Sessions for Hall<H> {
    fn may_enter(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool {
        Hall::may_enter(self, ours, endpoint)
    }

    fn knows(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool {
        Hall::knows(self, ours, endpoint)
    }

    fn open(&mut self, session: u64, caller: Caller, now_ms: u64) -> Result<(), Dropped> {
        Hall::open(self, session, caller, now_ms)
    }

    fn hear(&mut self, session: u64, frames: Vec<Frame>, now_ms: u64) -> Result<(), Dropped> {
        Hall::hear(self, session, frames, now_ms)
    }

    fn say(&mut self, session: u64, now_ms: u64) -> Result<Option<Vec<u8>>, Dropped> {
        Hall::say(self, session, now_ms)
    }

    fn came(&mut self, session: u64, now_ms: u64) {
        Hall::came(self, session, now_ms);
    }

    fn went(&mut self, session: u64, now_ms: u64) {
        Hall::went(self, session, now_ms);
    }

    fn close(&mut self, session: u64, why: &str) {
        Hall::close(self, session, why);
    }

    fn news(&mut self) -> Result<(), String> {
        Hall::news(self).map_err(|error| error.to_string())
    }

    fn tick(&mut self, now_ms: u64) -> Vec<(u64, Dropped)> {
        Hall::tick(self, now_ms)
    }

    fn reports(&self) -> BTreeMap<u64, Report> {
        Hall::reports(self)
    }
}
