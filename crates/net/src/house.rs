//! What all tasks of a node share.
//!
//! **Invariant:** no lock here is held while anything is awaited.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use folkmoot::id::{AssemblyId, DeviceId};
use iroh::{Endpoint, RelayUrl};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::clerk::Clerk;
use crate::config::Limits;
use crate::herald::Herald;
use crate::porch::Porch;
use crate::roads::Roads;
use crate::table::{Pair, Table};

/// A node at work.
#[derive(Debug)]
pub(crate) struct House {
    pub(crate) clerk: Clerk,
    pub(crate) herald: Arc<Herald>,
    pub(crate) limits: Limits,
    pub(crate) endpoints: BTreeMap<AssemblyId, Endpoint>,
    pub(crate) relay: Option<RelayUrl>,
    /// Rung when a call may have become due.
    pub(crate) bell: Notify,
    pub(crate) stop: CancellationToken,
    pub(crate) tasks: TaskTracker,
    table: Mutex<Table>,
    roads: Mutex<Roads>,
    porch: Mutex<Porch>,
}

impl House {
    pub(crate) fn new(
        clerk: Clerk,
        herald: Arc<Herald>,
        limits: Limits,
        endpoints: BTreeMap<AssemblyId, Endpoint>,
        relay: Option<RelayUrl>,
        redial: bool,
    ) -> House {
        House {
            clerk,
            herald,
            limits,
            endpoints,
            relay,
            bell: Notify::new(),
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
            table: Mutex::default(),
            roads: Mutex::new(Roads::new(redial)),
            porch: Mutex::new(Porch::of(&limits)),
        }
    }

    pub(crate) fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn roads(&self) -> MutexGuard<'_, Roads> {
        self.roads.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn porch(&self) -> MutexGuard<'_, Porch> {
        self.porch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether our endpoint id is the lower one of the two.
    pub(crate) fn is_lower(&self, pair: &Pair) -> bool {
        self.endpoints.get(&pair.ours).is_some_and(|endpoint| DeviceId(*endpoint.id().as_bytes()) < pair.endpoint)
    }
}
