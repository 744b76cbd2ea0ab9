//! The codes: a town's and a laptop's invite, what is answered to each, and a recovery card.
//!
//! **Invariant:** an invite opens no more than its secret is asked for, once; an answer shows that it knows the secret and does not tell it.

use std::fmt;

use folkmoot::id::{AssemblyId, DeviceId, InviteId};
use folkmoot::roll::Keys;
use folkmoot_sync::Recipients;
use zeroize::Zeroizing;

use super::addresses::{put_addresses, take_addresses};
use super::fields::{Fields, Out};
use super::secret::{Secret, proof, same};
use super::{Code, spoken};
use crate::saying::name_of;

/// The longest name that a code carries, in letters.
const LONGEST_NAME: usize = 60;

const ASSEMBLY: u8 = 1;
const NAME: u8 = 2;
const ENDPOINT: u8 = 3;
const SEALING: u8 = 4;
pub(super) const ADDRESS: u8 = 5;
const SECRET: u8 = 6;
const UNTIL: u8 = 7;
const MEMBER: u8 = 8;
const DEVICE: u8 = 9;
const PROOF: u8 = 10;
const FROM: u8 = 11;
const SHOWN: u8 = 12;
const KEY: u8 = 13;

/// Invites a town to be this town's neighbour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownCode {
    /// The inviting assembly.
    pub assembly: AssemblyId,
    /// Its name.
    pub name: String,
    /// The endpoint key of the laptop that made it.
    pub endpoint: DeviceId,
    /// The key that a first bundle to that laptop is sealed to.
    pub sealing: String,
    /// Where it may be met: addresses with ports.
    pub addresses: Vec<String>,
    /// To be answered with once.
    pub secret: Secret,
    /// Until when, in seconds since 1970.
    pub until: i64,
}

/// Invites a laptop into an assembly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceCode {
    /// The assembly.
    pub assembly: AssemblyId,
    /// Its name.
    pub name: String,
    /// Whose laptop it will be.
    pub member: u32,
    /// The endpoint key of the laptop that made it.
    pub endpoint: DeviceId,
    /// The key that a first bundle to that laptop is sealed to.
    pub sealing: String,
    /// Where it may be met: addresses with ports.
    pub addresses: Vec<String>,
    /// To be answered with once.
    pub secret: Secret,
    /// Until when, in seconds since 1970.
    pub until: i64,
}

/// A laptop's answer: it asks to be admitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskCode {
    /// The assembly.
    pub assembly: AssemblyId,
    /// Whose laptop it is.
    pub member: u32,
    /// Its signing key.
    pub device: DeviceId,
    /// Its other keys.
    pub keys: Keys,
    /// Shows the laptop that made the invite that it knows the secret.
    pub proof: [u8; 32],
    /// Shows the same to every laptop that knows the secret's hash; missing in answers of the first builds.
    pub shown: Option<[u8; 32]>,
}

/// A town's answer: it will be a neighbour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerCode {
    /// The assembly that invited.
    pub to: AssemblyId,
    /// The assembly that answers.
    pub from: AssemblyId,
    /// Its name.
    pub name: String,
    /// The endpoint key of the answering laptop.
    pub endpoint: DeviceId,
    /// Shows the laptop that made the invite that it knows the secret.
    pub proof: [u8; 32],
    /// Shows the same to every laptop that knows the secret's hash; missing in answers of the first builds.
    pub shown: Option<[u8; 32]>,
}

/// A holder's key on paper: whoever has it may sign and file acts of the roll in the holder's stead.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCard {
    /// The assembly.
    pub assembly: AssemblyId,
    /// Its name.
    pub name: String,
    /// Whose card it is.
    pub member: u32,
    /// The secret half of its signing key.
    pub key: Zeroizing<[u8; 32]>,
}

impl fmt::Debug for RecoveryCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecoveryCard(member {} of {})", self.member, self.assembly.short())
    }
}

impl AskCode {
    /// Answers an invite for a laptop with these keys.
    pub(crate) fn of(code: &DeviceCode, device: DeviceId, keys: Keys) -> AskCode {
        let mut ask = AskCode { assembly: code.assembly, member: code.member, device, keys, proof: [0; 32], shown: None };
        ask.proof = ask.shows("folkmoot v0 ask", &code.secret.0);
        ask.shown = Some(ask.shows("folkmoot v0 ask by hash", code.secret.invite().as_bytes()));
        ask
    }

