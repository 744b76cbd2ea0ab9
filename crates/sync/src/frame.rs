//! Frames: what one holder says to another, over a wire and in a bundle alike.
//!
//! A frame is a kind byte, the length of its content as 4 big-endian bytes, and the content. A card and a file carry the hash that an
//! act names them by, and are taken only when they have it; a change proves itself later, by its signature.
//!
//! **Invariant:** whatever [`Frame::encode`] writes, [`Frame::decode`] reads back, and the other way round: a frame has one form. A kind
//! that this version does not know is stepped over, so a newer sender does not silence an older reader.

use folkmoot::change::{MAX_CHANGE_BYTES, Ring};
use folkmoot::id::{AssemblyId, CardHash, FileHash};

use crate::bytes::Fields;
use crate::talk::Talk;

/// The bytes before the content: the kind and the length.
pub const HEAD_BYTES: usize = 5;
/// The largest card, in bytes.
pub const MAX_CARD_BYTES: usize = 64 * 1024;
/// The largest file, in bytes.
pub const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;
/// The longest name of a file, in bytes.
pub const MAX_FILE_NAME: usize = 255;
/// The longest letter, in bytes.
pub const MAX_LETTER_BYTES: usize = 4 * 1024;
/// The largest frame of any kind, head included.
pub const MAX_FRAME_BYTES: usize = HEAD_BYTES + FILE_FIELDS + MAX_FILE_NAME + MAX_FILE_BYTES;

const CHANGE: u8 = 1;
const CARD: u8 = 2;
const FILE: u8 = 3;
const LETTER: u8 = 4;
const CARD_FIELDS: usize = 32 + 4 + 32 + 32;
const FILE_FIELDS: usize = 32 + 32 + 1 + 1;

/// One thing that is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// A signed change, as [`folkmoot::change::SignedChange::encode`] writes it; not looked into here.
    Change(Vec<u8>),
    /// A person's card, which travels beside the chain.
    Card {
        /// The assembly that the person belongs to.
        assembly: AssemblyId,
        /// The person's number there.
        member: u32,
        /// What the card is hashed with.
        salt: [u8; 32],
        /// What acts name the card by.
        hash: CardHash,
        /// The card.
        card: Vec<u8>,
    },
    /// An attachment's bytes.
    File {
        /// What acts name the file by.
        hash: FileHash,
        /// The assembly whose acts name it.
        assembly: AssemblyId,
        /// Who may read it.
        ring: Ring,
        /// The name that its sender gave it: a claim, never a path.
        name: String,
        /// The file.
        bytes: Vec<u8>,
    },
    /// A code that one laptop sends to another, as people read it: an answer to an invite, or a laptop that asks to be admitted.
    Letter(String),
    /// What a session says of what is held, and what it asks for; in a bundle it says nothing.
    Talk(Talk),
    /// A frame from a newer version: a kind, or a ring, that this one does not know.
    Unknown {
        /// Its kind byte.
        kind: u8,
        /// The length of its content, which is not kept.
        len: u32,
    },
}

/// Why bytes are not a frame, or a frame cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The bytes end inside the frame.
    #[error("the bytes end inside a frame")]
    CutShort,
    /// Longer than a frame of this kind may be.
    #[error("a frame of kind {kind} and {len} bytes is over its limit")]
    TooLarge {
        /// The kind byte.
        kind: u8,
        /// The length of the content.
        len: u64,
    },
    /// The content is not what a frame of this kind holds.
    #[error("a frame of kind {0} cannot be read")]
    Malformed(u8),
    /// The content is not what its hash names.
    #[error("a frame of kind {0} does not have the hash that it names")]
    NotItsHash(u8),
    /// A frame of an unknown kind holds nothing that could be sent on.
    #[error("a frame of unknown kind {0} cannot be written")]
    Unwritable(u8),
}

/// Reads a frame's head: the length of the content that follows, which a reader may then wait for.
///
/// # Errors
/// [`FrameError::TooLarge`] when the content is over the limit of its kind.
pub fn announced(head: [u8; HEAD_BYTES]) -> Result<usize, FrameError> {
    let [kind, length @ ..] = head;
    let len = u32::from_be_bytes(length);
    if len as usize > limit(kind) { Err(FrameError::TooLarge { kind, len: u64::from(len) }) } else { Ok(len as usize) }
}

