//! Snapshots of documents, which are caches, and attachments, which are not.
//!
//! **Invariant:** an attachment's bytes have its hash, going in and coming out; a snapshot can be thrown away at any time.

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DocId, FileHash};
use folkmoot::name::DocName;
use rusqlite::params;

use crate::error::ArchiveError;
use crate::rows::{Misread, doc_name, list, number, one, ring};
use crate::{Reading, Writing};

/// A document as it was last saved whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The assembly that it belongs to.
    pub assembly: AssemblyId,
    /// Who may read it.
    pub ring: Ring,
    /// Its name.
    pub name: DocName,
    /// The document as the record saved it.
    pub bytes: Vec<u8>,
    /// How many changes are filed in it.
    pub changes: u32,
    /// The arrival number of the last change that is filed in it.
    pub filed_to: i64,
}

impl Snapshot {
    /// The document's id.
    pub fn doc_id(&self) -> DocId {
        self.name.id(&self.assembly, self.ring)
    }
}

/// A file that an act names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The assembly that attached it.
    pub assembly: AssemblyId,
    /// Who may read it.
    pub ring: Ring,
    /// BLAKE3 of its bytes.
    pub hash: FileHash,
    /// The file name that the act gives.
    pub name: String,
    /// The size in bytes that the act gives, or that the file was found to have.
    pub size: u32,
    /// The file, or none when it is not here yet.
    pub bytes: Option<Vec<u8>>,
}

impl Reading {
    /// Reads the last snapshot of a document.
    ///
    /// # Errors
    /// [`ArchiveError::Unreadable`] when its name or ring cannot be read; [`ArchiveError::Sql`] when SQLite refuses.
    pub fn snapshot(&self, doc: DocId) -> Result<Option<Snapshot>, ArchiveError> {
        let sql = "SELECT assembly, ring, name, bytes, changes, filed_to FROM snapshots WHERE doc = ?1";
        one(&self.conn, "reading a snapshot", sql, [doc.0], |row| {
            Ok(Snapshot {
                assembly: AssemblyId(row.get(0)?),
                ring: ring(row, 1)?,
                name: doc_name(row, 2)?,
                bytes: row.get(3)?,
                changes: row.get(4)?,
                filed_to: row.get(5)?,
            })
        })
    }

    /// Reads an attachment as it lies in one ring: the same bytes may lie in two, and only the ring says who may have them.
    ///
    /// # Errors
    /// [`ArchiveError::DamagedFile`] when the bytes do not have the hash; [`ArchiveError::Sql`] when SQLite refuses.
    pub fn file(&self, assembly: AssemblyId, ring: Ring, hash: FileHash) -> Result<Option<Attachment>, ArchiveError> {
        let sql = "SELECT name, size, bytes FROM files WHERE assembly = ?1 AND ring = ?2 AND hash = ?3";
        one(&self.conn, "reading an attachment", sql, params![assembly.0, ring.byte(), hash.0], |row| {
            let bytes: Option<Vec<u8>> = row.get(2)?;
            if bytes.as_ref().is_some_and(|bytes| FileHash::of(bytes) != hash) {
                return Err(Misread::File(hash));
            }
            Ok(Attachment { assembly, ring, hash, name: row.get(0)?, size: row.get(1)?, bytes })
        })
    }

    /// Whether the bytes of an attachment are here, without reading them.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn file_is_here(&self, assembly: AssemblyId, ring: Ring, hash: FileHash) -> Result<bool, ArchiveError> {
        let sql = "SELECT bytes IS NOT NULL FROM files WHERE assembly = ?1 AND ring = ?2 AND hash = ?3";
        let here = one(&self.conn, "looking for an attachment", sql, params![assembly.0, ring.byte(), hash.0], |row| Ok(row.get(0)?))?;
        Ok(here.unwrap_or(false))
    }

    /// The attachments of an assembly that acts in one ring name and whose bytes are not here yet, with their sizes as far as is known.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn files_not_here(&self, assembly: AssemblyId, ring: Ring) -> Result<Vec<(FileHash, u32)>, ArchiveError> {
        let sql = "SELECT hash, size FROM files WHERE assembly = ?1 AND ring = ?2 AND bytes IS NULL ORDER BY hash";
        let params = params![assembly.0, ring.byte()];
        list(&self.conn, "looking for missing attachments", sql, params, |row| Ok((FileHash(row.get(0)?), row.get(1)?)))
    }

    /// How many bytes the attachments of an assembly take up, in all rings.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn bytes_of_files(&self, assembly: AssemblyId) -> Result<u64, ArchiveError> {
        let sql = "SELECT coalesce(sum(length(bytes)), 0) FROM files WHERE assembly = ?1";
        Ok(number(&self.conn, "measuring the attachments", sql, [assembly.0])?.unsigned_abs())
    }
}

