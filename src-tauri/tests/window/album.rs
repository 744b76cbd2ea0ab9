//! How pages are photographed: in every language and light, as they are first seen and, where they are longer, as a whole.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::Client;
use serde_json::json;

use crate::screen::{Machine, OLD_LAPTOP, Screen};
use crate::{Outcome, page};

/// Every language and light that a page is worn in.
const DRESSES: [(&str, &str); 6] = [("en", "light"), ("en", "dark"), ("es", "light"), ("es", "dark"), ("ar", "light"), ("ar", "dark")];
/// How tall a picture of a whole page becomes at most.
const TALLEST: u32 = 2400;

/// What is done on a page before it is photographed.
enum Step {
    Click(String),
    Write(String, String),
}

/// A picture to be taken.
pub(crate) struct Shot {
    name: String,
    /// Where the page is; the one that opens by itself, if none.
    address: Option<String>,
    steps: Vec<Step>,
}

impl Shot {
    /// The page at an address, named by it.
    pub(crate) fn of(address: &str) -> Shot {
        Shot::named(address.replace(['/', ':', '?', '='], "-"), address)
    }

    /// The page at an address.
    pub(crate) fn named(name: String, address: &str) -> Shot {
        Shot { name, address: Some(address.to_owned()), steps: Vec::new() }
    }

    /// Pages that name acts by ids, which are new each time.
    pub(crate) fn numbered(pages: &[String]) -> impl Iterator<Item = Shot> {
        let called = |at: usize, page: &str| format!("{}-{at}", page.split('/').next().unwrap_or_default());
        pages.iter().enumerate().map(move |(at, page)| Shot::named(called(at, page), page))
    }

    /// The page that opens by itself.
    pub(crate) fn here(name: &str) -> Shot {
        Shot { name: name.to_owned(), address: None, steps: Vec::new() }
    }

    /// The same under a name that begins so.
    pub(crate) fn called(self, begins: &str) -> Shot {
        Shot { name: format!("{begins}{}", self.name), ..self }
    }

    /// Presses what these selectors find first, one after the other.
    pub(crate) fn does(mut self, name: &str, clicks: &[&str]) -> Shot {
        self.name = format!("{}-{name}", self.name);
        self.steps.extend(clicks.iter().map(|css| Step::Click((*css).to_owned())));
        self
    }

    /// Writes into the field that a selector finds.
    pub(crate) fn writes(mut self, name: &str, css: &str, words: &str) -> Shot {
        self.name = format!("{}-{name}", self.name);
        self.steps.push(Step::Write(css.to_owned(), words.to_owned()));
        self
    }
}

/// Where pictures go, and which are wanted.
pub(crate) struct Album {
    folder: PathBuf,
    size: (u32, u32),
    named: &'static str,
    /// Of each of these, one is in the name of every picture that is wanted.
    wanted: Vec<Vec<String>>,
    passphrase: Option<&'static str>,
}

impl Album {
    /// The album that the environment names.
    pub(crate) fn open(size: (u32, u32), named: &'static str) -> Result<Album, Box<dyn Error>> {
        let folder = PathBuf::from(std::env::var_os("FOLKMOOT_SHOTS").ok_or("FOLKMOOT_SHOTS names no folder")?);
        let only = std::env::var("FOLKMOOT_SHOTS_ONLY").unwrap_or_default();
        let wanted = only.split_whitespace().map(|words| words.split(',').map(str::to_owned).collect()).collect();
        Ok(Album { folder, size, named, wanted, passphrase: None })
    }

    /// The same for a book that opens with a passphrase.
    pub(crate) fn opened_with(self, passphrase: &'static str) -> Album {
        Album { passphrase: Some(passphrase), ..self }
    }

    /// A machine whose screen holds the tallest picture.
    pub(crate) fn machine(&self) -> Machine<'static> {
        Machine { size: (self.size.0, TALLEST), ..OLD_LAPTOP }
    }

    /// Opens the window on a home and takes these pictures in every language and light.
    pub(crate) async fn take(&self, screen: &Screen, home: &Path, shots: &[Shot]) -> Outcome {
        let wanted = |dress: &str, shot: &Shot| {
            let name = format!("{dress}/{}", shot.name);
            self.wanted.iter().all(|words| words.iter().any(|word| name.contains(word.as_str())))
        };
        let dresses = DRESSES.map(|(language, theme)| (language, theme, format!("{language}-{theme}-{}", self.named)));
        if !dresses.iter().any(|(_, _, dress)| shots.iter().any(|shot| wanted(dress, shot))) {
            return Ok(());
        }
        let window = screen.window(home).await?;
        self.sized(&window, self.size.1).await?;
        if let Some(passphrase) = self.passphrase {
            page::write(&window, "main input", passphrase).await?;
            page::click(&window, "main form button.first").await?;
            page::once(&window, "return document.querySelector('nav') ? true : null", Vec::new()).await?;
        }
        for (language, theme, dress) in dresses {
            let shots: Vec<&Shot> = shots.iter().filter(|shot| wanted(&dress, shot)).collect();
            if shots.is_empty() {
                continue;
            }
            fs::create_dir_all(self.folder.join(&dress))?;
            page::dress(&window, language, theme).await?;
            for shot in shots {
                self.photograph(&window, &self.folder.join(&dress), shot)
                    .await
                    .map_err(|error| format!("{dress}/{}: {error}", shot.name))?;
            }
        }
        window.close().await.map_err(Into::into)
    }

    async fn photograph(&self, window: &Client, folder: &Path, shot: &Shot) -> Outcome {
        match &shot.address {
            Some(address) => page::open(window, address).await?,
            None => page::at_rest(window).await?,
        }
        for step in &shot.steps {
            match step {
                Step::Click(css) => page::click(window, css).await?,
                Step::Write(css, words) => page::write(window, css, words).await?,
            }
            page::at_rest(window).await?;
        }
        fs::write(folder.join(format!("{}.png", shot.name)), page::picture(window).await?)?;
        let tall = window.execute("return document.documentElement.scrollHeight", Vec::new()).await?;
        let tall = tall.as_u64().and_then(|tall| u32::try_from(tall).ok()).unwrap_or_default().min(TALLEST);
        if tall > self.size.1 {
            self.sized(window, tall).await?;
            fs::write(folder.join(format!("{}-whole.png", shot.name)), page::picture(window).await?)?;
            self.sized(window, self.size.1).await?;
        }
        // Nothing of what was done on it stays.
        if shot.steps.is_empty() { Ok(()) } else { page::choose(window, &[]).await }
    }

    async fn sized(&self, window: &Client, height: u32) -> Outcome {
        window.set_window_rect(0, 0, self.size.0, height).await?;
        page::once(window, "return innerHeight === arguments[0] || null", vec![json!(height)]).await?;
        page::at_rest(window).await
    }
}
