//! News: a page that listens hears what is recorded on this home and who is met.

use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use crate::shell::Shell;
use crate::wire::News;

/// Tells a page from now on, until it is closed or listens anew.
#[tauri::command]
pub(crate) fn news(ear: Channel<News>, window: WebviewWindow, shell: State<'_, Shell>) {
    shell.wire().hear(window.label(), ear);
}
