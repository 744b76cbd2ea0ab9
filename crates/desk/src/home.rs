//! What a home does for its people: found, enter members, find things by the names that people use.

use std::collections::BTreeMap;
use std::path::Path;

use ed25519_dalek::SigningKey;
use folkmoot::act::{Act, Author};
use folkmoot::book::Book;
use folkmoot::fold::Status;
use folkmoot::id::{ActId, AssemblyId, CardHash, DeviceId, FileHash, NO_ASSEMBLY};
use folkmoot::plain::Member;
use folkmoot::roll;
use folkmoot_archive::{Attachment, Passphrase, Pen, PenState, Writing};
use folkmoot_sync::sealing;
use serde_json::json;
use zeroize::Zeroizing;

use crate::elsewhere::begin_again;
use crate::saying::name_of;
use crate::{CardText, Desk, Trouble, random};

/// The largest attachment, in bytes.
const MAX_FILE: u64 = 10 * 1024 * 1024;

/// Which assembly is meant.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// The one that this home writes for, or else the only one here.
    Own,
    /// By name, or by the first letters of its id.
    Named(&'a str),
}

/// The public keys of a pen, as acts carry them.
pub(crate) fn keys_of(pen: &Pen) -> Result<roll::Keys, Trouble> {
    let sealing = sealing::public_of(&age::secrecy::SecretString::from(pen.sealing.as_str()))?;
    Ok(roll::Keys { sealing, endpoint: public(&pen.endpoint) })
}

pub(crate) fn public(secret: &[u8; 32]) -> DeviceId {
    DeviceId(SigningKey::from_bytes(secret).verifying_key().to_bytes())
}

/// Draws the keys of a new laptop in an assembly.
pub(crate) fn new_pen(now: i64) -> Result<(Pen, roll::Keys), Trouble> {
    use age::secrecy::ExposeSecret;
    let signing = Zeroizing::new(random::<32>()?);
    let endpoint = Zeroizing::new(random::<32>()?);
    let (sealing, sealing_public) = sealing::generate();
    let keys = roll::Keys { sealing: sealing_public, endpoint: public(&endpoint) };
    let pen = Pen {
        assembly: NO_ASSEMBLY,
        device: public(&signing),
        signing,
        sealing: Zeroizing::new(sealing.expose_secret().to_owned()),
        endpoint,
        epoch: 0,
        created_at: now,
        state: PenState::Asked,
    };
    Ok((pen, keys))
}

impl Desk {
    /// Weighs a founding before there is a home for it, so that a refused one leaves no empty home behind.
    ///
    /// # Errors
    /// [`Trouble::NotAName`] or [`Trouble::Refused`], as [`Desk::found`].
    pub fn may_found(name: &str, place: Option<&str>, person: &CardText) -> Result<(), Trouble> {
        person.has_a_name()?;
        let (device, card) = (DeviceId([0; 32]), CardHash([0; 32]));
        let keys = roll::Keys { sealing: String::new(), endpoint: device };
        let act = Act::Roll(roll::Act::Found { name: name.to_owned(), place: place.map(str::to_owned), card, keys });
        let founder = Author { device, member: roll::FOUNDER };
        Book::default().check(&act, &founder).map_err(|refusal| Trouble::Refused { at: 0, refusal })
    }

    /// Founds an assembly with this laptop, and its person as member 1.
    ///
    /// # Errors
    /// [`Trouble::FoundedHere`] when this home founded one of that name; [`Trouble::Refused`] when a rule refuses.
    pub fn found(&mut self, name: &str, place: Option<&str>, person: &CardText, now: i64) -> Result<AssemblyId, Trouble> {
        person.has_a_name()?;
        let writes_for: Vec<AssemblyId> = self.archive.pens()?.into_iter().map(|pen| pen.assembly).collect();
        if writes_for.iter().any(|own| self.name(*own) == name_of(name)) {
            return Err(Trouble::FoundedHere { name: name.to_owned() });
        }
        let (mut pen, keys) = new_pen(now)?;
        let mut card = person.card(NO_ASSEMBLY, roll::FOUNDER.0)?;
        let place = place.map(str::to_owned);
        let act = Act::Roll(roll::Act::Found { name: name.to_owned(), place, card: card.hash(), keys });
        self.file_founding(&act, &mut pen, &mut card, now)
    }

    /// Enters people as members: their numbers into the commons, their cards beside the chain.
    ///
    /// # Errors
    /// As [`Desk::act`].
    pub fn enrol(&mut self, assembly: AssemblyId, people: &[CardText], witness: Option<Member>, now: i64) -> Result<Vec<Member>, Trouble> {
        people.iter().try_for_each(CardText::has_a_name)?;
        let commons = &self.known(assembly)?.book().commons;
        // A mandate stands under the number of a member whose entry fell.
        let is_asked = |number: &Member| commons.mandate.grants.values().any(|grant| grant.member == *number);
        let free = commons.roll.free_numbers().filter(|number| !is_asked(number));
        let numbers: Vec<Member> = free.take(people.len()).collect();
        let mut cards = Vec::new();
        for (number, person) in numbers.into_iter().zip(people) {
            cards.push(person.card(assembly, number.0)?);
        }
        let acts: Vec<_> = cards
            .chunks(500)
            .map(|chunk| {
                let members: Vec<_> = chunk.iter().map(|card| json!({ "number": card.member, "card": card.hash() })).collect();
                json!({ "do": "roll.enrol", "members": members, "witness": witness })
            })
            .collect();
        self.act_with(assembly, &acts, &cards, now)?;
        Ok(cards.iter().map(|card| Member(card.member)).collect())
    }

