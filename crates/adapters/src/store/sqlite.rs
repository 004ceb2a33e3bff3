//! The store in a file of SQLite's, in write-ahead mode: readers never wait for the writer, and
//! there is one writer at a time.

use std::{
    cell::Cell as Slot,
    fs::OpenOptions,
    ops::ControlFlow,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use api::{
    Error, Kind, Result, UnixTime,
    records::{Cell, Notice, Row, Select, Soundness, Store, Tx, Where},
};
use rusqlite::{
    CachedStatement, Connection, ErrorCode, OpenFlags,
    config::DbConfig,
    ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE},
    types::Null,
};
use tempfile::TempDir;

use super::{
    ahead::{self, FIRST, Take},
    log, only_reads,
    packed::{self, Packed},
    pool::{PATIENCE, Pool},
    schema, spoiled,
    statement::{Dialect, Statement},
    taken,
};

/// Without `OR FAIL`, SQLite keeps a copy of each page that a statement changes, to take back what
/// the statement did before it failed; here the whole transaction goes back then. A thousand marks
/// would take it longer to be told of than a list of a thousand texts to be read.
const DIALECT: Dialect = Dialect {
    sign: '?',
    update: "UPDATE OR FAIL ",
    list: Some(("json_each(", ")")),
    row: packed::AROUND,
};

/// How many readers there may be at a time, and how many of their connections stay open.
const READERS: (usize, usize) = (64, 8);

/// How much of the file a reader keeps in memory, in KiB: enough for ten thousand accounts, which
/// a list reads in an order other than that of the pages.
const READER_KIB: i64 = 8 << 10;

/// The same for the writer, so that the pages of a change of many rows are neither read twice nor
/// written before the commit.
const WRITER_KIB: i64 = 16 << 10;

/// A store in a file.
pub(super) struct Sqlite {
    file: Arc<File>,
}

/// The file and the connections to it.
struct File {
    path: PathBuf,
    readers: Pool<Connection>,
    writer: Pool<Connection>,
    /// Whether the log may hold what was not committed, or may not last: nothing is written before that is
    /// settled.
    doubted: AtomicBool,
    /// The file's directory where both vanish with the store; the last field, as the connections
    /// must be closed before.
    fleeting: Option<TempDir>,
}

/// A transaction. Its connection goes back when it is dropped.
struct Transaction {
    file: Arc<File>,
    /// Empty only while it is dropped.
    connection: Option<Connection>,
    writes: bool,
    /// Whether a statement failed.
    spoiled: Slot<bool>,
}

impl Sqlite {
    /// Opens the file, or makes it.
    pub(super) fn open(path: &str) -> Result<Self> {
        Self::with(PathBuf::from(path), None)
    }

    /// A file of its own, for as long as the store lives.
    pub(super) fn fleeting() -> Result<Self> {
        let directory = tempfile::tempdir().map_err(|err| {
            Error::new(Kind::Unavailable, "No directory can be made for a store.").because(err)
        })?;
        Self::with(directory.path().join("store"), Some(directory))
    }

    fn with(path: PathBuf, fleeting: Option<TempDir>) -> Result<Self> {
        let readers = Pool::new(READERS.0, READERS.1);
        let file = Arc::new(File {
            path,
            readers,
            writer: Pool::new(1, 1),
            doubted: AtomicBool::new(false),
            fleeting,
        });
        create(&file.path)?;
        let writer = file.writer.take(|| file.connect_first())?;
        file.writer.put_back(Some(writer));
        Ok(Self { file })
    }

    fn begin(&self, writes: bool, connection: Connection, words: &str) -> Result<Box<dyn Tx>> {
        let file = Arc::clone(&self.file);
        let connection = Some(connection);
        let tx = Transaction { file, connection, writes, spoiled: Slot::new(false) };
        run(tx.connection()?, words).map_err(|err| tx.file.failed(err))?;
        Ok(Box::new(tx))
    }

