//! Invites that this home has made: open, used, revoked, run out.
//!
//! **Invariant:** an invite lets in the first who answers it and nobody else; what it holds is kept in this home and never sent.

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::{Pen, Reading, Writing};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{self, Secret};
use crate::home::keys_of;
use crate::{AskCode, Desk, DeviceCode, TownCode, Trouble, random};

/// For how long an invite holds, in seconds.
const INVITE_HOLDS: i64 = 14 * 86_400;

/// An invite as this home keeps it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    secret: [u8; 16],
    /// Whose laptop is invited; a town if nobody's.
    pub(crate) member: Option<u32>,
    pub(crate) until: i64,
    #[serde(default)]
    addresses: Vec<String>,
    #[serde(default)]
    pub(crate) revoked: bool,
    #[serde(default)]
    pub(crate) used: Option<Used>,
}

/// Who answered an invite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Used {
    /// The town that answered a town's invite.
    pub(crate) town: Option<AssemblyId>,
    /// The laptop that answered a laptop's.
    pub(crate) device: Option<DeviceId>,
    /// The endpoint key of the laptop that answered.
    pub(crate) endpoint: DeviceId,
    pub(crate) at: i64,
    /// The request of a laptop that nobody has admitted yet.
    pub(crate) ask: Option<String>,
}

impl Kept {
    pub(crate) fn secret(&self) -> Secret {
        Secret(self.secret)
    }

    pub(crate) fn is_open(&self, now: i64) -> bool {
        self.used.is_none() && !self.revoked && now <= self.until
    }

    /// The request that waits for somebody to admit it.
    pub(crate) fn ask(&self) -> Option<AskCode> {
        let used = self.used.as_ref().filter(|_| !self.revoked)?;
        used.ask.as_ref()?.parse().ok()
    }
}

/// An invite as people see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Invite {
    /// Its short name.
    pub name: String,
    /// Whose laptop is invited; a town if nobody's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<Member>,
    /// Where it stands.
    pub state: InviteState,
    /// Until when it may be answered, in seconds since 1970.
    pub until: i64,
    /// The town that answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub town: Option<AssemblyId>,
    /// The laptop that answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
    /// The code, while it may be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Where an invite stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InviteState {
    /// It waits for an answer.
    Open,
    /// It was answered.
    Used,
    /// It ran out unanswered.
    Expired,
    /// It was taken back.
    Revoked,
}

fn key(assembly: AssemblyId) -> String {
    format!("invites/{assembly}")
}

