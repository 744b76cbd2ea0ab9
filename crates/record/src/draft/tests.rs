//! Laws of drafts: several people type at once, with forks and hostile edits, and every laptop has the same text.

use std::collections::BTreeMap;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, LoadOptions, ReadDoc, TextEncoding};
use ed25519_dalek::SigningKey;
use folkmoot::act::Act;
use folkmoot::change::{Ring, Unsigned, VerifiedChange};
use folkmoot::draft::{Act as Doing, Element, Run};
use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::name::DocName;
use proptest::prelude::*;

use super::change::writer;
use super::edit::Hand;
use super::{DraftDocument, NoSuchPlace, NotTyped, Splice};
use crate::{RecordError, gate};

mod forks;

fn signed(device: u8, seq: u64, act: Doing) -> VerifiedChange {
    signed_in(0, device, seq, act)
}

fn signed_in(epoch: u32, device: u8, seq: u64, act: Doing) -> VerifiedChange {
    let act = Act::Draft(act);
    let pen = SigningKey::from_bytes(&[device; 32]);
    let says = Unsigned {
        assembly: AssemblyId([5; 32]),
        ring: Ring::Assembly,
        device: DeviceId(pen.verifying_key().to_bytes()),
        epoch,
        seq,
        prev: None,
        seen: Vec::new(),
        document: act.document().unwrap(),
        act: act.to_value().unwrap().encode(),
        claimed_at: 1_800_000_000,
    };
    says.sign(&pen).verify().unwrap()
}

fn opening(base: &str) -> VerifiedChange {
    signed(1, 0, Doing::Open { title: "The mill".to_owned(), about: None, base: base.to_owned() })
}

fn begin(opening: &VerifiedChange) -> DraftDocument {
    DraftDocument::begin(gate(opening).unwrap()).unwrap()
}

fn built<'a>(opening: &VerifiedChange, edits: impl IntoIterator<Item = &'a VerifiedChange>) -> DraftDocument {
    let mut draft = begin(opening);
    file(&mut draft, edits);
    draft
}

fn file<'a>(draft: &mut DraftDocument, edits: impl IntoIterator<Item = &'a VerifiedChange>) {
    draft.file(edits.into_iter().map(|edit| gate(edit).unwrap())).unwrap();
}

fn text(draft: &DraftDocument) -> String {
    draft.text().unwrap()
}

fn splice(at: usize, delete: usize, insert: &str) -> Splice {
    Splice { at, delete, insert: insert.to_owned() }
}

/// A laptop that types in one draft.
struct Laptop {
    device: u8,
    seq: u64,
    last: Option<ActId>,
    draft: DraftDocument,
}

impl Laptop {
    fn new(device: u8, opening: &VerifiedChange) -> Laptop {
        Laptop { device, seq: 10, last: None, draft: begin(opening) }
    }

    fn edit(&self, runs: Vec<Run>) -> VerifiedChange {
        let mut follows = self.draft.tips();
        follows.extend(self.last);
        follows.sort_unstable();
        follows.dedup();
        signed(self.device, self.seq, Doing::Edit { draft: self.draft.id(), follows, runs })
    }

    fn types(&mut self, splices: &[Splice]) -> VerifiedChange {
        let runs = self.draft.runs(&self.draft.tips(), splices).unwrap();
        let edit = self.edit(runs);
        self.hears([&edit]);
        self.seq += 1;
        self.last = Some(edit.act_id());
        edit
    }

    fn hears<'a>(&mut self, edits: impl IntoIterator<Item = &'a VerifiedChange>) {
        file(&mut self.draft, edits);
    }
}

fn assert_same(one: &DraftDocument, other: &DraftDocument) {
    assert_eq!(text(one), text(other));
    assert_eq!((one.heads(), one.tips(), one.not_filed()), (other.heads(), other.tips(), other.not_filed()));
}

fn reloaded(draft: &DraftDocument) -> String {
    let options = LoadOptions::new().text_encoding(TextEncoding::UnicodeCodePoint);
    let loaded = Automerge::load_with_options(&draft.save(), options).unwrap();
    assert_eq!(loaded.get_heads().len(), draft.heads().len());
    let (_, object) = loaded.get(automerge::ROOT, "text").unwrap().unwrap();
    loaded.text(object).unwrap()
}

