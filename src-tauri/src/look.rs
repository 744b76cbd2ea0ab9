//! The one command that reads: a page names a view and is given what it shows.

use serde::{Deserialize, Serialize};
use tauri::State;

use crate::home::Home;

/// What a page may look at.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum View {
    /// The folder this window serves.
    Home,
}

/// The folder this window serves, if there is one.
#[derive(Debug, Serialize)]
pub(crate) struct HomeView {
    home: Option<String>,
}

/// Answers with what the named view shows.
#[tauri::command]
pub(crate) fn look(view: View, home: State<'_, Home>) -> HomeView {
    match view {
        View::Home => HomeView { home: home.spoken() },
    }
}
