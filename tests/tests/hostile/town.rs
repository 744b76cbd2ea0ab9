//! Millbrook: Ada and Bo with homes on disk, and Cy, whose laptop is on the roll and in hostile hands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ed25519_dalek::SigningKey;
use folkmoot::change::{Ring, Unsigned, VerifiedChange};
use folkmoot::fold::{Fold, Status};
use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::Archive;
use folkmoot_desk::{CardText, Desk, Keeper, Received, VIEWS};
use folkmoot_record::{Splice, gate};
use folkmoot_sync::{Bundle, BundleId, Caller, Frame, Hall, Recipients};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::watch::{self, looked_over};

/// What every clock says.
pub(crate) const NOW: i64 = 1_804_000_000;
/// The day of the meeting.
pub(crate) const DAY: &str = "2027-03-03";
/// Cy, on the roll.
pub(crate) const CY: Member = Member(3);

/// Cy's laptop, in hostile hands: its keys, and what it has heard.
#[derive(Clone)]
pub(crate) struct Cy {
    pub(crate) pen: SigningKey,
    pub(crate) device: DeviceId,
    pub(crate) endpoint: DeviceId,
    pub(crate) fold: Fold,
}

/// An honest laptop.
pub(crate) struct Home {
    pub(crate) name: &'static str,
    pub(crate) desk: Desk,
    pub(crate) sealing: String,
}

pub(crate) struct Millbrook {
    pub(crate) assembly: AssemblyId,
    /// Ada's and Bo's.
    pub(crate) homes: [Home; 2],
    pub(crate) cy: Cy,
    pub(crate) draft: ActId,
    /// What the town had done before anything hostile came, and what it counted for.
    honest: BTreeMap<ActId, Status>,
    place: TempDir,
}

/// Where homes lie: in memory if the system has such a place, since many commits are waited for.
pub(crate) fn somewhere() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).unwrap() } else { TempDir::new().unwrap() }
}

fn public(secret: &[u8; 32]) -> DeviceId {
    DeviceId(SigningKey::from_bytes(secret).verifying_key().to_bytes())
}

/// A stick goes from one laptop to another; says how much was new there.
fn pass(from: &mut Desk, to: &mut Desk, assembly: AssemblyId) -> usize {
    let (bundle, _) = from.speak(&[assembly], NOW).unwrap();
    to.receive(&bundle.to_bytes(), "stick", NOW).unwrap().new.values().sum()
}

