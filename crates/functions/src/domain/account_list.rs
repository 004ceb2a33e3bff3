//! The list of accounts, read from the store while it is written: filters, sorting and the window
//! that an index can serve are the store's, one row is in memory at a time.

use std::{ops::ControlFlow, sync::Arc};

use api::{
    Host, Json, Output, Result, Scope, Sink, Type, UserName,
    records::{AccountCount, AccountRecord, Cell, Select, Tx, Where, is},
    reply::{Narrow, Narrowed, Source},
};

use super::{
    search::{Search, SearchType},
    summary::Summary,
};

/// The most packages that are looked through for a name in another case.
const MOST_PACKAGES: usize = 200;

/// Fields that are text in lower case in an indexed column.
const TEXTS: &[(&str, &str)] =
    &[("user", "name"), ("domain", "domain"), ("owner", "owner"), ("ip", "ip")];

/// Fields that are whole numbers in an indexed column.
const NUMBERS: &[(&str, &str)] = &[
    ("uid", "uid"),
    ("suspended", "suspended"),
    ("is_locked", "locked"),
    ("unix_startdate", "created"),
];

/// Accounts that a caller may see, as a list's source.
pub struct AccountList {
    host: Arc<Host>,
    scope: Scope,
    search: Search,
    blank: Listed,
    equal: Vec<Where<'static>>,
    order: Vec<(&'static str, bool)>,
    window: Option<(u64, u64)>,
    /// Where rows were counted before they are read: so the numbers fit the rows.
    tx: Option<Box<dyn Tx>>,
}

/// A row: a summary, or the keys of it that were asked for.
#[derive(Debug, Clone)]
pub struct Listed {
    summary: Summary,
    want: Option<Vec<String>>,
}

impl AccountList {
    /// The accounts in `scope` that the search finds; of each the keys in `want`, or all of
    /// `blank`'s.
    pub fn new(
        host: &Arc<Host>,
        scope: Scope,
        search: Search,
        blank: Summary,
        want: Option<Vec<String>>,
    ) -> Self {
        Self {
            host: Arc::clone(host),
            scope,
            search,
            blank: Listed { summary: blank, want },
            equal: Vec::new(),
            order: vec![("name", false)],
            window: None,
            tx: None,
        }
    }

    fn filter(&self) -> Vec<Where<'_>> {
        let mut filter = self.scope.filter();
        filter.extend(self.search.filter());
        filter.extend(self.equal.iter().cloned());
        filter
    }

    /// How many accounts there are before the controls.
    fn records(&self, tx: &dyn Tx) -> Result<u64> {
        if self.search.is_some() {
            tx.count::<AccountRecord>(&self.filter())
        } else {
            total(tx, &self.scope)
        }
    }

    /// Takes over the filters that an index serves; says whether these were all.
    fn take_equal(&mut self, tx: &dyn Tx, wish: &Narrow) -> Result<bool> {
        let mut all = true;
        for (field, text) in &wish.equal {
            let condition =
                if self.blank.shows(field) { condition(tx, field, text)? } else { None };
            all &= condition.is_some();
            self.equal.extend(condition);
        }
        Ok(all)
    }

    /// Takes over the sorting, where an index or little work serves it.
    fn take_sort(&mut self, wish: &Narrow) -> bool {
        let Some((field, reverse)) = &wish.sort else { return false };
        let column = TEXTS.iter().find(|(name, _)| name == field).map(|(_, column)| *column);
        let Some(column) = column.filter(|_| self.blank.shows(field)) else { return false };
        self.order = vec![(column, *reverse)];
        if !["name", "domain"].contains(&column) {
            self.order.push(("name", false));
        }
        true
    }
}

impl Source<Listed> for AccountList {
    fn narrow(&mut self, wish: &Narrow) -> Result<Narrowed> {
        let mut taken = Narrowed { sort: self.take_sort(wish), ..Narrowed::default() };
        // While rows are left out as they are read, only reading tells how many there are.
        if !self.search.is_in_store() {
            return Ok(taken);
        }
        let tx = self.host.store.read()?;
        if wish.others || wish.window.is_some() || !wish.equal.is_empty() {
            taken.records = Some(self.records(&*tx)?);
        }
        taken.equal = self.take_equal(&*tx, wish)?;
        if taken.equal && !wish.others {
            // Where all of them are read, nobody has to count them before.
            taken.matches = match wish.window {
                _ if self.equal.is_empty() => taken.records,
                Some(_) => Some(tx.count::<AccountRecord>(&self.filter())?),
                None => None,
            };
            taken.window = wish.window.is_some() && (taken.sort || !wish.sorted);
            self.window = wish.window.filter(|_| taken.window);
        }
        self.tx = Some(tx);
        Ok(taken)
    }

    fn each(
        mut self: Box<Self>,
        row: &mut dyn FnMut(&Listed) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let tx = self.tx.take().map_or_else(|| self.host.store.read(), Ok)?;
        let select =
            Select { filter: self.filter(), order: self.order.clone(), window: self.window };
        let pattern = self.search.pattern().map(|(field, pattern)| (place(field), pattern));
        let mut listed = self.blank.clone();
        tx.stream_rows("accounts", Summary::COLUMNS, &select, &mut |found| {
            // The one column is asked before the others are read.
            if let Some((place, pattern)) = pattern
                && !pattern.is_match(found.text(place)?.unwrap_or_default())
            {
                return Ok(ControlFlow::Continue(()));
            }
            listed.summary.refill(found)?;
            row(&listed)
        })
    }
}

