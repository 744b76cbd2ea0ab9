//! Seeded schedules of five to nine towns: acts, roads that are cut at any byte, crashes, couriers with lost, torn and repeated
//! bundles, laptops that lie. In the end every honest town holds the same, and its book comes to the same hash.
//!
//! There are a thousand (T6); `FOLKMOOT_SIZE=1000` runs so many in each of the eight parts, and `FOLKMOOT_SEED=n` runs one of them again.

mod world;

use folkmoot_testkit::{size, tried};
use world::World;

fn schedules() -> u64 {
    size(125, 500) as u64
}

fn run(part: u64) {
    let asked: Option<u64> = std::env::var("FOLKMOOT_SEED").ok().map(|seed| seed.parse().unwrap());
    let seeds = asked.map_or_else(|| (part * schedules()..(part + 1) * schedules()).collect(), |seed| vec![seed]);
    let (count, mut crossed) = (seeds.len(), 0);
    for seed in seeds {
        let mut world = World::from(seed);
        world.live();
        world.heal();
        crossed += world.require_one_hash();
    }
    println!("{crossed} changes crossed");
    assert!(crossed > 0, "nothing ever crossed, so nothing was shown");
    tried("schedules", count);
}

macro_rules! parts {
    ($($name:ident: $part:literal),*) => {
        $(#[test]
        fn $name() {
            run($part);
        })*
    };
}

// In parts, for as many cores as there are.
parts!(
    towns_come_to_one_hash_part_1: 0,
    towns_come_to_one_hash_part_2: 1,
    towns_come_to_one_hash_part_3: 2,
    towns_come_to_one_hash_part_4: 3,
    towns_come_to_one_hash_part_5: 4,
    towns_come_to_one_hash_part_6: 5,
    towns_come_to_one_hash_part_7: 6,
    towns_come_to_one_hash_part_8: 7
);
