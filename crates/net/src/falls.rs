//! What comes after a fall: the records are opened anew, after a rest that grows where one fall follows soon upon the other.
//!
//! **Invariant:** of records that failed nothing is used any more. While the clerk rests nobody is let in or called, and whoever asks hears
//! that it is away.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::clerk::{Office, Request};
use crate::event::Event;
use crate::herald::Herald;
use crate::roads::{LONGEST_WAIT, wait_after};
use crate::sessions::Sessions;

/// How many falls have followed soon upon each other.
#[derive(Debug, Default)]
pub(crate) struct Falls(u32);

impl Falls {
    /// How long to rest after one more fall; as after the first, where the records had held long enough before it.
    pub(crate) fn rest(&mut self, held: Duration) -> Duration {
        if held > LONGEST_WAIT {
            self.0 = 0;
        }
        let rest = wait_after(self.0);
        self.0 = self.0.saturating_add(1);
        rest
    }
}

/// Serves requests until it is told to stop; where the records fail, with new ones after a rest.
pub(crate) fn keep<S: Sessions>(
    sessions: S,
    mut anew: impl FnMut() -> Result<S, String>,
    herald: &Herald,
    requests: &Receiver<Request>,
    is_away: &AtomicBool,
) {
    let (mut falls, mut opened) = (Falls::default(), Ok(sessions));
    loop {
        let begun = Instant::now();
        let text = match opened {
            Ok(sessions) => {
                let mut office = Office::of(sessions, herald);
                if catch_unwind(AssertUnwindSafe(|| office.work(requests))).is_ok() {
                    return;
                }
                is_away.store(true, Ordering::Relaxed);
                office.send_away();
                "the records failed, so all connections are closed".to_owned()
            }
            Err(why) => format!("the records cannot be opened: {why}"),
        };
        let rest = falls.rest(begun.elapsed());
        herald.tell(Event::Fell { text, rest });
        if !pass(requests, rest) {
            return;
        }
        opened = catch_unwind(AssertUnwindSafe(&mut anew)).unwrap_or_else(|_| Err("opening them failed".to_owned()));
        if opened.is_ok() {
            is_away.store(false, Ordering::Relaxed);
            herald.tell(Event::Back);
        }
    }
}

/// Lets a rest pass, in which nothing is answered; says whether to go on after it.
fn pass(requests: &Receiver<Request>, rest: Duration) -> bool {
    let until = Instant::now() + rest;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match requests.recv_timeout(left) {
            Ok(Request::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
            Ok(unanswered) => drop(unanswered),
            Err(RecvTimeoutError::Timeout) => return true,
        }
        if left.is_zero() {
            return true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_falls_soon_again_rests_ever_longer_and_whoever_held_long_as_after_the_first() {
        let mut falls = Falls::default();
        let rests: Vec<u64> = (0..12).map(|_| falls.rest(Duration::from_secs(1)).as_secs()).collect();
        assert_eq!(rests, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        assert_eq!(
            [falls.rest(LONGEST_WAIT), falls.rest(LONGEST_WAIT * 2), falls.rest(Duration::ZERO)].map(|rest| rest.as_secs()),
            [300, 1, 2]
        );
    }
}
