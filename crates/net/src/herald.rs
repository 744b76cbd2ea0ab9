//! The herald, who tells events to everybody that listens.
//!
//! **Invariant:** whoever listens late hears first where the endpoints are; nobody who has stopped listening holds anybody up, and
//! strangers cannot fill the ears of those who listen.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use folkmoot::id::AssemblyId;

use crate::event::Event;

/// How often something is told that strangers can bring about.
const NOW_AND_THEN: Duration = Duration::from_secs(1);

/// Tells events.
#[derive(Debug, Default)]
pub(crate) struct Herald(Mutex<Told>);

#[derive(Debug, Default)]
struct Told {
    listeners: Vec<Sender<Event>>,
    bound: BTreeMap<AssemblyId, Event>,
    /// When trouble with strangers was last told of, and when that one was turned away.
    last_of_strangers: [Option<Instant>; 2],
}

impl Herald {
    /// Begins to listen.
    pub(crate) fn listen(&self) -> Receiver<Event> {
        let (sender, receiver) = channel();
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for event in told.bound.values() {
            // The receiver is in our hands.
            let _ = sender.send(event.clone());
        }
        told.listeners.push(sender);
        receiver
    }

    /// Tells an event; where an endpoint is only if that has changed.
    pub(crate) fn tell(&self, event: Event) {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Event::Bound { assembly, .. } = &event
            && told.bound.insert(*assembly, event.clone()).as_ref() == Some(&event)
        {
            return;
        }
        told.listeners.retain(|listener| listener.send(event.clone()).is_ok());
    }

    /// Tells an event that strangers can bring about, if there was none of its kind a moment ago.
    pub(crate) fn tell_of_strangers(&self, event: Event) {
        let now = Instant::now();
        {
            let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let [trouble, turned_away] = &mut told.last_of_strangers;
            let last = if matches!(event, Event::Trouble { .. }) { trouble } else { turned_away };
            if last.is_some_and(|last| now.duration_since(last) < NOW_AND_THEN) {
                return;
            }
            *last = Some(now);
        }
        self.tell(event);
    }
}
