//! What the ledger refuses.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Amount, Cites, Posting};
use crate::account::{self, lies_in};
use crate::act::{Author, Standing};
use crate::book::Commons;
use crate::id::ActId;
use crate::mandate::Grant;
use crate::plain::{Day, Quantity};
use crate::refusal::{Principle, Rule, rule};

/// The most lines of one transaction.
const MAX_POSTINGS: usize = 500;

/// Why the ledger says no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "LedgerRefusal")]
pub enum Refusal {
    /// An account that was opened before.
    AccountOpened {
        /// Which.
        account: String,
    },
    /// A name that does not begin with one of the roots, or has an empty part.
    AccountName {
        /// Which.
        account: String,
    },
    /// An account that no mandate of whoever writes is for.
    NotKept {
        /// Which.
        account: String,
        /// Those that they are for.
        keeps: BTreeSet<String>,
    },
    /// Accounts that whoever writes keeps by several mandates, none of them for all.
    KeptApart {
        /// Which.
        accounts: BTreeSet<String>,
    },
    /// An account for what someone owes.
    NoDebts {
        /// Which.
        account: String,
    },
    /// An account that was never opened.
    AccountUnknown {
        /// Which.
        account: String,
    },
    /// The lines do not come to nothing.
    Unbalanced {
        /// In which commodity.
        commodity: String,
        /// What they come to.
        sum: Quantity,
    },
    /// Fewer than two lines, or too many.
    Lines {
        /// How many.
        lines: usize,
    },
    /// A line of nothing.
    EmptyLine {
        /// Of which account.
        account: String,
    },
    /// Something without a name: a commodity, a budget, words for what happened.
    LedgerWithoutWords {
        /// The field.
        field: &'static str,
    },
    /// The account is closed up to that day.
    AccountClosed {
        /// Which.
        account: String,
        /// Up to when.
        until: Day,
    },
    /// No adopted decision of that id.
    LedgerWithoutDecision {
        /// Which.
        decision: ActId,
    },
    /// No such budget.
    BudgetUnknown {
        /// Which.
        budget: ActId,
    },
    /// The budget ended before that day.
    BudgetOver {
        /// Which.
        name: String,
        /// When.
        until: Day,
    },
    /// A line that the budget does not allow: another account or commodity.
    OutsideBudget {
        /// Which.
        name: String,
        /// The account that it would go to.
        account: String,
        /// The commodity.
        commodity: String,
    },
    /// More than the budget has left.
    BudgetSpent {
        /// Which.
        name: String,
        /// What is left.
        left: Quantity,
        /// Of what.
        commodity: String,
    },
    /// No such transaction.
    TransactionUnknown {
        /// Which.
        transaction: ActId,
    },
    /// It was taken back before.
    AlreadyReversed {
        /// Which.
        transaction: ActId,
    },
    /// The count differs from the ledger: the difference is posted first.
    CountDiffers {
        /// The account.
        account: String,
        /// Of what.
        commodity: String,
        /// What was counted.
        counted: Quantity,
        /// What the ledger says.
        balance: Quantity,
    },
    /// An account holds something that was not counted, or was counted twice.
    NotCounted {
        /// The account.
        account: String,
        /// Of what.
        commodity: String,
    },
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::NoDebts { .. } => rule("I8", Principle::P4),
            Refusal::NotKept { .. } | Refusal::KeptApart { .. } => rule("A4", Principle::P3),
            Refusal::AccountClosed { .. } | Refusal::AlreadyReversed { .. } => rule("I6", Principle::P5),
            Refusal::CountDiffers { .. } | Refusal::NotCounted { .. } => rule("I5", Principle::P5),
            Refusal::AccountOpened { .. }
            | Refusal::AccountName { .. }
            | Refusal::AccountUnknown { .. }
            | Refusal::Unbalanced { .. }
            | Refusal::Lines { .. }
            | Refusal::EmptyLine { .. }
            | Refusal::LedgerWithoutWords { .. }
            | Refusal::LedgerWithoutDecision { .. }
            | Refusal::BudgetUnknown { .. }
            | Refusal::BudgetOver { .. }
            | Refusal::OutsideBudget { .. }
            | Refusal::BudgetSpent { .. }
            | Refusal::TransactionUnknown { .. } => rule("I4", Principle::P5),
        }
    }
}

