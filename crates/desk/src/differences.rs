//! What differs between two texts, as splices.
//!
//! **Invariant:** words are never mixed: what changes, changes by whole words, so two people's changes to one word stay two words.

use folkmoot_record::Splice;

/// The splices that make one text out of another, word by word: what stays is not typed again, and words are never mixed.
pub(crate) fn differences(before: &str, after: &str) -> Vec<Splice> {
    let (old, new) = (words(before), words(after));
    let mut splices: Vec<Splice> = Vec::new();
    let mut at = 0;
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new) {
        let (tag, from, to) = op.as_tag_tuple();
        let length = old.get(from).unwrap_or_default().iter().map(|word| word.chars().count()).sum::<usize>();
        if tag != similar::DiffTag::Equal {
            splices.push(Splice { at, delete: length, insert: new.get(to).unwrap_or_default().concat() });
        }
        at += length;
    }
    splices
}

/// A text in words; whatever is neither letter nor digit stands for itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|letter: char| !letter.is_alphanumeric()).filter(|_| first.is_alphanumeric());
        let end = word.unwrap_or(if first.is_alphanumeric() { rest.len() } else { first.len_utf8() });
        let (word, more) = rest.split_at(end);
        words.push(word);
        rest = more;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(before: &str, after: &str) -> String {
        let letters: Vec<char> = before.chars().collect();
        let mut text = String::new();
        let mut at = 0;
        for splice in differences(before, after) {
            text.extend(&letters[at..splice.at]);
            text.push_str(&splice.insert);
            at = splice.at + splice.delete;
        }
        text.extend(&letters[at..]);
        text
    }

    #[test]
    fn what_differs_makes_the_one_text_out_of_the_other() {
        let texts = ["", "The mill grinds.", "The old mill grinds for all.\n", "پێکەوە 👩🏽‍🌾 çi", "mill mill mill", "\n\n"];
        for (before, after) in texts.iter().flat_map(|before| texts.iter().map(move |after| (before, after))) {
            assert_eq!(made(before, after), *after, "{before:?}");
        }
    }

    #[test]
    fn only_the_words_that_change_are_typed() {
        let splice = |at, delete, insert: &str| Splice { at, delete, insert: insert.to_owned() };
        assert_eq!(differences("The mill grinds for all.", "The mill turns for all!"), [splice(9, 6, "turns"), splice(23, 1, "!")]);
        assert_eq!(differences("same", "same"), []);
    }
}