pub(crate) fn kept(reading: &Reading, assembly: AssemblyId) -> Result<Vec<Kept>, Trouble> {
    let text = reading.setting(&key(assembly))?.unwrap_or_default();
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

pub(crate) fn keep(writing: &mut Writing<'_>, assembly: AssemblyId, invites: &[Kept]) -> Result<(), Trouble> {
    Ok(writing.set_setting(&key(assembly), &serde_json::to_string(invites).unwrap_or_default())?)
}

impl Desk {
    /// A code that invites one town to be a neighbour; each town needs one of its own.
    ///
    /// # Errors
    /// [`Trouble::NoPen`] or [`Trouble::NotAdmittedYet`] when this laptop is not on the roll, [`Trouble::NoRandomness`].
    pub fn invite_town(&mut self, assembly: AssemblyId, addresses: &[String], now: i64) -> Result<TownCode, Trouble> {
        let pen = self.pen_on_the_roll(assembly)?;
        let new = Kept {
            secret: random()?,
            member: None,
            until: now.saturating_add(INVITE_HOLDS),
            addresses: codes::addresses(addresses),
            revoked: false,
            used: None,
        };
        let code = self.town_code(&pen, &new)?;
        self.archive.write(|writing| {
            let mut invites = kept(writing, assembly)?;
            invites.push(new);
            keep(writing, assembly, &invites)
        })?;
        Ok(code)
    }

    /// A code that invites one more laptop of a member; the same until it is used or runs out.
    ///
    /// # Errors
    /// As [`Desk::invite_town`]; [`Trouble::NotInTheBook`] when there is no such member.
    pub fn invite_device(&mut self, assembly: AssemblyId, member: Member, addresses: &[String], now: i64) -> Result<DeviceCode, Trouble> {
        let pen = self.pen_on_the_roll(assembly)?;
        if !self.known(assembly)?.book().commons.roll.belongs(member) {
            return Err(Trouble::NotInTheBook { what: "member", asked: member.to_string() });
        }
        let fresh = random()?;
        let invite = self.archive.write(|writing| {
            let mut invites = kept(writing, assembly)?;
            let (until, addresses) = (now.saturating_add(INVITE_HOLDS), codes::addresses(addresses));
            let open = invites.iter().position(|invite| invite.member == Some(member.0) && invite.is_open(now));
            let secret = open.map_or(fresh, |at| invites.remove(at).secret);
            let invite = Kept { secret, member: Some(member.0), until, addresses, revoked: false, used: None };
            invites.push(invite.clone());
            keep(writing, assembly, &invites)?;
            Ok::<_, Trouble>(invite)
        })?;
        self.device_code(&pen, member.0, &invite)
    }

    /// The invites that this home has made for an assembly, the first made first.
    ///
    /// # Errors
    /// [`Trouble::NoPen`] when this home does not write for it, [`Trouble::Archive`] when the book cannot be read.
    pub fn invites(&self, assembly: AssemblyId, now: i64) -> Result<Vec<Invite>, Trouble> {
        let pen = self.pen(assembly)?;
        kept(&self.archive, assembly)?.iter().map(|invite| self.shown_invite(&pen, invite, now)).collect()
    }

    /// Takes an invite back: it cannot be answered any more, and whoever came by it alone is not welcome any more.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when there is no invite of that name.
    pub fn revoke(&mut self, assembly: AssemblyId, name: &str) -> Result<(), Trouble> {
        self.archive.write(|writing| {
            let mut invites = kept(writing, assembly)?;
            let found = invites.iter_mut().find(|invite| invite.secret().name() == name.trim().to_lowercase());
            found.ok_or_else(|| Trouble::NotInTheBook { what: "invite", asked: name.to_owned() })?.revoked = true;
            keep(writing, assembly, &invites)
        })
    }

    fn shown_invite(&self, pen: &Pen, invite: &Kept, now: i64) -> Result<Invite, Trouble> {
        let state = match (&invite.used, invite.revoked) {
            (_, true) => InviteState::Revoked,
            (Some(_), false) => InviteState::Used,
            (None, false) if now > invite.until => InviteState::Expired,
            (None, false) => InviteState::Open,
        };
        let code = match (state, invite.member) {
            (InviteState::Open, Some(member)) => Some(self.device_code(pen, member, invite)?.to_string()),
            (InviteState::Open, None) => Some(self.town_code(pen, invite)?.to_string()),
            (InviteState::Used | InviteState::Expired | InviteState::Revoked, _) => None,
        };
        Ok(Invite {
            name: invite.secret().name(),
            member: invite.member.map(Member),
            state,
            until: invite.until,
            town: invite.used.as_ref().and_then(|used| used.town),
            device: invite.used.as_ref().and_then(|used| used.device),
            code,
        })
    }

    fn town_code(&self, pen: &Pen, invite: &Kept) -> Result<TownCode, Trouble> {
        let (assembly, keys) = (pen.assembly, keys_of(pen)?);
        let (name, addresses) = (codes::plain(&self.name(assembly)), invite.addresses.clone());
        let (endpoint, sealing) = (keys.endpoint, keys.sealing);
        Ok(TownCode { assembly, name, endpoint, sealing, addresses, secret: invite.secret(), until: invite.until })
    }

    fn device_code(&self, pen: &Pen, member: u32, invite: &Kept) -> Result<DeviceCode, Trouble> {
        let TownCode { assembly, name, endpoint, sealing, addresses, secret, until } = self.town_code(pen, invite)?;
        Ok(DeviceCode { assembly, name, member, endpoint, sealing, addresses, secret, until })
    }

    /// The pen of a laptop that is on the roll.
    pub(crate) fn pen_on_the_roll(&self, assembly: AssemblyId) -> Result<Pen, Trouble> {
        let pen = self.pen(assembly)?;
        let is_on_it = self.known(assembly)?.book().commons.roll.live(&pen.device).is_some();
        if is_on_it { Ok(pen) } else { Err(Trouble::NotAdmittedYet { assembly }) }
    }
}
