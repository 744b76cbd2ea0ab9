//! What is watched while hostile bytes come: that nothing panics, hangs or grows, and how much there was of everything.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::{Duration, Instant};

/// The most that the process may grow by while one thing is taken in, in KiB.
pub(crate) const MOST_GROWTH: u64 = 64 * 1024;
/// The longest that one thing may take. It is no measure: it shows that nothing hangs.
const DEADLINE: Duration = Duration::from_secs(5);
/// A process that one thing holds up for so long, or makes so large, is ended, so that a hang or a flood is a failure and not a lost machine.
const GIVEN_UP: Duration = Duration::from_secs(60);
const TOO_LARGE: u64 = 2 * 1024 * 1024;

static COUNTS: Mutex<BTreeMap<String, u64>> = Mutex::new(BTreeMap::new());
static UNDER_WAY: Mutex<Option<(String, Instant)>> = Mutex::new(None);
static ALONE: Mutex<()> = Mutex::new(());
static GUARD: Once = Once::new();

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps other tests of this binary waiting, for the memory of a process is one; what was counted is told at the end.
pub(crate) struct Alone {
    name: &'static str,
    _guard: MutexGuard<'static, ()>,
}

pub(crate) fn alone(name: &'static str) -> Alone {
    let guard = locked(&ALONE);
    locked(&COUNTS).clear();
    GUARD.call_once(|| {
        std::thread::spawn(stand_guard);
    });
    Alone { name, _guard: guard }
}

impl Drop for Alone {
    fn drop(&mut self) {
        let counts = locked(&COUNTS);
        let lines: String = counts.iter().map(|(what, count)| format!("{what}\t{count}\n")).collect();
        println!("{}:\n{lines}", self.name);
        if !std::thread::panicking() {
            let what_was_sent = ["inputs", "mutants signed anew", "mutated bundles", "mutated sessions", "bombs"];
            let all: u64 = what_was_sent.iter().filter_map(|what| counts.get(*what)).sum();
            folkmoot_testkit::tried(self.name, all as usize);
        }
        if let Some(folder) = std::env::var_os("FOLKMOOT_HOSTILE_TALLY") {
            let file = std::path::Path::new(&folder).join(self.name).with_extension("tally");
            fs::write(&file, lines).unwrap_or_else(|why| println!("{}: {why}", file.display()));
        }
    }
}

fn stand_guard() {
    loop {
        std::thread::sleep(Duration::from_millis(200));
        let under_way = locked(&UNDER_WAY).clone();
        let Some((what, since)) = under_way else { continue };
        let size = memory("VmRSS:");
        if since.elapsed() > GIVEN_UP || size > TOO_LARGE {
            eprintln!("given up after {:?} and {size} KiB: {what}", since.elapsed());
            std::process::abort();
        }
    }
}

/// Adds to a count.
pub(crate) fn counted(what: &str, more: usize) {
    *locked(&COUNTS).entry(what.to_owned()).or_default() += more as u64;
}

/// Keeps the largest of what was measured; names that begin with `largest` or `slowest` are told as such.
fn measured(what: &str, value: u64) {
    let mut counts = locked(&COUNTS);
    let known = counts.entry(what.to_owned()).or_default();
    *known = value.max(*known);
}

/// A line of this process's status, in KiB; zero where the system tells nothing.
pub(crate) fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|known| known.strip_prefix(line));
    found.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Does one thing to the town, and requires that nobody panics, that it comes to its end soon and that the process does not grow.
pub(crate) fn watched<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (answer, growth, took) = guarded(what, work);
    if growth > MOST_GROWTH / 4 {
        println!("{what}: the process grew by {growth} KiB");
    }
    measured("largest growth, KiB", growth);
    measured("slowest, ms", took.as_millis() as u64);
    assert!(growth < MOST_GROWTH, "{what}: the process grew by {growth} KiB");
    assert!(took < DEADLINE, "{what}: it took {took:?}");
    answer
}

/// Does something to all that the town holds, or reads a draft as full as may be: it takes as long as there is of it, and no more room.
pub(crate) fn looked_over<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (answer, growth, _) = guarded(what, work);
    if growth > MOST_GROWTH / 4 {
        println!("{what}: the process grew by {growth} KiB");
    }
    measured("largest growth of a whole home, KiB", growth);
    assert!(growth < MOST_GROWTH, "{what}: the process grew by {growth} KiB");
    answer
}

fn guarded<T>(what: &str, work: impl FnOnce() -> T) -> (T, u64, Duration) {
    // From here on the peak counts anew.
    let peak_is_told = fs::write("/proc/self/clear_refs", "5").is_ok();
    let (before, begun) = (memory("VmRSS:"), Instant::now());
    *locked(&UNDER_WAY) = Some((what.to_owned(), begun));
    // A panic is caught to say what made it: it fails the test all the same.
    let outcome = catch_unwind(AssertUnwindSafe(work));
    *locked(&UNDER_WAY) = None;
    let took = begun.elapsed();
    let after = memory(if peak_is_told { "VmHWM:" } else { "VmRSS:" });
    let answer = outcome.unwrap_or_else(|_| {
        counted("panics", 1);
        panic!("a laptop panicked at {what}");
    });
    (answer, after.saturating_sub(before), took)
}
