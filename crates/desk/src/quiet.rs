//! Declared quiet, for whoever opens a socket and for whoever reads another town's book.

use folkmoot::id::AssemblyId;
use folkmoot::plain::Day;
use folkmoot::quiet::Period;

use crate::{Desk, Trouble};

impl Desk {
    /// The quiet days of an assembly, as they were declared.
    fn quiet_of(&self, assembly: AssemblyId) -> Result<Vec<Period>, Trouble> {
        let Some(fold) = self.fold(assembly)? else { return Ok(Vec::new()) };
        let commons = &fold.book().commons;
        Ok(commons.quiet.periods(commons.charter.quiet_days(&commons.minutes)))
    }

    /// The quiet days of this home's assemblies but one: on those it could not hear what that one said.
    pub(crate) fn quiet_beside(&self, assembly: AssemblyId) -> Result<Vec<Period>, Trouble> {
        let mut periods = Vec::new();
        for pen in self.archive.pens()?.into_iter().filter(|pen| pen.assembly != assembly) {
            periods.extend(self.quiet_of(pen.assembly)?);
        }
        Ok(periods)
    }

    /// The last day of the quiet that an assembly of this home has declared, if a day lies in one.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn quiet_until(&self, day: Day) -> Result<Option<Day>, Trouble> {
        let mut last = None;
        for pen in self.archive.pens()? {
            let now = self.quiet_of(pen.assembly)?.into_iter().find(|period| period.has(day)).map(|period| period.until);
            last = last.max(now);
        }
        Ok(last)
    }

    /// Requires that this home is not in quiet mode, and that none of its assemblies has declared a day to be quiet, as far as anything that
    /// has arrived by now says.
    ///
    /// # Errors
    /// [`Trouble::Quiet`] when it is; [`Trouble::QuietDeclared`] when one has; [`Trouble::Archive`] when the book cannot be read.
    pub fn require_not_quiet(&mut self, day: Day) -> Result<(), Trouble> {
        self.refresh()?;
        if self.network()?.quiet {
            return Err(Trouble::Quiet);
        }
        self.quiet_until(day)?.map_or(Ok(()), |until| Err(Trouble::QuietDeclared { until }))
    }
}