    fn begin_write(&self, durability: &str) -> Result<Box<dyn Tx>> {
        let connection = self.file.writer.take(|| self.file.open_writer())?;
        let durability = if self.file.fleeting.is_some() { "OFF" } else { durability };
        // It takes effect while it is prepared, and so must be prepared each time.
        let set = connection.execute_batch(&format!("PRAGMA synchronous={durability}"));
        if let Err(err) = set {
            self.file.writer.put_back(None);
            return Err(self.file.failed(err));
        }
        if self.file.doubted.load(Ordering::SeqCst)
            && let Err(err) = log::settle(&connection)
        {
            self.file.writer.put_back(Some(connection));
            return Err(self.file.doubtful(err));
        }
        self.file.doubted.store(false, Ordering::SeqCst);
        self.begin(true, connection, "BEGIN IMMEDIATE")
    }
}

impl Store for Sqlite {
    fn read(&self) -> Result<Box<dyn Tx>> {
        let connection = self.file.readers.take(|| self.file.open_reader())?;
        self.begin(false, connection, "BEGIN")
    }

    fn write(&self) -> Result<Box<dyn Tx>> {
        self.begin_write("FULL")
    }

    fn write_relaxed(&self) -> Result<Box<dyn Tx>> {
        self.begin_write("NORMAL")
    }

    fn soundness(&self) -> Result<Soundness> {
        let reader = self.file.readers.take(|| self.file.open_reader())?;
        let found = faults(&reader);
        self.file.readers.put_back(Some(reader));
        let faults = found.map_err(|err| self.file.failed(err))?;
        Ok(Soundness { faults, unseen: Vec::new() })
    }
}

/// What SQLite finds wrong with its file, and rows that refer to others that are not there.
fn faults(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut check = connection.prepare("PRAGMA integrity_check")?;
    let found: rusqlite::Result<Vec<String>> = check.query_map((), |row| row.get(0))?.collect();
    let mut found = found?;
    found.retain(|said| said != "ok");
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let orphans = check.query_map((), |row| {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("a row of {table} refers to none of {parent}"))
    })?;
    found.extend(orphans.collect::<rusqlite::Result<Vec<_>>>()?);
    Ok(found)
}

impl File {
    fn name(&self) -> String {
        format!("sqlite:{}", self.path.display())
    }

    /// The first connection, which brings the schema up to date.
    fn connect_first(&self) -> Result<Connection> {
        let mut first = self.connect().map_err(|err| self.unusable(err))?;
        let found = version(&first).map_err(|err| self.unusable(err))?;
        schema::check(found, &self.name())?;
        first
            .pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))
            .map_err(|err| self.unusable(err))?;
        if self.fleeting.is_some() {
            first.pragma_update(None, "synchronous", "off").map_err(|err| self.unusable(err))?;
        }
        schema::for_sqlite()?.run(&mut first).map_err(|err| schema::failed(&self.name(), err))?;
        prepare_to_write(&first).map_err(|err| self.unusable(err))?;
        Ok(first)
    }

    fn open_reader(&self) -> Result<Connection> {
        let connection = self.connect().map_err(|err| self.failed(err))?;
        connection.pragma_update(None, "query_only", true).map_err(|err| self.failed(err))?;
        Ok(connection)
    }

    fn open_writer(&self) -> Result<Connection> {
        let connection = self.connect().map_err(|err| self.failed(err))?;
        prepare_to_write(&connection).map_err(|err| self.failed(err))?;
        Ok(connection)
    }

    /// A connection.
    fn connect(&self) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(64);
        // Otherwise a misspelt column in double quotes would be taken for a text.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        // Otherwise a kept statement is planned anew whenever it gets other values.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        packed::teach(&connection)?;
        connection.pragma_update(None, "cache_size", -READER_KIB)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // After a burst of changes the log gives its room back.
        connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
        Ok(connection)
    }

    /// The store cannot be opened.
    fn unusable(&self, error: rusqlite::Error) -> Error {
        let message = format!("The store {} cannot be opened: {error}.", self.name());
        Error::new(Kind::Unavailable, message).because(error)
    }

    /// What an earlier failure left is not settled.
    fn doubtful(&self, error: rusqlite::Error) -> Error {
        let why = self.failed(error);
        let message = format!("After a failure of its disk the store takes no changes yet: {why}");
        Error::new(why.kind(), message).because(why)
    }

    /// A statement failed.
    fn failed(&self, error: rusqlite::Error) -> Error {
        let code = error.sqlite_error().map(|problem| problem.extended_code);
        if matches!(code, Some(SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY)) {
            return taken().because(error);
        }
        let cannot = |why: &str| {
            let message = format!("The store {} cannot be used at the moment{why}.", self.name());
            Error::new(Kind::Unavailable, message)
        };
        let problem = match error.sqlite_error().map(|problem| problem.code) {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Error::new(Kind::Busy, "The store is busy; try again later.")
            }
            Some(ErrorCode::DiskFull) => {
                let message = format!("The store {} cannot grow: its disk is full.", self.name());
                Error::new(Kind::Unavailable, message)
            }
            Some(ErrorCode::SystemIoFailure) => cannot(": its disk cannot be read or written"),
            Some(ErrorCode::CannotOpen) => cannot(": its file cannot be opened"),
            Some(ErrorCode::ReadOnly) => cannot(": it can only be read"),
            Some(ErrorCode::OutOfMemory) => cannot(": there is no memory left"),
            Some(
                ErrorCode::PermissionDenied | ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase,
            ) => cannot(""),
            _ => return Error::internal(error),
        };
        problem.because(error)
    }
}

