//! The ledger.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::plain::{Day, Quantity};
use folkmoot_desk::Trouble;
use serde_json::{Value as Json, json};

use super::At;
use folkmoot_host::files;

#[derive(Debug, Subcommand)]
pub(crate) enum LedgerVerb {
    /// Open accounts: assets, income, expenses or equity, then parts after colons.
    Open {
        /// Their names, like assets:store.
        #[arg(required = true)]
        accounts: Vec<String>,
    },
    /// Something came in: ledger in 40 "kg flour" --from "Cedar Falls".
    In(Moved),
    /// Something went out: ledger out 12.50 EUR --to "the roof" --decision 3.
    Out(Moved),
    /// Record a transaction line by line; the lines come to nothing in every commodity.
    Post {
        /// What happened, in words.
        text: String,
        /// A line: "assets:store 40 kg flour"; at least two.
        #[arg(long = "line", value_name = "ACCOUNT QUANTITY COMMODITY", required = true)]
        lines: Vec<String>,
        #[command(flatten)]
        behind: Behind,
    },
    /// Take a transaction back by its opposite.
    Reverse {
        /// Its id or the first letters.
        transaction: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// The day; today unless said otherwise.
        #[arg(long)]
        day: Option<Day>,
    },
    /// Set a standing budget.
    Budget {
        /// What it is called.
        name: String,
        /// An account that it may be spent to.
        #[arg(long = "account", required = true)]
        accounts: Vec<String>,
        /// The most of a commodity: "200 EUR".
        #[arg(long = "limit", required = true, value_name = "QUANTITY COMMODITY")]
        limits: Vec<String>,
        /// The last day.
        #[arg(long)]
        until: Day,
        /// The decision's number.
        #[arg(long)]
        decision: String,
    },
    /// Close accounts up to a day with what was counted; other holders sign.
    Close {
        /// The last day that is closed.
        until: Day,
        /// An account to close.
        #[arg(long = "account", required = true)]
        accounts: Vec<String>,
        /// What was counted: "assets:store 40 kg flour"; everything that the accounts hold.
        #[arg(long = "counted", value_name = "ACCOUNT QUANTITY COMMODITY")]
        counted: Vec<String>,
        /// The day may lie ahead of today.
        #[arg(long)]
        ahead: bool,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct Moved {
    /// How much.
    #[arg(allow_negative_numbers = true)]
    quantity: Quantity,
    /// Of what.
    commodity: String,
    /// From whom, or to whom or what.
    #[arg(long, visible_alias = "from")]
    to: String,
    /// The account of what the assembly has.
    #[arg(long, default_value = "assets:store")]
    account: String,
    /// The account on the other side.
    #[arg(long)]
    other: Option<String>,
    #[command(flatten)]
    behind: Behind,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Behind {
    /// The day on which it happened; today unless said otherwise.
    #[arg(long)]
    day: Option<Day>,
    /// The day may lie ahead of today.
    #[arg(long)]
    ahead: bool,
    /// The decision that allows it, by number.
    #[arg(long, conflicts_with = "budget")]
    decision: Option<String>,
    /// The standing budget that allows it, by id.
    #[arg(long)]
    budget: Option<String>,
    /// A paper to keep beside it.
    #[arg(long, value_name = "FILE")]
    receipt: Option<PathBuf>,
}

/// Splits "account quantity commodity" at the first part that is a quantity: accounts and commodities may hold spaces.
fn line(text: &str) -> Result<Json, Trouble> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let found = words.iter().enumerate().skip(1).find_map(|(at, word)| Some((at, word.parse::<Quantity>().ok()?)));
    let Some((at, quantity)) = found.filter(|(at, _)| at + 1 < words.len()) else {
        return Err(Trouble::NotInTheBook { what: "account, quantity and commodity in", asked: text.to_owned() });
    };
    Ok(json!({ "account": words[..at].join(" "), "quantity": quantity, "commodity": words[at + 1..].join(" ") }))
}

fn amount(text: &str) -> Result<Json, Trouble> {
    let (quantity, commodity) = text.trim().split_once(' ').unwrap_or((text, ""));
    Ok(json!({ "quantity": quantity, "commodity": commodity.trim() }))
}

impl At<'_> {
    fn post(&mut self, text: &str, postings: Vec<Json>, behind: &Behind) -> Result<ExitCode, Trouble> {
        let cites = match (&behind.decision, &behind.budget) {
            (Some(decision), _) => Some(json!({ "decision": self.decision(decision)? })),
            (None, Some(budget)) => Some(json!({ "budget": self.desk.find_act(self.assembly, budget)? })),
            (None, None) => None,
        };
        let receipt = match &behind.receipt {
            Some(path) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let (hash, size) = self.desk.attach(self.assembly, &name, files::read(path)?)?;
                Some(json!({ "name": name, "size": size, "hash": hash }))
            }
            None => None,
        };
        let day = behind.day.unwrap_or(self.moment.day);
        self.not_ahead(day, behind.ahead)?;
        self.remark_new_commodities(&postings)?;
        let act = json!({ "do": "ledger.post", "day": day, "text": text, "postings": postings, "cites": cites, "receipt": receipt });
        let done = self.do_all(&[act], &format!("Posted for {day}: {text}.\n "))?;
        self.remark_below_nothing(&postings, day)?;
        Ok(done)
    }

