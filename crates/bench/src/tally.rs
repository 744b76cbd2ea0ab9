//! What was said over a stream: how many bytes, and how many half round trips one after the other.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// One of the two ends of a road.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The one that calls.
    Dialler,
    /// The one that is called.
    Called,
}

impl End {
    pub(crate) fn other(self) -> End {
        match self {
            End::Dialler => End::Called,
            End::Called => End::Dialler,
        }
    }
}

#[derive(Debug, Default)]
struct Way {
    said: u64,
    heard: u64,
    /// Up to where each piece goes, and how deep it is.
    pieces: VecDeque<(u64, u32)>,
}

/// What was said. The depth of a piece is one more than that of the deepest piece which its sender had heard before.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally(Arc<Mutex<Told>>);

#[derive(Debug, Default)]
struct Told {
    ways: [Way; 2],
    heard: [u32; 2],
}

impl Tally {
    pub(crate) fn said(&self, by: End, bytes: usize) {
        let mut told = self.0.lock().unwrap();
        let depth = told.heard[by as usize] + 1;
        let way = &mut told.ways[by as usize];
        way.said += bytes as u64;
        way.pieces.push_back((way.said, depth));
    }

    pub(crate) fn heard(&self, by: End, bytes: usize) {
        let mut told = self.0.lock().unwrap();
        let way = &mut told.ways[by.other() as usize];
        way.heard += bytes as u64;
        let mut depth = 0;
        while let Some((until, of)) = way.pieces.front().copied() {
            depth = of;
            if until > way.heard {
                break;
            }
            way.pieces.pop_front();
            if until == way.heard {
                break;
            }
        }
        told.heard[by as usize] = told.heard[by as usize].max(depth);
    }

    /// How many bytes were said in both directions.
    pub(crate) fn bytes(&self) -> u64 {
        self.0.lock().unwrap().ways.iter().map(|way| way.said).sum()
    }

    /// How many bytes were heard in both directions.
    pub(crate) fn arrived(&self) -> u64 {
        self.0.lock().unwrap().ways.iter().map(|way| way.heard).sum()
    }

    /// After how many half round trips an end has heard what it has heard.
    pub(crate) fn heard_by(&self, end: End) -> u32 {
        self.0.lock().unwrap().heard[end as usize]
    }
}

/// A stream whose bytes are counted.
pub(crate) struct Counted<S> {
    pub(crate) stream: S,
    pub(crate) end: End,
    pub(crate) tally: Tally,
}

impl<S: AsyncRead + Unpin> AsyncRead for Counted<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        let before = into.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, into))?;
        let length = into.filled().len() - before;
        if length > 0 {
            self.tally.heard(self.end, length);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Counted<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        let length = ready!(Pin::new(&mut self.stream).poll_write(context, bytes))?;
        self.tally.said(self.end, length);
        Poll::Ready(Ok(length))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
