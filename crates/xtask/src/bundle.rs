//! `cargo xtask bundle`: the package that people install, with the window and the command line in it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::Trouble;
use crate::{apt, shell, ui};

/// What must lie in the package, and what the file that opens it must say.
const HOLDS: &[&str] = &[
    "usr/bin/folkmoot",
    "usr/bin/folkmoot-window",
    "usr/share/doc/folkmoot/copyright",
    "usr/share/applications/Folkmoot.desktop",
    "usr/share/icons/hicolor/128x128/apps/folkmoot-window.png",
];
const OPENS: &[&str] = &["Exec=folkmoot-window %u", "MimeType=x-scheme-handler/folkmoot"];

/// Builds both programs as they are released and packs them; with `--debug`, as the tests use them.
///
/// # Errors
/// When the machine lacks something, a build fails, or the package does not hold what it should.
pub(crate) fn bundle(args: &[OsString]) -> Result<(), Trouble> {
    let debug = match args {
        [] => false,
        [one] if one == "--debug" => true,
        _ => return Err(Trouble::Wanting("cargo xtask bundle [--debug]".to_owned())),
    };
    apt::install(apt::WINDOW)?;
    ui::install()?;
    ui::build()?;
    // As the tests use them, they have been built for the tests.
    let debugged = ["test", "--workspace", "--no-run", "--test", "window", "--test", "scenarios"];
    let released = ["build", "--workspace", "--locked", "--release", "--bin", "folkmoot-window", "--bin", "folkmoot"];
    shell::run(&mut shell::cargo(if debug { &debugged } else { &released }))?;
    let package = pack(debug)?;
    unpacked(&package)?;
    println!("The package is {}. It is installed by: sudo apt install {}", package.display(), package.display());
    Ok(())
}

fn pack(debug: bool) -> Result<PathBuf, Trouble> {
    let here = env::current_dir().map_err(|source| Trouble::Failed(format!("the folder of the house: {source}")))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| here.join("target"), |target| here.join(target));
    let built = target.join(if debug { "debug" } else { "release" });
    let folder = built.join("bundle/deb");
    // Whatever an earlier version packed is no package of this one.
    let _ = fs::remove_dir_all(&folder);
    let (program, licence) = (built.join("folkmoot"), here.join("LICENSE"));
    let files = format!(r#""/usr/bin/folkmoot":"{}","/usr/share/doc/folkmoot/copyright":"{}""#, program.display(), licence.display());
    let beside = format!(r#"{{"bundle":{{"linux":{{"deb":{{"files":{{{files}}}}}}}}}}}"#);
    let tauri = here.join("ui/node_modules/.bin/tauri");
    let mut pack = shell::command(&tauri.to_string_lossy(), &["bundle", "--bundles", "deb", "--config", &beside]);
    if debug {
        pack.arg("--debug");
    }
    // The tool knows no other words for it than these two; it is never asked anything here.
    shell::run(pack.current_dir("src-tauri").env("CARGO_TARGET_DIR", &target).env("CI", "true"))?;
    let packages = fs::read_dir(&folder).map_err(|source| Trouble::file(&folder, &source))?;
    let package =
        packages.filter_map(Result::ok).map(|entry| entry.path()).find(|path| path.extension().is_some_and(|ending| ending == "deb"));
    package.ok_or_else(|| Trouble::Failed(format!("no package came to lie in {}", folder.display())))
}

/// Looks into the package as the installer would, and has its program say its version.
fn unpacked(package: &Path) -> Result<(), Trouble> {
    let folder = package.with_extension("unpacked");
    let _ = fs::remove_dir_all(&folder);
    let (from, to) = (package.to_string_lossy(), folder.to_string_lossy());
    shell::run(&mut shell::command("dpkg-deb", &["--extract", &from, &to]))?;
    for file in HOLDS {
        if !folder.join(file).is_file() {
            return Err(Trouble::Failed(format!("the package lacks {file}")));
        }
    }
    let opens = folder.join("usr/share/applications/Folkmoot.desktop");
    let text = fs::read_to_string(&opens).map_err(|source| Trouble::file(&opens, &source))?;
    for line in OPENS {
        if !text.lines().any(|found| found.trim_end_matches(';') == *line) {
            return Err(Trouble::Failed(format!("the package's own entry for menus and links lacks {line}:\n{text}")));
        }
    }
    shell::run(&mut shell::command(&folder.join("usr/bin/folkmoot").to_string_lossy(), &["--version"]))?;
    let _ = fs::remove_dir_all(&folder);
    Ok(())
}
