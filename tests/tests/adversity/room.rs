//! Strangers who write very much: what towns that somebody made up write is not taken in where there is little room on the disk, and papers
//! are taken in of our own towns and, up to a quota, of neighbours.

use std::path::Path;

use folkmoot::id::{AssemblyId, DeviceId, FileHash};
use folkmoot_desk::{CardText, Ceiling, Desk, Keeper, Received};
use folkmoot_sync::{Caller, Frame, Hall, Report, State, Talk};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::homes::{NOW, Town, flour, somewhere};

/// A day later.
const LATER: i64 = NOW + 86_400;
/// On this disk nothing is free for distant towns.
pub(super) const NO_ROOM: Ceiling = Ceiling { kept_free: Some(u64::MAX), papers_of_a_neighbour: u64::MAX, unfolded: u64::MAX };

fn endpoint(town: &Town) -> DeviceId {
    town.desk.fold(town.assembly).unwrap().unwrap().book().commons.roll.live_devices().next().unwrap().1.keys.endpoint
}

/// Millbrook and Cedar Falls, which are neighbours and have each other's record.
pub(super) fn neighbours(place: &TempDir) -> (Town, Town) {
    let found = |name: &str| Town::found(&place.path().join(name), name);
    let (mut millbrook, mut cedar) = (found("Millbrook"), found("Cedar Falls"));
    joins(&mut cedar, &mut millbrook);
    (millbrook, cedar)
}

/// One town answers the code of another, and both read each other's sticks.
fn joins(one: &mut Town, other: &mut Town) {
    let code = other.desk.invite_town(other.assembly, &[], NOW).unwrap();
    one.desk.join_town(&code, Some(one.assembly), NOW).unwrap();
    let answer = one.desk.speak(&[other.assembly], NOW).unwrap().0.to_bytes();
    other.read(&answer);
    one.read(&other.stick());
}

/// What a session came to: how it stands at each end, and what each heard.
pub(super) struct Talked {
    pub(super) reports: [Report; 2],
    heard: [Vec<Frame>; 2],
}

/// The laptops of two towns meet and talk until both rest.
pub(super) fn meet(place: &TempDir, towns: [&Town; 2], ceilings: [Ceiling; 2]) -> Talked {
    meet_until(place, towns, ceilings, usize::MAX)
}

/// They are cut off after so many things were said.
pub(super) fn meet_until(place: &TempDir, towns: [&Town; 2], ceilings: [Ceiling; 2], cut: usize) -> Talked {
    let hall = |at: usize| {
        let mut desk = Desk::open_existing(&place.path().join(towns[at].desk.name(towns[at].assembly))).unwrap();
        desk.under(ceilings[at]);
        Hall::of(Keeper::of(desk, || LATER).unwrap())
    };
    let mut ends = [hall(0), hall(1)];
    for at in [0, 1] {
        let caller = Caller { ours: towns[at].assembly, endpoint: endpoint(towns[1 - at]), dialled: at == 0, road: "path".to_owned() };
        ends[at].open(1, caller, 0).unwrap();
    }
    let mut heard = [Vec::new(), Vec::new()];
    let (mut spoke, mut said) = (true, 0);
    while spoke && said < cut {
        spoke = false;
        for from in [0, 1] {
            while said < cut
                && let Some(bytes) = ends[from].say(1, 0).unwrap()
            {
                let frames = Frame::decode_all(&bytes).unwrap();
                heard[1 - from].extend(frames.clone());
                ends[1 - from].hear(1, frames, 0).unwrap();
                (spoke, said) = (true, said + 1);
            }
        }
        assert!(heard[0].len() + heard[1].len() < 20_000, "they talk on for nothing");
    }
    let reports = [0, 1].map(|at| ends[at].reports()[&1].clone());
    ends.iter_mut().for_each(|end| end.close(1, "lost"));
    Talked { reports, heard }
}

