//! Quiet mode, in a process of its own whose sockets can be counted.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it breaks")]

#[path = "net/common.rs"]
mod common;

use std::collections::BTreeSet;

use common::{Laptop, on_loopback, pen};
use folkmoot_net::{Config, NetError};

/// The sockets that this process has open.
fn sockets() -> BTreeSet<String> {
    let open = std::fs::read_dir("/proc/self/fd").unwrap().filter_map(|entry| std::fs::read_link(entry.unwrap().path()).ok());
    open.map(|target| target.display().to_string()).filter(|target| target.starts_with("socket:")).collect()
}

#[test]
fn in_quiet_mode_nothing_is_bound_and_nobody_is_called() {
    // Tokio opens a pair of its own, once for the process, where anything built with it listens to signals.
    drop(tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());
    let before = sockets();
    let quiet = Config { quiet: true, discovery: true, redial: true, ..on_loopback(pen(1)) };
    let millbrook = Laptop::with(quiet, &[2], &[], 0);
    let call = millbrook.handle.dial(millbrook.pen.assembly, pen(2).endpoint(), &["127.0.0.1:9".parse().unwrap()], "address");
    assert!(matches!(call, Err(NetError::Quiet)));
    millbrook.handle.news();
    assert_eq!(sockets(), before);
    assert!(millbrook.events.try_recv().is_err());

    let aloud = Laptop::of(1, &[2], &[], 0);
    assert!(sockets().len() > before.len(), "the count counts");
    aloud.node.stop();
    assert_eq!(sockets(), before, "whatever was opened is closed");
}
