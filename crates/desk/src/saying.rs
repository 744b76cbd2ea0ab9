//! Something to say to people, in no language yet: a phrase by its key, and what that phrase is told.
//!
//! **Invariant:** what others wrote is one line here, so it can end the line that says it and add none of its own.

/// The most letters that are said of one text; what is longer is cut short, and ends in three dots.
const LONG: usize = 1_000;
/// The most letters that are said of a name.
const LONG_NAME: usize = 100;
/// How many of a list are said in passing.
const SOME: usize = 8;

/// One sentence, or a part of one; [`Phrases::say`](crate::Phrases::say) gives it words.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying {
    pub(crate) key: &'static str,
    pub(crate) facts: Vec<(&'static str, Fact)>,
}

/// What a phrase is told.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fact {
    /// A number; a phrase that is told nothing is told 0, which no text can be taken for.
    Number(u64),
    /// What stands in the record, on one line.
    Text(String),
    /// What has words of its own.
    Said(Saying),
    /// Several, told as 0 where there is none.
    All(Vec<Fact>),
}

impl Saying {
    pub(crate) fn of(key: &'static str) -> Saying {
        Saying { key, facts: Vec::new() }
    }

    fn told(mut self, name: &'static str, fact: Fact) -> Saying {
        self.facts.push((name, fact));
        self
    }

    pub(crate) fn number(self, name: &'static str, number: impl Into<u64>) -> Saying {
        self.told(name, Fact::Number(number.into()))
    }

    pub(crate) fn text(self, name: &'static str, text: impl ToString) -> Saying {
        self.told(name, text_of(text))
    }

    /// A text that may be left out.
    pub(crate) fn perhaps(self, name: &'static str, text: Option<impl ToString>) -> Saying {
        self.told(name, text.map_or(Fact::Number(0), text_of))
    }

    pub(crate) fn said(self, name: &'static str, saying: Saying) -> Saying {
        self.told(name, Fact::Said(saying))
    }

    pub(crate) fn all(self, name: &'static str, sayings: impl IntoIterator<Item = Saying>) -> Saying {
        self.told(name, Fact::All(sayings.into_iter().map(Fact::Said).collect()))
    }

    pub(crate) fn texts(self, name: &'static str, texts: impl IntoIterator<Item = impl ToString>) -> Saying {
        self.told(name, Fact::All(texts.into_iter().map(text_of).collect()))
    }

    /// The first of a list that may be long.
    pub(crate) fn some(self, name: &'static str, sayings: impl IntoIterator<Item = Saying>) -> Saying {
        let mut rest = sayings.into_iter();
        let mut first: Vec<Fact> = rest.by_ref().take(SOME).map(Fact::Said).collect();
        if rest.next().is_some() {
            first.push(Fact::Text("…".to_owned()));
        }
        self.told(name, Fact::All(first))
    }
}

fn text_of(text: impl ToString) -> Fact {
    Fact::Text(one_line(&text.to_string(), LONG))
}

/// A long text in parts, each of which is said whole.
pub(crate) fn parts_of(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    letters.chunks(LONG).map(|part| part.iter().collect()).collect()
}

/// A text on one line, cut short after so many letters.
fn one_line(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// The name of a town or a person as it is said of them: on one line that ends, with nothing in it that moves or turns a line, whoever wrote it.
pub fn name_of(name: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let seen: String = name.chars().map(|letter| if letter.is_control() || turns(letter) { ' ' } else { letter }).collect();
    one_line(&seen, LONG_NAME)
}
