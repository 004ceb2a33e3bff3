//! Whether two sources have the same rows, in whatever order: a digest of each is kept.

use std::collections::BTreeMap;

use api::{Error, Kind, Result};
use sha2::{Digest as _, Sha256};

use super::{Cell, Sink, Source};

type Digest = [u8; 32];

/// The rows of each table that has any.
#[derive(Default)]
pub(super) struct Tally(BTreeMap<String, Vec<Digest>>);

/// Fills, and remembers what with.
pub(super) struct Tallying<'a> {
    pub(super) sink: &'a mut dyn Sink,
    pub(super) tally: &'a mut Tally,
}

impl Sink for Tallying<'_> {
    fn insert(&mut self, table: &str, columns: &[String], row: &[Cell]) -> Result<()> {
        self.tally.add(table, columns, row)?;
        self.sink.insert(table, columns, row)
    }
}

impl Tally {
    /// Adds a row. A column that it has and a value by another name are not the same.
    fn add(&mut self, table: &str, columns: &[String], row: &[Cell]) -> Result<()> {
        let mut named: Vec<_> = columns.iter().zip(row).collect();
        named.sort_unstable_by_key(|(column, _)| *column);
        let text = serde_json::to_vec(&named).map_err(Error::internal)?;
        self.0.entry(table.to_owned()).or_default().push(Sha256::digest(text).into());
        Ok(())
    }

    /// Adds each row that a source has.
    pub(super) fn add_all_of(&mut self, source: &mut dyn Source) -> Result<()> {
        for (table, columns) in source.tables()? {
            source.rows(&table, &columns, &mut |row| self.add(&table, &columns, &row))?;
        }
        Ok(())
    }

    /// Refuses where another has other rows.
    pub(super) fn compare(mut self, mut other: Self) -> Result<()> {
        self.0.values_mut().chain(other.0.values_mut()).for_each(|rows| rows.sort_unstable());
        let tables = self.0.keys().chain(other.0.keys());
        let differs = |table: &&String| self.0.get(*table) != other.0.get(*table);
        match tables.into_iter().find(differs) {
            None => Ok(()),
            Some(table) => {
                let said =
                    format!("The rows of {table} are not as they were once they are restored.");
                Err(Error::new(Kind::Conflict, said))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(table: &str, column: &str, rows: &[i64]) -> Tally {
        let mut tally = Tally::default();
        for row in rows {
            tally.add(table, &[column.to_owned()], &[Cell::Int(*row)]).unwrap();
        }
        tally
    }

    #[test]
    fn the_order_is_the_same_to_it_and_nothing_else_is() {
        let one = || tally("t", "a", &[1, 2, 2]);
        assert!(one().compare(tally("t", "a", &[2, 1, 2])).is_ok());
        for other in [
            tally("t", "a", &[1, 2]),
            tally("t", "a", &[1, 1, 2]),
            tally("t", "b", &[1, 2, 2]),
            tally("u", "a", &[1, 2, 2]),
            Tally::default(),
        ] {
            assert!(one().compare(other).is_err());
        }
    }
}
