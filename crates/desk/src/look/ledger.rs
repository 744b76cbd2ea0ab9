//! The ledger: what is held, what happened, what is in question. Nothing here nets one town against another (I8).

use std::collections::BTreeMap;

use folkmoot::act::Entry;
use folkmoot::id::ActId;
use folkmoot::ledger::{Balances as Sums, Budget, Cites, Closing, Ledger};
use folkmoot::plain::{Member, Quantity};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::journal::{AllowedBy, allowed_by};
use super::witness::Cosigned;
use crate::{Split, Trouble};

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

/// A standing budget and what is left of it.
#[derive(Debug, Serialize, JsonSchema)]
struct BudgetLeft<'a> {
    /// Its act.
    id: ActId,
    /// What it says.
    budget: &'a Budget,
    /// What the decision behind it is called.
    allowed_by: AllowedBy<'a>,
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
    /// Towns that co-signed one.
    cosigned: Vec<Cosigned>,
    /// Where this town was shown to be two.
    split: Vec<Split>,
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

pub(super) fn ledger<'a>(asked: &Asked<'a>) -> &'a Ledger {
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

pub(super) fn budgets<'a>(asked: &Asked<'a>) -> Result<Budgets<'a>, Trouble> {
    let budgets = ledger(asked).budgets.iter().filter(|(_, budget)| asked.decided_by(&budget.decision)).map(|(id, budget)| {
        let spent = ledger(asked).spent(id, asked.as_of);
        let gone = |commodity: &String| spent.get(commodity).copied().unwrap_or(Quantity::ZERO);
        let left = budget.limits.iter().map(|limit| (&limit.commodity, limit.quantity - gone(&limit.commodity))).collect();
        BudgetLeft {
            id: *id,
            budget,
            allowed_by: allowed_by(asked, &Cites::Decision(budget.decision)),
            spent,
            left,
            over: budget.until < asked.as_of,
        }
    });
    Ok(Budgets { budgets: budgets.collect() })
}

pub(super) fn closings<'a>(asked: &Asked<'a>) -> Result<Closings<'a>, Trouble> {
    let closings = ledger(asked).closings.values().filter(|closing| asked.by(closing.until));
    let known = &ledger(asked).closings;
    let cosigned = super::witness::cosigned(asked)?.into_iter().filter(|one| known.contains_key(&one.act)).collect();
    Ok(Closings { closings: closings.collect(), cosigned, split: super::witness::split(asked)?, questions: questions(asked) })
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
