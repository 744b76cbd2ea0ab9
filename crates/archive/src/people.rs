//! Cards: the names and contacts that acts stand for with a hash.
//!
//! **Invariant:** a card that was struck is gone from the file, and is refused when it comes again.

use std::collections::BTreeSet;

use folkmoot::id::{AssemblyId, CardHash};
use rusqlite::{Row, params};

use crate::error::ArchiveError;
use crate::rows::{Misread, list, number, one};
use crate::{Reading, Writing};

/// A member's card with the salt that hides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The assembly of the member.
    pub assembly: AssemblyId,
    /// The member's number.
    pub member: u32,
    /// The salt.
    pub salt: [u8; 32],
    /// The card.
    pub bytes: Vec<u8>,
}

impl Card {
    /// The hash that acts name it by.
    pub fn hash(&self) -> CardHash {
        CardHash::of(&self.salt, &self.bytes)
    }
}

const CARD: &str = "SELECT assembly, member, salt, bytes FROM cards WHERE assembly = ?1";

impl Reading {
    /// Reads the cards of an assembly in the order of the members' numbers.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn cards(&self, assembly: AssemblyId) -> Result<Vec<Card>, ArchiveError> {
        list(&self.conn, "reading the cards", &format!("{CARD} ORDER BY member, hash"), [assembly.0], card_in)
    }

    /// Reads one card.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn card(&self, assembly: AssemblyId, hash: CardHash) -> Result<Option<Card>, ArchiveError> {
        one(&self.conn, "reading a card", &format!("{CARD} AND hash = ?2"), params![assembly.0, hash.0], card_in)
    }

    /// How many cards of an assembly are here, and how many were struck: whoever keeps what the cards say knows by it when they changed.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn cards_at(&self, assembly: AssemblyId) -> Result<(i64, i64), ArchiveError> {
        let count = |table: &str| {
            let sql = format!("SELECT count(*) FROM {table} WHERE assembly = ?1");
            number(&self.conn, "counting the cards", &sql, [assembly.0])
        };
        Ok((count("cards")?, count("struck_cards")?))
    }

    /// Reads which cards of an assembly were ever struck here, whether the strike stands or not: they are deleted, and kept no more.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn struck_cards(&self, assembly: AssemblyId) -> Result<BTreeSet<CardHash>, ArchiveError> {
        let sql = "SELECT hash FROM struck_cards WHERE assembly = ?1";
        let struck: Vec<[u8; 32]> = list(&self.conn, "reading the struck cards", sql, [assembly.0], |row| Ok(row.get(0)?))?;
        Ok(struck.into_iter().map(CardHash).collect())
    }

    /// Says whether a card was struck.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn is_struck(&self, assembly: AssemblyId, hash: CardHash) -> Result<bool, ArchiveError> {
        let sql = "SELECT count(*) FROM struck_cards WHERE assembly = ?1 AND hash = ?2";
        Ok(number(&self.conn, "looking for a struck card", sql, params![assembly.0, hash.0])? > 0)
    }
}

impl Writing<'_> {
    /// Keeps a card, and says whether it may be kept: a struck one is refused.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn put_card(&mut self, card: &Card) -> Result<bool, ArchiveError> {
        let hash = card.hash();
        if self.is_struck(card.assembly, hash)? {
            return Ok(false);
        }
        self.run(
            "keeping a card",
            "INSERT INTO cards (assembly, hash, member, salt, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (assembly, hash) DO UPDATE SET member = excluded.member",
            params![card.assembly.0, hash.0, card.member, card.salt, card.bytes],
        )?;
        Ok(true)
    }

    /// Overwrites a card with zeros, remembers its hash, and says whether it was here.
    ///
    /// # Errors
    /// As [`Writing::put_card`].
    pub fn strike_card(&mut self, assembly: AssemblyId, hash: CardHash) -> Result<bool, ArchiveError> {
        let doing = "striking a card";
        let remember = "INSERT INTO struck_cards (assembly, hash) VALUES (?1, ?2) ON CONFLICT (assembly, hash) DO NOTHING";
        self.run(doing, remember, params![assembly.0, hash.0])?;
        let was_here = self.run(doing, "DELETE FROM cards WHERE assembly = ?1 AND hash = ?2", params![assembly.0, hash.0])?;
        if was_here {
            self.write_cards_anew(doing)?;
        }
        self.card_was_struck |= was_here;
        Ok(was_here)
    }

    /// Where a page is rearranged SQLite leaves copies of what still stands there, which no later deletion overwrites: the pages of all
    /// cards are given up, and so overwritten, and those that stay are written to new ones.
    fn write_cards_anew(&mut self, doing: &'static str) -> Result<(), ArchiveError> {
        let all = "SELECT assembly, hash, member, salt, bytes FROM cards ORDER BY rowid";
        type Kept = ([u8; 32], [u8; 32], u32, [u8; 32], Vec<u8>);
        let kept: Vec<Kept> =
            list(self.conn()?, doing, all, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
        self.run(doing, "DELETE FROM cards", [])?;
        for (assembly, hash, member, salt, bytes) in kept {
            let insert = "INSERT INTO cards (assembly, hash, member, salt, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
            self.run(doing, insert, params![assembly, hash, member, salt, bytes])?;
        }
        Ok(())
    }
}

