//! Meeting other laptops over a wire: serve until told to stop, or sync once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_desk::{Callable, Desk, TownCode, Trouble, Which};
use folkmoot_host::{Event, Post, Report, Side, SocketAddr, State, watch};
use serde_json::{Value as Json, json};

use crate::args::{Reach, Serve, Sync};
use crate::codes;
use crate::door::Door;
use crate::say::{Say, counted};
use folkmoot_host::Moment;

fn reach(reach: &Reach, redial: bool) -> folkmoot_host::Reach {
    folkmoot_host::Reach { port: reach.port, bind: reach.bind.clone(), hidden: reach.no_lan, redial }
}

fn clock(now: Option<Moment>) -> impl Fn() -> i64 + Clone + Send + 'static {
    move || now.unwrap_or_else(Moment::of_the_clock).seconds
}

/// How often it is looked whether the town has become quiet: a day may have begun, or another program may have said so.
const LOOKS_FOR_QUIET: Duration = Duration::from_secs(1);

/// How many looks in a row may fail.
const LOOKS_IN_VAIN: u32 = 30;

/// Serves until the process is told to stop, or the town is quiet: whoever is known may meet this home, and is called where it is known
/// to be.
pub(super) fn serve(door: &Door<'_>, serve: &Serve, now: Option<Moment>, say: &Say) -> Result<ExitCode, Trouble> {
    let mut desk = door.open()?;
    let post = Post::open(&mut desk, &reach(&serve.reach, true), clock(now))?;
    let handle = post.handle();
    let events = post.events();
    let news = handle.clone();
    let watched = watch(door.home(), move || news.news());
    if let Err(error) = &watched {
        say.remark(&format!("What other programs record on this home will be passed on late: {error}"));
    }
    let stopping = handle.clone();
    ctrlc::set_handler(move || stopping.stop()).map_err(|error| Trouble::Network { text: error.to_string() })?;
    for callable in desk.callable()? {
        post.call(&callable, &[]);
    }
    let mut resting: BTreeMap<u64, Report> = BTreeMap::new();
    let (mut looked, mut unread) = (Instant::now(), 0);
    let ended = loop {
        let event = match events.recv_timeout(LOOKS_FOR_QUIET) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => break Ok(ExitCode::SUCCESS),
        };
        if looked.elapsed() >= LOOKS_FOR_QUIET {
            looked = Instant::now();
            match desk.require_not_quiet(now.unwrap_or_else(Moment::of_the_clock).day) {
                Ok(()) => unread = 0,
                Err(quiet @ (Trouble::Quiet | Trouble::QuietDeclared { .. })) => break Err(quiet),
                // One look that fails says nothing; but who cannot tell for long is not on the network.
                Err(trouble) if unread >= LOOKS_IN_VAIN => break Err(trouble),
                Err(_) => unread += 1,
            }
        }
        let Some(event) = event else { continue };
        // What came to rest as it was before, after news that were not for this neighbour, is not worth a line.
        if let Event::Settled { session, report } = &event
            && resting.insert(*session, report.clone()).as_ref() == Some(report)
        {
            continue;
        }
        if let Some((line, facts)) = told(&mut desk, &event) {
            say.event(&line, &facts);
        }
    };
    post.stop();
    ended
}

/// An event in words and as JSON; none for what nobody needs to know.
fn told(desk: &mut Desk, event: &Event) -> Option<(String, Json)> {
    // Only names are taken from the desk here; that they are as they were a moment ago is good enough.
    let _ = desk.refresh();
    let of = |endpoint: &DeviceId| who(desk, endpoint);
    Some(match event {
        Event::Bound { assembly, endpoint, addresses } => {
            let shown: Vec<String> = addresses.iter().map(SocketAddr::to_string).collect();
            let line = format!("{} can be met at {}", desk.name(*assembly), shown.join(", "));
            (line, json!({ "event": "bound", "assembly": assembly, "endpoint": endpoint, "addresses": shown }))
        }
        Event::Met { session, caller } => {
            let line = format!("Met {} ({}).", of(&caller.endpoint), caller.road);
            let facts =
                json!({ "event": "met", "session": session, "endpoint": caller.endpoint, "road": caller.road, "dialled": caller.dialled });
            (line, facts)
        }
        Event::Settled { session, report } => {
            let line = settled(&of(&report.caller.endpoint), report);
            let mut facts = of_report(report);
            facts["event"] = json!("settled");
            facts["session"] = json!(session);
            (line, facts)
        }
        Event::Dropped { endpoint, by, reason, .. } => {
            let line = match by {
                Side::Ours => format!("Turned {} away: {reason}.", of(endpoint)),
                Side::Theirs => format!("{} turned this laptop away: {reason}.", of(endpoint)),
            };
            (line, json!({ "event": "dropped", "endpoint": endpoint, "by_us": *by == Side::Ours, "reason": reason }))
        }
        Event::Closed { endpoint, lost, .. } => {
            let line = if *lost { format!("The connection to {} was lost.", of(endpoint)) } else { format!("{} has left.", of(endpoint)) };
            (line, json!({ "event": "closed", "endpoint": endpoint, "lost": lost }))
        }
        Event::Discovered { endpoint, addresses, .. } => {
            let shown: Vec<String> = addresses.iter().map(SocketAddr::to_string).collect();
            (
                format!("{} is on the same network.", of(endpoint)),
                json!({ "event": "discovered", "endpoint": endpoint, "addresses": shown }),
            )
        }
        Event::Fell { text, rest } => {
            let again_in = rest.as_secs();
            (format!("Trouble: {text}. It is tried again in {again_in} s."), json!({ "event": "fell", "text": text, "again_in": again_in }))
        }
        Event::Back => ("The records are open again.".to_owned(), json!({ "event": "back" })),
        Event::Trouble { text } => (format!("Trouble: {text}"), json!({ "event": "trouble", "text": text })),
        Event::Unreached { .. } => return None,
    })
}

