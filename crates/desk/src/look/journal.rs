//! The journal: what happened, entry by entry, and what one account held as days went by.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use folkmoot::id::{ActId, FileHash};
use folkmoot::ledger::{Cites, Ledger, Line, Posting, Receipt, Reversal};
use folkmoot::plain::{Day, Member, Quantity};
use schemars::JsonSchema;
use serde::Serialize;

use super::finding::{Text, dated};
use super::ledger::ledger;
use super::shelf::Written;
use super::{Asked, misasked};
use crate::Trouble;
use crate::room::LeftOut;

/// How many points of an account's course are given at most, or a few more.
const POINTS: usize = 600;

/// What allows an outflow, by name.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AllowedBy<'a> {
    /// The number of the decision, where it is one that is here.
    number: Option<u32>,
    /// What the decision or the budget is called, where it is here.
    name: Option<&'a str>,
}

/// A transaction in the journal, or the opposite of one.
#[derive(Debug, Serialize, JsonSchema)]
struct JournalLine<'a> {
    /// The transaction's act.
    id: ActId,
    /// The day, of the reversal where it is one.
    day: Day,
    /// In words.
    text: &'a str,
    /// What each account gained.
    postings: Vec<Posting>,
    /// What allows it.
    cites: Option<&'a Cites>,
    /// What that is called.
    allowed_by: Option<AllowedBy<'a>>,
    /// Whether something goes out and nothing that allows it is named.
    uncited_outflow: bool,
    /// The reversal, on a line that takes a transaction back.
    reverses: Option<&'a Reversal>,
    /// Whether another line takes it back.
    reversed: bool,
    /// What takes it back.
    taken_back: Option<&'a Reversal>,
    /// The paper behind it.
    receipt: Option<&'a Receipt>,
    /// Whether that paper is here; none where there is no paper.
    receipt_is_here: Option<bool>,
    /// Why that paper is not taken in, where it is not here and is not awaited either.
    receipt_left_out: Option<LeftOut>,
    /// The member whose laptop wrote the transaction.
    by: Member,
    /// When that laptop's clock says so, in seconds since 1970.
    claimed_at: i64,
    /// What the account holds after it, by commodity, where one account is asked for.
    running: Option<BTreeMap<String, Quantity>>,
}

/// Transactions in order.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Journal<'a> {
    /// The account that was asked for.
    account: Option<&'a str>,
    /// What ever moved in that account.
    commodities: Vec<String>,
    /// By day, then in the order of entries; only some, where so many are asked for.
    lines: Vec<JournalLine<'a>>,
    /// How many there are.
    of: usize,
    /// How many of them have what is looked for.
    found: usize,
}

/// What an account held at the end of a day.
#[derive(Debug, Serialize, JsonSchema)]
struct HeldOn {
    /// The day.
    day: Day,
    /// How much.
    holds: Quantity,
}

/// What an account held of one commodity as days went by.
#[derive(Debug, Serialize, JsonSchema)]
struct CommodityCourse<'a> {
    /// Of what.
    commodity: &'a String,
    /// Days on which it changed; where they are very many, the last of every few, with the most and the least that was ever held.
    days: Vec<HeldOn>,
}

/// What one account held as days went by.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Course<'a> {
    /// The account.
    account: &'a String,
    /// By commodity.
    commodities: Vec<CommodityCourse<'a>>,
}

