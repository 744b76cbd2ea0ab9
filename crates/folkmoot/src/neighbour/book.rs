//! Which invites there are, who came by them, and which towns are neighbours.
//!
//! **Invariant:** a town is a neighbour while one act of joining stands; none stands that a parting names, or whose invite was taken back.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::acts::Act;
use crate::act::{Author, Entry};
use crate::id::{ActId, AssemblyId, DeviceId, InviteId};
use crate::plain::Member;
use crate::roll::Keys;

/// An invite.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Invite {
    /// The act.
    pub entry: Entry,
    /// The laptop that made it, which alone knows its secret.
    pub device: DeviceId,
    /// Until when it may be answered, in seconds since 1970.
    pub until: i64,
    /// Whose laptop is invited; a town if nobody's.
    pub member: Option<Member>,
}

/// How a town became a neighbour.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Join {
    /// The act.
    pub entry: Entry,
    /// The town.
    pub town: AssemblyId,
    /// What it calls itself.
    pub name: String,
    /// The key that its laptop is met by.
    pub endpoint: DeviceId,
    /// The invite that it answered.
    pub by: Option<InviteId>,
    /// The code of its own that was joined.
    pub code: Option<String>,
}

/// A laptop that asked to be admitted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ask {
    /// The act.
    pub entry: Entry,
    /// The invite that it answered.
    pub invite: InviteId,
    /// Its signing key.
    pub device: DeviceId,
    /// Its other keys.
    pub keys: Keys,
}

/// Invites and neighbours.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Neighbours {
    /// Every invite, by the acts that made it known; one, unless two laptops said the same hash at once.
    pub invites: BTreeMap<InviteId, BTreeMap<ActId, Invite>>,
    /// Invites that were taken back, with the acts that did.
    pub revoked: BTreeMap<InviteId, BTreeSet<ActId>>,
    /// Every act of joining.
    pub joins: BTreeMap<ActId, Join>,
    /// Acts of joining that ended, with the partings that ended them.
    pub ended: BTreeMap<ActId, BTreeSet<ActId>>,
    /// Every laptop that asked to be admitted.
    pub asks: BTreeMap<ActId, Ask>,
}

impl Neighbours {
    /// An invite by its hash.
    pub fn invite(&self, id: &InviteId) -> Option<&Invite> {
        self.invites.get(id).and_then(|made| made.values().next())
    }

    /// Whether an invite was taken back.
    pub fn is_revoked(&self, id: &InviteId) -> bool {
        self.revoked.contains_key(id)
    }

    /// Whether an act of joining stands.
    pub fn stands(&self, join: &Join) -> bool {
        !self.ended.contains_key(&join.entry.id) && join.by.is_none_or(|by| !self.is_revoked(&by))
    }

    /// The acts of joining that stand, in the order in which they are shown.
    pub fn standing(&self) -> impl Iterator<Item = &Join> {
        let mut joins: Vec<&Join> = self.joins.values().filter(|join| self.stands(join)).collect();
        joins.sort_by_key(|join| join.entry.order());
        joins.into_iter()
    }

    /// The acts of joining by which a town is a neighbour, ascending.
    pub fn joins_of(&self, town: &AssemblyId) -> Vec<ActId> {
        self.joins.values().filter(|join| join.town == *town && self.stands(join)).map(|join| join.entry.id).collect()
    }

    /// The towns that are neighbours.
    pub fn towns(&self) -> BTreeSet<AssemblyId> {
        self.standing().map(|join| join.town).collect()
    }

    /// The answers of towns to an invite, whether they stand or not.
    pub fn answers<'a>(&'a self, id: &'a InviteId) -> impl Iterator<Item = &'a Join> {
        self.joins.values().filter(move |join| join.by == Some(*id))
    }

    /// The answers of laptops to an invite.
    pub fn asks_by<'a>(&'a self, id: &'a InviteId) -> impl Iterator<Item = &'a Ask> {
        self.asks.values().filter(move |ask| ask.invite == *id)
    }

    pub(crate) fn count(&mut self, act: &Act, entry: &Entry, by: &Author) {
        let entry = entry.clone();
        let id = entry.id;
        match act {
            Act::Invite { invite, until, member } => {
                let made = Invite { entry, device: by.device, until: *until, member: *member };
                self.invites.entry(*invite).or_default().insert(id, made);
            }
            Act::Revoke { invite } => {
                self.revoked.entry(*invite).or_default().insert(id);
            }
            Act::Join { town, name, endpoint, by, code } => {
                let (name, code) = (name.clone(), code.clone());
                self.joins.insert(id, Join { entry, town: *town, name, endpoint: *endpoint, by: *by, code });
            }
            Act::Ask { invite, device, keys } => {
                self.asks.insert(id, Ask { entry, invite: *invite, device: *device, keys: keys.clone() });
            }
            Act::Part { joins, .. } => {
                for join in joins {
                    self.ended.entry(*join).or_default().insert(id);
                }
            }
        }
    }
}
