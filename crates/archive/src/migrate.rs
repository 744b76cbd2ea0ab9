//! The numbered migrations, and how a file is known for a book.
//!
//! **Invariant:** migration N takes a book from version N-1 to N in one transaction and is never edited once it has shipped. No
//! column is dropped and none changes its meaning.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{ArchiveError, trouble, trouble_at};

/// `FMoo` in the header of every book, where `file` and SQLite look for it.
pub(crate) const APPLICATION_ID: i64 = 0x464d_6f6f;

const MIGRATIONS: [&str; 7] = [
    include_str!("../migrations/0001.sql"),
    include_str!("../migrations/0002.sql"),
    include_str!("../migrations/0003.sql"),
    include_str!("../migrations/0004.sql"),
    include_str!("../migrations/0005.sql"),
    include_str!("../migrations/0006.sql"),
    include_str!("../migrations/0007.sql"),
];

/// The version that this code writes.
pub(crate) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// Reads the version of the book at `path`, and changes nothing in a file that is not one.
pub(crate) fn version(conn: &Connection, path: &Path) -> Result<i64, ArchiveError> {
    let pragma = |name: &str| -> Result<i64, ArchiveError> {
        conn.pragma_query_value(None, name, |row| row.get(0)).map_err(trouble_at(path, "reading the header of the book"))
    };
    if pragma("application_id")? != APPLICATION_ID {
        return Err(ArchiveError::NotABook { path: path.to_owned() });
    }
    let found = pragma("user_version")?;
    if found > KNOWN { Err(ArchiveError::NewerBook { found, known: KNOWN }) } else { Ok(found) }
}

/// Brings a book to the version that this code writes; what another process has done meanwhile is not done again.
pub(crate) fn migrate(conn: &Connection, path: &Path) -> Result<(), ArchiveError> {
    for (number, sql) in (1..).zip(MIGRATIONS) {
        if version(conn, path)? >= number {
            continue;
        }
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate).map_err(trouble(conn, "migrating"))?;
        if version(conn, path)? < number {
            apply(&transaction, number, sql).map_err(trouble(conn, "migrating"))?;
        }
        transaction.commit().map_err(trouble(conn, "migrating"))?;
    }
    Ok(())
}

/// Makes a book of an empty file.
pub(crate) fn begin(conn: &Connection) -> Result<(), ArchiveError> {
    conn.pragma_update(None, "application_id", APPLICATION_ID).map_err(trouble(conn, "beginning a book"))
}

fn apply(transaction: &Transaction<'_>, number: i64, sql: &str) -> Result<(), rusqlite::Error> {
    transaction.execute_batch(sql)?;
    transaction.pragma_update(None, "user_version", number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_the_golden_one() {
        let conn = Connection::open_in_memory().unwrap();
        begin(&conn).unwrap();
        migrate(&conn, Path::new("memory")).unwrap();
        let mut statement = conn
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name")
            .unwrap();
        let parts: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let schema = parts.join(";\n\n") + ";\n";
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.sql");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&golden, &schema).unwrap();
        }
        assert_eq!(schema, std::fs::read_to_string(golden).unwrap(), "run again with UPDATE=1 if the change is meant");
    }

    #[test]
    fn what_was_refused_before_anybody_noted_who_handed_it_over_is_kept_as_everybody_else_s() {
        let conn = Connection::open_in_memory().unwrap();
        begin(&conn).unwrap();
        for (number, sql) in (1..).zip(&MIGRATIONS[..6]) {
            conn.execute_batch(sql).unwrap();
            conn.pragma_update(None, "user_version", number).unwrap();
        }
        conn.execute_batch(
            "INSERT INTO quarantine (reason, bytes, received_at, source) VALUES ('malformed', x'01', 7, 'bundle');
             INSERT INTO quarantine_dropped (assembly, device, count) VALUES (x'', x'', 3), (x'02', x'03', 4);",
        )
        .unwrap();
        migrate(&conn, Path::new("memory")).unwrap();
        let reading = crate::Reading { conn };
        let (_, kept) = reading.quarantined().unwrap().remove(0);
        assert_eq!((kept.bytes.as_slice(), kept.handed_by, kept.share), (&[1][..], None, crate::Share::default()));
        assert_eq!(reading.quarantine_dropped().unwrap(), [crate::Dropped { of: crate::Share::default(), count: 7 }]);
    }

    #[test]
    fn every_table_is_strict_and_every_column_says_what_it_holds() {
        for sql in MIGRATIONS {
            for table in sql.split("CREATE TABLE ").skip(1) {
                let (name, body) = table.split_once(" (\n").unwrap();
                let (columns, end) = body.split_once("\n)").unwrap();
                assert!(end.starts_with(" STRICT;"), "{name} is not STRICT");
                for column in columns.lines().filter(|line| !line.trim_start().starts_with("PRIMARY KEY")) {
                    assert!(column.contains(" -- "), "{name}: {column}");
                }
            }
        }
    }
}
