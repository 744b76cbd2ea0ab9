//! The window's place on the network, and the pages that hear what happens.

use std::collections::BTreeMap;
use std::path::Path;
use std::thread::{self, JoinHandle};

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_desk::{Callable, Desk, Network, Trouble};
use folkmoot_host::{Event, Post, Prepared, Reach, Side, State, Watching, watch};
use schemars::JsonSchema;
use serde::Serialize;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager};

use crate::shell::Shell;

/// Something that a page hears without asking.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "news", rename_all = "kebab-case")]
pub(crate) enum News {
    /// Something was recorded on this home by another program or laptop: look again.
    Book,
    /// This laptop can be met at these addresses.
    Bound {
        /// The assembly that is met there.
        assembly: AssemblyId,
        /// Addresses with ports.
        addresses: Vec<String>,
    },
    /// Another laptop was met.
    Met {
        /// Its endpoint key.
        endpoint: DeviceId,
        /// Its town, as far as it is known.
        town: Option<String>,
        /// By which road.
        road: String,
    },
    /// A meeting came to rest.
    Settled {
        /// The other's endpoint key.
        endpoint: DeviceId,
        /// Its town, as far as it is known.
        town: Option<String>,
        /// How many changes came.
        came: usize,
        /// How many went.
        went: usize,
        /// Whether both hold the same.
        same: bool,
        /// How many of theirs are not here.
        missing: u64,
    },
    /// Another laptop left, was turned away, or turned this one away.
    Parted {
        /// Its endpoint key.
        endpoint: DeviceId,
        /// Its town, as far as it is known.
        town: Option<String>,
        /// The code of the reason; none when it left in peace.
        why: Option<String>,
        /// Whether the other turned this laptop away.
        by_them: bool,
    },
    /// Something on the network is not as it should be.
    Trouble {
        /// What, in the machine's words.
        text: String,
    },
    /// A code was opened outside of the window, as a link: a page shows it, and nothing is done with it yet.
    Brought {
        /// The code, as it was given.
        code: String,
    },
    /// How far a long work is.
    Progress {
        /// The work.
        work: &'static str,
        /// How much is done.
        done: u64,
        /// Of how much.
        of: u64,
    },
}

/// What a town has chosen about the network, and the assemblies that this laptop can be met for, with its endpoint key in each.
pub(crate) type Chosen = (Network, Vec<(AssemblyId, DeviceId)>);

/// What is open of the network, and who listens.
#[derive(Default)]
pub(crate) struct Wire {
    ears: BTreeMap<String, Channel<News>>,
    /// A code that stands in no page's field yet: a page that is told of it may be gone before it shows it.
    brought: Option<String>,
    post: Option<(Chosen, Post)>,
    /// How often the network was gone on or left.
    opened: u64,
    /// Why nobody is met for a while, though this window is on the network.
    fell: Option<String>,
    /// What was left and still says good-bye to others.
    leaving: Vec<JoinHandle<()>>,
    bound: BTreeMap<AssemblyId, Vec<String>>,
    watching: Option<Watching>,
}

impl Wire {
    /// Tells a window's page from now on; its older page hears no more.
    pub(crate) fn hear(&mut self, window: &str, channel: Channel<News>) {
        self.ears.insert(window.to_owned(), channel);
        if let Some(code) = self.brought.clone() {
            self.tell(&News::Brought { code });
        }
    }

    /// Tells of a code that was opened outside of the window, now and to each page that listens anew, until one shows it.
    pub(crate) fn bring(&mut self, code: String) {
        self.brought = Some(code.clone());
        self.tell(&News::Brought { code });
    }

    /// A page shows the code in a field: no other page is told of it.
    pub(crate) fn shown(&mut self, code: &str) {
        self.brought.take_if(|brought| brought == code);
    }

    /// Tells every page.
    pub(crate) fn tell(&mut self, news: &News) {
        if let News::Bound { assembly, addresses } = news {
            self.bound.insert(*assembly, addresses.clone());
        }
        // Whoever does not hear any more has been closed.
        self.ears.retain(|_, ear| ear.send(news.clone()).is_ok());
    }

    /// Something was written in the home: tells whoever is met on the network, and the pages where it is news to them.
    pub(crate) fn rung(&mut self, to_pages: bool) {
        if to_pages {
            self.tell(&News::Book);
        }
        if let Some((_, post)) = &self.post {
            post.handle().news();
        }
    }

