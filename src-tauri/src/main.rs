//! The Folkmoot window: opens, and says which home it serves.
//!
//! **Invariant:** holds no rule and opens no socket; a page may call only the commands its capability names.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod environment;
mod home;
mod look;

use std::io::{self, Write};
use std::process::ExitCode;

use tauri::Manager;

use crate::home::Home;

const USAGE: &str = "Usage: folkmoot-window [--home DIR]";

fn main() -> ExitCode {
    environment::settle();
    let home = match home::choose(std::env::args_os().skip(1), |name| std::env::var_os(name)) {
        Ok(home) => home,
        Err(misread) => return give_up(2, &format!("{misread}\n{USAGE}")),
    };
    match open(home) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => give_up(1, &format!("the window could not open: {error}")),
    }
}

fn open(home: Home) -> tauri::Result<()> {
    let title = home.title();
    tauri::Builder::default()
        .manage(home)
        .setup(move |app| {
            if let Some(window) = app.get_webview_window("main") {
                window.set_title(&title)?;
            }
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![look::look])
        .run(tauri::generate_context!())
}

fn give_up(code: u8, message: &str) -> ExitCode {
    // Standard error may be closed; the exit code still speaks.
    let _ = writeln!(io::stderr(), "folkmoot-window: {message}");
    ExitCode::from(code)
}