/// The town of an endpoint, or the first letters of its key.
fn who(desk: &Desk, endpoint: &DeviceId) -> String {
    let callable = desk.callable().unwrap_or_default();
    let town = callable.iter().find(|callable| callable.endpoint == *endpoint).map(|callable| desk.name(callable.town));
    town.unwrap_or_else(|| format!("a laptop {}", endpoint.short()))
}

fn settled(who: &str, report: &Report) -> String {
    let (took, gave) = (counted(report.took, "change", "changes"), counted(report.gave, "change", "changes"));
    match report.state {
        State::Equal => format!("Both hold the same ({took} came, {gave} went): this laptop and {who}."),
        State::Apart | State::Talking => {
            format!(
                "They do not hold the same ({took} came, {gave} went; {} of theirs are not here; folkmoot look sync): this laptop and {who}.",
                report.lacking
            )
        }
    }
}

fn of_report(report: &Report) -> Json {
    json!({
        "endpoint": report.caller.endpoint, "road": report.caller.road, "came": report.took, "went": report.gave,
        "same": report.state == State::Equal, "missing_here": report.lacking,
    })
}

/// Meets whom it is told to, or everybody who is known, once.
pub(super) fn sync(door: &Door<'_>, sync: &Sync, now: Option<Moment>, say: &Say) -> Result<ExitCode, Trouble> {
    let moment = now.unwrap_or_else(Moment::of_the_clock);
    let mut desk = door.open()?;
    let mut addresses: Vec<SocketAddr> = sync.at.clone();
    let mut wanted: Option<AssemblyId> = None;
    if let Some(with) = &sync.with {
        if let Ok(address) = with.parse() {
            addresses.push(address);
        } else if with.to_lowercase().starts_with("folkmoot:") || Path::new(with).is_file() {
            let code: TownCode = codes::given(with)?;
            desk.join_town(&code, None, moment.seconds)?;
            wanted = Some(code.assembly);
        } else {
            wanted = Some(desk.which(Which::Named(with))?);
        }
    }
    let post = Post::open(&mut desk, &reach(&sync.reach, false), clock(now))?;
    let events = post.events();
    let callable: Vec<Callable> = desk.callable()?.into_iter().filter(|callable| wanted.is_none_or(|town| callable.town == town)).collect();
    if callable.is_empty() {
        return Err(Trouble::NobodyToMeet);
    }
    let mut open: BTreeSet<DeviceId> = BTreeSet::new();
    // Behind an address is one of those who are known: each is asked for in turn, or the other would take it for a siege.
    let somebody = !addresses.is_empty();
    let mut next = callable.iter();
    let mut call_next = |open: &mut BTreeSet<DeviceId>| {
        for callable in next.by_ref() {
            if post.call(callable, &addresses).is_some() {
                open.insert(callable.endpoint);
                if somebody {
                    return;
                }
            }
        }
    };
    call_next(&mut open);
    // On the same network others may be found, and call; for them there is only patience.
    let finds = desk.network()?.announced && !sync.reach.no_lan;
    let until = Instant::now() + Duration::from_secs(sync.wait);
    let mut met: BTreeMap<DeviceId, Report> = BTreeMap::new();
    let (mut lines, mut not_met): (Vec<String>, Vec<Json>) = Default::default();
    while !open.is_empty() || (finds && met.is_empty()) {
        let event = match events.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        };
        match &event {
            Event::Met { caller, .. } => drop(open.insert(caller.endpoint)),
            Event::Settled { report, .. } => {
                open.remove(&report.caller.endpoint);
                met.insert(report.caller.endpoint, report.clone());
            }
            Event::Dropped { endpoint, reason: why, .. } | Event::Unreached { endpoint, why, .. } => {
                open.remove(endpoint);
                lines.push(format!("{} was not met: {why}.", who(&desk, endpoint)));
                not_met.push(json!({ "endpoint": endpoint, "why": why }));
            }
            Event::Closed { endpoint, .. } => {
                open.remove(endpoint);
                if !met.contains_key(endpoint) {
                    lines.push(format!("The connection to {} was lost.", who(&desk, endpoint)));
                    not_met.push(json!({ "endpoint": endpoint, "why": "lost" }));
                }
            }
            Event::Bound { .. } | Event::Discovered { .. } | Event::Fell { .. } | Event::Back | Event::Trouble { .. } => {}
        }
        if open.is_empty() && met.is_empty() {
            call_next(&mut open);
        }
    }
    if somebody && !met.is_empty() {
        lines.clear();
        not_met.clear();
    }
    post.stop();
    desk.refresh()?;
    for (endpoint, report) in &met {
        lines.push(settled(&who(&desk, endpoint), report));
        let address =
            report.caller.road.rsplit(' ').next().filter(|address| report.caller.dialled && address.parse::<SocketAddr>().is_ok());
        desk.found_at(report.caller.ours, *endpoint, &address.map(str::to_owned).into_iter().collect::<Vec<_>>())?;
    }
    if met.is_empty() {
        lines.push("Nobody was met. Are both laptops on, on the same network, and is folkmoot serve running on the other?".to_owned());
    }
    let reports: Vec<Json> = met.values().map(of_report).collect();
    let facts = json!({ "met": reports, "callable": callable.len(), "not_met": not_met });
    let whole = !met.is_empty() && met.values().all(|report| report.state == State::Equal);
    Ok(if whole { say.done(&lines, facts) } else { say.partly(&lines, facts) })
}
