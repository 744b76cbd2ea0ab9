//! The plain words that every institution uses: day, member, quantity, duty, meeting.
//!
//! **Invariant:** what is written in a word's one form reads back to the same word; nothing here rounds.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate};
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The largest quantity that one line may hold, so that sums over centuries stay exact.
pub const MAX_QUANTITY: i64 = 999_999_999_999;
/// The most decimals of a quantity.
pub const MAX_DECIMALS: u32 = 6;

/// Why a text is not one of these words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotPlain {
    /// Not a day of the calendar written as year-month-day.
    #[error("{0:?} is not a day; write it like 2027-03-03")]
    Day(String),
    /// Not an exact decimal, or too large or too fine.
    #[error("{0:?} is not a quantity; write it like 12.50, with at most six decimals and twelve digits before them")]
    Quantity(String),
    /// Not a meeting's key.
    #[error("{0:?} does not name a meeting; meetings are named by their day, like 2027-03-03, or 2027-03-03-b for a second one that day")]
    Meeting(String),
}

macro_rules! text_word {
    ($name:ident, $pattern:literal, $written:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "description": $written })
            }
        }
    };
}

/// A civil day, as people mean it; it has no hour and no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

text_word!(Day, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "A civil day, like 2027-03-03.");

impl Day {
    /// The quarter that a day lies in, as `2027-Q1`.
    pub fn quarter(&self) -> String {
        format!("{:04}-Q{}", self.0.year(), self.0.month0() / 3 + 1)
    }

    /// Which day of the week it is: 1 is Monday and 7 is Sunday.
    pub fn of_the_week(&self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// The day that comes so many days later, or the last day there is.
    pub fn later(&self, days: u64) -> Day {
        Day(self.0.checked_add_days(chrono::Days::new(days)).unwrap_or(NaiveDate::MAX))
    }

    /// The day in universal time of a claimed moment, in seconds since 1970; the first or last day there is, where none is as far off.
    pub fn of_claim(seconds: i64) -> Day {
        let far = if seconds < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        Day(DateTime::from_timestamp(seconds, 0).map_or(far, |moment| moment.date_naive()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // In the years that a day can be written in, chrono shows the same, but reads a pattern each time: too slow for every line of a long book.
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Day {
    type Err = NotPlain;

    fn from_str(text: &str) -> Result<Day, NotPlain> {
        let number = |from: usize, to: usize| {
            let digits = text.as_bytes().get(from..to)?;
            digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
        };
        let dashed = text.len() == 10 && [4, 7].iter().all(|at| text.as_bytes().get(*at) == Some(&b'-'));
        let ymd = dashed.then(|| Some((i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?))).flatten();
        let day = ymd.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        day.map(Day).ok_or_else(|| NotPlain::Day(text.to_owned()))
    }
}

/// A member of the assembly by number; the name stands on a card that never enters the commons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Member(#[schemars(range(min = 1))] pub u32);

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An exact decimal; its commodity stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(Decimal);

text_word!(Quantity, "^-?[0-9]{1,12}(\\.[0-9]{1,6})?$", "An exact decimal, like -12.50.");

impl Quantity {
    /// Nothing.
    pub const ZERO: Quantity = Quantity(Decimal::ZERO);

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it goes out.
    pub fn is_negative(&self) -> bool {
        self.0 < Decimal::ZERO
    }

    /// The size without the sign.
    pub fn abs(&self) -> Quantity {
        Quantity(self.0.abs())
    }

    /// The same with the sign turned.
    pub fn reversed(&self) -> Quantity {
        Quantity(-self.0)
    }
}

/// Sums stay exact: with at most twelve digits and six decimals a line, ten thousand million lines fit.
impl std::ops::Add for Quantity {
    type Output = Quantity;
    fn add(self, other: Quantity) -> Quantity {
        Quantity(self.0.saturating_add(other.0).normalize())
    }
}

impl std::ops::Sub for Quantity {
    type Output = Quantity;
    fn sub(self, other: Quantity) -> Quantity {
        Quantity(self.0.saturating_sub(other.0).normalize())
    }
}

impl std::iter::Sum for Quantity {
    fn sum<I: Iterator<Item = Quantity>>(items: I) -> Quantity {
        items.fold(Quantity::ZERO, |sum, item| sum + item)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Quantity {
    type Err = NotPlain;

    fn from_str(text: &str) -> Result<Quantity, NotPlain> {
        let refused = || NotPlain::Quantity(text.to_owned());
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !numeric(whole) || !numeric(decimals) || decimals.len() > MAX_DECIMALS as usize || whole.len() > 12 {
            return Err(refused());
        }
        let exact = Decimal::from_str_exact(text).map_err(|_| refused())?;
        if exact.abs() > Decimal::from(MAX_QUANTITY) { Err(refused()) } else { Ok(Quantity(exact)) }
    }
}

/// A meeting, named by its day; a second one on the same day takes a suffix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meeting {
    day: Day,
    suffix: String,
}

text_word!(
    Meeting,
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]{1,8})?$",
    "A meeting, named by its day, like 2027-03-03, or 2027-03-03-b for a second one that day."
);

impl Meeting {
    /// The day on which it meets.
    pub fn day(&self) -> Day {
        self.day
    }
}

impl fmt::Display for Meeting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.suffix.is_empty() { self.day.fmt(f) } else { write!(f, "{}-{}", self.day, self.suffix) }
    }
}

impl FromStr for Meeting {
    type Err = NotPlain;

    fn from_str(text: &str) -> Result<Meeting, NotPlain> {
        let refused = || NotPlain::Meeting(text.to_owned());
        let (day, rest) = text.split_at_checked(10).ok_or_else(refused)?;
        let day = day.parse().map_err(|_| refused())?;
        let suffix = if rest.is_empty() { "" } else { rest.strip_prefix('-').ok_or_else(refused)? };
        let plain = suffix.len() <= 8 && suffix.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if !plain || (suffix.is_empty() && !rest.is_empty()) { Err(refused()) } else { Ok(Meeting { day, suffix: suffix.to_owned() }) }
    }
}

/// What someone can be asked to do, until a day (C7: no duty is open-ended).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Runs the meeting and keeps its minutes.
    Facilitator,
    /// Keeps the ledger.
    Treasurer,
    /// Speaks for the assembly at a body outside it, as instructed.
    Delegate,
    /// Carries bundles and goods.
    Courier,
    /// Looks after a common.
    Steward,
    /// Sits on the recallable board (A4).
    Board,
}

impl Duty {
    /// Every duty.
    pub const ALL: [Duty; 6] = [Duty::Facilitator, Duty::Treasurer, Duty::Delegate, Duty::Courier, Duty::Steward, Duty::Board];

