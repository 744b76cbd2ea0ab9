//! The one place that reads a clock: the moment that this laptop claims it is.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime};
use folkmoot::plain::Day;

/// A claimed moment, and the civil day that people here call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970 (UTC).
    pub seconds: i64,
    /// The day.
    pub day: Day,
}

impl Moment {
    /// What the laptop's clock says.
    #[allow(clippy::disallowed_methods, reason = "this is where a clock is read")]
    pub fn of_the_clock() -> Moment {
        let now = Local::now();
        Moment { seconds: now.timestamp(), day: Day(now.date_naive()) }
    }
}

/// Reads `--now`: a day, a day and time, or seconds since 1970.
///
/// # Errors
/// When it is none of these, with how to write one.
pub fn moment(text: &str) -> Result<Moment, String> {
    if let Ok(seconds) = text.parse::<i64>() {
        let moment = DateTime::from_timestamp(seconds, 0).ok_or("no such moment")?;
        return Ok(Moment { seconds, day: Day(moment.date_naive()) });
    }
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Ok(Moment { seconds: moment.timestamp(), day: Day(moment.date_naive()) });
    }
    let civil = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"));
    let civil = civil.or_else(|_| NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|day| day.and_time(chrono::NaiveTime::MIN)));
    let civil = civil.map_err(|_| "write it like 2027-03-03, 2027-03-03T19:30 or 1804100000".to_owned())?;
    Ok(Moment { seconds: civil.and_utc().timestamp(), day: Day(civil.date()) })
}
