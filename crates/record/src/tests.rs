//! Laws of documents, over random sets of changes with gaps and forks.

use std::collections::{BTreeMap, BTreeSet};

use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ObjType, ROOT, ReadDoc};
use ed25519_dalek::SigningKey;
use folkmoot::change::{Ring, Unsigned, VerifiedChange};
use folkmoot::id::{ActId, AssemblyId, ChangeHash, DeviceId, DocId};
use folkmoot::value::Value;
use proptest::prelude::*;

use crate::file::actor;
use crate::{Document, Filing, NotFiled, RecordError, SnapshotError, gate};

const LEDGER: &str = "ledger/2027-Q1";
const ROLL: &str = "roll";

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(crate) fn map<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

pub(crate) fn unsigned(device: u8, epoch: u32, seq: u64, prev: Option<ChangeHash>, act: &Value) -> (SigningKey, Unsigned) {
    let pen = SigningKey::from_bytes(&[device; 32]);
    let says = Unsigned {
        assembly: AssemblyId([5; 32]),
        ring: Ring::Commons,
        device: DeviceId(pen.verifying_key().to_bytes()),
        epoch,
        seq,
        prev,
        seen: Vec::new(),
        document: LEDGER.parse().unwrap(),
        act: act.encode(),
        claimed_at: 1_800_000_000 + seq as i64,
    };
    (pen, says)
}

fn post(device: u8, seq: u64, prev: Option<ChangeHash>, memo: &str) -> VerifiedChange {
    let (pen, says) = unsigned(device, 0, seq, prev, &map([("do", text("post")), ("memo", text(memo))]));
    says.sign(&pen).verify().unwrap()
}

fn ledger() -> DocId {
    LEDGER.parse::<folkmoot::name::DocName>().unwrap().id(&AssemblyId([5; 32]), Ring::Commons)
}

fn document<'a>(changes: impl IntoIterator<Item = &'a VerifiedChange>) -> Document {
    Document::of(ledger(), changes.into_iter().map(|change| gate(change).unwrap())).unwrap()
}

/// Files `batches` one after the other as a laptop does, building the document again whenever it is told to.
fn laptop(batches: &[Vec<VerifiedChange>]) -> Document {
    let mut filed = document([]);
    for (count, batch) in batches.iter().enumerate() {
        match filed.file(batch.iter().map(|change| gate(change).unwrap())).unwrap() {
            Filing::Filed => {}
            Filing::RebuildNeeded => filed = document(batches[..=count].iter().flatten()),
        }
    }
    filed
}

fn assert_same(one: &Document, other: &Document) {
    assert_eq!(one.heads(), other.heads());
    assert_eq!(one.acts().unwrap(), other.acts().unwrap());
    assert_eq!(one.not_filed(), other.not_filed());
    assert_eq!((&one.lines, &one.ends), (&other.lines, &other.ends));
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![any::<bool>().prop_map(Value::Bool), any::<i64>().prop_map(Value::Int), any::<String>().prop_map(Value::Text)];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::btree_map(".{1,6}", inner, 0..5).prop_map(Value::Map),
        ]
    })
}

fn any_act() -> impl Strategy<Value = Value> {
    prop::collection::btree_map("[a-z]{1,5}", any_value(), 0..4).prop_map(|mut fields| {
        fields.insert("do".to_owned(), text("post"));
        Value::Map(fields)
    })
}

/// One step of a device: the act, the claimed time, how far back it forks (0 = not), and whether another document files it.
fn any_step() -> impl Strategy<Value = (Value, i64, usize, bool)> {
    (any_act(), any::<i64>(), prop_oneof![4 => Just(0), 1 => 1..4usize], prop::bool::weighted(0.25))
}

