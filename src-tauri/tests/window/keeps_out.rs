//! What a page, or a text from another town, is refused.

use fantoccini::Client;
use serde_json::{Value, json};

use crate::town::Town;
use crate::{Outcome, in_the_window, page};

#[test]
fn a_page_is_refused_what_its_capability_does_not_name() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::found(home.path(), "Millbrook", "Ada")?;
    in_the_window(home.path(), async |page| {
        let granted = ask(&page, "look", json!({ "view": "house", "words": [], "asOf": null, "asker": {} })).await?;
        assert_eq!(granted["given"]["home"], json!(home.path()));
        for command in ["plugin:window|close", "plugin:event|listen", "plugin:webview|create_webview", "open"] {
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

#[test]
fn a_page_names_no_file_that_it_was_not_offered() -> Outcome {
    let home = tempfile::tempdir()?;
    Town::found(home.path(), "Millbrook", "Ada")?;
    in_the_window(home.path(), async |page| {
        for load in [
            json!({ "deed": "unpack", "file": "/etc/passwd" }),
            json!({ "deed": "backup", "place": "/etc" }),
            json!({ "deed": "pack", "place": "/", "towns": [] }),
        ] {
            let answer = ask(&page, "carry", json!({ "load": load, "asker": {} })).await?;
            assert_eq!(answer["refused"]["code"], json!("not-in-the-book"), "{answer}");
        }
        Ok(())
    })
}

/// Asks the desk from inside the page, as a hostile script would.
async fn ask(page: &Client, command: &str, args: Value) -> Result<Value, Box<dyn std::error::Error>> {
    page::at_rest(page).await?;
    let script = "const [command, args, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, args).then((given) => done({ given }), (refused) => done({ refused }))";
    Ok(page.execute_async(script, vec![json!(command), args]).await?)
}
