//! The table of visits: who is here, and which of two connections between the same two laptops stays.
//!
//! **Invariant:** there is at most one visit for each of our endpoints and each of theirs. Both ends come to the same answer about which
//! one: when both call at once, the call of the lower endpoint id stays; otherwise the newer one, since its caller has lost the older.
//! However many strangers call, whoever is known finds a seat.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use tokio::sync::mpsc::UnboundedSender;

use crate::config::Limits;
use crate::visit::Reason;

/// Within how long two calls count as made at once.
const AT_ONCE: Duration = Duration::from_secs(10);

/// One of our endpoints and one of another laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pair {
    pub(crate) ours: AssemblyId,
    pub(crate) endpoint: DeviceId,
}

/// A visit, as the table knows it.
#[derive(Debug)]
pub(crate) struct Seat {
    pub(crate) session: u64,
    /// Whether the one of the two with the lower endpoint id called.
    pub(crate) lower_called: bool,
    pub(crate) since: Instant,
    /// Whether it is on a list, or was a stranger whose letter has been heard.
    pub(crate) known: bool,
    pub(crate) leave: UnboundedSender<Reason>,
}

/// Who is here.
#[derive(Debug, Default)]
pub(crate) struct Table {
    seats: BTreeMap<Pair, Seat>,
    expected: BTreeSet<Pair>,
}

impl Table {
    /// Gives a visit its seat; an older one of the same pair is asked to leave, and a stranger where all seats are taken.
    ///
    /// # Errors
    /// [`Reason::Replaced`] when another connection of the same pair stays, [`Reason::Crowded`] when there are as many visits as may be, or a
    /// stranger comes and there are as many strangers.
    pub(crate) fn admit(&mut self, pair: Pair, seat: Seat, limits: &Limits) -> Result<(), Reason> {
        match self.seats.get(&pair) {
            Some(older) => {
                let at_once = seat.since.saturating_duration_since(older.since) < AT_ONCE;
                if at_once && older.lower_called && !seat.lower_called {
                    return Err(Reason::Replaced);
                }
            }
            None => self.make_room(seat.known, limits)?,
        }
        if let Some(older) = self.seats.insert(pair, seat) {
            // It may have ended by itself.
            let _ = older.leave.send(Reason::Replaced);
        }
        Ok(())
    }

    fn make_room(&mut self, known: bool, limits: &Limits) -> Result<(), Reason> {
        let strangers = || self.seats.iter().filter(|(_, seat)| !seat.known);
        if !known && strangers().count() >= limits.strangers {
            return Err(Reason::Crowded);
        }
        if self.seats.len() < limits.connections {
            return Ok(());
        }
        let oldest = strangers().min_by_key(|(_, seat)| seat.since).map(|(pair, _)| *pair);
        let gone = oldest.filter(|_| known).and_then(|pair| self.seats.remove(&pair)).ok_or(Reason::Crowded)?;
        // It may have ended by itself.
        let _ = gone.leave.send(Reason::Crowded);
        Ok(())
    }

    /// A stranger is one no longer.
    pub(crate) fn is_known_now(&mut self, pair: &Pair, session: u64) {
        if let Some(seat) = self.seats.get_mut(pair).filter(|seat| seat.session == session) {
            seat.known = true;
        }
    }

    /// Whether a visit is of somebody who is known.
    pub(crate) fn is_known(&self, pair: &Pair, session: u64) -> bool {
        self.seats.get(pair).is_some_and(|seat| seat.session == session && seat.known)
    }

    /// Begins to expect the first word of somebody, unless it is expected already.
    pub(crate) fn expect(&mut self, pair: Pair) -> bool {
        self.expected.insert(pair)
    }

    /// Expects it no longer.
    pub(crate) fn expected(&mut self, pair: &Pair) {
        self.expected.remove(pair);
    }

    /// The session with somebody, if there is one.
    pub(crate) fn session_with(&self, pair: &Pair) -> Option<u64> {
        self.seats.get(pair).map(|seat| seat.session)
    }

