//! Whoever is not expected, lies or floods, while neighbours go on.

use std::net::SocketAddr;
use std::time::Duration;

use folkmoot::change::Ring;
use folkmoot::id::FileHash;
use folkmoot_net::{Config, Event, Limits, PROTOCOL, Pen, Side};
use folkmoot_sync::Frame;
use iroh::endpoint::{Connection, ConnectionError, ReadError, presets};
use iroh::{Endpoint, EndpointAddr, EndpointId, RelayMode, SecretKey, TransportAddr};
use tokio::runtime::Runtime;

use crate::common::{Laptop, change, on_loopback, pen, until, wait};

const MILLBROOK: u8 = 1;
const CEDAR_FALLS: u8 = 2;
const STRANGER: u8 = 9;

/// Somebody who speaks the protocol of the wire, and nothing else that is agreed.
struct Raw {
    endpoint: Endpoint,
    runtime: Runtime,
}

impl Raw {
    fn of(pen: &Pen, address: &str) -> Raw {
        let runtime = Runtime::new().unwrap();
        let endpoint = runtime.block_on(async {
            let builder = Endpoint::builder(presets::Minimal).relay_mode(RelayMode::Disabled).clear_ip_transports();
            let builder = builder.secret_key(SecretKey::from_bytes(&pen.secret)).bind_addr(address).unwrap();
            builder.bind().await.unwrap()
        });
        Raw { endpoint, runtime }
    }

    fn address_of(laptop: &Laptop, addresses: &[SocketAddr]) -> EndpointAddr {
        let id = EndpointId::from_bytes(laptop.pen.endpoint().as_bytes()).unwrap();
        EndpointAddr::from_parts(id, addresses.iter().copied().map(TransportAddr::Ip))
    }

    fn connect(&self, laptop: &Laptop) -> Connection {
        let address = Raw::address_of(laptop, &laptop.addresses());
        self.runtime.block_on(self.endpoint.connect(address, PROTOCOL)).unwrap()
    }

    /// Says something, and gives what is heard until the other ends it: the bytes, the number and the word.
    fn say(&self, connection: &Connection, bytes: &[u8]) -> (Vec<u8>, u64, String) {
        let until_ended = async {
            let mut heard = Vec::new();
            let ended = match connection.open_bi().await {
                Err(error) => error,
                Ok((mut say, mut hear)) => {
                    let _ = say.write_all(bytes).await;
                    loop {
                        match hear.read_chunk(usize::MAX).await {
                            Ok(Some(chunk)) => heard.extend_from_slice(&chunk),
                            Ok(None) => break connection.closed().await,
                            Err(ReadError::ConnectionLost(error)) => break error,
                            Err(error) => panic!("{error}"),
                        }
                    }
                }
            };
            let ConnectionError::ApplicationClosed(close) = ended else { panic!("{ended}") };
            (heard, close.error_code.into_inner(), String::from_utf8(close.reason.to_vec()).unwrap())
        };
        self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(30), until_ended).await.unwrap() })
    }
}

#[test]
fn a_stranger_is_turned_away_and_learns_nothing() {
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS], &[change("who is on the roll")], 0);
    let stranger = Raw::of(&pen(STRANGER), "127.0.0.1:0");
    let connection = stranger.connect(&millbrook);
    let (heard, number, word) = stranger.say(&connection, &change("hello").encode().unwrap());
    assert_eq!((heard.len(), number, word.as_str()), (0, 1, "stranger"));
    assert_eq!(millbrook.dropped(), (pen(STRANGER).endpoint(), Side::Ours, "stranger".to_owned()));
    assert!(millbrook.hall.notes().opened.is_empty());
}

#[test]
fn whoever_announces_too_long_a_frame_is_dropped_and_a_neighbour_goes_on() {
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS, STRANGER], &[], 0);
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[change("seed")], 0);
    cedar_falls.dial(&millbrook);
    until(|| millbrook.hall.heard().len() == 1, "the seed has arrived");

    let liar = Raw::of(&pen(STRANGER), "127.0.0.1:0");
    let connection = liar.connect(&millbrook);
    let (_, number, word) = liar.say(&connection, &[1, 0xff, 0xff, 0xff, 0xff, 0, 0]);
    assert_eq!((number, word.as_str()), (5, "no-frame"));
    assert_eq!(millbrook.dropped(), (pen(STRANGER).endpoint(), Side::Ours, "no-frame".to_owned()));

    cedar_falls.hall.notes().speech.push(change("and more seed"));
    cedar_falls.handle.news();
    until(|| millbrook.hall.heard().len() == 2, "what is new has arrived in the same session");
    assert_eq!(millbrook.hall.notes().opened.iter().filter(|caller| caller.endpoint == cedar_falls.pen.endpoint()).count(), 1);
}

