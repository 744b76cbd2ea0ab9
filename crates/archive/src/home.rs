//! What is this home's own: its pens, the towns it knows, its settings.
//!
//! **Invariant:** a pen's secrets come out only in values that wipe themselves, and no `Debug` shows them.

use std::fmt;

use folkmoot::id::{AssemblyId, DeviceId};
use rusqlite::{Row, params};
use zeroize::Zeroizing;

use crate::error::ArchiveError;
use crate::rows::{Misread, list, one};
use crate::{Reading, Writing};

/// How far a pen has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PenState {
    /// It has asked to be on the roll.
    Asked,
    /// The roll has it.
    Admitted,
}

impl PenState {
    const ALL: [PenState; 2] = [PenState::Asked, PenState::Admitted];

    fn word(self) -> &'static str {
        match self {
            PenState::Asked => "asked",
            PenState::Admitted => "admitted",
        }
    }
}

/// This laptop's keys in one assembly.
#[derive(Clone, PartialEq, Eq)]
pub struct Pen {
    /// The assembly that it writes for.
    pub assembly: AssemblyId,
    /// The public signing key.
    pub device: DeviceId,
    /// The secret signing key.
    pub signing: Zeroizing<[u8; 32]>,
    /// The secret sealing key, in the text form of age.
    pub sealing: Zeroizing<String>,
    /// The secret endpoint key.
    pub endpoint: Zeroizing<[u8; 32]>,
    /// Counts the restores of this home.
    pub epoch: u32,
    /// When this home's clock says the keys were made.
    pub created_at: i64,
    /// How far it has come.
    pub state: PenState,
}

impl fmt::Debug for Pen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Pen { assembly, device, signing: _, sealing: _, endpoint: _, epoch, created_at, state } = self;
        f.debug_struct("Pen")
            .field("assembly", assembly)
            .field("device", device)
            .field("epoch", epoch)
            .field("created_at", created_at)
            .field("state", state)
            .finish_non_exhaustive()
    }
}

/// A pen that this laptop laid down in an assembly: what was sealed to it is still opened, and nothing is signed with it any more.
#[derive(Clone, PartialEq, Eq)]
pub struct FormerPen {
    /// The assembly that it wrote for.
    pub assembly: AssemblyId,
    /// The public signing key.
    pub device: DeviceId,
    /// The secret sealing key, in the text form of age.
    pub sealing: Zeroizing<String>,
}

impl fmt::Debug for FormerPen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FormerPen { assembly, device, sealing: _ } = self;
        f.debug_struct("FormerPen").field("assembly", assembly).field("device", device).finish_non_exhaustive()
    }
}

/// A town that this home knows of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Town {
    /// Its assembly.
    pub assembly: AssemblyId,
    /// What it is called here.
    pub name: String,
    /// How this home knows of it.
    pub known_by: String,
    /// When this home first heard of it.
    pub first_heard: i64,
    /// When it was last met, if ever.
    pub last_met: Option<i64>,
    /// The road of the last meeting.
    pub last_road: String,
    /// It was joined by this home while it only read; what an assembly has joined stands in its own book.
    pub joined: bool,
    /// Free words of this home's people.
    pub note: String,
}

impl Reading {
    /// Reads this home's pens, the oldest first, but for those that were laid aside.
    ///
    /// # Errors
    /// [`ArchiveError::Unreadable`] when a state is unknown; [`ArchiveError::Sql`] when SQLite refuses.
    pub fn pens(&self) -> Result<Vec<Pen>, ArchiveError> {
        self.pens_where("laid_aside_at IS NULL")
    }

    /// The pen that writes for an assembly; none in a home that only reads it.
    ///
    /// # Errors
    /// As [`Reading::pens`].
    pub fn pen(&self, assembly: AssemblyId) -> Result<Option<Pen>, ArchiveError> {
        Ok(self.pens()?.into_iter().find(|pen| pen.assembly == assembly))
    }

    /// Reads the pens that were laid aside whole, for the roll may have them again, the oldest first.
    ///
    /// # Errors
    /// As [`Reading::pens`].
    pub fn pens_aside(&self) -> Result<Vec<Pen>, ArchiveError> {
        self.pens_where("laid_aside_at IS NOT NULL")
    }