    /// Takes a visit off the table; says whether another has its seat.
    pub(crate) fn leave(&mut self, pair: &Pair, session: u64) -> bool {
        if self.session_with(pair) == Some(session) {
            self.seats.remove(pair);
        }
        self.seats.contains_key(pair)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(number: u8) -> Pair {
        Pair { ours: AssemblyId([1; 32]), endpoint: DeviceId([number; 32]) }
    }

    fn seat(session: u64, lower_called: bool, since: Instant) -> (Seat, tokio::sync::mpsc::UnboundedReceiver<Reason>) {
        let (leave, left) = tokio::sync::mpsc::unbounded_channel();
        (Seat { session, lower_called, since, known: true, leave }, left)
    }

    fn most(connections: usize) -> Limits {
        Limits { connections, ..Limits::default() }
    }

    /// The connection of the lower one is number 1, that of the other number 2; one end sees them in this order, the other in that.
    #[test]
    fn both_ends_keep_the_same_one_of_two_calls_made_at_once() {
        let start = Instant::now();
        let mut millbrook = Table::default();
        let (first, _kept) = seat(1, true, start);
        assert!(millbrook.admit(pair(9), first, &most(8)).is_ok());
        let (second, _refused) = seat(2, false, start + Duration::from_secs(1));
        assert!(matches!(millbrook.admit(pair(9), second, &most(8)), Err(Reason::Replaced)));

        let mut cedar_falls = Table::default();
        let (second, mut left) = seat(2, false, start);
        assert!(cedar_falls.admit(pair(9), second, &most(8)).is_ok());
        let (first, _kept) = seat(1, true, start + Duration::from_secs(1));
        assert!(cedar_falls.admit(pair(9), first, &most(8)).is_ok());
        assert!(matches!(left.try_recv(), Ok(Reason::Replaced)));

        assert_eq!(millbrook.session_with(&pair(9)), Some(1));
        assert_eq!(cedar_falls.session_with(&pair(9)), Some(1));
    }

    #[test]
    fn whoever_calls_again_later_has_lost_the_older_connection() {
        let start = Instant::now();
        let mut table = Table::default();
        let (first, mut left) = seat(1, true, start);
        let (second, _kept) = seat(2, false, start + AT_ONCE);
        assert!(table.admit(pair(9), first, &most(8)).is_ok());
        assert!(table.admit(pair(9), second, &most(8)).is_ok());
        assert!(matches!(left.try_recv(), Ok(Reason::Replaced)));
        assert!(table.leave(&pair(9), 1), "the seat is another's");
        assert!(!table.leave(&pair(9), 2));
    }

    #[test]
    fn a_full_table_turns_new_ones_away_and_keeps_its_seats() {
        let start = Instant::now();
        let mut table = Table::default();
        for number in 0..3 {
            let (seat, _left) = seat(u64::from(number), true, start);
            assert_eq!(table.admit(pair(number), seat, &most(2)).is_ok(), number < 2);
        }
        let (again, _left) = seat(7, true, start);
        assert!(table.admit(pair(0), again, &most(2)).is_ok(), "who is here may call again");
    }

    #[test]
    fn strangers_take_a_few_seats_and_make_room_for_whoever_is_known() {
        let start = Instant::now();
        let mut table = Table::default();
        let mut stranger = |number: u8| {
            let (seat, left) = seat(u64::from(number), false, start + Duration::from_secs(number.into()));
            (table.admit(pair(number), Seat { known: false, ..seat }, &most(5)), left)
        };
        let mut lefts: Vec<_> = (0..4).map(&mut stranger).map(|(in_, left)| in_.map(|()| left).unwrap()).collect();
        assert!(matches!(stranger(4), (Err(Reason::Crowded), _)), "there are four already");
        table.is_known_now(&pair(0), 0);
        assert!(table.is_known(&pair(0), 0) && !table.is_known(&pair(1), 1));
        for number in 5..9 {
            let (seat, _left) = seat(u64::from(number), false, start);
            assert!(table.admit(pair(number), seat, &most(5)).is_ok(), "{number}");
        }
        let gone: Vec<bool> = lefts.iter_mut().map(|left| matches!(left.try_recv(), Ok(Reason::Crowded))).collect();
        assert_eq!(gone, [false, true, true, true], "the one whose letter was heard stays");
        let (seat, _left) = seat(9, false, start);
        assert!(matches!(table.admit(pair(9), seat, &most(5)), Err(Reason::Crowded)));
    }
}
