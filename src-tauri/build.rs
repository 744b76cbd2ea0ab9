//! Declares the window's commands, so that each is refused unless a capability grants it.
#![allow(clippy::print_stdout, reason = "a build script speaks to cargo on standard output")]

use std::error::Error;
use std::fs;
use std::path::Path;

use tauri_build::{AppManifest, Attributes};

const COMMANDS: &[&str] = &["look", "news", "act", "draft", "carry", "peers"];
const PLACEHOLDER: &str =
    "<!doctype html><html lang=\"en\"><title>Folkmoot</title><p>The page has not been built: run cargo xtask run.</p></html>\n";

fn main() -> Result<(), Box<dyn Error>> {
    place_a_page(Path::new("../ui/dist"))?;
    println!("cargo::rerun-if-changed=../ui/dist");
    Ok(tauri_build::try_build(Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS)))?)
}

/// Writes a page that says it is not built, so that the crate compiles on a machine without Node.
fn place_a_page(dist: &Path) -> std::io::Result<()> {
    let index = dist.join("index.html");
    if index.exists() {
        return Ok(());
    }
    fs::create_dir_all(dist)?;
    fs::write(index, PLACEHOLDER)
}
