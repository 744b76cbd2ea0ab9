//! `folkmoot`: every act and every view of a home, without a window.
//!
//! Exit codes: 0 done; 1 Folkmoot's own fault; 2 what was asked cannot be done as asked; 3 a rule refuses; 4 something that came in
//! is damaged or incomplete (what was whole is taken in); 5 the home cannot be used as it is.

mod args;
mod codes;
mod door;
mod progress;
mod say;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Args;
use crate::say::Say;

fn main() -> ExitCode {
    if let Some(ended) = folkmoot_host::Airlock::enter() {
        return ended;
    }
    folkmoot_host::no_core_dumps();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return say::usage(&error),
    };
    let say = Say::new(args.json, args.lang.as_deref());
    match verbs::run(&args, &say) {
        Ok(code) => code,
        Err(trouble) => say.trouble(&trouble),
    }
}
