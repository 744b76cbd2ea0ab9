//! Every page in both lights and both directions: nothing that axe objects to, nothing cut off.

use crate::town::Town;
use crate::{Outcome, in_the_window, page};

/// Every page of a town with a past.
pub(crate) const PAGES: &[&str] = &[
    "home",
    "minutes",
    "minutes/2027-04-07",
    "minutes/2027-05-05",
    "minutes/decisions",
    "minutes/decisions/1",
    "minutes/actions",
    "charter",
    "charter/versions",
    "charter/compare/1/2",
    "charter/drafts",
    "ledger",
    "ledger/journal",
    "ledger/account/assets:store",
    "ledger/budgets",
    "ledger/closings",
    "mandate",
    "people",
    "people/4",
    "people/laptops",
    "people/sign",
    "people/quarantine",
    "neighbour",
    "neighbour/invite",
    "neighbour/courier",
    "search",
    "settings",
];

#[test]
fn axe_finds_nothing_and_nothing_is_cut_off_in_any_light_and_either_direction() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::with_a_past(home.path())?;
    in_the_window(home.path(), async |page| {
        let mut found = Vec::new();
        for (language, theme) in [("en", "light"), ("ar", "dark")] {
            page::dress(&page, language, theme).await?;
            for address in PAGES {
                page::open(&page, address).await?;
                let wrong = page::violations(&page).await?.into_iter().chain(page::overflowing(&page).await?);
                found.extend(wrong.map(|wrong| format!("{address} ({language}, {theme}): {wrong}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
}
