//! The gate: what a verified change must be before its act may be filed.
//!
//! **Invariant:** a [`Gated`] change cannot exist unless [`gate`] let it through, and nothing else is ever filed.

use folkmoot::change::{MAX_CHANGE_BYTES, VerifiedChange};
use folkmoot::value::{MAX_DEPTH, MAX_VALUES, Value};

/// The longest name of a field in an act, in bytes.
pub const MAX_FIELD_NAME: usize = 256;

/// A verified change that the gate let through.
#[derive(Debug, Clone, Copy)]
pub struct Gated<'a>(&'a VerifiedChange);

impl<'a> Gated<'a> {
    /// The change itself.
    pub fn change(self) -> &'a VerifiedChange {
        self.0
    }
}

/// Why the gate refuses a change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GateRefusal {
    /// The whole change is larger than [`MAX_CHANGE_BYTES`].
    #[error("a change of {0} bytes is over the limit of {MAX_CHANGE_BYTES}")]
    TooLarge(usize),
    /// The value, encoded again, does not give the bytes that were signed.
    #[error("the signed bytes are not the one form of their value")]
    NotCanonical,
    /// The act is not a map with a text under `do`.
    #[error("an act is a map that says what it does")]
    NotAnAct,
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("nested deeper than {MAX_DEPTH}")]
    TooDeep,
    /// More than [`MAX_VALUES`] values.
    #[error("more than {MAX_VALUES} values in one act")]
    TooMany,
    /// A field without a name.
    #[error("a field has no name")]
    EmptyName,
    /// A field's name is longer than [`MAX_FIELD_NAME`].
    #[error("a field's name of {0} bytes is over the limit of {MAX_FIELD_NAME}")]
    LongName(usize),
}

/// Lets a verified change through to be filed, whether or not this version knows the kind of its act.
///
/// # Errors
/// [`GateRefusal`] when the change is over a limit, its act is not in its one form, or is not a map with a text under `do`.
pub fn gate(change: &VerifiedChange) -> Result<Gated<'_>, GateRefusal> {
    let size = change.signed().encode().len();
    if size > MAX_CHANGE_BYTES {
        return Err(GateRefusal::TooLarge(size));
    }
    weigh(&change.says().act, &change.act())?;
    Ok(Gated(change))
}

fn weigh(signed: &[u8], act: &Value) -> Result<(), GateRefusal> {
    // Limits first, so that encoding never recurses deeper than they allow.
    within_limits(act, 0, &mut MAX_VALUES.clone())?;
    if act.encode() != signed {
        return Err(GateRefusal::NotCanonical);
    }
    act.text("do").map(|_| ()).ok_or(GateRefusal::NotAnAct)
}

fn within_limits(value: &Value, depth: usize, left: &mut usize) -> Result<(), GateRefusal> {
    if depth > MAX_DEPTH {
        return Err(GateRefusal::TooDeep);
    }
    *left = left.checked_sub(1).ok_or(GateRefusal::TooMany)?;
    match value {
        Value::Bool(_) | Value::Int(_) | Value::Text(_) => Ok(()),
        Value::List(items) => items.iter().try_for_each(|item| within_limits(item, depth + 1, left)),
        Value::Map(fields) => fields.iter().try_for_each(|(name, value)| {
            named(name)?;
            within_limits(value, depth + 1, left)
        }),
    }
}

fn named(name: &str) -> Result<(), GateRefusal> {
    match name.len() {
        0 => Err(GateRefusal::EmptyName),
        1..=MAX_FIELD_NAME => Ok(()),
        longer => Err(GateRefusal::LongName(longer)),
    }
}

#[cfg(test)]
mod tests {
    use folkmoot::change::ChangeError;
    use folkmoot::value::NotAValue;

    use super::*;
    use crate::tests::{map, text, unsigned};

    fn refusal(act: &Value) -> Option<GateRefusal> {
        weigh(&act.encode(), act).err()
    }

    fn nested(levels: usize) -> Value {
        (0..levels).fold(text("deep"), |inner, _| Value::List(vec![inner]))
    }

    #[test]
    fn an_act_of_a_kind_nobody_knows_passes() {
        assert_eq!(refusal(&map([("do", text("levitate")), ("height", Value::Int(3))])), None);
    }

    #[test]
    fn an_act_is_a_map_that_says_what_it_does() {
        assert_eq!(refusal(&text("post")), Some(GateRefusal::NotAnAct));
        assert_eq!(refusal(&Value::List(vec![text("do")])), Some(GateRefusal::NotAnAct));
        assert_eq!(refusal(&map([("done", text("post"))])), Some(GateRefusal::NotAnAct));
        assert_eq!(refusal(&map([("do", Value::Int(1))])), Some(GateRefusal::NotAnAct));
    }

    #[test]
    fn an_act_over_deep_or_over_long_is_refused() {
        assert_eq!(refusal(&map([("do", text("post")), ("x", nested(MAX_DEPTH - 1))])), None);
        assert_eq!(refusal(&map([("do", text("post")), ("x", nested(MAX_DEPTH))])), Some(GateRefusal::TooDeep));
        let many = Value::List(vec![Value::Bool(true); MAX_VALUES]);
        assert_eq!(refusal(&map([("do", text("post")), ("x", many)])), Some(GateRefusal::TooMany));
    }

    #[test]
    fn every_field_has_a_name_of_sane_length() {
        assert_eq!(refusal(&map([("do", text("post")), ("", text("x"))])), Some(GateRefusal::EmptyName));
        let long = "x".repeat(MAX_FIELD_NAME + 1);
        assert_eq!(refusal(&map([("do", text("post")), (&long[1..], text("x"))])), None);
        let inside = Value::List(vec![map([(long.as_str(), text("x"))])]);
        assert_eq!(refusal(&map([("do", text("post")), ("in", inside)])), Some(GateRefusal::LongName(MAX_FIELD_NAME + 1)));
    }

    #[test]
    fn bytes_after_the_act_are_refused() {
        let act = map([("do", text("post"))]);
        let trailing = [act.encode(), vec![0]].concat();
        assert_eq!(weigh(&trailing, &act), Err(GateRefusal::NotCanonical));
        let (pen, mut says) = unsigned(1, 0, 0, None, &act);
        says.act = trailing;
        assert_eq!(says.sign(&pen).verify(), Err(ChangeError::Act(NotAValue::Length)));
    }

    #[test]
    fn a_change_over_the_limit_is_refused_with_its_size() {
        let act = map([("do", text("post")), ("memo", text(&"x".repeat(MAX_CHANGE_BYTES)))]);
        let (pen, says) = unsigned(1, 0, 0, None, &act);
        let change = says.sign(&pen).verify().unwrap();
        assert!(matches!(gate(&change), Err(GateRefusal::TooLarge(size)) if size > MAX_CHANGE_BYTES));
    }
}
