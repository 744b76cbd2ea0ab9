//! Saying: what is queued becomes bytes, a few at a time.
//!
//! **Invariant:** what the other may be given is asked before anything is said, if something was recorded since it last was; nothing is read from
//! the records before its turn has come.

use folkmoot::id::ChangeHash;

use super::{Out, Session, Stage};
use crate::frame::Frame;
use crate::holder::Holder;
use crate::limits::Dropped;
use crate::talk::Talk;

/// How many bytes are said at once.
const CHUNK: usize = 64 * 1024;

impl Session {
    /// The next bytes to send, in whole frames; none when there is nothing to say now.
    ///
    /// # Errors
    /// [`Dropped`] when the other is welcome no longer, or this side cannot read its records.
    pub(crate) fn say<H: Holder>(&mut self, holder: &mut H, now_ms: u64) -> Result<Option<Vec<u8>>, Dropped> {
        self.stand(holder)?;
        if self.news && self.stage == Stage::Quiet {
            self.news = false;
            if self.turn == 0 || self.scope.summary(holder) != self.ours {
                self.begin(holder)?;
            }
        }
        let mut bytes = Vec::new();
        while bytes.len() < CHUNK {
            let Some(out) = self.out.pop_front() else { break };
            match out {
                Out::Frame(frame) => bytes.extend(frame.encode().map_err(Dropped::ours)?),
                Out::Changes(mut hashes) => {
                    let some: Vec<ChangeHash> = hashes.drain(..hashes.len().min(64)).collect();
                    for change in holder.changes(&some).map_err(Dropped::ours)? {
                        bytes.extend(Frame::Change(change).encode().map_err(Dropped::ours)?);
                    }
                    self.gave += some.len();
                    self.progress |= !some.is_empty();
                    self.theirs.extend(some);
                    if !hashes.is_empty() {
                        self.out.push_front(Out::Changes(hashes));
                    }
                }
                Out::Beside(assembly, mut wanted) => {
                    let Some(next) = wanted.pop_front() else { continue };
                    let frame = holder.beside(assembly, self.scope.inside(&assembly), next).map_err(Dropped::ours)?;
                    if let Some(frame) = frame {
                        bytes.extend(frame.encode().map_err(Dropped::ours)?);
                    }
                    self.out.push_front(Out::Beside(assembly, wanted));
                }
                Out::Said => {
                    bytes.extend(Frame::Talk(Talk::Said).encode().map_err(Dropped::ours)?);
                    self.said = true;
                    self.end(holder)?;
                }
            }
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        self.limits.said(now_ms);
        Ok(Some(bytes))
    }
}
