//! What one person keeps for their own laptops: two of Ada's and one of Bo's, with Cy who is nobody's friend.

mod new_key;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_desk::{CardText, Desk, Keeper, Received, Trouble};
use folkmoot_sync::bundle::{Bundle, BundleId};
use folkmoot_sync::{BundleError, Caller, Frame, Hall, Recipients, State};
use serde_json::json;
use tempfile::TempDir;

use super::homes::{NOW, somewhere};
use folkmoot_testkit::copy_home;

/// What is noted by Ada alone, and what is said in the open hall.
const NOTE: &str = "canary behind the mill";
const LATER: &str = "canary under the bridge";
const PLAIN: &str = "canary in the open hall";

/// A laptop of Millbrook: its desk, and the key that it is met by.
pub(super) struct Laptop {
    pub(super) desk: Desk,
    pub(super) device: DeviceId,
    pub(super) endpoint: DeviceId,
}

pub(super) struct Millbrook {
    pub(super) place: TempDir,
    pub(super) town: AssemblyId,
    pub(super) laptops: Vec<Laptop>,
}

pub(super) const ADA: usize = 0;
pub(super) const BO: usize = 1;

impl Millbrook {
    /// Ada has founded it and let Bo in.
    pub(super) fn founded() -> Millbrook {
        let place = somewhere();
        let mut desk = Desk::open(&place.path().join("0")).unwrap();
        let town = desk.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
        let (device, keys) = desk
            .fold(town)
            .unwrap()
            .unwrap()
            .book()
            .commons
            .roll
            .devices
            .iter()
            .next()
            .map(|(id, known)| (*id, known.keys.clone()))
            .unwrap();
        let mut millbrook = Millbrook { place, town, laptops: vec![Laptop { desk, device, endpoint: keys.endpoint }] };
        millbrook.laptops[ADA].desk.enrol(town, &[CardText::named("Bo"), CardText::named("Cy")], None, NOW).unwrap();
        assert_eq!(millbrook.admit(2, ADA, &[]), BO);
        millbrook
    }

    /// A new laptop of a member, let in by one that is there and signed for by others.
    pub(super) fn admit(&mut self, member: u32, by: usize, signers: &[usize]) -> usize {
        let (town, at) = (self.town, self.laptops.len());
        let mut desk = Desk::open(&self.place.path().join(at.to_string())).unwrap();
        let code = self.laptops[by].desk.invite_device(town, Member(member), &[], NOW).unwrap();
        let ask = desk.join_device(&code, NOW).unwrap();
        let admission = self.laptops[by].desk.admit(&ask, NOW).unwrap();
        self.laptops.push(Laptop { desk, device: ask.device, endpoint: ask.keys.endpoint });
        for signer in signers {
            self.everybody_reads(by);
            self.laptops[*signer].desk.act(town, &[json!({ "do": "roll.sign", "act": admission })], NOW).unwrap();
            self.everybody_reads(*signer);
        }
        self.everybody_reads(by);
        at
    }

    /// One signs that another was admitted, which it was already.
    fn signs_for(&mut self, signer: usize, other: usize) {
        let (town, device) = (self.town, self.laptops[other].device);
        let desk = &mut self.laptops[signer].desk;
        let admission = desk.fold(town).unwrap().unwrap().book().commons.roll.devices[&device].admitted.id;
        desk.act(town, &[json!({ "do": "roll.sign", "act": admission })], NOW).unwrap();
    }

    /// What a laptop packs for its town is read by all others.
    pub(super) fn everybody_reads(&mut self, from: usize) {
        let stick = self.stick(from);
        for laptop in &mut self.laptops {
            laptop.desk.receive(&stick, "stick", NOW).unwrap();
        }
    }

    pub(super) fn stick(&mut self, from: usize) -> Vec<u8> {
        let town = self.town;
        self.laptops[from].desk.speak(&[town], NOW).unwrap().0.to_bytes()
    }

    fn notes(&mut self, by: usize, text: &str) {
        let town = self.town;
        self.laptops[by].desk.act(town, &[json!({ "do": "note.write", "text": text })], NOW).unwrap();
    }

    fn says(&mut self, by: usize, text: &str) {
        let town = self.town;
        self.laptops[by].desk.enrol(town, &[CardText::named(text)], None, NOW).unwrap();
    }

    /// The notes that a laptop shows, sorted.
    fn reads(&mut self, at: usize) -> Vec<String> {
        let shown = self.laptops[at].desk.look(self.town, "notes", &[], "2027-03-03".parse().unwrap()).unwrap();
        let mut texts: Vec<String> =
            shown["notes"].as_array().unwrap().iter().map(|note| note["text"].as_str().unwrap().to_owned()).collect();
        texts.sort();
        texts
    }