#[test]
fn two_people_type_in_one_clause_at_once_and_both_words_stay() {
    let opening = opening("Water is shared.");
    let (mut ada, mut bo) = (Laptop::new(1, &opening), Laptop::new(2, &opening));
    let by_ada = ada.types(&[splice(16, 0, " The mill is everybody's.")]);
    let by_bo = bo.types(&[splice(0, 5, "The well"), splice(16, 0, " Nobody sells it.")]);
    ada.hears([&by_bo]);
    bo.hears([&by_ada]);
    assert_same(&ada.draft, &bo.draft);
    let both = text(&ada.draft);
    assert!(both.starts_with("The well is shared."), "{both}");
    assert!(both.contains(" The mill is everybody's.") && both.contains(" Nobody sells it."), "each run of words stays whole: {both}");
    assert_eq!(ada.draft.text_at(&[by_ada.act_id()]).unwrap().unwrap(), "Water is shared. The mill is everybody's.");
    assert_eq!(ada.draft.later_than(&[by_ada.act_id()]), [by_bo.act_id()]);
    let standing = ada.draft.standing().unwrap();
    assert_eq!((standing[&opening.act_id()], standing[&by_bo.act_id()]), (11, 25));
}

#[test]
fn positions_are_whole_characters_in_every_script() {
    let opening = opening("çi 👩🏽‍🌾 پێکەوە");
    let mut ada = Laptop::new(1, &opening);
    ada.types(&[splice(3, 1, "👨")]);
    assert_eq!(text(&ada.draft), "çi 👨🏽‍🌾 پێکەوە");
    ada.types(&[splice(0, 1, ""), splice(14, 0, "!")]);
    assert_eq!(text(&ada.draft), "i 👨🏽‍🌾 پێکەوە!");
    assert_eq!(reloaded(&ada.draft), text(&ada.draft));
    let length = text(&ada.draft).chars().count();
    let outside = |splices: &[Splice]| matches!(ada.draft.runs(&ada.draft.tips(), splices), Err(NoSuchPlace::Outside { length: found }) if found == length);
    assert!(outside(&[splice(length, 1, "")]) && outside(&[splice(length + 1, 0, "x")]) && outside(&[splice(1, usize::MAX, "")]));
    assert!(outside(&[splice(3, 2, ""), splice(4, 0, "x")]), "splices do not reach into each other");
    assert!(matches!(ada.draft.runs(&[ActId([9; 32])], &[]), Err(NoSuchPlace::Unseen(_))));
}

#[test]
fn what_is_typed_in_an_older_text_lands_where_it_was_meant() {
    let opening = opening("one three");
    let (mut ada, mut bo) = (Laptop::new(1, &opening), Laptop::new(2, &opening));
    let seen = ada.draft.tips();
    ada.hears([&bo.types(&[splice(0, 0, "zero ")])]);
    let runs = ada.draft.runs(&seen, &[splice(4, 0, "two ")]).unwrap();
    let edit = ada.edit(runs);
    ada.hears([&edit]);
    assert_eq!(text(&ada.draft), "zero one two three");
}

#[test]
fn an_edit_of_another_draft_is_handed_back_and_an_unknown_one_is_named() {
    let opening = opening("");
    let mut draft = begin(&opening);
    let elsewhere = signed(2, 3, Doing::Edit { draft: ActId([9; 32]), follows: vec![ActId([9; 32])], runs: Vec::new() });
    let refused = draft.file([gate(&elsewhere).unwrap()]);
    assert!(matches!(refused, Err(RecordError::OtherDocument { .. })));
    assert!(DraftDocument::begin(gate(&elsewhere).unwrap()).is_err());
    let pen = SigningKey::from_bytes(&[2; 32]);
    let mut newer = elsewhere.says().clone();
    newer.document = DocName::keyed("draft", opening.act_id()).unwrap();
    newer.act = folkmoot::value::Value::from_json(&serde_json::json!({ "do": "draft.paint" })).unwrap().encode();
    let newer = newer.sign(&pen).verify().unwrap();
    file(&mut draft, [&newer]);
    assert_eq!(draft.not_filed(), &BTreeMap::from([(newer.act_id(), NotTyped::Newer)]));
}

