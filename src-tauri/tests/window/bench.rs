//! Measuring: what the window needs for twenty years of three towns. Run by `cargo xtask bench window`; it judges nothing.

use std::error::Error;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::Client;
use serde_json::json;

use crate::screen::{OLD_LAPTOP, Screen};
use crate::town::NOW;
use crate::{Outcome, on_a_screen, page, years};

/// How often each thing is done.
const ROUNDS: usize = 20;
/// Ticks of the clock that the system counts a process's start in, a second.
const TICKS: f64 = 100.0;

/// Each list with what stands on it once it is shown; the ways to other pages are no lines.
const LISTS: &[(&str, &str)] = &[
    ("home", "main .lines > li"),
    ("people", "main tbody tr"),
    ("minutes", "main .lines > li"),
    ("minutes/decisions", "main .lines > li"),
    ("charter", "main .lines > li"),
    ("ledger", "main .lines > li"),
    ("ledger/journal", "main .lines > li"),
    ("mandate", "main .lines > li"),
    ("neighbour", "main table, main .lines > li"),
];

/// Waits in the page until something stands on it and is painted; says after how many milliseconds.
const UNTIL: &str = "
    const done = arguments[arguments.length - 1];
    const painted = (since) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - since)));
    const until = (since, there) => { const look = () => there() ? painted(since) : setTimeout(look); look(); };";

#[test]
#[ignore = "measures: cargo xtask bench window"]
fn the_window_on_twenty_years_of_three_towns() -> Outcome {
    let folder = PathBuf::from(std::env::var_os("FOLKMOOT_BENCH").ok_or("FOLKMOOT_BENCH names no folder")?);
    let past = folder.join("twenty-years");
    years::twenty(&past)?;
    let home = past.join("copy");
    let mut table = String::new();
    on_a_screen(OLD_LAPTOP, async |screen| {
        let mut opened = Vec::new();
        let mut memory = Vec::new();
        for _ in 0..3 {
            copied(&past.join("home"), &home)?;
            drop_caches();
            let page = screen.window(&home).await?;
            opened.push(usable_after(&page, screen).await?);
            page::open(&page, "ledger/journal").await?;
            memory.push(proportional_memory(screen)?);
            page.close().await?;
        }
        row(&mut table, "open the window until its first page is painted", &opened, "1500 ms");
        let [whole, own] =
            [0, 1].map(|at| memory.iter().filter_map(|both: &[f64; 2]| both.get(at)).copied().fold(f64::INFINITY, f64::min) / 1e6);
        writeln!(table, "| memory of all its processes, the journal open | {whole:.0} MB | | 250 MB |")?;
        writeln!(table, "| of that, what is in no file of the system | {own:.0} MB | | |")?;
        let page = screen.window_of(&[OsStr::new("--home"), home.as_os_str(), OsStr::new("--now"), OsStr::new(NOW)]).await?;
        page::at_rest(&page).await?;
        for (address, stands) in LISTS {
            let mut took = Vec::new();
            for _ in 0..ROUNDS {
                page::open(&page, "settings").await?;
                took.push(visit(&page, address, stands).await?);
            }
            row(&mut table, &format!("list: {address}"), &took, "30 ms");
        }
        for (address, view) in [("search", "search"), ("people", "people"), ("ledger/journal", "journal")] {
            let took = types(&page, address, view).await?;
            row(&mut table, &format!("a letter typed in the search of {address}"), &took, "30 ms");
        }
        // What was measured before it is worth keeping, even where this does not come to its end.
        match records(&page).await {
            Ok(took) => row(&mut table, "an entry: pressed to recorded and shown", &took, "15 ms"),
            Err(error) => writeln!(table, "| an entry: pressed to recorded and shown | not measured: {error} | | 15 ms |")?,
        }
        page.close().await.map_err(Into::into)
    })?;
    fs::write(folder.join("window.table"), table)?;
    Ok(())
}

