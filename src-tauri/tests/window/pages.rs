//! Every page in both lights and both directions: nothing that axe objects to, nothing cut off.

use fantoccini::Client;
use serde_json::json;

use crate::screen::OLD_LAPTOP;
use crate::town::Town;
use crate::{Outcome, in_the_window, on_a_screen, page, valley};

/// The pages that every town has, be it only begun.
pub(crate) const ANYWHERE: &[&str] = &[
    "home",
    "minutes",
    "minutes/decisions",
    "minutes/actions",
    "charter",
    "charter/adopt",
    "charter/versions",
    "charter/drafts",
    "ledger",
    "ledger/journal",
    "ledger/budgets",
    "ledger/closings",
    "mandate",
    "people",
    "people/laptops",
    "people/sign",
    "people/sealed",
    "people/notes",
    "people/quarantine",
    "neighbour",
    "neighbour/invite",
    "neighbour/answer",
    "neighbour/courier",
    "neighbour/waiting",
    "search",
    "search?q=flour",
    "settings",
    "settings/quiet",
    "nowhere",
];

/// The pages that a town with a past has besides.
const OF_THE_PAST: &[&str] = &[
    "minutes/2027-04-07",
    "minutes/2027-05-05",
    "minutes/decisions/1",
    "charter/compare/1/2",
    "charter/water",
    "charter/amend",
    "charter/versions/1",
    "ledger/account/assets:store",
    "people/4",
];

/// Every page of a town with a past.
pub(crate) fn with_a_past<'a>() -> impl Iterator<Item = &'a str> {
    ANYWHERE.iter().chain(OF_THE_PAST).copied()
}

/// Pages whose first button opens a form over them.
const WITH_A_FORM: &[&str] = &[
    "minutes",
    "charter/drafts",
    "ledger",
    "ledger/budgets",
    "ledger/closings",
    "mandate",
    "people",
    "people/4",
    "people/laptops",
    "people/sealed",
    "people/notes",
];

/// Both lights in both directions.
const DRESSES: [(&str, &str); 4] = [("en", "light"), ("en", "dark"), ("ar", "light"), ("ar", "dark")];

