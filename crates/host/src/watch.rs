//! Watching the home's bell, so that what another program records on this home is news at once, without asking again and again.
//!
//! **Invariant:** a watch that cannot be kept is said and costs nothing but speed: the next meeting reads the archive anyway.

use std::path::Path;

use notify::{RecursiveMode, Watcher};

/// Watches until it is dropped.
pub type Watching = notify::RecommendedWatcher;

/// Calls `news` after anything was written in the home, until what it gives back is dropped.
///
/// # Errors
/// When the system does not let it watch the directory.
pub fn watch(home: &Path, news: impl Fn() + Send + 'static) -> Result<Watching, notify::Error> {
    let mut watcher = notify::recommended_watcher(move |event: Result<notify::Event, notify::Error>| {
        let rings = |event: notify::Event| {
            (event.kind.is_modify() || event.kind.is_create()) && event.paths.iter().any(|path| path.ends_with(folkmoot_desk::BELL))
        };
        if event.is_ok_and(rings) {
            news();
        }
    })?;
    watcher.watch(home, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}