/// Millbrook's laptop carries forty towns that somebody made up, each with an act.
pub(super) fn makes_up(place: &Path, millbrook: &mut Town) -> Vec<AssemblyId> {
    let mut nowhere = Desk::open(place).unwrap();
    let name = |number: u32| format!("Nowhere {number}");
    let towns: Vec<AssemblyId> =
        (0..40).map(|number| nowhere.found(&name(number), None, &CardText::named("Nobody"), NOW).unwrap()).collect();
    for town in &towns {
        nowhere.act(*town, &[json!({ "do": "ledger.open", "account": "assets:store" })], NOW).unwrap();
    }
    let stick = nowhere.speak(&[], NOW).unwrap().0.to_bytes();
    millbrook.read(&stick);
    towns
}

pub(super) fn look(town: &mut Town, of: AssemblyId, view: &str) -> Json {
    town.desk.refresh().unwrap();
    town.desk.look(of, view, &[], "2027-03-03".parse().unwrap()).unwrap()
}

/// Requires that nothing of some towns lies in a home: not stored, not waiting, not set aside.
fn require_none_of(town: &mut Town, towns: &[AssemblyId]) {
    town.desk.refresh().unwrap();
    assert!(towns.iter().all(|made_up| !town.desk.has(*made_up)));
    let assembly = town.assembly;
    let set_aside = look(town, assembly, "quarantine");
    assert_eq!((&set_aside["quarantine"], &set_aside["dropped_over_quota"]), (&json!([]), &json!(0)));
}

#[test]
fn forty_towns_that_a_neighbour_brings_are_not_taken_in_without_room_its_own_acts_are_and_later_they_come() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    let made_up = makes_up(&place.path().join("Nowhere"), &mut millbrook);
    let ours = millbrook.flour("from the mill");
    let theirs = cedar.flour("for the mill");
    for round in 0..2 {
        let talked = meet(&place, [&millbrook, &cedar], [Ceiling::default(), NO_ROOM]);
        assert_eq!(talked.reports.each_ref().map(|report| report.state), [State::Apart, State::Apart], "neither says that they are equal");
        assert_eq!((talked.reports[1].took, talked.reports[0].took), if round == 0 { (1, 1) } else { (0, 0) });
        let said = talked.heard[1].iter().filter(|frame| matches!(frame, Frame::Change(_))).count();
        assert_eq!(said, talked.reports[1].took, "what is not taken in is not even said");
        require_none_of(&mut cedar, &made_up);
    }
    assert!(cedar.desk.fold(millbrook.assembly).unwrap().unwrap().act(&ours).is_some());
    millbrook.desk.refresh().unwrap();
    assert!(millbrook.desk.fold(cedar.assembly).unwrap().unwrap().act(&theirs).is_some());
    cedar.desk.under(NO_ROOM);
    let assembly = cedar.assembly;
    let seen = look(&mut cedar, assembly, "sync");
    assert_eq!(seen["little_room"]["needed"], json!(u64::MAX));
    let neighbour = seen["sync"].as_array().unwrap().iter().find(|town| town["own"] == false).unwrap();
    assert_eq!((&neighbour["missing_here"], &neighbour["same_as_ours_at"]), (&json!(80), &json!(NOW)), "as when they joined");

    let talked = meet(&place, [&millbrook, &cedar], [Ceiling::default(); 2]);
    assert_eq!(talked.reports.map(|report| report.state), [State::Equal, State::Equal]);
    cedar.desk.refresh().unwrap();
    assert!(made_up.iter().all(|town| cedar.desk.has(*town)), "when there is room again they come");
}

