//! What a page, or a text from another town, is refused.

use std::net::TcpListener;
use std::time::Duration;

use fantoccini::Client;
use folkmoot_desk::Trouble;
use serde_json::{Value, json};

use crate::pages::with_a_past;
use crate::town::{RECEIPT, SECONDS, Town};
use crate::{Outcome, in_the_window, page};

#[test]
fn a_page_is_refused_what_its_capability_does_not_name() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::found(home.path(), "Millbrook", "Ada")?;
    in_the_window(home.path(), async |page| {
        let granted = ask(&page, "look", json!({ "view": "house", "words": [], "asOf": null, "asker": {} })).await?;
        assert_eq!(granted["given"]["home"], json!(home.path()));
        for command in
            ["plugin:window|close", "plugin:event|listen", "plugin:webview|create_webview", "plugin:window-state|save_window_state", "open"]
        {
            let answer = ask(&page, command, json!({})).await?;
            assert!(answer.get("refused").is_some(), "{command} was not refused: {answer}");
        }
        Ok(())
    })
}

#[test]
fn a_page_runs_no_script_but_its_own() -> Outcome {
    let home = tempfile::tempdir()?;
    in_the_window(home.path(), async |page| {
        page::at_rest(&page).await?;
        let script = "const inline = document.createElement('script'); inline.textContent = 'window.broken = true';
            document.body.append(inline); return [window.broken === true, navigator.language]";
        let answer = page.execute(script, Vec::new()).await?;
        assert_eq!(answer[0], json!(false), "an inline script ran");
        assert_ne!(answer[1], json!("C"), "a locale without a language reached the page");
        Ok(())
    })
}

/// A dropped file and a broken page would go there in the same way.
#[test]
fn the_window_leads_nowhere_but_to_its_own_pages() -> Outcome {
    let home = tempfile::tempdir()?;
    let receipt = home.path().join("receipt.html");
    std::fs::write(&receipt, "<script>document.title = 'The book is closed'</script>")?;
    let elsewhere = TcpListener::bind("127.0.0.1:0")?;
    elsewhere.set_nonblocking(true)?;
    let addresses = [format!("file://{}", receipt.display()), format!("http://{}/", elsewhere.local_addr()?), "about:blank".to_owned()];
    in_the_window(home.path(), async |page| {
        page::at_rest(&page).await?;
        page.execute("window.stays = true", Vec::new()).await?;
        for address in addresses {
            page.execute("location.href = arguments[0]", vec![json!(address)]).await?;
            tokio::time::sleep(Duration::from_secs(1)).await;
            let stays = page.execute("return [window.stays === true, location.protocol]", Vec::new()).await?;
            assert_eq!(stays, json!([true, "tauri:"]), "{address}");
        }
        Ok(())
    })?;
    assert!(elsewhere.accept().is_err(), "somebody was asked for a page");
    Ok(())
}

#[test]
fn a_page_names_no_file_that_it_was_not_offered() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::found(home.path(), "Millbrook", "Ada")?;
    in_the_window(home.path(), async |page| {
        for load in [
            json!({ "deed": "unpack", "file": "/etc/passwd" }),
            json!({ "deed": "backup", "place": "/etc" }),
            json!({ "deed": "pack", "place": "/", "towns": [], "own": false, "allTheSame": false }),
        ] {
            let answer = ask(&page, "carry", json!({ "load": load, "asker": {} })).await?;
            assert_eq!(answer["refused"]["code"], json!("not-in-the-book"), "{answer}");
        }
        Ok(())
    })
}

/// What another town could write into every text that it may (T16).
const HOSTILE: &str =
    "<img src=\"http://127.0.0.1:9/x\" onerror=\"window.broken=1\"><script>window.broken=1</script>{{broken}}\u{202e}gnp.";

#[test]
fn a_text_is_a_text_on_every_page_whatever_stands_in_it() -> Outcome {
    let homes = tempfile::tempdir()?;
    let (home, theirs) = (homes.path().join("ours"), homes.path().join("theirs"));
    let mut town = Town::found(&home, "Millbrook", "Ada")?;
    let mut hostile = Town::found(&theirs, HOSTILE, HOSTILE)?;
    let pages = writes_it_everywhere(&mut hostile)?;
    let (bundle, _) = hostile.desk.speak(&[], 1_807_552_900)?;
    town.desk.receive(&bundle.to_bytes(), "bundle", 1_807_552_900)?;
    town.desk.remember_open(hostile.assembly)?;
    in_the_window(&home, async |page| {
        let pages: Vec<&str> = with_a_past().chain(pages.iter().map(String::as_str)).collect();
        for address in &pages {
            page::open(&page, address).await?;
            let script = "const made = [...document.querySelectorAll('script, iframe, object, embed, img, b, base, form[action]')];
                return [window.broken ?? null, made.filter((one) => one.closest('main, nav, dialog') && !(one.src ?? '').startsWith('data:image/svg')).map((one) => one.outerHTML.slice(0, 120))]";
            let found = page.execute(script, Vec::new()).await?;
            assert_eq!(found, json!([null, []]), "{address}");
            assert_eq!(page::overflowing(&page).await?, Vec::<String>::new(), "{address}");
        }
        page::open(&page, "ledger/journal").await?;
        page::sees(&page, "<script>window.broken=1</script>").await?;
        folkmoot_testkit::tried("pages with a hostile text", pages.len());
        Ok(())
    })
}