/// The flooder comes from another loopback address than the neighbour, which macOS does not have.
#[cfg(not(target_os = "macos"))]
#[test]
fn whoever_floods_the_door_is_refused_and_a_neighbour_comes_in() {
    // The door forgives nothing while this runs, however slow the machine.
    let limits = Limits { burst: 16, refill: Duration::from_secs(3600), ..Limits::default() };
    let millbrook = Laptop::with(Config { limits, ..on_loopback(pen(MILLBROOK)) }, &[CEDAR_FALLS], &[], 1);
    let flooder = Raw::of(&pen(STRANGER), "127.0.0.2:0");
    let address = Raw::address_of(&millbrook, &millbrook.addresses());
    let refused = flooder.runtime.block_on(async {
        let mut calls = tokio::task::JoinSet::new();
        for _ in 0..80 {
            let (endpoint, address) = (flooder.endpoint.clone(), address.clone());
            calls.spawn(
                async move { endpoint.connect(address, PROTOCOL).await.is_err_and(|error| format!("{error:#}").contains("refused")) },
            );
        }
        calls.join_all().await.into_iter().filter(|refused| *refused).count()
    });
    assert!(refused >= 40, "{refused} of 80 were refused");
    wait(&millbrook.events, |event| if let Event::Trouble { text } = event { text.contains("asks too often").then_some(()) } else { None });
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[change("seed")], 0);
    cedar_falls.dial(&millbrook);
    assert_eq!(millbrook.settled().took, 1);
}

#[test]
fn whoever_connects_again_leaves_its_older_connection() {
    let millbrook = Laptop::of(MILLBROOK, &[STRANGER], &[], 0);
    let caller = Raw::of(&pen(STRANGER), "127.0.0.1:0");
    let hello = change("hello").encode().unwrap();
    let older = caller.connect(&millbrook);
    let (mut say, _hear) = caller.runtime.block_on(older.open_bi()).unwrap();
    caller.runtime.block_on(say.write_all(&hello)).unwrap();
    until(|| millbrook.hall.heard().len() == 1, "the first has come in");
    let newer = caller.connect(&millbrook);
    let (mut say, _hear) = caller.runtime.block_on(newer.open_bi()).unwrap();
    caller.runtime.block_on(say.write_all(&hello)).unwrap();
    let ended = caller.runtime.block_on(older.closed());
    assert!(matches!(ended, ConnectionError::ApplicationClosed(close) if &close.reason[..] == b"replaced"));
    until(|| millbrook.hall.heard().len() == 2, "the second has come in");
    assert!(newer.close_reason().is_none());
    // The older one has heard its end before the hall is told of it.
    until(|| millbrook.hall.notes().open.len() == 1, "the first has left");
}

#[test]
fn a_sender_that_never_ends_its_frame_holds_nobody_else_up() {
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS, STRANGER], &[], 1);
    let slow = Raw::of(&pen(STRANGER), "127.0.0.1:0");
    let connection = slow.connect(&millbrook);
    let (mut say, _hear) = slow.runtime.block_on(connection.open_bi()).unwrap();
    let file = Frame::Change(vec![0; 100_000]).encode().unwrap();
    slow.runtime.block_on(say.write_all(&file[..50_000])).unwrap();
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[change("seed")], 0);
    cedar_falls.dial(&millbrook);
    assert_eq!(millbrook.settled().took, 1);
    slow.runtime.block_on(async {
        say.finish().unwrap();
        tokio::time::timeout(Duration::from_secs(5), connection.closed()).await.unwrap()
    });
    assert_eq!(millbrook.dropped().2, "no-frame");
}