pub(super) fn journal<'a>(asked: &Asked<'a>) -> Result<Journal<'a>, Trouble> {
    let part = asked.part("journal")?;
    let left_out = LeftOutPapers { asked, papers: OnceCell::new() };
    let by_then = asked.shelf.journal.lines().take_while(|(line, _)| line.day <= asked.as_of);
    let has = |text: Option<&Text>| part.words().is_none_or(|needle| text.is_some_and(|text| needle.is_in(text)));
    let Some(account) = part.word else {
        let mut of = 0;
        let fits = by_then.inspect(|_| of += 1).filter(|(_, text)| has(*text)).map(|(line, _)| line).collect();
        let (found, wanted) = part.of(fits);
        let lines = wanted.into_iter().filter_map(|line| line_of(ledger(asked), line)).map(|line| shown(&left_out, &line, None));
        return if part.commodity.is_some() {
            Err(misasked("journal"))
        } else {
            Ok(Journal { account: None, commodities: Vec::new(), lines: lines.collect(), of, found })
        };
    };
    if !ledger(asked).accounts.contains_key(account) {
        return Err(Trouble::NotInTheBook { what: "account", asked: account.to_owned() });
    }
    let own = |posting: &&Posting| posting.account == account;
    let moves = |line: &Line<'_>| {
        let mut moved = line.transaction.postings.iter().filter(own).map(|posting| posting.commodity.as_str());
        moved.any(|moved| part.commodity.is_none_or(|wanted| wanted == moved))
    };
    let lines: Vec<(Line<'a>, bool)> =
        by_then.filter_map(|(line, text)| Some((line_of(ledger(asked), line)?, has(text)))).filter(|(line, _)| moves(line)).collect();
    let (found, wanted) = part.of((0..lines.len()).filter(|at| lines.get(*at).is_some_and(|(_, has)| *has)).collect());
    let mut wanted = wanted.into_iter().peekable();
    let mut running = BTreeMap::new();
    let mut given = Vec::new();
    for (at, (line, _)) in lines.iter().enumerate() {
        for posting in line.transaction.postings.iter().filter(own) {
            let sum = running.entry(posting.commodity.clone()).or_insert(Quantity::ZERO);
            *sum = *sum + if line.reversal.is_some() { posting.quantity.reversed() } else { posting.quantity };
        }
        if wanted.next_if_eq(&at).is_some() {
            given.push(shown(&left_out, line, Some(running.clone())));
        }
    }
    Ok(Journal { account: Some(account), commodities: running.into_keys().collect(), lines: given, of: lines.len(), found })
}

fn line_of<'a>(ledger: &'a Ledger, line: &Written) -> Option<Line<'a>> {
    let reversal = if line.back { Some(ledger.reversal(&line.transaction)?) } else { None };
    Some(Line { transaction: ledger.transactions.get(&line.transaction)?, reversal })
}

/// What can be found of a line of the journal.
pub(super) fn words(ledger: &Ledger, line: &Written) -> Text {
    let Some(line) = line_of(ledger, line) else { return Text::of("", []) };
    let reason = line.reversal.map_or("", |reversal| reversal.reason.as_str());
    let day = dated(line.reversal.map_or(line.transaction.day, |reversal| reversal.day));
    let moved = |posting: &Posting| {
        let quantity = if line.reversal.is_some() { posting.quantity.reversed() } else { posting.quantity };
        format!("{} {quantity} {}", posting.account, posting.commodity)
    };
    let moved: Vec<String> = line.transaction.postings.iter().map(moved).collect();
    Text::of(&line.transaction.text, [&*day, reason].into_iter().chain(moved.iter().map(String::as_str)))
}

fn shown<'a>(left_out: &LeftOutPapers<'_, 'a>, line: &Line<'a>, running: Option<BTreeMap<String, Quantity>>) -> JournalLine<'a> {
    let asked = left_out.asked;
    let transaction = line.transaction;
    let mut postings = transaction.postings.clone();
    if line.reversal.is_some() {
        postings.iter_mut().for_each(|posting| posting.quantity = posting.quantity.reversed());
    }
    let receipt = transaction.receipt.as_ref();
    let receipt_is_here = receipt.map(|receipt| is_here(asked, receipt));
    let taken_back = ledger(asked).reversal(&transaction.entry.id).filter(|reversal| line.reversal.is_none() && asked.by(reversal.day));
    JournalLine {
        id: transaction.entry.id,
        day: line.reversal.map_or(transaction.day, |reversal| reversal.day),
        text: &transaction.text,
        postings,
        cites: transaction.cites.as_ref(),
        allowed_by: transaction.cites.as_ref().map(|cites| allowed_by(asked, cites)),
        uncited_outflow: transaction.goes_out() && transaction.cites.is_none(),
        reverses: line.reversal,
        reversed: taken_back.is_some(),
        taken_back,
        receipt,
        receipt_is_here,
        receipt_left_out: receipt.filter(|_| receipt_is_here == Some(false)).and_then(|receipt| left_out.why(receipt)),
        by: transaction.entry.by,
        claimed_at: transaction.entry.claimed_at,
        running,
    }
}

