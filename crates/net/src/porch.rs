//! The porch: who may ask to come in at all, judged before any handshake.
//!
//! **Invariant:** a source that asks too often is refused at the cost of a look into one table, whose size is capped; it never uses up
//! what another source may ask. The moment is given, not read.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::{Duration, Instant};

use crate::config::Limits;

/// How many sources are remembered.
const MAX_SOURCES: usize = 4096;

/// Where somebody comes from: one IPv4 address, one IPv6 network of the size that a household is given, or one key at the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    V4([u8; 4]),
    V6([u8; 8]),
    Key([u8; 32]),
}

impl Source {
    pub(crate) fn of(address: IpAddr) -> Source {
        match address.to_canonical() {
            IpAddr::V4(address) => Source::V4(address.octets()),
            IpAddr::V6(address) => {
                let [a, b, c, d, e, f, g, h, ..] = address.octets();
                Source::V6([a, b, c, d, e, f, g, h])
            }
        }
    }
}

/// Counts who asks how often.
#[derive(Debug)]
pub(crate) struct Porch {
    burst: u32,
    refill: Duration,
    /// How often each has asked, less what time has forgiven since.
    asked: BTreeMap<Source, (u32, Instant)>,
}

impl Porch {
    pub(crate) fn of(limits: &Limits) -> Porch {
        Porch { burst: limits.burst, refill: limits.refill, asked: BTreeMap::new() }
    }

    /// Whether a source may ask once more.
    pub(crate) fn may_ask(&mut self, source: Source, now: Instant) -> bool {
        if self.asked.len() >= MAX_SOURCES && !self.asked.contains_key(&source) {
            let (burst, refill) = (self.burst, self.refill);
            self.asked.retain(|_, (count, since)| *count > forgiven(*since, now, refill, burst).0);
            if self.asked.len() >= MAX_SOURCES {
                return false;
            }
        }
        let (count, since) = self.asked.entry(source).or_insert((0, now));
        let (forgiven, until) = forgiven(*since, now, self.refill, self.burst);
        *count = count.saturating_sub(forgiven);
        *since = until;
        let may = *count < self.burst;
        if may {
            *count += 1;
        }
        may
    }
}

/// How many times time has forgiven, and the moment up to which that is counted.
fn forgiven(since: Instant, now: Instant, refill: Duration, burst: u32) -> (u32, Instant) {
    let passed = now.saturating_duration_since(since);
    let times = passed.as_nanos() / refill.as_nanos().max(1);
    match u32::try_from(times) {
        Ok(times) if times <= burst => (times, since + refill * times),
        _ => (burst, now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits { burst: 3, refill: Duration::from_secs(1), ..Limits::default() }
    }

    #[test]
    fn whoever_asks_too_often_waits_and_nobody_else_does() {
        let (mut porch, start) = (Porch::of(&limits()), Instant::now());
        let (flooder, neighbour) = (Source::of([127, 0, 0, 2].into()), Source::of([127, 0, 0, 1].into()));
        let let_in = (0..100).filter(|_| porch.may_ask(flooder, start)).count();
        assert_eq!(let_in, 3);
        assert!(porch.may_ask(neighbour, start));
        assert!(porch.may_ask(flooder, start + Duration::from_secs(1)));
        assert!(!porch.may_ask(flooder, start + Duration::from_secs(1)));
        let let_in = (0..100).filter(|_| porch.may_ask(flooder, start + Duration::from_secs(3600))).count();
        assert_eq!(let_in, 3);
    }

    #[test]
    fn a_household_with_many_ipv6_addresses_is_one_source() {
        let one: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let other: IpAddr = "2001:db8:1:2:ffff::9".parse().unwrap();
        let mapped: IpAddr = "::ffff:10.0.0.1".parse().unwrap();
        assert_eq!(Source::of(one), Source::of(other));
        assert_eq!(Source::of(mapped), Source::of([10, 0, 0, 1].into()));
    }

    #[test]
    fn the_table_is_capped_and_empties_as_time_passes() {
        let (mut porch, start) = (Porch::of(&limits()), Instant::now());
        let source = |number: usize| Source::V4((number as u32).to_be_bytes());
        assert!((0..MAX_SOURCES).all(|number| porch.may_ask(source(number), start)));
        assert!(!porch.may_ask(source(MAX_SOURCES), start));
        assert!(porch.may_ask(source(MAX_SOURCES), start + Duration::from_secs(2)));
        assert_eq!(porch.asked.len(), 1);
    }
}