fn limit(kind: u8) -> usize {
    match kind {
        CHANGE => MAX_CHANGE_BYTES,
        CARD => CARD_FIELDS + MAX_CARD_BYTES,
        LETTER => MAX_LETTER_BYTES,
        talk if Talk::is(talk) => Talk::MAX_BYTES,
        _ => MAX_FRAME_BYTES - HEAD_BYTES,
    }
}

/// The name of a file as far as a frame holds it: cut to [`MAX_FILE_NAME`] bytes, between two letters.
///
/// What a record calls a file may be longer; one long name must not keep a whole bundle, or all that a session has to say, from going out.
pub fn name_that_fits(name: &str) -> &str {
    (0..=name.len().min(MAX_FILE_NAME)).rev().find_map(|end| name.get(..end)).unwrap_or_default()
}

impl Frame {
    /// How many bytes its content takes, about: without names and hashes.
    pub fn size(&self) -> usize {
        match self {
            Frame::Change(bytes) | Frame::Card { card: bytes, .. } | Frame::File { bytes, .. } => bytes.len(),
            Frame::Letter(letter) => letter.len(),
            Frame::Talk(_) => 0,
            Frame::Unknown { len, .. } => *len as usize,
        }
    }

    /// Writes the frame.
    ///
    /// # Errors
    /// [`FrameError::TooLarge`] over the limit of its kind, [`FrameError::NotItsHash`] when a card or a file is not what its hash names,
    /// [`FrameError::Unwritable`] for a frame of an unknown kind.
    pub fn encode(&self) -> Result<Vec<u8>, FrameError> {
        match self {
            Frame::Change(change) => framed(CHANGE, &[change]),
            Frame::Card { assembly, member, salt, hash, card } => {
                require_hash(CARD, CardHash::of(salt, card) == *hash)?;
                framed(CARD, &[assembly.as_bytes(), &member.to_be_bytes(), salt, hash.as_bytes(), card])
            }
            Frame::File { hash, assembly, ring, name, bytes } => {
                let length = u8::try_from(name.len()).map_err(|_| FrameError::TooLarge { kind: FILE, len: name.len() as u64 })?;
                require_at_most(FILE, bytes.len(), MAX_FILE_BYTES)?;
                require_hash(FILE, FileHash::of(bytes) == *hash)?;
                framed(FILE, &[hash.as_bytes(), assembly.as_bytes(), &[ring.byte(), length], name.as_bytes(), bytes])
            }
            Frame::Letter(text) => framed(LETTER, &[text.as_bytes()]),
            Frame::Talk(talk) => framed(talk.kind(), &[&talk.content()]),
            Frame::Unknown { kind, .. } => Err(FrameError::Unwritable(*kind)),
        }
    }

    /// Reads the first frame of `bytes`, and gives what follows it.
    ///
    /// # Errors
    /// [`FrameError`] when the bytes end too early, or are not what [`Frame::encode`] writes for a kind that this version knows.
    pub fn decode(bytes: &[u8]) -> Result<(Frame, &[u8]), FrameError> {
        let mut fields = Fields::of(bytes);
        let head: [u8; HEAD_BYTES] = fields.array().ok_or(FrameError::CutShort)?;
        let content = fields.take(announced(head)?).ok_or(FrameError::CutShort)?;
        let [kind, ..] = head;
        let frame = match kind {
            CHANGE => Frame::Change(content.to_vec()),
            CARD => card(content)?,
            FILE => file(content)?,
            LETTER => Frame::Letter(String::from_utf8(content.to_vec()).map_err(|_| FrameError::Malformed(LETTER))?),
            talk if Talk::is(talk) => Frame::Talk(Talk::read(talk, content).ok_or(FrameError::Malformed(talk))?),
            _ => Frame::Unknown { kind, len: content.len() as u32 },
        };
        Ok((frame, fields.rest))
    }

