//! An answer on its way from the thread that writes it to the connection: a small one in one piece,
//! a long one in pieces while it is written, no faster than the client reads.

use std::{
    io::{self, Write},
    mem,
    time::{Duration, Instant},
};

use axum::body::Body;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use tokio::sync::mpsc;

use crate::answer::Destination;

/// The size of a piece that is gathered: with the words around it, as much as TLS takes at two times.
/// Each wakes the thread that sends it.
const PIECE: usize = (128 << 10) - 64;

/// The size of what is sent as it is, instead of being gathered.
const LARGE: usize = PIECE / 2;

/// How many pieces may wait for the client.
const WAITING: usize = 2;

/// How long a client may take to read a long answer: meanwhile it holds a thread, and a snapshot of
/// the store.
const LONGEST: Duration = Duration::from_mins(10);

/// The body of an answer that was begun.
#[derive(Debug)]
pub(super) enum Content {
    /// All of it.
    Whole(Bytes),
    /// Its pieces.
    Pieces(mpsc::Receiver<Piece>),
}

/// A part of a long answer. One that ends without [`Piece::End`] was broken off.
#[derive(Debug)]
pub(super) enum Piece {
    /// What comes next.
    Bytes(Bytes),
    /// There is no more.
    End,
}

/// Where an answer is written, on a thread that may block.
pub(super) struct Out<F> {
    begin: Option<F>,
    pieces: Option<mpsc::Sender<Piece>>,
    buffer: Vec<u8>,
    due: Instant,
}

impl<F: FnOnce(Content)> Out<F> {
    /// An answer of which nothing is written. `begin` is called once, when it is clear whether the
    /// answer is long.
    pub(super) fn new(begin: F) -> Self {
        let due = Instant::now() + LONGEST;
        Self { begin: Some(begin), pieces: None, buffer: Vec::new(), due }
    }

    /// The answer is complete.
    pub(super) fn finish(mut self) -> io::Result<()> {
        if let Some(begin) = self.begin.take() {
            begin(Content::Whole(mem::take(&mut self.buffer).into()));
            return Ok(());
        }
        if !self.buffer.is_empty() {
            self.send()?;
        }
        self.give(Piece::End)
    }

    fn send(&mut self) -> io::Result<()> {
        if let Some(begin) = self.begin.take() {
            let (sender, receiver) = mpsc::channel(WAITING);
            self.pieces = Some(sender);
            begin(Content::Pieces(receiver));
        }
        let piece = mem::take(&mut self.buffer);
        self.give(Piece::Bytes(piece.into()))
    }

    fn give(&self, piece: Piece) -> io::Result<()> {
        if Instant::now() >= self.due {
            return Err(io::Error::new(io::ErrorKind::TimedOut, "the client reads too slowly"));
        }
        let sent = self.pieces.as_ref().map(|pieces| pieces.blocking_send(piece));
        if matches!(sent, Some(Ok(()))) {
            return Ok(());
        }
        Err(io::Error::new(io::ErrorKind::BrokenPipe, "the client is gone"))
    }
}

impl<F: FnOnce(Content)> Write for Out<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.buffer.is_empty() && self.pieces.is_some() {
            self.buffer.reserve(PIECE);
        }
        let taken = bytes.len().min(PIECE.saturating_sub(self.buffer.len()));
        self.buffer.extend_from_slice(bytes.get(..taken).unwrap_or(bytes));
        if self.buffer.len() >= PIECE {
            self.send()?;
        }
        Ok(taken)
    }

    /// Pieces go when they are full, however often the writer flushes.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<F: FnOnce(Content)> Destination for Out<F> {
    fn take(&mut self, bytes: Vec<u8>) -> io::Result<()> {
        if !self.buffer.is_empty() {
            return self.write_all(&bytes);
        }
        self.buffer = bytes;
        if self.buffer.len() >= LARGE { self.send() } else { Ok(()) }
    }
}

impl Content {
    /// As a body. One that was broken off fails, so that the client cannot take it for complete.
    pub(super) fn into_body(self) -> Body {
        match self {
            Self::Whole(bytes) => Body::from(bytes),
            // Compression asks once more after the end.
            Self::Pieces(pieces) => Body::from_stream(stream::unfold(Some(pieces), next).fuse()),
        }
    }
}

type Rest = Option<mpsc::Receiver<Piece>>;

async fn next(rest: Rest) -> Option<(io::Result<Bytes>, Rest)> {
    let mut pieces = rest?;
    match pieces.recv().await {
        Some(Piece::Bytes(bytes)) => Some((Ok(bytes), Some(pieces))),
        Some(Piece::End) => None,
        None => Some((Err(io::Error::other("the answer was broken off")), None)),
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc::channel, thread};

    use http_body_util::BodyExt;

    use super::*;

    /// Writes `bytes` on a thread, perhaps to the end; gives the body.
    fn written(bytes: Vec<u8>, finish: bool) -> Content {
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let mut out = Out::new(move |content| sender.send(content).unwrap());
            out.write_all(&bytes).unwrap();
            if finish {
                out.finish().unwrap();
            }
        });
        receiver.recv().unwrap()
    }

    #[tokio::test]
    async fn a_small_answer_is_whole() {
        let content = written(b"{}".to_vec(), true);
        assert!(matches!(&content, Content::Whole(bytes) if bytes == "{}"));
    }

    #[tokio::test]
    async fn a_long_answer_comes_in_pieces_in_order() {
        let long: Vec<u8> = (0..1_000_000_u32).flat_map(u32::to_le_bytes).collect();
        let content = written(long.clone(), true);
        assert!(matches!(content, Content::Pieces(_)));
        assert!(content.into_body().collect().await.unwrap().to_bytes() == long);
    }

    #[tokio::test]
    async fn what_is_taken_whole_keeps_its_place() {
        let (sender, receiver) = channel();
        let parts: Vec<Vec<u8>> =
            [3, LARGE, 1, 2 * PIECE, 5, 0, 7].map(|size| vec![size.to_le_bytes()[0]; size]).into();
        let all = parts.concat();
        thread::spawn(move || {
            let mut out = Out::new(move |content| sender.send(content).unwrap());
            for (place, part) in parts.into_iter().enumerate() {
                if place % 2 == 0 { out.write_all(&part).unwrap() } else { out.take(part).unwrap() }
            }
            out.finish().unwrap();
        });
        let body = receiver.recv().unwrap().into_body();
        assert!(body.collect().await.unwrap().to_bytes() == all);
    }

    #[tokio::test]
    async fn the_end_stays_the_end() {
        let mut body = written(vec![b'x'; 3 * PIECE], true).into_body();
        while body.frame().await.is_some() {}
        assert!(body.frame().await.is_none());
    }

    #[tokio::test]
    async fn an_answer_that_is_broken_off_fails() {
        let content = written(vec![b'x'; PIECE + 1], false);
        assert!(content.into_body().collect().await.is_err());
    }

    #[test]
    fn writing_ends_when_the_client_took_too_long() {
        let due = Instant::now();
        let mut out = Out { due, ..Out::new(drop::<Content>) };
        let cause = out.write_all(&vec![0; PIECE]).unwrap_err();
        assert_eq!(cause.kind(), io::ErrorKind::TimedOut);
    }

    #[test]
    fn writing_ends_when_the_client_is_gone() {
        let mut out = Out::new(drop::<Content>);
        let cause = out.write_all(&vec![0; 10 * PIECE]).unwrap_err();
        assert_eq!(cause.kind(), io::ErrorKind::BrokenPipe);
    }
}