    /// The word in machine output and in acts.
    pub fn word(self) -> &'static str {
        match self {
            Duty::Facilitator => "facilitator",
            Duty::Treasurer => "treasurer",
            Duty::Delegate => "delegate",
            Duty::Courier => "courier",
            Duty::Steward => "steward",
            Duty::Board => "board",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_one_form() {
        for text in ["2027-03-03", "0000-01-01", "9999-12-31", "2028-02-29"] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()), Ok(text.to_owned()));
        }
        for text in [
            "2027-3-3",
            "2027-02-30",
            "+027-03-03",
            "2027-03-0x",
            "2027-13-01",
            "2027-00-01",
            "2027-03-00",
            "+12345-01-01",
            "-0001-01-01",
            "2027/03-03",
            "2027-03-03 ",
            "",
            "２０２７",
        ] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        for (text, good) in
            [("40", true), ("-0.000001", true), ("1e3", false), ("0.0000001", false), ("1000000000000", false), ("", false), (".5", false)]
        {
            assert_eq!(text.parse::<Quantity>().is_ok(), good, "{text}");
        }
        for (text, good) in
            [("2027-03-03", true), ("2027-03-03-b", true), ("2027-03-03-", false), ("spring", false), ("2027-03-03-B", false)]
        {
            assert_eq!(text.parse::<Meeting>().map(|meeting| meeting.to_string()).ok(), good.then(|| text.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_tenth_three_times_is_three_tenths() {
        let tenth: Quantity = "0.1".parse().unwrap();
        assert_eq!([tenth, tenth, tenth].into_iter().sum::<Quantity>(), "0.3".parse().unwrap());
    }
}
