//! What of a list is wanted: what is looked for in it, and how much of what was found.

use folkmoot::plain::Member;

use super::finding::Needle;
use super::{Asked, VIEWS, misasked};
use crate::Trouble;

/// What of a list is wanted.
///
/// Said as `find=WORDS`, then `count=N` from the front or `latest=N` from the back, after `from=N` that are passed over from that end.
/// What a view takes of these, its usage in the list of views says.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    /// The one word that is said without a key.
    pub(crate) word: Option<&'a str>,
    /// What is looked for, if anything was said of it.
    pub(crate) find: Option<Needle>,
    /// Which of several lists.
    pub(crate) among: Option<&'a str>,
    /// In which order.
    pub(crate) by: Option<&'a str>,
    /// Of which commodity.
    pub(crate) commodity: Option<&'a str>,
    /// Of which members.
    pub(crate) of: Option<&'a str>,
    from: usize,
    most: usize,
    from_the_back: bool,
}

impl Part<'_> {
    /// How many there are, and those of them that are wanted.
    pub(crate) fn of<T>(&self, mut all: Vec<T>) -> (usize, Vec<T>) {
        let found = all.len();
        let from = self.from.min(found);
        let (begin, end) = if self.from_the_back {
            ((found - from).saturating_sub(self.most), found - from)
        } else {
            (from, from.saturating_add(self.most).min(found))
        };
        all.truncate(end);
        (found, all.split_off(begin))
    }

    /// The member that the word says by number, if any.
    pub(crate) fn member(&self, view: &'static str) -> Result<Option<Member>, Trouble> {
        self.word.map(|word| word.parse().map(Member).map_err(|_| misasked(view))).transpose()
    }

    /// How many are wanted at most.
    pub(crate) fn most(&self) -> usize {
        self.most
    }

    /// The words that are looked for, unless there are none.
    pub(crate) fn words(&self) -> Option<&Needle> {
        self.find.as_ref().filter(|needle| !needle.is_empty())
    }
}

/// Whether a view that is asked like this takes a word without a key.
fn takes_a_word(usage: &str) -> bool {
    usage.strip_prefix('[').and_then(|usage| usage.split(']').next()).is_some_and(|first| !first.contains('='))
}

/// One of several words, or none.
pub(crate) fn one_of<'a, const N: usize>(said: Option<&'a str>, known: [&str; N], view: &'static str) -> Result<Option<&'a str>, Trouble> {
    if said.is_none_or(|said| known.contains(&said)) { Ok(said) } else { Err(misasked(view)) }
}

impl<'a> Asked<'a> {
    /// What of a list is wanted: all of it, where nothing else is said.
    ///
    /// # Errors
    /// [`Trouble::ViewArguments`] when something is said twice, or that the view does not take.
    pub(crate) fn part(&self, view: &'static str) -> Result<Part<'a>, Trouble> {
        let usage = VIEWS.iter().find(|known| known.name == view).map_or("", |known| known.usage);
        let wrong = || misasked(view);
        let number = |said: Option<&str>| said.map(|said| said.parse::<usize>().map_err(|_| wrong())).transpose();
        let mut said: [(&str, Option<&'a str>); 8] =
            ["find=", "from=", "count=", "latest=", "among=", "by=", "commodity=", "of="].map(|key| (key, None));
        let mut word = None;
        for asked in self.words {
            let keyed = said.iter_mut().find_map(|(key, value)| asked.strip_prefix(*key).map(|said| (*key, value, said)));
            let (value, said) = match keyed {
                Some((key, value, said)) if usage.contains(&format!("[{key}")) || usage.contains(&format!("|{key}")) => (value, said),
                None if takes_a_word(usage) => (&mut word, asked.as_str()),
                Some(_) | None => return Err(wrong()),
            };
            if value.replace(said).is_some() {
                return Err(wrong());
            }
        }
        let [find, from, count, latest, among, by, commodity, of] = said.map(|(_, value)| value);
        if count.is_some() && latest.is_some() {
            return Err(wrong());
        }
        Ok(Part {
            word,
            find: find.map(Needle::of),
            among,
            by,
            commodity,
            of,
            from: number(from)?.unwrap_or(0),
            most: number(count.or(latest))?.unwrap_or(usize::MAX),
            from_the_back: latest.is_some(),
        })
    }
}
