//! The acts of the ledger.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::Standing;
use crate::id::{ActId, FileHash};
use crate::plain::{Day, Duty, Quantity};

/// So much of one commodity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// How much.
    pub quantity: Quantity,
    /// Of what: EUR, kg flour, h.
    pub commodity: String,
}

/// One line of a transaction: what an account gains, or, below nothing, gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// The account.
    pub account: String,
    /// How much.
    pub quantity: Quantity,
    /// Of what.
    pub commodity: String,
}

/// What allows an outflow (I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Cites {
    /// A decision of the assembly.
    Decision(ActId),
    /// A standing budget.
    Budget(ActId),
}

/// A paper or picture that lies beside the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Its file name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// BLAKE3 of its bytes.
    pub hash: FileHash,
}

/// What was counted, in a box or a store, when the accounts were closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// The account.
    pub account: String,
    /// How much there was.
    pub quantity: Quantity,
    /// Of what.
    pub commodity: String,
}

/// What can be done in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "LedgerAct")]
pub enum Act {
    /// Opens an account.
    #[serde(rename = "ledger.open")]
    Open {
        /// Its name: assets, income, expenses or equity, then parts after colons.
        account: String,
        /// What it is for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Sets a standing budget that outflows may cite.
    #[serde(rename = "ledger.budget")]
    Budget {
        /// The decision behind it.
        decision: ActId,
        /// What it is called.
        name: String,
        /// The accounts that it may be spent to.
        accounts: Vec<String>,
        /// The most of each commodity.
        limits: Vec<Amount>,
        /// The last day.
        until: Day,
    },
    /// Records a transaction.
    #[serde(rename = "ledger.post")]
    Post {
        /// The day on which it happened.
        day: Day,
        /// In words: what, from whom or to whom.
        text: String,
        /// Its lines, which come to nothing in every commodity.
        postings: Vec<Posting>,
        /// What allows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cites: Option<Cites>,
        /// The paper behind it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        receipt: Option<Receipt>,
    },
    /// Takes a transaction back by its opposite.
    #[serde(rename = "ledger.reverse")]
    Reverse {
        /// Which.
        transaction: ActId,
        /// The day of the reversal.
        day: Day,
        /// Why.
        reason: String,
    },
    /// Closes accounts up to a day, with what was counted (binding).
    #[serde(rename = "ledger.close")]
    Close {
        /// Which accounts.
        accounts: Vec<String>,
        /// The last day that is closed.
        until: Day,
        /// What was counted in them.
        counted: Vec<Counted>,
    },
}

impl Act {
    /// The quarter, or the list of accounts, whose document files the act; no rule reads it.
    pub fn section(&self) -> String {
        match self {
            Act::Open { .. } | Act::Budget { .. } => "accounts".to_owned(),
            Act::Post { day, .. } | Act::Reverse { day, .. } => day.quarter(),
            Act::Close { until, .. } => until.quarter(),
        }
    }

    /// The accounts that it writes in: of a reversal, those of the transaction, whose lines are asked for. A closing writes in none.
    pub(crate) fn writes_in<'a>(&'a self, lines_of: &dyn Fn(&ActId) -> Option<&'a [Posting]>) -> Vec<&'a str> {
        let of_lines = |lines: &'a [Posting]| lines.iter().map(|line| line.account.as_str()).collect();
        match self {
            Act::Open { account, .. } => vec![account],
            Act::Budget { accounts, .. } => accounts.iter().map(String::as_str).collect(),
            Act::Post { postings, .. } => of_lines(postings),
            Act::Reverse { transaction, .. } => lines_of(transaction).map_or_else(Vec::new, of_lines),
            Act::Close { .. } => Vec::new(),
        }
    }

    pub(crate) fn receipt(&self) -> Option<&Receipt> {
        match self {
            Act::Post { receipt, .. } => receipt.as_ref(),
            Act::Open { .. } | Act::Budget { .. } | Act::Reverse { .. } | Act::Close { .. } => None,
        }
    }

    pub(crate) fn standing(&self) -> Standing {
        match self {
            Act::Close { .. } => Standing::Binding,
            Act::Open { .. } | Act::Budget { .. } | Act::Post { .. } | Act::Reverse { .. } => Standing::Deed(Duty::Treasurer),
        }
    }
}
