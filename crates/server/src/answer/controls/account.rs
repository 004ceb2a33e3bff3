//! The controls as the interfaces of accounts name them: numbered by `_0`, `_1` where letters number
//! them in WHM, and pages where that has chunks. The presence of a column switches a filter or a sort
//! on, as clients leave the switch out where there are several.

use std::collections::BTreeSet;

use api::{Error, Form, Result, Value, object};

use super::{Controls, Counts, filter::Filter, is_on, sort::Sort, window::Window};

/// How names begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::answer) enum Dialect {
    /// `api.filter_column`.
    Uapi,
    /// `api2_filter_column`.
    Api2,
}

impl Dialect {
    fn prefix(self) -> &'static str {
        match self {
            Self::Uapi => "api.",
            Self::Api2 => "api2_",
        }
    }
}

/// A form in a dialect.
struct Names<'f> {
    form: &'f Form,
    prefix: &'static str,
}

impl<'f> Names<'f> {
    fn name(&self, part: &str) -> String {
        format!("{}{part}", self.prefix)
    }

    fn last(&self, part: &str) -> Option<&'f str> {
        self.form.last(&self.name(part))
    }

    /// What may follow the names of a kind that is asked for several times: nothing, then `_0` and
    /// so on by number.
    fn suffixes(&self, kind: &str) -> Vec<String> {
        let bare = self.name(&format!("{kind}_column"));
        let number = |name: &str| name.strip_prefix(&bare)?.strip_prefix('_')?.parse::<u32>().ok();
        let numbers: BTreeSet<u32> =
            self.form.iter().filter_map(|(name, _)| number(name)).collect();
        let first = self.form.last(&bare).map(|_| String::new());
        first.into_iter().chain(numbers.iter().map(|number| format!("_{number}"))).collect()
    }

    fn filter(&self, suffix: &str) -> Result<Filter> {
        let part = |part: &str| self.last(&format!("filter_{part}{suffix}")).unwrap_or_default();
        let filter = Filter::new(part("column"), part("type"), part("term"));
        filter.map_err(|problem| Error::param(&self.name(&format!("filter_type{suffix}")), problem))
    }

    fn sort(&self, suffix: &str) -> Result<Sort> {
        let part = |part: &str| self.last(&format!("sort_{part}{suffix}"));
        let reverse = is_on(part("reverse"));
        let sort = Sort::new(
            part("column").unwrap_or_default(),
            part("method").unwrap_or_default(),
            reverse,
        );
        sort.map_err(|problem| Error::param(&self.name(&format!("sort_method{suffix}")), problem))
    }

    fn number(&self, part: &str) -> Result<Option<u64>> {
        let Some(text) = self.last(part).map(str::trim).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let number: i64 =
            text.parse().map_err(|_| Error::param(&self.name(part), "must be a whole number"))?;
        Ok(u64::try_from(number).ok().filter(|number| *number > 0))
    }

    /// The page: by its number where one is named, else by its first record.
    fn window(&self) -> Result<Option<Window>> {
        if !is_on(self.last("paginate")) {
            return Ok(None);
        }
        let size = self.number("paginate_size")?;
        let start = self.number("paginate_start")?;
        let page = self.number("paginate_page")?.zip(size);
        let by_page = page.map(|(page, size)| (page - 1).saturating_mul(size).saturating_add(1));
        Ok(Some(Window::new(by_page.or(start).unwrap_or(1), size)))
    }
}

impl Controls {
    /// Reads those of an account's interface; the error names the parameter at fault.
    pub(in crate::answer) fn of_account(form: &Form, dialect: Dialect) -> Result<Self> {
        let names = Names { form, prefix: dialect.prefix() };
        let filters = names.suffixes("filter");
        let filters: Vec<Filter> =
            filters.iter().map(|suffix| names.filter(suffix)).collect::<Result<_>>()?;
        let sorts = names.suffixes("sort");
        Ok(Self {
            filters: (!filters.is_empty()).then_some(filters),
            sorts: sorts.iter().map(|suffix| names.sort(suffix)).collect::<Result<_>>()?,
            window: names.window()?,
            columns: None,
        })
    }
}

impl Counts {
    /// The keys for the metadata of an account's interface, in order.
    pub(in crate::answer) fn account_entries(
        &self,
    ) -> impl Iterator<Item = (&'static str, Value)> + use<> {
        let filter = self.filtered.map(|count| object([("records_before_filter", count.into())]));
        let page = self.chunk.map(|(window, records)| window.told_as_page(records));
        let changed = (filter.is_some() || page.is_some()).then(|| Value::from(1));
        [("transformed", changed), ("filter", filter), ("paginate", page)]
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)))
    }
}
