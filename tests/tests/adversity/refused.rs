//! What was refused on receipt: who handed it over is named apart from the name in it, and nobody hides by a flood what another hands over.
//! And what waits: what it misses, and of whose laptop that is.

use ed25519_dalek::SigningKey;
use folkmoot::act::Act;
use folkmoot::id::DeviceId;
use folkmoot_archive::{Archive, Share};
use folkmoot_desk::{Desk, Keeper};
use folkmoot_sync::bundle::{Bundle, BundleId};
use folkmoot_sync::{Caller, Frame, Holder, Recipients, TakenIn};
use serde_json::{Value as Json, json};

use super::homes::NOW;
use super::own::{ADA, BO, Millbrook};

/// Where a signed change names the laptop that wrote it.
const DEVICE_AT: usize = 37;

impl Millbrook {
    /// Ada's, Bo's and Cy's laptops; gives Cy's place too.
    fn of_three() -> (Millbrook, usize) {
        let mut town = Millbrook::founded();
        let cy = town.admit(3, ADA, &[BO]);
        (town, cy)
    }

    /// The last thing that Ada wrote, with a signature that does not hold.
    fn forged_in_ada_s_name(&self) -> Vec<u8> {
        let fold = self.laptops[ADA].desk.fold(self.town).unwrap().unwrap();
        let of_ada = fold.judged().filter(|judged| judged.change.says().device == self.laptops[ADA].device).last();
        let mut bytes = of_ada.unwrap().change.signed().encode();
        *bytes.last_mut().unwrap() ^= 1;
        bytes
    }

    /// What somebody wrote whose laptop is on no roll, after all that Ada's has heard.
    fn by_a_stranger(&self) -> Vec<u8> {
        let stranger = SigningKey::from_bytes(&[9; 32]);
        let act = Act::from_json(&json!({ "do": "ledger.open", "account": "assets:barn" })).unwrap();
        let (document, bytes) = (act.document().unwrap(), act.to_value().unwrap().encode());
        let fold = self.laptops[ADA].desk.fold(self.town).unwrap().unwrap();
        let device = DeviceId(stranger.verifying_key().to_bytes());
        fold.next(device, 0, act.ring(), document, bytes, NOW).sign(&stranger).encode()
    }

    /// The same in the names of laptops that nobody has.
    fn forged_in_made_up_names(&self, numbers: std::ops::Range<u32>) -> Vec<Vec<u8>> {
        let one = self.forged_in_ada_s_name();
        let named = |number: u32| {
            let mut bytes = one.clone();
            bytes[DEVICE_AT..DEVICE_AT + 4].copy_from_slice(&number.to_be_bytes());
            bytes
        };
        numbers.map(named).collect()
    }

    /// One laptop says changes to another on one network.
    fn hands_over(&mut self, from: usize, to: usize, changes: Vec<Vec<u8>>) -> TakenIn {
        let home = self.place.path().join(to.to_string());
        let mut keeper = Keeper::of(Desk::open_existing(&home).unwrap(), || NOW).unwrap();
        let caller = Caller { ours: self.town, endpoint: self.laptops[from].endpoint, dialled: false, road: "lan".to_owned() };
        keeper.take_in(changes.into_iter().map(Frame::Change).collect(), &caller).unwrap()
    }

    /// A laptop reads a bundle of changes that a key packed.
    fn reads_a_bundle(&mut self, at: usize, changes: Vec<Vec<u8>>, packer: &SigningKey) {
        let frames: Vec<Frame> = changes.into_iter().map(Frame::Change).collect();
        let bundle = Bundle::pack(frames, &Recipients::anyone(), NOW, BundleId([3; 16]), packer).unwrap();
        self.laptops[at].desk.receive(&bundle.to_bytes(), "bundle", NOW).unwrap();
    }

    fn pen(&self, at: usize) -> SigningKey {
        let archive = Archive::open_existing(&self.place.path().join(at.to_string())).unwrap();
        SigningKey::from_bytes(&archive.pens().unwrap().remove(0).signing)
    }

    fn looks(&mut self, at: usize, view: &str) -> Json {
        let desk = &mut self.laptops[at].desk;
        desk.look(self.town, view, &[], "2027-03-03".parse().unwrap()).unwrap()
    }

    fn refused(&mut self, at: usize) -> Vec<Json> {
        self.looks(at, "quarantine")["quarantine"].as_array().unwrap().clone()
    }
}

