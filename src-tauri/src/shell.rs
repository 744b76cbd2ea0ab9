//! What the window's commands share: one home, opened when there is one, and what is told to the pages.
//!
//! **Invariant:** nothing is decided here; a home that cannot be opened is said as the desk says it, whatever was asked.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use folkmoot::id::AssemblyId;
use folkmoot_desk::{Aside, Cost, Desk, Passphrase, Phrases, Told, Trouble, Which};
use folkmoot_host::{Moment, Prepared};
use tauri::AppHandle;

use crate::home::Home;
use crate::wire::{News, Wire};

/// How often it is looked which day it is.
const LOOKS_AT_THE_DAY: Duration = Duration::from_secs(5);

/// One home, and whatever is open of it.
pub(crate) struct Shell {
    home: Home,
    now: Option<Moment>,
    desk: Arc<Mutex<Option<Desk>>>,
    wire: Mutex<Wire>,
    /// What somebody was writing when the home was shut, sealed with its key.
    aside: Mutex<Option<Aside>>,
    /// How often it was shut.
    shuts: AtomicU64,
    /// How often it was looked whether it is to be on the network.
    turns: AtomicU64,
    /// The last of these looks that was acted on.
    settled: AtomicU64,
}

/// Who asks, and in which language the answer is wanted.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct Asker {
    /// The language of refusals.
    #[serde(default)]
    pub(crate) lang: String,
    /// The assembly that is meant, where the home has several.
    #[serde(default)]
    pub(crate) assembly: Option<AssemblyId>,
}

impl Asker {
    /// The assembly that is meant.
    pub(crate) fn which(&self, desk: &Desk) -> Result<AssemblyId, Trouble> {
        self.assembly.map_or_else(|| desk.which(Which::Own), Ok)
    }

    /// A trouble in the asker's language.
    pub(crate) fn told(&self, trouble: &Trouble) -> Box<Told> {
        Box::new(Phrases::of(&self.lang).told(trouble))
    }
}

impl Shell {
    pub(crate) fn of(home: Home, now: Option<Moment>) -> Shell {
        Shell {
            home,
            now,
            desk: Arc::default(),
            wire: Mutex::default(),
            aside: Mutex::default(),
            shuts: AtomicU64::new(0),
            turns: AtomicU64::new(0),
            settled: AtomicU64::new(0),
        }
    }

    /// Opens the home and reads its books while the window is being made; what cannot be opened is said to the page that asks for it.
    pub(crate) fn read_ahead(&self) {
        let Ok(folder) = self.folder() else { return };
        let held = Arc::clone(&self.desk);
        thread::spawn(move || {
            if Desk::is_in(&folder) {
                // It is held all the while: whoever asks meanwhile asks for these books.
                let mut held = desk_in(&held);
                if held.is_none() {
                    *held = Desk::open_existing(&folder).ok();
                }
                let _ = held.as_ref().map(Desk::read_ahead);
            }
        });
    }

    /// Somebody has written in the home. Pages hear of it, unless it was this window, whose page knows what it recorded; others on the
    /// network hear of it in any case. What came may be that the town is quiet.
    pub(crate) fn rung(&self, app: &AppHandle) {
        let ours = matches!(self.with(Desk::others_wrote), Ok(Some(false)));
        self.wire().rung(!ours);
        if !ours {
            let _ = self.settle(app);
        }
    }

    /// A day may have begun on which the town is quiet, or on which it no longer is: looks from time to time, as long as the window is open.
    pub(crate) fn keep_days(&self, app: &AppHandle) -> ! {
        let (mut day, mut settled) = (self.moment().day, true);
        loop {
            thread::sleep(LOOKS_AT_THE_DAY);
            let now = self.moment().day;
            // Where it could not be told whether the day is quiet, it is asked again.
            if day != now || !settled {
                settled = self.settle(app).is_ok();
            }
            if day != now {
                day = now;
                self.wire().tell(&News::Book);
            }
        }
    }

    /// The moment that this laptop claims it is.
    pub(crate) fn moment(&self) -> Moment {
        self.now.unwrap_or_else(Moment::of_the_clock)
    }

