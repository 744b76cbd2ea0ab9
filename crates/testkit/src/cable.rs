//! Two laptops on a cable of their own: network namespaces that are joined by a pair of interfaces, with no route to anywhere else.
//!
//! **Invariant:** nothing that runs at an end of the cable can reach anything but the other end, and both ends are gone when the cable is
//! dropped.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How many cables this process has laid, so that each has a name of its own.
static LAID: AtomicU32 = AtomicU32::new(0);

/// Which end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// One.
    Here,
    /// The other.
    There,
}

impl End {
    /// Both.
    pub const BOTH: [End; 2] = [End::Here, End::There];

    /// Its address once it is plugged in, in a network of 24 bits.
    pub fn address(self) -> &'static str {
        match self {
            End::Here => "10.77.0.1",
            End::There => "10.77.0.2",
        }
    }
}

/// A cable with two ends.
#[derive(Debug)]
pub struct Cable {
    name: String,
}

impl Cable {
    /// Lays a cable, with nothing plugged in; none where this machine allows no namespaces, which fails under CI and is said otherwise.
    pub fn lay() -> Option<Cable> {
        match Cable::try_lay() {
            Ok(cable) => Some(cable),
            Err(why) => {
                crate::not_run(&format!("there are no network namespaces here: {why}"));
                None
            }
        }
    }

    /// Lays a cable with both ends plugged in.
    pub fn plugged_in() -> Option<Cable> {
        let cable = Cable::lay()?;
        End::BOTH.into_iter().for_each(|end| cable.plug_in(end));
        Some(cable)
    }

    fn try_lay() -> Result<Cable, String> {
        let number = LAID.fetch_add(1, Ordering::Relaxed);
        let cable = Cable { name: format!("folkmoot{}-{number}", std::process::id()) };
        let [here, there] = End::BOTH.map(|end| cable.namespace(end));
        ip(&["netns", "add", &here])?;
        ip(&["netns", "add", &there])?;
        for end in [&here, &there] {
            // Without this the kernel itself speaks up on every new interface, and no silence could be shown.
            run(Command::new("ip").args(["netns", "exec", end, "sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6"]))?;
        }
        ip(&["link", "add", "wire0", "netns", &here, "type", "veth", "peer", "name", "wire0", "netns", &there])?;
        for end in [&here, &there] {
            ip(&["-n", end, "link", "set", "lo", "up"])?;
            ip(&["-n", end, "link", "set", "wire0", "up"])?;
        }
        Ok(cable)
    }

    fn namespace(&self, end: End) -> String {
        format!("{}-{}", self.name, if end == End::Here { "here" } else { "there" })
    }

    /// Gives an end its address.
    ///
    /// # Panics
    /// When it has one already.
    pub fn plug_in(&self, end: End) {
        ip(&["-n", &self.namespace(end), "address", "add", &format!("{}/24", end.address()), "dev", "wire0"]).unwrap();
    }

    /// A command, ready to run at an end.
    pub fn at(&self, end: End, command: &Command) -> Command {
        let mut inside = Command::new("ip");
        inside.args(["netns", "exec", &self.namespace(end)]).arg(command.get_program()).args(command.get_args());
        inside.envs(command.get_envs().filter_map(|(key, value)| Some((key, value?))));
        inside
    }

    /// Writes down every packet that passes an end, on any interface, until what is given back is asked for them.
    ///
    /// # Panics
    /// When there is no tcpdump.
    pub fn listen_in(&self, end: End, file: &Path) -> Listening {
        let mut tcpdump = Command::new("tcpdump");
        tcpdump.args(["--interface=any", "-n", "-l", "-q", "--immediate-mode", "--packet-buffered", "-w"]).arg(file);
        let child = self.at(end, &tcpdump).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let begun = Instant::now();
        // The file has its head once the listening has begun.
        while std::fs::metadata(file).map_or(0, |meta| meta.len()) < 24 {
            assert!(begun.elapsed() < Duration::from_secs(20), "tcpdump does not begin to listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        Listening { child, file: file.to_owned() }
    }
}

impl Drop for Cable {
    fn drop(&mut self) {
        for end in End::BOTH {
            // It may never have been made.
            let _ = ip(&["netns", "delete", &self.namespace(end)]);
        }
    }
}

/// Somebody who listens in.
#[derive(Debug)]
pub struct Listening {
    child: Child,
    file: PathBuf,
}

impl Listening {
    /// What was heard, a packet a line, as tcpdump writes it: time, interface, In or Out, protocol, from, to.
    ///
    /// # Panics
    /// When there is no tcpdump.
    pub fn heard(mut self) -> Vec<String> {
        let _ = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        self.child.wait().unwrap();
        let read = Command::new("tcpdump").args(["-n", "-q", "-t", "-r"]).arg(&self.file).output().unwrap();
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        String::from_utf8_lossy(&read.stdout).lines().map(str::to_owned).collect()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ip<S: AsRef<OsStr>>(args: &[S]) -> Result<(), String> {
    run(Command::new("ip").args(args))
}

fn run(command: &mut Command) -> Result<(), String> {
    let done = command.output().map_err(|error| error.to_string())?;
    if done.status.success() { Ok(()) } else { Err(format!("{command:?}: {}", String::from_utf8_lossy(&done.stderr))) }
}
