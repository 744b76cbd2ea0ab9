//! Sealed bundles: as they are, with our own seal around whatever the bytes say, and good ones that were altered.

use std::sync::LazyLock;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, FileHash};
use folkmoot_sync::{Bundle, BundleId, Frame, Identities, Recipients};
use folkmoot_testkit::pen_of;

use super::bundles::{fold, sealed_file};

const MILLBROOK: AssemblyId = AssemblyId([1; 32]);
const KEY: &str = "AGE-SECRET-KEY-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSKMP32K";
/// How a file begins that is sealed whole.
const WHOLE: &[u8; 4] = b"FMP\0";

/// The keys of the laptop that reads.
static OURS: LazyLock<Identities> = LazyLock::new(|| Identities::of([&KEY.to_owned().into()]).unwrap_or_default());
/// A bundle with a receipt in it, sealed to that laptop: part by part, and whole.
static GOOD: LazyLock<[Vec<u8>; 2]> = LazyLock::new(sealed_bundles);

/// A sealed file on a stick.
pub fn sealed(bytes: &[u8]) {
    open(bytes);
    let Some(of_ours) = seal(bytes) else { return };
    let whole = [WHOLE.as_slice(), &of_ours].concat();
    let unsealed = Bundle::unsealed(&whole, &OURS);
    assert_eq!(unsealed.as_deref().ok(), Some(bytes), "what was sealed is what is opened");
    open(&whole);
    // A part that is these bytes, one that unfolds to them, and what stands in the trailer's place.
    let folded = fold(bytes).ok().and_then(|part| seal(&part)).unwrap_or_default();
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

fn seal(bytes: &[u8]) -> Option<Vec<u8>> {
    Recipients::of([(MILLBROOK, our_key().as_str())]).ok()?.seal(bytes.to_vec()).ok()
}

fn open(bytes: &[u8]) {
    let Ok(unsealed) = Bundle::unsealed(bytes, &OURS) else { return };
    let Ok(opened) = Bundle::open(&unsealed, &OURS) else { return };
    // A header may promise many parts, and each that is not there is said.
    let read = opened.parts().take(64).filter(Result::is_ok).count();
    assert!(read <= 64 && opened.missing() <= opened.header().parts);
}

/// The good ones, with the bytes laid over them somewhere, and cut off somewhere: the first two bytes say where.
fn altered(bytes: &[u8]) {
    let [high, low, over @ ..] = bytes else { return };
    let [for_town, own] = &*GOOD;
    let place = usize::from(u16::from_be_bytes([*high, *low]));
    for (good, whole) in [(for_town, false), (own, true)] {
        let at = WHOLE.len() + place % good.len().saturating_sub(WHOLE.len()).max(1);
        let opens = |file: &[u8]| {
            open(file);
            whole && Bundle::unsealed(file, &OURS).is_ok()
        };
        let cut = &good[..at];
        assert!(!opens(cut), "a part of a sealed file opens");
        let laid = [cut, over, good.get(at + over.len()..).unwrap_or_default()].concat();
        assert_eq!(opens(&laid), whole && laid == *good, "an altered file opens");
    }
}
