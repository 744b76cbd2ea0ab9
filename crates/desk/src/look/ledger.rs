//! The ledger: what is held, what happened, what is in question. Nothing here nets one town against another (I8).

use folkmoot::ledger::{Ledger, Line, Transaction};
use folkmoot::plain::Quantity;
use serde_json::{Value as Json, json};

use super::{Asked, plain};
use crate::Trouble;

fn ledger<'a>(asked: &'a Asked<'_>) -> &'a Ledger {
    &asked.fold.book().commons.ledger
}

pub(super) fn accounts(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let balances = ledger(asked).balances(asked.as_of);
    let accounts: Vec<Json> = ledger(asked)
        .accounts
        .iter()
        .filter(|(account, opened)| balances.contains_key(*account) || opened.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at)))
        .map(|(account, opened)| {
            let note = opened.values().next().and_then(|(_, note)| note.clone());
            json!({ "account": account, "note": note, "holds": balances.get(account) })
        })
        .collect();
    Ok(json!({ "by_claims": asked.day.is_some(), "accounts": accounts }))
}

pub(super) fn balances(asked: &Asked<'_>) -> Result<Json, Trouble> {
    Ok(json!({ "balances": ledger(asked).balances(asked.as_of) }))
}

pub(super) fn journal(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let account = asked.words.first();
    if let Some(account) = account.filter(|account| !ledger(asked).accounts.contains_key(*account)) {
        return Err(Trouble::NotInTheBook { what: "account", asked: account.clone() });
    }
    let touches =
        |line: &Line<'_>| account.is_none_or(|account| line.transaction.postings.iter().any(|posting| posting.account == *account));
    let mut running = std::collections::BTreeMap::new();
    let lines: Vec<Json> = ledger(asked)
        .journal(asked.as_of)
        .iter()
        .filter(|line| touches(line))
        .map(|line| shown(asked, line, account, &mut running))
        .collect();
    Ok(json!({ "account": account, "lines": lines }))
}

fn shown(asked: &Asked<'_>, line: &Line<'_>, account: Option<&String>, running: &mut std::collections::BTreeMap<String, Quantity>) -> Json {
    let transaction = line.transaction;
    let mut postings = transaction.postings.clone();
    if line.reversal.is_some() {
        postings.iter_mut().for_each(|posting| posting.quantity = posting.quantity.reversed());
    }
    for posting in postings.iter().filter(|posting| Some(&posting.account) == account) {
        let sum = running.entry(posting.commodity.clone()).or_insert(Quantity::ZERO);
        *sum = *sum + posting.quantity;
    }
    let day = line.reversal.map_or(transaction.day, |reversal| reversal.day);
    json!({
        "id": transaction.entry.id, "day": day, "text": transaction.text, "postings": postings, "cites": transaction.cites,
        "uncited_outflow": transaction.goes_out() && transaction.cites.is_none(), "reverses": line.reversal.map(plain),
        "reversed": line.reversal.is_none() && ledger(asked).reversal(&transaction.entry.id).is_some_and(|reversal| asked.by(reversal.day)),
        "receipt": transaction.receipt, "receipt_is_here": transaction.receipt.is_some().then(|| receipt_is_here(asked, transaction)), "by": transaction.entry.by, "claimed_at": transaction.entry.claimed_at,
        "running": account.map(|_| running.clone()),
    })
}

/// A paper travels after the act that names it, so it may not be here yet.
fn receipt_is_here(asked: &Asked<'_>, transaction: &Transaction) -> bool {
    asked.desk.receipt(asked.assembly, transaction.entry.id).is_ok()
}

pub(super) fn budgets(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let budgets: Vec<Json> = ledger(asked)
        .budgets
        .iter()
        .filter(|(_, budget)| asked.decided_by(&budget.decision))
        .map(|(id, budget)| {
            let spent = ledger(asked).spent(id, asked.as_of);
            let left: std::collections::BTreeMap<&String, Quantity> = budget
                .limits
                .iter()
                .map(|limit| (&limit.commodity, limit.quantity - spent.get(&limit.commodity).copied().unwrap_or(Quantity::ZERO)))
                .collect();
            json!({ "id": id, "budget": budget, "spent": spent, "left": left, "over": budget.until < asked.as_of })
        })
        .collect();
    Ok(json!({ "budgets": budgets }))
}

pub(super) fn closings(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let closings: Vec<Json> = ledger(asked).closings.values().filter(|closing| asked.by(closing.until)).map(plain).collect();
    Ok(json!({ "closings": closings, "questions": questions(asked) }))
}

/// Each question with the entries that the closing had not seen, and who wrote them (I6).
pub(super) fn questions(asked: &Asked<'_>) -> Vec<Json> {
    let unseen = |closing: folkmoot::id::ActId, account: &str, until: folkmoot::plain::Day| -> Vec<Json> {
        let lines = ledger(asked).journal(until);
        let later = lines.iter().filter(|line| {
            let id = line.reversal.map_or(line.transaction.entry.id, |reversal| reversal.entry.id);
            line.transaction.postings.iter().any(|posting| posting.account == account) && !asked.fold.before(&id, &closing)
        });
        later.map(|line| json!({ "id": line.transaction.entry.id, "text": line.transaction.text, "by": line.reversal.map_or(line.transaction.entry.by, |reversal| reversal.entry.by) })).collect()
    };
    let questions = ledger(asked).questions();
    let shown = questions.iter().filter(|question| asked.by(question.closing.until)).map(|question| {
        json!({
            "closing": question.closing.entry, "account": question.counted.account, "commodity": question.counted.commodity,
            "counted": question.counted.quantity, "balance": question.balance,
            "not_seen_by_the_closing": unseen(question.closing.entry.id, &question.counted.account, question.closing.until),
        })
    });
    shown.collect()
}
