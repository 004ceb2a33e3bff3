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

    /// A part from a record on.
    pub(super) fn new(start: u64, size: Option<u64>) -> Self {
        Self { start, size }
    }

    /// How many records to skip, and how many to give at the most.
    pub(super) fn skip_and_take(self) -> (u64, u64) {
        (self.start - 1, self.size.unwrap_or(u64::MAX))
    }

    /// `metadata.chunk`: the window among so many records.
    pub(super) fn told(self, records: u64) -> Value {
        let [size, page, pages] = self.pages(records);
        object([
            ("start", self.start.into()),
            ("size", size.into()),
            ("current", page.into()),
            ("chunks", pages.into()),
            ("records", records.into()),
        ])
    }

    /// The same as the interfaces of accounts tell it.
    pub(super) fn told_as_page(self, records: u64) -> Value {
        let [size, page, pages] = self.pages(records);
        object([
            ("total_pages", pages.into()),
            ("total_results", records.into()),
            ("current_page", page.into()),
            ("results_per_page", size.into()),
            ("start_result", self.start.into()),
        ])
    }

    /// How much is on a page, which one this is, how many there are. Without a bound everything is
    /// one page.
    fn pages(self, records: u64) -> [u64; 3] {
        let size = self.size.unwrap_or(records);
        let page = self.size.map_or(0, |size| (self.start - 1) / size) + 1;
        [size, page, if size == 0 { 0 } else { records.div_ceil(size) }]
    }
}

fn number(form: &Form, name: &str) -> Result<Option<i64>> {
    let Some(text) = form.last(name).map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    text.parse().map(Some).map_err(|_| Error::param(name, "must be a whole number"))
}
