//! The node: every endpoint of one laptop, and the handle that the window or the command line holds it by.
//!
//! **Invariant:** in quiet mode there is no thread, no endpoint and no socket; otherwise everything that was started has ended when
//! [`Node::stop`] returns.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use iroh::{EndpointId, RelayUrl};

use crate::bind::bind_all;
use crate::clerk::Clerk;
use crate::config::Config;
use crate::error::NetError;
use crate::event::Event;
use crate::herald::Herald;
use crate::house::House;
use crate::sessions::Sessions;
use crate::table::Pair;
use crate::{caller, door, lasting, scout};

/// How long everybody has to take leave when the node stops.
const PARTING: Duration = Duration::from_secs(5);

/// A node, which stops when it is dropped.
#[derive(Debug)]
pub struct Node {
    handle: Handle,
    threads: Vec<JoinHandle<()>>,
}

/// What the window or the command line holds a node by; nothing here waits for the network.
#[derive(Debug, Clone)]
pub struct Handle {
    herald: Arc<Herald>,
    /// Not the house itself, so that a handle that outlives the node keeps no socket open.
    house: Weak<House>,
    is_quiet: bool,
}

impl Node {
    /// Starts a node, with one endpoint for each pen, and gives it once all are bound. Where the sessions fail, it opens them anew.
    ///
    /// # Errors
    /// [`NetError::NoRelay`] when the relay's address cannot be read, [`NetError::Bind`] when an endpoint cannot be bound,
    /// [`NetError::Thread`] when there are no threads.
    pub fn start<S: Sessions>(
        config: Config,
        sessions: S,
        anew: impl FnMut() -> Result<S, String> + Send + 'static,
    ) -> Result<Node, NetError> {
        let herald = Arc::new(Herald::default());
        if config.quiet {
            return Ok(Node { handle: Handle { herald, house: Weak::new(), is_quiet: true }, threads: Vec::new() });
        }
        let relay = config.relay.as_deref().map(|url| url.parse().map_err(|_| NetError::NoRelay(url.to_owned()))).transpose()?;
        let (clerk, clerk_thread) = Clerk::start(sessions, anew, Arc::clone(&herald))?;
        let mut threads = vec![clerk_thread];
        let (ready, readied) = channel();
        let work = Work { config, relay, clerk: clerk.clone(), herald: Arc::clone(&herald) };
        let started = std::thread::Builder::new().name("folkmoot-net".to_owned()).spawn(move || work.run(&ready));
        let house = started.map_err(NetError::Thread).and_then(|thread| {
            threads.insert(0, thread);
            readied.recv().map_err(|_| NetError::Stopped)?
        });
        match house {
            Ok(house) => Ok(Node { handle: Handle { herald, house, is_quiet: false }, threads }),
            Err(error) => {
                clerk.stop();
                join(threads);
                Err(error)
            }
        }
    }

    /// The handle, which may be given to other threads.
    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// Takes leave of everybody, closes all sockets, and returns when all is done.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.handle.stop();
        join(std::mem::take(&mut self.threads));
    }
}

fn join(threads: Vec<JoinHandle<()>>) {
    for thread in threads {
        // What failed in it was told as trouble.
        let _ = thread.join();
    }
}

impl Handle {
    /// Calls an endpoint at these addresses; gives the number of the session that is to come of it, or that there is already.
    ///
    /// If the other calls at the same moment, the session may be the one that it began: wait for the endpoint, not for the number.
    ///
    /// # Errors
    /// [`NetError::Quiet`] in quiet mode, [`NetError::Stopped`] after [`Handle::stop`], [`NetError::NoPen`] when no endpoint is bound for
    /// `ours`, [`NetError::NoKey`] when nobody can have the endpoint key.
    pub fn dial(&self, ours: AssemblyId, endpoint: DeviceId, addresses: &[SocketAddr], road: &str) -> Result<u64, NetError> {
        if self.is_quiet {
            return Err(NetError::Quiet);
        }
        let house = self.house.upgrade().filter(|house| !house.stop.is_cancelled()).ok_or(NetError::Stopped)?;
        if !house.endpoints.contains_key(&ours) {
            return Err(NetError::NoPen(ours));
        }
        EndpointId::from_bytes(endpoint.as_bytes()).map_err(|_| NetError::NoKey(endpoint))?;
        let pair = Pair { ours, endpoint };
        let here = house.table().session_with(&pair);
        if let Some(session) = here {
            return Ok(session);
        }
        let session = house.roads().set_out(pair, house.is_lower(&pair), addresses, road, Instant::now());
        house.bell.notify_one();
        Ok(session)
    }

    /// Something was recorded beside the sessions.
    pub fn news(&self) {
        if let Some(house) = self.house.upgrade() {
            house.clerk.news();
        }
    }

    /// Begins to listen: first to where each endpoint is, then to what happens from now on.
    pub fn events(&self) -> Receiver<Event> {
        self.herald.listen()
    }

    /// Asks the node to stop, without waiting for it.
    pub fn stop(&self) {
        if let Some(house) = self.house.upgrade() {
            house.stop.cancel();
        }
    }
}

struct Work {
    config: Config,
    relay: Option<RelayUrl>,
    clerk: Clerk,
    herald: Arc<Herald>,
}

impl Work {
    fn run(self, ready: &Sender<Result<Weak<House>, NetError>>) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).thread_name("folkmoot-net").enable_all().build();
        let clerk = self.clerk.clone();
        match runtime {
            Ok(runtime) => {
                runtime.block_on(self.work(ready));
                runtime.shutdown_timeout(PARTING);
            }
            Err(error) => drop(ready.send(Err(NetError::Thread(error)))),
        }
        clerk.stop();
    }

    async fn work(self, ready: &Sender<Result<Weak<House>, NetError>>) {
        let endpoints = match bind_all(&self.config, self.relay.as_ref()).await {
            Ok(endpoints) => endpoints,
            Err(error) => return drop(ready.send(Err(error))),
        };
        let Config { redial, discovery, limits, .. } = self.config;
        let house = Arc::new(House::new(self.clerk, self.herald, limits, endpoints, self.relay, redial));
        for (assembly, endpoint) in house.endpoints.clone() {
            last(&house, "letting in who calls", move |house| door::keep(house, assembly, endpoint.clone()));
        }
        last(&house, "making calls", caller::keep);
        last(&house, "looking for neighbours nearby", move |house| scout::keep(house, discovery));
        // Whoever waits for it is in `Node::start`.
        let _ = ready.send(Ok(Arc::downgrade(&house)));
        house.stop.cancelled().await;
        house.tasks.close();
        let _ = tokio::time::timeout(PARTING, house.tasks.wait()).await;
        close_all(&house.endpoints).await;
    }
}

/// Begins a work that lasts as long as the node.
fn last<F>(house: &Arc<House>, what: &'static str, work: impl Fn(Arc<House>) -> F + Send + Sync + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    let house = Arc::clone(house);
    house.tasks.clone().spawn(async move { lasting::keep(what, &house.herald, &house.stop, || work(Arc::clone(&house))).await });
}

async fn close_all(endpoints: &BTreeMap<AssemblyId, iroh::Endpoint>) {
    let mut closing = tokio::task::JoinSet::new();
    for endpoint in endpoints.values() {
        let endpoint = endpoint.clone();
        closing.spawn(async move { endpoint.close().await });
    }
    closing.join_all().await;
}
