//! The real window, opened on a screen of its own and read as a person would.
#![cfg(target_os = "linux")]

mod screen;

use std::error::Error;
use std::future::Future;
use std::path::Path;

use fantoccini::Client;
use serde_json::{Value, json};

use crate::screen::Screen;

type Outcome = Result<(), Box<dyn Error>>;

#[test]
fn the_window_opens_and_says_which_home_it_serves() -> Outcome {
    let home = tempfile::tempdir()?;
    in_the_window(home.path(), async |page| {
        assert_eq!(screen::text_of(&page, "h1").await?, "Folkmoot");
        assert_eq!(screen::text_of(&page, "bdi").await?, home.path().display().to_string());
        Ok(())
    })
}

#[test]
fn a_page_is_refused_what_its_capability_does_not_name() -> Outcome {
    let home = tempfile::tempdir()?;
    in_the_window(home.path(), async |page| {
        let granted = ask(&page, "look", json!({ "view": "home" })).await?;
        assert_eq!(granted, json!({ "given": { "home": home.path() } }));
        for command in ["plugin:window|close", "plugin:event|listen", "act"] {
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
        screen::text_of(&page, "bdi").await?;
        let script = "const inline = document.createElement('script'); inline.textContent = 'window.broken = true';
            document.body.append(inline); return [window.broken === true, navigator.language]";
        let answer = page.execute(script, Vec::new()).await?;
        assert_eq!(answer[0], json!(false), "an inline script ran");
        assert_ne!(answer[1], json!("C"), "a locale without a language reached the page");
        Ok(())
    })
}

/// Opens the window on a home, does something in it, and closes it whatever came of that.
fn in_the_window<Done>(home: &Path, visit: impl FnOnce(Client) -> Done) -> Outcome
where
    Done: Future<Output = Outcome>,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let screen = Screen::open()?;
        let page = screen.window(home).await?;
        let outcome = visit(page.clone()).await;
        page.close().await?;
        outcome
    })
}

/// Asks the desk from inside the page, as a hostile script would.
async fn ask(page: &Client, command: &str, args: Value) -> Result<Value, Box<dyn Error>> {
    screen::text_of(page, "bdi").await?;
    let script = "const [command, args, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, args).then((given) => done({ given }), (refused) => done({ refused: String(refused) }))";
    Ok(page.execute_async(script, vec![json!(command), args]).await?)
}
