//! A home that meets others, until it is stopped.

use std::sync::mpsc::Receiver;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Day;
use folkmoot_desk::{Callable, Desk, EndpointSecret, Keeper, Network, Spare, Trouble, endpoint_of};
use folkmoot_net::{Config, Event, Hall, Handle, IpAddr, Node, Pen, SocketAddr};

/// Where to be reached, where to look, and how stubbornly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The UDP port to be met at, which is then remembered; otherwise the one that is remembered, or any.
    pub port: Option<u16>,
    /// Only these addresses of this laptop; all if none.
    pub bind: Vec<IpAddr>,
    /// Neither announce this laptop on the networks that it is in, nor look for others there, whatever the town has chosen.
    pub hidden: bool,
    /// Call again where nobody answered or a connection was lost.
    pub redial: bool,
}

/// A home on the network; it leaves when it is stopped.
#[derive(Debug)]
pub struct Post {
    node: Node,
    relayed: bool,
}

/// What a home says of the network on a day on which it may be on it.
pub struct Prepared {
    pens: Vec<(AssemblyId, EndpointSecret)>,
    network: Network,
    spare: Spare,
}

impl Prepared {
    /// Asks the desk of a home.
    ///
    /// # Errors
    /// [`Trouble::Quiet`] in quiet mode, [`Trouble::QuietDeclared`] on a day that an assembly of the home declared to be quiet,
    /// [`Trouble::NoAssembly`] when the home has no key to be met under, [`Trouble::Archive`] when the book cannot be read.
    pub fn of(desk: &mut Desk, today: Day) -> Result<Prepared, Trouble> {
        desk.require_not_quiet(today)?;
        Ok(Prepared { pens: desk.endpoints()?, network: desk.network()?, spare: desk.spare() })
    }

    /// What the town has chosen.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The assemblies that the home can be met for, and under which endpoint key.
    pub fn met_as(&self) -> impl Iterator<Item = (AssemblyId, DeviceId)> {
        self.pens.iter().map(|(assembly, secret)| (*assembly, endpoint_of(secret)))
    }

    /// Puts the home on the network, with the clock that its people go by. Its keeper opens the home once more, and again
    /// where it fails.
    ///
    /// # Errors
    /// [`Trouble::Network`] when no socket can be had, [`Trouble::Archive`] when the book cannot be read.
    pub fn open(self, reach: &Reach, clock: impl Fn() -> i64 + Clone + Send + 'static) -> Result<Post, Trouble> {
        let Prepared { pens, network, spare } = self;
        let defaults = Config::default();
        let config = Config {
            pens: pens.into_iter().map(|(assembly, secret)| Pen { assembly, secret }).collect(),
            port: reach.port.or(network.port),
            bind: if reach.bind.is_empty() { defaults.bind.clone() } else { reach.bind.clone() },
            relay: network.relay.clone(),
            discovery: network.announced && !reach.hidden,
            redial: reach.redial,
            ..defaults
        };
        let hall = move || Keeper::of(spare.open()?, clock.clone()).map(Hall::of);
        let first = hall()?;
        let node = Node::start(config, first, move || hall().map_err(|trouble| trouble.to_string()))
            .map_err(|error| Trouble::Network { text: with_causes(&error) })?;
        Ok(Post { node, relayed: network.relay.is_some() })
    }
}

impl Post {
    /// Puts a home on the network now, and remembers the port where one was given.
    ///
    /// # Errors
    /// As [`Prepared::of`] and [`Prepared::open`].
    pub fn open(desk: &mut Desk, reach: &Reach, clock: impl Fn() -> i64 + Clone + Send + 'static) -> Result<Post, Trouble> {
        let prepared = Prepared::of(desk, Day::of_claim(clock()))?;
        let network = prepared.network.clone();
        let post = prepared.open(reach, clock)?;
        if let Some(port) = reach.port.filter(|port| network.port != Some(*port)) {
            // A code that is printed now must be true the next time too.
            desk.set_network(&Network { port: Some(port), ..network })?;
        }
        Ok(post)
    }

    /// What can be done with the node from other threads.
    pub fn handle(&self) -> Handle {
        self.node.handle()
    }

    /// What happens from now on.
    pub fn events(&self) -> Receiver<Event> {
        self.node.handle().events()
    }

    /// Calls somebody at the addresses that were given, or else where they are known to have been, or else through the town's relay;
    /// none if there is no road to them.
    pub fn call(&self, callable: &Callable, given: &[SocketAddr]) -> Option<u64> {
        let known = || callable.addresses.iter().filter_map(|address| address.parse().ok()).collect();
        let addresses: Vec<SocketAddr> = if given.is_empty() { known() } else { given.to_vec() };
        if addresses.is_empty() && !self.relayed {
            return None;
        }
        self.node.handle().dial(callable.ours, callable.endpoint, &addresses, "address").ok()
    }

    /// Leaves the network.
    pub fn stop(self) {
        self.node.stop();
    }
}

fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(why) = cause {
        text = format!("{text}: {why}");
        cause = why.source();
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it breaks")]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use folkmoot_desk::CardText;

    use super::*;

    const NOW: i64 = 1_804_000_000;

    fn on_loopback() -> Reach {
        Reach { bind: vec![IpAddr::from([127, 0, 0, 1])], hidden: true, redial: true, ..Reach::default() }
    }

    /// Waits for an event that is looked for.
    fn wait<T>(events: &Receiver<Event>, looked_for: impl Fn(&Event) -> Option<T>) -> T {
        let mut seen = Vec::new();
        while let Ok(event) = events.recv_timeout(Duration::from_secs(40)) {
            if let Some(found) = looked_for(&event) {
                return found;
            }
            seen.push(event);
        }
        panic!("it did not happen; what did: {seen:#?}");
    }

    #[test]
    fn a_home_whose_records_failed_is_met_again_without_anybody_s_doing() {
        let place = tempfile::tempdir().unwrap();
        let found = |name: &str| {
            let mut desk = Desk::open(&place.path().join(name)).unwrap();
            let town = desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
            (desk, town)
        };
        let ((mut millbrook, ours), (mut cedar, _)) = (found("Millbrook"), found("Cedar Falls"));
        let is_broken = Arc::new(AtomicBool::new(true));
        let breaks = Arc::clone(&is_broken);
        // Whether a stranger is expected is asked by the clock.
        let clock = move || if breaks.load(Ordering::SeqCst) { panic!("the clock fell off the wall") } else { NOW };
        let post = Prepared::of(&mut millbrook, Day::of_claim(NOW)).unwrap().open(&on_loopback(), clock).unwrap();
        let events = post.events();
        let bound = |event: &Event| if let Event::Bound { addresses, .. } = event { Some(addresses.clone()) } else { None };
        let addresses = wait(&events, bound);
        let code = millbrook.invite_town(ours, &addresses.iter().map(ToString::to_string).collect::<Vec<_>>(), NOW).unwrap();
        cedar.join_town(&code, None, NOW).unwrap();
        let other = Post::open(&mut cedar, &on_loopback(), || NOW).unwrap();
        other.call(&cedar.callable().unwrap()[0], &[]).unwrap();

        wait(&events, |event| matches!(event, Event::Fell { .. }).then_some(()));
        is_broken.store(false, Ordering::SeqCst);
        let settled = wait(&events, |event| if let Event::Settled { report, .. } = event { Some(report.clone()) } else { None });
        assert_eq!(settled.state, folkmoot_net::State::Equal);
        other.stop();
        post.stop();
    }
}