/// Requires that Bo's laptop stands as the one that handed something over, and that Ada's name in it is only claimed.
fn requires_bo_s_hand(town: &Millbrook, entry: &Json) {
    let by = &entry["handed_by"];
    assert_eq!((&by["member"], &by["name"], &by["town"]), (&json!(2), &json!("Bo"), &json!("Millbrook")), "{entry}");
    assert_eq!(by["device"], json!(town.laptops[BO].device), "{entry}");
    let claims = (&entry["device"], &entry["member"], &entry["name"], &entry["signed"]);
    assert_eq!(claims, (&json!(town.laptops[ADA].device), &json!(1), &json!("Ada"), &json!(false)), "{entry}");
}

#[test]
fn what_bo_s_laptop_says_in_ada_s_name_over_a_wire_is_set_aside_as_handed_over_by_bo_s() {
    let (mut town, cy) = Millbrook::of_three();
    let forged = town.forged_in_ada_s_name();
    town.hands_over(BO, cy, vec![forged]);
    let refused = town.refused(cy);
    assert_eq!(refused.len(), 1);
    requires_bo_s_hand(&town, &refused[0]);
    assert_eq!(refused[0]["handed_by"]["key"], json!(town.laptops[BO].endpoint), "the key that the wire proved");
}

#[test]
fn what_bo_s_laptop_packed_in_ada_s_name_is_set_aside_as_packed_by_bo_s_and_a_made_up_packer_is_nobody() {
    let (mut town, cy) = Millbrook::of_three();
    let (forged, pen) = (town.forged_in_ada_s_name(), town.pen(BO));
    town.reads_a_bundle(cy, vec![forged.clone()], &pen);
    let stranger = SigningKey::from_bytes(&[9; 32]);
    town.reads_a_bundle(cy, vec![forged], &stranger);
    let refused = town.refused(cy);
    assert_eq!(refused.len(), 2, "the same from another hand says something else");
    requires_bo_s_hand(&town, &refused[0]);
    assert_eq!(refused[0]["handed_by"]["key"], json!(town.laptops[BO].device), "the key that the bundle is signed with");
    let by = &refused[1]["handed_by"];
    assert_eq!(by["key"], json!(DeviceId(stranger.verifying_key().to_bytes())));
    assert_eq!((&by["member"], &by["device"], &by["assembly"]), (&Json::Null, &Json::Null, &Json::Null), "no roll here knows that key");
}

#[test]
fn a_flood_from_one_laptop_hides_nothing_that_another_hands_over_before_or_later() {
    let (mut town, cy) = Millbrook::of_three();
    let shows = |town: &mut Millbrook, number: u32, by: u32| {
        let mut begins = [0; 32];
        begins[..4].copy_from_slice(&number.to_be_bytes());
        let rest = town.laptops[ADA].device.0;
        begins[4..].copy_from_slice(&rest[4..]);
        let refused = town.refused(cy);
        refused.iter().any(|entry| entry["device"] == json!(DeviceId(begins)) && entry["handed_by"]["member"] == json!(by))
    };
    let one = |town: &Millbrook, number: u32| town.forged_in_made_up_names(number..number + 1);
    let early = one(&town, 1_000_000);
    town.hands_over(ADA, cy, early);
    // Bo's laptop fills it by itself, and so does whoever carries bundles that nobody known has packed.
    let flood = town.forged_in_made_up_names(0..4200);
    town.hands_over(BO, cy, flood);
    let late = one(&town, 1_000_001);
    town.hands_over(ADA, cy, late);
    for packer in 1..6 {
        let number = u32::from(packer) * 10_000;
        let flood = town.forged_in_made_up_names(number..number + 900);
        town.reads_a_bundle(cy, flood, &SigningKey::from_bytes(&[packer; 32]));
    }
    let later = one(&town, 1_000_002);
    town.hands_over(ADA, cy, later);
    for number in [1_000_000, 1_000_001, 1_000_002] {
        assert!(shows(&mut town, number, 1), "{number} is hidden");
    }
    assert!(shows(&mut town, 4199, 2), "the latest of Bo's is there");
    let seen = town.looks(cy, "quarantine");
    let kept = seen["quarantine"].as_array().unwrap().len();
    assert!(kept <= 4096, "it has an end in all: {kept}");
    let dropped = seen["dropped_of"].as_array().unwrap();
    let count = |named: &dyn Fn(&Json) -> bool| dropped.iter().filter(|one| named(one)).map(|one| one["count"].as_u64().unwrap()).sum();
    let (of_bo, of_nobody): (u64, u64) = (count(&|one| one["member"] == json!(2)), count(&|one| one["assembly"].is_null()));
    assert!(of_bo > 3000 && of_nobody > 3000, "{dropped:?}");
    assert_eq!(seen["dropped_over_quota"], json!(of_bo + of_nobody), "nothing of Ada's was dropped");
    assert_eq!(kept as u64 + of_bo + of_nobody, 4200 + 5 * 900 + 3, "all that came is kept or counted");
}

