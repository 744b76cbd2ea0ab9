//! What goes to the terminal: plain lines for people, one JSON value for programs.
//!
//! **Invariant:** with `--json` there is exactly one JSON value on standard output, whatever happens.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this module is the terminal")]

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

use folkmoot_desk::{Kind, Phrases, Trouble};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Value as Json, json};

/// Says why the words of a command are none, or what help was asked for.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let text = error.to_string();
    if error.use_stderr() && std::env::args_os().any(|word| word == "--json") {
        let (says, instead) = text.trim().trim_start_matches("error: ").split_once("\n\n").unwrap_or((text.trim(), ""));
        let facts = json!({ "code": "usage", "says": says, "instead": instead.trim(), "facts": {} });
        println!("{}", json!({ "ok": false, "refused": false, "trouble": facts }));
    } else {
        // Where the terminal is gone, there is nobody to tell.
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// How to speak.
pub(crate) struct Say {
    json: bool,
    phrases: Phrases,
}

impl Say {
    pub(crate) fn new(json: bool, lang: Option<&str>) -> Say {
        let system = std::env::var("LC_ALL").or_else(|_| std::env::var("LC_MESSAGES")).or_else(|_| std::env::var("LANG"));
        Say { json, phrases: Phrases::of(lang.unwrap_or(&system.unwrap_or_default())) }
    }

    /// Says what was done.
    pub(crate) fn done(&self, lines: &[String], facts: Json) -> ExitCode {
        if self.json {
            let mut all = json!({ "ok": true });
            if let (Some(all), Json::Object(facts)) = (all.as_object_mut(), facts) {
                all.extend(facts);
            }
            println!("{all}");
        } else {
            lines.iter().for_each(|line| println!("{line}"));
        }
        ExitCode::SUCCESS
    }

    /// Says that something came in only in part.
    pub(crate) fn partly(&self, lines: &[String], facts: Json) -> ExitCode {
        if self.json {
            self.done(&[], facts);
        } else {
            lines.iter().for_each(|line| println!("{line}"));
        }
        ExitCode::from(4)
    }

    /// Prints a view, which is JSON for everybody.
    pub(crate) fn view(&self, view: &Json) -> ExitCode {
        println!("{}", if self.json { view.to_string() } else { serde_json::to_string_pretty(view).unwrap_or_default() });
        ExitCode::SUCCESS
    }

    /// A remark beside the answer, which no program reads.
    pub(crate) fn remark(&self, line: &str) {
        eprintln!("{line}");
    }

    /// Says why it was not done, and what to do instead.
    pub(crate) fn trouble(&self, trouble: &Trouble) -> ExitCode {
        let phrase = self.phrases.trouble(trouble);
        let mut facts = json!({ "code": trouble.code(), "says": phrase.says, "instead": phrase.instead, "facts": trouble.facts() });
        if let Trouble::Refused { at, refusal } = trouble {
            facts["code"] = trouble.facts().get("code").cloned().unwrap_or_default();
            facts["rule"] = json!(refusal.rule().id);
            facts["principle"] = json!(refusal.rule().principle);
            facts["act"] = json!(at);
        }
        if self.json {
            println!("{}", json!({ "ok": false, "refused": trouble.kind() == Kind::Refused, "trouble": facts }));
        } else {
            eprintln!("{}", phrase.says);
            if !phrase.instead.is_empty() {
                eprintln!("  {}", phrase.instead);
            }
            if let Trouble::Refused { refusal, .. } = trouble {
                let rule = refusal.rule();
                eprintln!("  Rule {}, principle {:?}: {}", rule.id, rule.principle, self.phrases.principle(refusal));
            }
        }
        ExitCode::from(match trouble.kind() {
            Kind::Ours => 1,
            Kind::Asked => 2,
            Kind::Refused => 3,
            Kind::Damaged => 4,
            Kind::Home => 5,
        })
    }

    /// A bar for work over a second; it stays away from pipes and from quick work.
    pub(crate) fn bar(&self, what: &'static str) -> Bar {
        let visible = std::io::stderr().is_terminal() && !self.json;
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        Bar { bar, visible }
    }
}

/// Shows how far something is, once it has taken a second.
pub(crate) struct Bar {
    bar: ProgressBar,
    visible: bool,
}

impl Bar {
    pub(crate) fn at(&mut self, done: u64, of: u64) {
        if self.visible && self.bar.is_hidden() && self.bar.elapsed() > Duration::from_secs(1) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_length(of);
        self.bar.set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
