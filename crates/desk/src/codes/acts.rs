//! A code that carries signed changes themselves: a binding act on its way out, and its signatures on their way back.

use folkmoot::change::SignedChange;
use folkmoot::id::{ActId, AssemblyId};

use super::Code;
use super::fields::{Fields, Out};

const ASSEMBLY: u8 = 1;
const CHANGE: u8 = 14;

/// A few signed changes of one assembly's commons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActsCode {
    /// The assembly.
    pub assembly: AssemblyId,
    /// The changes as they lie in the archive, each after its past. Whoever reads them believes nothing that does not prove itself.
    pub changes: Vec<Vec<u8>>,
}

impl ActsCode {
    /// The most bytes of changes in one code: it is a picture that an old camera still reads.
    pub(crate) const ROOM: usize = 1200;
    /// The most bytes of one change that has a code for itself: the largest picture that there is.
    pub(crate) const ALONE: usize = 2000;
    /// The most codes that are shown for one act: nobody holds up more of them.
    pub(crate) const MOST: usize = 12;

    /// The ids of the acts in it, as far as they can be read; that one is here is for the book to say.
    pub fn acts(&self) -> Vec<ActId> {
        let read = self.changes.iter().filter_map(|change| SignedChange::decode(change).ok());
        read.map(|change| change.claims().act_id()).collect()
    }
}

impl Code for ActsCode {
    const KIND: &'static str = "acts";

    fn put(&self, out: &mut Out) {
        out.put(ASSEMBLY, self.assembly.as_bytes());
        self.changes.iter().for_each(|change| out.put(CHANGE, change));
    }

    fn take(fields: &Fields<'_>) -> Option<ActsCode> {
        let changes: Vec<Vec<u8>> = fields.all(CHANGE).map(<[u8]>::to_vec).collect();
        let code = ActsCode { assembly: AssemblyId(fields.array(ASSEMBLY)?), changes };
        (!code.changes.is_empty()).then_some(code)
    }
}