/// Weighs an act in the ledger.
pub fn check(act: &Act, by: &Author, book: &Commons) -> Result<(), Refusal> {
    let ledger = &book.ledger;
    kept(act, by, book)?;
    match act {
        Act::Open { account, .. } => {
            account_name(account)?;
            if ledger.accounts.contains_key(account) { Err(Refusal::AccountOpened { account: account.clone() }) } else { Ok(()) }
        }
        Act::Budget { decision, name, accounts, limits, .. } => {
            adopted(decision, book)?;
            words("name", name)?;
            accounts.iter().try_for_each(|account| opened(account, book))?;
            for Amount { quantity, commodity } in limits {
                words("commodity", commodity)?;
                if quantity.is_zero() || quantity.is_negative() {
                    return Err(Refusal::EmptyLine { account: name.clone() });
                }
            }
            if accounts.is_empty() || limits.is_empty() { Err(Refusal::Lines { lines: 0 }) } else { Ok(()) }
        }
        Act::Post { day, text, postings, cites, .. } => {
            words("text", text)?;
            balanced(postings)?;
            for posting in postings {
                opened(&posting.account, book)?;
                not_closed(&posting.account, *day, book)?;
            }
            match cites {
                Some(Cites::Decision(decision)) => adopted(decision, book),
                Some(Cites::Budget(budget)) => within_budget(budget, *day, postings, book),
                None => Ok(()),
            }
        }
        Act::Reverse { transaction, day, reason } => {
            words("reason", reason)?;
            let Some(reversed) = ledger.transactions.get(transaction) else {
                return Err(Refusal::TransactionUnknown { transaction: *transaction });
            };
            if ledger.reversal(transaction).is_some() {
                return Err(Refusal::AlreadyReversed { transaction: *transaction });
            }
            reversed.postings.iter().try_for_each(|posting| not_closed(&posting.account, *day, book))
        }
        Act::Close { accounts, until, counted } => {
            if accounts.is_empty() {
                return Err(Refusal::Lines { lines: 0 });
            }
            let mut holds = ledger.balances(*until);
            let mut seen = BTreeSet::new();
            for account in accounts {
                opened(account, book)?;
                not_closed(account, *until, book)?;
            }
            for line in counted {
                let (account, commodity) = (line.account.clone(), line.commodity.clone());
                if !accounts.contains(&account) || !seen.insert((account.clone(), commodity.clone())) {
                    return Err(Refusal::NotCounted { account, commodity });
                }
                let balance = ledger.balance(&account, &commodity, *until);
                if balance != line.quantity {
                    return Err(Refusal::CountDiffers { account, commodity, counted: line.quantity, balance });
                }
                if let Some(commodities) = holds.get_mut(&account) {
                    commodities.remove(&commodity);
                }
            }
            for account in accounts {
                if let Some(commodity) = holds.get(account).and_then(|commodities| commodities.keys().next()) {
                    return Err(Refusal::NotCounted { account: account.clone(), commodity: commodity.clone() });
                }
            }
            Ok(())
        }
    }
}

/// Whoever was asked to keep some accounts alone writes in those alone (A4). To close them is the assembly's.
fn kept(act: &Act, by: &Author, book: &Commons) -> Result<(), Refusal> {
    let Standing::Deed(duty) = act.standing() else { return Ok(()) };
    let lines_of = |transaction: &ActId| book.ledger.transactions.get(transaction).map(|known| known.postings.as_slice());
    let accounts = act.writes_in(&lines_of);
    let allowed =
        |is_for: &dyn Fn(&Grant) -> bool| book.mandate.allows(by.member, duty, &|_, grant| is_for(grant), &book.roll, &book.minutes);
    if allowed(&|grant| accounts.iter().all(|account| lies_in(account, &grant.accounts))).is_some() {
        return Ok(());
    }
    // Who does not hold the duty at all is refused by the law.
    let Some(members) = allowed(&|_| true) else { return Ok(()) };
    let theirs = || book.mandate.held(duty, &book.minutes).map(|(_, grant)| grant).filter(|grant| members.contains(&grant.member));
    if accounts.iter().all(|account| theirs().any(|grant| lies_in(account, &grant.accounts))) {
        return Err(Refusal::KeptApart { accounts: accounts.into_iter().map(str::to_owned).collect() });
    }
    let outside = accounts.into_iter().find(|account| !theirs().any(|grant| lies_in(account, &grant.accounts)));
    outside.map_or(Ok(()), |account| {
        let keeps = theirs().flat_map(|grant| grant.accounts.iter().cloned()).collect();
        Err(Refusal::NotKept { account: account.to_owned(), keeps })
    })
}

