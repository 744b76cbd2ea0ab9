//! Homes on disk, for as long as a test takes.

use std::path::Path;

use folkmoot::change::Ring;
use folkmoot::id::{ActId, AssemblyId, RingHash};
use folkmoot_desk::{CardText, Desk, Received};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

/// What every clock says.
pub(crate) const NOW: i64 = 1_804_000_000;

/// Where homes lie: in memory if the system has such a place, since many commits are waited for.
pub(crate) fn somewhere() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).unwrap() } else { TempDir::new().unwrap() }
}

/// A town with its one laptop.
pub(crate) struct Town {
    pub(crate) desk: Desk,
    pub(crate) assembly: AssemblyId,
}

impl Town {
    /// Founds a town and opens two accounts.
    pub(crate) fn found(dir: &Path, name: &str) -> Town {
        let mut desk = Desk::open(dir).unwrap();
        let assembly = desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
        let mut town = Town { desk, assembly };
        town.act(&["assets:store", "income:received"].map(|account| json!({ "do": "ledger.open", "account": account })));
        town
    }

    /// Does acts, which must not be refused.
    pub(crate) fn act(&mut self, acts: &[Json]) -> Vec<ActId> {
        self.desk.act(self.assembly, acts, NOW).unwrap()
    }

    /// Records that flour came in.
    pub(crate) fn flour(&mut self, text: &str) -> ActId {
        self.act(&[flour(text)])[0]
    }

    /// A stick with all that it may say to anybody.
    pub(crate) fn stick(&mut self) -> Vec<u8> {
        self.desk.speak(&[], NOW).unwrap().0.to_bytes()
    }

    /// Reads a stick.
    pub(crate) fn read(&mut self, stick: &[u8]) -> Received {
        self.desk.receive(stick, "stick", NOW).unwrap()
    }

    /// What is here of the commons of a town: how much, and its digest.
    pub(crate) fn commons(&self, assembly: AssemblyId) -> (usize, RingHash) {
        self.desk.fold(assembly).unwrap().unwrap().ring_hash(Ring::Commons)
    }

    /// The laptops of a town whose lines fork.
    pub(crate) fn forkers(&self, assembly: AssemblyId) -> usize {
        self.desk.fold(assembly).unwrap().unwrap().forkers().count()
    }
}

/// An act that takes flour in.
pub(crate) fn flour(text: &str) -> Json {
    let posting = |account: &str, quantity: &str| json!({ "account": account, "quantity": quantity, "commodity": "kg flour" });
    json!({ "do": "ledger.post", "day": "2027-03-03", "text": text, "postings": [posting("assets:store", "1"), posting("income:received", "-1")] })
}