pub(super) fn allowed_by<'a>(asked: &Asked<'a>, cites: &Cites) -> AllowedBy<'a> {
    let minutes = &asked.fold.book().commons.minutes;
    match cites {
        Cites::Decision(decision) => {
            let decision = minutes.decisions.get(decision);
            let motion = decision.and_then(|decision| minutes.motions.get(&decision.motion));
            AllowedBy { number: decision.map(|decision| decision.number), name: motion.map(|motion| motion.title.as_str()) }
        }
        Cites::Budget(budget) => AllowedBy { number: None, name: ledger(asked).budgets.get(budget).map(|budget| budget.name.as_str()) },
    }
}

pub(super) fn account<'a>(asked: &Asked<'a>) -> Result<Course<'a>, Trouble> {
    let account = asked.word(0, "account")?;
    let missing = || Trouble::NotInTheBook { what: "account", asked: account.to_owned() };
    let (account, _) = ledger(asked).accounts.get_key_value(account).ok_or_else(missing)?;
    let courses = ledger(asked).gains(account).map(|(commodity, gains)| {
        let mut sum = Quantity::ZERO;
        let days = gains.range(..=asked.as_of).map(|(day, gain)| {
            sum = sum + *gain;
            HeldOn { day: *day, holds: sum }
        });
        CommodityCourse { commodity, days: thinned(days.collect()) }
    });
    Ok(Course { account, commodities: courses.filter(|course| !course.days.is_empty()).collect() })
}

/// As many points as a line can show: the most and the least that was ever held, and the last of every few.
fn thinned(days: Vec<HeldOn>) -> Vec<HeldOn> {
    let every = days.len().div_ceil(POINTS).max(1);
    let (last, most, least) = (days.len().saturating_sub(1), days.iter().map(|on| on.holds).max(), days.iter().map(|on| on.holds).min());
    let stays = |at: usize, on: &HeldOn| (last - at).is_multiple_of(every) || Some(on.holds) == most || Some(on.holds) == least;
    days.into_iter().enumerate().filter(|(at, on)| stays(*at, on)).map(|(_, on)| on).collect()
}

/// A paper travels after the act that names it, so it may not be here yet.
fn is_here(asked: &Asked<'_>, receipt: &Receipt) -> bool {
    let ring = folkmoot::change::Ring::Commons;
    asked.desk.archive.file_is_here(asked.assembly, ring, receipt.hash).unwrap_or(false)
}

/// Why papers that are not here are not asked for either: measured once in a look, when it first shows one that is not here.
struct LeftOutPapers<'d, 'a> {
    asked: &'d Asked<'a>,
    papers: OnceCell<BTreeMap<FileHash, LeftOut>>,
}

impl LeftOutPapers<'_, '_> {
    fn why(&self, receipt: &Receipt) -> Option<LeftOut> {
        let papers = self.papers.get_or_init(|| {
            let papers = self.asked.desk.papers_not_here(self.asked.assembly).unwrap_or_default();
            papers.into_iter().filter_map(|(hash, left_out)| Some((hash, left_out?))).collect()
        });
        papers.get(&receipt.hash).copied()
    }
}
