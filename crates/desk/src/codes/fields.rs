//! Fields in a row, as codes are laid out: a tag, the length of the content (seven bits a byte, the lowest first), and the content.
//!
//! **Invariant:** a field that is not known is stepped over, so a code of a newer build reads in an older one; hostile bytes give none.

/// The most bytes that a length takes.
const LENGTH_BYTES: usize = 3;

/// Fields on the way out.
#[derive(Debug, Default)]
pub(crate) struct Out(pub(crate) Vec<u8>);

impl Out {
    pub(crate) fn put(&mut self, tag: u8, content: &[u8]) {
        self.0.push(tag);
        let mut left = content.len();
        while left > 0x7f {
            self.0.push(0x80 | (left & 0x7f) as u8);
            left >>= 7;
        }
        self.0.push(left as u8);
        self.0.extend_from_slice(content);
    }

    /// A number in as few bytes as it needs.
    pub(crate) fn number(&mut self, tag: u8, number: u64) {
        let bytes = number.to_be_bytes();
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        self.put(tag, bytes.split_at(zeros).1);
    }
}

/// Fields that were read.
#[derive(Debug)]
pub(crate) struct Fields<'a>(Vec<(u8, &'a [u8])>);

impl<'a> Fields<'a> {
    /// Reads fields until the bytes are used up; none when they end inside one.
    pub(crate) fn of(mut bytes: &'a [u8]) -> Option<Fields<'a>> {
        let mut fields = Vec::new();
        while let Some((tag, rest)) = bytes.split_first() {
            let mut length = 0;
            let mut rest = rest;
            for at in 0.. {
                let (byte, after) = rest.split_first().filter(|_| at < LENGTH_BYTES)?;
                length |= usize::from(byte & 0x7f) << (7 * at);
                rest = after;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            let (content, after) = rest.split_at_checked(length)?;
            fields.push((*tag, content));
            bytes = after;
        }
        Some(Fields(fields))
    }

    /// The content of every field with a tag, in order.
    pub(crate) fn all(&self, tag: u8) -> impl Iterator<Item = &'a [u8]> {
        self.0.iter().filter(move |(found, _)| *found == tag).map(|(_, content)| *content)
    }

    /// The content of the first field with a tag.
    pub(crate) fn first(&self, tag: u8) -> Option<&'a [u8]> {
        self.all(tag).next()
    }

    /// A field of just so many bytes.
    pub(crate) fn array<const N: usize>(&self, tag: u8) -> Option<[u8; N]> {
        self.first(tag)?.try_into().ok()
    }

    /// A field of text.
    pub(crate) fn text(&self, tag: u8) -> Option<&'a str> {
        std::str::from_utf8(self.first(tag)?).ok()
    }

    /// A number.
    pub(crate) fn number(&self, tag: u8) -> Option<u64> {
        let content = self.first(tag).filter(|content| content.len() <= 8)?;
        Some(content.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_read_back_and_unknown_ones_are_in_nobodys_way() {
        let mut out = Out::default();
        out.put(200, &[7; 300]);
        out.put(1, b"flour");
        out.number(2, 0);
        out.number(3, u64::MAX);
        out.put(1, b"salt");
        let fields = Fields::of(&out.0).unwrap();
        assert_eq!((fields.text(1), fields.number(2), fields.number(3)), (Some("flour"), Some(0), Some(u64::MAX)));
        assert_eq!(fields.all(1).collect::<Vec<_>>(), [b"flour".as_slice(), b"salt"]);
        assert_eq!((fields.first(9), fields.array::<4>(1), fields.array(1)), (None, None, Some(*b"flour")));
    }

    #[test]
    fn bytes_that_end_inside_a_field_are_no_fields() {
        for bytes in [&[1][..], &[1, 5, 0], &[1, 0x80], &[1, 0x80, 0x80, 0x80, 0], &[1, 0xff, 0xff, 0x7f, 0]] {
            assert!(Fields::of(bytes).is_none(), "{bytes:?}");
        }
    }
}
