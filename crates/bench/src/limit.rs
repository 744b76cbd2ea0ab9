//! The limit: whoever has more knows exactly which signed changes are missing, has their bytes at hand, and streams them; the other
//! applies them as they come. Nothing is asked, compared or confirmed.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use folkmoot::change::{SignedChange, VerifiedChange};
use folkmoot::fold::Fold;
use folkmoot::id::AssemblyId;
use folkmoot_archive::{Archive, ArchiveError};
use folkmoot_record::gate;
use folkmoot_sync::Frame;
use folkmoot_sync::frame::{HEAD_BYTES, announced};
use tokio::io::{AsyncReadExt, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::sync::mpsc;

use crate::homes::{Home, NOW, Pair};
use crate::road::{Road, Stream};
use crate::tally::End;
use crate::{Measured, Outcome};

/// As the session has it: how many bytes of changes one commit takes.
const COMMIT: usize = 1024 * 1024;

/// What is done with a change that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Applied {
    /// Signature, gate, archive, fold.
    Judged,
    /// Archive and fold.
    Trusted,
}

pub(crate) async fn run(pair: &Pair, round_trip: Duration, lacking_dials: bool, how: Applied) -> Outcome<Measured> {
    let (dialler, called) = (pair.at(End::Dialler, lacking_dials), pair.at(End::Called, lacking_dials));
    let (at_dialler, at_called) = (Applying::open(dialler, how)?, Applying::open(called, how)?);
    let (for_called, for_dialler) = (framed(called)?, framed(dialler)?);
    let mut road = Road::of(round_trip).await?;
    let accepting = road.called();
    // The other cannot see the stream before something is said.
    let knocks = for_called.is_empty();
    let answering = tokio::spawn(async move {
        let mut stream = accepting.await??;
        if knocks {
            stream.read_u8().await?;
        }
        let (hear, say) = tokio::io::split(stream);
        both(say, hear, for_dialler, at_called).await
    });
    let mut stream = road.open().await?;
    if knocks {
        stream.write_u8(0).await?;
    }
    let (hear, say) = tokio::io::split(stream);
    let at_dialler = both(say, hear, for_called, at_dialler).await?;
    let at_called = answering.await??;
    let bytes = road.tally.bytes();
    let halves = road.tally.heard_by(End::Dialler).max(road.tally.heard_by(End::Called));
    let last = [at_dialler, at_called].into_iter().flatten().max().unwrap_or(road.since);
    let measured = Measured { took: last - road.since, bytes, halves, rested: None };
    road.close().await?;
    Ok(measured)
}

fn framed(home: &Home) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    for change in &home.lacks {
        bytes.extend(Frame::Change(change.clone()).encode()?);
    }
    Ok(bytes)
}

/// Says and hears at once; gives the moment when all that was lacking is applied, if anything was.
async fn both(mut say: WriteHalf<Stream>, hear: ReadHalf<Stream>, bytes: Vec<u8>, applying: Applying) -> Outcome<Option<Instant>> {
    let saying = tokio::spawn(async move {
        say.write_all(&bytes).await?;
        say.flush().await?;
        Ok::<_, std::io::Error>(say)
    });
    let applied = apply(hear, applying).await?;
    // Kept until all is done, since to drop it would end the stream.
    drop(saying.await??);
    Ok(applied)
}

async fn apply(mut hear: ReadHalf<Stream>, mut applying: Applying) -> Outcome<Option<Instant>> {
    let mut left = applying.lacks;
    if left == 0 {
        return Ok(None);
    }
    // Heard while what came before is applied.
    let (hand_over, mut handed) = mpsc::channel::<Vec<Vec<u8>>>(1);
    let work = tokio::task::spawn_blocking(move || {
        while let Some(some) = handed.blocking_recv() {
            applying.apply(&some)?;
        }
        Ok::<_, Box<dyn std::error::Error + Send + Sync>>(Instant::now())
    });
    let (mut held, mut ready, mut ready_bytes) = (Vec::with_capacity(COMMIT), Vec::new(), 0);
    while left > 0 {
        if hear.read_buf(&mut held).await? == 0 {
            return Err("the stream ended early".into());
        }
        let mut rest = held.as_slice();
        while let Some(head) = rest.first_chunk::<HEAD_BYTES>() {
            let length = HEAD_BYTES + announced(*head)?;
            if rest.len() < length {
                break;
            }
            ready.push(rest[HEAD_BYTES..length].to_vec());
            ready_bytes += length - HEAD_BYTES;
            left -= 1;
            rest = &rest[length..];
        }
        let used = held.len() - rest.len();
        held.drain(..used);
        if ready_bytes > COMMIT || left == 0 {
            ready_bytes = 0;
            hand_over.send(std::mem::take(&mut ready)).await?;
        }
    }
    drop(hand_over);
    Ok(Some(work.await??))
}

/// A home that changes are applied to: the archive and what is folded of it.
struct Applying {
    archive: Archive,
    folds: BTreeMap<AssemblyId, Fold>,
    lacks: usize,
    how: Applied,
}

impl Applying {
    fn open(home: &Home, how: Applied) -> Outcome<Applying> {
        let archive = Archive::open_existing(Path::new(&home.dir))?;
        let mut folds = BTreeMap::new();
        for (_, change) in archive.changes_since(0, None)? {
            let assembly = change.assembly();
            folds.entry(assembly).or_insert_with(|| Fold::new(assembly)).add(change);
        }
        Ok(Applying { archive, folds, lacks: home.lacks.len(), how })
    }

    fn apply(&mut self, changes: &[Vec<u8>]) -> Outcome<()> {
        let Applying { archive, folds, how, .. } = self;
        archive.write(|writing| {
            for bytes in changes {
                let change = match how {
                    Applied::Judged => {
                        let change = SignedChange::decode(bytes)?.verify()?;
                        gate(&change)?;
                        change
                    }
                    Applied::Trusted => VerifiedChange::from_archive(bytes)?,
                };
                writing.insert_change(&change, NOW)?;
                let assembly = change.assembly();
                folds.entry(assembly).or_insert_with(|| Fold::new(assembly)).add(change);
            }
            Ok::<_, Failed>(())
        })?;
        Ok(())
    }
}

/// Why a change could not be applied.
#[derive(Debug)]
struct Failed(Box<dyn std::error::Error + Send + Sync>);

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failed {}

macro_rules! fails {
    ($($why:ty),*) => {$(
        impl From<$why> for Failed {
            fn from(why: $why) -> Failed {
                Failed(Box::new(why))
            }
        }
    )*};
}

fails!(ArchiveError, folkmoot::change::ChangeError, folkmoot_record::GateRefusal);
