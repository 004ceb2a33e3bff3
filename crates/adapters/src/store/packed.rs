//! Rows as SQLite gives them: all cells in one. Asked cell by cell, it takes a dozen calls for each;
//! a function of ours within the statement is handed all of them at once, and what it makes of them
//! is read here.

use api::{Error, Result, records::Row};
use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
    types::{Type, ValueRef},
};

use super::mismatch;

/// What stands in a statement before the columns, and behind them.
pub(super) const AROUND: (&str, &str) = ("cells(", ")");

/// A row begins with how many columns it has, little end first as all its numbers.
const HEAD: usize = 4;

/// How long the part of a cell is that comes next, as long for each: its kind and its number, or
/// where among the texts, which come last, its text begins and how long it is.
const WIDTH: usize = 9;

/// The kinds of cells.
const NULL: u8 = 0;
const INT: u8 = 1;
const TEXT: u8 = 2;
const REAL: u8 = 3;
const BLOB: u8 = 4;

/// How long texts of a row are expected to be, so that its bytes seldom grow.
const TEXTS: usize = 256;

/// Teaches a connection the function.
pub(super) fn teach(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    let name = AROUND.0.trim_end_matches('(');
    connection.create_scalar_function(name, -1, flags, pack)
}

/// All cells in one.
fn pack(cells: &Context<'_>) -> rusqlite::Result<Vec<u8>> {
    let texts = HEAD + cells.len() * WIDTH;
    let mut bytes = Vec::with_capacity(texts + TEXTS);
    bytes.extend_from_slice(&short(cells.len())?.to_le_bytes());
    bytes.resize(texts, NULL);
    for place in 0..cells.len() {
        let (kind, value) = match cells.get_raw(place) {
            ValueRef::Null => continue,
            ValueRef::Integer(number) => (INT, number.to_le_bytes()),
            ValueRef::Real(_) => (REAL, [0; 8]),
            ValueRef::Blob(_) => (BLOB, [0; 8]),
            ValueRef::Text(text) => {
                let begin = bytes.len() - texts;
                bytes.extend_from_slice(text);
                (TEXT, span(begin, text.len())?)
            }
        };
        let part = bytes.get_mut(HEAD + place * WIDTH..);
        if let Some([its_kind, its_value @ ..]) = part.and_then(<[u8]>::first_chunk_mut::<WIDTH>) {
            (*its_kind, *its_value) = (kind, value);
        }
    }
    Ok(bytes)
}

/// Where a text begins and, in the lower half, how long it is.
fn span(begin: usize, length: usize) -> rusqlite::Result<[u8; 8]> {
    let (begin, length) = (short(begin)?, short(length)?);
    Ok((u64::from(begin) << 32 | u64::from(length)).to_le_bytes())
}

fn short(number: usize) -> rusqlite::Result<u32> {
    let too_long = |_| rusqlite::Error::UserFunctionError("a row is too long".into());
    u32::try_from(number).map_err(too_long)
}

/// The bytes of a row, in the one cell that a statement gives.
pub(super) fn bytes<'a>(row: &'a rusqlite::Row<'_>) -> Result<&'a [u8]> {
    match row.get_ref(0).map_err(Error::internal)? {
        ValueRef::Blob(bytes) => Ok(bytes),
        other => Err(mismatch(0, "a row", other.data_type())),
    }
}

/// A row.
pub(super) struct Packed<'a> {
    parts: &'a [[u8; WIDTH]],
    /// All texts of the row, checked at once.
    texts: &'a str,
}

