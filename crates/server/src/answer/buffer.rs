//! Text on its way out, gathered into large writes.

use std::io;

use super::Destination;

/// How much is gathered before it is written.
const SIZE: usize = 64 * 1024;

/// How much there is room for at first: most answers are small.
const SMALL: usize = 2 * 1024;

/// A buffer before a writer. The first failure is kept for [`Buffer::finish`]; what comes after it
/// is dropped, so that who writes need not look after each piece.
pub(super) struct Buffer<'a> {
    out: &'a mut dyn Destination,
    bytes: Vec<u8>,
    failure: Option<io::Error>,
}

impl<'a> Buffer<'a> {
    pub(super) fn new(out: &'a mut dyn Destination) -> Self {
        Self { out, bytes: Vec::with_capacity(SMALL), failure: None }
    }

    /// Adds bytes.
    #[inline]
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= SIZE {
            self.flush();
        }
    }

    /// Adds one byte.
    #[inline]
    pub(super) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
        if self.bytes.len() >= SIZE {
            self.flush();
        }
    }

    /// Whether a write failed.
    pub(super) fn lost(&self) -> bool {
        self.failure.is_some()
    }

    /// Writes what is left.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.flush();
        self.failure.map_or(Ok(()), Err)
    }

    #[cold]
    fn flush(&mut self) {
        if self.failure.is_none() {
            self.failure = self.out.write_all(&self.bytes).err();
        }
        self.bytes.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Full;

    impl Destination for Full {}

    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_failure_is_told_at_once_and_at_the_end() {
        let mut out = Full;
        let mut buffer = Buffer::new(&mut out);
        buffer.push(&vec![b'x'; SIZE - 1]);
        assert!(!buffer.lost());
        buffer.byte(b'x');
        assert!(buffer.lost());
        assert_eq!(buffer.finish().unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn nothing_is_lost_or_reordered_between_writes() {
        let mut out = Vec::new();
        let mut buffer = Buffer::new(&mut out);
        let pieces: Vec<Vec<u8>> = (0..=255).map(|n| vec![n; 1000 * usize::from(n)]).collect();
        for piece in &pieces {
            buffer.push(piece);
        }
        buffer.finish().unwrap();
        assert_eq!(out, pieces.concat());
    }
}
