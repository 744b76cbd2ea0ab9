//! Accounts by their names, as the ledger has them and mandates name them: which texts are one, and which account lies in which.

/// What an account's name may begin with; there are no debts to or from anyone (I8).
const ROOTS: [&str; 4] = ["assets", "income", "expenses", "equity"];
/// The longest name, in bytes.
const MAX_NAME: usize = 200;

/// Whether a text is an account's name: one of the roots, then parts after colons, none of them empty.
pub(crate) fn is_name(account: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part.trim() == part && !part.contains(char::is_control);
    let root = account.split(':').next().unwrap_or_default();
    account.split(':').all(plain) && ROOTS.contains(&root) && account.len() <= MAX_NAME
}

/// Whether an account is one of those that somebody keeps, or lies below one; whoever keeps none by name keeps the whole ledger.
pub(crate) fn lies_in(account: &str, kept: &[String]) -> bool {
    let is_below = |rest: &str| rest.is_empty() || rest.starts_with(':');
    kept.is_empty() || kept.iter().any(|above| account.strip_prefix(above.as_str()).is_some_and(is_below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_lies_in_another_part_by_part() {
        let kept = ["assets:water".to_owned(), "expenses:water".to_owned()];
        for inside in ["assets:water", "assets:water:tank", "expenses:water:pipes"] {
            assert!(lies_in(inside, &kept), "{inside}");
        }
        for outside in ["assets", "assets:waterworks", "income:water", "assets:bread:water", ""] {
            assert!(!lies_in(outside, &kept), "{outside}");
        }
        assert!(lies_in("assets:bread", &[]));
    }
}
