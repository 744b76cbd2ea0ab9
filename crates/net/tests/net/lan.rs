//! Two laptops on a cable of their own: network namespaces that are joined by a pair of interfaces, with no default route.

use std::net::{IpAddr, Ipv4Addr};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use folkmoot_net::{Config, Event};

use crate::common::{Laptop, change, pen, wait};

const MILLBROOK: u8 = 1;
const CEDAR_FALLS: u8 = 2;
/// Which laptop the test is, when it runs in a namespace.
const LAPTOP: &str = "FOLKMOOT_NET_LAPTOP";

#[test]
fn two_laptops_on_a_switch_without_a_default_route_find_each_other() {
    match std::env::var(LAPTOP) {
        Ok(laptop) => be(&laptop),
        Err(_) => on_a_cable("lan::two_laptops_on_a_switch_without_a_default_route_find_each_other", false),
    }
}

#[test]
fn a_laptop_that_is_plugged_in_later_is_found_too() {
    match std::env::var(LAPTOP) {
        Ok(laptop) => be(&laptop),
        Err(_) => on_a_cable("lan::a_laptop_that_is_plugged_in_later_is_found_too", true),
    }
}

#[test]
fn a_laptop_that_neither_announces_nor_calls_sends_no_packet() {
    if std::env::var_os(LAPTOP).is_none() {
        return on_a_cable("lan::a_laptop_that_neither_announces_nor_calls_sends_no_packet", false);
    }
    let sent = || std::fs::read_to_string("/sys/class/net/wire0/statistics/tx_packets").unwrap();
    let before = sent();
    let here = Laptop::with(Config { pens: vec![pen(MILLBROOK)], ..Config::default() }, &[CEDAR_FALLS], &[], 0);
    assert!(here.addresses().iter().any(|address| address.ip().to_string().starts_with("10.77.0.")));
    std::thread::sleep(Duration::from_secs(4));
    here.node.stop();
    assert_eq!(sent(), before);
}

/// One of the two laptops, inside its namespace.
fn be(laptop: &str) {
    let (me, other) = if laptop == "millbrook" { (MILLBROOK, CEDAR_FALLS) } else { (CEDAR_FALLS, MILLBROOK) };
    let config = Config { pens: vec![pen(me)], bind: vec![IpAddr::V4(Ipv4Addr::UNSPECIFIED)], discovery: true, ..Config::default() };
    let here = Laptop::with(config, &[other], &[change("hello")], 1);
    let found = here.handle.events();
    let report = here.settled();
    assert_eq!(report.took, 1);
    if report.caller.dialled {
        assert!(report.caller.road.starts_with("lan 10.77.0."), "{}", report.caller.road);
        let (whom, addresses) =
            wait(
                &found,
                |event| {
                    if let Event::Discovered { endpoint, addresses, .. } = event { Some((endpoint, addresses)) } else { None }
                },
            );
        assert_eq!(whom, pen(other).endpoint());
        assert!(addresses.iter().all(|address| address.ip().to_string().starts_with("10.77.0.")), "{addresses:?}");
    }
    here.node.stop();
}

/// Two namespaces, which are gone when this is dropped.
struct Cable {
    name: String,
}

impl Cable {
    fn lay() -> Result<Cable, String> {
        let cable = Cable { name: format!("folkmoot{}", std::process::id()) };
        let (a, b) = (cable.end("millbrook"), cable.end("cedar-falls"));
        ip(&["netns", "add", &a])?;
        ip(&["netns", "add", &b])?;
        ip(&["link", "add", "wire0", "netns", &a, "type", "veth", "peer", "name", "wire0", "netns", &b])?;
        for end in [&a, &b] {
            // Of IPv6 the kernel speaks by itself, which would be counted.
            ip(&["netns", "exec", end, "sysctl", "-qw", "net.ipv6.conf.wire0.disable_ipv6=1"])?;
            ip(&["-n", end, "link", "set", "lo", "up"])?;
            ip(&["-n", end, "link", "set", "wire0", "up"])?;
        }
        Ok(cable)
    }

    fn end(&self, laptop: &str) -> String {
        format!("{}-{laptop}", self.name)
    }

    fn plug_in(&self, laptop: &str, address: &str) {
        ip(&["-n", &self.end(laptop), "address", "add", address, "dev", "wire0"]).unwrap();
    }

    fn start(&self, laptop: &str, test: &str) -> Child {
        let this = std::env::current_exe().unwrap();
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.end(laptop)]).arg(this).args(["--exact", test, "--nocapture"]);
        command.env(LAPTOP, laptop).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }
}

impl Drop for Cable {
    fn drop(&mut self) {
        for laptop in ["millbrook", "cedar-falls"] {
            let _ = ip(&["netns", "delete", &self.end(laptop)]);
        }
    }
}

fn ip(args: &[&str]) -> Result<(), String> {
    let done = Command::new("ip").args(args).output().map_err(|error| error.to_string())?;
    if done.status.success() { Ok(()) } else { Err(format!("ip {}: {}", args.join(" "), String::from_utf8_lossy(&done.stderr))) }
}

fn on_a_cable(test: &str, later: bool) {
    let cable = match Cable::lay() {
        Ok(cable) => cable,
        Err(why) => {
            folkmoot_testkit::not_run(&format!("there are no network namespaces here: {why}"));
            return;
        }
    };
    cable.plug_in("millbrook", "10.77.0.1/24");
    if !later {
        cable.plug_in("cedar-falls", "10.77.0.2/24");
    }
    let laptops = [cable.start("millbrook", test), cable.start("cedar-falls", test)];
    if later {
        std::thread::sleep(Duration::from_secs(2));
        cable.plug_in("cedar-falls", "10.77.0.2/24");
    }
    let outputs: Vec<Output> = laptops.into_iter().map(|laptop| laptop.wait_with_output().unwrap()).collect();
    for output in &outputs {
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{out}\n{err}");
    }
}
