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

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, option, prelude::*};

    use super::*;
    use crate::{Answer, Change, Kind, Managed, Verb};

    /// A file's name and what it should hold.
    type File = (String, Option<Vec<u8>>);

    fn files(most: usize) -> impl Strategy<Value = Vec<File>> {
        vec(("[a-z0-9][a-z0-9.-]{0,20}", option::of(vec(any::<u8>(), 0..200))), 1..most)
    }

    fn changes(files: &[File]) -> Vec<Change> {
        let change = |(name, content): &File| {
            let file = Managed { kind: Kind::ApacheSite, name: name.parse().unwrap() };
            Change { file, content: content.clone() }
        };
        files.iter().map(change).collect()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(files in files(20)) {
            let mut sent = Vec::new();
            write(&mut sent, &Verb::Publish(changes(&files))).unwrap();
            let mut rest = sent.as_slice();
            let verb = read::<Verb>(&mut rest).unwrap();
            prop_assert!(matches!(verb, Some(Verb::Publish(read)) if read == changes(&files)));
            prop_assert!(rest.is_empty());
        }

        #[test]
        fn what_is_cut_short_is_an_error(files in files(5), cut in any::<prop::sample::Index>()) {
            let mut sent = Vec::new();
            write(&mut sent, &Verb::Publish(changes(&files))).unwrap();
            let mut short = &sent[..cut.index(sent.len())];
            prop_assert!(matches!(read::<Verb>(&mut short), Ok(None) | Err(_)));
        }

        #[test]
        fn nonsense_is_an_error_and_no_more(bytes in vec(any::<u8>(), 0..300)) {
            let mut sent = u32::try_from(bytes.len()).unwrap().to_be_bytes().to_vec();
            sent.extend(bytes);
            drop(read::<Verb>(&mut sent.as_slice()));
            drop(read::<Result<Answer, crate::Refusal>>(&mut sent.as_slice()));
        }
    }

    #[test]
    fn a_length_beyond_the_longest_is_refused_before_it_is_read() {
        let mut endless = io::repeat(0xff);
        assert!(read::<Verb>(&mut endless).is_err());
    }

    #[test]
    fn a_name_that_leaves_its_folder_does_not_come_through() {
        for (name, comes) in [("a.test", true), ("../../etc/passwd", false), ("a\nb", false)] {
            let mut sent = Vec::new();
            let first_verb = 0_u32;
            let forged = (first_verb, vec![(Kind::ApacheSite, name, Some(b"x".to_vec()))]);
            write(&mut sent, &forged).unwrap();
            assert_eq!(read::<Verb>(&mut sent.as_slice()).is_ok(), comes, "{name}");
        }
    }
}