    fn pens_where(&self, wanted: &str) -> Result<Vec<Pen>, ArchiveError> {
        let sql = format!(
            "SELECT assembly, device, signing, sealing, endpoint, epoch, created_at, state FROM pens WHERE {wanted} ORDER BY created_at, device"
        );
        list(&self.conn, "reading the pens", &sql, [], |row| {
            Ok(Pen {
                assembly: AssemblyId(row.get(0)?),
                device: DeviceId(row.get(1)?),
                signing: secret(row, 2)?,
                sealing: Zeroizing::new(row.get(3)?),
                endpoint: secret(row, 4)?,
                epoch: row.get(5)?,
                created_at: row.get(6)?,
                state: pen_state(row, 7)?,
            })
        })
    }

    /// Reads the pens that this home laid down, the last one first.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn former_pens(&self) -> Result<Vec<FormerPen>, ArchiveError> {
        let sql = "SELECT assembly, device, sealing FROM former_pens ORDER BY laid_down_at DESC, device";
        list(&self.conn, "reading the former pens", sql, [], |row| {
            let sealing = Zeroizing::new(row.get(2)?);
            Ok(FormerPen { assembly: AssemblyId(row.get(0)?), device: DeviceId(row.get(1)?), sealing })
        })
    }

    /// Reads the towns that this home knows of, the first heard of first.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn towns(&self) -> Result<Vec<Town>, ArchiveError> {
        let sql =
            "SELECT assembly, name, known_by, first_heard, last_met, last_road, joined, note FROM towns ORDER BY first_heard, assembly";
        list(&self.conn, "reading the towns", sql, [], |row| {
            Ok(Town {
                assembly: AssemblyId(row.get(0)?),
                name: row.get(1)?,
                known_by: row.get(2)?,
                first_heard: row.get(3)?,
                last_met: row.get(4)?,
                last_road: row.get(5)?,
                joined: row.get(6)?,
                note: row.get(7)?,
            })
        })
    }

    /// Reads a setting.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn setting(&self, key: &str) -> Result<Option<String>, ArchiveError> {
        one(&self.conn, "reading a setting", "SELECT value FROM settings WHERE key = ?1", [key], |row| Ok(row.get(0)?))
    }
}

impl Writing<'_> {
    /// Keeps a pen; of one that is here, its sealing key, endpoint key, epoch and state are set.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn put_pen(&mut self, pen: &Pen) -> Result<(), ArchiveError> {
        self.run(
            "keeping a pen",
            "INSERT INTO pens (device, assembly, signing, sealing, endpoint, epoch, created_at, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (device) DO UPDATE
             SET sealing = excluded.sealing, endpoint = excluded.endpoint, epoch = excluded.epoch, state = excluded.state",
            params![pen.device.0, pen.assembly.0, *pen.signing, *pen.sealing, *pen.endpoint, pen.epoch, pen.created_at, pen.state.word(),],
        )?;
        Ok(())
    }

    /// Lays a pen down at `now`, and says whether it was here: its signing key and its endpoint key are gone, its sealing key still opens.
    ///
    /// # Errors
    /// As [`Writing::put_pen`].
    pub fn lay_down_pen(&mut self, device: DeviceId, now: i64) -> Result<bool, ArchiveError> {
        self.run(
            "laying down a pen",
            "INSERT INTO former_pens (device, assembly, sealing, laid_down_at)
             SELECT device, assembly, sealing, ?2 FROM pens WHERE device = ?1 ON CONFLICT (device) DO NOTHING",
            params![device.0, now],
        )?;
        self.run("laying down a pen", "DELETE FROM pens WHERE device = ?1", params![device.0])
    }

    /// Lays a pen aside whole at a moment, or takes it up again, and says whether it is here.
    ///
    /// # Errors
    /// As [`Writing::put_pen`].
    pub fn set_pen_aside(&mut self, device: DeviceId, at: Option<i64>) -> Result<bool, ArchiveError> {
        self.run("laying a pen aside", "UPDATE pens SET laid_aside_at = ?2 WHERE device = ?1", params![device.0, at])
    }

    /// Sets how far a pen has come, and says whether it is here.
    ///
    /// # Errors
    /// As [`Writing::put_pen`].
    pub fn set_pen_state(&mut self, device: DeviceId, state: PenState) -> Result<bool, ArchiveError> {
        self.run("setting a pen's state", "UPDATE pens SET state = ?2 WHERE device = ?1", params![device.0, state.word()])
    }

    /// Keeps what is known of a town; when it was first heard of stays as it was.
    ///
    /// # Errors
    /// As [`Writing::put_pen`].
    pub fn put_town(&mut self, town: &Town) -> Result<(), ArchiveError> {
        self.run(
            "keeping a town",
            "INSERT INTO towns (assembly, name, known_by, first_heard, last_met, last_road, joined, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (assembly) DO UPDATE
             SET name = excluded.name, known_by = excluded.known_by, last_met = excluded.last_met,
                 last_road = excluded.last_road, joined = excluded.joined, note = excluded.note",
            params![town.assembly.0, town.name, town.known_by, town.first_heard, town.last_met, town.last_road, town.joined, town.note],
        )?;
        Ok(())
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// As [`Writing::put_pen`].
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), ArchiveError> {
        self.run(
            "setting a setting",
            "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            params![key, value],
        )?;
        Ok(())
    }
}

