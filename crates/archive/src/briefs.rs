//! What a book comes to in short, so that little is asked of a town without reading all of its changes.
//!
//! **Invariant:** a brief is given only to whoever goes by the rules that it was made by, and only while nothing has arrived since.

use folkmoot::id::AssemblyId;
use rusqlite::params;

use crate::error::ArchiveError;
use crate::rows::one;
use crate::{Reading, Writing};

impl Reading {
    /// Reads the brief of an assembly, if one was made by these rules, takes in all that has arrived of it, and that is up to number
    /// `to` at most.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn brief(&self, assembly: AssemblyId, rules: &str, to: i64) -> Result<Option<String>, ArchiveError> {
        let sql = "SELECT brief FROM briefs WHERE assembly = ?1 AND rules = ?2 AND arrived <= ?3
             AND arrived = (SELECT max(arrived) FROM changes WHERE changes.assembly = ?1)";
        one(&self.conn, "reading a brief", sql, params![assembly.0, rules, to], |row| Ok(row.get(0)?))
    }
}

impl Writing<'_> {
    /// Keeps the brief of an assembly as it is with all that has arrived, in the place of an earlier one.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn put_brief(&mut self, assembly: AssemblyId, rules: &str, brief: &str) -> Result<(), ArchiveError> {
        let sql = "INSERT INTO briefs (assembly, arrived, rules, brief)
             SELECT ?1, coalesce(max(arrived), 0), ?2, ?3 FROM changes WHERE changes.assembly = ?1
             ON CONFLICT (assembly) DO UPDATE SET arrived = excluded.arrived, rules = excluded.rules, brief = excluded.brief";
        self.run("keeping a brief", sql, params![assembly.0, rules, brief]).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use crate::trial::{Home, NOW, change, changes, town};

    #[test]
    fn a_brief_is_given_while_nothing_has_arrived_since_and_the_rules_are_the_same() {
        let mut home = Home::new();
        home.store(changes(0..3));
        home.archive.write(|w| w.put_brief(town(1), "0", "three")).unwrap();
        let brief = |home: &Home, rules| home.archive.brief(town(1), rules, i64::MAX).unwrap();
        assert_eq!(brief(&home, "0").as_deref(), Some("three"));
        assert_eq!(brief(&home, "1"), None, "other rules may come to something else");
        home.archive.write(|w| w.insert_change(&change(3), NOW)).unwrap();
        assert_eq!(brief(&home, "0"), None, "something has arrived since");
        home.archive.write(|w| w.put_brief(town(1), "0", "four")).unwrap();
        assert_eq!(brief(&home, "0").as_deref(), Some("four"));
        assert_eq!(home.archive.brief(town(1), "0", 3).unwrap(), None, "whoever reads to three is not told of the fourth");
        assert_eq!(home.archive.brief(town(2), "0", i64::MAX).unwrap(), None);
    }
}