impl Writing<'_> {
    /// Keeps a snapshot in place of the document's last one.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn put_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), ArchiveError> {
        self.run(
            "keeping a snapshot",
            "INSERT INTO snapshots (doc, assembly, ring, name, bytes, changes, filed_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (doc) DO UPDATE SET bytes = excluded.bytes, changes = excluded.changes, filed_to = excluded.filed_to",
            params![
                snapshot.doc_id().0,
                snapshot.assembly.0,
                snapshot.ring.byte(),
                snapshot.name.as_str(),
                snapshot.bytes,
                snapshot.changes,
                snapshot.filed_to,
            ],
        )?;
        Ok(())
    }

    /// Throws every snapshot away, for the documents to be built from the changes again.
    ///
    /// # Errors
    /// As [`Writing::put_snapshot`].
    pub fn drop_snapshots(&mut self) -> Result<(), ArchiveError> {
        self.run("dropping the snapshots", "DELETE FROM snapshots", [])?;
        Ok(())
    }

    /// Keeps an attachment, or the note that it is not here yet; bytes that are here stay.
    ///
    /// # Errors
    /// [`ArchiveError::DamagedFile`] when the bytes do not have the hash; otherwise as [`Writing::put_snapshot`].
    pub fn put_file(&mut self, file: &Attachment) -> Result<(), ArchiveError> {
        if file.bytes.as_ref().is_some_and(|bytes| FileHash::of(bytes) != file.hash) {
            return Err(ArchiveError::DamagedFile { hash: file.hash });
        }
        self.run(
            "keeping an attachment",
            "INSERT INTO files (assembly, ring, hash, name, size, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (assembly, ring, hash) DO UPDATE
             SET name = excluded.name, size = excluded.size, bytes = coalesce(excluded.bytes, bytes)",
            params![file.assembly.0, file.ring.byte(), file.hash.0, file.name, file.size, file.bytes],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, town};

    #[test]
    fn an_attachment_is_not_here_until_its_own_bytes_come() {
        let mut home = Home::new();
        let receipt = b"40 kg of flour".to_vec();
        let hash = FileHash::of(&receipt);
        let noted = Attachment { assembly: town(1), ring: Ring::Assembly, hash, name: "receipt.txt".to_owned(), size: 14, bytes: None };
        let here = Attachment { bytes: Some(receipt), ..noted.clone() };
        home.archive.write(|w| w.put_file(&noted)).unwrap();
        assert!(!home.archive.file_is_here(town(1), Ring::Assembly, hash).unwrap());
        let wrong = Attachment { bytes: Some(b"4000 kg of flour".to_vec()), ..noted.clone() };
        let refused = home.archive.write(|w| w.put_file(&wrong));
        assert!(matches!(refused, Err(ArchiveError::DamagedFile { .. })), "{refused:?}");
        home.archive.write(|w| w.put_file(&here)).unwrap();
        home.archive.write(|w| w.put_file(&noted)).unwrap();
        assert!(home.archive.file_is_here(town(1), Ring::Assembly, hash).unwrap());
        assert_eq!(home.archive.file(town(1), Ring::Assembly, hash).unwrap(), Some(here), "a later note does not take the bytes away");
        assert_eq!(home.archive.file(town(1), Ring::Commons, hash).unwrap(), None, "it does not leave its ring");
        home.archive.reading.conn.execute("UPDATE files SET bytes = x'00'", []).unwrap();
        assert!(matches!(home.archive.file(town(1), Ring::Assembly, hash), Err(ArchiveError::DamagedFile { .. })));
    }

    #[test]
    fn a_newer_snapshot_takes_the_place_of_the_older() {
        let mut home = Home::new();
        let (ring, name) = (Ring::Commons, "ledger/2027-Q1".parse().unwrap());
        let older = Snapshot { assembly: town(1), ring, name, bytes: vec![1], changes: 1, filed_to: 7 };
        let newer = Snapshot { bytes: vec![1, 2], changes: 2, filed_to: 9, ..older.clone() };
        home.archive.write(|w| w.put_snapshot(&older)).unwrap();
        home.archive.write(|w| w.put_snapshot(&newer)).unwrap();
        assert_eq!(home.archive.snapshot(newer.doc_id()).unwrap(), Some(newer.clone()));
        home.archive.write(|w| w.drop_snapshots()).unwrap();
        assert_eq!(home.archive.snapshot(newer.doc_id()).unwrap(), None);
    }
}