    /// Where this laptop can be met, by assembly.
    pub(crate) fn bound(&self) -> BTreeMap<AssemblyId, Vec<String>> {
        self.bound.clone()
    }

    /// Whether this window is on the network, and can be met there.
    pub(crate) fn is_on(&self) -> bool {
        self.post.is_some() && self.fell.is_none()
    }

    /// Takes notice of what the network says of itself, by how often it had been gone on or left; gives back what concerns others.
    fn heard(&mut self, opened: u64, event: Event) -> Option<Event> {
        // What has been left says nothing of what is open now.
        if opened != self.opened {
            return None;
        }
        match event {
            Event::Fell { text, rest } => {
                let text = format!("{text}; it is tried again in {} s", rest.as_secs());
                self.fell = Some(text.clone());
                self.tell(&News::Trouble { text });
                None
            }
            Event::Back => {
                self.fell = None;
                for (assembly, addresses) in self.bound() {
                    self.tell(&News::Bound { assembly, addresses });
                }
                None
            }
            Event::Bound { .. }
            | Event::Met { .. }
            | Event::Settled { .. }
            | Event::Dropped { .. }
            | Event::Closed { .. }
            | Event::Unreached { .. }
            | Event::Discovered { .. }
            | Event::Trouble { .. } => Some(event),
        }
    }

    /// Goes on the network as a town has chosen, or leaves it where nothing is chosen; what is open as it should be stays open.
    pub(crate) fn settle(
        &mut self,
        app: &AppHandle,
        home: &Path,
        wanted: Option<Prepared>,
        known: &[Callable],
        clock: impl Fn() -> i64 + Clone + Send + 'static,
    ) -> Result<(), Trouble> {
        if self.watching.is_none() {
            let app = app.clone();
            // Without it the page hears of others' acts when it next looks.
            self.watching = watch(home, move || app.state::<Shell>().rung(&app)).ok();
        }
        let chosen: Option<Chosen> = wanted.as_ref().map(|wanted| (wanted.network().clone(), wanted.met_as().collect()));
        if self.post.as_ref().map(|(open, _)| open) == chosen.as_ref() {
            return Ok(());
        }
        let Some((wanted, chosen)) = wanted.zip(chosen) else {
            // Whoever is told that nothing is sent any more can rely on it.
            self.say_good_bye();
            return Ok(());
        };
        self.leave();
        let post = wanted.open(&Reach { redial: true, ..Reach::default() }, clock)?;
        for callable in known {
            post.call(callable, &[]);
        }
        let events = post.events();
        let app = app.clone();
        self.opened += 1;
        let opened = self.opened;
        thread::spawn(move || {
            for event in events {
                let shell = app.state::<Shell>();
                let Some(event) = shell.wire().heard(opened, event) else { continue };
                // Only names are taken from the desk; where the book cannot be opened just now, nobody hears of a meeting.
                if let Ok(Some(Some(news))) = shell.with(|desk| Ok(told(desk, event))) {
                    shell.wire().tell(&news);
                }
            }
        });
        self.post = Some((chosen, post));
        Ok(())
    }

    /// Calls everybody who is known; how many there was a road to, and how many are known.
    ///
    /// # Errors
    /// [`Trouble::Quiet`] while this window is not on a network, [`Trouble::Network`] while its records are being opened anew.
    pub(crate) fn call(&self, known: &[Callable]) -> Result<(usize, usize), Trouble> {
        let (_, post) = self.post.as_ref().ok_or(Trouble::Quiet)?;
        if let Some(text) = &self.fell {
            return Err(Trouble::Network { text: text.clone() });
        }
        Ok((known.iter().filter(|callable| post.call(callable, &[]).is_some()).count(), known.len()))
    }

    /// Leaves the network, and waits until others have been told, or cannot be: from then on nothing is sent, nor of what was left before.
    pub(crate) fn say_good_bye(&mut self) {
        if let Some(post) = self.taken_off() {
            post.stop();
        }
        for leaving in self.leaving.drain(..) {
            // One that broke off sends nothing either.
            let _ = leaving.join();
        }
    }

    /// What was open of the network, of which nothing is heard any more.
    fn taken_off(&mut self) -> Option<Post> {
        self.bound.clear();
        (self.fell, self.opened) = (None, self.opened + 1);
        self.post.take().map(|(_, post)| post)
    }

