//! Running a list of stages, one after another, up to the first that fails.

use std::time::{Duration, Instant};

use crate::trouble::Trouble;

/// One part of the tests.
pub(crate) struct Stage {
    /// The word by which it is asked for.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) work: fn() -> Result<Outcome, Trouble>,
}

/// How a stage ended that did not fail.
pub(crate) enum Outcome {
    /// It ran and passed.
    Passed,
    /// It ran and passed, but for what could not be tried here.
    Partly(String),
    /// It could not run here, and why.
    NotRun(String),
}

/// One line of the table.
struct Line {
    name: &'static str,
    result: &'static str,
    time: Option<Duration>,
    why: String,
}

/// Runs the stages and prints a table of them.
///
/// # Errors
/// When a stage fails; those after it are not run.
pub(crate) fn run(stages: &[&Stage]) -> Result<(), Trouble> {
    let start = Instant::now();
    let mut lines = Vec::new();
    let mut failure = None;
    for (place, stage) in stages.iter().enumerate() {
        if failure.is_some() {
            lines.push(Line { name: stage.name, result: "not run", time: None, why: String::new() });
            continue;
        }
        println!("\n== {}/{} {} (after {})", place + 1, stages.len(), stage.name, spoken(start.elapsed()));
        let begun = Instant::now();
        let (result, why) = match (stage.work)() {
            Ok(Outcome::Passed) => ("passed", String::new()),
            Ok(Outcome::Partly(why)) => ("passed", why),
            Ok(Outcome::NotRun(why)) => ("NOT RUN", why),
            Err(trouble) => {
                let why = trouble.to_string();
                failure = Some(trouble);
                ("FAILED", why)
            }
        };
        lines.push(Line { name: stage.name, result, time: Some(begun.elapsed()), why });
    }
    print(&lines, start.elapsed());
    failure.map_or(Ok(()), Err)
}

fn print(lines: &[Line], total: Duration) {
    println!("\n{:<12} {:<8} {:>9}", "stage", "result", "time");
    for line in lines {
        let time = line.time.map(spoken).unwrap_or_default();
        let why = line.why.lines().next().unwrap_or_default();
        println!("{:<12} {:<8} {time:>9}  {why}", line.name, line.result);
    }
    println!("{:<12} {:<8} {:>9}", "total", "", spoken(total));
}

fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 { format!("{:.1} s", time.as_secs_f64()) } else { format!("{} m {:02} s", seconds / 60, seconds % 60) }
}
