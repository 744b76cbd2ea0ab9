//! What the ledger says; balances fold over all quarters.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Amount, Cites, Counted, Posting, Receipt};
use crate::act::Entry;
use crate::id::ActId;
use crate::plain::{Day, Quantity};

/// A transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Transaction {
    /// The act.
    pub entry: Entry,
    /// The day.
    pub day: Day,
    /// In words.
    pub text: String,
    /// The lines.
    pub postings: Vec<Posting>,
    /// What allows it.
    pub cites: Option<Cites>,
    /// The paper behind it.
    pub receipt: Option<Receipt>,
}

impl Transaction {
    /// Whether something leaves what the assembly has.
    pub fn goes_out(&self) -> bool {
        self.postings.iter().any(|posting| posting.account.starts_with("assets") && posting.quantity.is_negative())
            && self.postings.iter().any(|posting| !posting.account.starts_with("assets"))
    }
}

/// A reversal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reversal {
    /// The act.
    pub entry: Entry,
    /// The day.
    pub day: Day,
    /// Why.
    pub reason: String,
}

/// A standing budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Budget {
    /// The act.
    pub entry: Entry,
    /// The decision behind it.
    pub decision: ActId,
    /// What it is called.
    pub name: String,
    /// Where it may be spent to.
    pub accounts: Vec<String>,
    /// The most of each commodity.
    pub limits: Vec<Amount>,
    /// The last day.
    pub until: Day,
}

/// A closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Closing {
    /// The act.
    pub entry: Entry,
    /// The accounts.
    pub accounts: BTreeSet<String>,
    /// The last closed day.
    pub until: Day,
    /// What was counted.
    pub counted: Vec<Counted>,
}

/// A line of the journal: a transaction, or the opposite of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line<'a> {
    /// The transaction.
    pub transaction: &'a Transaction,
    /// The reversal, on a line that takes it back.
    pub reversal: Option<&'a Reversal>,
}

/// Sums by account, then commodity.
pub type Balances = BTreeMap<String, BTreeMap<String, Quantity>>;

/// The ledger.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Ledger {
    /// Accounts, with the acts that opened them and what they said.
    pub accounts: BTreeMap<String, BTreeMap<ActId, (Entry, Option<String>)>>,
    /// Budgets.
    pub budgets: BTreeMap<ActId, Budget>,
    /// Transactions.
    pub transactions: BTreeMap<ActId, Transaction>,
    /// Reversals by transaction; several at once take it back once, by the first of them.
    pub reversals: BTreeMap<ActId, BTreeMap<ActId, Reversal>>,
    /// Closings.
    pub closings: BTreeMap<ActId, Closing>,
    /// What each account gained on each day, by commodity.
    days: BTreeMap<String, BTreeMap<String, BTreeMap<Day, Quantity>>>,
}

impl Ledger {
    fn add(&mut self, day: Day, postings: &[Posting], reversed: bool) {
        for posting in postings {
            let account = self.days.entry(posting.account.clone()).or_default();
            let days = account.entry(posting.commodity.clone()).or_default();
            let sum = days.entry(day).or_insert(Quantity::ZERO);
            *sum = *sum + if reversed { posting.quantity.reversed() } else { posting.quantity };
            if sum.is_zero() {
                days.remove(&day);
            }
        }
    }

