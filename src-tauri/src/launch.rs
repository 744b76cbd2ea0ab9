//! Launching: a second window on one home brings the first to the front and hands it what it was asked to open.
//!
//! **Invariant:** where windows cannot find each other, each opens on its own; two writers on one home are safe.

use std::path::Path;

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Url, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::home::{self, Asked, Home};
use crate::shell::Shell;

/// Finds the window that is open on the same home, if there is one; this process then ends.
pub(crate) fn once_a_home(home: &Home) -> TauriPlugin<Wry> {
    let builder = tauri_plugin_single_instance::Builder::new().callback(|app, args, _| called_again(app, args));
    // On platforms without D-Bus one window serves a person, whatever home it was opened on.
    match home.folder() {
        Some(folder) => builder.dbus_id(called(folder)).build(),
        None => builder.build(),
    }
}

/// Keeps where the window stands and how large it is.
pub(crate) fn kept_in_place() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN)
        .build()
}

/// Keeps the window on its own pages: a file that is dropped on it, or a page that was broken into, leads nowhere else.
pub(crate) fn kept_to_its_pages() -> TauriPlugin<Wry> {
    tauri::plugin::Builder::new("own-pages").on_navigation(|_, address| is_own(address)).build()
}

/// Whether an address is one of the window's own pages, as each platform serves them.
fn is_own(address: &Url) -> bool {
    let own = if cfg!(any(windows, target_os = "android")) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    (address.scheme(), address.host_str(), address.port()) == (own.0, Some(own.1), None)
}

fn called_again(app: &AppHandle, args: Vec<String>) {
    if let Some(window) = app.get_webview_window("main") {
        // A window manager may keep another in front; nothing is lost by that.
        let _ = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    }
    let args = args.into_iter().skip(1).map(Into::into);
    if let Ok(Asked { code: Some(code), .. }) = home::choose(args, |_| None) {
        app.state::<Shell>().wire().bring(code);
    }
}

/// The name of a home on the session's bus, which tells nobody where it lies.
fn called(folder: &Path) -> String {
    let whole = folder.canonicalize().or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_path_buf());
    let hash = blake3::derive_key("folkmoot window of a home", whole.as_os_str().as_encoded_bytes());
    let letters: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("org.folkmoot.home_{letters}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(any(windows, target_os = "android")))]
    #[test]
    fn an_address_is_the_window_s_own_by_all_that_stands_before_the_page() {
        let is_own = |address: &str| Url::parse(address).is_ok_and(|address| is_own(&address));
        for own in ["tauri://localhost", "tauri://localhost/", "tauri://localhost/index.html#/ledger/journal"] {
            assert!(is_own(own), "{own}");
        }
        for other in [
            "file:///tmp/receipt.html",
            "https://localhost/",
            "tauri://localhost.example/",
            "tauri://localhost:81/",
            "about:blank",
            "data:text/html,x",
            "ipc://localhost/look",
            "blob:tauri://localhost/1",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }
}
