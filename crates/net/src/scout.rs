//! The scout, who announces this laptop on the networks that it is in, and looks for others there.
//!
//! Every interface is named to the multicast library, since what it does by itself needs a default route, which a switch, a hotspot or a
//! cable between two laptops does not have. IPv4 alone is used to find each other; calls go to any address that was announced.
//!
//! **Invariant:** nothing is announced or asked unless discovery is on and an endpoint is bound beyond loopback; only laptops that the
//! hall knows are told of or called, at addresses that lie in a network of ours.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use iroh::Endpoint;
use swarm_discovery::{Discoverer, DropGuard, IpClass, SpawnError};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use crate::event::Event;
use crate::house::House;
use crate::nets::{Nets, can_be_called, ipv4};
use crate::table::Pair;

/// The name that laptops are found under on a network.
const SERVICE: &str = "folkmoot";
/// How often the interfaces are looked at.
const LOOK: Duration = Duration::from_secs(3);
/// After roughly how long a newcomer is found.
const CADENCE: Duration = Duration::from_secs(2);
/// How many answers a second are enough, however many laptops there are.
const ANSWERS: f32 = 1.5;
/// A search that has not heard even itself for so long is begun anew.
const DEAF: Duration = Duration::from_secs(300);
/// How many sightings may wait to be looked into.
const SIGHTINGS: usize = 64;
/// How many addresses are announced.
const MAX_ADDRESSES: usize = 16;

/// Somebody who says to be on the same network.
struct Sighting {
    pair: Pair,
    addresses: Vec<SocketAddr>,
}

/// A search on the networks of one moment, for one endpoint.
struct Search {
    _ends_when_dropped: DropGuard,
    heard_itself: Arc<Mutex<Instant>>,
}

/// Looks at the interfaces, and if `discovery` announces and searches, until the node stops.
pub(crate) async fn keep(house: Arc<House>, discovery: bool) {
    let (sender, mut sightings) = mpsc::channel(SIGHTINGS);
    let (mut nets, mut searches, mut look) = (Nets::default(), Vec::new(), tokio::time::interval(LOOK));
    let mut is_first = true;
    loop {
        tokio::select! {
            () = house.stop.cancelled() => return,
            _ = look.tick() => {
                let seen = Nets::of_this_laptop().await;
                let is_deaf = searches.iter().any(Search::is_deaf);
                if is_first || seen != nets || is_deaf {
                    (is_first, nets) = (false, seen);
                    tell_where(&house, &nets);
                    // The sockets of the old searches are closed before new ones are opened.
                    searches.clear();
                    if discovery {
                        searches = search_everywhere(&house, &nets, &sender);
                    }
                }
            }
            Some(sighting) = sightings.recv() => look_into(&house, &nets, sighting).await,
        }
    }
}

fn tell_where(house: &House, nets: &Nets) {
    for (assembly, endpoint) in &house.endpoints {
        let addresses = nets.addresses(&endpoint.bound_sockets());
        house.herald.tell(Event::Bound { assembly: *assembly, endpoint: DeviceId(*endpoint.id().as_bytes()), addresses });
    }
}

fn search_everywhere(house: &House, nets: &Nets, sightings: &mpsc::Sender<Sighting>) -> Vec<Search> {
    let mut searches = Vec::new();
    for (assembly, endpoint) in &house.endpoints {
        match Search::begin(*assembly, endpoint, nets, sightings.clone()) {
            Ok(search) => searches.extend(search),
            Err(error) => house.herald.tell(Event::Trouble { text: format!("no laptops can be found on the same network: {error}") }),
        }
    }
    searches
}

impl Search {
    /// Begins a search, unless there is no network to search on.
    fn begin(
        ours: AssemblyId,
        endpoint: &Endpoint,
        nets: &Nets,
        sightings: mpsc::Sender<Sighting>,
    ) -> Result<Option<Search>, Box<SpawnError>> {
        let mut addresses = nets.addresses(&endpoint.bound_sockets());
        addresses.retain(|address| can_be_called(&address.ip()));
        addresses.truncate(MAX_ADDRESSES);
        let interfaces = ipv4(&addresses);
        if interfaces.is_empty() {
            return Ok(None);
        }
        let me = DeviceId(*endpoint.id().as_bytes());
        let heard_itself = Arc::new(Mutex::new(Instant::now()));
        let heard = Arc::clone(&heard_itself);
        let mut discoverer = Discoverer::new(SERVICE.to_owned(), me.to_string())
            .with_cadence(CADENCE)
            .with_response_rate(ANSWERS)
            .with_ip_class(IpClass::V4Only)
            .with_multicast_interfaces_v4(interfaces)
            .with_callback(move |name, peer| {
                let Ok(endpoint) = name.parse::<DeviceId>() else { return };
                if endpoint == me {
                    *heard.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
                } else if !peer.is_expiry() {
                    let addresses = peer.addrs().iter().map(|(ip, port)| SocketAddr::new(*ip, *port)).collect();
                    // When too many wait, this one is seen again in a moment.
                    let _ = sightings.try_send(Sighting { pair: Pair { ours, endpoint }, addresses });
                }
            });
        for address in &addresses {
            discoverer = discoverer.with_addrs(address.port(), [address.ip()]);
        }
        let guard = discoverer.spawn(&Handle::current())?;
        Ok(Some(Search { _ends_when_dropped: guard, heard_itself }))
    }

    fn is_deaf(&self) -> bool {
        self.heard_itself.lock().unwrap_or_else(PoisonError::into_inner).elapsed() > DEAF
    }
}

async fn look_into(house: &House, nets: &Nets, sighting: Sighting) {
    let Sighting { pair, mut addresses } = sighting;
    addresses.retain(|address| nets.hold(address.ip()) && is_sound(address));
    if addresses.is_empty() || !house.clerk.knows(pair.ours, pair.endpoint).await.unwrap_or(false) {
        return;
    }
    let connected = house.table().session_with(&pair).is_some();
    let is_news = house.roads().seen(pair, house.is_lower(&pair), &addresses, connected, Instant::now());
    if is_news {
        house.bell.notify_one();
        house.herald.tell(Event::Discovered { assembly: pair.ours, endpoint: pair.endpoint, addresses });
    }
}

fn is_sound(address: &SocketAddr) -> bool {
    address.port() != 0 && can_be_called(&address.ip()) && address.ip() != IpAddr::V4(std::net::Ipv4Addr::BROADCAST)
}
