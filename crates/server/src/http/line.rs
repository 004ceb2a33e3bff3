//! A client's connection with its patience: what hyper does not watch by itself. Heads must be
//! complete in time, answers must be read, and an end is said in a way that the last answer arrives.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Sleep, sleep},
};

/// How much a client must have read before its time to read begins anew.
const READ_AT_LEAST: usize = 64 << 10;

/// How much is still read, and thrown away, after the last answer.
const LINGER_BYTES: usize = 32 << 20;

/// The waits of a connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// For a whole head, from its first byte on.
    pub(super) head: Duration,
    /// For the client to read 64 KiB of an answer.
    pub(super) unread: Duration,
    /// For the client to close after the last answer.
    pub(super) linger: Duration,
}

/// Where a connection is between two requests; shared by the line and the service on it.
#[derive(Debug, Default)]
pub(super) struct Phase {
    answering: AtomicBool,
    begun: AtomicUsize,
}

impl Phase {
    /// A head was read; an answer is being made or sent until the body given to
    /// [`Phase::until_sent`] is gone.
    pub(super) fn begin(&self) {
        self.answering.store(true, Ordering::Release);
        self.begun.fetch_add(1, Ordering::AcqRel);
    }

    /// The body of an answer, whose end is the answer's.
    pub(super) fn until_sent<B>(self: Arc<Self>, body: B) -> Sent<B> {
        Sent { body, phase: self }
    }

    /// How many answers were begun.
    fn begun(&self) -> usize {
        self.begun.load(Ordering::Acquire)
    }

    fn is_answering(&self) -> bool {
        self.answering.load(Ordering::Acquire)
    }
}

/// The connection.
pub(super) struct Line<S> {
    stream: S,
    phase: Arc<Phase>,
    patience: Patience,
    /// The clock of the head that is awaited, and how many answers there were before it.
    head: Option<(Pin<Box<Sleep>>, usize)>,
    unread: Option<(Pin<Box<Sleep>>, usize)>,
    linger: Option<(Pin<Box<Sleep>>, usize)>,
}

impl<S> Line<S> {
    pub(super) fn new(stream: S, phase: Arc<Phase>, patience: Patience) -> Self {
        let head = Some((Box::pin(sleep(patience.head)), phase.begun()));
        Self { stream, phase, patience, head, unread: None, linger: None }
    }

    /// Whether the head that is awaited took too long.
    fn head_is_late(&mut self, cx: &mut Context<'_>) -> bool {
        self.forget_head();
        self.head.as_mut().is_some_and(|(clock, _)| clock.as_mut().poll(cx).is_ready())
    }

    /// Stops the clock of a head that was complete since.
    fn forget_head(&mut self) {
        let begun = self.phase.begun();
        self.head.take_if(|(_, before)| *before != begun);
    }

    /// Notes what became of an attempt to send; an error where the client reads nothing.
    fn sending<T>(
        &mut self,
        cx: &mut Context<'_>,
        done: Poll<io::Result<T>>,
        sent: impl Fn(&T) -> Option<usize>,
    ) -> Poll<io::Result<T>> {
        match &done {
            Poll::Ready(Ok(result)) => match (sent(result), &mut self.unread) {
                (Some(bytes), Some((_, left))) if bytes < *left => *left -= bytes,
                _ => self.unread = None,
            },
            Poll::Ready(Err(_)) => {}
            Poll::Pending => {
                let wait = self.patience.unread;
                let fresh = || (Box::pin(sleep(wait)), READ_AT_LEAST);
                let (clock, _) = self.unread.get_or_insert_with(fresh);
                if clock.as_mut().poll(cx).is_ready() {
                    return Poll::Ready(Err(late("the answer is not being read")));
                }
            }
        }
        done
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Line<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, into);
        if read.is_pending() {
            if self.head_is_late(cx) {
                return Poll::Ready(Err(late("the head of a request did not come in time")));
            }
            return Poll::Pending;
        }
        self.forget_head();
        if into.filled().len() > before && self.head.is_none() && !self.phase.is_answering() {
            self.head = Some((Box::pin(sleep(self.patience.head)), self.phase.begun()));
        }
        // The bytes that complete a head may come after its time, one by one.
        if self.head_is_late(cx) {
            return Poll::Ready(Err(late("the head of a request did not come in time")));
        }
        read
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Line<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if is_stray(&self.phase, bytes) {
            return Poll::Ready(Ok(bytes.len()));
        }
        let done = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.sending(cx, done, |bytes| Some(*bytes))
    }

    /// A head is the first of its parts.
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if parts.first().is_some_and(|head| is_stray(&self.phase, head)) {
            return Poll::Ready(Ok(parts.iter().map(|part| part.len()).sum()));
        }
        let done = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.sending(cx, done, |bytes| Some(*bytes))
    }

    /// Otherwise each piece of an answer is copied to where the others are, to be sent as one.
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let done = Pin::new(&mut self.stream).poll_flush(cx);
        self.sending(cx, done, |()| None)
    }

    /// Says the end, then reads until the client has said it too: closing over unread bytes would
    /// reset the connection, and the client might lose the last answer.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let line = &mut *self;
        if line.linger.is_none() {
            ready!(Pin::new(&mut line.stream).poll_shutdown(cx))?;
        }
        let wait = line.patience.linger;
        let fresh = || (Box::pin(sleep(wait)), LINGER_BYTES);
        let (clock, left) = line.linger.get_or_insert_with(fresh);
        let mut scrap = [0; 8 << 10];
        loop {
            let mut into = ReadBuf::new(&mut scrap);
            match Pin::new(&mut line.stream).poll_read(cx, &mut into) {
                Poll::Ready(Ok(())) if !into.filled().is_empty() && *left > 0 => {
                    *left = left.saturating_sub(into.filled().len());
                }
                Poll::Ready(_) => return Poll::Ready(Ok(())),
                Poll::Pending => return clock.as_mut().poll(cx).map(Ok),
            }
        }
    }
}

