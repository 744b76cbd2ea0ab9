//! The door: everybody who calls comes in here or is turned away.
//!
//! **Invariant:** a source is judged before the handshake and an endpoint key after it, and until then nothing is said on a stream, no
//! session exists, and no memory is held but the handshake's own; how many of those there are is capped.

use std::sync::Arc;
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use iroh::Endpoint;
use iroh::endpoint::{Connection, Incoming, IncomingAddr};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::clerk::Gone;
use crate::event::{Event, Side};
use crate::house::House;
use crate::porch::Source;
use crate::table::Pair;
use crate::visit::{Reason, Visit};

/// How long a handshake, and then the first word, may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Lets in whoever calls one endpoint, until the node stops.
pub(crate) async fn keep(house: Arc<House>, ours: AssemblyId, endpoint: Endpoint) {
    let handshakes = Arc::new(Semaphore::new(house.limits.handshakes));
    loop {
        let incoming = tokio::select! {
            incoming = endpoint.accept() => incoming,
            () = house.stop.cancelled() => return,
        };
        let Some(incoming) = incoming else { return };
        if let Some((incoming, permit)) = weigh(&house, incoming, &handshakes) {
            let house = Arc::clone(&house);
            house.tasks.clone().spawn(async move {
                let visit = tokio::select! {
                    visit = let_in(&house, ours, incoming, permit) => visit,
                    () = house.stop.cancelled() => None,
                };
                if let Some(visit) = visit {
                    visit.receive(&house).await;
                }
            });
        }
    }
}

/// Judges where somebody comes from.
fn weigh(house: &House, incoming: Incoming, handshakes: &Arc<Semaphore>) -> Option<(Incoming, OwnedSemaphorePermit)> {
    if house.clerk.is_away() {
        incoming.refuse();
        return None;
    }
    let source = match incoming.remote_addr() {
        IncomingAddr::Ip(address) => Source::of(address.ip()),
        IncomingAddr::Relay { endpoint_id, .. } => Source::Key(*endpoint_id.as_bytes()),
        // Transports of our own making, of which there are none.
        IncomingAddr::Custom(_) | _ => {
            incoming.ignore();
            return None;
        }
    };
    if !house.porch().may_ask(source, Instant::now()) {
        let text = format!("{} asks too often, and is refused for a while", road(&incoming.remote_addr()));
        house.herald.tell_of_strangers(Event::Trouble { text });
        incoming.refuse();
        return None;
    }
    let Ok(permit) = Arc::clone(handshakes).try_acquire_owned() else {
        incoming.refuse();
        return None;
    };
    let is_busy = handshakes.available_permits() <= house.limits.handshakes / 2;
    if is_busy && !incoming.remote_addr_validated() {
        // Whoever cannot be reached at the address that it claims takes up no more than this packet.
        let _ = incoming.retry();
        return None;
    }
    Some((incoming, permit))
}

async fn let_in(house: &House, ours: AssemblyId, incoming: Incoming, permit: OwnedSemaphorePermit) -> Option<Visit> {
    let road = road(&incoming.remote_addr());
    let connection = timeout(PATIENCE, incoming.accept().ok()?).await.ok()?.ok()?;
    let pair = Pair { ours, endpoint: DeviceId(*connection.remote_id().as_bytes()) };
    match house.clerk.may_enter(ours, pair.endpoint).await {
        Ok(true) => {}
        Ok(false) => {
            turn_away(house, &connection, pair, &Reason::Stranger);
            return None;
        }
        // Who it is nobody can tell just now, so it is not held against them.
        Err(Gone) => {
            Reason::Stopping.close(&connection);
            return None;
        }
    }
    drop(permit);
    let Some(expected) = Expected::of(house, pair) else {
        turn_away(house, &connection, pair, &Reason::Replaced);
        return None;
    };
    let Ok(first_word) = timeout(PATIENCE, connection.accept_bi()).await else {
        turn_away(house, &connection, pair, &Reason::Silent);
        return None;
    };
    let (say, hear) = first_word.ok()?;
    drop(expected);
    let session = house.roads().number();
    Some(Visit { session, pair, dialled: false, road, connection, say, hear })
}

/// Somebody known whose first word is awaited, once at a time.
struct Expected<'a> {
    house: &'a House,
    pair: Pair,
}

impl<'a> Expected<'a> {
    fn of(house: &'a House, pair: Pair) -> Option<Expected<'a>> {
        let is_first = house.table().expect(pair);
        is_first.then(|| Expected { house, pair })
    }
}

impl Drop for Expected<'_> {
    fn drop(&mut self) {
        self.house.table().expected(&self.pair);
    }
}

fn turn_away(house: &House, connection: &Connection, pair: Pair, reason: &Reason) {
    reason.close(connection);
    let reason = reason.code().to_owned();
    let event = Event::Dropped { session: None, assembly: pair.ours, endpoint: pair.endpoint, by: Side::Ours, reason };
    house.herald.tell_of_strangers(event);
}

/// The road that somebody came, in words for people.
fn road(address: &IncomingAddr) -> String {
    match address {
        IncomingAddr::Ip(address) => format!("from {address}"),
        IncomingAddr::Relay { url, .. } => format!("relay {url}"),
        IncomingAddr::Custom(_) | _ => "unknown".to_owned(),
    }
}
