//! Chance from a seed, so that a failing history fails again.

/// A small generator of numbers (SplitMix64); nothing secret hangs on it.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Begins from a seed.
    pub fn new(seed: u64) -> Chance {
        // The seed is mixed first: where it only says how many steps are skipped, seeds that follow one another all give one and the same row of numbers.
        let mut mixed = Chance(seed);
        Chance(mixed.number())
    }

    /// Begins from the seed of the day.
    pub fn of_the_day() -> Chance {
        Chance::new(Chance::seed_of_the_day())
    }

    /// The seed in `FOLKMOOT_SEED`, or this process's number; prints it.
    pub fn seed_of_the_day() -> u64 {
        let asked = std::env::var("FOLKMOOT_SEED").ok().map(|seed| seed.parse().unwrap());
        let seed = asked.unwrap_or_else(|| u64::from(std::process::id()));
        println!("FOLKMOOT_SEED={seed}");
        seed
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        (self.number() % end as u64) as usize
    }

    /// A number from `start` to `end`, both included.
    pub fn between(&mut self, start: usize, end: usize) -> usize {
        start + self.below(end - start + 1)
    }

    /// Puts things in any order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}