    /// The folder of the home.
    pub(crate) fn folder(&self) -> Result<PathBuf, Trouble> {
        self.home.folder().map(Path::to_path_buf).ok_or(Trouble::NoAssembly)
    }

    /// The folder as a person reads it.
    pub(crate) fn spoken(&self) -> Option<String> {
        self.home.spoken()
    }

    /// Does something with the desk of a home that is there; none where no book was begun yet.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T, Trouble>) -> Result<Option<T>, Trouble> {
        let mut desk = self.lock();
        if desk.is_none() {
            let folder = self.folder()?;
            if !Desk::is_in(&folder) {
                return Ok(None);
            }
            *desk = Some(Desk::open_existing(&folder)?);
        }
        desk.as_mut().map(work).transpose()
    }

    /// Does something with the desk, and begins a book where there is none.
    pub(crate) fn begun<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T, Trouble>) -> Result<T, Trouble> {
        let mut desk = self.lock();
        let open = match desk.take() {
            Some(open) => open,
            None => Desk::open(&self.folder()?)?,
        };
        work(desk.insert(open))
    }

    /// Does something with the desk of a home that must be there.
    pub(crate) fn kept<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T, Trouble>) -> Result<T, Trouble> {
        self.with(work)?.ok_or(Trouble::NoAssembly)
    }

    /// Opens the home anew when it is next asked for.
    pub(crate) fn close(&self) {
        *self.lock() = None;
    }

    /// Makes this home, and keeps it open.
    pub(crate) fn restored(&self, restore: impl FnOnce(&Path) -> Result<Desk, Trouble>) -> Result<(), Trouble> {
        let mut desk = self.lock();
        *desk = None;
        *desk = Some(restore(&self.folder()?)?);
        Ok(())
    }

    /// Opens a home that has a passphrase; it stays open until it is shut.
    pub(crate) fn open_with(&self, passphrase: &Passphrase) -> Result<(), Trouble> {
        let mut desk = self.lock();
        if desk.is_none() {
            *desk = Some(Desk::open_with(&self.folder()?, Some(passphrase))?);
        }
        Ok(())
    }

    /// Leaves the network and forgets the home with its key: where it has a passphrase, it is asked for again. What somebody was writing
    /// is kept for whoever opens it.
    pub(crate) fn shut(&self, writing: Option<&str>) {
        let aside = writing.and_then(|writing| self.lock().as_ref()?.put_aside(writing));
        *self.aside() = aside;
        // In this order: whoever is about to go on the network with what was open sees that it was shut, or is told good-bye.
        self.close();
        self.shuts.fetch_add(1, Ordering::SeqCst);
        self.wire().say_good_bye();
    }

    /// What somebody was writing when the home was shut: once, and only while it is open.
    pub(crate) fn taken_up(&self) -> Option<String> {
        let desk = self.lock();
        let aside = self.aside().take()?;
        desk.as_ref()?.taken_up(&aside)
    }

    /// Closes the home with a passphrase, gives it another, or takes it off. It is open afterwards as it was before.
    pub(crate) fn set_passphrase(&self, old: Option<&Passphrase>, new: Option<&Passphrase>) -> Result<(), Trouble> {
        let folder = self.folder()?;
        let mut desk = self.lock();
        let spare = desk.as_ref().map(Desk::spare);
        *desk = None;
        // The keeper has the home open too; nobody who holds the wire waits for the desk.
        self.shuts.fetch_add(1, Ordering::SeqCst);
        self.wire().say_good_bye();
        let done = Desk::set_passphrase(&folder, old, new, Cost::default());
        // Whoever mistyped the one that it has is not shut out for it.
        *desk = if done.is_ok() { Desk::open_with(&folder, new).ok() } else { spare.and_then(|spare| spare.open().ok()) };
        done
    }

    /// What this window does on the network, and who hears of it.
    pub(crate) fn wire(&self) -> MutexGuard<'_, Wire> {
        self.wire.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes on the network, or leaves it, as the home now says, and also where that cannot be told; watches the home for what other programs
    /// record.
    pub(crate) fn settle(&self, app: &AppHandle) -> Result<(), Trouble> {
        let folder = self.folder()?;
        let shuts = self.shuts.load(Ordering::SeqCst);
        let turn = self.turns.fetch_add(1, Ordering::SeqCst) + 1;
        let today = self.now.unwrap_or_else(Moment::of_the_clock).day;
        let wanted = self.with(|desk| match Prepared::of(desk, today) {
            Ok(prepared) => Ok((Some(prepared), desk.callable()?)),
            Err(Trouble::Quiet | Trouble::QuietDeclared { .. } | Trouble::NoAssembly) => Ok((None, Vec::new())),
            Err(trouble) => Err(trouble),
        });
        let Some((wanted, known)) = wanted.inspect_err(|_| self.wire().say_good_bye())? else { return Ok(()) };
        let now = self.now;
        let clock = move || now.unwrap_or_else(Moment::of_the_clock).seconds;
        let mut wire = self.wire();
        // Whoever shut the home meanwhile wants it neither open nor on the network; and one that looked later has settled what is so now.
        let is_last = self.settled.fetch_max(turn, Ordering::SeqCst) < turn;
        let is_shut = self.shuts.load(Ordering::SeqCst) != shuts;
        if is_shut || !is_last { Ok(()) } else { wire.settle(app, &folder, wanted, &known, clock) }
    }

    fn aside(&self) -> MutexGuard<'_, Option<Aside>> {
        self.aside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Desk>> {
        desk_in(&self.desk)
    }
}

