//! The page as a person uses it: by the words on it, and by keys.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

const PATIENCE: Duration = Duration::from_secs(60);
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

type Said<T> = Result<T, Box<dyn Error>>;

/// The visible things that can be used, found by the words on them. A field is found by its label.
pub(crate) const FIND: &str = "
    const visible = (one) => one.checkVisibility() && !one.closest('[inert]') && (!document.querySelector('dialog[open]') || one.closest('dialog[open]'));
    const words = (one) => (one.getAttribute('aria-label') ?? one.innerText).replace(/[\\u2066-\\u2069]/g, '').trim();
    const saying = (all, said) => [...document.querySelectorAll(all)].filter((one) => visible(one) && words(one).startsWith(said));";

/// Runs a script that gives something else than null once the page is so far.
pub(crate) async fn once(page: &Client, script: &str, args: Vec<Value>) -> Said<Value> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match page.execute(&format!("{FIND} {script}"), args.clone()).await {
            Ok(found) if !found.is_null() => return Ok(found),
            Err(error) if Instant::now() > deadline => return Err(error.into()),
            // A page that is just being left answers nothing; the one that comes does.
            Ok(_) | Err(_) => {}
        }
        if Instant::now() > deadline {
            let shown = page.execute("return document.body.innerText", Vec::new()).await?;
            return Err(format!("the page never came so far: {script} {args:?}\n{}", shown.as_str().unwrap_or_default()).into());
        }
        sleep(BETWEEN_TRIES).await;
    }
}

/// Presses the button or link, or chooses the choice, that says these words.
pub(crate) async fn press(page: &Client, said: &str) -> Said<()> {
    let script = "const one = saying('button, a, summary, label, [role=option]', arguments[0]).filter((one) => !one.disabled).at(-1); if (!one) return null; one.focus(); one.click(); return true;";
    once(page, script, vec![json!(said)]).await.map(drop)
}

/// Presses what a selector finds first, once it is there.
pub(crate) async fn click(page: &Client, css: &str) -> Said<()> {
    let script = "const one = [...document.querySelectorAll(arguments[0])].find((one) => visible(one) && !one.disabled); if (!one) return null; one.focus(); one.click(); return true;";
    once(page, script, vec![json!(css)]).await.map(drop)
}

/// Writes into the field that a selector finds.
pub(crate) async fn write(page: &Client, css: &str, words: &str) -> Said<()> {
    let script = "const field = document.querySelector(arguments[0]); if (!field) return null; field.value = arguments[1]; for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true })); return true;";
    once(page, script, vec![json!(css), json!(words)]).await.map(drop)
}

/// Fills the field with this label: words, or the choice that begins with them.
pub(crate) async fn fill(page: &Client, label: &str, value: &str) -> Said<()> {
    let script = "
        const label = saying('label', arguments[0]).at(-1);
        const field = label && (document.getElementById(label.htmlFor) ?? label.querySelector('input'));
        if (!field) return null;
        field.focus();
        if (field.tagName === 'SELECT') {
            const choice = [...field.options].find((one) => words(one).includes(arguments[1]));
            if (!choice) return null;
            field.value = choice.value;
        } else field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    once(page, script, vec![json!(label), json!(value)]).await.map(drop)
}

/// Waits until these words stand on the page.
pub(crate) async fn sees(page: &Client, said: &str) -> Said<()> {
    let script = "return document.body.innerText.replace(/[\\u2066-\\u2069]/g, '').includes(arguments[0]) ? true : null";
    once(page, script, vec![json!(said)]).await.map(drop)
}

/// Opens a page by its address, as a link would, and waits for its head.
pub(crate) async fn open(page: &Client, address: &str) -> Said<()> {
    page.execute("location.hash = arguments[0]", vec![json!(format!("#/{address}"))]).await?;
    let script = "return location.hash === arguments[0] && document.querySelector('main h1') ? true : null";
    once(page, script, vec![json!(format!("#/{address}"))]).await?;
    at_rest(page).await
}

/// Waits until nothing on the page has changed for a moment, and the fonts are there.
pub(crate) async fn at_rest(page: &Client) -> Said<()> {
    let script = "const done = arguments[0]; let seen = ''; let same = 0;
        const look = () => { const now = document.body.innerHTML; same = now === seen ? same + 1 : 0; seen = now; same >= 3 ? document.fonts.ready.then(() => done(true)) : setTimeout(look, 60); };
        look();";
    let deadline = Instant::now() + PATIENCE;
    loop {
        match page.execute_async(script, Vec::new()).await {
            Ok(_) => return Ok(()),
            Err(error) if Instant::now() > deadline => return Err(error.into()),
            // A page that is just being left answers nothing; the one that comes does.
            Err(_) => sleep(BETWEEN_TRIES).await,
        }
    }
}

