//! What a change did to the rows of the store, so that it can be taken back.

use api::{
    Result,
    records::{Cell, Record, Tx, Where},
};

/// What was done to a row.
pub(super) enum Undo {
    /// It was added so.
    Inserted(Stored),
    /// It was the one and became the other.
    Replaced { before: Stored, after: Stored },
    /// It was so and was removed.
    Removed(Stored),
    /// To a number in it this was added.
    Added {
        table: &'static str,
        column: &'static str,
        by: i64,
        key: Vec<(&'static str, Cell<'static>)>,
    },
}

/// Puts all rows back, or none: where one is no longer as the change left it, somebody else has
/// changed it, and the transaction must be dropped. Gives whether they were put back.
pub(super) fn restore(tx: &dyn Tx, undo: Vec<Undo>) -> Result<bool> {
    for row in undo.into_iter().rev() {
        if !row.take_back(tx)? {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Undo {
    /// Makes the row as it was; gives whether it still was as the change left it.
    fn take_back(self, tx: &dyn Tx) -> Result<bool> {
        let rows = match self {
            Self::Inserted(row) => tx.delete_rows(row.table, &row.is_so())?,
            Self::Replaced { before, after } => {
                tx.update_rows(before.table, &before.columns(), &after.is_so())?
            }
            Self::Removed(row) if tx.count_rows(row.table, &row.has_key())? > 0 => 0,
            Self::Removed(row) => {
                tx.insert_row(row.table, row.columns, &row.cells)?;
                1
            }
            Self::Added { table, column, by, key } => {
                tx.add_to(table, column, -by, &conditions(key))?
            }
        };
        Ok(rows > 0)
    }
}

/// A row, whatever its type.
pub(super) struct Stored {
    table: &'static str,
    columns: &'static [&'static str],
    key: &'static [&'static str],
    cells: Vec<Cell<'static>>,
}

impl Stored {
    pub(super) fn of<T: Record>(record: &T) -> Self {
        let cells = record.cells().into_iter().map(Cell::into_owned).collect();
        Self { table: T::TABLE, columns: T::COLUMNS, key: T::KEY, cells }
    }

    fn columns(&self) -> Vec<(&'static str, Cell<'static>)> {
        self.columns.iter().copied().zip(self.cells.iter().cloned()).collect()
    }

    /// That all of it is so.
    fn is_so(&self) -> Vec<Where<'static>> {
        conditions(self.columns())
    }

    /// That there is a row of its key.
    fn has_key(&self) -> Vec<Where<'static>> {
        let mut columns = self.columns();
        columns.retain(|(column, _)| self.key.contains(column));
        conditions(columns)
    }
}

/// That each column is so.
pub(super) fn conditions(key: Vec<(&'static str, Cell<'static>)>) -> Vec<Where<'static>> {
    key.into_iter().map(|(column, cell)| Where::Is(column, cell)).collect()
}
