//! The body of a request, read within bounds of size and time.

use std::time::Duration;

use axum::body::HttpBody;
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode, header};
use http_body_util::BodyExt;
use tokio::time::{Instant, timeout_at};

/// The longest body.
pub(super) const LONGEST: u64 = 16 << 20;

/// The longest body that is read before it is known who sends it.
pub(super) const SMALL: u64 = 64 << 10;

/// How fast a body must come.
#[derive(Debug, Clone, Copy)]
struct Pace {
    /// The longest wait for the next bytes, and the time that the slowest rate is not asked of.
    wait: Duration,
    /// The slowest rate, in bytes a second.
    slowest: u64,
}

const PACE: Pace = Pace { wait: Duration::from_secs(30), slowest: 1 << 10 };

/// Why a body is not read to its end. The connection is closed after the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyFault {
    /// It is longer than may be.
    TooLarge,
    /// It is compressed.
    Encoded,
    /// It comes too slowly.
    TooSlow,
    /// The connection broke, or the body lies about its length.
    Broken,
}

impl BodyFault {
    /// The status of the answer.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Encoded => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Broken => StatusCode::BAD_REQUEST,
        }
    }

    /// What the caller is told.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::TooLarge => "The body of the request is longer than 16 MiB.",
            Self::Encoded => "The body of the request is compressed; send it as it is.",
            Self::TooSlow => "The body of the request came too slowly.",
            Self::Broken => "The body of the request is not complete.",
        }
    }
}

/// A body that is being read.
pub(super) struct Reader<B> {
    body: B,
    read: BytesMut,
    declared: Option<u64>,
    pace: Pace,
    began: Instant,
    ended: bool,
}

impl<B: HttpBody<Data = Bytes> + Unpin> Reader<B> {
    /// Begins with a body, unless its headers already say that it will not be read.
    pub(super) fn new(headers: &HeaderMap, body: B) -> Result<Self, BodyFault> {
        if headers.get_all(header::CONTENT_ENCODING).iter().any(|coding| coding != "identity") {
            return Err(BodyFault::Encoded);
        }
        let declared = body.size_hint().exact();
        if declared.is_some_and(|length| length > LONGEST) {
            return Err(BodyFault::TooLarge);
        }
        let ended = body.is_end_stream();
        let (read, began) = (BytesMut::new(), Instant::now());
        Ok(Self { body, read, declared, pace: PACE, began, ended })
    }

    /// Reads the body if it is small; whether all of it is there.
    pub(super) async fn read_small(&mut self) -> Result<bool, BodyFault> {
        if self.declared.is_none_or(|length| length <= SMALL) {
            self.read_until(SMALL).await?;
        }
        Ok(self.ended)
    }

    /// Reads what is left; the whole body.
    pub(super) async fn read_all(mut self) -> Result<Bytes, BodyFault> {
        self.read_until(LONGEST).await?;
        if self.ended { Ok(self.read.freeze()) } else { Err(BodyFault::TooLarge) }
    }

    fn length(&self) -> u64 {
        u64::try_from(self.read.len()).unwrap_or(u64::MAX)
    }

    async fn read_until(&mut self, most: u64) -> Result<(), BodyFault> {
        while !self.ended && self.length() <= most {
            let Pace { wait, slowest } = self.pace;
            let due = self.began + wait + Duration::from_secs(self.length() / slowest);
            let due = due.min(Instant::now() + wait);
            let frame = timeout_at(due, self.body.frame()).await.map_err(|_| BodyFault::TooSlow)?;
            match frame {
                None => self.ended = true,
                Some(Err(_)) => return Err(BodyFault::Broken),
                Some(Ok(frame)) => {
                    if let Ok(bytes) = frame.into_data() {
                        self.read.extend_from_slice(&bytes);
                    }
                    self.ended = self.body.is_end_stream();
                }
            }
        }
        if self.length() > LONGEST { Err(BodyFault::TooLarge) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use axum::body::Body;
    use futures_util::{StreamExt, stream};

    use super::*;

    fn reader(body: Body) -> Reader<Body> {
        Reader::new(&HeaderMap::new(), body).unwrap()
    }

    /// A body of unknown length: that many pieces of 1 KiB.
    fn pieces(count: usize) -> Body {
        let piece = Bytes::from(vec![b'x'; 1024]);
        Body::from_stream(stream::iter(vec![Ok::<_, Infallible>(piece); count]))
    }

    #[tokio::test]
    async fn a_small_body_is_there_at_once_and_a_large_one_is_not() {
        let mut small = reader(Body::from("a=1"));
        assert!(small.read_small().await.unwrap());
        assert_eq!(small.read_all().await.unwrap(), "a=1");
        for body in [Body::from(vec![b'x'; 65 << 10]), pieces(65)] {
            let mut large = reader(body);
            assert!(!large.read_small().await.unwrap());
            assert_eq!(large.read_all().await.unwrap().len(), 65 << 10);
        }
        assert!(reader(Body::empty()).read_small().await.unwrap());
    }

    #[tokio::test]
    async fn a_body_beyond_the_limit_is_refused_by_its_length_and_while_it_comes() {
        let declared = Body::from(vec![0; (16 << 20) + 1]);
        let refused = Reader::new(&HeaderMap::new(), declared);
        assert_eq!(refused.err(), Some(BodyFault::TooLarge));
        assert_eq!(reader(pieces((16 << 10) + 1)).read_all().await, Err(BodyFault::TooLarge));
        assert_eq!(reader(pieces(16 << 10)).read_all().await.unwrap().len(), 16 << 20);
    }

    #[tokio::test]
    async fn a_compressed_body_is_refused_unread() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_ENCODING, "gzip".parse().unwrap());
        assert_eq!(Reader::new(&headers, Body::empty()).err(), Some(BodyFault::Encoded));
    }

    #[tokio::test]
    async fn a_body_that_stops_or_trickles_is_given_up() {
        let wait = Duration::from_millis(60);
        let hasty = |body| Reader { pace: Pace { wait, slowest: 1 << 10 }, ..reader(body) };
        let stopped = stream::iter([Ok::<_, Infallible>("a")]).chain(stream::pending());
        let fault = hasty(Body::from_stream(stopped)).read_all().await;
        assert_eq!(fault, Err(BodyFault::TooSlow));
        let drops = stream::repeat_with(|| Ok::<_, Infallible>("a"));
        let trickle = drops.then(async |drop| {
            tokio::time::sleep(Duration::from_millis(5)).await;
            drop
        });
        let fault = hasty(Body::from_stream(trickle)).read_all().await;
        assert_eq!(fault, Err(BodyFault::TooSlow));
    }
}
