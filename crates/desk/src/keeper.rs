//! The keeper: the desk as sessions with other laptops see it.
//!
//! **Invariant:** what a session takes in goes through the same gate and the same commit as a bundle; what it is told of this home is
//! read from the archive, never from memory alone, so two programs on one home say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use folkmoot_archive::{Arrival, Meeting};
use folkmoot_sync::frame::name_that_fits;
use folkmoot_sync::{Caller, Description, Frame, Holder, Holding, Line, Met, Standing, TakenIn, Wanted};

use crate::arriving::Arriving;
use crate::receive::{Received, Road};
use crate::unheard::hear_equal;
use crate::{Desk, Heard, Trouble};

/// The desk of one home, with what sessions need to know of it.
pub struct Keeper {
    desk: Desk,
    clock: Box<dyn Fn() -> i64 + Send>,
    holdings: BTreeMap<AssemblyId, Holding>,
    /// Who wrote what one person keeps and lies here, and whether it is that person's who has this laptop: nothing else of it is held for others.
    kept_by: BTreeMap<(AssemblyId, DeviceId), bool>,
    mark: i64,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeper").field("desk", &self.desk).field("mark", &self.mark).finish_non_exhaustive()
    }
}

impl Keeper {
    /// Keeps a desk, with the clock that this home's people go by.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn of(desk: Desk, clock: impl Fn() -> i64 + Send + 'static) -> Result<Keeper, Trouble> {
        let (holdings, kept_by) = (BTreeMap::new(), BTreeMap::new());
        let mut keeper = Keeper { desk, clock: Box::new(clock), holdings, kept_by, mark: 0 };
        keeper.hold()?;
        Ok(keeper)
    }

    /// The desk.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The desk, to act; the sessions are to be told of it.
    pub fn desk_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// Takes notice of what has arrived in the archive.
    fn hold(&mut self) -> Result<(), Trouble> {
        let mut arrivals = self.desk.archive.arrivals_since(self.mark)?;
        if self.ask_who_keeps(&arrivals)? {
            self.holdings.clear();
            self.mark = 0;
            arrivals = self.desk.archive.arrivals_since(0)?;
        }
        for arrival in arrivals {
            self.mark = arrival.arrived;
            if !self.is_said(&arrival) {
                continue;
            }
            let line = Line { ring: arrival.ring, device: arrival.device };
            let change = Description { line, prev: arrival.prev, hash: arrival.hash };
            self.holdings.entry(arrival.assembly).or_default().add(change);
        }
        Ok(())
    }

    /// Asks whose it is what one person keeps and lies here; says whether that has become otherwise, as it does with another key in this home.
    fn ask_who_keeps(&mut self, arrivals: &[Arrival]) -> Result<bool, Trouble> {
        let mut wrote: BTreeMap<AssemblyId, BTreeSet<DeviceId>> = BTreeMap::new();
        let new = arrivals.iter().filter(|arrival| arrival.ring == Ring::Person).map(|arrival| (arrival.assembly, arrival.device));
        for (assembly, device) in self.kept_by.keys().copied().chain(new) {
            wrote.entry(assembly).or_default().insert(device);
        }
        let mut kept_by = BTreeMap::new();
        for (assembly, wrote) in wrote {
            let own = self.desk.own_among(assembly, &wrote)?;
            kept_by.extend(wrote.into_iter().map(|device| ((assembly, device), own.contains(&device))));
        }
        let is_otherwise = self.kept_by.iter().any(|(line, own)| kept_by.get(line) != Some(own));
        self.kept_by = kept_by;
        Ok(is_otherwise)
    }

    /// Whether a session may say a change at all; to whom, its scope says.
    fn is_said(&self, arrival: &Arrival) -> bool {
        arrival.ring != Ring::Person || self.kept_by.get(&(arrival.assembly, arrival.device)) == Some(&true)
    }
}

impl Holder for Keeper {
    type Error = Trouble;