impl Millbrook {
    /// Founds the town with three laptops, and lets it do a little of everything.
    pub(crate) fn found() -> Millbrook {
        let place = somewhere();
        let [mut ada, mut bo, mut cy] = ["Ada", "Bo", "Cy"].map(|name| Desk::open(&place.path().join(name)).unwrap());
        let assembly = ada.found("Millbrook", Some("the mill"), &CardText::named("Ada"), NOW).unwrap();
        ada.enrol(assembly, &["Bo", "Cy", "Dee", "Eve"].map(CardText::named), None, NOW).unwrap();
        for (member, newcomer) in [(2, &mut bo), (3, &mut cy)] {
            let code = ada.invite_device(assembly, Member(member), &[], NOW).unwrap();
            let ask = newcomer.join_device(&code, NOW).unwrap();
            ada.admit(&ask, NOW).unwrap();
            pass(&mut ada, newcomer, assembly);
        }
        pass(&mut ada, &mut bo, assembly);
        let waits = ada
            .fold(assembly)
            .unwrap()
            .unwrap()
            .judged()
            .filter(|judged| *judged.status == Status::Pending)
            .map(|judged| judged.change.act_id());
        for act in waits.collect::<Vec<_>>() {
            bo.act(assembly, &[json!({ "do": "roll.sign", "act": act })], NOW).unwrap();
        }
        pass(&mut bo, &mut ada, assembly);
        let draft = live(&mut ada, &mut bo, assembly);
        let stolen = Archive::open_existing(&place.path().join("Cy")).unwrap().pens().unwrap().remove(0);
        let pen = SigningKey::from_bytes(&stolen.signing);
        let fold = ada.fold(assembly).unwrap().unwrap().clone();
        let cy = Cy { device: public(&stolen.signing), endpoint: public(&stolen.endpoint), pen, fold };
        assert!(cy.fold.book().commons.roll.live(&cy.device).is_some(), "Cy is on the roll");
        let honest = cy.fold.judged().map(|judged| (judged.change.act_id(), judged.status.clone())).collect();
        let home = |name: &'static str, desk: Desk, member: u32| {
            let roll = &cy.fold.book().commons.roll;
            let laptop = roll.live_devices().find(|(_, known)| known.member == Member(member)).unwrap().1;
            Home { name, sealing: laptop.keys.sealing.clone(), desk }
        };
        let homes = [home("Ada", ada, 1), home("Bo", bo, 2)];
        Millbrook { assembly, homes, cy, draft, honest, place }
    }

    /// The same town with homes of its own, as it was when it was founded if nothing was done with it since.
    pub(crate) fn copied(&self) -> Millbrook {
        let place = somewhere();
        let homes = [0, 1].map(|at: usize| {
            let home = &self.homes[at];
            let dir = place.path().join(home.name);
            fs::create_dir_all(&dir).unwrap();
            home.desk.backup(&dir.join("folkmoot.db"), |_, _| ()).unwrap();
            Home { name: home.name, desk: Desk::open_existing(&dir).unwrap(), sealing: home.sealing.clone() }
        });
        Millbrook { assembly: self.assembly, homes, cy: self.cy.clone(), draft: self.draft, honest: self.honest.clone(), place }
    }

    /// Where a home lies.
    pub(crate) fn dir(&self, home: usize) -> std::path::PathBuf {
        self.place.path().join(self.homes[home].name)
    }

    /// Another program on a home, which other laptops talk with.
    pub(crate) fn hall(&self, home: usize) -> Hall<Keeper> {
        Hall::of(Keeper::of(Desk::open_existing(&self.dir(home)).unwrap(), || NOW).unwrap())
    }

    /// Cy's laptop at the door of such a program.
    pub(crate) fn cy_calls(&self) -> Caller {
        Caller { ours: self.assembly, endpoint: self.cy.endpoint, dialled: false, road: "lan".to_owned() }
    }

    /// Everything that the town has signed, as Ada has it.
    pub(crate) fn changes(&self) -> Vec<VerifiedChange> {
        self.cy.fold.judged().map(|judged| judged.change.clone()).collect()
    }

    /// What Cy would say next with these bytes for an act.
    pub(crate) fn next(&self, ring: Ring, document: &str, act: Vec<u8>) -> Unsigned {
        self.cy.fold.next(self.cy.device, 0, ring, document.parse().unwrap(), act, NOW)
    }

    /// Signs as Cy, whatever it says; if any laptop would take it in, Cy goes on after it.
    pub(crate) fn sign(&mut self, says: Unsigned) -> Vec<u8> {
        let signed = says.sign(&self.cy.pen);
        let bytes = signed.encode();
        if let Ok(change) = signed.verify()
            && gate(&change).is_ok()
            && self.cy.fold.is_ready(&change)
        {
            self.cy.fold.add(change);
        }
        bytes
    }

    /// Signs an act as any member may do it.
    pub(crate) fn act(&mut self, act: &Json) -> Vec<u8> {
        let act = folkmoot::act::Act::from_json(act).unwrap();
        let says = self.next(act.ring(), act.document().unwrap().as_str(), act.to_value().unwrap().encode());
        self.sign(says)
    }

    /// One home takes in frames that Cy packed, sealed to it.
    pub(crate) fn takes(&mut self, home: usize, frames: Vec<Frame>) -> Received {
        let home = &mut self.homes[home];
        let recipients = Recipients::of([(self.assembly, home.sealing.as_str())]).unwrap();
        let bundle = Bundle::pack(frames, &recipients, NOW, BundleId([5; 16]), &self.cy.pen).unwrap().to_bytes();
        home.desk.receive(&bundle, "stick", NOW).unwrap()
    }

    /// Both honest homes take in frames.
    pub(crate) fn all_take(&mut self, frames: &[Frame]) -> [Received; 2] {
        [0, 1].map(|home| self.takes(home, frames.to_vec()))
    }

    /// The honest laptops exchange all that they have, until nothing is new.
    pub(crate) fn converge(&mut self) {
        let [ada, bo] = &mut self.homes;
        // What came to one may wait there for what came to the other, turn by turn.
        let mut new = 1;
        while new > 0 {
            new = pass(&mut ada.desk, &mut bo.desk, self.assembly) + pass(&mut bo.desk, &mut ada.desk, self.assembly);
        }
        assert_eq!(ada.desk.hashes().unwrap(), bo.desk.hashes().unwrap(), "Ada and Bo have come to different books");
        watch::counted("towns converged", 1);
    }

    /// Everything signed, chained, stored and filed holds, and every document opens from what is stored.
    pub(crate) fn holds(&mut self, at: usize) {
        let home = &mut self.homes[at];
        let verified = home.desk.verify(|_, _| ()).unwrap();
        assert!(verified.ok && verified.unsound.is_empty() && verified.stale_documents.is_empty(), "{}: {verified:?}", home.name);
        watch::counted("documents reloaded", verified.documents);
        self.honest_stands(at);
    }

    /// What was done before counts for what it did, and whoever was on the roll is.
    pub(crate) fn honest_stands(&self, home: usize) {
        let home = &self.homes[home];
        let fold = home.desk.fold(self.assembly).unwrap().unwrap();
        for (act, was) in &self.honest {
            let now = fold.act(act).map(|judged| judged.status.clone());
            assert_eq!(now.as_ref(), Some(was), "{}: {} is not what it was", home.name, act.short());
        }
    }

    /// A home is shut and opened again; every document, draft and page opens from the disk.
    pub(crate) fn opens_again(&mut self, home: usize) {
        let mut desk = Desk::open_existing(&self.dir(home)).unwrap();
        for (ring, name, _) in desk.document_names(self.assembly).unwrap() {
            let exported = desk.export_document(self.assembly, ring, &name).unwrap();
            assert!(!exported.bytes.is_empty(), "{}", name.as_str());
        }
        let today = DAY.parse().unwrap();
        for view in VIEWS {
            let shown = desk.look(self.assembly, view.name, &[], today);
            let wants_words = |code| ["view-arguments", "not-in-the-book"].contains(&code);
            assert!(shown.as_ref().map_or_else(|trouble| wants_words(trouble.code()), |_| true), "{}: {shown:?}", view.name);
        }
        assert!(desk.draft(self.assembly, self.draft).unwrap().text().unwrap().contains("The mill is everybody's."));
        self.homes[home].desk = desk;
    }

    /// What must hold of the town in the end, whatever came.
    pub(crate) fn still_stands(&mut self) {
        looked_over("the honest laptops meet", || self.converge());
        for home in 0..self.homes.len() {
            let name = self.homes[home].name;
            looked_over(&format!("{name} verifies all that is stored"), || self.holds(home));
            looked_over(&format!("{name} opens the home again"), || self.opens_again(home));
        }
        self.honest_work_goes_on();
    }

    /// Bo reads what Ada writes after all that, and she what he writes.
    fn honest_work_goes_on(&mut self) {
        for (from, to) in [(0, 1), (1, 0)] {
            let note = json!({ "do": "floor.note", "meeting": DAY, "text": "we are still here" });
            let done = self.homes[from].desk.act(self.assembly, &[note], NOW).unwrap();
            self.converge();
            assert!(self.homes[to].desk.counts(self.assembly, &done[0]).unwrap());
        }
    }

    /// A home can still say all that it has to the town's own laptops.
    pub(crate) fn speaks(&mut self, home: usize) {
        let (_, spoken) = self.homes[home].desk.speak(&[self.assembly], NOW).unwrap();
        assert!(spoken.inside && spoken.changes >= self.honest.len());
    }

    /// The acts of Cy's that count, by id.
    pub(crate) fn counting(&self, home: usize) -> BTreeSet<ActId> {
        let fold = self.homes[home].desk.fold(self.assembly).unwrap().unwrap();
        let theirs = fold.judged().filter(|judged| judged.change.says().device == self.cy.device && *judged.status == Status::Counts);
        theirs.map(|judged| judged.change.act_id()).collect()
    }
}