/// From the start of the process to its first page, in milliseconds.
async fn usable_after(page: &Client, screen: &Screen) -> Result<f64, Box<dyn Error>> {
    let script = format!("{UNTIL} until(0, () => performance.getEntriesByName('home').length > 0)");
    let after = page.execute_async(&script, Vec::new()).await?;
    drop(after);
    let script = "return [performance.timeOrigin + performance.getEntriesByName('home')[0].startTime, Date.now()]";
    let moments: (f64, f64) = serde_json::from_value(page.execute(script, Vec::new()).await?)?;
    let now = fs::read_to_string("/proc/uptime")?.split(' ').next().ok_or("no uptime")?.parse::<f64>()?;
    let window = screen.process_of_the_window()?;
    let stat = fs::read_to_string(format!("/proc/{window}/stat"))?;
    let started = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(19)).ok_or("no start")?.parse::<f64>()? / TICKS;
    Ok((now - started) * 1000.0 - (moments.1 - moments.0))
}

async fn visit(page: &Client, address: &str, stands: &str) -> Result<f64, Box<dyn Error>> {
    let script = format!(
        "{UNTIL} const old = document.querySelector('main h1'); const since = performance.now(); location.hash = '#/' + arguments[0];
        until(since, () => document.querySelector('main h1') !== old && document.querySelector(arguments[1]))"
    );
    Ok(page.execute_async(&script, vec![json!(address), json!(stands)]).await?.as_f64().ok_or("no time")?)
}

/// Types words letter by letter; each letter's time ends when the page shows what the desk found for it.
async fn types(page: &Client, address: &str, view: &str) -> Result<Vec<f64>, Box<dyn Error>> {
    page::open(page, address).await?;
    page::once(page, "return document.querySelector('main input[type=search]') ? true : null", Vec::new()).await?;
    let script = format!(
        "{UNTIL} const field = document.querySelector('main input[type=search]');
        const since = performance.now();
        field.value = arguments[0]; field.dispatchEvent(new Event('input', {{ bubbles: true }}));
        until(since, () => performance.getEntriesByName(arguments[1]).some((stood) => stood.startTime > since))"
    );
    let mut took = Vec::new();
    for word in ["flour", "rosa", "well"] {
        for end in 1..=word.len() {
            let typed = word.get(..end).unwrap_or(word);
            took.push(page.execute_async(&script, vec![json!(typed), json!(view)]).await?.as_f64().ok_or("no time")?);
        }
    }
    Ok(took)
}

/// Records entries in the ledger's form; each time runs from the press to the page that shows the entry.
async fn records(page: &Client) -> Result<Vec<f64>, Box<dyn Error>> {
    let mut took = Vec::new();
    for at in 0..ROUNDS {
        // A page that is left forgets what was looked for in it.
        page::open(page, "settings").await?;
        page::open(page, "ledger/journal").await?;
        page::press(page, "Record an entry").await?;
        page::press(page, "Something came in").await?;
        page::fill(page, "How much", "40").await?;
        page::fill(page, "Of what", "kg flour").await?;
        let whom = format!("field {at} of the spring");
        page::fill(page, "From whom, or from what", &whom).await?;
        page::at_rest(page).await?;
        let script = format!(
            "{} {UNTIL} const button = saying('button', 'Record entry').at(-1);
            const since = performance.now(); button.click();
            until(since, () => [...document.querySelectorAll('main li, main tbody tr')].slice(0, 30).some((one) => one.textContent.includes(arguments[0])))",
            page::FIND
        );
        took.push(page.execute_async(&script, vec![json!(whom)]).await?.as_f64().ok_or("no time")?);
    }
    Ok(took)
}

fn row(table: &mut String, what: &str, took: &[f64], target: &str) {
    let mut sorted = took.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: usize| sorted.get((sorted.len() * share).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default();
    let _ = writeln!(table, "| {what} | {:.0} ms | {:.0} ms | {target} |", at(50), at(95));
    eprintln!("{what}: median {:.0} ms, p95 {:.0} ms of {}", at(50), at(95), took.len());
}

/// What all processes that a driver started hold of memory, each page shared fairly, in bytes; and what of it is no copy of a file.
fn proportional_memory(screen: &Screen) -> Result<[f64; 2], Box<dyn Error>> {
    let mut sums = [0.0; 2];
    for process in screen.processes()? {
        let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
        for (sum, name) in sums.iter_mut().zip(["Pss:", "Pss_Anon:"]) {
            let held = rollup.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
            *sum += held.unwrap_or_default() * 1024.0;
        }
    }
    Ok(sums)
}

/// Has the system read from the disk again what it kept in memory, where it lets us.
fn drop_caches() {
    let _ = fs::write("/proc/sys/vm/drop_caches", "3");
}

fn copied(from: &Path, to: &Path) -> std::io::Result<()> {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
