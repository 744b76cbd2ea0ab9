//! Sealing to laptops' X25519 keys, with `age`.
//!
//! Keys cross as text, `age1...` and `AGE-SECRET-KEY-1...`, as any age tool writes them.
//!
//! **Invariant:** this is the one module of the crate with randomness: [`generate`] draws a key, and `age` draws a file key and an
//! ephemeral key for each thing sealed. What is sealed to nobody cannot come out of here.

use std::collections::BTreeSet;
use std::io::{Read, Write};

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, EncryptError, Encryptor, x25519};
use folkmoot::id::AssemblyId;

/// The most laptops that one bundle is sealed to.
pub const MAX_RECIPIENTS: usize = 256;

/// Who can read a bundle.
#[derive(Debug, Clone)]
pub struct Recipients(Vec<(AssemblyId, x25519::Recipient)>);

/// The secret keys that this laptop reads sealed bundles with.
#[derive(Clone, Default)]
pub struct Identities(Vec<x25519::Identity>);

/// Why something cannot be sealed, or keys cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Not the text form of an X25519 public key.
    #[error("{0:?} is not a sealing key: it begins with age1")]
    NotAKey(String),
    /// A key that seals to nobody and opens to everybody; `age` stops the program when it meets one.
    #[error("{0} is a key that protects nothing")]
    WeakKey(String),
    /// Not the text form of an X25519 secret key.
    #[error("a secret sealing key cannot be read")]
    NotASecret,
    /// An empty list of recipients; what anyone may read is packed for [`Recipients::anyone`].
    #[error("nobody to seal to")]
    Nobody,
    /// More than [`MAX_RECIPIENTS`].
    #[error("{0} laptops are more than the {MAX_RECIPIENTS} that one bundle is sealed to")]
    TooMany(usize),
    /// `age` could not seal.
    #[error("while sealing")]
    Age(#[from] EncryptError),
}

/// Why something sealed does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotOpened {
    NotForUs,
    Unreadable,
}

/// Draws a new sealing key: the secret, and the public key that others seal to.
pub fn generate() -> (SecretString, String) {
    let identity = x25519::Identity::generate();
    (identity.to_string(), identity.to_public().to_string())
}

/// The public key of a secret sealing key.
///
/// # Errors
/// [`SealError::NotASecret`] when the text is not a secret X25519 key.
pub fn public_of(secret: &SecretString) -> Result<String, SealError> {
    let identity: x25519::Identity = secret.expose_secret().parse().map_err(|_| SealError::NotASecret)?;
    Ok(identity.to_public().to_string())
}

impl Recipients {
    /// A bundle that is not sealed.
    pub fn anyone() -> Recipients {
        Recipients(Vec::new())
    }

    /// Laptops by the assembly that they belong to and their public sealing key; repetitions count once.
    ///
    /// # Errors
    /// [`SealError::Nobody`] for an empty list, [`SealError::TooMany`] over [`MAX_RECIPIENTS`], [`SealError::NotAKey`] or
    /// [`SealError::WeakKey`] for the first text that is no X25519 public key or a known weak one.
    pub fn of<'a>(laptops: impl IntoIterator<Item = (AssemblyId, &'a str)>) -> Result<Recipients, SealError> {
        let laptops: BTreeSet<(AssemblyId, &str)> = laptops.into_iter().collect();
        if laptops.is_empty() {
            return Err(SealError::Nobody);
        }
        if laptops.len() > MAX_RECIPIENTS {
            return Err(SealError::TooMany(laptops.len()));
        }
        laptops.into_iter().map(|(assembly, key)| Ok((assembly, public_key(key)?))).collect::<Result<_, _>>().map(Recipients)
    }

    /// The assemblies that the bundle is for, in ascending order; none when anyone may read it.
    pub fn assemblies(&self) -> BTreeSet<AssemblyId> {
        self.0.iter().map(|(assembly, _)| *assembly).collect()
    }

    /// Seals `content` when there are recipients.
    ///
    /// # Errors
    /// [`SealError::Age`] when `age` cannot.
    pub fn seal(&self, content: Vec<u8>) -> Result<Vec<u8>, SealError> {
        if self.0.is_empty() {
            return Ok(content);
        }
        let encryptor = Encryptor::with_recipients(self.0.iter().map(|(_, key)| key as &dyn age::Recipient))?;
        let mut writer = encryptor.wrap_output(Vec::with_capacity(content.len() + 1024)).map_err(EncryptError::Io)?;
        writer.write_all(&content).map_err(EncryptError::Io)?;
        Ok(writer.finish().map_err(EncryptError::Io)?)
    }
}

fn public_key(text: &str) -> Result<x25519::Recipient, SealError> {
    let key: x25519::Recipient = text.parse().map_err(|_| SealError::NotAKey(text.to_owned()))?;
    if WEAK_KEYS.contains(&key.to_string().as_str()) { Err(SealError::WeakKey(text.to_owned())) } else { Ok(key) }
}

impl Identities {
    /// No key: enough for bundles that anyone may read, and for a courier.
    pub fn none() -> Identities {
        Identities::default()
    }

