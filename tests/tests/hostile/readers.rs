//! Bytes of frames and bundles that were changed on the road, at the readers alone: nothing that was not said is read as said, and nothing
//! panics. No home is opened, so there can be millions (T1); what homes make of changed bytes is in `mutants`.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use folkmoot::change::SignedChange;
use folkmoot::id::DeviceId;
use folkmoot_record::gate;
use folkmoot_sync::{Bundle, Frame, Identities, Sender};
use folkmoot_testkit::{Chance, Laptop, pen_of, size, tried};
use serde_json::json;

use crate::mutants::change_bytes;
use crate::packing::{pack, part, with_parts};

/// How many mutations go before the watch is looked at: asking for the time and the memory takes longer than reading a frame.
const ROUND: usize = 1_000;
/// No thousand mutations are to take so long; it is no measure, it shows that nothing hangs.
const DEADLINE: Duration = Duration::from_secs(60);

/// What an honest laptop has said, and what became of what a hostile road made of it.
struct Said {
    honest: BTreeSet<Vec<u8>>,
    packer: DeviceId,
    read: usize,
    whole: usize,
}

impl Said {
    /// Reads frames as far as they can be read; whatever proves itself was said.
    fn hear(&mut self, frames: &[Frame]) {
        for frame in frames {
            self.read += 1;
            let Frame::Change(bytes) = frame else { continue };
            let Ok(signed) = SignedChange::decode(bytes) else { continue };
            let Ok(change) = signed.verify() else { continue };
            let accepted = gate(&change).is_ok();
            assert!(!accepted || self.honest.contains(bytes), "a change that nobody signed was taken for one: {bytes:?}");
            self.whole += 1;
        }
    }

    fn hear_bytes(&mut self, bytes: &[u8]) {
        let (mut rest, mut frames) = (bytes, Vec::new());
        while let Ok((frame, after)) = Frame::decode(rest) {
            frames.push(frame);
            rest = after;
        }
        self.hear(&frames);
    }

    /// Opens a bundle; a packer's name stands only under what that packer packed.
    fn open(&mut self, bytes: &[u8], packed: &[Vec<Frame>]) {
        let nobody = Identities::none();
        let Ok(opened) = Bundle::open(bytes, &nobody) else { return };
        let by_packer = match opened.sender() {
            Sender::Signed(device) => device == self.packer,
            Sender::SignatureDoesNotHold | Sender::Incomplete | Sender::Sealed => false,
        };
        // A header may promise many parts; each that is not there is said.
        for (index, part) in opened.parts().take(64).enumerate() {
            let Ok(frames) = part else { continue };
            assert!(!by_packer || packed.get(index) == Some(&frames), "a part that its packer did not pack stands under the packer's name");
            self.hear(&frames);
        }
    }
}

#[test]
fn frames_and_bundles_that_were_changed_are_never_taken_for_what_was_said() {
    let mut chance = Chance::of_the_day();
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.enrol("Bo");
    ada.open_accounts();
    ada.must(Laptop::came_in("40", "kg flour", "2027-03-03"));
    ada.must(json!({ "do": "ledger.open", "account": "assets:barn" }));
    let changes: Vec<Vec<u8>> = ada.changes().iter().map(|change| change.signed().encode()).collect();
    let honest_frames: Vec<Frame> = changes.iter().cloned().map(Frame::Change).collect();
    let frames: Vec<Vec<u8>> = honest_frames.iter().map(|frame| frame.encode().unwrap()).collect();
    let few = honest_frames[..2].to_vec();
    let bundle = pack(few.clone(), &pen_of("Ada"));
    let mut said = Said { honest: changes.into_iter().collect(), packer: ada.device(), read: 0, whole: 0 };
    said.hear(&honest_frames);
    said.open(&bundle, std::slice::from_ref(&few));
    assert_eq!((said.read, said.whole), (frames.len() + 2, frames.len() + 2), "the positive control: what was said is read");

    let (wanted, mut done) = (size(20_000, 10_000_000), 0);
    while done < wanted {
        let begun = Instant::now();
        let round = ROUND.min(wanted - done);
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            for number in done..done + round {
                let (whole, times) = (&frames[chance.below(frames.len())], chance.between(1, 4));
                match number % 4 {
                    // A frame, a bundle, and a bundle whose checksums are in order though its frames are not.
                    0 | 1 => {
                        let mut bytes = whole.clone();
                        (0..times).for_each(|_| change_bytes(&mut bytes, &mut chance));
                        said.hear_bytes(&bytes);
                    }
                    2 => {
                        let mut bytes = bundle.clone();
                        (0..times).for_each(|_| change_bytes(&mut bytes, &mut chance));
                        said.open(&bytes, std::slice::from_ref(&few));
                    }
                    _ => {
                        let mut bytes = whole.clone();
                        (0..times).for_each(|_| change_bytes(&mut bytes, &mut chance));
                        said.open(&with_parts(&[part(0, &bytes)]), &[]);
                    }
                }
            }
        }));
        done += round;
        assert!(outcome.is_ok(), "one of the {ROUND} before mutation {done} of the seed");
        assert!(begun.elapsed() < DEADLINE, "mutations up to {done} took {:?}", begun.elapsed());
        if done.is_multiple_of(1_000_000) {
            println!("{done}: {} frames were read, {} proved themselves", said.read, said.whole);
        }
    }
    println!("{} frames were read, {} proved themselves, each as it was said", said.read, said.whole);
    tried("mutated frames and bundles", done);
}
