//! The room of an airlock in which an edit does harm if its words ask for it: what it takes for the walls to be needed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, ExitCode};

use automerge::sync::{Message, State, SyncDoc};
use automerge::transaction::Transactable;
use automerge::{Automerge, Bundle, Change, ROOT};
use folkmoot::act::Act;
use folkmoot::change::VerifiedChange;
use folkmoot::draft::{self, Run};
use folkmoot_airlock::{Room, TryDrafts, serve};
use folkmoot_record::Head;

/// Does what a room does, and harm where it is asked for.
struct Brittle {
    room: TryDrafts,
    /// What Automerge cannot bear, by name; read before the room is closed in.
    inputs: BTreeMap<String, Vec<u8>>,
    /// What was open before.
    left_open: File,
    unreadable: bool,
}

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hostile");
    let left_open = File::open(folder.join("README.md")).unwrap();
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
    let inputs = files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect();
    serve(&mut Brittle { room: TryDrafts::default(), inputs, left_open, unreadable: false })
}

impl Room for Brittle {
    fn begin(&mut self, opening: &[u8]) -> bool {
        self.unreadable = false;
        self.room.begin(opening)
    }

    fn file(&mut self, edits: &[Vec<u8>]) -> bool {
        edits.iter().flat_map(|edit| typed(edit)).for_each(|words| self.harm(&words));
        self.room.file(edits)
    }

    fn stands(&self) -> Option<Vec<Head>> {
        self.room.stands().filter(|_| !self.unreadable)
    }
}

/// The words that an edit types.
fn typed(edit: &[u8]) -> Vec<String> {
    let change = VerifiedChange::from_archive(edit).unwrap();
    let Ok(Act::Draft(draft::Act::Edit { runs, .. })) = Act::from_bytes(&change.says().act) else { return Vec::new() };
    let typed = |run: Run| match run {
        Run::Insert { text, .. } => Some(text),
        Run::Delete { .. } => None,
    };
    runs.into_iter().filter_map(typed).collect()
}

impl Brittle {
    fn harm(&mut self, words: &str) {
        match words.trim().split_once(": ") {
            Some(("harm", "panic")) => panic!("as asked"),
            Some(("harm", "abort")) => std::process::abort(),
            Some(("harm", "hang")) => loop {
                std::hint::spin_loop();
            },
            Some(("harm", "overflow")) => drop(overflow(0)),
            Some(("harm", "memory")) => {
                let mut held: Vec<Vec<u8>> = Vec::new();
                loop {
                    held.push(vec![1; 1 << 20]);
                }
            }
            Some(("harm", "chatter")) => std::io::stdout().write_all(&[0xff; 64]).unwrap(),
            Some(("harm", "unreadable")) => self.unreadable = true,
            Some(("reach", "out")) => reach_out(&mut self.left_open),
            Some(("decode", name)) => decode(&self.inputs[name]),
            _ => {}
        }
    }
}

/// Goes deeper than any stack.
fn overflow(depth: u64) -> u64 {
    let held = std::hint::black_box([depth; 64]);
    if depth == u64::MAX { held[0] } else { overflow(depth + 1) + held[63] }
}

/// Tries what a room has no need of; whatever the system allows ends it.
fn reach_out(left_open: &mut File) {
    assert!(left_open.read(&mut [0]).is_err(), "what was left open was read");
    assert!(File::open("/etc/passwd").is_err(), "a file was opened");
    assert!(File::create("/dev/shm/folkmoot-room").is_err(), "a file was made");
    assert!(TcpListener::bind("127.0.0.1:0").is_err(), "a socket was opened");
    assert!(Command::new("/bin/true").spawn().is_err(), "a program was started");
    assert!(std::thread::Builder::new().spawn(|| ()).is_err(), "a thread was started");
    assert!(std::env::vars_os().next().is_none(), "something is in the environment");
}

/// Gives Automerge what it cannot bear, at the door that the first byte names.
fn decode(input: &[u8]) {
    let Some((door, bytes)) = input.split_first() else { return };
    match door {
        0 => drop(Automerge::load(bytes)),
        1 => drop(Automerge::load_unverified_heads(bytes)),
        2 => drop(with_content().load_incremental(bytes)),
        3 => drop(Change::from_bytes(bytes.to_vec()).map(|change| with_content().apply_changes([change]))),
        4 => drop(Message::decode(bytes).map(|message| with_content().receive_sync_message(&mut State::new(), message))),
        5 => drop(State::decode(bytes)),
        6 => drop(Bundle::try_from(bytes)),
        7 => drop(Automerge::new().load_incremental(bytes)),
        // Without a door of its own: it goes to every one.
        _ => (0..=7).for_each(|door| decode(&[&[door], input].concat())),
    }
}

fn with_content() -> Automerge {
    let mut document = Automerge::new();
    let put = document.transact(|typing| typing.put(ROOT, "flour", 40));
    put.map_err(|failed| failed.error).unwrap();
    document
}
