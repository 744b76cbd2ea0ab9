//! Measures the house against what it could be: `folkmoot-bench sync [--delay MS]... [--rounds N] [--homes DIR] [--only SCENARIO]`,
//! and what judging costs: `folkmoot-bench book`.
//!
//! What is printed are tables, each from one run; nothing is asserted of the clock on the wall.

mod book;
mod delay;
mod homes;
mod house;
mod limit;
mod rival;
mod road;
mod table;
mod tally;

use std::path::PathBuf;
use std::time::Duration;

use crate::homes::Scenario;
use crate::limit::Applied;
use crate::table::{Cell, Table};

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What one meeting came to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    /// From the connection to the moment when both hold everything.
    pub(crate) took: Duration,
    /// How many bytes both said on the stream, until they said no more.
    pub(crate) bytes: u64,
    /// How many half round trips it took, one after the other.
    pub(crate) halves: u32,
    /// Until both knew that they are done.
    pub(crate) rested: Option<Duration>,
}

/// What is asked for.
#[derive(Debug)]
struct Asked {
    delays: Vec<u64>,
    rounds: usize,
    homes: PathBuf,
    only: Option<String>,
    house_alone: bool,
}

fn main() -> Outcome<()> {
    if std::env::args().skip(1).eq(["book".to_owned()]) {
        print!("{}", book::run()?);
        return Ok(());
    }
    let asked = asked(std::env::args().skip(1))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut table = Table::default();
    let chosen = |scenario: &Scenario| asked.only.as_ref().is_none_or(|only| scenario.name() == only);
    for scenario in Scenario::ALL.into_iter().filter(chosen) {
        let place = tempfile::TempDir::new_in(&asked.homes)?;
        eprintln!("{}: preparing", scenario.name());
        let pair = homes::prepare(scenario, place.path())?;
        // Opening documents leaves snapshots, so it is done to copies.
        let copies = tempfile::TempDir::new_in(&asked.homes)?;
        let rivals = if asked.house_alone { None } else { Some(rival::prepare(&pair.copied(copies.path())?)?) };
        drop(copies);
        for lacking_dials in scenario.directions() {
            for delay in &asked.delays {
                let mut cell = Cell::new(scenario, *delay, *lacking_dials);
                let round_trip = Duration::from_millis(*delay);
                for _ in 0..asked.rounds {
                    let fresh = || -> Outcome<_> {
                        let place = tempfile::TempDir::new_in(&asked.homes)?;
                        Ok((pair.copied(place.path())?, place))
                    };
                    if scenario != Scenario::Nothing {
                        for (how, into) in [(Applied::Judged, &mut cell.limit), (Applied::Trusted, &mut cell.trusting)] {
                            let (pair, _place) = fresh()?;
                            into.push(runtime.block_on(limit::run(&pair, round_trip, *lacking_dials, how))?);
                        }
                    }
                    let (copy, _place) = fresh()?;
                    cell.house.push(house::run(&copy, round_trip, *lacking_dials)?);
                    if let Some(rivals) = &rivals {
                        cell.rival.push(runtime.block_on(rival::run(rivals, round_trip, *lacking_dials))?);
                    }
                }
                eprintln!("{}", cell.line());
                table.cells.push(cell);
            }
        }
    }
    print!("{}", table.page(asked.rounds));
    Ok(())
}

fn asked(mut args: impl Iterator<Item = String>) -> Outcome<Asked> {
    let usage = "folkmoot-bench sync [--delay MS]... [--rounds N] [--homes DIR] [--only SCENARIO] [--house-alone]\nfolkmoot-bench book";
    if args.next().as_deref() != Some("sync") {
        return Err(usage.into());
    }
    let memory = PathBuf::from("/dev/shm");
    let homes = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let mut asked = Asked { delays: Vec::new(), rounds: 5, homes, only: None, house_alone: false };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(usage);
        match arg.as_str() {
            "--delay" => asked.delays.push(value()?.parse()?),
            "--rounds" => asked.rounds = value()?.parse()?,
            "--homes" => asked.homes = value()?.into(),
            "--only" => asked.only = Some(value()?),
            "--house-alone" => asked.house_alone = true,
            _ => return Err(usage.into()),
        }
    }
    if asked.delays.is_empty() {
        asked.delays = vec![0, 50, 200];
    }
    Ok(asked)
}
