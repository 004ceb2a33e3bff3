//! Where an answer goes.

use std::{
    io::{self, BufWriter, Write},
    os::unix::net::UnixStream,
};

/// A writer that may keep what it is given as it is, without a copy.
pub trait Destination: Write {
    /// Learns, before anything is written, whether rows are still to be read for the answer.
    fn expect(&mut self, _rows: bool) {}

    /// How many bytes it had best be given at a time: nearly as many as TLS takes at two times, since
    /// each time wakes the thread that sends them.
    fn portion(&self) -> usize {
        126 << 10
    }

    /// Writes all of these bytes.
    fn take(&mut self, bytes: Vec<u8>) -> io::Result<()> {
        self.write_all(&bytes)
    }
}

impl Destination for Vec<u8> {}

impl Destination for BufWriter<UnixStream> {}
