//! A home on disk, worked through the real binary as a person would.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::Value as Json;

/// Copies the files of a home, as whoever has the laptop in hands for a minute does.
///
/// # Panics
/// When a file cannot be read or written.
pub fn copy_home(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().map(Result::unwrap).filter(|file| file.file_type().unwrap().is_file()) {
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// A laptop's home and the `folkmoot` that works it.
#[derive(Debug, Clone)]
pub struct Home {
    binary: PathBuf,
    dir: PathBuf,
    now: String,
}

impl Home {
    /// A home in a directory, which need not exist yet.
    pub fn new(binary: &Path, dir: &Path) -> Home {
        Home { binary: binary.to_owned(), dir: dir.to_owned(), now: "2027-01-01T12:00:00".to_owned() }
    }

    /// The directory.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Sets the moment that its clock claims from here on.
    pub fn at(&mut self, now: &str) {
        now.clone_into(&mut self.now);
    }

    /// The command, ready to run.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.arg("--home").arg(&self.dir).args(["--json", "--lang", "en", "--now", &self.now]).args(words);
        command
    }

    /// Says something, whatever comes of it: the exit code and the answer.
    pub fn say(&self, words: &[&str]) -> (i32, Json) {
        let Output { status, stdout, stderr } = self.command(words).output().unwrap();
        let text = String::from_utf8(stdout).unwrap();
        let json = serde_json::from_str(&text).unwrap_or_else(|why| {
            panic!("{words:?} did not answer with one JSON value ({why}): {text:?} {}", String::from_utf8_lossy(&stderr))
        });
        (status.code().unwrap(), json)
    }

    /// Says something that must be done.
    pub fn must(&self, words: &[&str]) -> Json {
        let (code, json) = self.say(words);
        assert_eq!(code, 0, "{words:?} in {} was not done: {json}", self.dir.display());
        json
    }

    /// Does one act, and gives back its id.
    pub fn id(&self, words: &[&str]) -> String {
        let done = self.must(words);
        done["ids"][0].as_str().unwrap_or_else(|| panic!("{words:?} gave no id: {done}")).to_owned()
    }

    /// What `verify` prints, which must find everything sound.
    pub fn verify(&self) -> Json {
        let verified = self.must(&["verify"]);
        assert_eq!(verified["ok"], true, "{verified}");
        verified
    }

    /// The digests of the commons by assembly name, with the number of changes.
    pub fn commons(&self) -> Vec<(String, u64, String)> {
        let verified = self.verify();
        let rings = verified["hashes"].as_array().unwrap().iter().filter(|ring| ring["ring"] == "commons");
        let text = |value: &Json| value.as_str().unwrap().to_owned();
        let mut commons: Vec<_> = rings.map(|ring| (text(&ring["name"]), ring["changes"].as_u64().unwrap(), text(&ring["hash"]))).collect();
        commons.sort();
        commons
    }
}

/// A home that serves in the background until this is dropped.
#[derive(Debug)]
pub struct Serving {
    child: Child,
    events: Receiver<Json>,
    /// Where it can be met.
    address: String,
}

impl Serving {
    /// Where it can be met, like 127.0.0.1:4433.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The process's id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the next event of a kind, and gives it; the others before it are passed over.
    pub fn wait_for(&self, event: &str) -> Json {
        loop {
            let next = self.events.recv_timeout(Duration::from_secs(60)).unwrap_or_else(|_| panic!("there was no {event} for a minute"));
            if next["event"] == event {
                return next;
            }
        }
    }

    /// Waits until it ends by itself; gives its exit code and the last thing that it said.
    pub fn ends(&mut self) -> (i32, Json) {
        let mut last = Json::Null;
        loop {
            match self.events.recv_timeout(Duration::from_secs(60)) {
                Ok(said) => last = said,
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it goes on, and last said {last}"),
            }
        }
        (self.child.wait().unwrap().code().unwrap(), last)
    }

    /// Ends it as a power cut does.
    pub fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Home {
    /// Serves on loopback alone, until what is given back is dropped.
    pub fn serve(&self) -> Serving {
        self.serve_as(&["serve", "--bind", "127.0.0.1", "--no-lan"])
    }

    /// Serves as these words say.
    pub fn serve_as(&self, words: &[&str]) -> Serving {
        Serving::of(self.command(words))
    }
}

impl Serving {
    /// Runs a command that serves, and waits until it can be met.
    pub fn of(mut command: Command) -> Serving {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (tell, events) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let Ok(event) = serde_json::from_str(&line) else { panic!("not one JSON value a line: {line}") };
                if tell.send(event).is_err() {
                    return;
                }
            }
        });
        let mut serving = Serving { child, events, address: String::new() };
        let bound = serving.wait_for("bound");
        bound["addresses"][0].as_str().unwrap_or_default().clone_into(&mut serving.address);
        serving
    }
}