#[test]
fn a_stick_with_forty_made_up_towns_brings_without_room_what_its_packer_wrote_and_later_the_rest() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    let made_up = makes_up(&place.path().join("Nowhere"), &mut millbrook);
    millbrook.flour("from the mill");
    let stick = millbrook.stick();
    cedar.desk.under(NO_ROOM);
    let received = cedar.desk.receive(&stick, "stick", LATER).unwrap();
    let of = |received: &Received| (received.new.values().sum::<usize>(), received.left_out, received.waiting, received.refused.len());
    assert_eq!((of(&received), received.new.get(&millbrook.assembly)), ((1, 80, 0, 0), Some(&1)));
    assert!(!received.is_whole() && received.new_towns.is_empty());
    require_none_of(&mut cedar, &made_up);
    let assembly = cedar.assembly;
    let met = look(&mut cedar, assembly, "peers")["peers"][0].clone();
    assert_eq!((&met["last_met"], &met["same_as_ours_at"]), (&json!(LATER), &json!(NOW)), "who packed it was heard, and holds more");
    // What waits for others counts like what does not.
    let code =
        Desk::open_existing(&place.path().join("Nowhere")).unwrap().show_act(made_up[0], last_of(&place, made_up[0])).unwrap().remove(0);
    let alone = folkmoot_desk::ActsCode { changes: code.changes[code.changes.len() - 1..].to_vec(), ..code };
    assert_eq!(of(&cedar.desk.hear_acts(&alone, NOW).unwrap()), (0, 1, 0, 0));
    require_none_of(&mut cedar, &made_up);

    cedar.desk.under(Ceiling::default());
    assert_eq!(of(&cedar.read(&stick)), (80, 0, 0, 0), "and what was left out had been refused for good nowhere");
    assert!(cedar.desk.verify(|_, _| ()).unwrap().ok);
}

#[test]
fn a_neighbour_that_says_unasked_what_it_made_up_is_heard_out_and_nothing_of_it_is_stored() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    let made_up = makes_up(&place.path().join("Nowhere"), &mut millbrook);
    let mut desk = Desk::open_existing(&place.path().join("Cedar Falls")).unwrap();
    desk.under(NO_ROOM);
    let mut hall = Hall::of(Keeper::of(desk, || NOW).unwrap());
    let caller = Caller { ours: cedar.assembly, endpoint: endpoint(&millbrook), dialled: false, road: "path".to_owned() };
    hall.open(1, caller, 0).unwrap();
    let folds = made_up.iter().map(|town| millbrook.desk.fold(*town).unwrap().unwrap());
    let changes: Vec<Frame> =
        folds.flat_map(folkmoot::fold::Fold::judged).map(|judged| Frame::Change(judged.change.signed().encode())).collect();
    assert_eq!(changes.len(), 80);
    // Said as often as one likes, it comes to no more; a session that is cut takes in what has arrived.
    let mut said = 0;
    let dropped = (0..200).find_map(|_| {
        said += changes.len();
        hall.hear(1, changes.clone(), 0).err()
    });
    assert_eq!((dropped.unwrap().code(), said > 4096), ("no-room", true));
    require_none_of(&mut cedar, &made_up);
}

fn last_of(place: &TempDir, town: AssemblyId) -> folkmoot::id::ActId {
    let nowhere = Desk::open_existing(&place.path().join("Nowhere")).unwrap();
    let fold = nowhere.fold(town).unwrap().unwrap();
    fold.judged().map(|judged| judged.change).max_by_key(|change| change.says().seq).unwrap().act_id()
}

#[test]
fn while_there_is_little_room_no_neighbour_is_told_whose_neighbour_this_town_is_besides() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    let mut ashgrove = Town::found(&place.path().join("Ashgrove"), "Ashgrove");
    joins(&mut cedar, &mut ashgrove);
    receipt(&mut ashgrove, b"for Cedar Falls alone");
    let stick = ashgrove.stick();
    millbrook.read(&stick);
    makes_up(&place.path().join("Nowhere"), &mut millbrook);
    millbrook.flour("from the mill");
    let heard = meet(&place, [&millbrook, &cedar], [Ceiling::default(), NO_ROOM]).heard;
    let mut shown = 0;
    for frame in &heard[0] {
        match frame {
            Frame::Talk(Talk::Vectors { all, vectors }) => {
                shown += vectors.len();
                assert!(!*all && vectors.iter().all(|(town, _)| [millbrook.assembly, cedar.assembly].contains(town)));
            }
            Frame::Talk(Talk::Want { assembly, .. }) => assert_ne!(*assembly, ashgrove.assembly),
            _ => {}
        }
    }
    assert!(shown > 0);
    // From the neighbour itself it is heard.
    let talked = meet(&place, [&ashgrove, &cedar], [Ceiling::default(), NO_ROOM]);
    assert_eq!((talked.reports[1].took, asked_for(&talked.heard[0])), (1, 0), "its papers wait until there is room");
    assert_eq!(asked_for(&meet(&place, [&ashgrove, &cedar], [Ceiling::default(); 2]).heard[0]), 1);
}