    /// The secret keys of this laptop, one per assembly.
    ///
    /// # Errors
    /// [`SealError::NotASecret`] for the first text that is not a secret X25519 key.
    pub fn of<'a>(secrets: impl IntoIterator<Item = &'a SecretString>) -> Result<Identities, SealError> {
        let parsed = secrets.into_iter().map(|secret| secret.expose_secret().parse().map_err(|_| SealError::NotASecret));
        parsed.collect::<Result<_, _>>().map(Identities)
    }

    /// Opens what [`Recipients::seal`] sealed; nothing where it is not for these keys, or damaged.
    pub fn opened(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        self.open(sealed).ok()
    }

    /// Opens what [`Recipients::seal`] sealed; gives back at most as many bytes as came in.
    pub(crate) fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, NotOpened> {
        if !header_is_short(sealed) {
            return Err(NotOpened::Unreadable);
        }
        let refused =
            |why: DecryptError| if matches!(why, DecryptError::NoMatchingKeys) { NotOpened::NotForUs } else { NotOpened::Unreadable };
        let decryptor = Decryptor::new_buffered(sealed).map_err(refused)?;
        let mut reader = decryptor.decrypt(self.0.iter().map(|key| key as &dyn age::Identity)).map_err(refused)?;
        let mut content = Vec::with_capacity(sealed.len());
        reader.read_to_end(&mut content).map_err(|_| NotOpened::Unreadable)?;
        Ok(content)
    }
}

/// Holds when an age header has about [`MAX_RECIPIENTS`] recipients at most: `age` reads a header again from its start for each of its
/// lines, and puts a random one among the recipients.
fn header_is_short(sealed: &[u8]) -> bool {
    let lines = sealed.split(|byte| *byte == b'\n').take(2 * MAX_RECIPIENTS + 16);
    let mut length = 0;
    for line in lines {
        length += line.len() + 1;
        if length > (MAX_RECIPIENTS + 8) * 128 {
            return false;
        }
        if line.starts_with(b"---") {
            return true;
        }
    }
    false
}

/// Every text form of the points of small order on Curve25519: a secret shared with one of them is known to all.
const WEAK_KEYS: [&str; 14] = [
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqsuwj9m",
    "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
    "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqk67yly",
    "age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m",
    "age1anllllllllllllllllllllllllllllllllllllllllllllllllls3hcv9z",
    "age1ahlllllllllllllllllllllllllllllllllllllllllllllllalsn46ayy",
    "age1ahlllllllllllllllllllllllllllllllllllllllllllllllllsh3g6la",
    "age1amlllllllllllllllllllllllllllllllllllllllllllllllalselrwrv",
    "age1amlllllllllllllllllllllllllllllllllllllllllllllllllsam3fc4",
    "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
    "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhzqqxqejhu",
    "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz9ts6wm9s8",
    "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz8ts72fzt7",
];

#[cfg(test)]
mod tests {
    use super::*;

    const TOWN: AssemblyId = AssemblyId([1; 32]);

    #[test]
    fn what_is_sealed_opens_for_its_recipients_alone() {
        let (ours, our_key) = generate();
        let (theirs, their_key) = generate();
        let (stranger, _) = generate();
        assert_eq!(public_of(&ours).unwrap(), our_key);
        let sealed = Recipients::of([(TOWN, our_key.as_str()), (TOWN, their_key.as_str())]).unwrap().seal(b"grievances".to_vec()).unwrap();
        for reader in [&ours, &theirs] {
            assert_eq!(Identities::of([reader]).unwrap().open(&sealed).unwrap(), b"grievances");
        }
        assert_eq!(Identities::of([&stranger]).unwrap().open(&sealed), Err(NotOpened::NotForUs));
        assert_eq!(Identities::none().open(&sealed), Err(NotOpened::NotForUs));
    }

    #[test]
    fn a_key_that_protects_nothing_is_refused_where_age_would_stop_the_program() {
        for weak in WEAK_KEYS {
            assert!(matches!(Recipients::of([(TOWN, weak)]), Err(SealError::WeakKey(_))), "{weak}");
            let key: x25519::Recipient = weak.parse().unwrap();
            assert!(std::panic::catch_unwind(|| age::encrypt(&key, b"")).is_err(), "{weak} is not weak");
        }
    }

    #[test]
    fn an_empty_list_of_recipients_never_means_anyone() {
        assert!(matches!(Recipients::of([]), Err(SealError::Nobody)));
        assert!(matches!(Recipients::of([(TOWN, "age1flour")]), Err(SealError::NotAKey(_))));
    }

    #[test]
    fn as_many_recipients_as_allowed_can_all_read() {
        let keys: Vec<(SecretString, String)> = (0..MAX_RECIPIENTS).map(|_| generate()).collect();
        let sealed = Recipients::of(keys.iter().map(|(_, key)| (TOWN, key.as_str()))).unwrap().seal(b"bread".to_vec()).unwrap();
        assert_eq!(Identities::of([&keys[MAX_RECIPIENTS - 1].0]).unwrap().open(&sealed).unwrap(), b"bread");
    }

    #[test]
    fn an_endless_header_is_not_handed_to_age() {
        let endless = [b"age-encryption.org/v1\n".to_vec(), b"-> a\n\n".repeat(5000), b"--- x\n".to_vec()].concat();
        assert!(!header_is_short(&endless));
    }
}
