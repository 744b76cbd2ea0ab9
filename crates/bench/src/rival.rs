//! samod: the same acts, unsigned, in the Automerge documents that Folkmoot's own export gives, in memory, over the same stream.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use automerge::{Automerge, ChangeHash};
use folkmoot::change::Ring;
use folkmoot_desk::Desk;
use futures::future::BoxFuture;
use futures::{FutureExt, StreamExt};
use samod::storage::{Storage, StorageKey};
use samod::{BackoffConfig, DialError, Dialer, DocHandle, DocumentId, Repo, Transport, Url};

use crate::homes::{Home, Pair};
use crate::road::Road;
use crate::tally::End;
use crate::{Measured, Outcome};

const QUIET: Duration = Duration::from_millis(500);
const PATIENCE: Duration = Duration::from_secs(600);

/// The documents of both sides, as samod stores them, and the heads that both are to have in the end.
pub(crate) struct Rivals {
    has: Documents,
    lacks: Documents,
    whole: HashMap<DocumentId, Vec<ChangeHash>>,
    /// Which documents are behind at the one who has more, and at the other.
    behind: [Vec<DocumentId>; 2],
}

type Documents = HashMap<DocumentId, Vec<u8>>;

/// Exports the documents of two homes.
pub(crate) fn prepare(pair: &Pair) -> Outcome<Rivals> {
    let mut ids: HashMap<String, DocumentId> = HashMap::new();
    let mut documents = |home: &Home| -> Outcome<Documents> {
        let mut desk = Desk::open_existing(&home.dir)?;
        let mut found = Documents::new();
        for (ring, name, _) in desk.document_names(pair.town)? {
            // The quarters of the ledger alone: what else there is, both have.
            if ring == Ring::Commons && name.to_string().contains("-Q") {
                let seed = format!("{name:?}");
                let fresh = DocumentId::try_from(uuid(ids.len()))?;
                let id = ids.entry(seed).or_insert(fresh).clone();
                found.insert(id, desk.export_document(pair.town, ring, &name)?.bytes);
            }
        }
        Ok(found)
    };
    let (has, lacks) = (documents(&pair.has)?, documents(&pair.lacks)?);
    let (mut whole, mut behind) = (HashMap::new(), [Vec::new(), Vec::new()]);
    for (id, bytes) in &has {
        let mut document = Automerge::load(bytes)?;
        let ours = document.get_heads();
        let mut theirs = Automerge::load(lacks.get(id).map_or(&[], Vec::as_slice))?;
        let before = theirs.get_heads();
        document.merge(&mut theirs)?;
        let heads = document.get_heads();
        for (behind, had) in behind.iter_mut().zip([ours, before]) {
            if heads != had {
                behind.push(id.clone());
            }
        }
        whole.insert(id.clone(), heads);
    }
    Ok(Rivals { has, lacks, whole, behind })
}

fn uuid(number: usize) -> Vec<u8> {
    let mut bytes = [0x40; 16];
    bytes[8..].copy_from_slice(&(number as u64).to_be_bytes());
    bytes[8] = 0x80;
    bytes.to_vec()
}

pub(crate) async fn run(rivals: &Rivals, round_trip: Duration, lacking_dials: bool) -> Outcome<Measured> {
    let (has, lacks) = (Opened::of(&rivals.has).await?, Opened::of(&rivals.lacks).await?);
    let (calling, answering) = if lacking_dials { (&lacks, &has) } else { (&has, &lacks) };
    let mut road = Road::of(round_trip).await?;
    let transport = Transport::from_tokio_io(road.open().await?);
    calling.repo.dial(BackoffConfig::default(), Arc::new(Once(Mutex::new(Some(transport)))))?;
    let stream = road.called().await??;
    answering.repo.make_acceptor(url())?.accept(Transport::from_tokio_io(stream))?;
    let mut waiting = Vec::new();
    for (opened, behind) in [&has, &lacks].into_iter().zip(&rivals.behind) {
        for id in behind {
            let known = opened.handles.get(id).cloned();
            let (repo, id, heads) = (opened.repo.clone(), id.clone(), rivals.whole[id].clone());
            waiting.push(tokio::spawn(async move { whole(&repo, id, known, &heads).await }));
        }
    }
    let mut last: Option<Instant> = None;
    for one in waiting {
        last = last.max(Some(tokio::time::timeout(PATIENCE, one).await???));
    }
    let halves = road.tally.heard_by(End::Dialler).max(road.tally.heard_by(End::Called));
    if last.is_none() {
        let connection = calling.repo.when_connected(answering.repo.peer_id()).await?.id();
        for handle in calling.handles.values() {
            handle.they_have_our_changes(connection).await;
            handle.we_have_their_changes(connection).await;
        }
    }
    let rested = Instant::now();
    let rested_halves = road.tally.heard_by(End::Dialler);
    let mut before = None;
    while before != Some(road.tally.bytes()) {
        before = Some(road.tally.bytes());
        tokio::time::sleep(QUIET + 2 * round_trip).await;
    }
    let bytes = road.tally.bytes();
    let halves = if last.is_some() { halves } else { rested_halves };
    let measured = Measured { took: last.unwrap_or(rested) - road.since, bytes, halves, rested: None };
    calling.repo.stop().await;
    answering.repo.stop().await;
    road.close().await?;
    Ok(measured)
}