impl<'a> Packed<'a> {
    /// The row in these bytes.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self> {
        let none = || Error::internal("a row has no end");
        let (count, rest) = bytes.split_first_chunk::<HEAD>().ok_or_else(none)?;
        let count = usize::try_from(u32::from_le_bytes(*count)).map_err(Error::internal)?;
        let (parts, texts) = rest.split_at_checked(count * WIDTH).ok_or_else(none)?;
        let texts = str::from_utf8(texts).map_err(Error::internal)?;
        Ok(Self { parts: parts.as_chunks().0, texts })
    }

    fn part(&self, place: usize) -> Result<(u8, [u8; 8])> {
        match self.parts.get(place) {
            Some([kind, value @ ..]) => Ok((*kind, *value)),
            None => Err(Error::internal(format!("a row has no column {place}"))),
        }
    }

    fn text_at(&self, span: [u8; 8]) -> Result<&'a str> {
        let span = u64::from_le_bytes(span);
        let whole = |number| usize::try_from(number).map_err(Error::internal);
        let (begin, length) = (whole(span >> 32)?, whole(span & u64::from(u32::MAX))?);
        let text = self.texts.get(begin..).and_then(|rest| rest.get(..length));
        text.ok_or_else(|| Error::internal("a text of a row is not whole"))
    }
}

impl Row for Packed<'_> {
    fn int(&self, place: usize) -> Result<Option<i64>> {
        match self.part(place)? {
            (INT, value) => Ok(Some(i64::from_le_bytes(value))),
            (NULL, _) => Ok(None),
            (other, _) => Err(mismatch(place, "a whole number", named(other))),
        }
    }

    fn text(&self, place: usize) -> Result<Option<&str>> {
        match self.part(place)? {
            (TEXT, span) => self.text_at(span).map(Some),
            (NULL, _) => Ok(None),
            (other, _) => Err(mismatch(place, "text", named(other))),
        }
    }

    fn is_null(&self, place: usize) -> Result<bool> {
        Ok(self.part(place)?.0 == NULL)
    }
}

fn named(kind: u8) -> Type {
    match kind {
        INT => Type::Integer,
        TEXT => Type::Text,
        REAL => Type::Real,
        BLOB => Type::Blob,
        _ => Type::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `look` finds in the row that these expressions make.
    fn row<T>(expressions: &str, look: impl FnOnce(&Packed<'_>) -> T) -> T {
        let connection = Connection::open_in_memory().unwrap();
        teach(&connection).unwrap();
        let sql = format!("SELECT {}{expressions}{}", AROUND.0, AROUND.1);
        let mut statement = connection.prepare(&sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        look(&Packed::read(bytes(rows.next().unwrap().unwrap()).unwrap()).unwrap())
    }

    #[test]
    fn each_cell_is_what_it_was() {
        let least = i64::MIN;
        row(&format!("NULL, {least}, 'Grüße', '', -1, 'end'"), |row| {
            assert_eq!(row.int(1).unwrap(), Some(least));
            assert_eq!(row.int(4).unwrap(), Some(-1));
            let texts = [2, 3, 5].map(|place| row.text(place).unwrap());
            assert_eq!(texts, [Some("Grüße"), Some(""), Some("end")]);
            assert_eq!((row.int(0).unwrap(), row.text(0).unwrap()), (None, None));
            let nulls = [0, 1, 3].map(|place| row.is_null(place).unwrap());
            assert_eq!(nulls, [true, false, false]);
        });
    }

    #[test]
    fn a_cell_of_another_type_or_beyond_the_last_is_refused() {
        row("1, 'a text of some length', 1.5, x'00'", |row| {
            for place in [1, 2, 3, 4, usize::MAX] {
                assert!(row.int(place).is_err(), "{place}");
            }
            for place in [0, 2, 3, 4] {
                assert!(row.text(place).is_err(), "{place}");
            }
            assert!(row.is_null(4).is_err());
        });
    }

    #[test]
    fn a_text_that_is_none_is_refused() {
        for bytes in [b"\xff".as_slice(), b"\xc3", b"a\xe2\x82"] {
            let mut packed = vec![1, 0, 0, 0, TEXT];
            packed.extend(span(0, bytes.len()).unwrap());
            packed.extend(bytes);
            assert!(Packed::read(&packed).is_err(), "{bytes:?}");
        }
        let mut cut = vec![1, 0, 0, 0, TEXT];
        cut.extend(span(0, 1).unwrap());
        cut.extend("é".as_bytes());
        assert!(Packed::read(&cut).unwrap().text(0).is_err());
    }
}