#[test]
fn what_names_a_character_that_was_not_there_is_not_filed_and_nor_is_what_follows_it() {
    let opening = opening("abc");
    let id = opening.act_id();
    let (mut ada, mut bo) = (Laptop::new(1, &opening), Laptop::new(2, &opening));
    let unseen = ada.types(&[splice(3, 0, "def")]);
    let at = |act: ActId, at| Element { act, at };
    let insert = |after| vec![Run::Insert { after: Some(after), text: "x".to_owned() }];
    let delete = |from, count| Run::Delete { from, count };
    let hostile = [
        insert(at(id, 3)),
        insert(at(unseen.act_id(), 0)),
        vec![delete(at(id, 2), 2)],
        vec![delete(at(id, u32::MAX), u32::MAX)],
        vec![delete(at(id, 0), 2), delete(at(id, 1), 1)],
        vec![delete(at(id, 0), 0)],
    ];
    for runs in hostile {
        bo.seq += 1;
        let bad = bo.edit(runs);
        let after = signed(3, 0, Doing::Edit { draft: id, follows: vec![bad.act_id()], runs: insert(at(id, 0)) });
        let draft = built(&opening, [&after, &bad, &unseen]);
        assert_eq!(text(&draft), "abcdef");
        let expected = BTreeMap::from([(bad.act_id(), NotTyped::DoesNotFit), (after.act_id(), NotTyped::FollowsNothing)]);
        assert_eq!(draft.not_filed(), &expected);
    }
}

/// What somebody does: who, where, how much goes, what comes, and whether they hear the others first.
type Step = (u8, usize, usize, String, bool);

fn any_step() -> impl Strategy<Value = Step> {
    (0..3u8, any::<usize>(), 0..6usize, prop_oneof!["[a-z ]{0,8}", "\\PC{0,4}"], prop::bool::weighted(0.4))
}

/// Three laptops that type and hear each other now and then.
fn told(base: &str, steps: &[Step]) -> (VerifiedChange, Vec<VerifiedChange>, Vec<Laptop>) {
    let opening = opening(base);
    let mut laptops: Vec<Laptop> = (0..3).map(|device| Laptop::new(device + 1, &opening)).collect();
    let mut all: Vec<VerifiedChange> = Vec::new();
    for (who, at, delete, insert, hears) in steps {
        let laptop = &mut laptops[usize::from(*who)];
        if *hears {
            laptop.hears(&all);
        }
        let length = text(&laptop.draft).chars().count();
        let at = at % (length + 1);
        let delete = (*delete).min(length - at);
        if delete > 0 || !insert.is_empty() {
            all.push(laptop.types(&[splice(at, delete, insert)]));
        }
    }
    (opening, all, laptops)
}

/// What Automerge itself would write for a splice in the document as a laptop has it.
fn by_automerge(laptop: &Laptop, splice: &Splice) -> Vec<u8> {
    let mut theirs = laptop.draft.automerge.clone();
    let hand = Hand { device: DeviceId(SigningKey::from_bytes(&[laptop.device; 32]).verifying_key().to_bytes()), epoch: 0 };
    let actor: ActorId = writer(&laptop.draft.id, &hand, None);
    theirs.set_actor(actor);
    let object = laptop.draft.object().unwrap();
    let mut typing = theirs.transaction();
    typing.splice_text(&object, splice.at, splice.delete as isize, &splice.insert).unwrap();
    let (hash, _) = typing.commit_with(CommitOptions::default().with_time(0));
    theirs.get_change_by_hash(&hash.unwrap()).unwrap().raw_bytes().to_vec()
}

/// An edit of nonsense: whose and which, what it follows, and runs that insert or delete at any place of any act.
type Nonsense = (u8, u64, Vec<usize>, Vec<(bool, usize, u32, u32)>);

fn any_nonsense() -> impl Strategy<Value = Nonsense> {
    let run = (any::<bool>(), any::<usize>(), prop_oneof![0..4u32, any::<u32>()], prop_oneof![0..4u32, any::<u32>()]);
    (0..5u8, 0..40u64, prop::collection::vec(any::<usize>(), 0..4), prop::collection::vec(run, 0..4))
}