impl Transaction {
    fn connection(&self) -> Result<&Connection> {
        self.connection.as_ref().ok_or_else(spoiled)
    }

    /// Notes that a statement failed.
    fn noted<T>(&self, outcome: rusqlite::Result<T>) -> Result<T> {
        outcome.map_err(|err| {
            self.spoiled.set(true);
            self.file.failed(err)
        })
    }

    /// The statement with its values, ready to run.
    fn prepare(&self, statement: &Statement<'_>) -> Result<CachedStatement<'_>> {
        if self.spoiled.get() {
            return Err(spoiled());
        }
        let mut prepared = self.noted(self.connection()?.prepare_cached(&statement.sql))?;
        for (place, cell) in (1..).zip(&statement.values) {
            self.noted(match cell {
                Cell::Null => prepared.raw_bind_parameter(place, Null),
                Cell::Int(number) => prepared.raw_bind_parameter(place, number),
                Cell::Text(text) => prepared.raw_bind_parameter(place, text.as_ref()),
            })?;
        }
        Ok(prepared)
    }

    /// Gives each row of a statement that reads, until told to stop.
    fn packed_rows(&self, statement: &Statement<'_>, take: Take<'_>) -> Result<()> {
        let mut prepared = self.prepare(statement)?;
        let mut rows = prepared.raw_query();
        while let Some(row) = self.noted(rows.next())? {
            if take(packed::bytes(row)?)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Runs a statement that changes rows; gives their number.
    fn change(&self, statement: &Statement<'_>) -> Result<u64> {
        if !self.writes {
            return Err(only_reads());
        }
        let rows = self.noted(self.prepare(statement)?.raw_execute())?;
        u64::try_from(rows).map_err(Error::internal)
    }
}

impl Tx for Transaction {
    fn select_rows(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
        select: &Select<'_>,
        each: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        self.packed_rows(&DIALECT.select(table, columns, select)?, &mut |row| {
            each(&Packed::read(row)?)
        })
    }

    fn stream_rows(
        self: Box<Self>,
        table: &'static str,
        columns: &'static [&'static str],
        select: &Select<'_>,
        each: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let (skip, most) = select.window.unwrap_or((0, u64::MAX));
        // What is skipped is stepped over each time.
        if skip > 0 || most <= ahead::FEW {
            return self.select_rows(table, columns, select, each);
        }
        let part = |window| Select { window: Some(window), ..select.clone() };
        let (mut seen, mut enough) = (0, false);
        self.select_rows(table, columns, &part((0, FIRST)), &mut |row| {
            seen += 1;
            let flow = each(row)?;
            enough = flow.is_break();
            Ok(flow)
        })?;
        if enough || seen < FIRST {
            return Ok(());
        }
        let rest = part((FIRST, most.saturating_sub(FIRST)));
        let rest = DIALECT.select(table, columns, &rest)?;
        ahead::give(move |take| self.packed_rows(&rest, take), each)
    }

    fn count_rows(&self, table: &'static str, filter: &[Where<'_>]) -> Result<u64> {
        let mut prepared = self.prepare(&DIALECT.count(table, filter)?)?;
        let mut rows = prepared.raw_query();
        let row = self.noted(rows.next())?;
        let number = self.noted(row.map_or(Ok(0), |row| row.get::<_, i64>(0)))?;
        u64::try_from(number).map_err(Error::internal)
    }

    fn insert_row(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
        cells: &[Cell<'_>],
    ) -> Result<()> {
        match self.change(&DIALECT.insert(table, columns, cells)?)? {
            0 => Err(taken()),
            _ => Ok(()),
        }
    }

    fn put_row(
        &self,
        table: &'static str,
        columns: &'static [&'static str],
        key: &'static [&'static str],
        cells: &[Cell<'_>],
    ) -> Result<()> {
        self.change(&DIALECT.put(table, columns, key, cells)?).map(drop)
    }

    fn insert_each(
        &self,
        table: &'static str,
        each: (&'static str, &[Cell<'_>]),
        others: &[(&'static str, Cell<'_>)],
    ) -> Result<()> {
        self.change(&DIALECT.insert_each(table, each, others)?).map(drop)
    }

