//! The typed tables of the store: what a row holds, and the few statements that reach it. How a
//! statement becomes SQL, and on which engine, is `adapters::store`'s.

pub mod accounts;
pub mod addresses;
pub mod conversions;
pub mod credentials;
pub mod databases;
pub mod fleet;
pub mod ftp;
pub mod integration;
pub mod journal;
pub mod mail;
pub mod packages;
pub mod people;
pub mod redirects;
pub mod resellers;
pub mod settings;
pub mod tls;
pub mod zones;

use std::{borrow::Cow, ops::ControlFlow, str::FromStr};

use crate::{Error, Result, UnixTime};

pub use accounts::{
    AccountCount, AccountRecord, Bandwidth, DomainAbove, DomainKind, DomainRecord, FeatureOverride,
    TrackedId,
};
pub use addresses::{
    Ipv6Address, Ipv6Range, PoolAddress, PublicAddress, ReclaimedAddress, ReverseName,
};
pub use conversions::{Conversion, ConversionState, ConversionStep, StepState};
pub use credentials::{
    Failure, ForcedChange, Login, LoginKind, PasswordHistory, Service, SessionRecord, SessionState,
    TokenAcl, TokenKind, TokenRecord, TokenSource,
};
pub use databases::{
    DatabaseGrant, DatabaseHost, DatabaseRecord, DatabaseUser, SessionDatabaseUser,
};
pub use fleet::{
    Calls, Ear, Fleet, HostEntry, HostRecord, Notice, RelayedCall, Worker, WorkerRecord,
};
pub use ftp::{FtpLogin, FtpSettings};
pub use integration::{IntegrationGroup, IntegrationLink};
pub use journal::{AuditRecord, JournalEntry, JournalState, SettlingEntry, Subject};
pub use mail::{
    Autoresponder, Forwarder, ListAdmin, MailDomainRecord, MailFilter, MailboxRecord, MailingList,
    Outgoing, Routing, Signing, SpamPreference,
};
pub use packages::{FeatureListFeature, FeatureListRecord, PackageExtension, PackageRecord};
pub use people::{PersonService, Subaccount, SubaccountService, WebDiskRecord};
pub use redirects::{Redirect, RedirectKind, WwwRule};
pub use resellers::{
    AclList, AclListAcl, PublicContact, ResellerAcl, ResellerAddress, ResellerAddresses,
    ResellerLimits, ResellerNameserver, ResellerPackage, ResellerRecord,
};
pub use settings::{Personal, Setting, ShowcaseItem};
pub use tls::{
    TlsAuthority, TlsCertificate, TlsCheck, TlsExclusion, TlsHost, TlsKey, TlsName, TlsPreference,
    TlsProblem, TlsRequest,
};
pub use zones::{KeyKind, ZoneEnd, ZoneKey, ZoneLine, ZoneRecord, ZoneSigning};

/// A row of a table; derive it.
pub trait Record: Sized {
    /// The table.
    const TABLE: &'static str;
    /// The columns of its primary key.
    const KEY: &'static [&'static str];
    /// Its columns, in the order of the fields.
    const COLUMNS: &'static [&'static str];
    /// Reads a row whose columns are [`Self::COLUMNS`].
    fn read(row: &dyn Row) -> Result<Self>;
    /// The row's cells, in the order of [`Self::COLUMNS`].
    fn cells(&self) -> Vec<Cell<'_>>;

    /// The cells of the primary key.
    fn key_cells(&self) -> Vec<Cell<'_>> {
        let cells = Self::COLUMNS.iter().zip(self.cells());
        cells.filter(|(column, _)| Self::KEY.contains(column)).map(|(_, cell)| cell).collect()
    }
}

/// A value in a column.
pub trait Column: Sized {
    /// Reads it from that place of a row.
    fn read(row: &dyn Row, place: usize) -> Result<Self>;
    /// It as a cell.
    fn cell(&self) -> Cell<'_>;
}

/// A row as an engine gives it.
pub trait Row {
    /// The whole number at a place; `None` for NULL.
    fn int(&self, place: usize) -> Result<Option<i64>>;
    /// The text at a place; `None` for NULL.
    fn text(&self, place: usize) -> Result<Option<&str>>;
    /// Whether NULL is at a place, whatever the column's type.
    fn is_null(&self, place: usize) -> Result<bool>;
}

