//! Chance that can be had again: a seed is printed, and `FOLKMOOT_SEED` brings it back.

/// A small generator (splitmix64); nothing secret hangs on it.
pub(crate) struct Chance(u64);

impl Chance {
    /// Begins from the seed that was asked for, or from this process's number.
    pub(crate) fn new() -> Chance {
        let asked = std::env::var("FOLKMOOT_SEED").ok().map(|seed| seed.parse().unwrap());
        let seed = asked.unwrap_or_else(|| u64::from(std::process::id()));
        println!("FOLKMOOT_SEED={seed}");
        Chance(seed)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % end
    }
}
