//! What the law asks of the book that it judges by, and of the acts that come into it.
//!
//! The law knows an act by its [`Standing`] and a book by whom it has on the roll, what k is and who was asked to do what. A town's
//! [`Book`](crate::book::Book) answers that, and refuses by the rules of its institutions beside; so does whatever else has acts to be
//! judged by this law (`folkmoot-testkit` judges histories from files).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::Arc;

use super::refusal::Refusal as Law;
use crate::act::{Author, Entry, Standing};
use crate::change::{Unsigned, VerifiedChange};
use crate::id::{ActId, DeviceId};
use crate::plain::{Duty, Member};
use crate::refusal::Refusal;

/// Where a device stands in a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// Never admitted.
    Unknown,
    /// Admitted and removed.
    Removed,
    /// On the roll.
    Held {
        /// Whose device it is.
        member: Member,
        /// Whether it is a paper recovery card, which may only sign, and file acts of the roll.
        paper: bool,
    },
}

macro_rules! clauses {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// A clause of the law, by RESOLVER.md's sections. A view that keeps one not is for tests, which see that something notices.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Clause {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Clause {
            /// Every clause.
            pub const ALL: &[Clause] = &[$(Clause::$name),+];
        }
    };
}

clauses! {
    /// 2: one who has seen their own fork writes no more.
    OwnForkIsVoid,
    /// 2: nobody signs what they had not seen.
    SignsWhatItSaw,
    /// 2: nobody signs what is void.
    SignsNothingVoid,
    /// 2: nobody signs a removal that leaves out a signature of its target that they have seen.
    StaleRemovalIsVoid,
    /// 2: after signing their own removal nobody signs or moves anything binding.
    SignedOwnRemovalIsVoid,
    /// 2: a cut names what was seen, of the one cut off.
    CutNamesTheirs,
    /// 2: a deed is void without the duty.
    DutyIsHeld,
    /// 2: there is one founding act.
    FoundsOnce,
    /// 3: the act's past says who may sign.
    SignerWasOnTheRoll,
    /// 3: each signer's own past says how many are needed.
    NeedOfEachSigner,
    /// 3: nobody is counted together with one they signed out.
    NotBesideOneSignedOut,
    /// 4: the signer's admission counts.
    AdmissionCounts,
    /// 4: the signer's admission lies in the past of the signature.
    AdmissionInThePast,
    /// 4: a removal leaves standing what its author had seen.
    RemovalSparesWhatItSaw,
    /// 4: one may sign one's own removal.
    RemovalSparesItsOwnSignature,
    /// 5: removals judge removals, until nothing changes any more.
    WellFounded,
    /// 6: a fork freezes.
    ForkFreezes,
    /// 6: what a majority has taken in is not frozen.
    TakenInStands,
    /// 6: nothing is taken in by one who has seen the fork.
    TakenInWithoutProof,
    /// 7: the admission of a deed's author counts and lies in its past.
    DeedOfOneAdmitted,
    /// 7: a removal contests deeds outside its cut.
    RemovalEndsDeeds,
    /// 7: a cut names tips, not what was seen.
    CutByTips,
    /// 7: a recall ends a grant.
    RecallEndsGrants,
    /// 7: a grant that had seen the recall is a new one.
    GrantAfterRecallStands,
    /// 7: a meeting after the term ends a grant.
    MeetingEndsTerm,
    /// 7: what the meeting had seen was in the term.
    MeetingSparesWhatItSaw,
    /// 7: a ratification makes a deed count.
    Ratifies,
    /// 7: nobody ratifies their own deed.
    AuthorDoesNotRatify,
    /// 3: a settled act's signatures are held by a majority of each signer's roll.
    SettledWhenHeld,
    /// 3: who signed the signer out before does not hold the signature.
    SettledByOthers,
    /// 3: a settled act's signers were admitted by settled acts.
    SettledFromTheRoot,
}

/// A change with its act, read: that needs nothing of a fold, and can be done beside it.
#[derive(Debug, Clone)]
pub struct Read<V: View> {
    pub(super) change: VerifiedChange,
    pub(super) act: Option<V::Act>,
}

impl<V: View> From<VerifiedChange> for Read<V> {
    fn from(change: VerifiedChange) -> Read<V> {
        Read { act: V::read(&change.says().act), change }
    }
}

/// The book of a past, as the law judges by it.
///
/// **Invariant:** counting is commutative, and nothing but what was counted changes an answer.
pub trait View: Clone + Debug + Default {
    /// An act, read.
    type Act: Clone + Debug;

    /// Whether an act is refused that the law would let stand though it can do nothing: a second signature, one of a device that came
    /// after the act, one under what needs none, a ratification of what is no deed.
    const REFUSES_IDLE: bool;

    /// Whether a clause of the law is kept.
    fn keeps(_: Clause) -> bool {
        true
    }

    /// Whether a refusal is passed over: for tests, which leave a rule out by its id and see that something notices.
    fn passes_over(_: &Refusal) -> bool {
        false
    }

    /// Reads an act from the bytes of its value; none of a kind that a newer version writes.
    fn read(bytes: &[u8]) -> Option<Self::Act>;

    /// What an act is to the law.
    fn standing(act: &Self::Act) -> Standing;

    /// Whether a change files an act where its kind belongs.
    fn is_in_place(act: &Self::Act, says: &Unsigned) -> bool;

    /// Whether an act is one on the roll, which a paper recovery card may file.
    fn is_of_the_roll(act: &Self::Act) -> bool;

    /// Whose devices a founding act puts on the roll.
    fn founders(act: &Self::Act, author: DeviceId) -> BTreeMap<DeviceId, Member>;

    /// Whether a founding act counts.
    fn is_founded(&self) -> bool;

    /// Where a device stands.
    fn seat(&self, device: &DeviceId) -> Seat;

    /// Every device on the roll, with its holder.
    fn roll(&self) -> Arc<BTreeMap<DeviceId, Member>>;

    /// The k of the charter.
    fn k(&self) -> u32;

    /// On whose mandates an author may do an act that needs a duty: nobody's where none is needed, and [`None`] where the author may not.
    /// `before` says of two acts whether the first lies in the past of the second.
    fn may_do(&self, act: &Self::Act, duty: Duty, by: &Author, before: &dyn Fn(&ActId, &ActId) -> bool) -> Option<BTreeSet<Member>>;

    /// Why an author may not do an act that needs a duty.
    fn not_asked(&self, _: &Self::Act, duty: Duty, by: &Author) -> Refusal {
        Law::DutyNotHeld { member: by.member, duty }.into()
    }

    /// Whether a grant of the duty that an act needs is for what the act does; `named` gives what the act names, of all that it had seen. It
    /// hangs on what these acts say alone, and not on what counts.
    fn is_for<'a>(_: &'a Self::Act, _grant: &Self::Act, _named: &dyn Fn(&ActId) -> Option<&'a Self::Act>) -> bool {
        true
    }

    /// Of whom an act says what otherwise only that member says, and what duty says it on their behalf.
    fn speaks_for(_: &Self::Act) -> Option<(Member, Duty)> {
        None
    }

    /// To whom an act granted a duty.
    fn granted_to(&self, grant: &ActId) -> Option<Member>;

    /// Weighs an act by the rules that are beside the law.
    ///
    /// # Errors
    /// The [`Refusal`] of the first rule that says no.
    fn check(&self, act: &Self::Act, by: &Author) -> Result<(), Refusal>;

    /// Counts an act that counts.
    fn count(&mut self, act: &Self::Act, entry: &Entry, by: &Author);
}
