//! Chunks: a part of the list, from a record number on.

use api::{Error, Form, Result, Value, object};

/// The part asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    /// The first record, counted from 1.
    start: u64,
    /// How many at the most; none for all.
    size: Option<u64>,
}

impl Window {
    /// Reads it: a start before the first record is the first, a size below 1 is no bound.
    pub(super) fn read(form: &Form) -> Result<Self> {
        let positive = |name| {
            let number = number(form, name)?.and_then(|number| u64::try_from(number).ok());
            Ok(number.filter(|number| *number > 0))
        };
        Ok(Self {
            start: positive("api.chunk.start")?.unwrap_or(1),
            size: positive("api.chunk.size")?,
        })
    }

    /// How many records to skip, and how many to give at the most.
    pub(super) fn skip_and_take(self) -> (u64, u64) {
        (self.start - 1, self.size.unwrap_or(u64::MAX))
    }

    /// `metadata.chunk`: the window among so many records.
    pub(super) fn told(self, records: u64) -> Value {
        // Without a bound everything is one page.
        let size = self.size.unwrap_or(records);
        let page = self.size.map_or(0, |size| (self.start - 1) / size) + 1;
        let pages = if size == 0 { 0 } else { records.div_ceil(size) };
        object([
            ("start", self.start.into()),
            ("size", size.into()),
            ("current", page.into()),
            ("chunks", pages.into()),
            ("records", records.into()),
        ])
    }
}

fn number(form: &Form, name: &str) -> Result<Option<i64>> {
    let Some(text) = form.last(name).map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    text.parse().map(Some).map_err(|_| Error::param(name, "must be a whole number"))
}
