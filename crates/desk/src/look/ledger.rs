//! The ledger: what is held, what happened, what is in question. Nothing here nets one town against another (I8).

use std::collections::BTreeMap;

use folkmoot::act::Entry;
use folkmoot::id::ActId;
use folkmoot::ledger::{Balances as Sums, Budget, Cites, Closing, Ledger, Line, Posting, Receipt, Reversal, Transaction};
use folkmoot::plain::{Day, Member, Quantity};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::Trouble;

/// An account and what it holds.
#[derive(Debug, Serialize, JsonSchema)]
struct Account<'a> {
    /// Its name.
    account: &'a str,
    /// What it is for.
    note: Option<&'a str>,
    /// What it holds, by commodity; none where that comes to nothing.
    holds: Option<BTreeMap<String, Quantity>>,
}

/// Accounts and what they hold.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Accounts<'a> {
    /// Whether which accounts there were goes by what clocks claimed.
    by_claims: bool,
    /// By name.
    accounts: Vec<Account<'a>>,
}

/// What every account holds, over all quarters.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Balances {
    /// By account, then commodity; what comes to nothing is left out.
    balances: Sums,
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
    /// Whether something goes out and nothing that allows it is named.
    uncited_outflow: bool,
    /// The reversal, on a line that takes a transaction back.
    reverses: Option<&'a Reversal>,
    /// Whether another line takes it back.
    reversed: bool,
    /// The paper behind it.
    receipt: Option<&'a Receipt>,
    /// Whether that paper is here; none where there is no paper.
    receipt_is_here: Option<bool>,
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
    account: Option<&'a String>,
    /// By day, then in the order of entries; only the latest, where so many are asked for.
    lines: Vec<JournalLine<'a>>,
    /// How many there are.
    of: usize,
}

/// A standing budget and what is left of it.
#[derive(Debug, Serialize, JsonSchema)]
struct BudgetLeft<'a> {
    /// Its act.
    id: ActId,
    /// What it says.
    budget: &'a Budget,
    /// What was spent, by commodity.
    spent: BTreeMap<String, Quantity>,
    /// What is left, by commodity.
    left: BTreeMap<&'a String, Quantity>,
    /// Whether its last day is past.
    over: bool,
}

/// Standing budgets and what is left of them.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Budgets<'a> {
    /// By act.
    budgets: Vec<BudgetLeft<'a>>,
}

/// Closings, and the counts that later entries put in question.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Closings<'a> {
    /// By act.
    closings: Vec<&'a Closing>,
    /// Counts that the ledger no longer agrees with.
    questions: Vec<Question<'a>>,
}

/// An entry that a closing had not seen.
#[derive(Debug, Serialize, JsonSchema)]
struct Unseen<'a> {
    /// The transaction's act.
    id: ActId,
    /// In words.
    text: &'a str,
    /// The member whose laptop wrote it.
    by: Member,
}

/// A count that the ledger no longer agrees with, with the entries that the closing had not seen, and who wrote them (I6).
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Question<'a> {
    /// The closing's act.
    closing: &'a Entry,
    /// The account.
    account: &'a str,
    /// Of what.
    commodity: &'a str,
    /// How much was counted.
    counted: Quantity,
    /// How much the ledger says.
    balance: Quantity,
    /// The entries that may be why.
    not_seen_by_the_closing: Vec<Unseen<'a>>,
}

fn ledger<'a>(asked: &Asked<'a>) -> &'a Ledger {
    &asked.fold.book().commons.ledger
}

pub(super) fn accounts<'a>(asked: &Asked<'a>) -> Result<Accounts<'a>, Trouble> {
    let mut balances = ledger(asked).balances(asked.as_of);
    let accounts = ledger(asked).accounts.iter().filter_map(|(account, opened)| {
        let holds = balances.remove(account);
        let was_opened = || opened.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at));
        let note = opened.values().next().and_then(|(_, note)| note.as_deref());
        (holds.is_some() || was_opened()).then_some(Account { account, note, holds })
    });
    Ok(Accounts { by_claims: asked.day.is_some(), accounts: accounts.collect() })
}

pub(super) fn balances(asked: &Asked<'_>) -> Result<Balances, Trouble> {
    Ok(Balances { balances: ledger(asked).balances(asked.as_of) })
}