    /// The assembly that is meant.
    ///
    /// # Errors
    /// [`Trouble::NoAssembly`], [`Trouble::WhichAssembly`] or [`Trouble::UnknownAssembly`].
    pub fn which(&self, which: Which<'_>) -> Result<AssemblyId, Trouble> {
        let all: Vec<AssemblyId> = self.assemblies().collect();
        let pens: Vec<AssemblyId> = self.archive.pens()?.into_iter().map(|pen| pen.assembly).collect();
        let among = match which {
            Which::Own if pens.is_empty() => all,
            Which::Own => pens,
            Which::Named(asked) => {
                let name = name_of(asked);
                let named =
                    |assembly: &AssemblyId| self.name(*assembly) == name || (asked.len() >= 4 && assembly.to_string().starts_with(asked));
                let mut found: Vec<AssemblyId> = all.into_iter().chain(pens).filter(named).collect();
                // A town may be known by its code alone; what is missing of it is then said.
                found.extend(self.archive.towns()?.into_iter().map(|town| town.assembly).filter(named));
                if found.is_empty() {
                    return Err(Trouble::UnknownAssembly { asked: asked.to_owned() });
                }
                found
            }
        };
        let mut distinct = among;
        distinct.sort_unstable();
        distinct.dedup();
        match distinct.as_slice() {
            [] => Err(Trouble::NoAssembly),
            [one] => Ok(*one),
            several => {
                Err(Trouble::WhichAssembly { names: several.iter().map(|one| format!("{} ({})", self.name(*one), one.short())).collect() })
            }
        }
    }

    /// The name of an assembly, as its own founding act has it, or its code while that is not here, or else its id's first letters.
    pub fn name(&self, assembly: AssemblyId) -> String {
        match self.brief(assembly).ok().flatten().map(|town| &town.name) {
            Some(name) if !name.is_empty() => name.clone(),
            Some(_) | None => self.name_by_code(assembly).ok().flatten().map_or_else(|| assembly.short(), |name| name_of(&name)),
        }
    }