/// A town enters flour with a paper behind it.
fn receipt(town: &mut Town, paper: &[u8]) -> FileHash {
    let (hash, size) = town.desk.attach(town.assembly, "receipt.txt", paper.to_vec()).unwrap();
    let mut act = flour("with a paper");
    act["receipt"] = json!({ "name": "receipt.txt", "size": size, "hash": hash });
    town.act(&[act]);
    hash
}

/// The papers of a town that a home has, and the reasons why it has not the others.
fn papers(town: &mut Town, of: AssemblyId) -> (usize, Vec<String>) {
    let lines = look(town, of, "journal")["lines"].clone();
    let lines = lines.as_array().unwrap();
    let left_out = lines.iter().filter_map(|line| line["receipt_left_out"].as_str().map(str::to_owned));
    (lines.iter().filter(|line| line["receipt_is_here"] == true).count(), left_out.collect())
}

fn asked_for(heard: &[Frame]) -> usize {
    let files = |frame: &Frame| if let Frame::Talk(Talk::Want { files, .. }) = frame { files.len() } else { 0 };
    heard.iter().map(files).sum()
}

#[test]
fn a_paper_of_a_distant_town_is_not_asked_for_and_not_taken_from_a_stick_and_one_that_is_here_stays() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    let mut ashgrove = Town::found(&place.path().join("Ashgrove"), "Ashgrove");
    joins(&mut millbrook, &mut ashgrove);
    receipt(&mut ashgrove, b"40 kg of flour");
    receipt(&mut millbrook, b"30 kg of flour");
    let of_ashgrove = ashgrove.stick();
    millbrook.read(&of_ashgrove);
    assert_eq!(papers(&mut millbrook, ashgrove.assembly), (1, vec![]), "a neighbour's is taken in");

    let talked = meet(&place, [&millbrook, &cedar], [Ceiling::default(); 2]);
    assert_eq!(talked.reports.map(|report| report.state), [State::Equal, State::Equal], "the acts are the same; papers are no acts");
    assert_eq!(asked_for(&talked.heard[0]), 1);
    assert_eq!(papers(&mut cedar, millbrook.assembly), (1, vec![]));
    assert_eq!(papers(&mut cedar, ashgrove.assembly), (0, vec!["no-neighbour".to_owned()]));
    let received = cedar.read(&of_ashgrove);
    assert_eq!((received.files, received.papers_left_out), (0, 1));
    assert_eq!(papers(&mut cedar, ashgrove.assembly), (0, vec!["no-neighbour".to_owned()]));

    joins(&mut cedar, &mut ashgrove);
    assert_eq!(papers(&mut cedar, ashgrove.assembly), (1, vec![]));
    cedar.desk.part_with(cedar.assembly, ashgrove.assembly, NOW).unwrap();
    assert_eq!(papers(&mut cedar, ashgrove.assembly), (1, vec![]), "what is here stays");
}

