//! The heart of Folkmoot: signed changes, acts, rules and the book, as plain values and pure functions.
//!
//! Each institution has a folder (`roll`, `charter`, `minutes`, `mandate`, `ledger`, `people`, `floor`, `draft`, `neighbour`, `witness`, `sealed`, `note`, `quiet`) with its acts, its
//! rules and its book; `fold` decides what counts; `change` is the envelope that everything travels in.
//!
//! **Invariant:** nothing here knows a clock, randomness, a file, a socket, Automerge, SQLite, iroh or Tauri.

mod account;
pub mod act;
pub mod book;
pub mod change;
pub mod charter;
pub mod draft;
pub mod floor;
pub mod fold;
pub mod id;
pub mod ledger;
pub mod mandate;
pub mod minutes;
pub mod name;
mod needs;
pub mod neighbour;
pub mod note;
pub mod people;
pub mod plain;
pub mod quiet;
pub mod refusal;
pub mod roll;
pub mod sealed;
pub mod value;
pub mod witness;