/// The desk, for whoever asks next. What a fault left half done in memory is forgotten, and opened anew from the archive, which commits
/// wholly or not at all; nobody is asked for the passphrase once more for it.
fn desk_in(held: &Mutex<Option<Desk>>) -> MutexGuard<'_, Option<Desk>> {
    held.lock().unwrap_or_else(|poisoned| {
        let mut desk = poisoned.into_inner();
        let spare = desk.take().map(|broken| broken.spare());
        // Where it cannot be opened now, whoever asks opens it, and is told why not.
        *desk = spare.and_then(|spare| spare.open().ok());
        held.clear_poison();
        desk
    })
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use folkmoot::id::ActId;
    use folkmoot_desk::CardText;
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_804_000_000;

    fn home(folder: &Path) -> Home {
        crate::home::choose(["--home".into(), folder.into()].into_iter(), |_| None).unwrap().home
    }

    /// Something goes wrong while a page is answered.
    fn breaks(shell: &Shell) {
        let broken = catch_unwind(AssertUnwindSafe(|| shell.kept(|_| -> Result<(), Trouble> { panic!("a fault of ours") })));
        assert!(broken.is_err());
    }

    /// An act that another program recorded in the home.
    fn recorded_beside(place: &Path, town: AssemblyId, account: &str) -> ActId {
        let passphrase = Passphrase::of("under the mill stone");
        let passphrase = Desk::is_locked(place).unwrap().then_some(&passphrase);
        let mut beside = Desk::open_with(place, passphrase).unwrap();
        beside.act(town, &[json!({ "do": "ledger.open", "account": account })], NOW).unwrap()[0]
    }

    #[test]
    fn after_a_fault_what_was_in_memory_is_forgotten_and_read_again_and_nobody_is_asked_for_the_passphrase() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("home");
        let passphrase = Passphrase::of("under the mill stone");
        let mut desk = Desk::open(&folder).unwrap();
        let town = desk.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
        drop(desk);
        for (closed, account) in [(false, "assets:barn"), (true, "assets:mill")] {
            if closed {
                Desk::set_passphrase(&folder, None, Some(&passphrase), Cost::CHEAP).unwrap();
            }
            let shell = Shell::of(home(&folder), None);
            shell.open_with(&passphrase).unwrap();
            let act = recorded_beside(&folder, town, account);
            let counts = |shell: &Shell| shell.kept(|desk| desk.counts(town, &act)).unwrap();
            assert!(!counts(&shell), "it is in the archive, and not in memory");
            breaks(&shell);
            assert!(counts(&shell), "closed: {closed}");
            breaks(&shell);
            assert!(counts(&shell), "and so it is each time");
        }
    }
}
