//! What the window's commands share: one home, opened when there is one, and what is told to the pages.
//!
//! **Invariant:** nothing is decided here; a home that cannot be opened is said as the desk says it, whatever was asked.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use folkmoot::id::AssemblyId;
use folkmoot_desk::{Desk, Phrases, Told, Trouble, Which};
use folkmoot_host::Moment;
use tauri::AppHandle;

use crate::home::Home;
use crate::wire::Wire;

/// One home, and whatever is open of it.
pub(crate) struct Shell {
    home: Home,
    now: Option<Moment>,
    desk: Mutex<Option<Desk>>,
    wire: Mutex<Wire>,
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
        Shell { home, now, desk: Mutex::new(None), wire: Mutex::new(Wire::default()) }
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

    /// What this window does on the network, and who hears of it.
    pub(crate) fn wire(&self) -> MutexGuard<'_, Wire> {
        self.wire.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes on the network, or leaves it, as the home now says; watches the home for what other programs record.
    pub(crate) fn settle(&self, app: &AppHandle) -> Result<(), Trouble> {
        let folder = self.folder()?;
        let wanted = self.with(|desk| match desk.endpoints() {
            Ok(endpoints) => {
                let assemblies = endpoints.into_iter().map(|(assembly, _)| assembly).collect();
                Ok(Some((Some((desk.network()?, assemblies)), desk.callable()?)))
            }
            Err(Trouble::Quiet | Trouble::NoAssembly) => Ok(None),
            Err(trouble) => Err(trouble),
        })?;
        let Some((chosen, known)) = wanted.map(Option::unwrap_or_default) else { return Ok(()) };
        let now = self.now;
        let clock = move || now.unwrap_or_else(Moment::of_the_clock).seconds;
        self.wire().settle(app, &folder, chosen, &known, clock)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Desk>> {
        // Whatever a panic left behind is read again from the archive, which commits wholly or not at all.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
