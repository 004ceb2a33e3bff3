//! The bodies of answers, counted as they are sent.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::{
    fs::File,
    io::{AsyncRead as _, ReadBuf},
};

use super::Meter;

/// How much of a file is read at once.
const PIECE: usize = 64 << 10;

/// A body: of a site, a page or a file.
pub(super) struct Body {
    source: Source,
    left: u64,
    sent: u64,
    counted: Option<(String, Meter)>,
}

enum Source {
    Text(Bytes),
    File(File),
}

impl Body {
    /// A text.
    pub(super) fn text(text: String) -> Self {
        let text = Bytes::from(text);
        let left = text.len().try_into().unwrap_or(u64::MAX);
        Self { source: Source::Text(text), left, sent: 0, counted: None }
    }

    /// As much of a file.
    pub(super) fn file(file: std::fs::File, length: u64) -> Self {
        let source = Source::File(File::from_std(file));
        Self { source, left: length, sent: 0, counted: None }
    }

    /// The same, its bytes counted for that domain.
    pub(super) fn counted(self, domain: String, meter: Meter) -> Self {
        let mut body = self;
        body.counted = Some((domain, meter));
        body
    }

    fn give(&mut self, piece: Bytes) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let length = piece.len().try_into().unwrap_or(u64::MAX);
        self.left = self.left.saturating_sub(length);
        self.sent += length;
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        let piece = match &mut self.source {
            Source::Text(text) => std::mem::take(text),
            Source::File(file) => {
                let mut bytes = vec![0; left.min(PIECE)];
                let mut buffer = ReadBuf::new(&mut bytes);
                ready!(Pin::new(file).poll_read(cx, &mut buffer))?;
                let read = buffer.filled().len();
                bytes.truncate(read);
                Bytes::from(bytes)
            }
        };
        if piece.is_empty() {
            let shorter = io::Error::new(io::ErrorKind::UnexpectedEof, "the file became shorter");
            return Poll::Ready(Some(Err(shorter)));
        }
        self.give(piece)
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        if let (Some((domain, meter)), true) = (&self.counted, self.sent > 0) {
            meter(domain, self.sent);
        }
    }
}