    /// How many changes of what one person keeps lie on a laptop.
    fn kept(&self, at: usize) -> usize {
        self.laptops[at].desk.fold(self.town).unwrap().unwrap().ring_hash(Ring::Person).0
    }

    /// Whether words lie anywhere in the home of a laptop.
    fn lies_at(&self, at: usize, words: &str) -> bool {
        let files = std::fs::read_dir(self.place.path().join(at.to_string())).unwrap().map(Result::unwrap);
        let mut files = files.filter(|file| file.file_type().unwrap().is_file());
        files.any(|file| lies_in(&std::fs::read(file.path()).unwrap(), words))
    }

    /// Two laptops meet and talk until both rest; gives what each heard, or why it broke off.
    fn meet(&mut self, a: usize, b: usize) -> Result<[Vec<u8>; 2], String> {
        let open = |at: usize| Keeper::of(Desk::open_existing(&self.place.path().join(at.to_string())).unwrap(), || NOW).unwrap();
        let mut ends = [Hall::of(open(a)), Hall::of(open(b))];
        for (end, other) in [(0, b), (1, a)] {
            let caller =
                Caller { ours: self.town, endpoint: self.laptops[other].endpoint, dialled: end == 0, road: "kitchen table".to_owned() };
            ends[end].open(1, caller, 0).map_err(|dropped| dropped.code().to_owned())?;
        }
        let mut heard = [Vec::new(), Vec::new()];
        let mut spoke = true;
        while spoke {
            spoke = false;
            for from in [0, 1] {
                while let Some(bytes) = ends[from].say(1, 0).map_err(|dropped| dropped.code().to_owned())? {
                    let frames = Frame::decode_all(&bytes).unwrap();
                    heard[1 - from].extend(bytes);
                    ends[1 - from].hear(1, frames, 0).map_err(|dropped| dropped.code().to_owned())?;
                    spoke = true;
                }
            }
        }
        assert!(ends.iter().all(|end| end.reports()[&1].state == State::Equal), "both hold the same, as far as each may know");
        for laptop in &mut self.laptops {
            laptop.desk.refresh().unwrap();
        }
        Ok(heard)
    }

    /// A note that a laptop signs, and that stays on a copy of its home.
    fn signed_by(&self, at: usize) -> Vec<u8> {
        let elsewhere = self.place.path().join(format!("copy of {at}"));
        copy_home(&self.place.path().join(at.to_string()), &elsewhere);
        let mut desk = Desk::open_existing(&elsewhere).unwrap();
        let note = desk.act(self.town, &[json!({ "do": "note.write", "text": "canary of another" })], NOW).unwrap()[0];
        desk.fold(self.town).unwrap().unwrap().act(&note).unwrap().change.signed().encode()
    }
}

