//! Folkmoot itself: the hall over the desk at both ends, and a node of `folkmoot-net` around each, as the command line composes them.

use std::collections::{BTreeMap, VecDeque};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_desk::{Desk, Keeper};
use folkmoot_net::{Config, Event, Hall, Node, Pen, Report, Sessions, SocketAddr, State};
use folkmoot_sync::frame::{HEAD_BYTES, announced};
use folkmoot_sync::{Caller, Dropped, Frame, Holder, Holding};

use crate::delay::Delay;
use crate::homes::{Home, LATER, Pair};
use crate::road::{CALLED, DIALLER};
use crate::tally::{End, Tally};
use crate::{Measured, Outcome};

const PATIENCE: Duration = Duration::from_secs(600);

/// What an end tells of itself.
enum News {
    Opened(Instant),
    Whole { at: Instant, halves: u32 },
    Rested { at: Instant, halves: u32 },
}

/// A hall that tells how it stands, and whose bytes are counted; it changes nothing.
struct Watched {
    hall: Hall<Keeper>,
    end: End,
    whole: usize,
    is_whole: bool,
    tally: Tally,
    /// How long the frames are that this end has said, and those that it is to hear.
    says: Sender<usize>,
    hears: Receiver<usize>,
    tell: Sender<(End, News)>,
}

impl Watched {
    fn look(&mut self, at: Instant) {
        let halves = self.tally.heard_by(self.end);
        let held: usize = self.hall.holder().holdings().values().map(Holding::len).sum();
        if held == self.whole && !self.is_whole {
            self.is_whole = true;
            let _ = self.tell.send((self.end, News::Whole { at, halves }));
        }
        if self.hall.reports().values().any(|report| report.state == State::Equal) {
            let _ = self.tell.send((self.end, News::Rested { at, halves }));
        }
    }
}

impl Sessions for Watched {
    fn may_enter(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool {
        self.hall.may_enter(ours, endpoint)
    }

    fn knows(&mut self, ours: AssemblyId, endpoint: &DeviceId) -> bool {
        self.hall.knows(ours, endpoint)
    }

    fn open(&mut self, session: u64, caller: Caller, now_ms: u64) -> Result<(), Dropped> {
        let _ = self.tell.send((self.end, News::Opened(Instant::now())));
        self.hall.open(session, caller, now_ms)
    }

    fn hear(&mut self, session: u64, frames: Vec<Frame>, now_ms: u64) -> Result<(), Dropped> {
        let bytes = self.hears.iter().take(frames.len()).sum();
        self.tally.heard(self.end, bytes);
        let heard = self.hall.hear(session, frames, now_ms);
        self.look(Instant::now());
        heard
    }

    fn say(&mut self, session: u64, now_ms: u64) -> Result<Option<Vec<u8>>, Dropped> {
        let said = self.hall.say(session, now_ms)?;
        let mut rest = said.as_deref().unwrap_or_default();
        while let Some(head) = rest.first_chunk::<HEAD_BYTES>() {
            let length = HEAD_BYTES + announced(*head)?;
            let _ = self.says.send(length);
            rest = &rest[length..];
        }
        if let Some(bytes) = &said {
            self.tally.said(self.end, bytes.len());
        }
        self.look(Instant::now());
        Ok(said)
    }

    fn close(&mut self, session: u64, why: &str) {
        self.hall.close(session, why);
    }

    fn news(&mut self) -> Result<(), String> {
        Sessions::news(&mut self.hall)
    }

    fn tick(&mut self, now_ms: u64) -> Vec<(u64, Dropped)> {
        self.hall.tick(now_ms)
    }

    fn reports(&self) -> BTreeMap<u64, Report> {
        self.hall.reports()
    }
}

pub(crate) fn run(pair: &Pair, round_trip: Duration, lacking_dials: bool) -> Outcome<Measured> {
    let (dialler, called) = (pair.at(End::Dialler, lacking_dials), pair.at(End::Called, lacking_dials));
    let tally = Tally::default();
    let (tell, news) = channel();
    let (to_called, by_dialler) = channel();
    let (to_dialler, by_called) = channel();
    let watched = |home: &Home, end, says, hears| -> Outcome<(Vec<Pen>, Watched)> {
        let desk = Desk::open_existing(&home.dir)?;
        let pens = desk.endpoints()?.into_iter().map(|(assembly, secret)| Pen { assembly, secret }).collect();
        let hall = Hall::of(Keeper::of(desk, || LATER)?);
        let (tally, tell) = (tally.clone(), tell.clone());
        Ok((pens, Watched { hall, end, whole: home.whole, is_whole: false, tally, says, hears, tell }))
    };
    let once = || Err("what is measured is begun once".to_owned());
    let (pens, at_called) = watched(called, End::Called, to_dialler, by_dialler)?;
    let answering = Node::start(Config { pens, bind: vec![CALLED], ..Config::default() }, at_called, once)?;
    let (pens, at_dialler) = watched(dialler, End::Dialler, to_called, by_called)?;
    let calling = Node::start(Config { pens, bind: vec![DIALLER], ..Config::default() }, at_dialler, once)?;
    let delay = Delay::before(address(&answering)?, round_trip)?;
    let events = [calling.handle().events(), answering.handle().events()];
    calling.handle().dial(dialler.ours, called.endpoint, &[delay.entrance], "bench")?;

    let mut since = None;
    let mut whole = [(dialler.lacks.is_empty()).then_some(None), called.lacks.is_empty().then_some(None)];
    let mut rested = [None; 2];
    let mut halves = 0;
    while whole.contains(&None) || rested.contains(&None) || since.is_none() {
        let (end, told) = news.recv_timeout(PATIENCE).map_err(|why| {
            let told: VecDeque<Event> = events.iter().flat_map(|events| events.try_iter()).collect();
            format!("they never came to rest ({why}): {told:?}")
        })?;
        match told {
            News::Opened(at) if end == End::Dialler => since = Some(at),
            News::Opened(_) => {}
            News::Whole { at, halves: needed } if whole[end as usize].is_none() => {
                whole[end as usize] = Some(Some(at));
                halves = halves.max(needed);
            }
            News::Whole { .. } => {}
            News::Rested { at, halves } => rested[end as usize] = rested[end as usize].or(Some((at, halves))),
        }
    }
    calling.stop();
    answering.stop();
    let since = since.ok_or("nobody met")?;
    let bytes = tally.bytes();
    if delay.carried() < tally.arrived() {
        return Err("bytes went around the forwarder".into());
    }
    let last = whole.into_iter().flatten().flatten().max();
    // With nothing to do, it is over for whoever called when it is at rest.
    let caller = rested[End::Dialler as usize].ok_or("the caller never came to rest")?;
    let (took, halves) = last.map_or((caller.0, caller.1), |last| (last, halves));
    let rested = rested.into_iter().flatten().map(|(at, _)| at - since).max();
    Ok(Measured { took: took - since, bytes, halves, rested })
}

fn address(node: &Node) -> Outcome<SocketAddr> {
    let bound =
        |event: Event| if let Event::Bound { addresses, .. } = event { addresses.into_iter().find(SocketAddr::is_ipv4) } else { None };
    node.handle().events().recv_timeout(PATIENCE).ok().and_then(bound).ok_or_else(|| "no address".into())
}