    fn shows(&self, context: &'static str, key: &[u8]) -> [u8; 32] {
        let (of_whom, keys) = (self.member.to_be_bytes(), &self.keys);
        let parts: [&[u8]; 5] =
            [self.assembly.as_bytes(), &of_whom, self.device.as_bytes(), keys.sealing.as_bytes(), keys.endpoint.as_bytes()];
        proof(context, key, &parts)
    }

    /// Whether it answers an invite, whose secret may be known or only its hash.
    pub(crate) fn answers(&self, invite: &InviteId, secret: Option<&Secret>) -> bool {
        let by_hash = |shown| same(&shown, &self.shows("folkmoot v0 ask by hash", invite.as_bytes()));
        let by_secret = |secret: &Secret| same(&self.proof, &self.shows("folkmoot v0 ask", &secret.0));
        self.shown.is_some_and(by_hash) || secret.is_some_and(by_secret)
    }

    /// Six words that are the same on both laptops, or it is another laptop that asks.
    pub fn words(&self) -> String {
        laptop_words(self.assembly, &self.device, &self.keys)
    }
}

/// The six words of a laptop that asks to be admitted.
pub(crate) fn laptop_words(assembly: AssemblyId, device: &DeviceId, keys: &Keys) -> String {
    let parts = [assembly.as_bytes(), device.as_bytes(), keys.endpoint.as_bytes()];
    let mut hasher = blake3::Hasher::new_derive_key("folkmoot v0 words of a laptop");
    for part in parts {
        hasher.update(part);
    }
    spoken(hasher.update(keys.sealing.as_bytes()).finalize().as_bytes())
}

impl AnswerCode {
    /// Answers an invite.
    pub(crate) fn of(code: &TownCode, from: AssemblyId, name: &str, endpoint: DeviceId) -> AnswerCode {
        let mut answer = AnswerCode { to: code.assembly, from, name: plain(name), endpoint, proof: [0; 32], shown: None };
        answer.proof = answer.shows("folkmoot v0 answer", &code.secret.0);
        answer.shown = Some(answer.shows("folkmoot v0 answer by hash", code.secret.invite().as_bytes()));
        answer
    }

    fn shows(&self, context: &'static str, key: &[u8]) -> [u8; 32] {
        let parts: [&[u8]; 4] = [self.to.as_bytes(), self.from.as_bytes(), self.endpoint.as_bytes(), self.name.as_bytes()];
        proof(context, key, &parts)
    }

    /// Whether it answers an invite, whose secret may be known or only its hash.
    pub(crate) fn answers(&self, invite: &InviteId, secret: Option<&Secret>) -> bool {
        let by_hash = |shown| same(&shown, &self.shows("folkmoot v0 answer by hash", invite.as_bytes()));
        let by_secret = |secret: &Secret| same(&self.proof, &self.shows("folkmoot v0 answer", &secret.0));
        self.shown.is_some_and(by_hash) || secret.is_some_and(by_secret)
    }
}

/// A name on one line that is not endless, whatever was given.
pub(crate) fn plain(name: &str) -> String {
    let begins: String = name_of(name).chars().take(LONGEST_NAME).collect();
    // It may end between two words now, and is read back without what is between them.
    name_of(&begins)
}

fn sealing(fields: &Fields<'_>, assembly: AssemblyId) -> Option<String> {
    let key = fields.text(SEALING)?;
    Recipients::of([(assembly, key)]).is_ok().then(|| key.to_owned())
}

fn name(fields: &Fields<'_>) -> String {
    plain(fields.text(NAME).unwrap_or_default())
}

/// Without a day, it holds for good.
fn until(fields: &Fields<'_>) -> i64 {
    fields.number(UNTIL).and_then(|until| i64::try_from(until).ok()).unwrap_or(i64::MAX)
}

fn member(fields: &Fields<'_>) -> Option<u32> {
    u32::try_from(fields.number(MEMBER)?).ok()
}

impl Code for TownCode {
    const KIND: &'static str = "town";

    fn put(&self, out: &mut Out) {
        out.put(ASSEMBLY, self.assembly.as_bytes());
        out.put(NAME, self.name.as_bytes());
        out.put(ENDPOINT, self.endpoint.as_bytes());
        out.put(SEALING, self.sealing.as_bytes());
        put_addresses(out, &self.addresses);
        out.put(SECRET, &self.secret.0);
        out.number(UNTIL, u64::try_from(self.until).unwrap_or_default());
    }

