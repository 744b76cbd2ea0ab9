//! What a person sees of work that takes over a second; pipes and quick work see nothing of it.

use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

const PATIENCE: Duration = Duration::from_secs(1);

/// Whether anybody watches.
pub(crate) fn is_watched(json: bool) -> bool {
    std::io::stderr().is_terminal() && !json
}

/// A sign that something is going on, from the second on until it is dropped.
pub(crate) struct Waiting {
    over: Option<Sender<()>>,
    shown: Option<JoinHandle<()>>,
}

impl Waiting {
    pub(crate) fn begin() -> Waiting {
        let (over, is_over) = mpsc::channel::<()>();
        let shown = thread::spawn(move || {
            if is_over.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let sign = ProgressBar::new_spinner().with_message("Reading the book");
            sign.enable_steady_tick(Duration::from_millis(120));
            // Nothing is ever sent: the other end is dropped when the work is over.
            let _ = is_over.recv();
            sign.finish_and_clear();
        });
        Waiting { over: Some(over), shown: Some(shown) }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        drop(self.over.take());
        if let Some(shown) = self.shown.take() {
            drop(shown.join());
        }
    }
}

/// Shows how far something is, once it has taken a second.
pub(crate) struct Bar {
    bar: ProgressBar,
    is_watched: bool,
}

impl Bar {
    pub(crate) fn new(what: &'static str, is_watched: bool) -> Bar {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        Bar { bar, is_watched }
    }

    pub(crate) fn at(&mut self, done: u64, of: u64) {
        if self.is_watched && self.bar.is_hidden() && self.bar.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_length(of);
        self.bar.set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
