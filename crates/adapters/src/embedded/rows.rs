//! Records as lists of cells, as the machine keeps them.

use api::{
    Error, Result,
    records::{Cell, Record, Row},
};

/// Records as the cells of their rows.
pub(super) fn cells<T: Record>(records: &[T]) -> Vec<Vec<Cell<'_>>> {
    records.iter().map(Record::cells).collect()
}

/// The records of these rows.
pub(super) fn records<T: Record>(rows: &[Vec<Cell<'_>>]) -> Result<Vec<T>> {
    rows.iter().map(|row| T::read(&CellRow(row))).collect()
}

/// Cells, read as a row.
pub(super) struct CellRow<'a>(pub(super) &'a [Cell<'a>]);

impl Row for CellRow<'_> {
    fn is_null(&self, place: usize) -> Result<bool> {
        Ok(matches!(self.0.get(place), Some(Cell::Null)))
    }

    fn int(&self, place: usize) -> Result<Option<i64>> {
        match self.0.get(place) {
            Some(Cell::Int(number)) => Ok(Some(*number)),
            Some(Cell::Null) => Ok(None),
            _ => Err(Error::internal(format!("the cell {place} is no number"))),
        }
    }

    fn text(&self, place: usize) -> Result<Option<&str>> {
        match self.0.get(place) {
            Some(Cell::Text(text)) => Ok(Some(text)),
            Some(Cell::Null) => Ok(None),
            _ => Err(Error::internal(format!("the cell {place} is no text"))),
        }
    }
}