    fn standing(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<Standing, Trouble> {
        self.desk.standing(ours, endpoint)
    }

    fn expects_strangers(&self, ours: AssemblyId) -> Result<bool, Trouble> {
        self.desk.expects_strangers(ours, (self.clock)())
    }

    fn letters(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<Vec<String>, Trouble> {
        self.desk.letters_for(ours, endpoint, (self.clock)())
    }

    fn hear_letter(&mut self, caller: &Caller, letter: &str) -> Result<bool, Trouble> {
        let now = (self.clock)();
        let heard = match self.desk.hear_letter(letter, Some((caller.ours, caller.endpoint)), now) {
            Ok(Heard::Answer { .. } | Heard::Ask { .. }) => true,
            Ok(Heard::ForOthers | Heard::ForAnotherLaptop) => false,
            Err(why) if why.leaves_a_letter_unheard() => false,
            Err(trouble) => return Err(trouble),
        };
        self.hold()?;
        Ok(heard)
    }

    fn holdings(&self) -> &BTreeMap<AssemblyId, Holding> {
        &self.holdings
    }

    fn mark(&self) -> i64 {
        self.mark
    }

    fn since(&self, mark: i64) -> Result<Vec<(AssemblyId, Ring, ChangeHash)>, Trouble> {
        let arrivals =
            self.desk.archive.arrivals_since(mark)?.into_iter().filter(|arrival| arrival.arrived <= self.mark && self.is_said(arrival));
        Ok(arrivals.map(|arrival| (arrival.assembly, arrival.ring, arrival.hash)).collect())
    }

    fn changes(&self, hashes: &[ChangeHash]) -> Result<Vec<Vec<u8>>, Trouble> {
        let mut found = Vec::with_capacity(hashes.len());
        for hash in hashes {
            found.extend(self.desk.archive.change(*hash)?.map(|change| change.signed().encode()));
        }
        Ok(found)
    }

    fn has_room(&self) -> bool {
        self.desk.room().is_ample()
    }

    fn near(&self, caller: &Caller) -> Result<BTreeSet<AssemblyId>, Trouble> {
        self.desk.near(caller.ours, &caller.endpoint)
    }

    fn wanted(&self, assembly: AssemblyId, inside: bool) -> Result<Vec<Wanted>, Trouble> {
        let papers = self.desk.papers_not_here(assembly)?.into_iter();
        let mut wanted: Vec<Wanted> = papers.filter(|(_, left_out)| left_out.is_none()).map(|(hash, _)| Wanted::File(hash)).collect();
        if inside && let Some(fold) = self.desk.fold(assembly)? {
            let here: Vec<_> = self.desk.archive.cards(assembly)?.iter().map(folkmoot_archive::Card::hash).collect();
            let here: BTreeSet<_> = here.into_iter().collect();
            // Not by the book: a strike that fell has deleted all the same, and what was struck once is not kept again.
            let struck = self.desk.archive.struck_cards(assembly)?;
            let named = fold.book().commons.roll.members.values().flat_map(|enrolment| enrolment.cards.keys());
            wanted.extend(named.filter(|card| !here.contains(card) && !struck.contains(card)).copied().map(Wanted::Card));
        }
        Ok(wanted)
    }

    fn beside(&self, assembly: AssemblyId, inside: bool, wanted: Wanted) -> Result<Option<Frame>, Trouble> {
        match wanted {
            Wanted::Card(hash) if inside => {
                let card = self.desk.archive.card(assembly, hash)?;
                Ok(card.map(|card| Frame::Card { assembly, member: card.member, salt: card.salt, hash, card: card.bytes }))
            }
            Wanted::Card(_) => Ok(None),
            Wanted::File(hash) => {
                let ring = Ring::Commons;
                let file = self.desk.archive.file(assembly, ring, hash)?;
                let here = file.and_then(|file| file.bytes.map(|bytes| (name_that_fits(&file.name).to_owned(), bytes)));
                Ok(here.map(|(name, bytes)| Frame::File { hash, assembly, ring, name, bytes }))
            }
        }
    }

    fn take_in(&mut self, frames: Vec<Frame>, caller: &Caller) -> Result<TakenIn, Trouble> {
        let road = Road { name: &caller.road, met: Some((caller.ours, caller.endpoint)), now: (self.clock)(), sealed_by: None };
        let received = self.desk.take_in(Arriving::Said(frames), road, Received::default())?;
        self.hold()?;
        Ok(TakenIn {
            new: received.new.values().sum(),
            waiting: received.waiting,
            refused: received.refused.len(),
            left_out: received.left_out,
            beside: received.cards + received.files,
            proved: received.proved,
        })
    }

    fn refresh(&mut self) -> Result<(), Trouble> {
        self.desk.refresh()?;
        self.hold()
    }

    fn met(&mut self, caller: &Caller, met: &Met) -> Result<(), Trouble> {
        let now = (self.clock)();
        let mark = match met {
            Met::Equal { ring, mark } => Some((*ring, *mark)),
            Met::Apart { ours, .. } => *ours,
            Met::Parted { .. } => None,
        };
        let mut known = self.desk.meeting(caller.ours, caller.endpoint)?;
        (known.met_at, known.road) = (Some(now), caller.road.clone());
        known.equal_at = if let Met::Equal { .. } = met { Some(now) } else { known.equal_at };
        known.trouble = if let Met::Parted { why, .. } = met { why.clone() } else { String::new() };
        let lacking = match met {
            Met::Equal { .. } => Some(0),
            Met::Apart { lacking, .. } => Some(*lacking),
            // Where nothing was shown, what was known to be missing still is.
            Met::Parted { lacking, .. } => *lacking,
        };
        if let Some(lacking) = lacking {
            known.lacking = lacking;
            known.lacking_since = if lacking == 0 { None } else { known.lacking_since.or(Some(now)) };
        }
        if let Some((ring, mark)) = mark {
            known.mark = if ring > known.mark_ring { mark } else { known.mark.max(mark) };
            known.mark_ring = ring;
        }
        let holds_ours = self.holdings.get(&caller.ours).is_some_and(|ours| !ours.is_empty());
        let Desk { archive, folds, .. } = &mut self.desk;
        archive.write(|writing| {
            // A restored home has heard another once both hold the same of its own town.
            if let Some((ring, _)) = mark.filter(|_| holds_ours) {
                folds.refresh(writing)?;
                hear_equal(writing, folds, caller.ours, ring)?;
            }
            writing.put_meeting(&known).map_err(Trouble::from)
        })
    }
}

impl Desk {
    /// How a laptop was last met. Whoever may read more than then is not known to have any of that.
    pub(crate) fn meeting(&self, ours: AssemblyId, endpoint: DeviceId) -> Result<Meeting, Trouble> {
        let known = self.archive.meetings()?.into_iter().find(|known| known.ours == ours && known.endpoint == endpoint);
        let mut known = known.unwrap_or_else(|| Meeting::never(ours, endpoint));
        let ring = match self.standing(ours, &endpoint)? {
            Standing::Stranger | Standing::Neighbour => Ring::Commons,
            Standing::Inside => Ring::Assembly,
            Standing::Own => Ring::Person,
        };
        if ring > known.mark_ring {
            known.mark = 0;
        }
        known.mark_ring = ring;
        Ok(known)
    }
}

#[cfg(test)]
mod tests {
    use folkmoot::plain::Member;
    use serde_json::json;

    use super::*;
    use crate::CardText;

    const NOW: i64 = 1_804_000_000;

    fn millbrook() -> (tempfile::TempDir, Keeper, AssemblyId) {
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(home.path()).unwrap();
        let town = desk.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
        (home, Keeper::of(desk, || NOW).unwrap(), town)
    }

    #[test]
    fn a_new_laptop_that_was_met_before_it_was_admitted_is_not_known_to_have_what_is_inside() {
        let (_home, mut keeper, town) = millbrook();
        keeper.desk_mut().act(town, &[json!({ "do": "note.write", "text": "the well" })], NOW).unwrap();
        let place = tempfile::tempdir().unwrap();
        let mut second = Desk::open(place.path()).unwrap();
        let code = keeper.desk_mut().invite_device(town, Member(1), &[], NOW).unwrap();
        let ask = second.join_device(&code, NOW).unwrap();
        let caller = Caller { ours: town, endpoint: ask.keys.endpoint, dialled: false, road: "lan".to_owned() };
        assert!(keeper.hear_letter(&caller, &ask.to_string()).unwrap());
        keeper.refresh().unwrap();
        let met_as = |keeper: &mut Keeper, ring| keeper.met(&caller, &Met::Equal { ring, mark: keeper.mark() }).unwrap();
        met_as(&mut keeper, Ring::Commons);
        let waits = keeper.desk().waiting(town).unwrap().remove(0);
        keeper.desk_mut().admit_waiting(town, waits.ask, NOW).unwrap();
        let not_known = |keeper: &mut Keeper, ring: &str| {
            let seen = keeper.desk_mut().look(town, "sync", &[], "2027-03-03".parse().unwrap()).unwrap();
            let rings = seen["sync"][0]["rings"].as_array().unwrap().clone();
            rings.iter().find(|there| there["ring"] == ring).unwrap()["not_known_to_be_there"].as_u64().unwrap()
        };
        let admission = 1;
        assert_eq!((not_known(&mut keeper, "commons"), not_known(&mut keeper, "person")), (admission, 1));
        keeper.desk_mut().found_at(town, ask.keys.endpoint, &["10.0.0.2:4433".to_owned()]).unwrap();
        assert_eq!(not_known(&mut keeper, "commons"), admission, "what was known of the commons still is");
        keeper.refresh().unwrap();
        met_as(&mut keeper, Ring::Person);
        assert_eq!((not_known(&mut keeper, "commons"), not_known(&mut keeper, "person")), (0, 0));
    }

    #[test]
    fn what_was_missing_on_monday_still_is_when_the_road_was_cut_on_tuesday_before_anything_was_shown() {
        let (_home, mut keeper, town) = millbrook();
        let caller = Caller { ours: town, endpoint: DeviceId([7; 32]), dialled: true, road: "lan".to_owned() };
        let mut after = |lacking| {
            keeper.met(&caller, &Met::Parted { why: "lost".to_owned(), lacking }).unwrap();
            let known = keeper.desk().meeting(town, caller.endpoint).unwrap();
            (known.lacking, known.lacking_since)
        };
        assert_eq!(after(None), (0, None), "nothing is known yet");
        assert_eq!(after(Some(500)), (500, Some(NOW)));
        assert_eq!(after(None), (500, Some(NOW)));
        assert_eq!(after(Some(3)), (3, Some(NOW)));
        assert_eq!(after(Some(0)), (0, None));
    }

    #[test]
    fn a_receipt_whose_name_is_longer_than_a_frame_holds_goes_out_under_a_shorter_one() {
        let (_home, mut keeper, town) = millbrook();
        let name = format!("{}.pdf", "ş".repeat(200));
        let (hash, size) = keeper.desk_mut().attach(town, &name, b"40 kg of flour".to_vec()).unwrap();
        let line = |account: &str, quantity: &str| json!({ "account": account, "quantity": quantity, "commodity": "kg flour" });
        let acts = [
            json!({ "do": "ledger.open", "account": "assets:store" }),
            json!({ "do": "ledger.open", "account": "income:received" }),
            json!({ "do": "ledger.post", "day": "2027-03-03", "text": "From the mill",
                "postings": [line("assets:store", "40"), line("income:received", "-40")],
                "receipt": { "name": name, "size": size, "hash": hash } }),
        ];
        keeper.desk_mut().act(town, &acts, NOW).unwrap();
        let given = keeper.beside(town, false, Wanted::File(hash)).unwrap().unwrap();
        assert!(given.encode().is_ok(), "it can be written");
        assert!(matches!(given, Frame::File { name: given, .. } if name.starts_with(&given) && given.len() == 254));
    }
}
