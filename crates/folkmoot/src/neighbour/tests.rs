use super::*;
use crate::act::{Author, Entry};
use crate::id::{ActId, AssemblyId, DeviceId, InviteId};
use crate::plain::Member;

const CEDAR: AssemblyId = AssemblyId([9; 32]);
const ASHGROVE: AssemblyId = AssemblyId([8; 32]);
const INVITE: InviteId = InviteId([5; 32]);

fn join(town: AssemblyId, by: Option<InviteId>) -> Act {
    Act::Join { town, name: "Cedar Falls".to_owned(), endpoint: DeviceId([4; 32]), by, code: None }
}

fn counted(acts: &[(u8, Act)]) -> Neighbours {
    let by = Author { device: DeviceId([1; 32]), member: Member(1) };
    let mut book = Neighbours::default();
    for (id, act) in acts {
        book.count(act, &Entry { id: ActId([*id; 32]), by: Member(1), claimed_at: 0, seq: u64::from(*id) }, &by);
    }
    book
}

/// Every order of a few acts.
fn orders(acts: &[(u8, Act)]) -> Vec<Vec<(u8, Act)>> {
    if acts.len() < 2 {
        return vec![acts.to_vec()];
    }
    let first = |at: usize| {
        let mut rest = acts.to_vec();
        let first = rest.remove(at);
        orders(&rest).into_iter().map(move |order| std::iter::once(first.clone()).chain(order).collect())
    };
    (0..acts.len()).flat_map(first).collect()
}

#[test]
fn whatever_the_order_a_parting_ends_what_it_names_and_a_revocation_all_that_came_by_the_invite() {
    let made = Act::Invite { invite: INVITE, until: 10, member: None };
    let part = Act::Part { town: CEDAR, joins: vec![ActId([2; 32])] };
    let parted = [(1, made.clone()), (2, join(CEDAR, Some(INVITE))), (3, part), (4, join(ASHGROVE, Some(INVITE)))];
    for order in orders(&parted) {
        let book = counted(&order);
        assert_eq!((book.towns(), book.answers(&INVITE).count()), ([ASHGROVE].into(), 2));
    }
    let again: Vec<_> = parted.iter().cloned().chain([(5, join(CEDAR, None))]).collect();
    for order in orders(&again) {
        assert_eq!(counted(&order).towns(), [CEDAR, ASHGROVE].into());
    }
    let revoked = [(1, made), (2, join(CEDAR, Some(INVITE))), (3, Act::Revoke { invite: INVITE }), (4, join(ASHGROVE, None))];
    for order in orders(&revoked) {
        let book = counted(&order);
        assert_eq!((book.towns(), book.is_revoked(&INVITE)), ([ASHGROVE].into(), true));
    }
}
