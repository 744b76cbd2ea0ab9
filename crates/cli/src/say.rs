//! What goes to the terminal: plain lines for people, one JSON value for programs.
//!
//! **Invariant:** with `--json` there is exactly one JSON value on standard output, whatever happens; only a verb that goes on until it is
//! stopped prints one value a line. Nothing that others wrote drives the terminal.

use std::cell::RefCell;
use std::io::{self, Write};
use std::process::ExitCode;

use folkmoot_desk::{Kind, Phrases, Saying, Trouble};
use serde_json::{Value as Json, json};

use crate::progress::{self, Bar, Waiting};

/// Says why the words of a command are none, or what help was asked for.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let text = error.to_string();
    if error.use_stderr() && std::env::args_os().any(|word| word == "--json") {
        let (says, instead) = text.trim().trim_start_matches("error: ").split_once("\n\n").unwrap_or((text.trim(), ""));
        let facts = json!({ "code": "usage", "says": says, "instead": instead.trim(), "facts": {} });
        let _ = writeln!(io::stdout(), "{}", json!({ "ok": false, "refused": false, "trouble": facts }));
    } else {
        // Where the terminal is gone, there is nobody to tell.
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// A number with its noun: 1 change, 2 changes.
pub(crate) fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// How to speak.
pub(crate) struct Say {
    json: bool,
    phrases: Phrases,
    waiting: RefCell<Option<Waiting>>,
}

impl Say {
    pub(crate) fn new(json: bool, lang: Option<&str>) -> Say {
        let system = std::env::var("LC_ALL").or_else(|_| std::env::var("LC_MESSAGES")).or_else(|_| std::env::var("LANG"));
        let phrases = Phrases::of(lang.unwrap_or(&system.unwrap_or_default()));
        let waiting = RefCell::new(progress::is_watched(json).then(Waiting::begin));
        Say { json, phrases, waiting }
    }

    /// Says what was done.
    pub(crate) fn done(&self, lines: &[String], facts: Json) -> ExitCode {
        if self.json {
            let mut all = json!({ "ok": true });
            if let (Some(all), Json::Object(facts)) = (all.as_object_mut(), facts) {
                all.extend(facts);
            }
            self.print(&all.to_string());
        } else {
            lines.iter().for_each(|line| self.print(line));
        }
        ExitCode::SUCCESS
    }

    /// Says that something came in only in part.
    pub(crate) fn partly(&self, lines: &[String], facts: Json) -> ExitCode {
        if self.json {
            self.done(&[], facts);
        } else {
            lines.iter().for_each(|line| self.print(line));
        }
        ExitCode::from(4)
    }

    /// Prints a view, which is JSON for everybody.
    pub(crate) fn view(&self, view: &Json) -> ExitCode {
        self.print(&if self.json { view.to_string() } else { serde_json::to_string_pretty(view).unwrap_or_default() });
        ExitCode::SUCCESS
    }

    /// Says what happens while a program goes on; with `--json` one value a line.
    pub(crate) fn event(&self, line: &str, facts: &Json) {
        self.print(&if self.json { facts.to_string() } else { line.to_owned() });
    }

    /// A remark beside the answer, which no program reads.
    pub(crate) fn remark(&self, line: &str) {
        self.print_beside(line);
    }

    /// Tells people something beside the answer: the first sentence, and below it what belongs to it.
    pub(crate) fn tell(&self, sayings: &[Saying]) {
        for (at, saying) in sayings.iter().enumerate() {
            let below = if at == 0 { "" } else { "  " };
            self.print_beside(&format!("{below}{}", self.phrases.say(saying)));
        }
    }

    /// What a trouble says, by its code alone.
    pub(crate) fn of_trouble(&self, code: &str) -> String {
        self.phrases.text(&format!("trouble-{code}"), None, &serde_json::Map::new()).unwrap_or_else(|| code.to_owned())
    }

    /// Says why it was not done, and what to do instead.
    pub(crate) fn trouble(&self, trouble: &Trouble) -> ExitCode {
        let told = self.phrases.told(trouble);
        if self.json {
            self.print(&json!({ "ok": false, "refused": trouble.kind() == Kind::Refused, "trouble": told }).to_string());
        } else {
            self.print_beside(&told.says);
            if !told.instead.is_empty() {
                self.print_beside(&format!("  {}", told.instead));
            }
            if let (Some(rule), Some(principle), Some(says)) = (told.rule, told.principle, told.principle_says) {
                self.print_beside(&format!("  Rule {rule}, principle {principle}: {says}"));
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

    /// A bar for work that says how far it is.
    pub(crate) fn bar(&self, what: &'static str) -> Bar {
        self.waiting.take();
        Bar::new(what, progress::is_watched(self.json))
    }

    /// Lets nothing move on the terminal while somebody is asked there.
    pub(crate) fn hush(&self) {
        self.waiting.take();
    }

    fn print(&self, text: &str) {
        self.waiting.take();
        // Whoever reads may have stopped reading, as `head` does.
        let _ = writeln!(io::stdout(), "{}", harmless(text));
    }

    fn print_beside(&self, text: &str) {
        self.waiting.take();
        let _ = writeln!(io::stderr(), "{}", harmless(text));
    }
}

/// A text in which nothing drives a terminal, nor turns its lines round: such characters are spelled out, as JSON spells them.
fn harmless(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => spelled.push(letter),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => spelled.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ if letter.is_control() => spelled.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => spelled.push(letter),
        }
    }
    spelled
}
