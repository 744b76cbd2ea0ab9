//! A screen without a monitor, and a driver that opens the window on it.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::town::NOW;

/// What the person who runs the tests may have set.
const STRANGE: &[&str] =
    &["LANG", "LC_ALL", "LC_MESSAGES", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "WEBKIT_DISABLE_DMABUF_RENDERER"];
const PATIENCE: Duration = Duration::from_secs(60);
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// Ends a program and all it started when dropped.
struct Group(Child);

impl Group {
    fn start(command: &mut Command) -> Result<Self, Box<dyn Error>> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command.process_group(0).stdin(Stdio::null()).spawn();
        Ok(Self(child.map_err(|source| format!("{program} did not start: {source}"))?))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.0.wait();
    }
}

/// A bus of the session, on which programs find each other; gone when dropped.
pub(crate) struct Bus {
    _daemon: Group,
    pub(crate) address: String,
}

impl Bus {
    /// Starts a bus that nothing else is on.
    pub(crate) fn open() -> Result<Bus, Box<dyn Error>> {
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--print-address=1", "--address=unix:tmpdir=/tmp"]);
        let mut daemon = Group::start(daemon.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let mut address = String::new();
        BufReader::new(daemon.0.stdout.take().ok_or("the bus has no output")?).read_line(&mut address)?;
        Ok(Bus { _daemon: daemon, address: address.trim().to_owned() })
    }
}

/// What a machine is like, beside its screen.
#[derive(Clone, Copy)]
pub(crate) struct Machine<'a> {
    pub(crate) size: (u32, u32),
    /// The environment that the window is started in.
    pub(crate) variables: &'a [(&'a str, &'a str)],
}

/// The screen and the habits of an old laptop.
pub(crate) const OLD_LAPTOP: Machine<'_> = Machine { size: (1366, 768), variables: &[("LANG", "C")] };

/// A virtual display with a driver listening beside it, both gone when dropped.
pub(crate) struct Screen {
    port: u16,
    // Dropped in this order: the driver goes before the display it draws on.
    driver: Group,
    _display: Group,
    display: String,
    person: TempDir,
}

impl Screen {
    /// Opens the screen of a machine, with nothing of the person who runs the tests.
    pub(crate) fn open(machine: Machine<'_>) -> Result<Self, Box<dyn Error>> {
        let (width, height) = machine.size;
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp"]);
        let mut display = Group::start(xvfb.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let mut number = String::new();
        BufReader::new(display.0.stdout.take().ok_or("Xvfb has no output")?).read_line(&mut number)?;

        let person = tempfile::tempdir()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}"));
        for name in STRANGE {
            driver.env_remove(name);
        }
        for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
            driver.env(name, person.path().join(folder));
        }
        let display_name = format!(":{}", number.trim());
        driver.env("DISPLAY", &display_name).env("TAURI_WEBVIEW_AUTOMATION", "true").env("NO_AT_BRIDGE", "1").env("HOME", person.path());
        driver.envs(machine.variables.iter().copied());
        Ok(Self { port, driver: Group::start(&mut driver)?, _display: display, display: display_name, person })
    }

    /// Starts the window's program on this screen as a person's click would, beside the one that is driven.
    pub(crate) fn launch(&self, args: &[&OsStr], variables: &[(&str, &str)]) -> std::io::Result<Output> {
        let mut window = Command::new(env!("CARGO_BIN_EXE_folkmoot-window"));
        for name in STRANGE {
            window.env_remove(name);
        }
        window.args(args).env("DISPLAY", &self.display).env("HOME", self.person()).envs(variables.iter().copied()).output()
    }

    /// The numbers of all processes that the driver started, the window's own and those of its web view.
    pub(crate) fn processes(&self) -> std::io::Result<Vec<u32>> {
        let mut parents = Vec::new();
        for entry in fs::read_dir("/proc")?.filter_map(Result::ok) {
            let Some(process) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
            let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            let parent = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse::<u32>().ok());
            parents.extend(parent.map(|parent| (process, parent)));
        }
        let mut found = vec![self.driver.0.id()];
        let mut at = 0;
        while let Some(parent) = found.get(at).copied() {
            found.extend(parents.iter().filter(|(_, known)| *known == parent).map(|(process, _)| *process));
            at += 1;
        }
        Ok(found.split_off(1))
    }

    /// The number of the window's own process.
    pub(crate) fn process_of_the_window(&self) -> Result<u32, Box<dyn Error>> {
        let named = |process: &u32| fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
        let found = self.processes()?.into_iter().find(|process| named(process).starts_with("folkmoot-window"));
        found.ok_or_else(|| "there is no window".into())
    }

    /// The person's own folder, where their documents lie.
    pub(crate) fn person(&self) -> &Path {
        self.person.path()
    }

    /// Opens the window on a home, at the moment that the tests live in.
    pub(crate) async fn window(&self, home: &Path) -> Result<Client, Box<dyn Error>> {
        self.window_of(&[OsStr::new("--home"), home.as_os_str(), OsStr::new("--now"), OsStr::new(NOW)]).await
    }

    /// Opens the window as it is asked to.
    pub(crate) async fn window_of(&self, args: &[&OsStr]) -> Result<Client, Box<dyn Error>> {
        let args: Vec<Value> = args.iter().map(|arg| json!(arg.to_string_lossy())).collect();
        let options = json!({ "binary": env!("CARGO_BIN_EXE_folkmoot-window"), "args": args });
        let capabilities = Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let address = format!("http://127.0.0.1:{}", self.port);
        let deadline = Instant::now() + PATIENCE;
        loop {
            match ClientBuilder::new(HttpConnector::new()).capabilities(capabilities.clone()).connect(&address).await {
                Ok(page) => return Ok(page),
                Err(error) if Instant::now() > deadline => return Err(format!("the window did not open: {error}").into()),
                Err(_) => sleep(BETWEEN_TRIES).await,
            }
        }
    }
}
