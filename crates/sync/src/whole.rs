//! A bundle that is sealed whole: what one person's laptops carry to one another.
//!
//! ```text
//! "FMP" 0 | age of a bundle
//! ```
//!
//! A courier's bundle says on its outside for whom it is, and is read part by part. This one says nothing but how large it is: not whose it is, nor for
//! how many laptops, whose keys are filled up with keys of nobody.
//!
//! **Invariant:** it is opened whole or not at all; of one that was altered anywhere, not a byte is read.

use std::borrow::Cow;

use folkmoot::id::AssemblyId;

use crate::bundle::Bundle;
use crate::opened::BundleError;
use crate::sealing::{self, Identities, NotOpened, Recipients, SealError};

/// The version that this code writes.
const FORMAT: u8 = 0;
const MAGIC: &[u8; 3] = b"FMP";
/// The number of keys is filled up to a multiple of this.
const KEYS: usize = 8;

impl Bundle {
    /// The whole file, sealed to laptops by their public keys, so that nothing of it can be told from outside.
    ///
    /// # Errors
    /// [`SealError::Nobody`] for an empty list; as [`Recipients::of`] and [`Recipients::seal`].
    pub fn sealed_whole(&self, laptops: &[&str]) -> Result<Vec<u8>, SealError> {
        if laptops.is_empty() {
            return Err(SealError::Nobody);
        }
        let mut keys: Vec<String> = laptops.iter().map(|key| (*key).to_owned()).collect();
        while !keys.len().is_multiple_of(KEYS) {
            keys.push(sealing::generate().1);
        }
        let nowhere = AssemblyId([0; 32]);
        let sealed = Recipients::of(keys.iter().map(|key| (nowhere, key.as_str())))?.seal(self.to_bytes())?;
        Ok([MAGIC.as_slice(), &[FORMAT], &sealed].concat())
    }

    /// Whether a file is sealed whole.
    pub fn is_sealed_whole(bytes: &[u8]) -> bool {
        bytes.starts_with(MAGIC)
    }

    /// The bundle in a file that is sealed whole; any other file as it is.
    ///
    /// # Errors
    /// [`BundleError::SealedToOthers`] when none of the keys opens it, [`BundleError::Altered`] when it is not as it was sealed,
    /// [`BundleError::NewerFormat`] for a later format.
    pub fn unsealed<'a>(bytes: &'a [u8], identities: &Identities) -> Result<Cow<'a, [u8]>, BundleError> {
        let Some(rest) = bytes.strip_prefix(MAGIC) else { return Ok(Cow::Borrowed(bytes)) };
        match rest.split_first() {
            Some((&FORMAT, sealed)) => identities.open(sealed).map(Cow::Owned).map_err(|why| match why {
                NotOpened::NotForUs => BundleError::SealedToOthers,
                NotOpened::Unreadable => BundleError::Altered,
            }),
            Some((newer, _)) => Err(BundleError::NewerFormat(*newer)),
            None => Err(BundleError::Altered),
        }
    }
}
