//! Invites that the assembly has made: open, used, revoked, run out. What is known of them is in the book; a secret is in one home alone.
//!
//! **Invariant:** an invite lets in the first who answers it and nobody else; its secret is kept in the home that drew it and never sent
//! but in its code.

use folkmoot::id::{AssemblyId, DeviceId, InviteId};
use folkmoot::neighbour::{Join, Neighbours};
use folkmoot::plain::Member;
use folkmoot_archive::{Pen, Reading, Writing};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::codes::{self, Secret};
use crate::home::keys_of;
use crate::{Desk, DeviceCode, TownCode, Trouble, random};

/// For how long an invite holds, in seconds.
const INVITE_HOLDS: i64 = 14 * 86_400;

/// What this home alone knows of an invite that it made.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    secret: [u8; 16],
    #[serde(default)]
    addresses: Vec<String>,
}

impl Kept {
    pub(crate) fn secret(&self) -> Secret {
        Secret(self.secret)
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
    /// The towns that answered and are neighbours by it, or else those that did; several, where laptops heard them at once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub towns: Vec<AssemblyId>,
    /// The laptops that answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<DeviceId>,
    /// Whether this laptop made it.
    pub here: bool,
    /// The code, while it may be answered, on the laptop that made it.
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

/// Whether an invite waits for an answer.
fn is_open(known: &Neighbours, id: &InviteId, now: i64) -> bool {
    let holds = known.invite(id).is_some_and(|made| now <= made.until);
    holds && !known.is_revoked(id) && known.answers(id).next().is_none() && known.asks_by(id).next().is_none()
}

impl Desk {
    /// A code that invites one town to be a neighbour; each town needs one of its own.
    ///
    /// # Errors
    /// [`Trouble::NoPen`] or [`Trouble::NotAdmittedYet`] when this laptop is not on the roll, [`Trouble::NoRandomness`].
    pub fn invite_town(&mut self, assembly: AssemblyId, addresses: &[String], now: i64) -> Result<TownCode, Trouble> {
        self.refresh()?;
        self.pen_on_the_roll(assembly)?;
        let (new, until) = self.make(assembly, None, addresses, now)?;
        // The pen that the invite was filed with may be another than the one of before.
        self.town_code(&self.pen(assembly)?, &new, until)
    }

    /// A code that invites one more laptop of a member; the same until it is used or runs out.
    ///
    /// # Errors
    /// As [`Desk::invite_town`]; [`Trouble::NotInTheBook`] when there is no such member.
    pub fn invite_device(&mut self, assembly: AssemblyId, member: Member, addresses: &[String], now: i64) -> Result<DeviceCode, Trouble> {
        self.refresh()?;
        self.pen_on_the_roll(assembly)?;
        let book = self.known(assembly)?.book();
        if !book.commons.roll.belongs(member) {
            return Err(Trouble::NotInTheBook { what: "member", asked: member.to_string() });
        }
        let known = &book.inside.neighbour;
        let made = |kept: &Kept| known.invite(&kept.secret().invite()).filter(|made| made.member == Some(member));
        let open = |kept: &Kept| made(kept).filter(|_| is_open(known, &kept.secret().invite(), now)).map(|made| made.until);
        let kept = kept(&self.archive, assembly)?;
        let again = kept.into_iter().find_map(|kept| open(&kept).map(|until| (kept, until)));
        let (invite, until) = match again {
            Some((old, until)) => (self.keep(assembly, Kept { addresses: codes::addresses(addresses), ..old })?, until),
            None => self.make(assembly, Some(member), addresses, now)?,
        };
        self.device_code(&self.pen(assembly)?, member.0, &invite, until)
    }

    /// Draws the secret of a new invite, keeps it, and makes its hash known to the assembly's laptops.
    fn make(&mut self, assembly: AssemblyId, member: Option<Member>, addresses: &[String], now: i64) -> Result<(Kept, i64), Trouble> {
        let until = now.saturating_add(INVITE_HOLDS);
        // A secret whose act is missing lets nobody in; of an act whose secret is missing nobody could make the code.
        let new = self.keep(assembly, Kept { secret: random()?, addresses: codes::addresses(addresses) })?;
        let act = json!({ "do": "neighbour.invite", "invite": new.secret().invite(), "until": until, "member": member });
        self.act(assembly, &[act], now)?;
        Ok((new, until))
    }

    fn keep(&mut self, assembly: AssemblyId, new: Kept) -> Result<Kept, Trouble> {
        self.archive.write(|writing| {
            let mut invites = kept(writing, assembly)?;
            invites.retain(|known| known.secret != new.secret);
            invites.push(new.clone());
            keep(writing, assembly, &invites)
        })?;
        Ok(new)
    }

    /// The invites that the assembly has made, the first made first.
    ///
    /// # Errors
    /// [`Trouble::NoPen`] when this home does not write for it, [`Trouble::Archive`] when the book cannot be read.
    pub fn invites(&self, assembly: AssemblyId, now: i64) -> Result<Vec<Invite>, Trouble> {
        let pen = self.pen(assembly)?;
        let known = &self.known(assembly)?.book().inside.neighbour;
        let kept = kept(&self.archive, assembly)?;
        let mut made: Vec<_> = known.invites.keys().filter_map(|id| Some((known.invite(id)?.entry.order(), *id))).collect();
        made.sort_unstable();
        made.into_iter().filter_map(|(_, id)| self.shown_invite(&pen, &kept, &id, now).transpose()).collect()
    }

    /// Takes an invite back: it cannot be answered any more, and whoever came by it alone is not welcome any more.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when there is no invite of that name, [`Trouble::Ambiguous`] when there are several; as [`Desk::act`].
    pub fn revoke(&mut self, assembly: AssemblyId, name: &str, now: i64) -> Result<(), Trouble> {
        let asked = name.trim().to_lowercase();
        let known = &self.known(assembly)?.book().inside.neighbour;
        let mut named = known.invites.keys().filter(|id| codes::short(id) == asked || id.to_string() == asked);
        let id = match (named.next(), named.next()) {
            (Some(id), None) => *id,
            (Some(_), Some(_)) => return Err(Trouble::Ambiguous { asked }),
            (None, _) => return Err(Trouble::NotInTheBook { what: "invite", asked: name.to_owned() }),
        };
        if !known.is_revoked(&id) {
            self.act(assembly, &[json!({ "do": "neighbour.revoke", "invite": id })], now)?;
        }
        Ok(())
    }

    fn shown_invite(&self, pen: &Pen, kept: &[Kept], id: &InviteId, now: i64) -> Result<Option<Invite>, Trouble> {
        let known = &self.known(pen.assembly)?.book().inside.neighbour;
        let Some(made) = known.invite(id) else { return Ok(None) };
        let answers: Vec<&Join> = known.answers(id).collect();
        let stand: Vec<&Join> = answers.iter().copied().filter(|join| known.stands(join)).collect();
        let mut towns: Vec<AssemblyId> = if stand.is_empty() { answers } else { stand }.iter().map(|join| join.town).collect();
        towns.sort_unstable();
        towns.dedup();
        let mut devices: Vec<DeviceId> = known.asks_by(id).map(|ask| ask.device).collect();
        devices.dedup();
        let state = match (known.is_revoked(id), towns.is_empty() && devices.is_empty()) {
            (true, _) => InviteState::Revoked,
            (false, false) => InviteState::Used,
            (false, true) if now > made.until => InviteState::Expired,
            (false, true) => InviteState::Open,
        };
        let kept = kept.iter().find(|kept| kept.secret().invite() == *id);
        let code = match (kept.filter(|_| state == InviteState::Open), made.member) {
            (Some(kept), Some(member)) => Some(self.device_code(pen, member.0, kept, made.until)?.to_string()),
            (Some(kept), None) => Some(self.town_code(pen, kept, made.until)?.to_string()),
            (None, _) => None,
        };
        let (name, member, until, here) = (codes::short(id), made.member, made.until, kept.is_some());
        Ok(Some(Invite { name, member, state, until, towns, devices, here, code }))
    }

    /// Whether an invite is open that somebody unknown may answer.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn expects_strangers(&self, ours: AssemblyId, now: i64) -> Result<bool, Trouble> {
        let known = self.neighbour_book(ours)?;
        Ok(known.is_some_and(|known| known.invites.keys().any(|id| is_open(known, id, now))))
    }

    fn town_code(&self, pen: &Pen, invite: &Kept, until: i64) -> Result<TownCode, Trouble> {
        let (assembly, keys) = (pen.assembly, keys_of(pen)?);
        let (name, addresses) = (codes::plain(&self.name(assembly)), invite.addresses.clone());
        let (endpoint, sealing) = (keys.endpoint, keys.sealing);
        Ok(TownCode { assembly, name, endpoint, sealing, addresses, secret: invite.secret(), until })
    }

    fn device_code(&self, pen: &Pen, member: u32, invite: &Kept, until: i64) -> Result<DeviceCode, Trouble> {
        let TownCode { assembly, name, endpoint, sealing, addresses, secret, until } = self.town_code(pen, invite, until)?;
        Ok(DeviceCode { assembly, name, member, endpoint, sealing, addresses, secret, until })
    }

    /// The pen of a laptop that is on the roll.
    pub(crate) fn pen_on_the_roll(&self, assembly: AssemblyId) -> Result<Pen, Trouble> {
        let pen = self.pen(assembly)?;
        let is_on_it = self.known(assembly)?.book().commons.roll.live(&pen.device).is_some();
        if is_on_it { Ok(pen) } else { Err(Trouble::NotAdmittedYet { assembly }) }
    }
}