/// A cell on its way into the store.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Cell<'a> {
    /// NULL.
    Null,
    /// A whole number.
    Int(i64),
    /// Text.
    Text(Cow<'a, str>),
}

impl Cell<'_> {
    /// The same cell with text of its own.
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Int(number) => Cell::Int(number),
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
        }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl<'a, T: Column> From<&'a T> for Cell<'a> {
    fn from(value: &'a T) -> Self {
        value.cell()
    }
}

impl<T: Column> Column for Option<T> {
    fn read(row: &dyn Row, place: usize) -> Result<Self> {
        if row.is_null(place)? { Ok(None) } else { T::read(row, place).map(Some) }
    }
    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, Column::cell)
    }
}

/// Reads a column whose text must parse.
pub fn parse_text<T: FromStr>(row: &dyn Row, place: usize) -> Result<T> {
    let text = row.text(place)?.unwrap_or_default();
    text.parse().map_err(|_| Error::internal(format!("column {place} holds “{text}”")))
}

/// How many values [`Where::In`] takes: fewer than the marks that any engine allows a statement.
pub const MOST_VALUES: usize = 1000;

/// A condition on one column.
#[derive(Debug, Clone)]
pub enum Where<'a> {
    /// The column equals the cell (NULL equals NULL).
    Is(&'static str, Cell<'a>),
    /// The column is one of these.
    In(&'static str, Vec<Cell<'a>>),
    /// The column is greater than the cell.
    Above(&'static str, Cell<'a>),
    /// The column is less than the cell.
    Below(&'static str, Cell<'a>),
    /// The column's text begins so.
    Begins(&'static str, &'a str),
    /// One of these holds.
    Any(Vec<Where<'a>>),
}

/// Where the column equals the value.
pub fn is<'a>(column: &'static str, value: impl Into<Cell<'a>>) -> Where<'a> {
    Where::Is(column, value.into())
}

/// What to read from a table.
#[derive(Debug, Clone, Default)]
pub struct Select<'a> {
    /// All of these must hold.
    pub filter: Vec<Where<'a>>,
    /// Columns to sort by, each with whether in reverse.
    pub order: Vec<(&'static str, bool)>,
    /// How many rows to skip and how many to give at the most.
    pub window: Option<(u64, u64)>,
}

/// One transaction. Dropped without [`Tx::commit`], it changes nothing.
pub trait Tx: Send {
    /// Reads rows.
    fn select_rows(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
        select: &Select<'_>,
        each: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
    ) -> Result<()>;
    /// Reads rows and nothing after them, so that an engine may read ahead of who works on them.
    fn stream_rows(
        self: Box<Self>,
        table: &'static str,
        columns: &'static [&'static str],
        select: &Select<'_>,
        each: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        self.select_rows(table, columns, select, each)
    }
    /// Counts rows.
    fn count_rows(&self, table: &'static str, filter: &[Where<'_>]) -> Result<u64>;
    /// Adds a row; [`Kind::Exists`](crate::Kind::Exists) where its key is taken.
    fn insert_row(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
        cells: &[Cell<'_>],
    ) -> Result<()>;
    /// Adds a row or replaces the one of its key.
    fn put_row(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
        key: &'static [&'static str],
        cells: &[Cell<'_>],
    ) -> Result<()>;
    /// Adds a row for each value of a column, with the same in the others; those whose key is taken
    /// stay as they are.
    fn insert_each(
        &self,
        table: &'static str,
        each: (&'static str, &[Cell<'_>]),
        others: &[(&'static str, Cell<'_>)],
    ) -> Result<()>;
    /// Sets columns; gives the number of rows.
    fn update_rows(
        &self,
        table: &'static str,
        set: &[(&'static str, Cell<'_>)],
        filter: &[Where<'_>],
    ) -> Result<u64>;
    /// Adds to a whole number in place; gives the number of rows.
    fn add_to(
        &self,
        table: &'static str,
        column: &'static str,
        by: i64,
        filter: &[Where<'_>],
    ) -> Result<u64>;
    /// Removes rows; gives their number.
    fn delete_rows(&self, table: &'static str, filter: &[Where<'_>]) -> Result<u64>;
    /// The time by the store's own clock, which all that share it agree on.
    fn clock(&self) -> Result<UnixTime>;
    /// Tells all that share the store and [listen](Fleet::listen), once this is committed. Where
    /// nobody can share it, nobody is told.
    fn announce(&self, notice: &Notice) -> Result<()>;
    /// Makes what was written last.
    fn commit(self: Box<Self>) -> Result<()>;
}