    /// A day that has not come yet is most likely a slip of the hand.
    fn not_ahead(&self, day: Day, ahead: bool) -> Result<(), Trouble> {
        let today = self.moment.day;
        if day > today && !ahead { Err(Trouble::AfterToday { day, today }) } else { Ok(()) }
    }

    /// A commodity that nobody has used before may be a misspelling of one that everybody does.
    fn remark_new_commodities(&self, postings: &[Json]) -> Result<(), Trouble> {
        let Some(ledger) = self.desk.fold(self.assembly)?.map(|fold| &fold.book().commons.ledger) else { return Ok(()) };
        let known: BTreeSet<&str> =
            ledger.transactions.values().flat_map(|known| &known.postings).map(|posting| posting.commodity.as_str()).collect();
        let named: BTreeSet<&str> = postings.iter().filter_map(|posting| posting["commodity"].as_str()).collect();
        for new in named.difference(&known).filter(|_| !known.is_empty()) {
            let all = known.iter().copied().collect::<Vec<_>>().join(", ");
            self.say.remark(&format!("{new} is new in this ledger, which so far counts in: {all}."));
        }
        Ok(())
    }

    /// What an account of the assembly's own cannot hold less of than nothing.
    fn remark_below_nothing(&self, postings: &[Json], day: Day) -> Result<(), Trouble> {
        let Some(ledger) = self.desk.fold(self.assembly)?.map(|fold| &fold.book().commons.ledger) else { return Ok(()) };
        for posting in postings {
            let (account, commodity) = (posting["account"].as_str().unwrap_or_default(), posting["commodity"].as_str().unwrap_or_default());
            let balance = ledger.balance(account, commodity, day);
            if account.starts_with("assets") && balance.is_negative() {
                self.say.remark(&format!("{account} is now below nothing: {balance} {commodity}."));
            }
        }
        Ok(())
    }

    fn moved(&mut self, moved: &Moved, came_in: bool) -> Result<ExitCode, Trouble> {
        if moved.quantity.is_negative() || moved.quantity.is_zero() {
            return Err(Trouble::NotMoreThanNothing { quantity: moved.quantity });
        }
        let commodity = moved.commodity.split_whitespace().collect::<Vec<_>>().join(" ");
        let other = moved.other.as_deref().unwrap_or(if came_in { "income:received" } else { "expenses:given" });
        let quantity = if came_in { moved.quantity } else { moved.quantity.reversed() };
        let what = format!("{} {commodity}", moved.quantity);
        let text = if came_in { format!("{what} from {}", moved.to) } else { format!("{what} to {}", moved.to) };
        let postings = vec![
            json!({ "account": moved.account, "quantity": quantity, "commodity": commodity }),
            json!({ "account": other, "quantity": quantity.reversed(), "commodity": commodity }),
        ];
        self.post(&text, postings, &moved.behind)
    }
}

pub(super) fn run(mut at: At<'_>, verb: &LedgerVerb) -> Result<ExitCode, Trouble> {
    match verb {
        LedgerVerb::Open { accounts } => {
            let acts: Vec<Json> = accounts.iter().map(|account| json!({ "do": "ledger.open", "account": account })).collect();
            at.do_all(&acts, "Opened:")
        }
        LedgerVerb::In(moved) => at.moved(moved, true),
        LedgerVerb::Out(moved) => at.moved(moved, false),
        LedgerVerb::Post { text, lines, behind } => {
            let postings = lines.iter().map(|text| line(text)).collect::<Result<Vec<_>, _>>()?;
            at.post(text, postings, behind)
        }
        LedgerVerb::Reverse { transaction, reason, day } => {
            let transaction = at.desk.find_act(at.assembly, transaction)?;
            let day = day.unwrap_or(at.moment.day);
            at.do_all(&[json!({ "do": "ledger.reverse", "transaction": transaction, "day": day, "reason": reason })], "Reversed:")
        }
        LedgerVerb::Budget { name, accounts, limits, until, decision } => {
            let limits = limits.iter().map(|text| amount(text)).collect::<Result<Vec<_>, _>>()?;
            let decision = at.decision(decision)?;
            at.do_all(&[json!({ "do": "ledger.budget", "decision": decision, "name": name, "accounts": accounts, "limits": limits, "until": until })], "Budget:")
        }
        LedgerVerb::Close { until, accounts, counted, ahead } => {
            at.not_ahead(*until, *ahead)?;
            let counted = counted.iter().map(|text| line(text)).collect::<Result<Vec<_>, _>>()?;
            at.do_all(&[json!({ "do": "ledger.close", "accounts": accounts, "until": until, "counted": counted })], "Closing:")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_have_spaces_in_account_and_commodity() {
        let split = line("expenses:given to the commons -40.5 kg flour").unwrap();
        assert_eq!(split, json!({ "account": "expenses:given to the commons", "quantity": "-40.5", "commodity": "kg flour" }));
        assert!(line("assets:store forty kg").is_err());
        assert!(line("assets:store 40").is_err());
    }
}
