//! The table, in Markdown.

use std::fmt::Write as _;
use std::process::Command;
use std::time::Duration;

use crate::Measured;
use crate::homes::Scenario;

/// What is said below the table.
const LEGEND: &str = include_str!("legend.md");

/// What was measured of one scenario over one road.
pub(crate) struct Cell {
    scenario: Scenario,
    delay: u64,
    lacking_dials: bool,
    pub(crate) limit: Vec<Measured>,
    pub(crate) trusting: Vec<Measured>,
    pub(crate) house: Vec<Measured>,
    pub(crate) rival: Vec<Measured>,
}

impl Cell {
    pub(crate) fn new(scenario: Scenario, delay: u64, lacking_dials: bool) -> Cell {
        Cell { scenario, delay, lacking_dials, limit: vec![], trusting: vec![], house: vec![], rival: vec![] }
    }

    /// All that was measured, for whoever waits.
    pub(crate) fn line(&self) -> String {
        let of = |name: &str, all: &[Measured]| {
            let rested = least(all, |one| one.rested.map_or(0.0, ms));
            let took: Vec<String> = all.iter().map(|one| format!("{:.1}", ms(one.took))).collect();
            let (bytes, halves) = said(all);
            format!("\n    {name:8} {:9.1} ms, at rest {rested:.1}, {bytes} bytes, {halves} halves [{}]", time(all), took.join(" "))
        };
        let (limit, trusting, house, rival) =
            (of("limit", &self.limit), of("trusting", &self.trusting), of("folkmoot", &self.house), of("samod", &self.rival));
        format!("{}, {} ms, lacking dials: {}{limit}{trusting}{house}{rival}", self.scenario.name(), self.delay, self.lacking_dials)
    }

    fn name(&self) -> String {
        format!("{}{}", self.scenario.name(), if self.lacking_dials { "" } else { " (who has it calls)" })
    }

    fn row(&self) -> String {
        let (limit, house, rival) = (time(&self.limit), time(&self.house), time(&self.rival));
        let bytes = [&self.limit, &self.house, &self.rival].map(|all| counted(said(all).0));
        let halves = [&self.limit, &self.house, &self.rival].map(|all| said(all).1.to_string());
        format!(
            "| {} | {} | {limit:.0} ms | **{:.2}** | {} | {:.2} | {:.2} | {} | {} |",
            self.name(),
            self.delay,
            house / limit,
            self.scenario.target().map_or(String::new(), |target| format!("{target}")),
            rival / limit,
            house / time(&self.trusting),
            bytes.join(" / "),
            halves.join(" / "),
        )
    }

    fn quiet_row(&self) -> String {
        let [house, rival] = [&self.house, &self.rival].map(|all| said(all));
        let trips = |all: &[Measured]| if self.delay == 0 { "-".to_owned() } else { format!("{:.2}", time(all) / self.delay as f64) };
        format!(
            "| {} | {} | {} | {} | {} | {} | {} |",
            self.delay,
            counted(house.0),
            house.1,
            trips(&self.house),
            counted(rival.0),
            rival.1,
            trips(&self.rival)
        )
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn time(all: &[Measured]) -> f64 {
    least(all, |one| ms(one.took))
}

fn said(all: &[Measured]) -> (u64, u32) {
    (all.iter().map(|one| one.bytes).min().unwrap_or_default(), all.iter().map(|one| one.halves).max().unwrap_or_default())
}

fn least(all: &[Measured], of: impl Fn(&Measured) -> f64) -> f64 {
    all.iter().map(of).min_by(f64::total_cmp).unwrap_or(f64::NAN)
}

/// A number with its thousands told apart.
fn counted(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    groups.join(",")
}

/// Everything that was measured in one run.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) cells: Vec<Cell>,
}

impl Table {
    /// Writes the table as a page.
    pub(crate) fn page(&self, rounds: usize) -> String {
        let mut page = String::from("# Sync, as multiples of the exact missing bytes streamed and applied\n\n");
        let _ = writeln!(page, "{} The fastest of {rounds} rounds, in which the contestants take turns.\n", written("sync"));
        page.push_str("| scenario | round trip, ms | limit | Folkmoot | target | samod 0.16 | Folkmoot, to a limit that verifies nothing | bytes: limit / Folkmoot / samod | half round trips: the same |\n");
        page.push_str("|---|---|---|---|---|---|---|---|---|\n");
        for cell in self.cells.iter().filter(|cell| cell.scenario != Scenario::Nothing) {
            let _ = writeln!(page, "{}", cell.row());
        }
        page.push_str("\nNothing to do, with 1,000 documents that both hold (target: at most 100 bytes and 1 round trip):\n\n");
        page.push_str("| round trip, ms | Folkmoot, bytes | half round trips | round trips until the caller is at rest | samod, bytes | half round trips | round trips |\n");
        page.push_str("|---|---|---|---|---|---|---|\n");
        for cell in self.cells.iter().filter(|cell| cell.scenario == Scenario::Nothing) {
            let _ = writeln!(page, "{}", cell.quiet_row());
        }
        page.push('\n');
        page.push_str(LEGEND);
        page
    }
}

/// By which command a page was written, when, on what and of which commit.
pub(crate) fn written(bench: &str) -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let today = chrono::Local::now().format("%Y-%m-%d");
    format!(
        "Written by `cargo xtask bench {bench} --write` on {today}, on {cores} cores ({}), at commit {}.",
        processor(),
        commit()
    )
}

fn processor() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = told.lines().find_map(|line| line.strip_prefix("model name")).map(|name| name.trim_start_matches([' ', '\t', ':']));
    name.unwrap_or("of a kind unknown").to_owned()
}

fn commit() -> String {
    let asked = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output().ok();
    let told = asked.filter(|told| told.status.success()).map(|told| String::from_utf8_lossy(&told.stdout).trim().to_owned());
    told.unwrap_or_else(|| "unknown".to_owned())
}