fn secret(row: &Row<'_>, index: usize) -> Result<Zeroizing<[u8; 32]>, Misread> {
    Ok(Zeroizing::new(row.get(index)?))
}

fn pen_state(row: &Row<'_>, index: usize) -> Result<PenState, Misread> {
    let word: String = row.get(index)?;
    let state = PenState::ALL.into_iter().find(|state| state.word() == word);
    state.ok_or(Misread::Column { column: "state of a pen", found: word })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, town};

    #[test]
    fn a_home_holds_a_pen_for_each_of_its_assemblies_and_shows_no_secret() {
        let mut home = Home::new();
        let pen = |number: u8| Pen {
            assembly: town(number),
            device: DeviceId([number; 32]),
            signing: Zeroizing::new([201; 32]),
            sealing: Zeroizing::new("AGE-SECRET-KEY-1TEST".to_owned()),
            endpoint: Zeroizing::new([202; 32]),
            epoch: 0,
            created_at: NOW,
            state: PenState::Asked,
        };
        home.archive.write(|w| w.put_pen(&pen(1)).and_then(|()| w.put_pen(&pen(2)))).unwrap();
        assert!(home.archive.write(|w| w.set_pen_state(DeviceId([1; 32]), PenState::Admitted)).unwrap());
        assert!(!home.archive.write(|w| w.set_pen_state(DeviceId([3; 32]), PenState::Admitted)).unwrap());
        home.archive.write(|w| w.put_pen(&Pen { epoch: 1, signing: Zeroizing::new([0; 32]), ..pen(2) })).unwrap();
        let expected = [Pen { state: PenState::Admitted, ..pen(1) }, Pen { epoch: 1, ..pen(2) }];
        assert!(home.archive.pens().unwrap() == expected, "a pen's signing key is never replaced");
        assert!(home.archive.write(|w| w.set_pen_aside(DeviceId([2; 32]), Some(NOW))).unwrap());
        assert!(home.archive.pens().unwrap() == expected[..1] && home.archive.pens_aside().unwrap() == expected[1..], "it is kept whole");
        assert!(home.archive.write(|w| w.set_pen_aside(DeviceId([2; 32]), None)).unwrap());
        assert!(home.archive.write(|w| w.lay_down_pen(DeviceId([1; 32]), NOW)).unwrap());
        assert!(!home.archive.write(|w| w.lay_down_pen(DeviceId([1; 32]), NOW)).unwrap());
        let (pens, former) = (home.archive.pens().unwrap(), home.archive.former_pens().unwrap());
        assert!(pens == expected[1..] && former.len() == 1 && former[0].sealing == pen(1).sealing, "what was sealed to it is still opened");
        let shown = format!("{pens:?} {former:?}");
        assert!(!shown.contains("AGE-SECRET") && !shown.contains("201") && !shown.contains("202"), "{shown}");
    }

    #[test]
    fn a_town_and_a_setting_are_kept_as_last_put() {
        let mut home = Home::new();
        let heard = Town {
            assembly: town(2),
            name: "Cedar Falls".to_owned(),
            known_by: "code".to_owned(),
            first_heard: NOW,
            last_met: None,
            last_road: String::new(),
            joined: false,
            note: String::new(),
        };
        let met = Town { last_met: Some(NOW + 9), last_road: "stick".to_owned(), joined: true, ..heard.clone() };
        home.archive.write(|w| w.put_town(&heard)).unwrap();
        home.archive.write(|w| w.put_town(&Town { first_heard: NOW + 9, ..met.clone() })).unwrap();
        assert_eq!(home.archive.towns().unwrap(), [met]);
        home.archive.write(|w| w.set_setting("language", "ku").and_then(|()| w.set_setting("language", "en"))).unwrap();
        assert_eq!(home.archive.setting("language").unwrap().as_deref(), Some("en"));
    }
}
