//! The ledger (T7): random postings by three treasurers, reversals, and tampering with what was signed; the sums hold.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::SignedChange;
use folkmoot::fold::Status;
use folkmoot::id::ActId;
use folkmoot_testkit::{Chance, Laptop, size, tried};
use serde_json::{Value as Json, json};

const ACCOUNTS: [&str; 5] = ["assets:store", "assets:cash", "income:received", "expenses:given", "equity:opening"];
const COMMODITIES: [&str; 3] = ["kg flour", "EUR", "hours"];

/// A line of an entry: account, commodity, thousandths.
type Line = (String, String, i64);

/// What a person with a sheet of paper would add up, in thousandths.
type Sheet = BTreeMap<(String, String), i64>;

fn written(thousandths: i64) -> String {
    let (sign, rest) = (if thousandths < 0 { "-" } else { "" }, thousandths.unsigned_abs());
    format!("{sign}{}.{:03}", rest / 1000, rest % 1000)
}

/// A transaction of a few lines in one or two commodities, each of which comes to nothing; unless it is to be off.
fn transaction(chance: &mut Chance, off_by: i64) -> (Json, Vec<Line>) {
    let mut lines = Vec::new();
    for _ in 0..chance.between(1, 2) {
        let commodity = COMMODITIES[chance.below(COMMODITIES.len())];
        if lines.iter().any(|(_, known, _): &Line| known == commodity) {
            continue;
        }
        let mut accounts: Vec<&str> = ACCOUNTS.to_vec();
        chance.shuffle(&mut accounts);
        let count = chance.between(2, 4);
        let (sign, mut sum) = (if chance.one_in(2) { 1 } else { -1 }, 0);
        for account in &accounts[1..count] {
            let quantity = sign * (1 + chance.below(99_999) as i64);
            sum += quantity;
            lines.push(((*account).to_owned(), commodity.to_owned(), quantity));
        }
        lines.push((accounts[0].to_owned(), commodity.to_owned(), -sum));
    }
    if let Some(last) = lines.last_mut() {
        last.2 += off_by;
    }
    let postings: Vec<Json> = lines
        .iter()
        .map(|(account, commodity, quantity)| json!({ "account": account, "quantity": written(*quantity), "commodity": commodity }))
        .collect();
    let day = format!("2027-{:02}-{:02}", 1 + chance.below(12), 1 + chance.below(28));
    (json!({ "do": "ledger.post", "day": day, "text": "by the scales", "postings": postings }), lines)
}

fn add(sheet: &mut Sheet, lines: &[Line], times: i64) {
    for (account, commodity, quantity) in lines {
        *sheet.entry((account.clone(), commodity.clone())).or_default() += times * quantity;
    }
}

/// The book says what the sheet says, and every commodity comes to nothing.
fn balances(laptop: &Laptop, sheet: &Sheet, what: &str) {
    let end = "2099-12-31".parse().unwrap();
    for commodity in COMMODITIES {
        let mut all = 0;
        for account in ACCOUNTS {
            let expected = sheet.get(&(account.to_owned(), commodity.to_owned())).copied().unwrap_or_default();
            let found = laptop.fold().book().commons.ledger.balance(account, commodity, end);
            assert_eq!(found, written(expected).parse().unwrap(), "{what}: {account} in {commodity}");
            all += expected;
        }
        assert_eq!(all, 0, "{what}: {commodity}");
    }
}

#[test]
fn whatever_is_posted_and_whoever_tampers_the_sums_are_those_of_the_honest_lines() {
    let (mut chance, wanted) = (Chance::of_the_day(), size(400, 3_000));
    let (mut posted, mut tampered) = (0, 0);
    while posted + tampered < wanted {
        let mut town = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
        for account in ACCOUNTS {
            town[0].must(json!({ "do": "ledger.open", "account": account }));
        }
        let ada = town[0].clone();
        town[1..].iter_mut().for_each(|laptop| laptop.hear(&ada));
        let mut sheet = Sheet::new();
        let mut known: Vec<(usize, ActId, Vec<Line>)> = Vec::new();
        let mut forged = BTreeSet::new();
        for _ in 0..40 {
            let who = chance.below(3);
            match chance.below(8) {
                0..=3 => {
                    let (act, lines) = transaction(&mut chance, 0);
                    known.push((who, town[who].must(act), lines.clone()));
                    add(&mut sheet, &lines, 1);
                    posted += 1;
                }
                4 => {
                    // Somebody takes back what stands in their own copy; an entry is reversed once.
                    let own: Vec<usize> = (0..known.len()).filter(|at| known[*at].0 == who).collect();
                    if !own.is_empty() {
                        let (_, act, lines) = known.remove(own[chance.below(own.len())]);
                        town[who]
                            .must(json!({ "do": "ledger.reverse", "transaction": act, "day": "2027-12-31", "reason": "written twice" }));
                        add(&mut sheet, &lines, -1);
                        posted += 1;
                    }
                }
                5 => {
                    let off = [1, -1, 1000, 40_000][chance.below(4)];
                    let (act, _) = transaction(&mut chance, off);
                    assert!(town[who].act(&act).is_err(), "it does not come to nothing, and is refused here");
                    forged.insert(town[who].force(&act));
                    tampered += 1;
                }
                6 => tampered += usize::from(tamper(&town[who], &mut chance)),
                _ => {
                    let speaker = town[chance.below(3)].clone();
                    town[who].hear(&speaker);
                }
            }
        }
        for from in 0..3 {
            let speaker = town[from].clone();
            town.iter_mut().for_each(|laptop| laptop.hear(&speaker));
        }
        for laptop in &town {
            balances(laptop, &sheet, "in the end");
            for act in &forged {
                assert!(matches!(laptop.status(*act), Status::Void { .. }), "what does not come to nothing is void everywhere");
            }
        }
    }
    assert!(tampered > wanted / 10, "{tampered} of {wanted} were tampered with");
    tried("postings, and tampering with them", posted + tampered);
}

/// Somebody changes a byte of a signed entry: it is no change any more, or not this laptop's.
fn tamper(laptop: &Laptop, chance: &mut Chance) -> bool {
    let posts: Vec<_> = laptop.changes().iter().filter(|change| change.says().document.as_str().starts_with("ledger/2027")).collect();
    if posts.is_empty() {
        return false;
    }
    let mut bytes = posts[chance.below(posts.len())].signed().encode();
    let at = chance.below(bytes.len());
    bytes[at] ^= 1 << chance.below(8);
    let proved = SignedChange::decode(&bytes).and_then(SignedChange::verify);
    assert!(proved.is_err(), "byte {at} was changed and it still proves itself");
    true
}
