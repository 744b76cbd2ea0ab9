//! Finding words in what a reader sees, whatever their case, accents and vowel signs.

use folkmoot::plain::Day;
use memchr::memmem::Finder;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The sign that draws an Arabic word out, and says nothing.
const TATWEEL: char = '\u{640}';

/// Words as they are compared: small, without accents and vowel signs, with the digits of one script.
pub(crate) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter) && *letter != TATWEEL);
    letters.flat_map(char::to_lowercase).map(digit).collect()
}

/// Arabic and Persian digits are found by those of the Latin script, and the other way round.
fn digit(letter: char) -> char {
    let zero = match letter {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return letter,
    };
    char::from_digit(u32::from(letter) - zero, 10).unwrap_or(letter)
}

/// A day as it is looked for: as it is written everywhere, and by a sign for its day of the week that nobody types (U+E001 for Monday to
/// U+E007 for Sunday). Pages say both for what their reader calls a day.
pub(crate) fn dated(day: Day) -> String {
    let sign = char::from_u32(0xe000 + day.of_the_week()).map(String::from).unwrap_or_default();
    format!("{day} {sign}")
}

/// What can be found of something: its name, and what else is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// As it is compared, the name first.
    words: Box<str>,
    /// Where the name ends.
    name: usize,
}

impl Text {
    /// The words of a name, and of whatever else a reader sees.
    pub(crate) fn of<'a>(name: &str, more: impl IntoIterator<Item = &'a str>) -> Text {
        let mut words = plain(name);
        let name = words.len();
        for more in more.into_iter().filter(|more| !more.is_empty()) {
            words.push(' ');
            words.push_str(&plain(more));
        }
        Text { words: words.into_boxed_str(), name }
    }

    /// The name, as it is compared.
    pub(crate) fn name(&self) -> &str {
        self.words.get(..self.name).unwrap_or_default()
    }
}

/// How well something fits what is looked for, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Its name is what is looked for.
    Named,
    /// Words of its name begin so.
    NameBegins,
    /// Words that are said of it begin so.
    Begins,
    /// It has the words somewhere.
    Inside,
}

/// One word that is looked for.
#[derive(Debug)]
struct Word {
    plain: String,
    inside: Finder<'static>,
    begins: Finder<'static>,
}

impl Word {
    fn of(plain: &str) -> Word {
        let finder = |words: &str| Finder::new(words.as_bytes()).into_owned();
        Word { plain: plain.to_owned(), inside: finder(plain), begins: finder(&format!(" {plain}")) }
    }

    fn is_in(&self, text: &str) -> bool {
        text.len() >= self.plain.len() && self.inside.find(text.as_bytes()).is_some()
    }

    fn begins_in(&self, text: &str) -> bool {
        text.starts_with(&self.plain) || self.begins.find(text.as_bytes()).is_some()
    }
}

/// Words of which each has to be there somewhere, in any order.
#[derive(Debug)]
struct Way {
    words: Vec<Word>,
    /// All of them, as they were said.
    whole: String,
}

impl Way {
    fn of(wanted: &str) -> Way {
        let said: Vec<&str> = wanted.split_whitespace().collect();
        // The longest is the least likely to be there, and a word that is said twice is looked for once.
        let mut words = said.clone();
        words.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
        words.dedup();
        Way { words: words.into_iter().map(Word::of).collect(), whole: said.join(" ") }
    }

    fn is_in(&self, text: &Text) -> bool {
        self.words.iter().all(|word| word.is_in(&text.words))
    }

    fn fit(&self, text: &Text) -> Option<Fit> {
        if !self.is_in(text) {
            return None;
        }
        let name = text.name();
        let begin = |part: &str| self.words.iter().all(|word| word.begins_in(part));
        Some(if name.split_whitespace().eq(self.whole.split(' ')) {
            Fit::Named
        } else if begin(name) {
            Fit::NameBegins
        } else if begin(&text.words) {
            Fit::Begins
        } else {
            Fit::Inside
        })
    }
}

