//! Inviting and joining, by codes that people carry.

use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::Member;
use folkmoot_archive::Town;
use serde_json::json;

use crate::home::new_pen;
use crate::{AskCode, Desk, DeviceCode, TownCode, Trouble, random};

/// For how long a laptop's invite holds, in seconds.
const INVITE_HOLDS: i64 = 14 * 86_400;

/// The setting under which an open invite is kept.
fn invite_key(assembly: AssemblyId, member: u32) -> String {
    format!("invite/{assembly}/{member}")
}

impl Desk {
    /// The code that names this town to others.
    ///
    /// # Errors
    /// [`Trouble::NothingHere`] when nothing of the assembly is here.
    pub fn invite_town(&self, assembly: AssemblyId) -> Result<TownCode, Trouble> {
        self.known(assembly)?;
        Ok(TownCode { assembly, name: self.name(assembly) })
    }

    /// Remembers a town that was named by its code, so that its record is expected; says its six words.
    ///
    /// # Errors
    /// [`Trouble::FoundedHere`] when it is this home's own town, [`Trouble::Archive`] when it cannot be written down.
    pub fn join_town(&mut self, code: &TownCode, now: i64) -> Result<String, Trouble> {
        if self.writes_for(code.assembly)? {
            return Err(Trouble::FoundedHere { name: code.name.clone() });
        }
        self.archive.write(|writing| {
            let known = writing.towns()?.into_iter().find(|town| town.assembly == code.assembly);
            let fresh = || Town {
                assembly: code.assembly,
                name: code.name.clone(),
                known_by: "code".to_owned(),
                first_heard: now,
                last_met: None,
                last_road: String::new(),
                joined: false,
                note: String::new(),
            };
            let town = Town { joined: true, known_by: "code".to_owned(), ..known.unwrap_or_else(fresh) };
            writing.put_town(&town).map_err(Trouble::from)
        })?;
        Ok(crate::words(code.assembly))
    }

    /// A code that invites one more laptop of a member; the same until it is used or runs out.
    ///
    /// # Errors
    /// [`Trouble::NoPen`] when this home does not write for the assembly, [`Trouble::NotInTheBook`] when there is no such member.
    pub fn invite_device(&mut self, assembly: AssemblyId, member: Member, now: i64) -> Result<DeviceCode, Trouble> {
        self.pen(assembly)?;
        if !self.known(assembly)?.book().commons.roll.belongs(member) {
            return Err(Trouble::NotInTheBook { what: "member", asked: member.to_string() });
        }
        let key = invite_key(assembly, member.0);
        let secret = match self.open_invite(&key, now)? {
            Some(secret) => secret,
            None => data_encoding::BASE32_NOPAD.encode(&random::<20>()?).to_lowercase(),
        };
        let until = now.saturating_add(INVITE_HOLDS);
        self.archive.write(|writing| writing.set_setting(&key, &format!("{until} {secret}")).map_err(Trouble::from))?;
        Ok(DeviceCode { assembly, name: self.name(assembly), member: member.0, secret })
    }

    fn open_invite(&self, key: &str, now: i64) -> Result<Option<String>, Trouble> {
        let kept = self.archive.setting(key)?.unwrap_or_default();
        let (until, secret) = kept.split_once(' ').unwrap_or_default();
        Ok(until.parse().is_ok_and(|until: i64| now <= until).then(|| secret.to_owned()))
    }

    /// Answers an invite: draws this laptop's keys, and gives the code that asks for admission. Asked again, it is the same.
    ///
    /// # Errors
    /// [`Trouble::FoundedHere`] when this home writes for the assembly already.
    pub fn join_device(&mut self, code: &DeviceCode, now: i64) -> Result<AskCode, Trouble> {
        let known = self.archive.pens()?.into_iter().find(|pen| pen.assembly == code.assembly);
        let (pen, keys) = match known {
            Some(pen) if self.folds.get(&code.assembly).is_some_and(|fold| fold.knows(&pen.device)) => {
                return Err(Trouble::FoundedHere { name: code.name.clone() });
            }
            Some(pen) => {
                let keys = crate::home::keys_of(&pen)?;
                (pen, keys)
            }
            None => {
                let (mut pen, keys) = new_pen(now)?;
                pen.assembly = code.assembly;
                self.archive.write(|writing| writing.put_pen(&pen).map_err(Trouble::from))?;
                (pen, keys)
            }
        };
        let proof = AskCode::proof(&code.secret, &pen.device, &keys);
        Ok(AskCode { assembly: code.assembly, member: code.member, device: pen.device, keys, proof })
    }

    /// Files the admission that a laptop asked for; others may have to sign it.
    ///
    /// # Errors
    /// [`Trouble::NotInvited`] when it does not answer an open invite of this home; [`Trouble::Refused`] when a rule refuses.
    pub fn admit(&mut self, ask: &AskCode, now: i64) -> Result<ActId, Trouble> {
        let key = invite_key(ask.assembly, ask.member);
        let secret = self.open_invite(&key, now)?.ok_or(Trouble::NotInvited)?;
        if AskCode::proof(&secret, &ask.device, &ask.keys) != ask.proof {
            return Err(Trouble::NotInvited);
        }
        let act = json!({ "do": "roll.admit", "member": ask.member, "device": ask.device, "keys": ask.keys });
        let admitted = self.act(ask.assembly, &[act], now)?;
        self.archive.write(|writing| writing.set_setting(&key, "").map_err(Trouble::from))?;
        admitted.first().copied().ok_or(Trouble::NoActs)
    }
}
