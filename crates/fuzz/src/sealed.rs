//! Sealed bundles: as they are, with our own seal around whatever the bytes say, and good ones that were altered.

use std::sync::LazyLock;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, FileHash};
use folkmoot_sync::{Bundle, BundleId, Frame, Identities, Recipients};
use folkmoot_testkit::pen_of;

use super::bundles::{self, fold, sealed_file};

const MILLBROOK: AssemblyId = AssemblyId([1; 32]);
const KEY: &str = "AGE-SECRET-KEY-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSKMP32K";
/// How a file begins that is sealed whole.
const WHOLE: &[u8; 4] = b"FMP\0";

/// The keys of the laptop that reads.
static OURS: LazyLock<Identities> = LazyLock::new(|| Identities::of([&KEY.to_owned().into()]).unwrap_or_default());
/// A bundle with a receipt in it, sealed to that laptop: part by part, and whole.
static GOOD: LazyLock<[Vec<u8>; 2]> = LazyLock::new(sealed_bundles);

/// How many bytes are laid over a good file at most: too few for a head of their own, so that what opens can only be what was in it.
const LAID: usize = 64;

/// A sealed file on a stick.
pub fn sealed(bytes: &[u8]) {
    open(bytes);
    let of_ours = seal(bytes);
    let whole = [WHOLE.as_slice(), &of_ours].concat();
    let unsealed = Bundle::unsealed(&whole, &OURS);
    assert_eq!(unsealed.as_deref().ok(), Some(bytes), "what was sealed is what is opened");
    open(&whole);
    // A part that is these bytes, one that unfolds to them, and what stands in the trailer's place.
    let folded = fold(bytes).map(|part| seal(&part)).unwrap_or_default();
    open(&sealed_file(MILLBROOK.as_bytes(), &[&of_ours, &folded, bytes], &of_ours));
    altered(bytes);
}

/// The key that the laptop which reads is sealed to.
pub fn our_key() -> String {
    folkmoot_sync::sealing::public_of(&KEY.to_owned().into()).unwrap_or_default()
}

/// A bundle sealed part by part (`bundle write --for`), and one sealed whole (`bundle write --own`).
pub fn sealed_bundles() -> [Vec<u8>; 2] {
    let bytes = b"40 kg flour, with thanks. ".repeat(40);
    let hash = FileHash::of(&bytes);
    let frame = Frame::File { hash, assembly: MILLBROOK, ring: Ring::Commons, name: "receipt.txt".to_owned(), bytes };
    let key = our_key();
    let pack = |recipients: &Recipients| Bundle::pack([frame.clone()], recipients, 5, BundleId([5; 16]), &pen_of("Ada")).ok();
    let for_town = Recipients::of([(MILLBROOK, key.as_str())]).ok().and_then(|town| pack(&town));
    let own = pack(&Recipients::anyone()).and_then(|bundle| bundle.sealed_whole(&[key.as_str()]).ok());
    [for_town.map(|bundle| bundle.to_bytes()).unwrap_or_default(), own.unwrap_or_default()]
}

fn seal(bytes: &[u8]) -> Vec<u8> {
    let sealed = Recipients::of([(MILLBROOK, our_key().as_str())]).and_then(|town| town.seal(bytes.to_vec()));
    sealed.expect("anything can be sealed to our key")
}

/// Opens a file, and gives what could be read of it.
fn open(bytes: &[u8]) -> Vec<Vec<Frame>> {
    Bundle::unsealed(bytes, &OURS).map_or_else(|_| Vec::new(), |unsealed| bundles::open(&unsealed, &OURS))
}

/// The good ones, with the bytes laid over them somewhere, and cut off somewhere: the first two bytes say where.
fn altered(bytes: &[u8]) {
    let [high, low, over @ ..] = bytes else { return };
    let over = &over[..over.len().min(LAID)];
    let place = usize::from(u16::from_be_bytes([*high, *low]));
    for (good, sealed_whole) in GOOD.iter().zip([false, true]) {
        let held = open(good);
        assert_eq!(held.len(), 1, "the good one opens");
        let at = WHOLE.len() + place % (good.len() - WHOLE.len());
        let cut = &good[..at];
        let laid = [cut, over, good.get(at + over.len()..).unwrap_or_default()].concat();
        for file in [cut, &laid] {
            let opened = open(file);
            assert!(opened.iter().all(|part| held.contains(part)), "an altered file opens to something else");
            assert!(!sealed_whole || opened.is_empty() || file == good, "an altered file that was sealed whole opens");
        }
    }
}