pub(super) fn journal<'a>(asked: &Asked<'a>) -> Result<Journal<'a>, Trouble> {
    let (account, latest) = asked.latest("journal")?;
    if let Some(account) = account.filter(|account| !ledger(asked).accounts.contains_key(*account)) {
        return Err(Trouble::NotInTheBook { what: "account", asked: account.clone() });
    }
    let touches =
        |line: &Line<'_>| account.is_none_or(|account| line.transaction.postings.iter().any(|posting| posting.account == *account));
    let mut running = BTreeMap::new();
    let lines = ledger(asked).journal(asked.as_of).into_iter().filter(touches);
    let mut lines: Vec<JournalLine<'_>> = lines.map(|line| shown(asked, &line, account, &mut running)).collect();
    let (of, earlier) = (lines.len(), lines.len().saturating_sub(latest));
    Ok(Journal { account, of, lines: lines.split_off(earlier) })
}

fn shown<'a>(asked: &Asked<'a>, line: &Line<'a>, account: Option<&String>, running: &mut BTreeMap<String, Quantity>) -> JournalLine<'a> {
    let transaction = line.transaction;
    let mut postings = transaction.postings.clone();
    if line.reversal.is_some() {
        postings.iter_mut().for_each(|posting| posting.quantity = posting.quantity.reversed());
    }
    for posting in postings.iter().filter(|posting| Some(&posting.account) == account) {
        let sum = running.entry(posting.commodity.clone()).or_insert(Quantity::ZERO);
        *sum = *sum + posting.quantity;
    }
    let taken_back = || ledger(asked).reversal(&transaction.entry.id).is_some_and(|reversal| asked.by(reversal.day));
    JournalLine {
        id: transaction.entry.id,
        day: line.reversal.map_or(transaction.day, |reversal| reversal.day),
        text: &transaction.text,
        postings,
        cites: transaction.cites.as_ref(),
        uncited_outflow: transaction.goes_out() && transaction.cites.is_none(),
        reverses: line.reversal,
        reversed: line.reversal.is_none() && taken_back(),
        receipt: transaction.receipt.as_ref(),
        receipt_is_here: transaction.receipt.is_some().then(|| receipt_is_here(asked, transaction)),
        by: transaction.entry.by,
        claimed_at: transaction.entry.claimed_at,
        running: account.map(|_| running.clone()),
    }
}

/// A paper travels after the act that names it, so it may not be here yet.
fn receipt_is_here(asked: &Asked<'_>, transaction: &Transaction) -> bool {
    asked.desk.receipt(asked.assembly, transaction.entry.id).is_ok()
}

pub(super) fn budgets<'a>(asked: &Asked<'a>) -> Result<Budgets<'a>, Trouble> {
    let budgets = ledger(asked).budgets.iter().filter(|(_, budget)| asked.decided_by(&budget.decision)).map(|(id, budget)| {
        let spent = ledger(asked).spent(id, asked.as_of);
        let gone = |commodity: &String| spent.get(commodity).copied().unwrap_or(Quantity::ZERO);
        let left = budget.limits.iter().map(|limit| (&limit.commodity, limit.quantity - gone(&limit.commodity))).collect();
        BudgetLeft { id: *id, budget, spent, left, over: budget.until < asked.as_of }
    });
    Ok(Budgets { budgets: budgets.collect() })
}

pub(super) fn closings<'a>(asked: &Asked<'a>) -> Result<Closings<'a>, Trouble> {
    let closings = ledger(asked).closings.values().filter(|closing| asked.by(closing.until));
    Ok(Closings { closings: closings.collect(), questions: questions(asked) })
}

/// The counts that later entries put in question.
pub(super) fn questions<'a>(asked: &Asked<'a>) -> Vec<Question<'a>> {
    let questions = ledger(asked).questions().into_iter().filter(|question| asked.by(question.closing.until));
    let shown = questions.map(|question| Question {
        closing: &question.closing.entry,
        account: &question.counted.account,
        commodity: &question.counted.commodity,
        counted: question.counted.quantity,
        balance: question.balance,
        not_seen_by_the_closing: unseen(asked, question.closing, &question.counted.account),
    });
    shown.collect()
}

fn unseen<'a>(asked: &Asked<'a>, closing: &Closing, account: &str) -> Vec<Unseen<'a>> {
    let later = ledger(asked).journal(closing.until).into_iter().filter_map(|line| {
        let entry = line.reversal.map_or(&line.transaction.entry, |reversal| &reversal.entry);
        let is_later =
            line.transaction.postings.iter().any(|posting| posting.account == account) && !asked.fold.before(&entry.id, &closing.entry.id);
        is_later.then_some(Unseen { id: line.transaction.entry.id, text: &line.transaction.text, by: entry.by })
    });
    later.collect()
}
