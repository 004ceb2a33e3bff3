//! An answer that is gathered in memory, as long as it is short.

use std::io::{self, Write};

use super::stream::Content;
use crate::answer::Destination;

/// How long an answer may be whose rows are read while it is written: they can be read again, and not
/// much is lost. All else is in memory already, and is written whatever its length.
const SHORT: usize = 16 << 10;

/// The answer. Writing fails where it becomes longer than it may.
pub(super) struct Short {
    bytes: Vec<u8>,
    most: usize,
}

impl Default for Short {
    fn default() -> Self {
        Self { bytes: Vec::new(), most: usize::MAX }
    }
}

impl Short {
    /// All of it.
    pub(super) fn into_content(self) -> Content {
        Content::Whole(self.bytes.into())
    }

    fn check(&self, more: usize) -> io::Result<()> {
        let fits = self.most.checked_sub(self.bytes.len()).is_some_and(|room| more <= room);
        if fits { Ok(()) } else { Err(io::ErrorKind::FileTooLarge.into()) }
    }
}

impl Write for Short {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.check(bytes.len())?;
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Destination for Short {
    fn expect(&mut self, rows: bool) {
        self.most = if rows { SHORT } else { usize::MAX };
    }

    fn portion(&self) -> usize {
        self.most
    }

    fn take(&mut self, bytes: Vec<u8>) -> io::Result<()> {
        if !self.bytes.is_empty() {
            return self.write_all(&bytes);
        }
        self.check(bytes.len())?;
        self.bytes = bytes;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_may_be_so_long_and_no_longer() {
        let mut out = Short::default();
        out.expect(true);
        out.take(vec![b'x'; SHORT - 1]).unwrap();
        out.write_all(b"x").unwrap();
        let problems = [out.take(vec![b'x']), out.write_all(b"x")].map(Result::unwrap_err);
        assert_eq!(problems.map(|problem| problem.kind()), [io::ErrorKind::FileTooLarge; 2]);
        let Content::Whole(bytes) = out.into_content() else { panic!("it came in pieces") };
        assert_eq!(bytes.len(), SHORT);
    }

    #[test]
    fn what_is_in_memory_is_written_whatever_its_length() {
        let mut out = Short::default();
        out.expect(false);
        out.write_all(&vec![b'x'; 10 * SHORT]).unwrap();
        out.take(vec![b'x'; 10 * SHORT]).unwrap();
        let Content::Whole(bytes) = out.into_content() else { panic!("it came in pieces") };
        assert_eq!(bytes.len(), 20 * SHORT);
    }
}
