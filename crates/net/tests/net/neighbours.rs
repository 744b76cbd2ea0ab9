//! Two towns that know each other.

use std::time::Duration;

use folkmoot_net::{Config, Event, Side};
use folkmoot_sync::Frame;

use crate::common::{Laptop, change, on_loopback, pen, until, wait};

const MILLBROOK: u8 = 1;
const CEDAR_FALLS: u8 = 2;

#[test]
fn what_two_towns_have_to_say_crosses_both_ways() {
    let (flour, seed) = (change("40 kg of flour for Cedar Falls"), change("12 kg of seed for Millbrook"));
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS], std::slice::from_ref(&flour), 1);
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], std::slice::from_ref(&seed), 1);
    let session = millbrook.dial(&cedar_falls);
    let (met, caller) =
        wait(&millbrook.events, |event| if let Event::Met { session, caller } = event { Some((session, caller)) } else { None });
    assert_eq!((met, caller.dialled, caller.endpoint), (session, true, cedar_falls.pen.endpoint()));
    assert_eq!(caller.road, format!("address {}", cedar_falls.addresses()[0]));
    assert_eq!((millbrook.settled().took, cedar_falls.settled().took), (1, 1));
    assert_eq!((millbrook.hall.heard(), cedar_falls.hall.heard()), (vec![seed], vec![flour]));
    assert!(!cedar_falls.hall.notes().opened[0].dialled);

    let report_back = change("the delegate has come home");
    millbrook.hall.notes().speech.push(report_back.clone());
    millbrook.handle.news();
    assert_eq!(cedar_falls.settled().took, 2);
    assert_eq!(cedar_falls.hall.heard()[1], report_back);

    millbrook.node.stop();
    assert!(!cedar_falls.closed(), "it was told of the end");
    assert!(cedar_falls.hall.notes().open.is_empty());
}

#[test]
fn a_great_deal_arrives_whole_and_whoever_is_slow_holds_the_other_back() {
    let speech: Vec<Frame> = (0..512u32).map(|number| Frame::Change(vec![number as u8; 60_000 + number as usize])).collect();
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS], &speech, 0);
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[], speech.len());
    cedar_falls.hall.notes().pace = Duration::from_millis(5);
    millbrook.dial(&cedar_falls);
    let (said, heard) = (millbrook.hall.clone(), cedar_falls.hall.clone());
    until(
        || {
            let lead = said.notes().said_bytes.saturating_sub(heard.notes().heard_bytes);
            assert!(lead < 8 * 1024 * 1024, "{lead} bytes are on their way");
            heard.heard().len() == speech.len()
        },
        "everything has arrived",
    );
    assert!(said.notes().said_bytes > 30_000_000);
    assert!(cedar_falls.hall.heard() == speech);
}

#[test]
fn whoever_is_here_when_the_records_fail_leaves_and_both_meet_again_when_they_are_open() {
    let calls_again = |town| Config { redial: true, ..on_loopback(pen(town)) };
    let millbrook = Laptop::with(calls_again(MILLBROOK), &[CEDAR_FALLS], &[change("flour")], 1);
    let cedar_falls = Laptop::with(calls_again(CEDAR_FALLS), &[MILLBROOK], &[change("seed")], 1);
    millbrook.hall.notes().breaks = true;
    cedar_falls.dial(&millbrook);
    let rest = wait(&millbrook.events, |event| if let Event::Fell { rest, .. } = event { Some(rest) } else { None });
    assert_eq!(rest, Duration::from_secs(1), "it is the first time");
    cedar_falls.closed();
    wait(&millbrook.events, |event| matches!(event, Event::Back).then_some(()));
    assert_eq!(millbrook.settled().took, 1);
    assert_eq!(millbrook.hall.heard(), [change("seed")]);
    assert_eq!(millbrook.hall.notes().opened.len(), 2);
    cedar_falls.node.stop();
    millbrook.node.stop();
}

#[test]
fn when_both_call_at_once_one_connection_stays() {
    for _ in 0..5 {
        let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS], &[change("flour")], 1);
        let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[change("seed")], 1);
        let (here, there) = (millbrook.addresses(), cedar_falls.addresses());
        millbrook.handle.dial(millbrook.pen.assembly, cedar_falls.pen.endpoint(), &there, "address").unwrap();
        cedar_falls.handle.dial(cedar_falls.pen.assembly, millbrook.pen.endpoint(), &here, "address").unwrap();
        millbrook.settled();
        cedar_falls.settled();
        std::thread::sleep(Duration::from_millis(300));
        for laptop in [&millbrook, &cedar_falls] {
            let open: Vec<bool> = laptop.hall.notes().open.values().map(|(caller, _)| caller.dialled).collect();
            assert_eq!(open.len(), 1);
        }
        let dialled = |laptop: &Laptop| laptop.hall.notes().open.values().all(|(caller, _)| caller.dialled);
        assert_ne!(dialled(&millbrook), dialled(&cedar_falls), "it is the same connection");
    }
}

#[test]
fn a_lost_neighbour_is_called_again_at_the_port_that_its_code_names() {
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[], 0);
    let port = cedar_falls.addresses()[0].port();
    let config = Config { redial: true, ..on_loopback(pen(MILLBROOK)) };
    let millbrook = Laptop::with(config, &[CEDAR_FALLS], &[change("flour")], 0);
    millbrook.dial(&cedar_falls);
    cedar_falls.settled();
    cedar_falls.node.stop();
    assert!(!millbrook.closed());
    let config = Config { port: Some(port), ..on_loopback(pen(CEDAR_FALLS)) };
    let cedar_falls = Laptop::with(config, &[MILLBROOK], &[], 1);
    assert_eq!(cedar_falls.addresses()[0].port(), port);
    assert_eq!(cedar_falls.settled().took, 1);
}

#[test]
fn a_call_that_nobody_can_answer_is_told_as_unreached() {
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS], &[], 0);
    let stranger = pen(9).endpoint();
    let session = millbrook.handle.dial(millbrook.pen.assembly, stranger, &["127.0.0.1:9".parse().unwrap()], "address").unwrap();
    let unreached =
        wait(&millbrook.events, |event| if let Event::Unreached { session, why, .. } = event { Some((session, why)) } else { None });
    assert_eq!(unreached, (session, "it is not known here".to_owned()));
    let nowhere = millbrook.handle.dial(pen(7).assembly, stranger, &[], "address");
    assert_eq!(nowhere.unwrap_err().to_string(), format!("there is no endpoint for the assembly {}", pen(7).assembly));
}

#[test]
fn a_hall_that_will_not_go_on_says_why_and_both_ends_tell_it() {
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS], &[change("over and over")], 0);
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[], 0);
    cedar_falls.hall.notes().is_cross = true;
    millbrook.dial(&cedar_falls);
    assert_eq!(cedar_falls.dropped(), (millbrook.pen.endpoint(), Side::Ours, "flood".to_owned()));
    assert_eq!(millbrook.dropped(), (cedar_falls.pen.endpoint(), Side::Theirs, "flood".to_owned()));
}