    /// Whether this home may write for the assembly now: it has a pen that the roll knows and that nobody else wrote with, and has heard
    /// others since it was restored.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn may_write(&self, assembly: AssemblyId) -> Result<bool, Trouble> {
        let pen = self.archive.pen(assembly)?;
        let Some((pen, town)) = pen.zip(self.brief(assembly)?) else { return Ok(false) };
        let is_heard = !crate::unheard::is_unheard(&self.archive, &pen)?;
        Ok(town.live(&pen.device).is_some() && is_heard && self.key_lost(assembly)?.is_none())
    }

    /// Whether an act that is here counts.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn counts(&self, assembly: AssemblyId, act: &ActId) -> Result<bool, Trouble> {
        let judged = self.fold(assembly)?.and_then(|fold| fold.act(act));
        Ok(judged.is_some_and(|judged| *judged.status == Status::Counts))
    }

    /// Weighs a binding act of another by this home's own book, before its people sign it, unless it counts there.
    ///
    /// # Errors
    /// [`Trouble::Refused`] when the book as it is here would refuse it, [`Trouble::KeyLaidDown`] when it admits a key that this laptop laid
    /// down, so that nobody signs unknowing.
    pub fn weigh_again(&self, assembly: AssemblyId, act: ActId) -> Result<(), Trouble> {
        let fold = self.known(assembly)?;
        let judged = fold.act(&act).ok_or(Trouble::NoSuchAct { act })?;
        match (judged.act, judged.by) {
            // What counts stands in the very book that would be asked.
            _ if *judged.status == Status::Counts => Ok(()),
            (Some(Act::Roll(roll::Act::Admit { device, .. })), _) if self.laid_down(assembly)?.contains(device) => {
                Err(Trouble::KeyLaidDown { act })
            }
            (Some(waiting), Some(by)) => fold.book().check(waiting, &by).map_err(|refusal| Trouble::Refused { at: 0, refusal }),
            _ => Ok(()),
        }
    }

    /// Whether this home has a pen in the assembly.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn writes_for(&self, assembly: AssemblyId) -> Result<bool, Trouble> {
        Ok(self.archive.pens()?.iter().any(|pen| pen.assembly == assembly))
    }

    /// The names on the cards that are here, by number.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn names(&self, assembly: AssemblyId) -> Result<BTreeMap<Member, CardText>, Trouble> {
        let roll = self.fold(assembly)?.map(|fold| &fold.book().commons.roll);
        let stands = |card: &folkmoot_archive::Card| {
            roll.and_then(|roll| roll.members.get(&Member(card.member))).and_then(roll::Enrolment::card) == Some(card.hash())
        };
        let cards = self.archive.cards(assembly)?;
        let text = |card: &folkmoot_archive::Card| {
            let text = CardText::of(card);
            CardText { name: name_of(&text.name), ..text }
        };
        Ok(cards.iter().filter(|card| stands(card)).map(|card| (Member(card.member), text(card))).collect())
    }

    /// Keeps a file beside the chain, so that a posting may name it; gives back its hash and size.
    ///
    /// # Errors
    /// [`Trouble::FileTooLarge`] over 10 MB.
    pub fn attach(&mut self, assembly: AssemblyId, name: &str, bytes: Vec<u8>) -> Result<(FileHash, u64), Trouble> {
        let size = bytes.len() as u64;
        if size > MAX_FILE {
            return Err(Trouble::FileTooLarge { size });
        }
        let hash = FileHash::of(&bytes);
        let ring = folkmoot::change::Ring::Commons;
        let file = Attachment { assembly, ring, hash, name: name.to_owned(), size: size as u32, bytes: Some(bytes) };
        self.archive.write(|writing| writing.put_file(&file).map_err(Trouble::from))?;
        Ok((hash, size))
    }

    /// The paper behind a transaction: the name that the act gives it, and its bytes.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when the transaction names no paper, or the paper has not arrived here.
    pub fn receipt(&self, assembly: AssemblyId, transaction: ActId) -> Result<(String, Vec<u8>), Trouble> {
        let missing = || Trouble::NotInTheBook { what: "paper behind", asked: transaction.short() };
        let transactions = &self.known(assembly)?.book().commons.ledger.transactions;
        let receipt = transactions.get(&transaction).and_then(|transaction| transaction.receipt.as_ref()).ok_or_else(missing)?;
        let file = self.archive.file(assembly, folkmoot::change::Ring::Commons, receipt.hash)?;
        file.and_then(|file| file.bytes).map(|bytes| (receipt.name.clone(), bytes)).ok_or_else(missing)
    }

    /// The card that stands for a member.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when there is no such member.
    pub fn card_of(&self, assembly: AssemblyId, member: Member) -> Result<CardHash, Trouble> {
        let members = &self.known(assembly)?.book().commons.roll.members;
        let card = members.get(&member).and_then(roll::Enrolment::card);
        card.ok_or_else(|| Trouble::NotInTheBook { what: "member", asked: member.to_string() })
    }

    /// Gives a member a new card and strikes the old one, unless it was struck before.
    ///
    /// # Errors
    /// As [`Desk::act`].
    pub fn change_card(&mut self, assembly: AssemblyId, member: Member, text: &CardText, now: i64) -> Result<Vec<ActId>, Trouble> {
        text.has_a_name()?;
        let old = self.card_of(assembly, member)?;
        let card = text.card(assembly, member.0)?;
        let change = json!({ "do": "roll.card", "member": member, "replaces": old, "card": card.hash() });
        let strike = json!({ "do": "people.strike", "member": member, "card": old });
        let was_struck = self.known(assembly)?.book().commons.people.struck.contains_key(&old);
        let acts = if was_struck { vec![change] } else { vec![change, strike] };
        self.act_with(assembly, &acts, &[card], now)
    }

    /// Copies the whole home into a new file, and checks the copy before saying so.
    ///
    /// # Errors
    /// [`Trouble::Archive`], and then there is no such file.
    pub fn backup(&self, file: &Path, progress: impl FnMut(u64, u64)) -> Result<(), Trouble> {
        Ok(self.archive.backup_to(file, progress)?)
    }

    /// Makes a home from a backup. Its pens begin a new epoch, and write again only once others were heard, or nothing was sent since.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the file is no backup, or a home is there already, or the passphrase is another; then nothing is changed.
    pub fn restore(
        file: &Path,
        home: &Path,
        passphrase: Option<&Passphrase>,
        nothing_sent_since: bool,
        now: i64,
        progress: impl FnMut(u64, u64),
    ) -> Result<Desk, Trouble> {
        let mark = |writing: &mut Writing<'_>| {
            for pen in writing.pens()?.into_iter().chain(writing.pens_aside()?) {
                begin_again(writing, pen, (!nothing_sent_since).then_some(now))?;
            }
            Ok(())
        };
        Desk::over(folkmoot_archive::restore_from(file, home, passphrase, mark, progress)?)
    }

    /// How far the clock is from this laptop's last entry in the assembly, in seconds, when it is more than a year: most likely one of
    /// the two is wrong.
    ///
    /// # Errors
    /// [`Trouble::NothingHere`] when nothing of the assembly is here, [`Trouble::Archive`] when the book cannot be read.
    pub fn clock_is_off(&self, assembly: AssemblyId, now: i64) -> Result<Option<i64>, Trouble> {
        const YEAR: i64 = 366 * 86_400;
        let own = self.own_devices(assembly)?;
        let written = self.known(assembly)?.judged().map(|judged| judged.change.says()).filter(|says| own.contains(&says.device));
        let off = written.last().map(|says| now.saturating_sub(says.claimed_at));
        Ok(off.filter(|off| off.unsigned_abs() > YEAR.unsigned_abs()))
    }
}