#[test]
fn strangers_who_say_nothing_while_an_invite_is_open_keep_no_neighbour_out() {
    let limits = Limits { connections: 4, letter: Duration::from_secs(3600), ..Limits::default() };
    let millbrook = Laptop::with(Config { limits, ..on_loopback(pen(MILLBROOK)) }, &[CEDAR_FALLS], &[], 1);
    millbrook.hall.notes().has_invited = true;
    let strangers: Vec<Raw> = (20..25).map(|number| Raw::of(&pen(number), "127.0.0.1:0")).collect();
    let begins = |stranger: &Raw| {
        let connection = stranger.connect(&millbrook);
        let (mut say, hear) = stranger.runtime.block_on(connection.open_bi()).unwrap();
        stranger.runtime.block_on(say.write_all(&[4])).unwrap();
        (connection, say, hear)
    };
    let mut here = Vec::new();
    for stranger in &strangers[..4] {
        here.push(begins(stranger));
        until(|| millbrook.hall.notes().open.len() == here.len(), "it has come in");
    }
    let connection = strangers[4].connect(&millbrook);
    assert_eq!(strangers[4].say(&connection, &[4]).2, "crowded", "there are four strangers already");
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[change("seed")], 0);
    cedar_falls.dial(&millbrook);
    assert_eq!(millbrook.settled().took, 1);
    let ended = strangers[0].runtime.block_on(here[0].0.closed());
    assert!(matches!(ended, ConnectionError::ApplicationClosed(close) if &close.reason[..] == b"crowded"), "the first has made room");
}

#[test]
fn a_stranger_has_some_time_for_its_letter_and_stays_once_it_is_heard() {
    let limits = Limits { letter: Duration::from_secs(1), ..Limits::default() };
    let millbrook = Laptop::with(Config { limits, ..on_loopback(pen(MILLBROOK)) }, &[], &[], 0);
    millbrook.hall.notes().has_invited = true;
    let (silent, guest) = (Raw::of(&pen(20), "127.0.0.1:0"), Raw::of(&pen(21), "127.0.0.1:0"));
    let welcome = guest.connect(&millbrook);
    let (mut say, _hear) = guest.runtime.block_on(welcome.open_bi()).unwrap();
    guest.runtime.block_on(say.write_all(&Frame::Letter("let me in".to_owned()).encode().unwrap())).unwrap();
    until(|| millbrook.hall.heard().len() == 1, "the letter is heard");
    let connection = silent.connect(&millbrook);
    assert_eq!(silent.say(&connection, &[4]).2, "silent");
    assert!(welcome.close_reason().is_none(), "though it came first");
}

#[test]
fn a_frame_that_is_under_way_for_long_is_told_as_going_on_in_either_direction() {
    let receipt = vec![7; 4_000_000];
    let file = Frame::File {
        hash: FileHash::of(&receipt),
        assembly: pen(MILLBROOK).assembly,
        ring: Ring::Commons,
        name: "receipt.pdf".to_owned(),
        bytes: receipt,
    };
    let millbrook = Laptop::of(MILLBROOK, &[CEDAR_FALLS], &[file], 0);
    let slow = Raw::of(&pen(CEDAR_FALLS), "127.0.0.1:0");
    let connection = slow.connect(&millbrook);
    let (mut say, mut hear) = slow.runtime.block_on(connection.open_bi()).unwrap();
    let long = Frame::Change(vec![0; 200_000]).encode().unwrap();
    let (mut said, mut heard) = (long.chunks(20), 0);
    until(
        || {
            slow.runtime.block_on(async {
                say.write_all(said.next().unwrap()).await.unwrap();
                if heard < 3_000_000 {
                    heard += hear.read_chunk(20_000).await.unwrap().map_or(0, |chunk| chunk.len());
                }
            });
            millbrook.hall.notes().came > 1 && millbrook.hall.notes().went > 1
        },
        "it is told more than once that both go on",
    );
    assert!(millbrook.hall.heard().is_empty() && heard < 4_000_000, "and neither is whole");
}

#[test]
fn with_many_at_the_door_an_address_is_proved_first_and_whoever_says_nothing_takes_up_one_place() {
    let limits = Limits { handshakes: 1, ..Limits::default() };
    let millbrook = Laptop::with(Config { limits, ..on_loopback(pen(MILLBROOK)) }, &[CEDAR_FALLS, STRANGER], &[], 1);
    let silent = Raw::of(&pen(STRANGER), "127.0.0.1:0");
    let first = silent.connect(&millbrook);
    std::thread::sleep(Duration::from_millis(200));
    let second = silent.connect(&millbrook);
    let ended = silent.runtime.block_on(second.closed());
    assert!(matches!(ended, ConnectionError::ApplicationClosed(close) if &close.reason[..] == b"replaced"));
    assert!(first.close_reason().is_none());
    let cedar_falls = Laptop::of(CEDAR_FALLS, &[MILLBROOK], &[change("seed")], 0);
    cedar_falls.dial(&millbrook);
    assert_eq!(millbrook.settled().took, 1);
}
