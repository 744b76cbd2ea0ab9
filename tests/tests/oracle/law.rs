//! The law of what counts, written down once more, as slowly and plainly as it reads.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use folkmoot::act::Standing;
use folkmoot::id::DeviceId;
use folkmoot::plain::Member;

use super::record::{Record, Set, each, holds, one};

/// What a change counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Word {
    Counts,
    Pending,
    Contested,
    Split,
    Void,
    Newer,
    Waiting,
}

/// What the view of a change says of it: for good, and the same in every copy.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weighed {
    pub(crate) void: bool,
    pub(crate) member: Option<Member>,
    pub(crate) roll: BTreeMap<DeviceId, Member>,
    pub(crate) majority: usize,
    pub(crate) need: usize,
    /// The members on one of whose mandates it rests.
    pub(crate) rests_on: BTreeSet<Member>,
}

/// The book of a closed set: which binding acts, deeds and notes of it count, and a word for each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Book {
    pub(crate) counts: Set,
    pub(crate) words: BTreeMap<usize, Word>,
}

/// Remembers the books of pasts by their sets.
pub(crate) struct Oracle<'a> {
    pub(crate) record: &'a Record,
    weighed: RefCell<BTreeMap<usize, Rc<Weighed>>>,
    books: RefCell<BTreeMap<Set, Rc<Book>>>,
}

/// One closed set while it is judged.
pub(crate) struct Case<'a> {
    pub(crate) oracle: &'a Oracle<'a>,
    pub(crate) set: Set,
    pub(crate) weighed: BTreeMap<usize, Rc<Weighed>>,
    /// Binding acts that are not void, each with its signatures.
    pub(crate) signed: BTreeMap<usize, Vec<usize>>,
    pub(crate) frozen: Set,
}

impl<'a> Oracle<'a> {
    pub(crate) fn new(record: &'a Record) -> Oracle<'a> {
        Oracle { record, weighed: RefCell::default(), books: RefCell::default() }
    }

    /// Section 2, once for each change.
    pub(crate) fn weighed(&self, at: usize) -> Rc<Weighed> {
        let known = self.weighed.borrow().get(&at).cloned();
        known.unwrap_or_else(|| {
            let in_the_laws_own_acts = self.record.all[at].change.is_none();
            let weighed = Rc::new(if in_the_laws_own_acts { self.weigh_plainly(at) } else { self.weigh(at) });
            self.weighed.borrow_mut().insert(at, weighed.clone());
            weighed
        })
    }

    /// The words of any set: of what is closed its book's, of the rest that it waits.
    pub(crate) fn words(&self, set: Set) -> BTreeMap<usize, Word> {
        let closed = self.record.closed(set);
        let mut words = self.book(closed).words.clone();
        words.extend(each(set & !closed).map(|at| (at, Word::Waiting)));
        words
    }

    /// The book of a closed set.
    pub(crate) fn book(&self, set: Set) -> Rc<Book> {
        let known = self.books.borrow().get(&set).cloned();
        known.unwrap_or_else(|| {
            let book = Rc::new(self.judge(set));
            self.books.borrow_mut().insert(set, book.clone());
            book
        })
    }

    fn judge(&self, set: Set) -> Book {
        self.case(set).judge().0
    }

    /// The binding acts of a closed set that are settled.
    pub(crate) fn settled(&self, set: Set) -> Set {
        let case = self.case(set);
        let (book, possible) = case.judge();
        case.settled(book.counts, possible)
    }

    fn case(&self, set: Set) -> Case<'_> {
        let all = &self.record.all;
        let weighed: BTreeMap<usize, Rc<Weighed>> = each(set).map(|at| (at, self.weighed(at))).collect();
        let sound: Vec<usize> = each(set).filter(|at| !weighed[at].void).collect();
        let mut signed = BTreeMap::new();
        for act in sound.iter().copied().filter(|at| all[*at].binds() || all[*at].standing == Some(Standing::Found)) {
            let signs = Some(Standing::Sign { act: all[act].id });
            let others = sound
                .iter()
                .copied()
                .filter(|at| all[*at].standing == signs && holds(all[*at].past, act) && weighed[&act].roll.contains_key(&all[*at].device));
            signed.insert(act, std::iter::once(act).chain(others).collect());
        }
        let mut case = Case { oracle: self, set, weighed, signed, frozen: 0 };
        case.frozen = sound.iter().copied().filter(|at| case.is_frozen(*at)).map(one).fold(0, |a, b| a | b);
        case
    }
}

