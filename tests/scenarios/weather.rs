//! Bad weather on the road (T12): loss, 200 ms there and back, datagrams that overtake each other. This machine's kernel makes no weather,
//! so a forwarder does. It stands in the namespace of the town that is called, which can be reached through it alone.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::net::{SocketAddr, UdpSocket};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use folkmoot_testkit::{Cable, Chance, End, Serving, tried};
use serde_json::{Value as Json, json};

use crate::town::{Answer, Town};

/// What the forwarder is told: where it listens, where it forwards to, where it writes what it did.
const WEATHER: &str = "FOLKMOOT_WEATHER";
const NAME: &str = "weather::through_loss_delay_and_reordering_everything_arrives";
/// Half of a round trip.
const DELAY: Duration = Duration::from_millis(100);

/// A datagram under way: when it is due, its number, whether it goes in, its bytes.
type Datagram = (Instant, u64, bool, Vec<u8>);

/// Forwards datagrams both ways, until it is killed.
fn be_the_weather(told: &str) {
    let [listen, to, report] = told.split(' ').collect::<Vec<_>>()[..] else { panic!("{told}") };
    let to: SocketAddr = to.parse().unwrap();
    let (outside, inside) = (UdpSocket::bind(listen).unwrap(), UdpSocket::bind("127.0.0.1:0").unwrap());
    for socket in [&outside, &inside] {
        socket.set_read_timeout(Some(Duration::from_millis(1))).unwrap();
    }
    let mut chance = Chance::new(7);
    let mut under_way: BinaryHeap<Reverse<Datagram>> = BinaryHeap::new();
    let mut caller: Option<SocketAddr> = None;
    let (mut passed, mut lost, mut overtaken, mut last_out, mut buffer) = (0u64, 0u64, 0u64, 0, vec![0; 65_536]);
    loop {
        for (socket, goes_in) in [(&outside, true), (&inside, false)] {
            let Ok((length, from)) = socket.recv_from(&mut buffer) else { continue };
            if goes_in {
                caller = Some(from);
            }
            passed += 1;
            if chance.one_in(20) {
                lost += 1;
                continue;
            }
            // One in eight is held up, and those behind it come first.
            let delay = if chance.one_in(8) { DELAY + Duration::from_millis(chance.below(60) as u64) } else { DELAY };
            under_way.push(Reverse((Instant::now() + delay, passed, goes_in, buffer[..length].to_vec())));
        }
        while under_way.peek().is_some_and(|Reverse((due, ..))| *due <= Instant::now()) {
            let Some(Reverse((_, number, goes_in, datagram))) = under_way.pop() else { break };
            overtaken += u64::from(number < last_out);
            last_out = number;
            let (socket, whither) = if goes_in { (&inside, Some(to)) } else { (&outside, caller) };
            if let Some(whither) = whither {
                // A datagram that cannot be sent is lost, as on any road.
                let _ = socket.send_to(&datagram, whither);
            }
        }
        // Whoever reads it never finds half of it.
        let part = format!("{report}.part");
        std::fs::write(&part, json!({ "passed": passed, "lost": lost, "overtaken": overtaken }).to_string()).unwrap();
        std::fs::rename(&part, report).unwrap();
    }
}

/// The weather, which clears up when this is dropped.
struct Weather(Child);

impl Drop for Weather {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn weather(cable: &Cable, to: &str, report: &Path) -> Weather {
    let mut forwarder = Command::new(std::env::current_exe().unwrap());
    forwarder.args(["--exact", NAME, "--nocapture"]).env(WEATHER, format!("{}:9999 {to} {}", End::There.address(), report.display()));
    Weather(cable.at(End::There, &forwarder).stdout(std::process::Stdio::null()).spawn().unwrap())
}

#[test]
fn through_loss_delay_and_reordering_everything_arrives() {
    if let Ok(told) = std::env::var(WEATHER) {
        return be_the_weather(&told);
    }
    let Some(cable) = Cable::plugged_in() else { return };
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let cedar = Town::found(dir.path(), "Cedar Falls", "Bo");
    for town in [&millbrook, &cedar] {
        town.act(&(0..400).map(|number| Town::flour("1", &format!("{number}"))).collect());
    }
    let serving = Serving::of(cable.at(End::There, &millbrook.command(&["serve", "--bind", "127.0.0.1", "--no-lan"])));
    let report = dir.path().join("weather.json");
    let _weather = weather(&cable, serving.address(), &report);
    let met = format!("{}:9999", End::There.address());
    let code = millbrook.must(&["town", "invite", "--at", &met]).json["code"].as_str().unwrap().to_owned();
    let synced = Answer::of(&cable.at(End::Here, &cedar.command(&["sync", &code, "--no-lan", "--wait", "100"])).output().unwrap());
    assert_eq!((synced.code, &synced.json["met"][0]["same"]), (0, &json!(true)), "{synced:?}");
    assert_eq!(millbrook.commons(), cedar.commons());
    let weather: Json = serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
    assert!(weather["passed"].as_u64() > Some(100), "they met by another road: {weather}");
    assert!(weather["lost"].as_u64() > Some(3) && weather["overtaken"].as_u64() > Some(3), "the weather was fine: {weather}");
    tried("datagrams through loss, delay and reordering", weather["passed"].as_u64().unwrap_or_default() as usize);
}
