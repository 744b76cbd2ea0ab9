//! A road between two laptops that the test owns.

use std::collections::VecDeque;

use folkmoot::change::Ring;
use folkmoot::id::AssemblyId;
use folkmoot_sync::{Caller, Digest, Dropped, Frame, Hall, State};

use crate::laptop::{CEDAR_FALLS, Laptop, MILLBROOK, endpoint};

/// Two halls with a road between them that keeps the order of bytes.
pub(crate) struct Road {
    pub(crate) ends: [Hall<Laptop>; 2],
    /// What was said and not heard yet, by its speaker.
    pub(crate) under_way: [VecDeque<u8>; 2],
    pub(crate) said: usize,
    pub(crate) trips: usize,
}

pub(crate) const THE: u64 = 7;

impl Road {
    /// The first calls the second; they are endpoints 1 and 2 to each other.
    pub(crate) fn between(a: Laptop, b: Laptop) -> Road {
        let mut road = Road { ends: [Hall::of(a), Hall::of(b)], under_way: Default::default(), said: 0, trips: 0 };
        road.open().unwrap();
        road
    }

    pub(crate) fn open(&mut self) -> Result<(), Dropped> {
        for (at, end) in self.ends.iter_mut().enumerate() {
            let (number, ours) = if at == 0 { (2, MILLBROOK) } else { (1, CEDAR_FALLS) };
            let caller = Caller { ours, endpoint: endpoint(number), dialled: at == 0, road: "footpath".to_owned() };
            end.open(THE, caller, 0)?;
        }
        Ok(())
    }

    pub(crate) fn speak(&mut self, at: usize) -> Result<(), Dropped> {
        while let Some(bytes) = self.ends[at].say(THE, 0)? {
            self.said += bytes.len();
            self.under_way[at].extend(bytes);
        }
        Ok(())
    }

    pub(crate) fn listen(&mut self, at: usize) -> Result<(), Dropped> {
        let bytes: Vec<u8> = self.under_way[1 - at].drain(..).collect();
        if bytes.is_empty() { Ok(()) } else { self.ends[at].hear(THE, Frame::decode_all(&bytes).unwrap(), 0) }
    }

    /// Half a round trip: both say all that they have to say, then both hear it. Says whether anything was said.
    pub(crate) fn half_trip(&mut self) -> Result<bool, Dropped> {
        self.speak(0)?;
        self.speak(1)?;
        let anything = self.under_way.iter().any(|bytes| !bytes.is_empty());
        self.trips += usize::from(anything);
        self.listen(0)?;
        self.listen(1)?;
        Ok(anything)
    }

    pub(crate) fn rest(&mut self) {
        while self.half_trip().unwrap() {
            assert!(self.trips < 400, "they never come to rest");
        }
    }

    pub(crate) fn state(&self, at: usize) -> State {
        self.ends[at].reports()[&THE].state
    }

    pub(crate) fn require_equal(&self) {
        assert_eq!([self.state(0), self.state(1)], [State::Equal, State::Equal]);
        let held = |at: usize| -> Vec<(AssemblyId, Digest)> {
            self.ends[at].holder().holdings.iter().map(|(assembly, held)| (*assembly, held.digest(Ring::Commons))).collect()
        };
        assert_eq!(held(0), held(1));
    }
}

pub(crate) fn two_towns() -> (Laptop, Laptop) {
    let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
    a.write(MILLBROOK, Ring::Commons, 11, 40);
    b.write(CEDAR_FALLS, Ring::Commons, 21, 30);
    (a, b)
}
