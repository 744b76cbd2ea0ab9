//! The airlock: whatever an edit of a draft does to what tries it out, it does there, is set aside by name, and all else goes on.

mod edits;
mod millbrook;