impl Case<'_> {
    fn judge(&self) -> (Book, Set) {
        let all = &self.oracle.record.all;
        // L0 = nothing; U = counting if only L's removals strike; L = counting if U's removals strike.
        let mut counting: Set = 0;
        let possible = loop {
            let possible = self.least_set(counting, self.frozen);
            let next = self.least_set(possible, self.frozen);
            if next == counting {
                break possible;
            }
            counting = next;
        };
        let but_for_others = self.least_set(0, 0);
        let mut book = Book { counts: counting, words: BTreeMap::new() };
        for at in each(self.set) {
            let word = if self.weighed[&at].void {
                Word::Void
            } else if all[at].standing.is_none() {
                Word::Newer
            } else if let Some(Standing::Sign { .. }) = all[at].standing {
                let strikes = each(counting).filter(|act| all[*act].removes().is_some()).map(one).fold(0, |a, b| a | b);
                let live = !holds(self.frozen, at) && self.is_live(at, counting, strikes);
                if live { Word::Counts } else { Word::Contested }
            } else if !self.signed.contains_key(&at) {
                if self.deed_counts(at, counting) { Word::Counts } else { Word::Contested }
            } else if holds(counting, at) {
                Word::Counts
            } else if holds(possible, at) {
                Word::Split
            } else if holds(but_for_others, at) {
                Word::Contested
            } else {
                Word::Pending
            };
            if word == Word::Counts {
                book.counts |= one(at);
            }
            book.words.insert(at, word);
        }
        (book, possible)
    }

    /// The least set of binding acts that count if the removals of `strikes` strike and `frozen` is frozen.
    fn least_set(&self, strikes: Set, frozen: Set) -> Set {
        let mut counting: Set = 0;
        loop {
            let more = self.signed.keys().copied().filter(|act| self.has_quorum(*act, counting, strikes, frozen));
            let next = more.map(one).fold(counting, |a, b| a | b);
            if next == counting {
                return counting;
            }
            counting = next;
        }
    }

    fn has_quorum(&self, act: usize, counting: Set, strikes: Set, frozen: Set) -> bool {
        let all = &self.oracle.record.all;
        if holds(counting, act) || all[act].standing == Some(Standing::Found) {
            return true;
        }
        let live = self.signed[&act].iter().copied().filter(|at| !holds(frozen, *at) && self.is_live(*at, counting, strikes));
        self.are_enough(act, live.collect())
    }

    /// Section 3: whether some of the signatures of an act make a quorum.
    pub(crate) fn are_enough(&self, act: usize, live: Vec<usize>) -> bool {
        let all = &self.oracle.record.all;
        let of_the_roll = matches!(all[act].standing, Some(Standing::Admit { .. } | Standing::Remove { .. }));
        let excluded: BTreeSet<Member> = match &all[act].standing {
            Some(Standing::Ratify { act: deed }) => {
                let named = each(if all[act].change.is_some() { all[act].past } else { self.set });
                named.filter(|at| all[*at].id == *deed).filter_map(|at| self.weighed[&at].member).collect()
            }
            Some(_) | None => BTreeSet::new(),
        };
        let excludes = |at: &usize| self.weighed[at].member.is_some_and(|member| excluded.contains(&member));
        let signers: Vec<usize> = live.into_iter().filter(|at| !excludes(at)).collect();
        let need = |at: usize| match all[act].standing {
            Some(Standing::Quorum) => self.weighed[&at].majority.max(self.weighed[&at].need),
            Some(_) if of_the_roll => self.weighed[&at].majority,
            Some(_) | None => self.weighed[&at].need,
        };
        let apart = |a: usize, b: usize| {
            let same = self.weighed[&a].member == self.weighed[&b].member;
            same || of_the_roll && (self.signed_out(a, b, act) || self.signed_out(b, a, act))
        };
        some_set(&signers, &mut Vec::new(), &need, &apart)
    }

    /// Section 4.
    pub(crate) fn is_live(&self, at: usize, counting: Set, strikes: Set) -> bool {
        let all = &self.oracle.record.all;
        let device = all[at].device;
        let admits = |act: usize| all[act].admits.contains(&device);
        let spares = |removal: usize| holds(all[removal].past, at) || self.has_signed(removal, at);
        each(counting & all[at].past).any(admits) && each(strikes).filter(|act| all[*act].removes() == Some(device)).all(spares)
    }

    fn signed_out(&self, signer: usize, other: usize, here: usize) -> bool {
        self.weighed[&signer].member.is_some_and(|holder| self.has_signed_out(holder, signer, other, here))
    }

    /// Whether a holder, before writing `before`, had signed `other` out, which signs `here`.
    pub(crate) fn has_signed_out(&self, holder: Member, before: usize, other: usize, here: usize) -> bool {
        let all = &self.oracle.record.all;
        self.signed.keys().any(|removal| {
            let another = all[*removal].id != all[here].id && all[*removal].removes() == Some(all[other].device);
            let earlier = |at: &usize| self.weighed[at].member == Some(holder) && holds(all[before].past, *at);
            another && !holds(all[*removal].past, other) && self.sound().any(|at| self.has_signed(*removal, at) && earlier(&at))
        })
    }

    /// Whether a change signs a binding act: it is that act, or has seen it and names it; in the law's own acts whoever its author is.
    fn has_signed(&self, act: usize, at: usize) -> bool {
        let all = &self.oracle.record.all;
        if all[at].change.is_some() {
            return self.signed[&act].contains(&at);
        }
        at == act || all[at].standing == Some(Standing::Sign { act: all[act].id }) && holds(all[at].past, act)
    }

    fn sound(&self) -> impl Iterator<Item = usize> {
        each(self.set).filter(|at| !self.weighed[at].void)
    }
}

/// Whether some of the signers, no two of them apart, are as many as the most that one of them needs.
fn some_set(rest: &[usize], chosen: &mut Vec<usize>, need: &dyn Fn(usize) -> usize, apart: &dyn Fn(usize, usize) -> bool) -> bool {
    if !chosen.is_empty() && chosen.iter().all(|at| need(*at) <= chosen.len()) {
        return true;
    }
    let Some((next, rest)) = rest.split_first() else { return false };
    if chosen.iter().all(|at| !apart(*at, *next)) {
        chosen.push(*next);
        if some_set(rest, chosen, need, apart) {
            return true;
        }
        chosen.pop();
    }
    some_set(rest, chosen, need, apart)
}
