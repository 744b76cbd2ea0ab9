//! What keeps a node from starting or calling.
//!
//! **Invariant:** what another laptop does is never an error here, it is an event.

use folkmoot::id::{AssemblyId, DeviceId};

/// Why a node cannot do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum NetError {
    /// Quiet mode: there is no socket to call from.
    #[error("quiet mode is on, so nobody is called")]
    Quiet,
    /// The node has been stopped.
    #[error("the node has been stopped")]
    Stopped,
    /// No endpoint is bound for this assembly.
    #[error("there is no endpoint for the assembly {0}")]
    NoPen(AssemblyId),
    /// Nobody can have this endpoint key.
    #[error("{0} is no endpoint key")]
    NoKey(DeviceId),
    /// The relay's address cannot be read.
    #[error("{0} is no address of a relay")]
    NoRelay(String),
    /// An endpoint could not be bound.
    #[error("while binding the endpoint of the assembly {assembly}")]
    Bind {
        /// The assembly.
        assembly: AssemblyId,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The operating system gave no thread.
    #[error("while starting a thread")]
    Thread(#[source] std::io::Error),
}