fn words(field: &'static str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::LedgerWithoutWords { field }) } else { Ok(()) }
}

fn account_name(account: &str) -> Result<(), Refusal> {
    let root = account.split(':').next().unwrap_or_default();
    if ["liabilities", "payable", "receivable", "debts"].contains(&root) {
        return Err(Refusal::NoDebts { account: account.to_owned() });
    }
    if account::is_name(account) { Ok(()) } else { Err(Refusal::AccountName { account: account.to_owned() }) }
}

fn opened(account: &str, book: &Commons) -> Result<(), Refusal> {
    if book.ledger.accounts.contains_key(account) { Ok(()) } else { Err(Refusal::AccountUnknown { account: account.to_owned() }) }
}

fn not_closed(account: &str, day: Day, book: &Commons) -> Result<(), Refusal> {
    match book.ledger.closed(account, day) {
        Some(closing) => Err(Refusal::AccountClosed { account: account.to_owned(), until: closing.until }),
        None => Ok(()),
    }
}

fn adopted(decision: &ActId, book: &Commons) -> Result<(), Refusal> {
    if book.minutes.adopted(decision).is_some() { Ok(()) } else { Err(Refusal::LedgerWithoutDecision { decision: *decision }) }
}

/// Every commodity comes to nothing on its own: flour never pays for hours.
fn balanced(postings: &[Posting]) -> Result<(), Refusal> {
    if postings.len() < 2 || postings.len() > MAX_POSTINGS {
        return Err(Refusal::Lines { lines: postings.len() });
    }
    let mut sums: BTreeMap<&str, Quantity> = BTreeMap::new();
    for posting in postings {
        words("commodity", &posting.commodity)?;
        if posting.quantity.is_zero() {
            return Err(Refusal::EmptyLine { account: posting.account.clone() });
        }
        let sum = sums.entry(&posting.commodity).or_insert(Quantity::ZERO);
        *sum = *sum + posting.quantity;
    }
    match sums.into_iter().find(|(_, sum)| !sum.is_zero()) {
        Some((commodity, sum)) => Err(Refusal::Unbalanced { commodity: commodity.to_owned(), sum }),
        None => Ok(()),
    }
}

fn within_budget(id: &ActId, day: Day, postings: &[Posting], book: &Commons) -> Result<(), Refusal> {
    let Some(budget) = book.ledger.budgets.get(id) else { return Err(Refusal::BudgetUnknown { budget: *id }) };
    let name = budget.name.clone();
    if day > budget.until {
        return Err(Refusal::BudgetOver { name, until: budget.until });
    }
    let mut spent = book.ledger.spent(id, budget.until);
    for posting in postings.iter().filter(|posting| !posting.account.starts_with("assets")) {
        let limit = budget.limits.iter().find(|limit| limit.commodity == posting.commodity);
        let (Some(limit), true) = (limit, budget.accounts.contains(&posting.account)) else {
            return Err(Refusal::OutsideBudget { name, account: posting.account.clone(), commodity: posting.commodity.clone() });
        };
        let sum = spent.entry(posting.commodity.clone()).or_insert(Quantity::ZERO);
        let left = limit.quantity - *sum;
        if posting.quantity > left {
            return Err(Refusal::BudgetSpent { name, left, commodity: posting.commodity.clone() });
        }
        *sum = *sum + posting.quantity;
    }
    Ok(())
}