    /// Reads frames until `bytes` are used up.
    ///
    /// # Errors
    /// As [`Frame::decode`], for the first frame that cannot be read.
    pub fn decode_all(mut bytes: &[u8]) -> Result<Vec<Frame>, FrameError> {
        let mut frames = Vec::new();
        while !bytes.is_empty() {
            let (frame, rest) = Frame::decode(bytes)?;
            frames.push(frame);
            bytes = rest;
        }
        Ok(frames)
    }
}

fn framed(kind: u8, fields: &[&[u8]]) -> Result<Vec<u8>, FrameError> {
    let length = fields.iter().map(|field| field.len()).sum();
    require_at_most(kind, length, limit(kind))?;
    let mut out = Vec::with_capacity(HEAD_BYTES + length);
    out.push(kind);
    out.extend_from_slice(&(length as u32).to_be_bytes());
    fields.iter().for_each(|field| out.extend_from_slice(field));
    Ok(out)
}

fn require_at_most(kind: u8, length: usize, limit: usize) -> Result<(), FrameError> {
    if length > limit { Err(FrameError::TooLarge { kind, len: length as u64 }) } else { Ok(()) }
}

fn require_hash(kind: u8, it_has_it: bool) -> Result<(), FrameError> {
    if it_has_it { Ok(()) } else { Err(FrameError::NotItsHash(kind)) }
}

fn card(content: &[u8]) -> Result<Frame, FrameError> {
    let mut fields = Fields::of(content);
    let (assembly, member, salt, hash) = card_fields(&mut fields).ok_or(FrameError::Malformed(CARD))?;
    require_hash(CARD, CardHash::of(&salt, fields.rest) == hash)?;
    Ok(Frame::Card { assembly, member, salt, hash, card: fields.rest.to_vec() })
}

fn card_fields(fields: &mut Fields<'_>) -> Option<(AssemblyId, u32, [u8; 32], CardHash)> {
    Some((AssemblyId(fields.array()?), fields.u32()?, fields.array()?, CardHash(fields.array()?)))
}

fn file(content: &[u8]) -> Result<Frame, FrameError> {
    let mut fields = Fields::of(content);
    let (hash, assembly, ring, name) = file_fields(&mut fields).ok_or(FrameError::Malformed(FILE))?;
    let Some(ring) = Ring::from_byte(ring) else {
        return Ok(Frame::Unknown { kind: FILE, len: content.len() as u32 });
    };
    require_at_most(FILE, fields.rest.len(), MAX_FILE_BYTES)?;
    require_hash(FILE, FileHash::of(fields.rest) == hash)?;
    Ok(Frame::File { hash, assembly, ring, name: name.to_owned(), bytes: fields.rest.to_vec() })
}