/// Writes it into every kind of act that has a text for others; gives the pages that these acts alone have.
fn writes_it_everywhere(town: &mut Town) -> Result<Vec<String>, Trouble> {
    let decided = town.meets("2027-03-03", &[HOSTILE, HOSTILE, HOSTILE, HOSTILE], 1, 1)?;
    let receipt = town.desk.attach(town.assembly, HOSTILE, RECEIPT.to_vec())?;
    let item = json!({ "on": HOSTILE, "position": HOSTILE, "latitude": { "latitude": "within", "limits": HOSTILE } });
    town.enrol(&[HOSTILE.to_owned()])?;
    let grant = |decision, member| {
        json!({ "do": "mandate.grant", "decision": decision, "member": member, "duty": "delegate", "body": HOSTILE, "public_name": HOSTILE, "from": "2027-03-03",
            "until": "2027-12-31", "items": [item] })
    };
    let mut acts = town.acts(&[
        json!({ "do": "charter.adopt", "decision": decided[0], "title": HOSTILE, "clauses": [{ "id": "c", "heading": HOSTILE, "text": HOSTILE }] }),
        grant(decided[1], 1),
        json!({ "do": "mandate.agree", "grant": "#1", "day": "2027-04-10", "what": HOSTILE }),
        grant(decided[2], 2),
        json!({ "do": "mandate.recall", "decision": decided[3], "grant": "#3", "reason": HOSTILE }),
        json!({ "do": "ledger.open", "account": "assets:store", "note": HOSTILE }),
        json!({ "do": "ledger.open", "account": "income:received" }),
        json!({ "do": "ledger.budget", "decision": decided[2], "name": HOSTILE, "accounts": ["assets:store"],
            "limits": [{ "quantity": "200", "commodity": "<b>kg</b>" }], "until": "2027-12-31" }),
        json!({ "do": "ledger.post", "day": "2027-03-05", "text": HOSTILE, "receipt": { "hash": receipt.0, "name": HOSTILE, "size": receipt.1 }, "postings": [
            { "account": "assets:store", "quantity": "1", "commodity": "<b>kg</b>" }, { "account": "income:received", "quantity": "-1", "commodity": "<b>kg</b>" }] }),
        json!({ "do": "ledger.reverse", "transaction": "#8", "day": "2027-03-06", "reason": HOSTILE }),
    ])?;
    let meeting = "2027-04-07";
    acts.extend(town.acts(&[
        json!({ "do": "meeting.call", "meeting": meeting, "place": HOSTILE, "time": "19:30", "agenda": [{ "title": HOSTILE, "minutes": 20 }] }),
        json!({ "do": "meeting.item", "meeting": meeting, "item": { "title": HOSTILE } }),
        json!({ "do": "meeting.open", "meeting": meeting, "present": 42 }),
        json!({ "do": "meeting.move", "meeting": meeting, "title": HOSTILE, "text": HOSTILE, "matter": "policy" }),
        json!({ "do": "floor.object", "meeting": meeting, "motion": "#3", "member": 1, "reason": HOSTILE, "aside": true }),
        json!({ "do": "floor.note", "meeting": meeting, "text": HOSTILE }),
        json!({ "do": "meeting.action", "meeting": meeting, "what": HOSTILE, "due": "2027-05-01", "who": 1 }),
        json!({ "do": "meeting.correct", "meeting": meeting, "act": "#3", "text": HOSTILE }),
    ])?);
    let draft = town.desk.open_draft(town.assembly, HOSTILE, Some("motion"), HOSTILE, SECONDS)?;
    let pages = ["minutes/2027-03-03".to_owned(), "charter/c".to_owned(), "people/1".to_owned(), format!("charter/drafts/{draft}")];
    Ok(pages.into_iter().chain(acts.into_iter().map(|act| format!("act/{act}"))).collect())
}

/// Asks the desk from inside the page, as a hostile script would.
async fn ask(page: &Client, command: &str, args: Value) -> Result<Value, Box<dyn std::error::Error>> {
    page::at_rest(page).await?;
    let script = "const [command, args, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, args).then((given) => done({ given }), (refused) => done({ refused }))";
    Ok(page.execute_async(script, vec![json!(command), args]).await?)
}
