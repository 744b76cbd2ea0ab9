//! What a mandate must be for, that something may rest on it.

use crate::account::lies_in;
use crate::act::Act;
use crate::id::ActId;
use crate::ledger::Posting;
use crate::mandate;

/// What an act asks of a mandate beside its duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Needs<'a> {
    /// Nothing.
    Nothing,
    /// That it is for all accounts that the act writes in.
    Accounts(Vec<&'a str>),
    /// That it is for the body where the act agrees to something: a mandate that follows upon another is for what was agreed under that.
    Body(Option<&'a str>),
    /// What no mandate is for: the act names one that is not here.
    Unknown,
}

impl<'a> Needs<'a> {
    /// What an act needs, by the lines of the transaction that it takes back and the body of the mandate that it names.
    pub(crate) fn of(
        act: &'a Act,
        lines_of: &dyn Fn(&ActId) -> Option<&'a [Posting]>,
        body_of: &dyn Fn(&ActId) -> Option<Option<&'a str>>,
    ) -> Needs<'a> {
        match act {
            Act::Ledger(act) => Needs::Accounts(act.writes_in(lines_of)),
            Act::Mandate(mandate::Act::Agree { grant, .. }) => body_of(grant).map_or(Needs::Unknown, Needs::Body),
            Act::Mandate(_)
            | Act::Roll(_)
            | Act::Charter(_)
            | Act::Minutes(_)
            | Act::People(_)
            | Act::Floor(_)
            | Act::Draft(_)
            | Act::Neighbour(_)
            | Act::Witness(_)
            | Act::Sealed(_)
            | Act::Note(_)
            | Act::Quiet(_) => Needs::Nothing,
        }
    }

    /// Whether a mandate with some accounts, or for a body, is for it.
    pub(crate) fn are_met_by(&self, accounts: &[String], body: Option<&str>) -> bool {
        match self {
            Needs::Nothing => true,
            Needs::Accounts(written) => written.iter().all(|account| lies_in(account, accounts)),
            Needs::Body(spoken_at) => *spoken_at == body,
            Needs::Unknown => false,
        }
    }
}