fn file_fields<'a>(fields: &mut Fields<'a>) -> Option<(FileHash, AssemblyId, u8, &'a str)> {
    let hash = FileHash(fields.array()?);
    let assembly = AssemblyId(fields.array()?);
    let ring = fields.byte()?;
    let length = fields.byte()?;
    let name = std::str::from_utf8(fields.take(usize::from(length))?).ok()?;
    Some((hash, assembly, ring, name))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_frame() -> impl Strategy<Value = Frame> {
        let bytes = || prop::collection::vec(any::<u8>(), 0..40);
        prop_oneof![
            bytes().prop_map(Frame::Change),
            ".{0,30}".prop_map(Frame::Letter),
            crate::talk::tests::any_talk().prop_map(Frame::Talk),
            (any::<[u8; 32]>(), any::<u32>(), bytes()).prop_map(|(salt, member, card)| Frame::Card {
                assembly: AssemblyId([3; 32]),
                member,
                salt,
                hash: CardHash::of(&salt, &card),
                card,
            }),
            (prop::sample::select(Ring::ALL.to_vec()), ".{0,9}", bytes()).prop_map(|(ring, name, bytes)| Frame::File {
                hash: FileHash::of(&bytes),
                assembly: AssemblyId([3; 32]),
                ring,
                name,
                bytes,
            }),
        ]
    }

    proptest! {
        #[test]
        fn frames_read_back_one_after_the_other(frames in prop::collection::vec(any_frame(), 0..6)) {
            let bytes: Vec<u8> = frames.iter().flat_map(|frame| frame.encode().unwrap()).collect();
            prop_assert_eq!(Frame::decode_all(&bytes), Ok(frames));
        }

        #[test]
        fn a_frame_cut_short_is_no_frame(frame in any_frame(), cut in any::<prop::sample::Index>()) {
            let bytes = frame.encode().unwrap();
            prop_assert_eq!(Frame::decode(&bytes[..cut.index(bytes.len())]), Err(FrameError::CutShort));
        }

        #[test]
        fn whatever_decodes_encodes_to_the_same_bytes(kind in 0u8..24, content in prop::collection::vec(any::<u8>(), 0..200)) {
            let bytes = [vec![kind, 0, 0, 0, content.len() as u8], content].concat();
            if let Ok((frame, rest)) = Frame::decode(&bytes) {
                prop_assert!(rest.is_empty());
                let is_unknown = matches!(frame, Frame::Unknown { .. });
                prop_assert!(is_unknown || frame.encode() == Ok(bytes));
            }
        }
    }

    #[test]
    fn a_name_that_is_too_long_for_a_frame_is_cut_between_two_letters() {
        assert_eq!(name_that_fits("The mill's receipt.pdf"), "The mill's receipt.pdf");
        assert_eq!(name_that_fits(&"a".repeat(300)), "a".repeat(MAX_FILE_NAME));
        let receipt = format!("a{}", "ş".repeat(200));
        let cut = name_that_fits(&receipt);
        assert_eq!((cut.len(), receipt.starts_with(cut)), (MAX_FILE_NAME, true));
        assert_eq!(name_that_fits(&"ş".repeat(200)), "ş".repeat(127), "half a letter is none");
        let file = Frame::File {
            hash: FileHash::of(b"40 kg of flour"),
            assembly: AssemblyId([1; 32]),
            ring: Ring::Commons,
            name: cut.to_owned(),
            bytes: b"40 kg of flour".to_vec(),
        };
        assert_eq!(Frame::decode_all(&file.encode().unwrap()), Ok(vec![file]));
    }

    #[test]
    fn a_frame_of_a_newer_kind_is_stepped_over() {
        let bytes = [vec![200, 0, 0, 0, 3, 7, 7, 7], Frame::Change(vec![1]).encode().unwrap()].concat();
        let frames = Frame::decode_all(&bytes).unwrap();
        assert_eq!(frames, [Frame::Unknown { kind: 200, len: 3 }, Frame::Change(vec![1])]);
        assert_eq!(frames[0].encode(), Err(FrameError::Unwritable(200)));
    }

    #[test]
    fn a_head_that_announces_too_much_is_refused_before_the_content() {
        for kind in [CHANGE, CARD, FILE, 200] {
            let over = (limit(kind) as u32 + 1).to_be_bytes();
            let head = [kind, over[0], over[1], over[2], over[3]];
            assert!(matches!(announced(head), Err(FrameError::TooLarge { .. })));
            assert!(matches!(Frame::decode(&head), Err(FrameError::TooLarge { .. })));
            let most = (limit(kind) as u32).to_be_bytes();
            assert_eq!(announced([kind, most[0], most[1], most[2], most[3]]), Ok(limit(kind)));
        }
        assert!(Frame::Change(vec![0; MAX_CHANGE_BYTES]).encode().is_ok());
        assert!(Frame::Change(vec![0; MAX_CHANGE_BYTES + 1]).encode().is_err());
    }

    #[test]
    fn a_card_or_a_file_that_is_not_what_its_hash_names_is_refused() {
        let card = Frame::Card {
            assembly: AssemblyId([1; 32]),
            member: 4,
            salt: [2; 32],
            hash: CardHash::of(&[2; 32], b"Hevi"),
            card: b"Hevi".into(),
        };
        let mut bent = card.encode().unwrap();
        *bent.last_mut().unwrap() ^= 1;
        assert_eq!(Frame::decode(&bent), Err(FrameError::NotItsHash(CARD)));
        let bytes = b"minutes".to_vec();
        let file =
            Frame::File { hash: FileHash::of(b"other"), assembly: AssemblyId([1; 32]), ring: Ring::Commons, name: "m.txt".into(), bytes };
        assert_eq!(file.encode(), Err(FrameError::NotItsHash(FILE)));
    }
}