fn nonsense(draft: ActId, ids: &[ActId], told: &Nonsense) -> VerifiedChange {
    let (device, seq, follows, runs) = told;
    let pick = |at: &usize| ids[at % ids.len()];
    let run = |(inserts, act, at, count): &(bool, usize, u32, u32)| {
        let element = Element { act: pick(act), at: *at };
        if *inserts {
            Run::Insert { after: Some(element), text: "#".repeat(*count as usize % 5) }
        } else {
            Run::Delete { from: element, count: *count }
        }
    };
    let edit = Doing::Edit { draft, follows: follows.iter().map(pick).collect(), runs: runs.iter().map(run).collect() };
    signed(*device + 1, *seq, edit)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_comes_first_the_text_is_the_same(
        base in "[a-z ]{0,12}", steps in prop::collection::vec(any_step(), 0..24), order in any::<u64>(), batch in 1..5usize,
    ) {
        let (opening, all, mut laptops) = told(&base, &steps);
        let whole = built(&opening, &all);
        prop_assert!(whole.not_filed().is_empty());
        let mut shuffled: Vec<&VerifiedChange> = all.iter().chain(&all).collect();
        let mut chance = order;
        for last in (1..shuffled.len()).rev() {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(last, (chance >> 33) as usize % (last + 1));
        }
        let mut slow = begin(&opening);
        shuffled.chunks(batch).for_each(|some| file(&mut slow, some.iter().copied()));
        assert_same(&whole, &slow);
        for laptop in &mut laptops {
            laptop.hears(&all);
            assert_same(&whole, &laptop.draft);
        }
        prop_assert_eq!(reloaded(&whole), text(&whole));
        prop_assert_eq!(whole.standing().unwrap().values().sum::<usize>(), text(&whole).chars().count());
    }

    #[test]
    fn what_is_typed_is_what_automerge_would_have_written(
        base in "\\PC{0,12}", steps in prop::collection::vec(any_step(), 0..16),
        at in any::<usize>(), delete in 0..6usize, insert in "\\PC{0,6}",
    ) {
        let (_, all, mut laptops) = told(&base, &steps);
        for laptop in &mut laptops {
            laptop.hears(&all);
            let before = text(&laptop.draft);
            let length = before.chars().count();
            let at = at % (length + 1);
            let splice = splice(at, delete.min(length - at), &insert);
            prop_assume!(splice.delete > 0 || !splice.insert.is_empty());
            let theirs = by_automerge(laptop, &splice);
            let edit = laptop.types(std::slice::from_ref(&splice));
            let filed = laptop.draft.heads_of(&[edit.act_id()]).unwrap();
            let ours = laptop.draft.automerge.get_change_by_hash(&filed[0]).unwrap();
            prop_assert_eq!(ours.raw_bytes(), theirs.as_slice());
            let expected: String = before.chars().take(at).chain(insert.chars()).chain(before.chars().skip(at + splice.delete)).collect();
            prop_assert_eq!(text(&laptop.draft), expected);
        }
    }

    #[test]
    fn hostile_edits_never_alter_what_honest_ones_that_follow_none_of_them_came_to(
        base in "[a-z ]{0,12}", steps in prop::collection::vec(any_step(), 1..12), bad in prop::collection::vec(any_nonsense(), 1..12),
        order in any::<bool>(),
    ) {
        let (opening, all, _) = told(&base, &steps);
        let honest = built(&opening, &all);
        let mut ids: Vec<ActId> = [opening.act_id(), ActId([9; 32])].into_iter().chain(all.iter().map(VerifiedChange::act_id)).collect();
        let mut hostile: Vec<VerifiedChange> = Vec::new();
        for told in &bad {
            let edit = nonsense(opening.act_id(), &ids, told);
            ids.push(edit.act_id());
            hostile.push(edit);
        }
        let mut one = begin(&opening);
        let mut other = begin(&opening);
        let mixed: Vec<&VerifiedChange> = hostile.iter().chain(&all).collect();
        file(&mut one, mixed.iter().copied());
        if order {
            mixed.iter().rev().for_each(|edit| file(&mut other, [*edit]));
        } else {
            mixed.iter().for_each(|edit| file(&mut other, [*edit]));
        }
        assert_same(&one, &other);
        prop_assert_eq!(reloaded(&one), text(&one));
        prop_assert_eq!(one.text_at(&honest.tips()).unwrap().unwrap(), text(&honest));
        for edit in &all {
            prop_assert!(!one.not_filed().contains_key(&edit.act_id()));
        }
    }
}