    fn take(fields: &Fields<'_>) -> Option<TownCode> {
        let assembly = AssemblyId(fields.array(ASSEMBLY)?);
        Some(TownCode {
            assembly,
            name: name(fields),
            endpoint: DeviceId(fields.array(ENDPOINT)?),
            sealing: sealing(fields, assembly)?,
            addresses: take_addresses(fields),
            secret: Secret(fields.array(SECRET)?),
            until: until(fields),
        })
    }
}

impl Code for DeviceCode {
    const KIND: &'static str = "device";

    fn put(&self, out: &mut Out) {
        out.put(ASSEMBLY, self.assembly.as_bytes());
        out.put(NAME, self.name.as_bytes());
        out.number(MEMBER, u64::from(self.member));
        out.put(ENDPOINT, self.endpoint.as_bytes());
        out.put(SEALING, self.sealing.as_bytes());
        put_addresses(out, &self.addresses);
        out.put(SECRET, &self.secret.0);
        out.number(UNTIL, u64::try_from(self.until).unwrap_or_default());
    }

    fn take(fields: &Fields<'_>) -> Option<DeviceCode> {
        let assembly = AssemblyId(fields.array(ASSEMBLY)?);
        Some(DeviceCode {
            assembly,
            name: name(fields),
            member: member(fields)?,
            endpoint: DeviceId(fields.array(ENDPOINT)?),
            sealing: sealing(fields, assembly)?,
            addresses: take_addresses(fields),
            secret: Secret(fields.array(SECRET)?),
            until: until(fields),
        })
    }
}

impl Code for RecoveryCard {
    const KIND: &'static str = "card";

    fn put(&self, out: &mut Out) {
        out.put(ASSEMBLY, self.assembly.as_bytes());
        out.put(NAME, self.name.as_bytes());
        out.number(MEMBER, u64::from(self.member));
        out.put(KEY, &*self.key);
    }

    fn take(fields: &Fields<'_>) -> Option<RecoveryCard> {
        let assembly = AssemblyId(fields.array(ASSEMBLY)?);
        Some(RecoveryCard { assembly, name: name(fields), member: member(fields)?, key: Zeroizing::new(fields.array(KEY)?) })
    }
}

impl Code for AskCode {
    const KIND: &'static str = "ask";

    fn put(&self, out: &mut Out) {
        out.put(ASSEMBLY, self.assembly.as_bytes());
        out.number(MEMBER, u64::from(self.member));
        out.put(DEVICE, self.device.as_bytes());
        out.put(ENDPOINT, self.keys.endpoint.as_bytes());
        out.put(SEALING, self.keys.sealing.as_bytes());
        out.put(PROOF, &self.proof);
        self.shown.iter().for_each(|shown| out.put(SHOWN, shown));
    }

    fn take(fields: &Fields<'_>) -> Option<AskCode> {
        let assembly = AssemblyId(fields.array(ASSEMBLY)?);
        let keys = Keys { sealing: sealing(fields, assembly)?, endpoint: DeviceId(fields.array(ENDPOINT)?) };
        let device = DeviceId(fields.array(DEVICE)?);
        Some(AskCode { assembly, member: member(fields)?, device, keys, proof: fields.array(PROOF)?, shown: fields.array(SHOWN) })
    }
}

impl Code for AnswerCode {
    const KIND: &'static str = "answer";

    fn put(&self, out: &mut Out) {
        out.put(ASSEMBLY, self.to.as_bytes());
        out.put(FROM, self.from.as_bytes());
        out.put(NAME, self.name.as_bytes());
        out.put(ENDPOINT, self.endpoint.as_bytes());
        out.put(PROOF, &self.proof);
        self.shown.iter().for_each(|shown| out.put(SHOWN, shown));
    }

    fn take(fields: &Fields<'_>) -> Option<AnswerCode> {
        Some(AnswerCode {
            to: AssemblyId(fields.array(ASSEMBLY)?),
            from: AssemblyId(fields.array(FROM)?),
            name: name(fields),
            endpoint: DeviceId(fields.array(ENDPOINT)?),
            proof: fields.array(PROOF)?,
            shown: fields.array(SHOWN),
        })
    }
}
