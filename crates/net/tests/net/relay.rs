//! Two towns that meet through a relay of their own: a real one, on loopback and without TLS, in the process of the test.

use std::net::Ipv4Addr;

use folkmoot_net::{Config, Event, Node};
use iroh_relay::server::{RelayConfig, Server, ServerConfig};
use tokio::runtime::Runtime;

use crate::common::{Laptop, Script, change, on_loopback, pen, until, wait};

const MILLBROOK: u8 = 1;
const CEDAR_FALLS: u8 = 2;

/// A relay that a town runs; it stops when this is dropped.
struct Relay {
    server: Server,
    /// What the server runs in, and so the last to go.
    _runtime: Runtime,
}

impl Relay {
    fn start() -> Relay {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let mut config = ServerConfig::default();
        config.relay = Some(RelayConfig::new((Ipv4Addr::LOCALHOST, 0)));
        let server = runtime.block_on(Server::spawn(config)).unwrap();
        Relay { server, _runtime: runtime }
    }

    fn url(&self) -> String {
        format!("http://{}/", self.server.http_addr().unwrap())
    }

    /// How many laptops have come.
    fn guests(&self) -> u64 {
        self.server.metrics().server.accepts.get()
    }

    /// How many datagrams it was given to pass on, and how many it passed on.
    fn datagrams(&self) -> (u64, u64) {
        let metrics = &self.server.metrics().server;
        (metrics.send_packets_recv.get(), metrics.send_packets_sent.get())
    }
}

/// Two laptops that know each other's endpoint keys, and have something to say.
fn two_laptops(with: impl Fn(Config) -> Config) -> (Laptop, Laptop) {
    let millbrook = Laptop::with(with(on_loopback(pen(MILLBROOK))), &[CEDAR_FALLS], &[change("flour")], 1);
    let cedar_falls = Laptop::with(with(on_loopback(pen(CEDAR_FALLS))), &[MILLBROOK], &[change("seed")], 1);
    (millbrook, cedar_falls)
}

/// Calls another laptop, of which only the endpoint key is known.
fn call_by_key(caller: &Laptop, other: &Laptop) -> u64 {
    caller.handle.dial(caller.pen.assembly, other.pen.endpoint(), &[], "address").unwrap()
}

/// Has two laptops meet of which neither knows where the other is.
fn meet_through(relay: &Relay, millbrook: &Laptop, cedar_falls: &Laptop) {
    until(|| relay.guests() == 2, "both have come to the relay");
    assert_eq!(relay.datagrams(), (0, 0), "nobody has said anything");
    let session = call_by_key(millbrook, cedar_falls);
    let (met, dialled) =
        wait(&millbrook.events, |event| if let Event::Met { session, caller } = event { Some((session, caller)) } else { None });
    assert_eq!((met, dialled.endpoint), (session, cedar_falls.pen.endpoint()));
    assert_eq!((millbrook.settled().took, cedar_falls.settled().took), (1, 1));
    assert_eq!((millbrook.hall.heard(), cedar_falls.hall.heard()), (vec![change("seed")], vec![change("flour")]));
    // The first datagram decides what the one who is called takes for the road.
    let came = cedar_falls.hall.notes().opened[0].clone();
    assert_eq!((came.endpoint, came.dialled, came.road), (millbrook.pen.endpoint(), false, format!("relay {}", relay.url())));
    let (taken, passed_on) = relay.datagrams();
    assert!(taken > 0 && passed_on > 0, "{taken} were given to the relay, {passed_on} passed on");
}

#[test]
fn a_town_that_is_known_by_its_key_alone_is_met_through_the_relay_that_both_name() {
    let relay = Relay::start();
    let (millbrook, cedar_falls) = two_laptops(|config| Config { relay: Some(relay.url()), ..config });
    meet_through(&relay, &millbrook, &cedar_falls);
}

#[test]
fn without_a_relay_a_town_that_is_known_by_its_key_alone_is_not_reached() {
    let relay = Relay::start();
    let (millbrook, cedar_falls) = two_laptops(|config| config);
    let session = call_by_key(&millbrook, &cedar_falls);
    let unreached =
        wait(&millbrook.events, |event| if let Event::Unreached { session, why, .. } = event { Some((session, why)) } else { None });
    assert_eq!(unreached.0, session, "{}", unreached.1);
    assert!(cedar_falls.hall.notes().opened.is_empty());
    assert_eq!((relay.guests(), relay.datagrams()), (0, (0, 0)), "a relay that is not named is left alone");
}

#[test]
fn what_is_no_address_of_a_relay_is_refused() {
    let config = Config { relay: Some("the mill".to_owned()), ..on_loopback(pen(MILLBROOK)) };
    let refused = Node::start(config, Script::default(), || Ok(Script::default()));
    assert_eq!(refused.unwrap_err().to_string(), "the mill is no address of a relay");
}
