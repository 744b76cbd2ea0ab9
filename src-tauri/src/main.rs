//! The Folkmoot window: serves one home to its pages.
//!
//! **Invariant:** holds no rule; a page may call only the commands its capability names, and only `host` opens a socket for it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
#[cfg(test)]
mod contract;
mod environment;
mod home;
mod launch;
mod places;
mod shell;
mod wire;

use std::io::{self, Write};
use std::process::ExitCode;

use tauri::{Manager, RunEvent};

use crate::home::Asked;
use crate::shell::Shell;

const USAGE: &str = "Usage: folkmoot-window [--home DIR] [--now MOMENT] [CODE]";

fn main() -> ExitCode {
    // Before anything of the desktop is touched: a room has no window.
    if let Some(ended) = folkmoot_host::Airlock::enter() {
        return ended;
    }
    environment::settle();
    folkmoot_host::no_core_dumps();
    let asked = match home::choose(std::env::args_os().skip(1), |name| std::env::var_os(name)) {
        Ok(asked) => asked,
        Err(misread) => return give_up(2, &format!("{misread}\n{USAGE}")),
    };
    match open(asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => give_up(1, &format!("the window could not open: {error}")),
    }
}

fn open(asked: Asked) -> tauri::Result<()> {
    let title = asked.home.title();
    let once = launch::once_a_home(&asked.home);
    let shell = Shell::of(asked.home, asked.now);
    shell.read_ahead();
    if let Some(code) = asked.code {
        shell.wire().bring(code);
    }
    tauri::Builder::default()
        .plugin(once)
        .plugin(launch::kept_in_place())
        .plugin(launch::kept_to_its_pages())
        .manage(shell)
        .setup(move |app| {
            if let Some(window) = app.get_webview_window("main") {
                window.set_title(&title)?;
            }
            // Whoever logs out or shuts down closes the window too; where it cannot be heard of, nothing that was recorded is lost.
            let closing = app.handle().clone();
            let _ = ctrlc::set_handler(move || closing.exit(0));
            let app = app.handle().clone();
            // What is wrong with a home is said on the page, which asks at once.
            std::thread::spawn(move || {
                let shell = app.state::<Shell>();
                let _ = shell.settle(&app);
                shell.keep_days(&app)
            });
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![
            commands::look::look,
            commands::news::news,
            commands::act::act,
            commands::draft::draft,
            commands::carry::carry,
            commands::peers::peers,
        ])
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                app.state::<Shell>().wire().say_good_bye();
            }
        });
    Ok(())
}

fn give_up(code: u8, message: &str) -> ExitCode {
    // Standard error may be closed; the exit code still speaks.
    let _ = writeln!(io::stderr(), "folkmoot-window: {message}");
    ExitCode::from(code)
}
