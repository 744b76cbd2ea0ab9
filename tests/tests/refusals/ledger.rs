//! What the ledger of Millbrook refuses.

use folkmoot::id::ActId;
use folkmoot_testkit::Laptop;
use serde_json::{Value as Json, json};

use crate::{Case, but, refused};

const NOTHING: ActId = ActId([7; 32]);
const GIVEN: &str = "expenses:given to the commons";

fn open(account: &str) -> Json {
    json!({ "do": "ledger.open", "account": account })
}

fn line(account: &str, quantity: &str, commodity: &str) -> Json {
    json!({ "account": account, "quantity": quantity, "commodity": commodity })
}

fn post(postings: Json) -> Json {
    json!({ "do": "ledger.post", "day": "2027-03-10", "text": "Flour for the school", "postings": postings })
}

fn flour(given: &str, back: &str) -> Json {
    post(json!([line(GIVEN, given, "kg flour"), line("assets:store", back, "kg flour")]))
}

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_accounts();
    let mut cases = accounts(&ada);
    cases.extend(transactions(&ada));
    cases.extend(budgets(&ada));
    cases.extend(closings(&ada));
    cases.extend(parts(&ada));
    cases
}

fn accounts(ada: &Laptop) -> Vec<Case> {
    vec![
        refused(ada, "Ada opens the store again.", open("assets:store")),
        refused(ada, "Ada opens an account at no root.", open("the store")),
        refused(ada, "Ada opens an account for what Cedar Falls owes.", open("receivable:Cedar Falls")),
    ]
}

/// Ada keeps the store and what is given, and nothing else.
fn parts(ada: &Laptop) -> Vec<Case> {
    let mut ada = ada.clone();
    ada.open_meeting("2027-03-03", 1);
    let decision = ada.decide("2027-03-03", "Ada keeps the store");
    let came_in = ada.must(Laptop::came_in("40", "kg flour", "2027-03-10"));
    ada.must(json!({ "do": "mandate.grant", "decision": decision, "member": 1, "duty": "treasurer", "accounts": ["assets:store", GIVEN],
        "from": "2027-03-03", "until": "2027-12-31" }));
    let cash = post(json!([line("assets:cash", "-3", "EUR"), line(GIVEN, "3", "EUR")]));
    let budget = json!({ "do": "ledger.budget", "decision": decision, "name": "Repairs", "accounts": ["assets:cash"],
        "limits": [{ "quantity": "10", "commodity": "EUR" }], "until": "2027-06-30" });
    let reverse = json!({ "do": "ledger.reverse", "transaction": came_in, "day": "2027-03-11", "reason": "It was 4 kg" });
    let mut by_two = ada.clone();
    by_two.must(json!({ "do": "mandate.grant", "decision": decision, "member": 1, "duty": "treasurer", "accounts": ["assets:cash"],
        "from": "2027-03-03", "until": "2027-12-31" }));
    vec![
        refused(&by_two, "Ada, who keeps the cash box by another mandate, gives from it.", cash.clone()),
        refused(&ada, "Ada, who keeps the store, gives from the cash box.", cash),
        refused(&ada, "Ada opens an account beside the store.", open("assets:storehouse")),
        refused(&ada, "Ada sets a budget for the cash box.", budget),
        refused(&ada, "Ada takes back what had come in from others.", reverse),
    ]
}

fn transactions(ada: &Laptop) -> Vec<Case> {
    let mut posted = ada.clone();
    let came_in = posted.must(Laptop::came_in("40", "kg flour", "2027-03-10"));
    let reverse =
        |transaction: ActId| json!({ "do": "ledger.reverse", "transaction": transaction, "day": "2027-03-11", "reason": "It was 4 kg" });
    let mut taken_back = posted.clone();
    taken_back.must(reverse(came_in));
    let many: Vec<Json> = (0..501).map(|_| line("assets:store", "1", "kg flour")).collect();
    let cites = |cites: Json| but(flour("1", "-1"), json!({ "cites": cites }));
    vec![
        refused(ada, "Ada posts to a barn that was not opened.", post(json!([line("assets:barn", "1", "h"), line(GIVEN, "-1", "h")]))),
        refused(ada, "Ada gives 40 kg, and 38 kg leave the store.", flour("40", "-38")),
        refused(ada, "Ada posts no line.", post(json!([]))),
        refused(ada, "Ada posts one line.", post(json!([line("assets:store", "1", "kg flour")]))),
        refused(ada, "Ada posts 501 lines.", post(json!(many))),
        refused(ada, "Ada posts a line of nothing.", flour("0", "0")),
        refused(ada, "Ada does not say of what.", post(json!([line("assets:store", "1", " "), line(GIVEN, "-1", " ")]))),
        refused(ada, "Ada does not say what happened.", but(flour("1", "-1"), json!({ "text": "" }))),
        refused(ada, "Ada gives flour by a decision that nobody made.", cites(json!({ "decision": NOTHING }))),
        refused(ada, "Ada gives flour by a budget that nobody set.", cites(json!({ "budget": NOTHING }))),
        refused(&posted, "Ada takes a transaction back and does not say why.", but(reverse(came_in), json!({ "reason": "" }))),
        refused(ada, "Ada takes back what nobody recorded.", reverse(NOTHING)),
        refused(&taken_back, "Ada takes the same flour back twice.", reverse(came_in)),
    ]
}

fn budgets(ada: &Laptop) -> Vec<Case> {
    let mut ada = ada.clone();
    ada.open_meeting("2027-03-03", 1);
    let decision = ada.decide("2027-03-03", "Flour for the school");
    let budget = json!({
        "do": "ledger.budget", "decision": decision, "name": "School kitchen", "accounts": [GIVEN],
        "limits": [{ "quantity": "10", "commodity": "kg flour" }], "until": "2027-06-30",
    });
    let set = ada.must(budget.clone());
    let cites = |act: Json| but(act, json!({ "cites": { "budget": set } }));
    let limits = |quantity: &str| json!({ "limits": [{ "quantity": quantity, "commodity": "kg flour" }] });
    vec![
        refused(&ada, "Ada sets a budget without a name.", but(budget.clone(), json!({ "name": "" }))),
        refused(&ada, "Ada sets a budget for no account.", but(budget.clone(), json!({ "accounts": [] }))),
        refused(&ada, "Ada sets a budget of less than nothing.", but(budget, limits("-10"))),
        refused(&ada, "Ada gives flour after the budget ended.", cites(but(flour("1", "-1"), json!({ "day": "2027-07-01" })))),
        refused(
            &ada,
            "Ada gives hours by a budget of flour.",
            cites(post(json!([line(GIVEN, "1", "h"), line("assets:store", "-1", "h")]))),
        ),
        refused(&ada, "Ada gives 12 kg where 10 kg are left.", cites(flour("12", "-12"))),
    ]
}

fn closings(ada: &Laptop) -> Vec<Case> {
    let mut ada = ada.clone();
    ada.must(Laptop::came_in("40", "kg flour", "2027-03-10"));
    let close = |counted: Json| json!({ "do": "ledger.close", "accounts": ["assets:store"], "until": "2027-03-31", "counted": counted });
    let mut closed = ada.clone();
    closed.must(close(json!([line("assets:store", "40", "kg flour")])));
    vec![
        refused(&ada, "Ada counts 38 kg where the ledger says 40.", close(json!([line("assets:store", "38", "kg flour")]))),
        refused(&ada, "Ada closes the store and counts nothing.", close(json!([]))),
        refused(&closed, "Ada posts in March after March was closed.", flour("1", "-1")),
    ]
}
