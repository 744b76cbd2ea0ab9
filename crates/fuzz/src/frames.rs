//! Frames, and what a session makes of them.

use folkmoot_sync::{Caller, Frame, Hall};

use super::holder::{CEDAR_FALLS, Laptop, MILLBROOK};

/// Every kind of frame, known and not.
const KINDS: [u8; 13] = [1, 2, 3, 4, 16, 17, 18, 19, 20, 21, 22, 23, 200];

/// Bytes from a wire: frames one after the other, and the content of a frame of each kind; a neighbour says them in a session.
pub fn frame(bytes: &[u8]) {
    hear(frames(bytes));
    for kind in KINDS {
        let length = (bytes.len() as u32).to_be_bytes();
        hear(frames(&[&[kind], &length[..], bytes].concat()));
    }
}

/// Reads frames up to the first that cannot be read; each must be in its one form.
fn frames(bytes: &[u8]) -> Vec<Frame> {
    let (mut rest, mut found) = (bytes, Vec::new());
    while let Ok((frame, after)) = Frame::decode(rest) {
        let took = &rest[..rest.len() - after.len()];
        let is_unknown = matches!(frame, Frame::Unknown { .. });
        assert!(is_unknown || frame.encode().as_deref() == Ok(took), "a frame has one form: {frame:?}");
        found.push(frame);
        rest = after;
    }
    found
}

fn hear(frames: Vec<Frame>) {
    if frames.is_empty() {
        return;
    }
    let mut hall = Hall::of(Laptop::new());
    let caller = Caller { ours: MILLBROOK, endpoint: CEDAR_FALLS, dialled: false, road: "footpath".to_owned() };
    let greeted = hall.open(1, caller, 0).and_then(|()| hall.say(1, 0));
    assert!(greeted.is_ok(), "whoever has said nothing is not dropped");
    // One by one, as they come in, with what is said in between.
    for frame in frames {
        if hall.hear(1, vec![frame], 0).and_then(|()| hall.say(1, 0)).is_err() {
            break;
        }
    }
}