/// Presses keys at once, the last one last: `['\u{e009}', 'k']` is Ctrl+K.
pub(crate) async fn keys(page: &Client, chord: &[char]) -> Said<()> {
    let mut actions = KeyActions::new("keys".to_owned());
    for key in chord {
        actions = actions.then(KeyAction::Down { value: *key });
    }
    for key in chord.iter().rev() {
        actions = actions.then(KeyAction::Up { value: *key });
    }
    page.perform_actions(actions).await.map_err(Into::into)
}

/// Has this laptop remember choices of a person, as the page keeps them, and opens the page anew.
pub(crate) async fn choose(page: &Client, choices: &[(&str, &str)]) -> Said<()> {
    let script = "for (const [name, value] of arguments[0]) localStorage.setItem(name, value); window.isOld = true; setTimeout(() => location.reload())";
    page.execute(script, vec![json!(choices)]).await?;
    once(page, "return !window.isOld && document.querySelector('h1') ? true : null", Vec::new()).await?;
    at_rest(page).await
}

/// Speaks a language and shows a light from now on.
pub(crate) async fn dress(page: &Client, language: &str, theme: &str) -> Said<()> {
    choose(page, &[("language", language), ("theme", theme)]).await
}

/// A picture of the page. Where nothing is painted the driver would wait for ever, so something that nobody sees is: a corner whose
/// colour changes by the least there is, since what differs by less is the same colour and not painted.
pub(crate) async fn picture(page: &Client) -> Said<Vec<u8>> {
    let paint = "
        const corner = document.createElement('div');
        Object.assign(corner.style, { position: 'fixed', top: 0, left: 0, width: '2px', height: '2px', pointerEvents: 'none' });
        (document.querySelector('dialog[open]') ?? document.body).append(corner);
        let at = 0;
        const painting = setInterval(() => { at = 1 - at; corner.style.background = `rgb(0 0 0 / ${(1 + at) / 255})`; }, 16);
        window.painted = () => { clearInterval(painting); corner.remove(); };";
    page.execute(paint, Vec::new()).await?;
    let picture = tokio::time::timeout(PATIENCE, page.screenshot()).await.map_err(|_| "the page was never painted")??;
    page.execute("window.painted()", Vec::new()).await?;
    Ok(picture)
}

/// What axe finds wrong with the page: the rule, and where.
pub(crate) async fn violations(page: &Client) -> Said<Vec<String>> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&axe).map_err(|source| format!("{}: {source}; run cargo xtask test", axe.display()))?;
    page.execute(&format!("{source}; return true"), Vec::new()).await?;
    let script = "const done = arguments[0];
        axe.run(document, { resultTypes: ['violations'] }).then(
            (found) => done(found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`))),
            (error) => done([String(error)]))";
    let found = page.execute_async(script, Vec::new()).await?;
    Ok(serde_json::from_value(found)?)
}

/// What stands outside of the page or is cut off: wider than the window, or with words that do not fit.
pub(crate) async fn overflowing(page: &Client) -> Said<Vec<String>> {
    let script = "
        const found = [];
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth > width + 1) found.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
        for (const one of document.querySelectorAll('body *')) {
            if (!one.checkVisibility() || one.closest('.unseen, svg, dialog:not([open])') || getComputedStyle(one).clipPath === 'inset(50%)' || one.parentElement.closest('thead') && getComputedStyle(one.closest('thead')).clipPath === 'inset(50%)') continue;
            const box = one.getBoundingClientRect();
            if (box.width && (box.right > width + 1 || box.left < -1)) found.push(`outside: ${one.outerHTML.slice(0, 160)}`);
            const cut = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && !['INPUT', 'TEXTAREA', 'SELECT'].includes(one.tagName);
            if (cut) found.push(`cut off: ${one.outerHTML.slice(0, 160)} by ${[...one.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > one.getBoundingClientRect().right + 1 || part.getBoundingClientRect().left < one.getBoundingClientRect().left - 1).map((part) => part.outerHTML.slice(0, 120)).slice(0, 3)}`);
        }
        return found.slice(0, 10);";
    Ok(serde_json::from_value(page.execute(&format!("{FIND} {script}"), Vec::new()).await?)?)
}