/// What an engine says of what it keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Soundness {
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
    /// What could not be looked at, and what would let it be: a sentence each.
    pub unseen: Vec<String>,
}

/// The store: transactions of three kinds.
pub trait Store: Send + Sync {
    /// A transaction that only reads, on one consistent state.
    fn read(&self) -> Result<Box<dyn Tx>>;
    /// A transaction that writes; when `commit` returns, it survives a power cut.
    fn write(&self) -> Result<Box<dyn Tx>>;
    /// A transaction that writes what may be lost in a power cut (never in a crash of ours):
    /// marks that can be made again, counters, the audit of calls that changed nothing.
    fn write_relaxed(&self) -> Result<Box<dyn Tx>>;
    /// What the engine finds wrong with what it keeps.
    fn soundness(&self) -> Result<Soundness>;
    /// What processes on many hosts that share the store do with it; none where it is one
    /// machine's.
    fn fleet(&self) -> Option<&dyn Fleet> {
        None
    }
}

impl dyn Tx + '_ {
    /// The row of that key.
    pub fn find<T: Record>(&self, key: &[Cell<'_>]) -> Result<Option<T>> {
        let filter = T::KEY.iter().zip(key).map(|(column, cell)| Where::Is(column, cell.clone()));
        self.first(filter.collect())
    }

    /// The first row that the conditions leave.
    pub fn first<T: Record>(&self, filter: Vec<Where<'_>>) -> Result<Option<T>> {
        let select = Select { filter, window: Some((0, 1)), ..Select::default() };
        Ok(self.list(&select)?.pop())
    }

    /// All rows that the conditions leave.
    pub fn list<T: Record>(&self, select: &Select<'_>) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.each(select, &mut |row| {
            rows.push(row);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(rows)
    }

    /// All rows that the conditions leave, by primary key.
    pub fn matching<T: Record>(&self, filter: Vec<Where<'_>>) -> Result<Vec<T>> {
        let order = T::KEY.iter().map(|column| (*column, false)).collect();
        self.list(&Select { filter, order, window: None })
    }

    /// All rows whose column is one of these, however many: a statement takes only some values.
    pub fn among<T: Record, V: Column>(
        &self,
        column: &'static str,
        values: &[V],
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        for some in values.chunks(MOST_VALUES) {
            let cells = some.iter().map(Column::cell).collect();
            rows.extend(self.matching::<T>(vec![Where::In(column, cells)])?);
        }
        Ok(rows)
    }

    /// Each row that the conditions leave, until told to stop.
    pub fn each<T: Record>(
        &self,
        select: &Select<'_>,
        each: &mut dyn FnMut(T) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        self.select_rows(T::TABLE, T::COLUMNS, select, &mut |row| each(T::read(row)?))
    }

    /// How many rows the conditions leave.
    pub fn count<T: Record>(&self, filter: &[Where<'_>]) -> Result<u64> {
        self.count_rows(T::TABLE, filter)
    }

    /// Adds a row.
    pub fn insert<T: Record>(&self, record: &T) -> Result<()> {
        self.insert_row(T::TABLE, T::COLUMNS, &record.cells())
    }

    /// Adds a row or replaces the one of its key.
    pub fn put<T: Record>(&self, record: &T) -> Result<()> {
        self.put_row(T::TABLE, T::COLUMNS, T::KEY, &record.cells())
    }

    /// Adds a row for each value of a column, however many, with the same in the others; those whose
    /// key is taken stay as they are.
    pub fn insert_all<T: Record>(
        &self,
        (column, values): (&'static str, &[Cell<'_>]),
        others: &[(&'static str, Cell<'_>)],
    ) -> Result<()> {
        let mut parts = values.chunks(MOST_VALUES);
        parts.try_for_each(|some| self.insert_each(T::TABLE, (column, some), others))
    }

    /// Sets columns of the rows that the conditions leave.
    pub fn update<T: Record>(
        &self,
        set: &[(&'static str, Cell<'_>)],
        filter: &[Where<'_>],
    ) -> Result<u64> {
        self.update_rows(T::TABLE, set, filter)
    }

    /// Removes the rows that the conditions leave.
    pub fn delete<T: Record>(&self, filter: &[Where<'_>]) -> Result<u64> {
        self.delete_rows(T::TABLE, filter)
    }
}