/// The changes of this document by two devices of one or two epochs, forks and gaps included.
fn any_changes() -> impl Strategy<Value = Vec<VerifiedChange>> {
    prop::collection::vec((1..3u8, 0..2u32, prop::collection::vec(any_step(), 0..9)), 0..4).prop_map(|lines| {
        let mut all = Vec::new();
        for (device, epoch, steps) in lines {
            let mut branch: Vec<VerifiedChange> = Vec::new();
            for (act, claimed_at, back, elsewhere) in steps {
                branch.truncate(branch.len().saturating_sub(back));
                let (pen, mut says) = unsigned(device, epoch, branch.len() as u64, branch.last().map(VerifiedChange::hash), &act);
                says.claimed_at = claimed_at;
                if elsewhere {
                    says.document = ROLL.parse().unwrap();
                }
                let change = says.sign(&pen).verify().unwrap();
                if !elsewhere {
                    all.push(change.clone());
                }
                branch.push(change);
            }
        }
        all
    })
}

/// The changes, the same changes shuffled with some twice, and where the shuffled ones are cut into batches.
fn any_arrival() -> impl Strategy<Value = (Vec<VerifiedChange>, Vec<Vec<VerifiedChange>>)> {
    any_changes().prop_flat_map(|changes| {
        let twice: Vec<_> = changes.iter().chain(changes.iter().step_by(3)).cloned().collect();
        let batches = (Just(twice).prop_shuffle(), 1..5usize)
            .prop_map(|(shuffled, size)| shuffled.chunks(size).map(<[VerifiedChange]>::to_vec).collect::<Vec<_>>());
        (Just(changes), batches)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn order_duplicates_and_batches_never_matter((changes, batches) in any_arrival()) {
        assert_same(&laptop(&batches), &document(&changes));
    }

    #[test]
    fn every_filed_act_reads_back_as_it_was_signed((changes, batches) in any_arrival()) {
        let document = laptop(&batches);
        let aside = document.not_filed();
        let signed: BTreeMap<ActId, Value> =
            changes.iter().filter(|change| !aside.contains_key(&change.hash())).map(|change| (change.act_id(), change.act())).collect();
        prop_assert_eq!(document.acts().unwrap(), signed);
    }

    #[test]
    fn what_is_filed_is_what_the_rule_says_in_plain_words(changes in any_changes()) {
        let mut filed: BTreeMap<(DeviceId, u32, u64), ChangeHash> = BTreeMap::new();
        let known: BTreeSet<ChangeHash> = changes.iter().map(VerifiedChange::hash).collect();
        let mut sorted: Vec<_> = changes.iter().collect();
        sorted.sort_by_key(|change| (change.says().seq, change.hash()));
        for change in sorted {
            let says = change.says();
            let taken = filed.contains_key(&(says.device, says.epoch, says.seq));
            let before = says.seq.checked_sub(1).and_then(|seq| filed.get(&(says.device, says.epoch, seq)));
            let follows_filed = match (before, says.prev) {
                (Some(before), prev) => prev == Some(*before),
                (None, Some(prev)) => !known.contains(&prev),
                (None, None) => true,
            };
            if !taken && follows_filed {
                filed.insert((says.device, says.epoch, says.seq), change.hash());
            }
        }
        let filed: BTreeSet<ChangeHash> = filed.into_values().collect();
        let aside: BTreeSet<ChangeHash> = document(&changes).not_filed().into_keys().collect();
        prop_assert_eq!(&filed | &aside, known);
        prop_assert!(filed.is_disjoint(&aside));
    }

    #[test]
    fn any_automerge_tool_opens_a_saved_document_and_sees_the_acts(changes in any_changes()) {
        let document = document(&changes);
        let plain = AutoCommit::load(&document.save()).unwrap();
        let keys: BTreeSet<String> = plain.keys(automerge::ROOT).collect();
        let acts: BTreeSet<String> = document.acts().unwrap().keys().map(ActId::to_string).collect();
        prop_assert_eq!(keys, acts);
    }

    #[test]
    fn filing_goes_on_after_a_snapshot_as_if_nothing_had_happened((changes, batches) in any_arrival()) {
        let (before, later) = batches.split_at(batches.len() / 2);
        let snapshot = laptop(before).compact().unwrap();
        let mut reopened = Document::load_own(ledger(), &snapshot).unwrap();
        assert_same(&reopened, &laptop(before));
        let filing = reopened.file(later.iter().flatten().map(|change| gate(change).unwrap())).unwrap();
        let expected = if filing == Filing::Filed { document(&changes) } else { laptop(before) };
        assert_same(&reopened, &expected);
    }
}

#[test]
fn a_saved_document_is_plain_to_read() {
    let change = post(1, 0, None, "40 kg of flour");
    let plain = AutoCommit::load(&document([&change]).save()).unwrap();
    let (_, act) = plain.get(automerge::ROOT, change.act_id().to_string()).unwrap().unwrap();
    assert_eq!(plain.get(&act, "memo").unwrap().unwrap().0.as_str(), Some("40 kg of flour"));
}

#[test]
fn two_laptops_that_open_one_quarter_offline_meet_in_it() {
    let (mine, yours) = (post(1, 0, None, "flour"), post(2, 0, None, "oil"));
    let one = laptop(&[vec![mine.clone()], vec![yours.clone()]]);
    let other = laptop(&[vec![yours], vec![mine]]);
    assert_same(&one, &other);
    assert_eq!(one.acts().unwrap().len(), 2);
    assert_eq!(one.heads().len(), 2);
}

#[test]
fn of_a_fork_the_branch_with_the_lowest_hash_is_filed_everywhere() {
    let root = post(1, 0, None, "flour");
    let mut fork = [post(1, 1, Some(root.hash()), "to us"), post(1, 1, Some(root.hash()), "to you")];
    fork.sort_by_key(VerifiedChange::hash);
    let [kept, lost] = fork;
    let after_kept = post(1, 2, Some(kept.hash()), "and on");
    let after_lost = post(1, 2, Some(lost.hash()), "and off");
    let fooled = [root.clone(), lost.clone(), after_lost.clone()];
    let mut first_fooled = document(&fooled);
    assert_eq!(first_fooled.not_filed(), BTreeMap::new());
    let late = [&kept, &after_kept].map(|change| gate(change).unwrap());
    assert_eq!(first_fooled.file(late).unwrap(), Filing::RebuildNeeded);
    assert_same(&first_fooled, &document(&fooled));

    let whole = document([&after_lost, &kept, &root, &lost, &after_kept]);
    assert_eq!(
        whole.acts().unwrap().into_keys().collect::<BTreeSet<_>>(),
        [&root, &kept, &after_kept].map(|change| change.act_id()).into()
    );
    assert_eq!(whole.not_filed(), [(lost.hash(), NotFiled::Forked), (after_lost.hash(), NotFiled::OffTheLine)].into());
}

#[test]
fn a_fork_on_one_line_holds_up_nobody_else() {
    let fork = [post(1, 0, None, "to us"), post(1, 0, None, "to you")];
    let mut document = document(&fork);
    let (first, second) = (post(2, 0, None, "oil"), post(2, 1, Some(post(2, 0, None, "oil").hash()), "salt"));
    assert_eq!(document.file([gate(&first).unwrap()]).unwrap(), Filing::Filed);
    assert_eq!(document.file([gate(&second).unwrap()]).unwrap(), Filing::Filed);
    assert_eq!(document.acts().unwrap().len(), 3);
}

#[test]
fn the_losing_branch_that_comes_late_needs_no_rebuild() {
    let mut fork = [post(1, 0, None, "to us"), post(1, 0, None, "to you")];
    fork.sort_by_key(VerifiedChange::hash);
    let after_kept = post(1, 1, Some(fork[0].hash()), "and on");
    let after_lost = post(1, 1, Some(fork[1].hash()), "and off");
    let mut whole = document([&fork[0], &after_kept]);
    assert_eq!(whole.file([&fork[1], &after_lost].map(|change| gate(change).unwrap())).unwrap(), Filing::Filed);
    assert_same(&whole, &document([&fork[0], &fork[1], &after_kept, &after_lost]));
}

#[test]
fn clocks_that_lie_by_eons_do_not_stop_a_document() {
    let acts = [i64::MIN, i64::MAX, -1, i64::MIN, 0, i64::MAX];
    let changes: Vec<VerifiedChange> = (1..)
        .zip(acts)
        .map(|(device, claimed_at)| {
            let (pen, mut says) = unsigned(device, 0, 0, None, &map([("do", text("post"))]));
            says.claimed_at = claimed_at;
            says.sign(&pen).verify().unwrap()
        })
        .collect();
    let document = document(&changes);
    assert_eq!(document.acts().unwrap().len(), acts.len());
    document.compact().unwrap();
}

#[test]
fn the_largest_act_is_filed_and_read_back() {
    let many = Value::List((0..9_900).map(Value::Int).collect());
    let long = text(&"\u{0}\u{1F33E}".repeat(10_000));
    let edges = Value::List(vec![Value::Int(i64::MIN), Value::Int(i64::MAX), text(""), map([]), Value::List(vec![])]);
    let (pen, says) = unsigned(1, 0, u64::MAX, None, &map([("do", text("post")), ("many", many), ("long", long), ("edges", edges)]));
    let change = says.sign(&pen).verify().unwrap();
    let document = document([&change]);
    assert_eq!(document.acts().unwrap(), [(change.act_id(), change.act())].into());
    document.compact().unwrap();
}

#[test]
fn the_derived_changes_of_two_acts_do_not_drift() {
    let change = post(1, 0, None, "40 kg of flour");
    let next = post(1, 1, Some(change.hash()), "6 l of oil");
    let heads = document([&change, &next]).heads();
    let letters: String = heads.iter().flat_map(|head| head.0.iter().take(8)).map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(letters, "5ec28966d8700ee0");
}

#[test]
fn a_change_of_another_document_is_not_filed_here() {
    let (pen, mut says) = unsigned(1, 0, 0, None, &map([("do", text("admit"))]));
    says.document = ROLL.parse().unwrap();
    let change = says.sign(&pen).verify().unwrap();
    let refused = Document::of(ledger(), [gate(&change).unwrap()]);
    assert!(matches!(refused, Err(RecordError::OtherDocument { change: hash, .. }) if hash == change.hash()));
}

#[test]
fn a_damaged_snapshot_never_reaches_automerge() {
    let snapshot = document([&post(1, 0, None, "flour")]).compact().unwrap();
    for length in 0..snapshot.len() {
        assert!(matches!(Document::load_own(ledger(), &snapshot[..length]), Err(SnapshotError::Damaged)));
    }
    for bit in 0..snapshot.len() * 8 {
        let mut bent = snapshot.clone();
        bent[bit / 8] ^= 1 << (bit % 8);
        assert!(matches!(Document::load_own(ledger(), &bent), Err(SnapshotError::Damaged)));
    }
    let other = DocId([9; 32]);
    assert!(matches!(Document::load_own(other, &snapshot), Err(SnapshotError::OtherDocument(id)) if id == ledger()));
}

#[test]
fn a_snapshot_whose_lines_do_not_fit_its_document_is_refused() {
    let (first, foreign) = (post(1, 0, None, "flour"), post(2, 0, None, "oil"));
    let mut fewer = document([&first, &foreign]);
    fewer.lines.pop_first();
    assert!(matches!(fewer.compact(), Err(SnapshotError::Heads)));
    let mut more = document([&first, &foreign]);
    more.lines.values_mut().for_each(|line| _ = line.filed.insert(1, foreign.hash()));
    assert!(matches!(more.compact(), Err(SnapshotError::Heads)));
}

/// No document comes from elsewhere. Of one that lies on the disk it is looked at all the same whose operations it holds.
#[test]
fn a_snapshot_in_which_another_actor_wrote_is_refused() {
    let change = post(1, 0, None, "flour");
    let (device, other_device) = (change.says().device, DeviceId([9; 32]));
    let written_by = |actor: ActorId| {
        let mut inside = AutoCommit::new().with_actor(actor);
        let act = inside.put_object(ROOT, change.act_id().to_string(), ObjType::Map).unwrap();
        inside.put(&act, "do", "post").unwrap();
        let bytes = crate::snapshot::write(&Document { automerge: inside.document().clone(), ..document([&change]) });
        Document::load_own(ledger(), &bytes)
    };
    assert!(written_by(actor(&device, &ledger(), 0)).is_ok());
    for foreign in [actor(&other_device, &ledger(), 0), actor(&device, &DocId([9; 32]), 0), actor(&device, &ledger(), 1), ActorId::random()]
    {
        assert!(matches!(written_by(foreign), Err(SnapshotError::Heads)));
    }
}
