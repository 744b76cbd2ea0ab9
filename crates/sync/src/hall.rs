//! The hall: every session of one home with the laptops that it is connected to.
//!
//! ```text
//! net --open, hear, tick--> Hall --Session::*--> Holder (the desk)
//! net <--say--------------- Hall                  | what one session takes in is news to all others
//! ```
//!
//! **Invariant:** one session's trouble never reaches another: it is closed with its reason, and the others go on.

use std::collections::BTreeMap;

use folkmoot::id::{AssemblyId, DeviceId};

use crate::frame::Frame;
use crate::holder::{Caller, Holder, Met, Standing};
use crate::limits::Dropped;
use crate::session::{Session, State};

/// Every session of one home.
#[derive(Debug)]
pub struct Hall<H> {
    holder: H,
    sessions: BTreeMap<u64, Session>,
}

/// How one session stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// With whom.
    pub caller: Caller,
    /// How far it has come.
    pub state: State,
    /// How many changes it brought that were new here.
    pub took: usize,
    /// How many changes it was given.
    pub gave: usize,
    /// How many changes it showed that are not here.
    pub lacking: u64,
}

impl<H: Holder> Hall<H> {
    /// A hall with nobody in it.
    pub fn of(holder: H) -> Hall<H> {
        Hall { holder, sessions: BTreeMap::new() }
    }

    /// Whoever holds the records.
    pub fn holder(&self) -> &H {
        &self.holder
    }

    /// Whoever holds the records, to record something; tell the sessions with [`Hall::news`].
    pub fn holder_mut(&mut self) -> &mut H {
        &mut self.holder
    }

    /// Gives back whoever holds the records; the sessions are gone.
    pub fn into_holder(self) -> H {
        self.holder
    }

    /// Whether an endpoint may come in: it is known, or an invite is open that it may answer.
    pub fn may_enter(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool {
        // Another program may have admitted it a moment ago; where that cannot be read, what was known decides.
        let _ = self.holder.refresh();
        let known = self.holder.standing(ours, endpoint).is_ok_and(|standing| standing != Standing::Stranger);
        known || self.holder.expects_strangers(ours).unwrap_or(false)
    }

    /// Whether an endpoint is known, so that we would call it.
    pub fn knows(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool {
        self.holder.standing(ours, endpoint).is_ok_and(|standing| standing != Standing::Stranger)
    }

    /// Begins a session under a number that no other has.
    ///
    /// # Errors
    /// [`Dropped`] when the other may not come in, or this side cannot read its records; then there is no session.
    pub fn open(&mut self, id: u64, caller: Caller, now_ms: u64) -> Result<(), Dropped> {
        // Another program may have recorded something since the last news.
        self.holder.refresh().map_err(Dropped::ours)?;
        let session = Session::open(&mut self.holder, caller, now_ms)?;
        self.sessions.insert(id, session);
        Ok(())
    }

    /// Hears what a session was sent.
    ///
    /// # Errors
    /// [`Dropped`] when the session is to be closed; it is gone then.
    pub fn hear(&mut self, id: u64, frames: Vec<Frame>, now_ms: u64) -> Result<(), Dropped> {
        let Some(session) = self.sessions.get_mut(&id) else { return Err(Dropped::NotWelcome) };
        let before = session.took;
        let heard = session.hear(&mut self.holder, frames, now_ms);
        if session.took > before {
            self.sessions.iter_mut().filter(|(other, _)| **other != id).for_each(|(_, other)| other.tell());
        }
        heard.map(|_| ()).inspect_err(|dropped| self.close(id, dropped.code()))
    }

    /// The next bytes that a session has to say; none when it has nothing to say now.
    ///
    /// # Errors
    /// As [`Hall::hear`].
    pub fn say(&mut self, id: u64, now_ms: u64) -> Result<Option<Vec<u8>>, Dropped> {
        let Some(session) = self.sessions.get_mut(&id) else { return Ok(None) };
        session.say(&mut self.holder, now_ms).inspect_err(|dropped| self.close(id, dropped.code()))
    }

    /// Some of a frame that is not whole yet has arrived in a session, so whoever sends it is at work.
    pub fn came(&mut self, id: u64, now_ms: u64) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.came(now_ms);
        }
    }

    /// Some of what a session said last has gone out, so whoever is to hear it takes it in.
    pub fn went(&mut self, id: u64, now_ms: u64) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.went(now_ms);
        }
    }

    /// Ends a session, and remembers why if it was not at rest.
    pub fn close(&mut self, id: u64, why: &str) {
        let Some(mut session) = self.sessions.remove(&id) else { return };
        // What had arrived whole is kept, though the road was cut before the rest of it came.
        if session.take_in(&mut self.holder).is_ok() && session.took > 0 {
            self.sessions.values_mut().for_each(Session::tell);
        }
        if session.state() == State::Talking {
            let lacking = session.lacking(&self.holder);
            // That the note could not be kept changes nothing about what was recorded.
            let _ = self.holder.met(&session.caller, &Met::Parted { why: why.to_owned(), lacking });
        }
    }

    /// Something was recorded beside the sessions.
    ///
    /// # Errors
    /// The holder's, when the records cannot be read.
    pub fn news(&mut self) -> Result<(), H::Error> {
        self.holder.refresh()?;
        self.sessions.values_mut().for_each(Session::tell);
        Ok(())
    }

    /// Drops whoever keeps us waiting for too long.
    pub fn tick(&mut self, now_ms: u64) -> Vec<(u64, Dropped)> {
        let stalled = self.sessions.iter().filter_map(|(id, session)| session.tick(now_ms).err().map(|dropped| (*id, dropped)));
        let stalled: Vec<(u64, Dropped)> = stalled.collect();
        stalled.iter().for_each(|(id, dropped)| self.close(*id, dropped.code()));
        stalled
    }

    /// How every session stands.
    pub fn reports(&self) -> BTreeMap<u64, Report> {
        let report = |session: &Session| Report {
            caller: session.caller.clone(),
            state: session.state(),
            took: session.took,
            gave: session.gave,
            lacking: session.lacking(&self.holder).unwrap_or(0),
        };
        self.sessions.iter().map(|(id, session)| (*id, report(session))).collect()
    }
}