#[test]
fn axe_finds_nothing_and_nothing_is_cut_off_in_any_light_and_either_direction() -> Outcome {
    let home = tempfile::tempdir()?;
    let town = Town::with_a_past(home.path())?;
    in_the_window(home.path(), async |page| {
        let mut found = Vec::new();
        for (language, theme) in DRESSES {
            page::dress(&page, language, theme).await?;
            for address in with_a_past().chain(town.pages.iter().map(String::as_str)) {
                page::open(&page, address).await?;
                let wrong = page::violations(&page).await?.into_iter().chain(page::overflowing(&page).await?);
                found.extend(wrong.map(|wrong| format!("{address} ({language}, {theme}): {wrong}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_in_forms_on_recovery_cards_and_on_first_screens() -> Outcome {
    let homes = tempfile::tempdir()?;
    let (mill, none) = (homes.path().join("mill"), homes.path().join("none"));
    Town::with_a_past(&mill)?;
    on_a_screen(OLD_LAPTOP, async |screen| {
        let mut found = Vec::new();
        let page = screen.window(&mill).await?;
        for (language, theme) in [("en", "light"), ("ar", "dark")] {
            page::dress(&page, language, theme).await?;
            for address in WITH_A_FORM {
                page::open(&page, address).await?;
                page::click(&page, "main header button.first").await?;
                looks_over(&page, &format!("the form of {address} ({language}, {theme})"), &mut found).await?;
                page::click(&page, "dialog[open] .head button").await?;
            }
            page::open(&page, "people/laptops").await?;
            page::click(&page, "main header button:not(.first)").await?;
            looks_over(&page, &format!("a card to be made ({language}, {theme})"), &mut found).await?;
            page::click(&page, "dialog[open] form button.first").await?;
            page::once(&page, "return document.querySelector('dialog[open] article') ? true : null", Vec::new()).await?;
            looks_over(&page, &format!("a recovery card ({language}, {theme})"), &mut found).await?;
            let code = page::once(&page, "return document.querySelector('dialog[open] textarea').value || null", Vec::new()).await?;
            page.refresh().await?;
            page::open(&page, "neighbour/answer").await?;
            page::write(&page, "main textarea", code.as_str().unwrap_or_default()).await?;
            page::click(&page, "main form button.first").await?;
            page::once(&page, "return document.querySelector('main form') ? null : true", Vec::new()).await?;
            looks_over(&page, &format!("the code of a card ({language}, {theme})"), &mut found).await?;
        }
        page.close().await?;
        let page = screen.window(&none).await?;
        for (language, theme) in [("en", "light"), ("ar", "dark")] {
            page::dress(&page, language, theme).await?;
            looks_over(&page, &format!("the first screen ({language}, {theme})"), &mut found).await?;
            for way in 1..=3 {
                page::click(&page, &format!("main ul li:nth-child({way}) button")).await?;
                looks_over(&page, &format!("way {way} of the first screen ({language}, {theme})"), &mut found).await?;
                page::choose(&page, &[]).await?;
            }
        }
        page.close().await?;
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
}

/// Pages on which people wait for one another, each with what is pressed on it.
const BETWEEN: &[(&str, &str)] = &[
    ("home", ""),
    ("neighbour", ""),
    ("neighbour/courier", ""),
    ("people/sign", ""),
    ("people/sign", "main button.by-code"),
    ("people/sign", "main .card button"),
    ("people/sealed", ""),
    ("people/sealed", "main section button.plain"),
    ("people/notes", ""),
    ("minutes/2027-03-03", "main details:last-of-type summary"),
    ("mandate", ""),
    ("mandate", "main .margin p:nth-of-type(4) button"),
    ("mandate", "main section:last-of-type .margin button"),
    ("settings/quiet", "main button.begin"),
    ("settings/quiet", "main .margin button"),
];

#[test]
fn axe_finds_nothing_and_nothing_is_cut_off_where_people_wait_for_one_another_on_quiet_days() -> Outcome {
    let homes = tempfile::tempdir()?;
    let home = homes.path().join("mill");
    let mut town = valley::millbrook(homes.path(), &home)?;
    let decision = town.decision(1)?;
    town.acts(&[json!({ "do": "quiet.begin", "decision": decision, "from": "2027-04-11", "until": "2027-04-25" })])?;
    drop(town.desk);
    in_the_window(&home, async |page| {
        let mut found = Vec::new();
        let named = town.pages.iter().map(|page| (page.as_str(), ""));
        let pages: Vec<_> = BETWEEN.iter().copied().chain(named).collect();
        for (language, theme) in [("en", "light"), ("ar", "dark")] {
            page::dress(&page, language, theme).await?;
            for (address, pressed) in &pages {
                page::open(&page, address).await?;
                if !pressed.is_empty() {
                    page::click(&page, pressed).await?;
                }
                looks_over(&page, &format!("{address} {pressed} ({language}, {theme})"), &mut found).await?;
                if !pressed.is_empty() {
                    page::choose(&page, &[]).await?;
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
}

async fn looks_over(page: &Client, what: &str, found: &mut Vec<String>) -> Outcome {
    page::at_rest(page).await?;
    let wrong = page::violations(page).await?.into_iter().chain(page::overflowing(page).await?);
    found.extend(wrong.map(|wrong| format!("{what}: {wrong}")));
    Ok(())
}

#[test]
fn nothing_is_cut_off_where_text_is_twice_as_large_or_the_window_is_narrow() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::with_a_past(home.path())?;
    in_the_window(home.path(), async |page| {
        let mut found = Vec::new();
        for (language, size, (width, height)) in [("en", "200%", (1366, 768)), ("ar", "200%", (1366, 768)), ("es", "100%", (480, 700))] {
            page.set_window_rect(0, 0, width, height).await?;
            page::dress(&page, language, "light").await?;
            page.execute("document.documentElement.style.fontSize = arguments[0]", vec![json!(size)]).await?;
            for address in with_a_past() {
                page::open(&page, address).await?;
                found.extend(
                    page::overflowing(&page).await?.into_iter().map(|wrong| format!("{address} ({language}, {size}, {width}): {wrong}")),
                );
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
}

#[test]
fn ten_thousand_rows_and_names_of_sixty_letters_are_shown_a_part_at_a_time() -> Outcome {
    const ROWS: usize = 10_000;
    let home = tempfile::tempdir()?;
    let mut town = Town::found(home.path(), "Millbrook an der Oberen Mühle bei den Drei Alten Linden am Berg", &long_name(1))?;
    let names: Vec<String> = (2..=ROWS).map(long_name).collect();
    town.enrol(&names)?;
    let accounts = ["assets:the-store-behind-the-bakery-on-the-upper-square", "income:what-the-neighbours-of-the-lower-village-brought"];
    let opened: Vec<_> = accounts.iter().map(|account| json!({ "do": "ledger.open", "account": account })).collect();
    town.acts(&opened)?;
    let entries: Vec<_> = (1..=ROWS)
        .map(|at| {
            json!({ "do": "ledger.post", "day": "2027-03-05", "text": format!("{at} kg of flour that {} brought", long_name(at)), "postings": [
                { "account": accounts[0], "quantity": format!("{at}"), "commodity": "kg flour" },
                { "account": accounts[1], "quantity": format!("-{at}"), "commodity": "kg flour" } ] })
        })
        .collect();
    for some in entries.chunks(500) {
        town.acts(some)?;
    }
    in_the_window(home.path(), async |page| {
        let mut found = Vec::new();
        for (language, theme) in [("en", "light"), ("ar", "dark")] {
            page::dress(&page, language, theme).await?;
            for address in ["home", "people", "people/9999", "people/laptops", "ledger", "ledger/journal", "search", "mandate", "minutes"] {
                page::open(&page, address).await?;
                found.extend(page::overflowing(&page).await?.into_iter().map(|wrong| format!("{address} ({language}): {wrong}")));
                let rows = page.execute("return document.querySelectorAll('main li, main tr').length", Vec::new()).await?;
                if rows.as_u64().is_none_or(|rows| rows > 1_000) {
                    found.push(format!("{address} ({language}): {rows} rows at once"));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        page::choose(&page, &[("language", "en")]).await?;
        page::open(&page, "people").await?;
        page::sees(&page, &long_name(7)).await?;
        page::open(&page, "ledger/journal").await?;
        page::sees(&page, "10000 kg of flour").await
    })
}

/// A name of sixty letters, in the letters of one of three languages.
fn long_name(at: usize) -> String {
    let name = [
        "Jonas Maria von und zu Hohenberg-Langenfeld der Jüngere",
        "María de los Ángeles Fernández de la Vega y Ortiz",
        "عبد الرحمن بن خالد بن عبد العزيز الحداد الدمشقي",
    ][at % 3];
    let whole = format!("{name} {at:05}");
    let missing = 60_usize.saturating_sub(whole.chars().count());
    format!("{whole}{}", "i".repeat(missing))
}
