//! The four codes: a town's and a laptop's invite, and what is answered to each.
//!
//! **Invariant:** an invite opens no more than its secret is asked for, once; an answer shows that it knows the secret and does not tell it.

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::roll::Keys;
use folkmoot_sync::Recipients;

use super::addresses::{put_addresses, take_addresses};
use super::fields::{Fields, Out};
use super::secret::{Secret, same};
use super::{Code, spoken};

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
    /// Shows that it knows the invite's secret.
    pub proof: [u8; 32],
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
    /// Shows that it knows the invite's secret.
    pub proof: [u8; 32],
}

impl AskCode {
    /// What shows the knowledge of a secret for these keys.
    pub(crate) fn proof(secret: &Secret, assembly: AssemblyId, member: u32, device: &DeviceId, keys: &Keys) -> [u8; 32] {
        let of_whom = member.to_be_bytes();
        let parts =
            [assembly.as_bytes().as_slice(), &of_whom, device.as_bytes(), keys.sealing.as_bytes(), keys.endpoint.as_bytes().as_slice()];
        secret.proof("folkmoot v0 ask", &parts)
    }

    /// Whether it answers an invite with this secret.
    pub(crate) fn answers(&self, secret: &Secret) -> bool {
        same(&self.proof, &AskCode::proof(secret, self.assembly, self.member, &self.device, &self.keys))
    }

    /// Six words that are the same on both laptops, or it is another laptop that asks.
    pub fn words(&self) -> String {
        let parts = [self.assembly.as_bytes(), self.device.as_bytes(), self.keys.endpoint.as_bytes()];
        let mut hasher = blake3::Hasher::new_derive_key("folkmoot v0 words of a laptop");
        for part in parts {
            hasher.update(part);
        }
        spoken(hasher.update(self.keys.sealing.as_bytes()).finalize().as_bytes())
    }
}

impl AnswerCode {
    /// Answers an invite.
    pub(crate) fn of(code: &TownCode, from: AssemblyId, name: &str, endpoint: DeviceId) -> AnswerCode {
        let name = plain(name);
        let proof = AnswerCode::proof(&code.secret, code.assembly, from, &name, &endpoint);
        AnswerCode { to: code.assembly, from, name, endpoint, proof }
    }

    fn proof(secret: &Secret, to: AssemblyId, from: AssemblyId, name: &str, endpoint: &DeviceId) -> [u8; 32] {
        let parts = [to.as_bytes().as_slice(), from.as_bytes(), endpoint.as_bytes(), name.as_bytes()];
        secret.proof("folkmoot v0 answer", &parts)
    }

    /// Whether it answers an invite with this secret.
    pub(crate) fn answers(&self, secret: &Secret) -> bool {
        same(&self.proof, &AnswerCode::proof(secret, self.to, self.from, &self.name, &self.endpoint))
    }
}

/// A name on one line that is not endless, whatever was given.
pub(crate) fn plain(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(LONGEST_NAME).collect()
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

impl Code for AskCode {
    const KIND: &'static str = "ask";

    fn put(&self, out: &mut Out) {
        out.put(ASSEMBLY, self.assembly.as_bytes());
        out.number(MEMBER, u64::from(self.member));
        out.put(DEVICE, self.device.as_bytes());
        out.put(ENDPOINT, self.keys.endpoint.as_bytes());
        out.put(SEALING, self.keys.sealing.as_bytes());
        out.put(PROOF, &self.proof);
    }

    fn take(fields: &Fields<'_>) -> Option<AskCode> {
        let assembly = AssemblyId(fields.array(ASSEMBLY)?);
        let keys = Keys { sealing: sealing(fields, assembly)?, endpoint: DeviceId(fields.array(ENDPOINT)?) };
        let device = DeviceId(fields.array(DEVICE)?);
        Some(AskCode { assembly, member: member(fields)?, device, keys, proof: fields.array(PROOF)? })
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
    }

    fn take(fields: &Fields<'_>) -> Option<AnswerCode> {
        Some(AnswerCode {
            to: AssemblyId(fields.array(ASSEMBLY)?),
            from: AssemblyId(fields.array(FROM)?),
            name: name(fields),
            endpoint: DeviceId(fields.array(ENDPOINT)?),
            proof: fields.array(PROOF)?,
        })
    }
}