fn card_in(row: &Row<'_>) -> Result<Card, Misread> {
    Ok(Card { assembly: AssemblyId(row.get(0)?), member: row.get(1)?, salt: row.get(2)?, bytes: row.get(3)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, town};

    fn card(member: u32, name: &str) -> Card {
        Card { assembly: town(1), member, salt: [member as u8; 32], bytes: name.as_bytes().to_vec() }
    }

    #[test]
    fn a_struck_card_is_in_no_file_and_never_comes_back() {
        let mut home = Home::new();
        let beside = crate::Archive::open(home.archive.dir()).unwrap();
        let (asya, kendal) = (card(1, "Asya of the Mill"), card(2, "Kendal of the Ford"));
        assert!(home.archive.write(|w| Ok::<_, ArchiveError>(w.put_card(&asya)? && w.put_card(&kendal)?)).unwrap());
        assert_eq!(home.archive.cards(town(1)).unwrap(), [asya.clone(), kendal.clone()]);
        assert!(home.holds(b"Asya of the Mill"), "the search finds what is there");
        assert!(home.archive.write(|w| w.strike_card(town(1), asya.hash())).unwrap());
        assert!(!home.holds(b"Asya of the Mill"));
        assert!(home.holds(b"Kendal of the Ford"));
        assert!(!home.archive.write(|w| w.put_card(&asya)).unwrap());
        assert_eq!(home.archive.card(town(1), asya.hash()).unwrap(), None);
        assert_eq!(beside.cards(town(1)).unwrap(), [kendal]);
        assert!(!home.archive.write(|w| w.strike_card(town(1), asya.hash())).unwrap(), "struck again, there is nothing left");
    }

    #[test]
    fn however_many_cards_come_and_go_no_struck_one_is_left_between_the_others() {
        let mut chance: u64 = 7;
        let mut below = |most: usize| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (chance >> 33) as usize % most
        };
        for _ in 0..20 {
            let mut home = Home::new();
            let mut next = 0;
            let mut new = |below: &mut dyn FnMut(usize) -> usize| {
                next += 1;
                card(next, &format!("card#{next} {}", "x".repeat(20 + below(300))))
            };
            let mut live: Vec<Card> = (0..80).map(|_| new(&mut below)).collect();
            home.archive.write(|w| live.iter().try_for_each(|card| w.put_card(card).map(drop))).unwrap();
            for strike in 0..110 {
                let old = live.swap_remove(below(live.len()));
                let again = (strike % 3 == 0).then(|| new(&mut below));
                home.archive
                    .write(|w| {
                        assert!(w.strike_card(town(1), old.hash())?);
                        again.iter().try_for_each(|card| w.put_card(card).map(drop))
                    })
                    .unwrap();
                live.extend(again);
                assert!(!home.numbers_after(b"card#").contains(&old.member), "the {strike}th is struck, and there");
            }
        }
    }

    #[test]
    fn a_log_that_a_reader_holds_is_emptied_as_soon_as_it_may_be() {
        let mut home = Home::new();
        let asya = card(1, "Asya of the Mill");
        assert!(home.archive.write(|w| w.put_card(&asya)).unwrap());
        let reader = crate::Archive::open(home.archive.dir()).unwrap();
        reader.reading.conn.execute_batch("BEGIN; SELECT count(*) FROM cards").unwrap();
        home.archive.reading.conn.busy_timeout(std::time::Duration::from_millis(20)).unwrap();
        assert!(home.archive.write(|w| w.strike_card(town(1), asya.hash())).unwrap());
        assert!(home.holds(b"Asya of the Mill"), "whoever reads holds the log");
        reader.reading.conn.execute_batch("COMMIT").unwrap();
        home.archive.write(|w| w.set_setting("language", "ku")).unwrap();
        assert!(!home.holds(b"Asya of the Mill"));

        // Whoever is killed with the log still full empties it when it comes back, though somebody else has the book open meanwhile.
        let kendal = card(2, "Kendal of the Ford");
        assert!(home.archive.write(|w| w.put_card(&kendal)).unwrap());
        reader.reading.conn.execute_batch("BEGIN; SELECT count(*) FROM cards").unwrap();
        assert!(home.archive.write(|w| w.strike_card(town(1), kendal.hash())).unwrap());
        assert!(home.holds(b"Kendal of the Ford"));
        reader.reading.conn.execute_batch("COMMIT").unwrap();
        drop(crate::Archive::open(home.archive.dir()).unwrap());
        assert!(!home.holds(b"Kendal of the Ford"));
        assert_eq!(home.archive.setting(crate::LOG_IS_OWED).unwrap().as_deref(), Some(""), "nothing is owed any more");
    }

    #[test]
    fn a_card_struck_before_it_came_is_refused() {
        let mut home = Home::new();
        let asya = card(1, "Asya of the Mill");
        assert!(!home.archive.write(|w| w.strike_card(town(1), asya.hash())).unwrap());
        assert!(!home.archive.write(|w| w.put_card(&asya)).unwrap());
        assert!(
            home.archive.write(|w| w.put_card(&Card { assembly: town(2), ..asya.clone() })).unwrap(),
            "another town's act strikes nothing here"
        );
        assert_eq!(home.archive.struck_cards(town(1)).unwrap(), [asya.hash()].into());
        assert_eq!(home.archive.struck_cards(town(2)).unwrap(), [].into());
    }
}
