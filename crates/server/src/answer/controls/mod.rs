//! What callers ask of a list: filter, sort, chunk, columns, in this order. A source of rows takes
//! over what it can; the rest is done row by row, and only a sort that is left to us holds rows: as many as may be asked for.

mod account;
mod columns;
mod filter;
mod probe;
mod rows;
mod sort;
mod tape;
mod window;

use api::{Error, Form, Result, Value, object, reply::Narrow};

use self::{columns::Columns, filter::Filter, sort::Sort, window::Window};

pub(super) use self::{account::Dialect, rows::put};

/// The controls of one call; none of a kind where the caller did not enable it.
#[derive(Debug, Default)]
pub(super) struct Controls {
    filters: Option<Vec<Filter>>,
    sorts: Vec<Sort>,
    window: Option<Window>,
    columns: Option<Columns>,
}

/// What is told of the controls in `metadata`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// The page: its window, and how many rows there are after filtering.
    chunk: Option<(Window, u64)>,
    /// How many rows there were before filtering.
    filtered: Option<u64>,
}

impl Controls {
    /// Reads them; the error names the parameter at fault.
    pub(super) fn read(form: &Form) -> Result<Self> {
        Ok(Self {
            filters: enabled(form, "filter").then(|| filter::read(form)).transpose()?,
            sorts: if enabled(form, "sort") { sort::read(form)? } else { Vec::new() },
            window: enabled(form, "chunk").then(|| Window::read(form)).transpose()?,
            columns: enabled(form, "columns").then(|| Columns::read(form)),
        })
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        !self.narrow() && self.columns.is_none()
    }

    /// Whether they change which rows there are, or their order.
    fn narrow(&self) -> bool {
        self.filters.is_some() || !self.sorts.is_empty() || self.window.is_some()
    }

    fn filters(&self) -> &[Filter] {
        self.filters.as_deref().unwrap_or_default()
    }

    /// What a source is asked to take over.
    fn wish(&self) -> Narrow {
        let equal: Vec<_> = self.filters().iter().filter_map(Filter::as_equal).collect();
        Narrow {
            others: equal.len() < self.filters().len(),
            equal,
            sort: match self.sorts.as_slice() {
                [sort] => sort.as_text(),
                _ => None,
            },
            sorted: !self.sorts.is_empty(),
            window: self.window.map(Window::skip_and_take),
        }
    }
}

impl Counts {
    /// The keys for `metadata`, in order.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'static str, Value)> {
        let chunk = self.chunk.map(|(window, records)| ("chunk", window.told(records)));
        let filter = self.filtered.map(|count| ("filter", object([("filtered", count.into())])));
        chunk.into_iter().chain(filter)
    }
}

fn enabled(form: &Form, feature: &str) -> bool {
    is_on(form.last(&format!("api.{feature}.enable")))
}

fn is_on(text: Option<&str>) -> bool {
    text.is_some_and(|text| !matches!(text.trim(), "" | "0"))
}

/// The letters `X` of all parameters `api.FEATURE.X.…`, in order.
fn letters<'f>(form: &'f Form, feature: &str) -> Vec<&'f str> {
    let prefix = format!("api.{feature}.");
    let letter = |(name, _): (&'f str, _)| Some(name.strip_prefix(&prefix)?.split_once('.')?.0);
    let mut letters: Vec<&str> = form.iter().filter_map(letter).collect();
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// The field that a letter names, without which its other parameters mean nothing.
fn field<'f>(form: &'f Form, feature: &str, letter: &str) -> Result<&'f str> {
    let name = format!("api.{feature}.{letter}.field");
    form.last(&name).ok_or_else(|| Error::param(&name, "is required beside its other parts"))
}

#[cfg(test)]
mod tests;
