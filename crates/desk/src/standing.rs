//! Who somebody is who calls: what may be given to an endpoint key.
//!
//! **Invariant:** a laptop that was taken off a roll is a stranger, whatever invite it once answered.

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_sync::Standing;

use crate::{Desk, Trouble};

impl Desk {
    /// What an endpoint key may be given when it meets the endpoint of `ours`: [`Standing::Own`] for another laptop of whoever has this one,
    /// [`Standing::Inside`] for any other on its roll, [`Standing::Neighbour`] for one on the roll of a neighbour of `ours`, or whose invite was answered, or that answered one of ours.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn standing(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<Standing, Trouble> {
        if self.is_on_the_roll(ours, endpoint)? {
            return Ok(if self.is_own_at(ours, endpoint)? { Standing::Own } else { Standing::Inside });
        }
        if self.has_left(ours, endpoint)? {
            return Ok(Standing::Stranger);
        }
        for town in self.neighbours(ours)? {
            if self.is_on_the_roll(town, endpoint)? {
                return Ok(Standing::Neighbour);
            }
        }
        let welcome = self.asked_by_code_of(ours, endpoint)? || self.has_answered(ours, endpoint)?;
        Ok(if welcome { Standing::Neighbour } else { Standing::Stranger })
    }

    pub(crate) fn is_on_the_roll(&self, town: AssemblyId, endpoint: &DeviceId) -> Result<bool, Trouble> {
        Ok(self.brief(town)?.is_some_and(|town| town.laptop_at(endpoint).is_some()))
    }

    /// Whether its town is a neighbour by that laptop, whose code was joined or who answered ours, or it answered an invite for a laptop that
    /// was not taken back.
    fn has_answered(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<bool, Trouble> {
        let Some(known) = self.neighbour_book(ours)? else { return Ok(false) };
        for join in known.standing().filter(|join| join.endpoint == *endpoint) {
            if !self.has_left(join.town, endpoint)? {
                return Ok(true);
            }
        }
        let mut asks = known.asks.values().filter(|ask| !known.is_revoked(&ask.invite));
        Ok(asks.any(|ask| ask.keys.endpoint == *endpoint) && !self.has_left(ours, endpoint)?)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use folkmoot::id::InviteId;
    use folkmoot::plain::Member;
    use folkmoot_sync::Identities;
    use serde_json::json;

    use super::*;
    use crate::home::keys_of;
    use crate::{AskCode, CardText, Heard, TownCode, Unwelcome, Waiting};

    const NOW: i64 = 1_804_000_000;
    const LATER: i64 = NOW + 15 * 86_400;

    struct Home {
        desk: Desk,
        town: AssemblyId,
        _dir: tempfile::TempDir,
    }

    impl Home {
        fn found(name: &str) -> Home {
            let dir = tempfile::tempdir().unwrap();
            let mut desk = Desk::open(dir.path()).unwrap();
            let town = desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
            Home { desk, town, _dir: dir }
        }

        fn endpoint(&self) -> DeviceId {
            keys_of(&self.desk.archive.pens().unwrap()[0]).unwrap().endpoint
        }

        fn sees(&self, endpoint: DeviceId) -> Standing {
            self.desk.standing(self.town, &endpoint).unwrap()
        }

        /// Hears what the other says over a wire.
        fn hears(&mut self, letter: &str, endpoint: DeviceId, now: i64) -> Result<Heard, Trouble> {
            let town = self.town;
            self.desk.hear_letter(letter, Some((town, endpoint)), now)
        }

        fn reads(&mut self, from: &mut Home, towns: &[AssemblyId]) {
            let (bundle, _) = from.desk.speak(towns, NOW).unwrap();
            assert!(folkmoot_sync::Bundle::open(&bundle.to_bytes(), &Identities::none()).is_ok());
            self.desk.receive(&bundle.to_bytes(), "bundle", NOW).unwrap();
        }

        fn invites(&mut self) -> TownCode {
            let town = self.town;
            self.desk.invite_town(town, &["192.168.1.5:4433".to_owned()], NOW).unwrap()
        }
    }

    fn unwelcome(heard: Result<Heard, Trouble>) -> Unwelcome {
        match heard {
            Err(Trouble::Unwelcome(why)) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_stranger_is_expected_only_while_an_invite_waits_and_is_a_neighbour_once_it_answered() {
        let (mut millbrook, mut cedar) = (Home::found("Millbrook"), Home::found("Cedar Falls"));
        let (ours, theirs) = (millbrook.endpoint(), cedar.endpoint());
        let expects = |home: &Home, now| home.desk.expects_strangers(home.town, now).unwrap();
        assert!(!expects(&millbrook, NOW));
        let code = millbrook.invites();
        assert!(expects(&millbrook, NOW) && !expects(&millbrook, LATER) && !expects(&cedar, NOW));
        assert_eq!((millbrook.sees(theirs), cedar.sees(ours)), (Standing::Stranger, Standing::Stranger));

        cedar.desk.join_town(&code, None, NOW).unwrap();
        assert_eq!((millbrook.sees(theirs), cedar.sees(ours)), (Standing::Stranger, Standing::Neighbour));
        assert_eq!(cedar.desk.inviters().unwrap()[0].addresses, ["192.168.1.5:4433"]);
        let letters = cedar.desk.letters_for(cedar.town, &ours, NOW).unwrap();
        assert_eq!((letters.len(), &letters), (1, &cedar.desk.letters_to(millbrook.town, NOW).unwrap()));
        assert!(cedar.desk.letters_for(cedar.town, &theirs, NOW).unwrap().is_empty());
        assert!(cedar.desk.letters_for(cedar.town, &ours, LATER).unwrap().is_empty(), "it could not be heard any more");

        assert_eq!(unwelcome(millbrook.hears(&letters[0], DeviceId([7; 32]), NOW)), Unwelcome::OfAnother);
        assert_eq!(unwelcome(millbrook.hears(&letters[0], theirs, LATER)), Unwelcome::Expired);
        assert_eq!(millbrook.sees(theirs), Standing::Stranger);
        assert!(matches!(millbrook.hears(&letters[0], theirs, NOW), Ok(Heard::Answer { again: false, .. })));
        assert!(matches!(millbrook.hears(&letters[0], theirs, LATER), Ok(Heard::Answer { again: true, .. })));
        assert_eq!(millbrook.sees(theirs), Standing::Neighbour);
        assert!(!expects(&millbrook, NOW), "it is used up");
        millbrook.desk.revoke(millbrook.town, &code.secret.name(), NOW).unwrap();
        assert_eq!(millbrook.sees(theirs), Standing::Stranger, "nothing but the invite spoke for it");
    }

    #[test]
    fn a_neighbour_of_one_assembly_is_a_stranger_to_the_other_in_the_same_home() {
        let (mut millbrook, mut cedar) = (Home::found("Millbrook"), Home::found("Cedar Falls"));
        let ashgrove = millbrook.desk.found("Ashgrove", None, &CardText::named("Ada"), NOW).unwrap();
        let theirs = cedar.endpoint();
        let code = cedar.invites();
        millbrook.desk.join_town(&code, Some(millbrook.town), NOW).unwrap();
        let sees = |home: &Home, ours| home.desk.standing(ours, &theirs).unwrap();
        for heard in [false, true] {
            assert_eq!(sees(&millbrook, millbrook.town), Standing::Neighbour, "by its code, and then by its roll");
            assert_eq!(sees(&millbrook, ashgrove), Standing::Stranger);
            let called: Vec<AssemblyId> = millbrook.desk.callable().unwrap().iter().map(|callable| callable.ours).collect();
            assert_eq!(called, [millbrook.town], "{heard}");
            millbrook.reads(&mut cedar, &[]);
        }
        assert!(!millbrook.desk.expects_strangers(ashgrove, NOW).unwrap());
        millbrook.desk.part_with(millbrook.town, cedar.town, NOW).unwrap();
        assert_eq!(sees(&millbrook, millbrook.town), Standing::Stranger);
    }

    #[test]
    fn a_code_that_names_another_laptop_than_its_act_is_nobody_s() {
        let (mut millbrook, mut cedar) = (Home::found("Millbrook"), Home::found("Cedar Falls"));
        let (code, somebody) = (cedar.invites(), DeviceId([7; 32]));
        let (town, name) = (cedar.town, "Cedar Falls");
        let join = json!({ "do": "neighbour.join", "town": town, "name": name, "endpoint": somebody, "code": code.to_string() });
        let ours = millbrook.town;
        millbrook.desk.act(ours, &[join], NOW).unwrap();
        assert_eq!((millbrook.sees(code.endpoint), millbrook.sees(somebody)), (Standing::Stranger, Standing::Neighbour));
        let called: Vec<DeviceId> = millbrook.desk.callable().unwrap().iter().map(|callable| callable.endpoint).collect();
        assert_eq!(called, [], "where the act and its code do not agree, nobody is called");
    }

    #[test]
    fn an_answer_with_a_guessed_secret_changes_nothing() {
        let (mut millbrook, cedar) = (Home::found("Millbrook"), Home::found("Cedar Falls"));
        let code = millbrook.invites();
        let guessed = TownCode { secret: crate::Secret([1; 16]), ..code };
        let answer = crate::AnswerCode::of(&guessed, cedar.town, "Cedar Falls", cedar.endpoint()).to_string();
        let before = millbrook.desk.archive.towns().unwrap();
        assert_eq!(unwelcome(millbrook.hears(&answer, cedar.endpoint(), NOW)), Unwelcome::NotInvited);
        assert!(matches!(millbrook.hears("folkmoot:answer:abc", cedar.endpoint(), NOW), Err(Trouble::Code(_))));
        assert_eq!(millbrook.desk.archive.towns().unwrap(), before);
        assert!(millbrook.desk.expects_strangers(millbrook.town, NOW).unwrap());
    }

    #[test]
    fn on_the_roll_of_a_joined_town_a_laptop_is_a_neighbour_and_off_it_a_stranger() {
        let (mut millbrook, mut cedar) = (Home::found("Millbrook"), Home::found("Cedar Falls"));
        let theirs = cedar.endpoint();
        millbrook.reads(&mut cedar, &[]);
        assert_eq!(millbrook.sees(theirs), Standing::Stranger, "it was heard of, and not joined");
        cedar.desk.join_town(&millbrook.invites(), None, NOW).unwrap();
        let letter = cedar.desk.letters_for(cedar.town, &millbrook.endpoint(), NOW).unwrap().remove(0);
        millbrook.hears(&letter, theirs, NOW).unwrap();
        assert_eq!(millbrook.sees(theirs), Standing::Neighbour);
        let device = cedar.desk.archive.pens().unwrap()[0].device;
        let (town, removal) = (cedar.town, json!({ "do": "roll.remove", "device": device, "reason": "sold" }));
        cedar.desk.act(town, &[removal], NOW).unwrap();
        millbrook.reads(&mut cedar, &[]);
        assert_eq!(millbrook.sees(theirs), Standing::Stranger, "whatever invite it once answered");
        assert!(millbrook.hears(&letter, theirs, NOW).is_ok());
        assert_eq!(millbrook.sees(theirs), Standing::Stranger);
    }

    #[test]
    fn a_laptop_that_asks_is_a_neighbour_and_inside_once_it_is_admitted() {
        let mut millbrook = Home::found("Millbrook");
        let (town, ours) = (millbrook.town, millbrook.endpoint());
        let code = millbrook.desk.invite_device(town, Member(1), &[], NOW).unwrap();
        let dir = tempfile::tempdir().unwrap();
        let mut new = Home { desk: Desk::open(dir.path()).unwrap(), town, _dir: dir };
        let ask = new.desk.join_device(&code, NOW).unwrap();
        let theirs = ask.keys.endpoint;
        assert_eq!((new.sees(ours), millbrook.sees(theirs)), (Standing::Neighbour, Standing::Stranger));
        assert_eq!(new.desk.name(town), "Millbrook", "as far as the code tells");
        let letters = new.desk.letters_for(town, &ours, NOW).unwrap();
        assert_eq!(letters, [ask.to_string()]);

        assert!(matches!(millbrook.hears(&letters[0], theirs, NOW), Ok(Heard::Ask { member: Member(1), again: false, .. })));
        assert_eq!((millbrook.sees(theirs), millbrook.desk.waiting(town).unwrap().len()), (Standing::Neighbour, 1));
        let waits = millbrook.desk.waiting(town).unwrap().remove(0);
        millbrook.desk.admit_waiting(town, waits.ask, LATER).unwrap();
        assert_eq!((millbrook.sees(theirs), millbrook.desk.waiting(town).unwrap().len()), (Standing::Own, 0));
        assert!(matches!(millbrook.hears(&letters[0], theirs, NOW), Ok(Heard::Ask { again: true, .. })));
        assert!(millbrook.desk.waiting(town).unwrap().is_empty(), "it waits no more");
        new.reads(&mut millbrook, &[town]);
        assert_eq!(new.sees(ours), Standing::Own, "both are the same member's");
        assert!(new.desk.letters_for(town, &ours, NOW).unwrap().is_empty());
        let removal = json!({ "do": "roll.remove", "device": ask.device, "reason": "lost" });
        millbrook.desk.act(town, &[removal], NOW).unwrap();
        assert_eq!(millbrook.sees(theirs), Standing::Stranger);
    }

    /// A laptop asks to be admitted to Millbrook, and somebody on the roll asks in its name with keys of their own, by an invite of their own,
    /// until that comes before the laptop's own request; none where that takes too long.
    fn asked_in_its_name() -> Option<(Home, AskCode, Waiting, InviteId)> {
        let mut millbrook = Home::found("Millbrook");
        let town = millbrook.town;
        let code = millbrook.desk.invite_device(town, Member(1), &[], NOW).unwrap();
        let dir = tempfile::tempdir().unwrap();
        let ask = Desk::open(dir.path()).unwrap().join_device(&code, NOW).unwrap();
        millbrook.hears(&ask.to_string(), ask.keys.endpoint, NOW).unwrap();
        let genuine = millbrook.desk.waiting(town).unwrap().remove(0);
        let other = millbrook.desk.invite_device(town, Member(1), &[], NOW).unwrap().secret.invite();
        let is_first = (0..32).any(|try_again| {
            let keys = json!({ "sealing": format!("age1thief{try_again}"), "endpoint": DeviceId([7; 32]) });
            let act = json!({ "do": "neighbour.ask", "invite": other, "device": ask.device, "keys": keys });
            millbrook.desk.act(town, &[act], LATER).unwrap()[0] < genuine.ask
        });
        is_first.then_some((millbrook, ask, genuine, other))
    }

    #[test]
    fn whoever_is_admitted_has_the_keys_whose_words_were_compared() {
        let (mut millbrook, ask, genuine, other) = (0..30).find_map(|_| asked_in_its_name()).unwrap();
        let town = millbrook.town;
        let words: BTreeSet<String> = millbrook.desk.waiting(town).unwrap().into_iter().map(|waiting| waiting.words).collect();
        assert!(words.len() > 1 && words.contains(&genuine.words), "each request has the words of its own keys");

        millbrook.desk.act(town, &[json!({ "do": "neighbour.revoke", "invite": other })], LATER).unwrap();
        assert_eq!(millbrook.desk.waiting(town).unwrap(), std::slice::from_ref(&genuine));
        millbrook.desk.admit_waiting(town, genuine.ask, LATER).unwrap();
        let fold = millbrook.desk.fold(town).unwrap().unwrap();
        assert_eq!(fold.book().commons.roll.live(&ask.device).unwrap().keys, ask.keys);
    }
}
