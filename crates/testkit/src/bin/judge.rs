//! Judges histories from files by the heart's resolver, one line of JSON each: `judge FILE...`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<_> = std::env::args_os().skip(1).map(std::path::PathBuf::from).collect();
    if files.is_empty() {
        eprintln!("usage: judge FILE...");
        return ExitCode::from(2);
    }
    let mut code = ExitCode::SUCCESS;
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|why| why.to_string());
        let answer = text.and_then(|text| folkmoot_testkit::judge::judge(&text).map_err(|why| why.to_string()));
        match answer.and_then(|answer| serde_json::to_string(&answer).map_err(|why| why.to_string())) {
            Ok(line) => println!("{line}"),
            Err(why) => {
                // A line for each file, whatever it holds.
                println!("{}", serde_json::json!({ "error": why }));
                eprintln!("{}: {why}", file.display());
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}
