//! Towns whose hall is scripted: it says what it was given to say, and notes what it hears.
#![allow(dead_code, reason = "each test target uses some of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_net::{Config, Event, Handle, Node, Pen, Sessions};
use folkmoot_sync::{Caller, Dropped, Frame, Report, State};

/// What a hall has seen, and what it is to do.
#[derive(Default)]
pub(crate) struct Notes {
    /// Whom it lets in.
    pub(crate) known: BTreeSet<DeviceId>,
    /// Whether it lets in anybody, as while an invite is open; a letter makes a stranger known.
    pub(crate) has_invited: bool,
    /// What every session is to say.
    pub(crate) speech: Vec<Frame>,
    /// How many frames a session hears before it is at rest.
    pub(crate) expects: usize,
    /// How long it takes to take something in.
    pub(crate) pace: Duration,
    /// Whether it drops whoever says anything.
    pub(crate) is_cross: bool,
    /// Whether it fails when it next hears something.
    pub(crate) breaks: bool,
    /// Who came.
    pub(crate) opened: Vec<Caller>,
    /// What each session heard.
    pub(crate) heard: BTreeMap<u64, Vec<Frame>>,
    /// How many bytes were said, and heard.
    pub(crate) said_bytes: usize,
    pub(crate) heard_bytes: usize,
    /// How often it was told that a frame which is not whole goes on, inwards and outwards.
    pub(crate) came: usize,
    pub(crate) went: usize,
    /// Which sessions are open, and how much of the speech each has said.
    pub(crate) open: BTreeMap<u64, (Caller, usize)>,
}

/// A hall that follows a script.
#[derive(Clone, Default)]
pub(crate) struct Script(pub(crate) Arc<Mutex<Notes>>);

impl Script {
    pub(crate) fn notes(&self) -> MutexGuard<'_, Notes> {
        self.0.lock().unwrap()
    }

    /// Everything that was heard, in whatever session.
    pub(crate) fn heard(&self) -> Vec<Frame> {
        self.notes().heard.values().flatten().cloned().collect()
    }
}

impl Sessions for Script {
    fn may_enter(&mut self, _: AssemblyId, endpoint: &DeviceId) -> bool {
        let notes = self.notes();
        notes.has_invited || notes.known.contains(endpoint)
    }

    fn knows(&mut self, _: AssemblyId, endpoint: &DeviceId) -> bool {
        self.notes().known.contains(endpoint)
    }

    fn open(&mut self, session: u64, caller: Caller, _: u64) -> Result<(), Dropped> {
        let mut notes = self.notes();
        notes.opened.push(caller.clone());
        notes.open.insert(session, (caller, 0));
        Ok(())
    }

    fn hear(&mut self, session: u64, frames: Vec<Frame>, _: u64) -> Result<(), Dropped> {
        let breaks = std::mem::take(&mut self.notes().breaks);
        assert!(!breaks, "the script is torn");
        let pace = self.notes().pace;
        std::thread::sleep(pace);
        let mut notes = self.notes();
        notes.heard_bytes += frames.iter().map(|frame| frame.encode().unwrap().len()).sum::<usize>();
        if frames.iter().any(|frame| matches!(frame, Frame::Letter(_))) {
            let (caller, _) = notes.open[&session].clone();
            notes.known.insert(caller.endpoint);
        }
        notes.heard.entry(session).or_default().extend(frames);
        if notes.is_cross { Err(Dropped::Flood) } else { Ok(()) }
    }

    fn say(&mut self, session: u64, _: u64) -> Result<Option<Vec<u8>>, Dropped> {
        let mut notes = self.notes();
        let Some((_, said)) = notes.open.get(&session) else { return Ok(None) };
        let said = *said;
        let bytes = notes.speech.get(said).map(|frame| frame.encode().unwrap());
        notes.said_bytes += bytes.as_ref().map_or(0, Vec::len);
        if let Some((_, said)) = notes.open.get_mut(&session) {
            *said += usize::from(bytes.is_some());
        }
        Ok(bytes)
    }

    fn came(&mut self, _: u64, _: u64) {
        self.notes().came += 1;
    }

    fn went(&mut self, _: u64, _: u64) {
        self.notes().went += 1;
    }

    fn close(&mut self, session: u64, _: &str) {
        self.notes().open.remove(&session);
    }

    fn news(&mut self) -> Result<(), String> {
        Ok(())
    }

    fn tick(&mut self, _: u64) -> Vec<(u64, Dropped)> {
        Vec::new()
    }