    fn leave(&mut self) {
        if let Some(post) = self.taken_off() {
            // It says good-bye to others, for which nobody here has to wait.
            self.leaving.retain(|leaving| !leaving.is_finished());
            self.leaving.push(thread::spawn(move || post.stop()));
        }
    }
}

fn told(desk: &Desk, event: Event) -> Option<News> {
    let callable = desk.callable().unwrap_or_default();
    let town = |endpoint: &DeviceId| callable.iter().find(|known| known.endpoint == *endpoint).map(|known| desk.name(known.town));
    Some(match event {
        Event::Bound { assembly, addresses, .. } => {
            News::Bound { assembly, addresses: addresses.iter().map(ToString::to_string).collect() }
        }
        Event::Met { caller, .. } => News::Met { town: town(&caller.endpoint), endpoint: caller.endpoint, road: caller.road },
        Event::Settled { report, .. } => News::Settled {
            town: town(&report.caller.endpoint),
            endpoint: report.caller.endpoint,
            came: report.took,
            went: report.gave,
            same: report.state == State::Equal,
            missing: report.lacking,
        },
        Event::Dropped { endpoint, by, reason, .. } => {
            News::Parted { town: town(&endpoint), endpoint, why: Some(reason), by_them: by == Side::Theirs }
        }
        Event::Closed { endpoint, lost, .. } => {
            News::Parted { town: town(&endpoint), endpoint, why: lost.then(|| "lost".to_owned()), by_them: false }
        }
        Event::Trouble { text } => News::Trouble { text },
        Event::Discovered { .. } | Event::Unreached { .. } | Event::Fell { .. } | Event::Back => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use folkmoot_desk::CardText;

    use super::*;

    /// A page that listens, and how many codes it was told of.
    fn page() -> (Channel<News>, Arc<Mutex<usize>>) {
        let told = Arc::new(Mutex::new(0));
        let counts = Arc::clone(&told);
        let ear = Channel::new(move |_| {
            *counts.lock().unwrap() += 1;
            Ok(())
        });
        (ear, told)
    }

    #[test]
    fn while_the_records_fail_the_window_says_that_it_is_not_on_the_network_and_afterwards_that_it_is() {
        let place = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(place.path()).unwrap();
        desk.found("Millbrook", None, &CardText::named("Ada"), 1_804_000_000).unwrap();
        let reach = Reach { bind: vec![[127, 0, 0, 1].into()], hidden: true, ..Reach::default() };
        let post = Post::open(&mut desk, &reach, || 1_804_000_000).unwrap();
        let mut wire = Wire { post: Some(((desk.network().unwrap(), Vec::new()), post)), ..Wire::default() };
        let (ear, told) = page();
        wire.hear("main", ear);
        let fell = || Event::Fell { text: "the records failed".to_owned(), rest: Duration::from_secs(4) };
        assert!(wire.is_on() && wire.call(&[]).is_ok());
        wire.heard(0, fell());
        assert_eq!((wire.is_on(), *told.lock().unwrap()), (false, 1));
        let why = wire.call(&[]).unwrap_err().to_string();
        assert!(why.contains("the records failed; it is tried again in 4 s"), "{why}");
        wire.heard(0, Event::Back);
        assert!(wire.is_on());

        wire.heard(0, fell());
        wire.say_good_bye();
        assert!(matches!(wire.call(&[]), Err(Trouble::Quiet)), "it was left, and nothing is tried again");
        wire.heard(0, fell());
        assert!(wire.fell.is_none(), "what was left before says nothing any more");
    }

    #[test]
    fn a_code_is_told_to_each_page_that_listens_until_one_shows_it() {
        let mut wire = Wire::default();
        wire.bring("folkmoot:town:aaaa".to_owned());
        let ((first, heard), (anew, heard_anew), (later, heard_later)) = (page(), page(), page());
        wire.hear("main", first);
        assert_eq!(*heard.lock().unwrap(), 1, "it came before the window had a page");
        wire.bring("folkmoot:town:bbbb".to_owned());
        assert_eq!(*heard.lock().unwrap(), 2);
        wire.hear("main", anew);
        assert_eq!(*heard_anew.lock().unwrap(), 1, "the page was opened anew before it showed the code");
        wire.shown("folkmoot:town:aaaa");
        wire.shown("folkmoot:town:bbbb");
        wire.hear("main", later);
        assert_eq!(*heard_later.lock().unwrap(), 0, "what stands in a field is not brought again");
    }
}
