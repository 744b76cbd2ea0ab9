//! Reading and writing rows: the only place where a statement meets its parameters.
//!
//! **Invariant:** SQL stands once, beside the value that it reads or writes.

use folkmoot::change::Ring;
use folkmoot::id::{ChangeHash, FileHash};
use folkmoot::name::DocName;
use rusqlite::{Connection, Params, Row};

use crate::Writing;
use crate::error::{ArchiveError, trouble};

/// Why a row is not the value it should be.
pub(crate) enum Misread {
    Sql(rusqlite::Error),
    Change(ChangeHash),
    File(FileHash),
    Column { column: &'static str, found: String },
}

impl From<rusqlite::Error> for Misread {
    fn from(source: rusqlite::Error) -> Misread {
        Misread::Sql(source)
    }
}

impl Misread {
    fn told(self, conn: &Connection, doing: &'static str) -> ArchiveError {
        match self {
            Misread::Sql(source) => trouble(conn, doing)(source),
            Misread::Change(hash) => ArchiveError::Damaged { hash },
            Misread::File(hash) => ArchiveError::DamagedFile { hash },
            Misread::Column { column, found } => ArchiveError::Unreadable { column, found },
        }
    }
}

/// Reads one row after the other until `read` refuses one.
pub(crate) fn each(
    conn: &Connection,
    doing: &'static str,
    sql: &str,
    params: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<(), Misread>,
) -> Result<(), ArchiveError> {
    let mut statement = conn.prepare_cached(sql).map_err(trouble(conn, doing))?;
    let mut rows = statement.query(params).map_err(trouble(conn, doing))?;
    while let Some(row) = rows.next().map_err(trouble(conn, doing))? {
        read(row).map_err(|misread| misread.told(conn, doing))?;
    }
    Ok(())
}

/// Reads every row.
pub(crate) fn list<T>(
    conn: &Connection,
    doing: &'static str,
    sql: &str,
    params: impl Params,
    read: impl Fn(&Row<'_>) -> Result<T, Misread>,
) -> Result<Vec<T>, ArchiveError> {
    let mut values = Vec::new();
    each(conn, doing, sql, params, |row| {
        values.push(read(row)?);
        Ok(())
    })?;
    Ok(values)
}

/// Reads the one row that there is, or none.
pub(crate) fn one<T>(
    conn: &Connection,
    doing: &'static str,
    sql: &str,
    params: impl Params,
    read: impl Fn(&Row<'_>) -> Result<T, Misread>,
) -> Result<Option<T>, ArchiveError> {
    Ok(list(conn, doing, sql, params, read)?.pop())
}

/// Reads the one number that a statement always gives.
pub(crate) fn number(conn: &Connection, doing: &'static str, sql: &str, params: impl Params) -> Result<i64, ArchiveError> {
    Ok(one(conn, doing, sql, params, |row| Ok(row.get(0)?))?.unwrap_or_default())
}

/// Reads a ring's byte.
pub(crate) fn ring(row: &Row<'_>, index: usize) -> Result<Ring, Misread> {
    let byte: u8 = row.get(index)?;
    Ring::from_byte(byte).ok_or_else(|| Misread::Column { column: "ring", found: byte.to_string() })
}

/// Reads the name of a document.
pub(crate) fn doc_name(row: &Row<'_>, index: usize) -> Result<DocName, Misread> {
    let name: String = row.get(index)?;
    name.parse().map_err(|_| Misread::Column { column: "document name", found: name })
}

impl Writing<'_> {
    /// Runs one statement inside the transaction, and says whether it changed a row.
    pub(crate) fn run(&self, doing: &'static str, sql: &str, params: impl Params) -> Result<bool, ArchiveError> {
        let conn = self.conn()?;
        let mut statement = conn.prepare_cached(sql).map_err(trouble(conn, doing))?;
        let changed = statement.execute(params).map_err(trouble(conn, doing))?;
        Ok(changed > 0)
    }
}