    fn reports(&self) -> BTreeMap<u64, Report> {
        let notes = self.notes();
        let report = |(session, (caller, said)): (&u64, &(Caller, usize))| {
            let took = notes.heard.get(session).map_or(0, Vec::len);
            let is_at_rest = *said == notes.speech.len() && took >= notes.expects;
            let state = if is_at_rest { State::Equal } else { State::Talking };
            (*session, Report { caller: caller.clone(), state, took, gave: *said, lacking: 0 })
        };
        notes.open.iter().map(report).collect()
    }
}

/// A laptop of a town, with a scripted hall.
pub(crate) struct Laptop {
    pub(crate) pen: Pen,
    pub(crate) hall: Script,
    pub(crate) handle: Handle,
    pub(crate) events: Receiver<Event>,
    pub(crate) node: Node,
}

/// The pen of a town that is named by a letter.
pub(crate) fn pen(town: u8) -> Pen {
    Pen { assembly: AssemblyId([town; 32]), secret: [town; 32].into() }
}

/// A change that says something.
pub(crate) fn change(text: &str) -> Frame {
    Frame::Change(text.as_bytes().to_vec())
}

/// Opens the same hall anew.
pub(crate) fn opens(hall: &Script) -> impl FnMut() -> Result<Script, String> + Send + use<> {
    let hall = hall.clone();
    move || Ok(hall.clone())
}

/// What a test is started with, bound to loopback alone.
pub(crate) fn on_loopback(pen: Pen) -> Config {
    Config { pens: vec![pen], bind: vec![IpAddr::from([127, 0, 0, 1])], ..Config::default() }
}

impl Laptop {
    /// A laptop on loopback that lets in the pens it knows.
    pub(crate) fn of(town: u8, knows: &[u8], speech: &[Frame], expects: usize) -> Laptop {
        Laptop::with(on_loopback(pen(town)), knows, speech, expects)
    }

    pub(crate) fn with(config: Config, knows: &[u8], speech: &[Frame], expects: usize) -> Laptop {
        let hall = Script::default();
        {
            let mut notes = hall.notes();
            notes.known = knows.iter().map(|town| pen(*town).endpoint()).collect();
            (notes.speech, notes.expects) = (speech.to_vec(), expects);
        }
        let pen = config.pens[0].clone();
        let node = Node::start(config, hall.clone(), opens(&hall)).unwrap();
        let (handle, events) = (node.handle(), node.handle().events());
        Laptop { pen, hall, handle, events, node }
    }

    /// Where it can be called.
    pub(crate) fn addresses(&self) -> Vec<SocketAddr> {
        wait(&self.handle.events(), |event| if let Event::Bound { addresses, .. } = event { Some(addresses) } else { None })
    }

    /// Calls another laptop.
    pub(crate) fn dial(&self, other: &Laptop) -> u64 {
        self.handle.dial(self.pen.assembly, other.pen.endpoint(), &other.addresses(), "address").unwrap()
    }

    /// Waits until a session has come to rest.
    pub(crate) fn settled(&self) -> Report {
        wait(&self.events, |event| if let Event::Settled { report, .. } = event { Some(report) } else { None })
    }

    /// Waits until somebody was dropped, and says for which reason.
    pub(crate) fn dropped(&self) -> (DeviceId, folkmoot_net::Side, String) {
        wait(
            &self.events,
            |event| {
                if let Event::Dropped { endpoint, by, reason, .. } = event { Some((endpoint, by, reason)) } else { None }
            },
        )
    }

    /// Waits until a session has ended, and says whether the connection was lost.
    pub(crate) fn closed(&self) -> bool {
        wait(&self.events, |event| if let Event::Closed { lost, .. } = event { Some(lost) } else { None })
    }
}

/// Waits for an event that is looked for.
pub(crate) fn wait<T>(events: &Receiver<Event>, looked_for: impl Fn(Event) -> Option<T>) -> T {
    let (deadline, mut seen) = (Instant::now() + Duration::from_secs(30), Vec::new());
    loop {
        match events.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(event) => {
                seen.push(event.clone());
                if let Some(found) = looked_for(event) {
                    return found;
                }
            }
            Err(why) => panic!("it did not happen ({why}); what did: {seen:#?}"),
        }
    }
}

/// Waits until something holds.
pub(crate) fn until(mut holds: impl FnMut() -> bool, what: &str) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !holds() {
        assert!(Instant::now() < deadline, "it did not come to this: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