    fn update_rows(
        &self,
        table: &'static str,
        set: &[(&'static str, Cell<'_>)],
        filter: &[Where<'_>],
    ) -> Result<u64> {
        self.change(&DIALECT.update(table, set, filter)?)
    }

    fn add_to(
        &self,
        table: &'static str,
        column: &'static str,
        by: i64,
        filter: &[Where<'_>],
    ) -> Result<u64> {
        self.change(&DIALECT.add_to(table, column, by, filter)?)
    }

    fn delete_rows(&self, table: &'static str, filter: &[Where<'_>]) -> Result<u64> {
        self.change(&DIALECT.delete(table, filter)?)
    }

    fn clock(&self) -> Result<UnixTime> {
        const NOW: &str = "SELECT CAST(strftime('%s', 'now') AS INTEGER)";
        let now = self.connection()?.prepare_cached(NOW);
        let now = now.and_then(|mut now| now.query_row([], |row| row.get(0)));
        self.noted(now).map(UnixTime)
    }

    fn announce(&self, _: &Notice) -> Result<()> {
        Ok(())
    }

    fn commit(self: Box<Self>) -> Result<()> {
        if self.spoiled.get() {
            return Err(spoiled());
        }
        let connection = self.connection()?;
        let outcome = run(connection, "COMMIT");
        if outcome.as_ref().is_err_and(log::is_doubted_after) {
            self.file.doubted.store(true, Ordering::SeqCst);
            if log::forget(connection).is_ok() && log::settle(connection).is_ok() {
                self.file.doubted.store(false, Ordering::SeqCst);
            }
        }
        self.noted(outcome)
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        // A commit has ended the transaction; whatever did not, must not reach the next borrower.
        let connection = self
            .connection
            .take()
            .filter(|connection| connection.is_autocommit() || run(connection, "ROLLBACK").is_ok());
        let pool = if self.writes { &self.file.writer } else { &self.file.readers };
        pool.put_back(connection);
    }
}

/// Runs words that have no values, by a statement that is kept.
fn run(connection: &Connection, words: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(words)?.raw_execute().map(drop)
}

/// What a connection that writes has beyond others.
fn prepare_to_write(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "cache_size", -WRITER_KIB)?;
    // As many pages as the cache has: a checkpoint is no part of most changes.
    connection.pragma_update_and_check(None, "wal_autocheckpoint", WRITER_KIB / 4, |_| Ok(()))
}

/// Makes the file where there is none, for its owner's eyes only.
pub(super) fn create(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600);
    options.open(path).map(drop).map_err(|err| {
        let message = format!("The store sqlite:{} cannot be opened: {err}.", path.display());
        Error::new(Kind::Unavailable, message).because(err)
    })
}

/// The schema's version, where the file has one.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<Option<i32>> {
    if !connection.table_exists(None, schema::HISTORY)? {
        return Ok(None);
    }
    connection.query_row(schema::NEWEST, [], |row| row.get(0))
}
