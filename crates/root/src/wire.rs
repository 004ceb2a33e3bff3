//! Messages on the socket: their length in four bytes, then postcard.

use std::io::{self, Read, Write};

use serde::{Serialize, de::DeserializeOwned};

/// The longest message: the largest file that may be uploaded, and a little.
const LONGEST: u32 = 80 << 20;

/// Writes one message.
pub(crate) fn write<T: Serialize>(to: &mut impl Write, message: &T) -> io::Result<()> {
    let bytes = postcard::to_stdvec(message).map_err(io::Error::other)?;
    let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| io::Error::other("the message is too long"))?;
    to.write_all(&length.to_be_bytes())?;
    to.write_all(&bytes)?;
    to.flush()
}

/// Reads one message; [`None`] where the other side has ended.
pub(crate) fn read<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<T>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Ok(()) => {}
        Err(end) if end.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(other) => return Err(other),
    }
    let length = u32::from_be_bytes(length);
    if length > LONGEST {
        return Err(io::Error::other("the message is too long"));
    }
    let mut bytes = Vec::new();
    from.take(length.into()).read_to_end(&mut bytes)?;
    postcard::from_bytes(&bytes).map(Some).map_err(io::Error::other)
}
