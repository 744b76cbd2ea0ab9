//! Tells the story of the first brick with a built `folkmoot`: `demo BINARY DIRECTORY`.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [binary, root] = words.as_slice() else {
        eprintln!("usage: demo BINARY NEW-DIRECTORY");
        return ExitCode::from(2);
    };
    if std::fs::create_dir(root).is_err() {
        eprintln!("{} is there already, or cannot be made", root.display());
        return ExitCode::from(2);
    }
    folkmoot_testkit::story::first_brick(binary, root, folkmoot_testkit::story::Road::File, &mut |line| println!("{line}"));
    println!("The homes are in {}; look into one with {} --home DIR look.", root.display(), binary.display());
    ExitCode::SUCCESS
}
