//! What a session asks of whoever holds the records.
//!
//! **Invariant:** a session decides what to say and when; only the holder judges what is taken in, and only it says who is known.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, CardHash, ChangeHash, DeviceId, FileHash};

use crate::frame::Frame;
use crate::holding::Holding;

/// Where the other end is, and who it proved to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The assembly of ours whose endpoint it met.
    pub ours: AssemblyId,
    /// Its endpoint key, as the handshake proved it.
    pub endpoint: DeviceId,
    /// Whether we called it.
    pub dialled: bool,
    /// The road, in words for people.
    pub road: String,
}

/// What the other end may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing.
    Stranger,
    /// The commons of every town.
    Neighbour,
    /// That, and what is inside the assembly that it shares with us.
    Inside,
    /// That, and what one person keeps for their own laptops, of which it is one.
    Own,
}

/// What acts name and what lies beside the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// A card.
    Card(CardHash),
    /// An attachment's bytes.
    File(FileHash),
}

/// What became of frames that were taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// The changes among them that proved themselves, new or known.
    pub proved: Vec<ChangeHash>,
    /// How many of those are new here.
    pub new: usize,
    /// How many wait for others.
    pub waiting: usize,
    /// How many frames were refused.
    pub refused: usize,
    /// How many changes of distant towns were left out for want of room; they can come again.
    pub left_out: usize,
    /// New cards and attachments.
    pub beside: usize,
}

/// How a turn of a session, or the whole of it, ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Met {
    /// Both hold the same, as far as arrival number `mark` of this home.
    Equal {
        /// The least public ring of our assembly that they compared.
        ring: Ring,
        /// The arrival number.
        mark: i64,
    },
    /// They hold things that we do not take, or we some that they do not take.
    Apart {
        /// How many changes they showed that are not here.
        lacking: u64,
        /// Of our own assembly both hold the same all the same: the least public ring that they compared, and the arrival number as far as which.
        ours: Option<(Ring, i64)>,
    },
    /// It broke off.
    Parted {
        /// Why.
        why: String,
        /// How many changes they had shown that are not here; none where it broke off before they had shown anything.
        lacking: Option<u64>,
    },
}

/// Whoever holds the records that a session is about.
pub trait Holder {
    /// What goes wrong on this side.
    type Error: std::error::Error + Send + Sync + 'static;

    /// What an endpoint may be given when it meets the endpoint of `ours`.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn standing(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<Standing, Self::Error>;

    /// Whether an invite is open that somebody unknown may answer.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn expects_strangers(&self, ours: AssemblyId) -> Result<bool, Self::Error>;

    /// The letters that are to be said first to an endpoint.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn letters(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<Vec<String>, Self::Error>;

    /// Hears a letter, and says whether it holds.
    ///
    /// # Errors
    /// When the records cannot be written.
    fn hear_letter(&mut self, caller: &Caller, letter: &str) -> Result<bool, Self::Error>;

    /// What is held, assembly by assembly.
    fn holdings(&self) -> &BTreeMap<AssemblyId, Holding>;

    /// The number of the last arrival that [`Holder::holdings`] shows.
    fn mark(&self) -> i64;

    /// What arrived after number `mark`, in that order.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn since(&self, mark: i64) -> Result<Vec<(AssemblyId, Ring, ChangeHash)>, Self::Error>;

    /// The signed bytes of changes that are held, in the order asked.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn changes(&self, hashes: &[ChangeHash]) -> Result<Vec<Vec<u8>>, Self::Error>;

    /// Whether there is room for what any town at all writes.
    fn has_room(&self) -> bool;

    /// The assemblies that the other end may be asked for when there is none, and whose cards and attachments it is asked for: ours, and
    /// those of its own that are near to ours. Nobody is to learn from it which others are.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn near(&self, caller: &Caller) -> Result<BTreeSet<AssemblyId>, Self::Error>;

    /// What the acts of an assembly name and what is to be asked for: cards too if `inside`.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn wanted(&self, assembly: AssemblyId, inside: bool) -> Result<Vec<Wanted>, Self::Error>;

    /// What lies beside the chain of an assembly, if it is here: cards only if `inside`.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn beside(&self, assembly: AssemblyId, inside: bool, wanted: Wanted) -> Result<Option<Frame>, Self::Error>;

    /// Takes in changes, cards and attachments, in one commit.
    ///
    /// # Errors
    /// When the records cannot be written; then nothing was taken in.
    fn take_in(&mut self, frames: Vec<Frame>, caller: &Caller) -> Result<TakenIn, Self::Error>;

    /// Takes notice of what another program, or this one beside the session, has recorded.
    ///
    /// # Errors
    /// When the records cannot be read.
    fn refresh(&mut self) -> Result<(), Self::Error>;

    /// Remembers how a meeting went.
    ///
    /// # Errors
    /// When the records cannot be written.
    fn met(&mut self, caller: &Caller, met: &Met) -> Result<(), Self::Error>;
}
