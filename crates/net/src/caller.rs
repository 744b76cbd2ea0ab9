//! The caller, who makes the calls that are due.
//!
//! **Invariant:** nobody is called whom the hall does not know, and nobody who is here already.

use std::sync::Arc;
use std::time::{Duration, Instant};

use iroh::endpoint::{Connection, ConnectionError};
use iroh::{EndpointAddr, EndpointId, TransportAddr};
use tokio::time::timeout;

use crate::PROTOCOL;
use crate::event::{Event, Side};
use crate::house::House;
use crate::roads::{Call, Outcome};
use crate::table::Pair;
use crate::visit::{Visit, plain};

/// How long a call may ring.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long to sleep when no call is due.
const LONG: Duration = Duration::from_secs(3600);

/// Makes the calls that are due, until the node stops.
pub(crate) async fn keep(house: Arc<House>) {
    loop {
        let next = house.roads().next().unwrap_or_else(|| Instant::now() + LONG);
        tokio::select! {
            () = house.stop.cancelled() => return,
            () = house.bell.notified() => {}
            () = tokio::time::sleep_until(next.into()) => {}
        }
        let due = house.roads().due(Instant::now());
        for (pair, call) in due {
            let house = Arc::clone(&house);
            house.tasks.clone().spawn(async move { make(&house, pair, call).await });
        }
    }
}

async fn make(house: &Arc<House>, pair: Pair, call: Call) {
    if house.table().session_with(&pair).is_some() {
        house.roads().met(&pair);
        return;
    }
    let session = call.session;
    let met = tokio::select! {
        met = ring(house, pair, call) => met,
        () = house.stop.cancelled() => Err(Missed { outcome: Outcome::Lost, why: "the node stops".to_owned(), said: None }),
    };
    match met {
        Ok(visit) => visit.receive(house).await,
        Err(missed) => {
            let (assembly, endpoint) = (pair.ours, pair.endpoint);
            house.roads().ended(&pair, missed.outcome, Instant::now());
            house.bell.notify_one();
            house.herald.tell(match missed.said {
                Some(reason) => Event::Dropped { session: Some(session), assembly, endpoint, by: Side::Theirs, reason },
                None => Event::Unreached { session, assembly, endpoint, why: missed.why },
            });
        }
    }
}

/// A call that met nobody.
struct Missed {
    outcome: Outcome,
    why: String,
    /// Their reason, if it was they who would not.
    said: Option<String>,
}

impl Missed {
    fn lost(why: impl ToString) -> Missed {
        Missed { outcome: Outcome::Lost, why: why.to_string(), said: None }
    }
}

async fn ring(house: &House, pair: Pair, call: Call) -> Result<Visit, Missed> {
    if !house.clerk.knows(pair.ours, pair.endpoint).await.map_err(Missed::lost)? {
        return Err(Missed { outcome: Outcome::TurnedAway, why: "it is not known here".to_owned(), said: None });
    }
    let endpoint = house.endpoints.get(&pair.ours).ok_or_else(|| Missed::lost("there is no endpoint"))?;
    let id = EndpointId::from_bytes(pair.endpoint.as_bytes()).map_err(Missed::lost)?;
    let addresses = call.addresses.into_iter().map(TransportAddr::Ip);
    let address = EndpointAddr::from_parts(id, addresses.chain(house.relay.clone().map(TransportAddr::Relay)));
    let ringing = timeout(PATIENCE, endpoint.connect(address, PROTOCOL)).await.map_err(|_| Missed::lost("nobody answered"))?;
    let connection = ringing.map_err(Missed::lost)?;
    let (say, hear) = connection.open_bi().await.map_err(|error| {
        let ConnectionError::ApplicationClosed(close) = error else { return Missed::lost(error) };
        if close.error_code.into_inner() == 0 {
            return Missed::lost("it has just left");
        }
        Missed { outcome: Outcome::TurnedAway, why: String::new(), said: Some(plain(&close.reason)) }
    })?;
    let road = format!("{} {}", call.road, remote(&connection));
    Ok(Visit { session: call.session, pair, dialled: true, road, connection, say, hear })
}

/// The address at the other end of the road that is used.
fn remote(connection: &Connection) -> String {
    let paths = connection.paths();
    let used = paths.iter().find(|path| path.is_selected()).or_else(|| paths.iter().next());
    match used.as_ref().map(|path| path.remote_addr()) {
        Some(TransportAddr::Ip(address)) => address.to_string(),
        Some(TransportAddr::Relay(url)) => format!("relay {url}"),
        _ => String::new(),
    }
}
