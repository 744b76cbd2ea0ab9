//! The six commands. `look` and `news` only read; `act`, `draft`, `carry` and `peers` write.
//!
//! **Invariant:** a command hands what a page asks to the desk and gives its answer back; a page never names a file to be written over.

pub(crate) mod act;
pub(crate) mod carry;
pub(crate) mod draft;
pub(crate) mod look;
pub(crate) mod news;
pub(crate) mod peers;

use folkmoot_desk::Trouble;
use serde::Serialize;
use serde_json::Value as Json;

/// The answer as JSON; answers hold nothing that cannot be written.
fn plain(value: impl Serialize) -> Result<Json, Trouble> {
    Ok(serde_json::to_value(value).unwrap_or(Json::Null))
}
