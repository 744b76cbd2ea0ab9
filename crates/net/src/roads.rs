//! The roads that are known to other laptops, and when each is to be called again.
//!
//! **Invariant:** nobody is called twice at once, and who does not answer, or turns us away, is called ever more seldom. The moment is
//! given, not read.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::table::Pair;

/// After how long a lost connection is called again; doubled each time that nobody answers.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// How long to leave a laptop alone that gave our place to another connection of ours, as when a command runs beside the window.
const ELSEWHERE: Duration = Duration::from_secs(60);
/// The longest wait between two calls.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(300);
/// How much longer the higher endpoint id waits, so that both do not call at once.
const AFTER_YOU: Duration = Duration::from_secs(4);
/// How many addresses of one laptop are kept.
const MAX_ADDRESSES: usize = 16;

/// How long to wait after so many failures in a row before the one of now.
pub(crate) fn wait_after(failures: u32) -> Duration {
    FIRST_WAIT.saturating_mul(1 << failures.min(16)).min(LONGEST_WAIT)
}

/// A call that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) session: u64,
    pub(crate) addresses: Vec<SocketAddr>,
    /// In words for people.
    pub(crate) road: String,
}

/// How a call, or the connection that came of it, ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nobody answered, or the connection was lost.
    Lost,
    /// One of the two would not go on.
    TurnedAway,
    /// The other has a newer connection from our endpoint, of which this node does not know.
    Replaced,
}

#[derive(Debug)]
struct Road {
    addresses: Vec<SocketAddr>,
    words: String,
    failures: u32,
    due: Option<Instant>,
    /// The number that was promised for the next call.
    promised: Option<u64>,
    under_way: bool,
    /// Whether our endpoint id is the lower one.
    lower: bool,
}

/// All roads.
#[derive(Debug)]
pub(crate) struct Roads {
    known: BTreeMap<Pair, Road>,
    redial: bool,
    next_session: u64,
}

impl Roads {
    pub(crate) fn new(redial: bool) -> Roads {
        Roads { known: BTreeMap::new(), redial, next_session: 1 }
    }

    /// A number that no session has had.
    pub(crate) fn number(&mut self) -> u64 {
        let number = self.next_session;
        self.next_session += 1;
        number
    }

    /// Sets out at once; gives the number that the session will have.
    pub(crate) fn set_out(&mut self, pair: Pair, lower: bool, addresses: &[SocketAddr], words: &str, now: Instant) -> u64 {
        let number = self.number();
        let road = self.known.entry(pair).or_insert_with(|| Road::new(lower));
        let promised = *road.promised.get_or_insert(number);
        road.learn(addresses);
        road.words = words.to_owned();
        road.failures = 0;
        if !road.under_way {
            road.due = Some(now);
        }
        promised
    }

    /// A laptop was seen on the same network; says whether it is new there, or has new addresses.
    pub(crate) fn seen(&mut self, pair: Pair, lower: bool, addresses: &[SocketAddr], connected: bool, now: Instant) -> bool {
        let is_new = !self.known.contains_key(&pair);
        let road = self.known.entry(pair).or_insert_with(|| Road::new(lower));
        let has_moved = road.learn(addresses);
        let is_news = is_new || has_moved;
        if is_news && !connected && !road.under_way {
            road.words = "lan".to_owned();
            road.failures = 0;
            road.due = Some(now + if lower { Duration::ZERO } else { AFTER_YOU });
        }
        is_news
    }

    /// The calls that are due; they are under way then.
    pub(crate) fn due(&mut self, now: Instant) -> Vec<(Pair, Call)> {
        let mut calls = Vec::new();
        for (pair, road) in &mut self.known {
            if road.due.is_some_and(|due| due <= now) && !road.under_way {
                road.due = None;
                road.under_way = true;
                calls.push((*pair, road.promised.take(), road.addresses.clone(), road.words.clone()));
            }
        }
        let numbered = |(pair, promised, addresses, road): (Pair, Option<u64>, Vec<SocketAddr>, String)| {
            (pair, Call { session: promised.unwrap_or_else(|| self.number()), addresses, road })
        };
        calls.into_iter().map(numbered).collect()
    }

    /// When the next call is due.
    pub(crate) fn next(&self) -> Option<Instant> {
        self.known.values().filter(|road| !road.under_way).filter_map(|road| road.due).min()
    }

    /// Somebody is here, whoever called; that is the session which a call that is still to be made was to bring.
    pub(crate) fn met(&mut self, pair: &Pair) {
        if let Some(road) = self.known.get_mut(pair) {
            (road.failures, road.due, road.promised, road.under_way) = (0, None, None, false);
        }
    }