/// The place of a field among the columns that are read.
fn place(field: SearchType) -> usize {
    let place = Summary::COLUMNS.iter().position(|column| *column == field.column());
    place.unwrap_or_default()
}

/// How many accounts are in a scope, by the numbers that are kept.
pub(crate) fn total(tx: &dyn Tx, scope: &Scope) -> Result<u64> {
    let Some(me) = scope.owner() else {
        let counts: Vec<Counted> = tx.list(&Select::default())?;
        return Ok(counts.iter().map(|count| count.accounts).sum());
    };
    let own: Option<AccountCount> = tx.find(&[me.into()])?;
    let myself = tx.first::<Owned>(vec![is("name", me)])?.filter(|account| account.owner != *me);
    Ok(own.map_or(0, |count| count.accounts) + u64::from(myself.is_some()))
}

/// How many accounts somebody has, whoever it is.
#[derive(Debug, api::Record)]
#[record(table = "account_counts", key = "owner")]
struct Counted {
    accounts: u64,
}

/// Whose an account is.
#[derive(Debug, api::Record)]
#[record(table = "accounts", key = "name")]
struct Owned {
    owner: UserName,
}

/// What the store is asked for a field that must equal a text; `None` where only the rows
/// themselves can tell.
fn condition(tx: &dyn Tx, field: &str, text: &str) -> Result<Option<Where<'static>>> {
    let column = |list: &[(&str, &'static str)]| {
        list.iter().find(|(name, _)| *name == field).map(|(_, column)| *column)
    };
    // Letters outside ASCII may have a lower case inside it; such a text is compared row by row.
    if !text.is_ascii() {
        return Ok(None);
    }
    if let Some(column) = column(TEXTS) {
        return Ok(Some(Where::Is(column, Cell::Text(text.to_ascii_lowercase().into()))));
    }
    if let Some(column) = column(NUMBERS) {
        // `01` and `1.0` are no forms of the number as it is written, but may equal it as numbers.
        let number = text.parse().ok().filter(|number: &i64| number.to_string() == text);
        return Ok(number.map(|number| Where::Is(column, Cell::Int(number))));
    }
    if field == "plan" { packages(tx, text) } else { Ok(None) }
}

/// The packages of accounts whose names are `text` in any case. Each step finds the next name in
/// the index.
fn packages(tx: &dyn Tx, text: &str) -> Result<Option<Where<'static>>> {
    let mut names = Vec::new();
    let mut last: Option<String> = None;
    for _ in 0..MOST_PACKAGES {
        let above = last.as_deref().map(|last| Where::Above("package", last.into()));
        let select = Select {
            filter: above.into_iter().collect(),
            order: vec![("package", false)],
            window: Some((0, 1)),
        };
        let Some(next) = tx.list::<OnPackage>(&select)?.pop() else {
            return Ok(Some(Where::In("package", names)));
        };
        if next.package.eq_ignore_ascii_case(text) {
            names.push(Cell::Text(next.package.clone().into()));
        }
        last = Some(next.package);
    }
    Ok(None)
}

/// The package that an account is on.
#[derive(Debug, api::Record)]
#[record(table = "accounts", key = "name")]
struct OnPackage {
    package: String,
}

impl Listed {
    fn shows(&self, field: &str) -> bool {
        self.want.as_ref().is_none_or(|want| want.iter().any(|key| key == field))
    }
}

impl Output for Listed {
    const TYPE: Type = Summary::TYPE;

    fn put(&self, sink: &mut dyn Sink) {
        match &self.want {
            None => self.summary.put(sink),
            Some(want) => self.summary.put(&mut Picked { sink, want, depth: 0, drops: false }),
        }
    }

    fn put_json(&self, json: &mut Json) {
        match &self.want {
            None => self.summary.put_json(json),
            Some(_) => self.put(json),
        }
    }
}

/// Passes on the wanted keys of an object.
struct Picked<'a> {
    sink: &'a mut dyn Sink,
    want: &'a [String],
    depth: usize,
    drops: bool,
}

impl Picked<'_> {
    fn pass(&mut self, write: impl FnOnce(&mut dyn Sink)) {
        if !self.drops {
            write(self.sink);
        }
    }

    fn open(&mut self, write: impl FnOnce(&mut dyn Sink)) {
        self.pass(write);
        self.depth += 1;
    }

    fn close(&mut self, write: impl FnOnce(&mut dyn Sink)) {
        self.depth = self.depth.saturating_sub(1);
        self.drops &= self.depth > 0;
        self.pass(write);
    }
}

impl Sink for Picked<'_> {
    fn null(&mut self) {
        self.pass(|sink| sink.null());
    }
    fn int(&mut self, number: i64) {
        self.pass(|sink| sink.int(number));
    }
    fn number(&mut self, number: f64) {
        self.pass(|sink| sink.number(number));
    }
    fn text(&mut self, text: &str) {
        self.pass(|sink| sink.text(text));
    }
    fn open_list(&mut self) {
        self.open(|sink| sink.open_list());
    }
    fn close_list(&mut self) {
        self.close(|sink| sink.close_list());
    }
    fn open_object(&mut self) {
        self.open(|sink| sink.open_object());
    }
    fn key(&mut self, key: &str) {
        if self.depth == 1 {
            self.drops = !self.want.iter().any(|wanted| wanted == key);
        }
        self.pass(|sink| sink.key(key));
    }
    fn close_object(&mut self) {
        self.close(|sink| sink.close_object());
    }
}