/// A little of everything that a town does.
fn live(ada: &mut Desk, bo: &mut Desk, town: AssemblyId) -> ActId {
    let meeting = [
        json!({ "do": "meeting.call", "meeting": DAY, "place": "the mill", "time": "19:30", "agenda": [{ "title": "Bread", "minutes": 20 }] }),
        json!({ "do": "meeting.open", "meeting": DAY, "present": 42 }),
        json!({ "do": "floor.attend", "meeting": DAY, "arrived": [1, 2, 3], "witness": 2 }),
        json!({ "do": "meeting.move", "meeting": DAY, "title": "The roof", "text": "Mend the roof before winter.", "mover": 2 }),
        json!({ "do": "meeting.decide", "meeting": DAY, "motion": "#3", "number": 1, "answer": { "by": "consent", "objections": 0 }, "outcome": "adopted" }),
        json!({ "do": "charter.adopt", "decision": "#4", "title": "Charter of Millbrook", "clauses": [{ "id": "right-of-exit", "heading": "Right of exit", "text": "Whoever wants to leave, leaves." }] }),
        json!({ "do": "mandate.grant", "decision": "#4", "member": 2, "duty": "delegate", "body": "Spring Circle", "items": [{ "on": "Flour", "position": "Give 40 kg", "latitude": { "latitude": "within", "limits": "up to 60 kg" } }], "from": DAY, "until": "2027-06-30" }),
        json!({ "do": "meeting.move", "meeting": DAY, "title": "The well", "text": "Dig it deeper." }),
        json!({ "do": "floor.object", "meeting": DAY, "motion": "#7", "member": 3, "reason": "the well is not deep enough", "aside": true }),
        json!({ "do": "floor.note", "meeting": DAY, "text": "the door stood open" }),
        json!({ "do": "meeting.action", "meeting": DAY, "what": "Ask for slates", "due": "2027-04-01", "who": 2 }),
    ];
    ada.act(town, &meeting, NOW).unwrap();
    let flour = |quantity: &str| {
        let back = format!("-{quantity}");
        json!({ "do": "ledger.post", "day": DAY, "text": "flour came in", "postings": [
            { "account": "assets:store", "quantity": quantity, "commodity": "kg flour" },
            { "account": "income:received", "quantity": back, "commodity": "kg flour" },
        ] })
    };
    let opened = ["assets:store", "income:received"].map(|account| json!({ "do": "ledger.open", "account": account }));
    ada.act(town, &[&opened[..], &[flour("40"), flour("2.5")]].concat(), NOW).unwrap();
    ada.invite_town(town, &[], NOW).unwrap();
    let draft = ada.open_draft(town, "The mill", Some("the-mill"), "The mill is everybody's.", NOW).unwrap();
    pass(ada, bo, town);
    let typed = [Splice { at: 24, delete: 0, insert: " Nobody sells it.".to_owned() }];
    bo.type_in(town, draft, &[], &typed, NOW).unwrap();
    pass(bo, ada, town);
    draft
}