    /// A call failed, or a connection ended; it is called again later.
    pub(crate) fn ended(&mut self, pair: &Pair, outcome: Outcome, now: Instant) {
        let redial = self.redial;
        let Some(road) = self.known.get_mut(pair) else { return };
        road.under_way = false;
        let wait = match outcome {
            Outcome::Lost => wait_after(road.failures),
            Outcome::TurnedAway => LONGEST_WAIT,
            Outcome::Replaced => ELSEWHERE,
        };
        road.failures += 1;
        let wait = if road.lower { wait } else { wait + AFTER_YOU };
        road.due = match road.promised {
            Some(_) => Some(now),
            None => redial.then_some(now + wait),
        };
    }
}

impl Road {
    fn new(lower: bool) -> Road {
        Road { addresses: Vec::new(), words: String::new(), failures: 0, due: None, promised: None, under_way: false, lower }
    }

    /// Keeps the newest addresses; says whether any of them is new.
    fn learn(&mut self, addresses: &[SocketAddr]) -> bool {
        let known: BTreeSet<SocketAddr> = self.addresses.iter().copied().collect();
        let mut all: Vec<SocketAddr> = addresses.to_vec();
        all.extend(self.addresses.iter().filter(|address| !addresses.contains(address)));
        all.truncate(MAX_ADDRESSES);
        self.addresses = all;
        self.addresses.iter().any(|address| !known.contains(address))
    }
}

#[cfg(test)]
mod tests {
    use folkmoot::id::{AssemblyId, DeviceId};

    use super::*;

    const CEDAR_FALLS: Pair = Pair { ours: AssemblyId([1; 32]), endpoint: DeviceId([2; 32]) };

    fn address(port: u16) -> SocketAddr {
        SocketAddr::from(([10, 0, 0, 2], port))
    }

    #[test]
    fn whoever_does_not_answer_is_called_ever_more_seldom() {
        let (mut roads, mut now) = (Roads::new(true), Instant::now());
        assert_eq!(roads.set_out(CEDAR_FALLS, true, &[address(1)], "address", now), 1);
        let mut waits = Vec::new();
        for _ in 0..12 {
            assert_eq!(roads.due(now).len(), 1);
            assert!(roads.due(now).is_empty(), "it is under way");
            roads.ended(&CEDAR_FALLS, Outcome::Lost, now);
            let next = roads.next().unwrap();
            waits.push(next.duration_since(now).as_secs());
            now = next;
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        roads.met(&CEDAR_FALLS);
        assert_eq!(roads.next(), None);
    }

    #[test]
    fn without_redialling_a_call_is_made_once() {
        let (mut roads, now) = (Roads::new(false), Instant::now());
        roads.set_out(CEDAR_FALLS, true, &[address(1)], "address", now);
        assert_eq!(roads.due(now).len(), 1);
        roads.ended(&CEDAR_FALLS, Outcome::Lost, now);
        assert_eq!(roads.next(), None);
    }

    #[test]
    fn a_call_that_is_asked_for_while_one_is_under_way_is_made_after_it() {
        let (mut roads, now) = (Roads::new(false), Instant::now());
        roads.set_out(CEDAR_FALLS, true, &[address(1)], "address", now);
        roads.due(now);
        let second = roads.set_out(CEDAR_FALLS, true, &[address(2)], "address", now);
        assert_eq!(roads.next(), None);
        roads.ended(&CEDAR_FALLS, Outcome::Lost, now);
        let calls = roads.due(now);
        assert_eq!(calls[0].1.session, second);
        assert_eq!(calls[0].1.addresses, [address(2), address(1)]);
    }

    #[test]
    fn on_the_same_network_the_lower_one_calls_and_the_higher_one_waits_for_it() {
        for (lower, wait) in [(true, 0), (false, 4)] {
            let (mut roads, now) = (Roads::new(true), Instant::now());
            assert!(roads.seen(CEDAR_FALLS, lower, &[address(1)], false, now));
            assert_eq!(roads.next(), Some(now + Duration::from_secs(wait)));
            assert!(!roads.seen(CEDAR_FALLS, lower, &[address(1)], false, now + Duration::from_secs(1)), "nothing new");
            assert_eq!(roads.next(), Some(now + Duration::from_secs(wait)));
        }
    }

    #[test]
    fn whoever_turned_us_away_is_left_alone_for_long() {
        let (mut roads, now) = (Roads::new(true), Instant::now());
        roads.seen(CEDAR_FALLS, true, &[address(1)], false, now);
        roads.due(now);
        roads.ended(&CEDAR_FALLS, Outcome::TurnedAway, now);
        roads.seen(CEDAR_FALLS, true, &[address(1)], false, now);
        assert_eq!(roads.next(), Some(now + LONGEST_WAIT));
    }

    #[test]
    fn a_command_that_runs_beside_the_window_is_not_pushed_aside_at_once() {
        let (mut roads, now) = (Roads::new(true), Instant::now());
        roads.set_out(CEDAR_FALLS, true, &[address(1)], "address", now);
        roads.due(now);
        roads.met(&CEDAR_FALLS);
        roads.ended(&CEDAR_FALLS, Outcome::Replaced, now);
        assert_eq!(roads.next(), Some(now + ELSEWHERE));
    }
}
