//! Witnessing: a town co-signs what other towns have sealed, and says where their books stood; two books under one name are found by it.
//!
//! ```text
//! Cedar Falls seals --> Havel: witness.cosign { town, sealed, head, follows } --> commons of Havel --> whoever holds both towns
//!                                                                                  views (a pure function of both): `views`
//! ```
//!
//! **Invariant:** no verdict in any book comes from another town's book. `check` looks at one town's commons alone; what two towns'
//! books say together is shown, and never fed into either.

mod acts;
mod book;
mod rules;
mod views;

pub use acts::*;
pub use book::*;
pub use rules::{MAX_SEALED, MAX_TIPS, Refusal, check, weigh};
pub use views::*;