    /// The reversal that takes a transaction back, if any.
    pub fn reversal(&self, transaction: &ActId) -> Option<&Reversal> {
        self.reversals.get(transaction)?.values().next()
    }

    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        match act.clone() {
            Act::Open { account, note } => {
                self.accounts.entry(account).or_default().insert(entry.id, (entry.clone(), note));
            }
            Act::Budget { decision, name, accounts, limits, until } => {
                self.budgets.insert(entry.id, Budget { entry: entry.clone(), decision, name, accounts, limits, until });
            }
            Act::Post { day, text, postings, cites, receipt } => {
                self.add(day, &postings, false);
                if let Some(reversal) = self.reversal(&entry.id).cloned() {
                    self.add(reversal.day, &postings, true);
                }
                self.transactions.insert(entry.id, Transaction { entry: entry.clone(), day, text, postings, cites, receipt });
            }
            Act::Reverse { transaction, day, reason } => {
                let before = self.reversal(&transaction).cloned();
                self.reversals.entry(transaction).or_default().insert(entry.id, Reversal { entry: entry.clone(), day, reason });
                let after = self.reversal(&transaction).cloned();
                if let Some(reversed) = self.transactions.get(&transaction).cloned() {
                    if let Some(before) = before {
                        self.add(before.day, &reversed.postings, false);
                    }
                    if let Some(after) = after {
                        self.add(after.day, &reversed.postings, true);
                    }
                }
            }
            Act::Close { accounts, until, counted } => {
                let closing = Closing { entry: entry.clone(), accounts: accounts.into_iter().collect(), until, counted };
                self.closings.insert(entry.id, closing);
            }
        }
    }

    /// What one account holds of one commodity at the end of a day.
    pub fn balance(&self, account: &str, commodity: &str, as_of: Day) -> Quantity {
        let days = self.days.get(account).and_then(|commodities| commodities.get(commodity));
        days.map_or(Quantity::ZERO, |days| days.range(..=as_of).map(|(_, sum)| *sum).sum())
    }

    /// What every account holds at the end of a day, over all quarters; what comes to nothing is left out.
    pub fn balances(&self, as_of: Day) -> Balances {
        let mut balances = Balances::new();
        for (account, commodities) in &self.days {
            for commodity in commodities.keys() {
                let sum = self.balance(account, commodity, as_of);
                if !sum.is_zero() {
                    balances.entry(account.clone()).or_default().insert(commodity.clone(), sum);
                }
            }
        }
        balances
    }

    /// What an account gained on each day on which that did not come to nothing, by commodity.
    pub fn gains(&self, account: &str) -> impl Iterator<Item = (&String, &BTreeMap<Day, Quantity>)> {
        self.days.get(account).into_iter().flatten()
    }

    /// The journal up to a day: transactions and their reversals, by day, then in the order of entries.
    pub fn journal(&self, as_of: Day) -> Vec<Line<'_>> {
        let mut lines: Vec<(Day, (i64, u64, ActId), Line<'_>)> = Vec::new();
        for (id, transaction) in &self.transactions {
            lines.push((transaction.day, transaction.entry.order(), Line { transaction, reversal: None }));
            if let Some(reversal) = self.reversal(id) {
                lines.push((reversal.day, reversal.entry.order(), Line { transaction, reversal: Some(reversal) }));
            }
        }
        lines.retain(|(day, ..)| *day <= as_of);
        lines.sort_by_key(|(day, order, _)| (*day, *order));
        lines.into_iter().map(|(.., line)| line).collect()
    }

    /// What was spent under a budget up to a day, by commodity: what its accounts gained, less what was taken back.
    pub fn spent(&self, budget: &ActId, as_of: Day) -> BTreeMap<String, Quantity> {
        let mut spent: BTreeMap<String, Quantity> = BTreeMap::new();
        let Some(accounts) = self.budgets.get(budget).map(|budget| &budget.accounts) else { return spent };
        let cites = Some(Cites::Budget(*budget));
        for (id, transaction) in self.transactions.iter().filter(|(_, transaction)| transaction.cites == cites) {
            let taken_back = self.reversal(id).is_some_and(|reversal| reversal.day <= as_of);
            if transaction.day <= as_of && !taken_back {
                for posting in transaction.postings.iter().filter(|posting| accounts.contains(&posting.account)) {
                    let sum = spent.entry(posting.commodity.clone()).or_insert(Quantity::ZERO);
                    *sum = *sum + posting.quantity;
                }
            }
        }
        spent
    }

    /// The closing that an account's day lies under, if any.
    pub fn closed(&self, account: &str, day: Day) -> Option<&Closing> {
        self.closings.values().find(|closing| day <= closing.until && closing.accounts.contains(account))
    }

    /// Closings whose count is no longer what the ledger says, since entries arrived that they had not seen (I6).
    pub fn questions(&self) -> Vec<Question<'_>> {
        let mut questions = Vec::new();
        for closing in self.closings.values() {
            for counted in &closing.counted {
                let balance = self.balance(&counted.account, &counted.commodity, closing.until);
                if balance != counted.quantity {
                    questions.push(Question { closing, counted, balance });
                }
            }
        }
        questions
    }
}

/// A count that the ledger no longer agrees with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question<'a> {
    /// The closing.
    pub closing: &'a Closing,
    /// What was counted.
    pub counted: &'a Counted,
    /// What the ledger says.
    pub balance: Quantity,
}