/// Whether these bytes are hyper's own answer to what stood behind a complete request. Some clients
/// send stray bytes there; they have had their answer, and a second one would be taken for it. Every
/// answer of ours names the server.
fn is_stray(phase: &Phase, bytes: &[u8]) -> bool {
    phase.begun() > 0
        && !phase.is_answering()
        && bytes.starts_with(b"HTTP/1.1 400 Bad Request\r\n")
        && !bytes.windows(NAMED.len()).any(|part| part == NAMED)
}

const NAMED: &[u8] = b"\r\nserver: ";

fn late(message: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, message)
}

/// A body that tells the connection when it is gone.
pub(super) struct Sent<B> {
    body: B,
    phase: Arc<Phase>,
}

impl<B> Drop for Sent<B> {
    fn drop(&mut self) {
        self.phase.answering.store(false, Ordering::Release);
    }
}

impl<B: Body<Data = Bytes> + Unpin> Body for Sent<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }
    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    const PATIENCE: Patience = Patience {
        head: Duration::from_millis(50),
        unread: Duration::from_millis(50),
        linger: Duration::from_millis(50),
    };

    #[tokio::test]
    async fn a_head_that_does_not_come_ends_the_line() {
        let (near, mut far) = duplex(1024);
        let mut line = Line::new(near, Arc::default(), PATIENCE);
        far.write_all(b"GET / HT").await.unwrap();
        let mut bytes = Vec::new();
        let cause = line.read_to_end(&mut bytes).await.unwrap_err();
        assert_eq!(cause.kind(), io::ErrorKind::TimedOut);
        assert_eq!(bytes, b"GET / HT");
    }

    #[tokio::test]
    async fn there_is_no_hurry_while_an_answer_is_made() {
        let (near, far) = duplex(1024);
        let phase = Arc::<Phase>::default();
        let mut line = Line::new(near, Arc::clone(&phase), PATIENCE);
        phase.begin();
        let wait = tokio::time::timeout(Duration::from_millis(200), line.read_u8()).await;
        assert!(wait.is_err(), "the line must still be open");
        drop(far);
    }

    #[tokio::test]
    async fn an_answer_that_nobody_reads_is_cut() {
        let (near, _far) = duplex(1024);
        let mut line = Line::new(near, Arc::default(), PATIENCE);
        let cause = line.write_all(&[0; 4096]).await.unwrap_err();
        assert_eq!(cause.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn only_the_parsers_own_refusal_after_an_answer_is_kept_back() {
        let (near, mut far) = duplex(1024);
        let phase = Arc::<Phase>::default();
        let mut line = Line::new(near, Arc::clone(&phase), PATIENCE);
        let (own, ours) = (
            b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n".as_slice(),
            b"HTTP/1.1 400 Bad Request\r\nserver: innkeeper\r\n\r\n".as_slice(),
        );
        line.write_all(own).await.unwrap();
        phase.begin();
        drop(Arc::clone(&phase).until_sent(()));
        line.write_all(own).await.unwrap();
        line.write_all(ours).await.unwrap();
        line.shutdown().await.unwrap();
        drop(line);
        let mut seen = Vec::new();
        far.read_to_end(&mut seen).await.unwrap();
        assert_eq!(seen, [own, ours].concat());
    }
}