#[test]
fn of_a_neighbour_no_more_papers_are_asked_for_and_taken_in_than_its_quota_and_of_one_s_own_all_are() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    for number in 0..5 {
        receipt(&mut millbrook, &[number; 400]);
    }
    let quota = Ceiling { papers_of_a_neighbour: 1000, ..Ceiling::default() };
    let over = |count: usize| vec!["over-quota".to_owned(); count];
    for _ in 0..2 {
        let heard = meet(&place, [&millbrook, &cedar], [Ceiling::default(), quota]).heard;
        assert!(asked_for(&heard[0]) <= 2);
        cedar.desk.under(quota);
        assert_eq!(papers(&mut cedar, millbrook.assembly), (2, over(3)));
    }
    let stick = millbrook.stick();
    let received = cedar.read(&stick);
    assert_eq!((received.files, received.papers_left_out, received.is_whole()), (0, 3, true));
    cedar.desk.under(Ceiling { kept_free: Some(u64::MAX), ..Ceiling::default() });
    assert_eq!(papers(&mut cedar, millbrook.assembly), (2, vec!["little-room".to_owned(); 3]));
    assert_eq!(cedar.read(&stick).files, 0, "the meeting needs the room more");
    cedar.desk.under(Ceiling::default());
    assert_eq!(cedar.read(&stick).files, 3);

    // A second laptop of Millbrook's has all of it, however little is kept of others.
    let none = Ceiling { kept_free: Some(u64::MAX), papers_of_a_neighbour: 0, ..Ceiling::default() };
    let mut second = Desk::open(&place.path().join("second")).unwrap();
    second.under(none);
    let code = millbrook.desk.invite_device(millbrook.assembly, folkmoot::plain::Member(1), &[], NOW).unwrap();
    let ask = second.join_device(&code, NOW).unwrap();
    millbrook.desk.admit(&ask, NOW).unwrap();
    let stick = millbrook.desk.speak(&[millbrook.assembly], NOW).unwrap().0.to_bytes();
    assert_eq!(second.receive(&stick, "stick", NOW).unwrap().files, 5);
}

#[test]
fn the_journal_says_of_each_paper_what_is_asked_of_others() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    for number in 0..5 {
        receipt(&mut millbrook, &[number; 400]);
    }
    let quota = |papers_of_a_neighbour| Ceiling { papers_of_a_neighbour, ..Ceiling::default() };
    meet(&place, [&millbrook, &cedar], [Ceiling::default(), quota(0)]);
    cedar.desk.under(quota(1000));
    let over = vec!["over-quota".to_owned(); 3];
    assert_eq!(papers(&mut cedar, millbrook.assembly), (0, over.clone()), "two are awaited");
    assert_eq!(asked_for(&meet(&place, [&millbrook, &cedar], [Ceiling::default(), quota(1000)]).heard[0]), 2);
    assert_eq!(papers(&mut cedar, millbrook.assembly), (2, over));
}

#[test]
fn a_paper_that_is_larger_than_its_act_says_is_asked_for_once() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    let (hash, _) = millbrook.desk.attach(millbrook.assembly, "receipt.txt", vec![7; 5000]).unwrap();
    let mut act = flour("with a paper");
    act["receipt"] = json!({ "name": "receipt.txt", "size": 5, "hash": hash });
    millbrook.act(&[act]);
    let quota = Ceiling { papers_of_a_neighbour: 1000, ..Ceiling::default() };
    for round in [1, 0, 0] {
        let heard = meet(&place, [&millbrook, &cedar], [Ceiling::default(), quota]).heard;
        assert_eq!(asked_for(&heard[0]), round);
        cedar.desk.refresh().unwrap();
        assert_eq!(papers(&mut cedar, millbrook.assembly).0, 0);
    }
}

#[test]
fn a_paper_that_a_neighbour_pushes_unasked_is_stored_nowhere() {
    let place = somewhere();
    let (mut millbrook, mut cedar) = neighbours(&place);
    let hash = receipt(&mut millbrook, &[7; 400]);
    let acts = meet(&place, [&millbrook, &cedar], [Ceiling::default(), Ceiling { papers_of_a_neighbour: 0, ..Ceiling::default() }]);
    assert_eq!(acts.reports[1].state, State::Equal);
    let mut hall = Hall::of(Keeper::of(Desk::open_existing(&place.path().join("Cedar Falls")).unwrap(), || NOW).unwrap());
    let caller = Caller { ours: cedar.assembly, endpoint: endpoint(&millbrook), dialled: false, road: "path".to_owned() };
    hall.open(1, caller, 0).unwrap();
    let bytes = vec![7; 400];
    let pushed =
        Frame::File { hash, assembly: millbrook.assembly, ring: folkmoot::change::Ring::Commons, name: "receipt.txt".to_owned(), bytes };
    let dropped = hall.hear(1, vec![pushed], 0).unwrap_err();
    assert_eq!(dropped.code(), "unasked");
    assert_eq!(papers(&mut cedar, millbrook.assembly).0, 0);
}
