//! What goes through the pipe: a length of four bytes, then so many. It never leaves the machine nor one version of the program.

use std::io::{self, Read, Write};

use folkmoot_record::Head;

/// The longest answer that is read: the room may be in other hands by then.
const LONGEST_ANSWER: usize = 1 << 20;

/// What the room is asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Forget everything and begin the draft that this change opens.
    Begin(Vec<u8>),
    /// File these changes at once.
    File(Vec<Vec<u8>>),
    /// File these changes one after the other, with a word after each.
    FileEach(Vec<Vec<u8>>),
}

/// What the room answers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The walls stand; or one of [`Ask::FileEach`] is filed.
    Went,
    /// All is filed, saved and read again; these are the heads.
    Stands(Vec<Head>),
    /// It was refused without harm.
    Refused,
}

impl Ask {
    fn parts(&self) -> &[Vec<u8>] {
        match self {
            Ask::Begin(opening) => std::slice::from_ref(opening),
            Ask::File(edits) | Ask::FileEach(edits) => edits,
        }
    }

    /// How long it is, in bytes.
    pub(crate) fn length(&self) -> usize {
        self.parts().iter().map(Vec::len).sum()
    }

    pub(crate) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let kind = match self {
            Ask::Begin(_) => 0,
            Ask::File(_) => 1,
            Ask::FileEach(_) => 2,
        };
        to.write_all(&[kind])?;
        to.write_all(&length(self.parts().len())?)?;
        for part in self.parts() {
            to.write_all(&length(part.len())?)?;
            to.write_all(part)?;
        }
        to.flush()
    }

    /// Reads what is asked next; [`None`] at the end.
    pub(crate) fn read(from: &mut impl Read) -> io::Result<Option<Ask>> {
        let mut kind = [0];
        if from.read(&mut kind)? == 0 {
            return Ok(None);
        }
        let count = read_length(from)?;
        let mut parts = Vec::new();
        for _ in 0..count {
            let mut part = vec![0; read_length(from)?];
            from.read_exact(&mut part)?;
            parts.push(part);
        }
        match (kind, parts.len()) {
            ([0], 1) => Ok(parts.pop().map(Ask::Begin)),
            ([1], _) => Ok(Some(Ask::File(parts))),
            ([2], _) => Ok(Some(Ask::FileEach(parts))),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

impl Answer {
    pub(crate) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let mut bytes = Vec::new();
        match self {
            Answer::Went => bytes.push(0),
            Answer::Refused => bytes.push(2),
            Answer::Stands(heads) => {
                bytes.push(1);
                heads.iter().for_each(|head| bytes.extend(head.0));
            }
        }
        to.write_all(&length(bytes.len())?)?;
        to.write_all(&bytes)?;
        to.flush()
    }

    pub(crate) fn read(from: &mut impl Read) -> io::Result<Answer> {
        let length = read_length(from)?;
        if length > LONGEST_ANSWER {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut bytes = vec![0; length];
        from.read_exact(&mut bytes)?;
        match bytes.split_first() {
            Some((0, [])) => Ok(Answer::Went),
            Some((2, [])) => Ok(Answer::Refused),
            Some((1, heads)) if heads.len() % 32 == 0 => {
                Ok(Answer::Stands(heads.chunks_exact(32).filter_map(|head| head.try_into().ok()).map(Head).collect()))
            }
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

fn length(count: usize) -> io::Result<[u8; 4]> {
    u32::try_from(count).map(u32::to_be_bytes).map_err(|_| io::ErrorKind::InvalidInput.into())
}

fn read_length(from: &mut impl Read) -> io::Result<usize> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    Ok(u32::from_be_bytes(length) as usize)
}
