//! A screen without a monitor, and a driver that opens the window on it.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

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

/// A virtual display with a driver listening beside it, both gone when dropped.
pub(crate) struct Screen {
    port: u16,
    // Dropped in this order: the driver goes before the display it draws on.
    _driver: Group,
    _display: Group,
    person: TempDir,
}

impl Screen {
    /// Opens a screen of a size, with nothing of the person who runs the tests.
    pub(crate) fn open((width, height): (u32, u32)) -> Result<Self, Box<dyn Error>> {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp"]);
        let mut display = Group::start(xvfb.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let mut number = String::new();
        BufReader::new(display.0.stdout.take().ok_or("Xvfb has no output")?).read_line(&mut number)?;

        let person = tempfile::tempdir()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).env("DISPLAY", format!(":{}", number.trim())).env("TAURI_WEBVIEW_AUTOMATION", "true");
        driver.envs([("LANG", "C"), ("NO_AT_BRIDGE", "1")]).env("HOME", person.path());
        for name in ["LC_ALL", "LC_MESSAGES", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "WEBKIT_DISABLE_DMABUF_RENDERER"] {
            driver.env_remove(name);
        }
        for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
            driver.env(name, person.path().join(folder));
        }
        Ok(Self { port, _driver: Group::start(&mut driver)?, _display: display, person })
    }

    /// The person's own folder, where their documents lie.
    pub(crate) fn person(&self) -> &Path {
        self.person.path()
    }

    /// Opens the window on a home.
    pub(crate) async fn window(&self, home: &Path, now: Option<&str>) -> Result<Client, Box<dyn Error>> {
        let mut args = vec![json!("--home"), json!(home)];
        args.extend(now.into_iter().flat_map(|now| [json!("--now"), json!(now)]));
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