/// What is looked for: words, or after a `|` other words for the same.
#[derive(Debug)]
pub(crate) struct Needle {
    ways: Vec<Way>,
}

impl Needle {
    pub(crate) fn of(wanted: &str) -> Needle {
        let mut said: Vec<String> = plain(wanted).split('|').map(|way| way.trim().to_owned()).filter(|way| !way.is_empty()).collect();
        said.sort_unstable();
        said.dedup();
        Needle { ways: said.iter().map(|way| Way::of(way)).collect() }
    }

    /// Whether no words are looked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    /// Whether a text has the words, said in any of the ways; where no words are looked for, every text has them.
    pub(crate) fn is_in(&self, text: &Text) -> bool {
        self.ways.is_empty() || self.ways.iter().any(|way| way.is_in(text))
    }

    /// How well a text fits, said in the way that fits best; none where a word is missing in each.
    pub(crate) fn fit(&self, text: &Text) -> Option<Fit> {
        if self.ways.is_empty() {
            return Some(Fit::Inside);
        }
        self.ways.iter().filter_map(|way| way.fit(text)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(wanted: &str, name: &str) -> bool {
        Needle::of(wanted).is_in(&Text::of(name, ["house 3"]))
    }

    #[test]
    fn case_accents_and_vowel_signs_make_no_difference() {
        assert!(found("cafe", "Café de la Plaza"));
        assert!(found("CAFÉ", "cafe\u{301}"));
        assert!(found("jose nunez", "José Núñez"));
        assert!(found("محمد", "مُحَمَّد"));
        assert!(found("احمد", "أحمـــد"));
        assert!(found("ئەحمەد", "ژیان ئەحمەد"));
        assert!(found("١٢", "flour, 12 kg") && found("12", "۱۲ kg"));
        assert!(!found("cafes", "Café"));
    }

    #[test]
    fn every_word_has_to_be_there_in_any_order() {
        assert!(found("flour give", "Give 40 kg of flour"));
        assert!(!found("flour give", "Give a roof"));
        assert!(found("  ", "Ada") && Needle::of("  ").is_empty());
    }

    #[test]
    fn what_is_named_so_comes_before_what_only_begins_so_and_that_before_what_has_it_inside() {
        let fit = |name: &str| Needle::of("ana").fit(&Text::of(name, ["by the anchor"]));
        assert_eq!(fit("Ana"), Some(Fit::Named));
        assert_eq!(fit("Lea Ana"), Some(Fit::NameBegins));
        assert_eq!(fit("Dana"), Some(Fit::Inside));
        assert_eq!(fit("Lea"), None);
        assert_eq!(Needle::of("anchor").fit(&Text::of("Lea", ["by the anchor"])), Some(Fit::Begins));
    }

    #[test]
    fn ten_thousand_letters_find_nothing_and_cost_little() {
        assert!(!found(&"ab".repeat(5_000), "abab"));
        assert!(!found(&"a b ï ".repeat(2_000), "a b c"));
        assert_eq!(Needle::of(&"a b ï ".repeat(2_000)).ways[0].words.len(), 3);
    }

    #[test]
    fn one_thing_can_be_looked_for_by_several_words_and_a_day_by_its_day_of_the_week() {
        let monday = dated("2027-03-22".parse().unwrap());
        let entry = Text::of("Harina", [&*monday, "assets:store 10.5 EUR"]);
        let has = |wanted: &str| Needle::of(wanted).is_in(&entry);
        assert!(has("10,50 eur|10.5 eur") && has("lunes|\u{e001}") && has("22 marzo|-03-22"));
        assert!(!has("martes|\u{e002}") && !has("10,50 kg|10.5 kg"));
        assert!(has(" | ") && Needle::of("|").is_empty());
        assert_eq!(Needle::of("10.5|harina").fit(&entry), Some(Fit::Named), "the way that fits best");
    }
}
