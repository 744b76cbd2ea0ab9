//! `cargo xtask shots`: photographs every page of the window, in every language, light and size, for people to look at.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::trouble::Trouble;
use crate::{apt, shell, ui};

/// Sets up what is missing, builds the window and takes the pictures: into the folder that is named first, and of each word that
/// follows one of its parts between commas is in the name of every picture that is taken (`en-light,ar-dark people`).
///
/// # Errors
/// When the machine lacks something, a build fails, or a page does not open.
pub(crate) fn shots(args: &[OsString]) -> Result<(), Trouble> {
    apt::install(&[apt::WINDOW, apt::WINDOW_TEST].concat())?;
    ui::install()?;
    ui::build()?;
    let here = env::current_dir().map_err(|source| Trouble::Failed(format!("the folder of the house: {source}")))?;
    let folder = here.join(args.first().map_or_else(|| PathBuf::from("target/shots"), PathBuf::from));
    let mut cargo = shell::cargo(&["test", "--workspace", "--test", "window", "--", "--ignored", "in_every_language"]);
    let only: Vec<_> = args.iter().skip(1).filter_map(|word| word.to_str()).collect();
    shell::run(cargo.env("FOLKMOOT_SHOTS", &folder).env("FOLKMOOT_SHOTS_ONLY", only.join(" ")))?;
    println!("The pictures are in {}.", folder.display());
    Ok(())
}