fn lies_in(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

fn reasons(received: &Received) -> Vec<&str> {
    received.refused.iter().map(|refused| refused.reason.as_str()).collect()
}

#[test]
fn a_note_of_ada_s_goes_to_her_second_laptop_over_a_wire_and_bo_s_hears_nothing_of_it() {
    let mut town = Millbrook::founded();
    town.notes(ADA, NOTE);
    let second = town.admit(1, ADA, &[BO]);
    assert_eq!((town.kept(BO), town.kept(second)), (0, 0), "no stick of the town carries it");

    let heard = town.meet(ADA, second).unwrap();
    assert!(lies_in(&heard[1], NOTE), "the scan would find it");
    assert_eq!(town.reads(second), [NOTE], "the past of it came too");
    town.notes(second, LATER);
    town.meet(second, ADA).unwrap();
    assert_eq!(town.reads(ADA), [NOTE, LATER]);

    // Bo meets both: what he hears is as long and the same as if nothing had been noted.
    town.meet(ADA, BO).unwrap();
    let before = town.meet(ADA, BO).unwrap();
    town.notes(ADA, "one more, after they met");
    assert_eq!(town.meet(ADA, BO).unwrap(), before, "not a byte tells that there is something");
    town.says(ADA, PLAIN);
    for from in [ADA, second] {
        let heard = town.meet(from, BO).unwrap();
        let kept = [town.laptops[ADA].device, town.laptops[second].device];
        let lines = kept.map(|device| [&[Ring::Person.byte()], &device.0[..]].concat());
        assert!(lines.iter().all(|line| !heard[1].windows(line.len()).any(|part| part == line)), "no line of hers is shown");
        for words in [NOTE, LATER] {
            assert!(!lies_in(&heard[1], words), "{words} was said to Bo");
        }
    }
    for words in [NOTE, LATER] {
        assert!(!town.lies_at(BO, words) && !town.lies_at(BO, "note.write"), "{words} lies at Bo's");
        assert!(town.lies_at(ADA, words) && town.lies_at(second, words), "the scan would find it");
    }
    let stick = town.stick(ADA);
    town.laptops[BO].desk.receive(&stick, "stick", NOW).unwrap();
    assert!(town.lies_at(BO, PLAIN) && town.kept(BO) == 0 && town.reads(BO).is_empty());
}

#[test]
fn a_sealed_file_carries_it_to_her_second_laptop_and_whoever_finds_it_learns_its_size() {
    let mut town = Millbrook::founded();
    town.notes(ADA, NOTE);
    let (place, assembly) = (town.place.path().to_owned(), town.town);
    let alone = town.laptops[ADA].desk.speak_to_own(assembly, NOW);
    assert!(matches!(alone, Err(Trouble::NoOtherLaptop)), "there is nobody yet to seal it to");
    let second = town.admit(1, ADA, &[BO]);
    let (file, spoken) = town.laptops[ADA].desk.speak_to_own(assembly, NOW).unwrap();
    assert_eq!(spoken.own, 1);
    for word in [NOTE.as_bytes(), b"Millbrook", assembly.as_bytes(), town.laptops[ADA].device.as_bytes()] {
        assert!(!file.windows(word.len()).any(|part| part == word));
    }

    // Bo, and whoever finds the stick, cannot open it; and it opens to nobody once it was touched anywhere.
    let found = town.laptops[BO].desk.receive(&file, "stick", NOW);
    assert!(matches!(found, Err(Trouble::Bundle(BundleError::SealedToOthers))), "{found:?}");
    let untouched = place.join("untouched");
    copy_home(&place.join(second.to_string()), &untouched);
    for at in [3, 4, 40, 600, file.len() / 2, file.len() - 1] {
        let mut bent = file.clone();
        bent[at] ^= 1;
        let refused = town.laptops[second].desk.receive(&bent, "stick", NOW);
        assert!(matches!(refused, Err(Trouble::Bundle(_))), "{at}: {refused:?}");
        let short = town.laptops[second].desk.receive(&file[..at], "stick", NOW);
        assert!(matches!(short, Err(Trouble::Bundle(_))), "{at}: {short:?}");
    }
    assert_eq!((town.kept(second), town.reads(second)), (0, vec![]), "nothing was half done");
    let quarantine = town.laptops[second].desk.look(assembly, "quarantine", &[], "2027-03-03".parse().unwrap()).unwrap();
    assert_eq!(quarantine["quarantine"], json!([]), "{quarantine}");

    let received = town.laptops[second].desk.receive(&file, "stick", NOW).unwrap();
    assert!(received.is_whole(), "{received:?}");
    assert_eq!(town.reads(second), [NOTE]);
    let again = town.laptops[second].desk.receive(&file, "stick", NOW).unwrap();
    assert_eq!((again.is_whole(), again.new.len()), (true, 0), "twice does nothing");
    // One that has heard nothing yet, not even of its own admission, is given all of it by this file alone.
    let (fresh, _) = town.laptops[second].desk.speak_to_own(assembly, NOW).unwrap();
    assert!(town.laptops[ADA].desk.receive(&fresh, "stick", NOW).unwrap().is_whole());
}

#[test]
fn a_laptop_that_knows_nothing_but_the_code_gets_the_past_by_one_sealed_file() {
    let mut town = Millbrook::founded();
    town.notes(ADA, NOTE);
    let (assembly, at) = (town.town, town.laptops.len());
    let mut new = Desk::open(&town.place.path().join(at.to_string())).unwrap();
    let code = town.laptops[ADA].desk.invite_device(assembly, Member(1), &[], NOW).unwrap();
    let ask = new.join_device(&code, NOW).unwrap();
    let admission = town.laptops[ADA].desk.admit(&ask, NOW).unwrap();
    let stick = town.stick(ADA);
    town.laptops[BO].desk.receive(&stick, "stick", NOW).unwrap();
    town.laptops[BO].desk.act(assembly, &[json!({ "do": "roll.sign", "act": admission })], NOW).unwrap();
    let stick = town.stick(BO);
    town.laptops[ADA].desk.receive(&stick, "stick", NOW).unwrap();
    let (file, _) = town.laptops[ADA].desk.speak_to_own(assembly, NOW).unwrap();
    assert!(new.receive(&file, "stick", NOW).unwrap().is_whole());
    town.laptops.push(Laptop { desk: new, device: ask.device, endpoint: ask.keys.endpoint });
    assert_eq!(town.reads(at), [NOTE], "it was noted before the laptop came");
}

#[test]
fn a_lost_laptop_that_was_taken_off_the_roll_gets_nothing_more() {
    let mut town = Millbrook::founded();
    let assembly = town.town;
    let second = town.admit(1, ADA, &[BO]);
    let third = town.admit(1, ADA, &[BO]);
    town.notes(second, NOTE);
    town.meet(second, ADA).unwrap();
    let removal = json!({ "do": "roll.remove", "device": town.laptops[second].device, "reason": "lost" });
    let removal = town.laptops[ADA].desk.act(assembly, &[removal], NOW).unwrap()[0];
    let stick = town.stick(ADA);
    town.laptops[BO].desk.receive(&stick, "stick", NOW).unwrap();
    town.laptops[BO].desk.act(assembly, &[json!({ "do": "roll.sign", "act": removal })], NOW).unwrap();
    let stick = town.stick(BO);
    town.laptops[ADA].desk.receive(&stick, "stick", NOW).unwrap();

    town.notes(ADA, LATER);
    assert_eq!(town.meet(ADA, second), Err("not-welcome".to_owned()));
    let (file, spoken) = town.laptops[ADA].desk.speak_to_own(assembly, NOW).unwrap();
    assert_eq!(spoken.own, 1, "the third alone");
    let found = town.laptops[second].desk.receive(&file, "stick", NOW);
    assert!(matches!(found, Err(Trouble::Bundle(BundleError::SealedToOthers))), "{found:?}");
    assert!(!town.lies_at(second, LATER));
    town.laptops[third].desk.receive(&file, "stick", NOW).unwrap();
    assert_eq!(town.reads(third), [NOTE, LATER], "what the lost one had told Ada before stays hers");
}

#[test]
fn what_another_signed_or_brought_is_refused_and_lies_nowhere() {
    let mut town = Millbrook::founded();
    let assembly = town.town;
    let second = town.admit(1, ADA, &[BO]);
    let pen = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let pack = |change: Vec<u8>| Bundle::pack([Frame::Change(change)], &Recipients::anyone(), NOW, BundleId([5; 16]), &pen).unwrap();
    let (of_bo, of_ada) = (town.signed_by(BO), town.signed_by(ADA));
    let key = town.laptops[second].desk.fold(assembly).unwrap().unwrap().book().commons.roll.devices[&town.laptops[second].device]
        .keys
        .sealing
        .clone();
    for change in [of_bo, of_ada] {
        // In the open; sealed to her laptop by a stranger; damaged, so that nothing of it proves itself.
        let mut bent = change.clone();
        *bent.last_mut().unwrap() ^= 1;
        let sealed = pack(change.clone()).sealed_whole(&[key.as_str()]).unwrap();
        for stick in [pack(change).to_bytes(), sealed, pack(bent).to_bytes()] {
            let received = town.laptops[second].desk.receive(&stick, "stick", NOW).unwrap();
            assert_eq!(reasons(&received), ["not-your-own"]);
        }
    }
    assert_eq!(town.kept(second), 0);
    assert!(!town.lies_at(second, "canary of another"), "not even among what was refused");
}

#[test]
fn a_laptop_that_others_let_in_under_ada_s_number_is_not_hers_until_she_signs() {
    let mut town = Millbrook::founded();
    let assembly = town.town;
    let cy = town.admit(3, ADA, &[BO]);
    town.notes(ADA, NOTE);
    let made_up = town.admit(1, BO, &[cy]);
    town.meet(BO, ADA).unwrap();
    assert_eq!(town.laptops[ADA].desk.fold(assembly).unwrap().unwrap().book().commons.roll.holders().len(), 3);
    let heard = town.meet(ADA, made_up).unwrap();
    assert!(!lies_in(&heard[1], NOTE) && !town.lies_at(made_up, NOTE), "more than half of the town cannot read what Ada keeps");
    assert!(matches!(town.laptops[ADA].desk.speak_to_own(assembly, NOW), Err(Trouble::NoOtherLaptop)));
    let shown = town.laptops[ADA].desk.look(assembly, "notes", &[], "2027-03-03".parse().unwrap()).unwrap();
    assert_eq!(shown["left_out"], json!([town.laptops[made_up].device]));

    // It was hers after all: she signs.
    town.signs_for(ADA, made_up);
    town.meet(ADA, made_up).unwrap();
    assert_eq!(town.reads(made_up), [NOTE]);
}

/// Ada and Bo are more than half of the town: what they admit in Cy's name signs for those that are his.
#[test]
fn a_laptop_that_was_admitted_in_cy_s_name_gets_nothing_by_signing_for_his_own() {
    let mut town = Millbrook::founded();
    let cy = town.admit(3, ADA, &[BO]);
    town.notes(cy, NOTE);
    let made_up = town.admit(3, ADA, &[BO]);
    let second = town.admit(3, cy, &[ADA, BO]);
    town.signs_for(made_up, second);
    town.everybody_reads(made_up);
    town.meet(cy, second).unwrap();
    assert_eq!(town.reads(second), [NOTE], "his own second one has it");
    for his in [cy, second] {
        let heard = town.meet(his, made_up).unwrap();
        assert!(!lies_in(&heard[1], NOTE) && !town.lies_at(made_up, NOTE));
    }
}