/// Waits until a document has these heads.
async fn whole(repo: &Repo, id: DocumentId, known: Option<DocHandle>, heads: &[ChangeHash]) -> Outcome<Instant> {
    let handle = match known {
        Some(handle) => handle,
        None => sought(repo, id).await?,
    };
    let mut changes = Box::pin(handle.changes());
    while handle.with_document(|document| document.get_heads()) != heads {
        changes.next().await.ok_or("the document was closed")?;
    }
    Ok(Instant::now())
}

/// Asks for a document until the other is there to give it.
async fn sought(repo: &Repo, id: DocumentId) -> Outcome<DocHandle> {
    let (mut state, mut states) = repo.search(id)?;
    loop {
        if let samod::SearchState::Found(handle) = state {
            return Ok(handle);
        }
        state = states.next().await.ok_or("the repo stopped")?;
    }
}

struct Opened {
    repo: Repo,
    handles: HashMap<DocumentId, DocHandle>,
}

impl Opened {
    /// Opens a repo with every document that it has loaded.
    async fn of(documents: &Documents) -> Outcome<Opened> {
        let mut stored: HashMap<String, HashMap<StorageKey, Vec<u8>>> = HashMap::new();
        for (id, bytes) in documents {
            let key = StorageKey::from_parts([id.to_string().as_str(), "snapshot", "0"]).map_err(|_| "a storage key")?;
            stored.insert(id.to_string(), HashMap::from([(key, bytes.clone())]));
        }
        let repo = Repo::build_tokio().with_storage(Memory(Arc::new(Mutex::new(stored)))).load().await;
        let mut handles = HashMap::new();
        for id in documents.keys() {
            let handle = repo.find(id.clone()).await?.ok_or("a stored document was not found")?;
            handles.insert(id.clone(), handle);
        }
        Ok(Opened { repo, handles })
    }
}

/// Storage in memory, found by document: samod's own looks through everything for each.
#[derive(Clone)]
struct Memory(Arc<Mutex<HashMap<String, HashMap<StorageKey, Vec<u8>>>>>);

fn document(key: &StorageKey) -> String {
    key.into_iter().next().cloned().unwrap_or_default()
}

impl Storage for Memory {
    async fn load(&self, key: StorageKey) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(&document(&key))?.get(&key).cloned()
    }

    async fn load_range(&self, prefix: StorageKey) -> HashMap<StorageKey, Vec<u8>> {
        let stored = self.0.lock().unwrap();
        let some = stored.get(&document(&prefix)).into_iter().flatten().filter(|(key, _)| prefix.is_prefix_of(key));
        some.map(|(key, bytes)| (key.clone(), bytes.clone())).collect()
    }

    async fn put(&self, key: StorageKey, data: Vec<u8>) {
        self.0.lock().unwrap().entry(document(&key)).or_default().insert(key, data);
    }

    async fn delete(&self, key: StorageKey) {
        if let Some(some) = self.0.lock().unwrap().get_mut(&document(&key)) {
            some.remove(&key);
        }
    }
}

/// Gives the one stream that is open already.
struct Once(Mutex<Option<Transport>>);

impl Dialer for Once {
    type Error = std::convert::Infallible;

    fn url(&self) -> Url {
        url()
    }

    fn connect(&self) -> BoxFuture<'static, Result<Transport, DialError<Self::Error>>> {
        let once = self.0.lock().unwrap().take();
        async move { once.ok_or_else(|| DialError::transient(std::io::Error::other("it was used"))) }.boxed()
    }
}

fn url() -> Url {
    Url::parse("bench://road").unwrap()
}
