//! A town's book that one rule, by its id, is left out of at run time (T20).

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use folkmoot::act::{Act, Author, Entry, Standing};
use folkmoot::book::Book;
use folkmoot::change::Unsigned;
use folkmoot::fold::{Seat, View};
use folkmoot::id::{ActId, DeviceId};
use folkmoot::plain::{Duty, Member};
use folkmoot::refusal::Refusal;

thread_local! {
    /// The id of the rule that a test leaves out.
    static LEFT_OUT: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Does some work as if a rule refused nothing.
pub fn without_rule<T>(id: &'static str, work: impl FnOnce() -> T) -> T {
    LEFT_OUT.set(Some(id));
    let done = work();
    LEFT_OUT.set(None);
    done
}

/// A town's book, judged by all rules but the one that is left out.
#[derive(Debug, Clone, Default)]
pub struct Masked(Book);

impl View for Masked {
    type Act = Act;

    const REFUSES_IDLE: bool = Book::REFUSES_IDLE;

    fn passes_over(why: &Refusal) -> bool {
        LEFT_OUT.get() == Some(why.rule().id)
    }

    fn read(bytes: &[u8]) -> Option<Act> {
        Book::read(bytes)
    }

    fn standing(act: &Act) -> Standing {
        act.standing()
    }

    fn is_in_place(act: &Act, says: &Unsigned) -> bool {
        Book::is_in_place(act, says)
    }

    fn is_of_the_roll(act: &Act) -> bool {
        Book::is_of_the_roll(act)
    }

    fn founders(act: &Act, author: DeviceId) -> BTreeMap<DeviceId, Member> {
        Book::founders(act, author)
    }

    fn is_founded(&self) -> bool {
        self.0.is_founded()
    }

    fn seat(&self, device: &DeviceId) -> Seat {
        self.0.seat(device)
    }

    fn roll(&self) -> Arc<BTreeMap<DeviceId, Member>> {
        self.0.roll()
    }

    fn k(&self) -> u32 {
        self.0.k()
    }

    fn may_do(&self, act: &Act, duty: Duty, by: &Author, before: &dyn Fn(&ActId, &ActId) -> bool) -> Option<BTreeSet<Member>> {
        self.0.may_do(act, duty, by, before)
    }

    fn not_asked(&self, act: &Act, duty: Duty, by: &Author) -> Refusal {
        self.0.not_asked(act, duty, by)
    }

    fn is_for<'a>(act: &'a Act, grant: &Act, named: &dyn Fn(&ActId) -> Option<&'a Act>) -> bool {
        Book::is_for(act, grant, named)
    }

    fn speaks_for(act: &Act) -> Option<(Member, Duty)> {
        Book::speaks_for(act)
    }

    fn granted_to(&self, grant: &ActId) -> Option<Member> {
        self.0.granted_to(grant)
    }

    fn check(&self, act: &Act, by: &Author) -> Result<(), Refusal> {
        self.0.check(act, by)
    }

    fn count(&mut self, act: &Act, entry: &Entry, by: &Author) {
        self.0.count(act, entry, by);
    }
}