#[test]
fn what_waits_is_listed_with_what_it_misses_and_sync_says_that_it_is_missing() {
    let (mut town, cy) = Millbrook::of_three();
    let assembly = town.town;
    let open = |account: &str| json!({ "do": "ledger.open", "account": account });
    for account in ["assets:store", "assets:barn", "assets:mill"] {
        town.laptops[ADA].desk.act(assembly, &[open(account)], NOW).unwrap();
    }
    let fold = town.laptops[ADA].desk.fold(assembly).unwrap().unwrap();
    let mut written: Vec<_> = fold.judged().map(|judged| (judged.change.hash(), judged.change.signed().encode())).collect();
    let (third, second, _first) = (written.pop().unwrap(), written.pop().unwrap(), written.pop().unwrap());
    town.hands_over(BO, cy, vec![third.1]);

    let seen = town.looks(cy, "waiting");
    assert_eq!((&seen["of"], &seen["waiting"][0]["change"]), (&json!(1), &json!(third.0)), "{seen}");
    let one = &seen["waiting"][0];
    assert_eq!((&one["town"], &one["member"], &one["name"]), (&json!("Millbrook"), &json!(1), &json!("Ada")), "{one}");
    assert_eq!((&one["act"]["do"], &one["source"]), (&json!("ledger.open"), &json!("lan")), "{one}");
    let misses = &one["misses"][0];
    assert_eq!((&misses["change"], &misses["waits_here"]), (&json!(second.0), &json!(false)), "{one}");
    assert_eq!(
        (&misses["device"], &misses["name"]),
        (&json!(town.laptops[ADA].device), &json!("Ada")),
        "what came before it on Ada's line"
    );
    let sync = town.looks(cy, "sync");
    let ours = sync["sync"].as_array().unwrap().iter().find(|row| row["own"] == json!(true)).unwrap();
    assert_eq!((&ours["waiting_here"], &ours["missing_here"], &ours["missing_here_since"]), (&json!(1), &json!(1), &json!(NOW)), "{ours}");

    // What came next waits as well, and what it misses waits here, so that one thing is missing still.
    town.hands_over(BO, cy, vec![second.1]);
    let seen = town.looks(cy, "waiting");
    assert_eq!(seen["of"], json!(2));
    assert_eq!(seen["waiting"][0]["misses"][0]["waits_here"], json!(true), "{seen}");
    let sync = town.looks(cy, "sync");
    let ours = sync["sync"].as_array().unwrap().iter().find(|row| row["own"] == json!(true)).unwrap();
    assert_eq!((&ours["waiting_here"], &ours["missing_here"]), (&json!(2), &json!(1)), "{ours}");

    // Once the laptops have met, nothing waits and nothing is missing.
    town.everybody_reads(ADA);
    assert_eq!(town.looks(cy, "waiting")["waiting"], json!([]));
    let sync = town.looks(cy, "sync");
    let ours = sync["sync"].as_array().unwrap().iter().find(|row| row["own"] == json!(true)).unwrap();
    assert_eq!((&ours["waiting_here"], &ours["missing_here"]), (&json!(0), &json!(0)), "{ours}");
}

/// A laptop that nobody let in wrote after something that Cy's has not heard: whether it is refused is known once that comes.
#[test]
fn what_waited_and_is_refused_when_it_wakes_is_laid_to_nobody_s_account() {
    let (mut town, cy) = Millbrook::of_three();
    let assembly = town.town;
    town.laptops[ADA].desk.act(assembly, &[json!({ "do": "ledger.open", "account": "assets:store" })], NOW).unwrap();
    let (waits, pen) = (town.by_a_stranger(), town.pen(BO));
    town.reads_a_bundle(cy, vec![waits], &pen);
    assert_eq!((town.refused(cy).len(), &town.looks(cy, "waiting")["of"]), (0, &json!(1)), "nobody can say yet");

    let fold = town.laptops[ADA].desk.fold(assembly).unwrap().unwrap();
    let missing = fold.judged().last().unwrap().change.signed().encode();
    let taken = town.hands_over(ADA, cy, vec![missing]);
    assert_eq!((taken.new, taken.refused), (1, 0), "Ada's laptop brought one honest thing and nothing else");
    assert_eq!(town.looks(cy, "waiting")["of"], json!(0));
    let refused = town.refused(cy);
    assert_eq!((refused.len(), &refused[0]["reason"]), (1, &json!("not-on-the-roll")), "{refused:?}");
    assert_eq!((&refused[0]["handed_by"], &refused[0]["source"]), (&Json::Null, &json!("bundle")), "by the road on which it came");
    let archive = Archive::open_existing(&town.place.path().join(cy.to_string())).unwrap();
    assert_eq!(archive.quarantined().unwrap()[0].1.share, Share::default(), "it takes up nothing of Ada's share or Bo's");
}
