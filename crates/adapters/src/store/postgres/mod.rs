//! The store in PostgreSQL. Writers follow one another there as they do in a file, by a lock of
//! the database's, so that a change may rest on what it has read; servers may share a database.

mod connection;
mod fleet;
mod listener;
mod outcome;
mod soundness;
mod value;

use std::{
    cell::{Cell as Slot, RefCell, RefMut},
    collections::HashMap,
    ops::ControlFlow,
    sync::Arc,
    thread,
};

use api::{
    Error, Kind, Result, UnixTime,
    records::{Cell, Fleet, Notice, Row, Select, Soundness, Store, Tx, Where},
};
use postgres::{Client, Config, error::SqlState, types::ToSql};

pub(super) use self::connection::{configuration, connect, name, version};
use self::{
    listener::Listener,
    outcome::Mark,
    value::{Bound, Found},
};
use super::{
    only_reads,
    pool::{PATIENCE, Pool},
    schema, spoiled,
    statement::{Dialect, Statement},
    taken,
};

const DIALECT: Dialect = Dialect { sign: '$', update: "UPDATE ", list: None, row: ("", "") };

/// How many connections there may be at a time for what reads and for what writes, and how many of
/// each stay open. Writers wait for one another with their connections in hand; what one of them must
/// read beside its transaction must not wait for them.
const READERS: (usize, usize) = (24, 8);
const WRITERS: (usize, usize) = (16, 4);

/// How many statements a connection keeps prepared.
const PREPARED: usize = 256;

/// How many rows of a long list are in memory at a time.
const BATCH: u64 = 1000;

/// The key of the lock that writers take: “keep” in ASCII.
const WRITERS_LOCK: u32 = 0x6b65_6570;

/// A store in a database.
pub(super) struct Postgres {
    database: Arc<Database>,
}

/// The database and the connections to it.
struct Database {
    config: Config,
    /// Where it is, without the password.
    name: String,
    readers: Pool<Session>,
    writers: Pool<Session>,
    listener: Listener,
}

/// A connection and the statements prepared on it.
struct Session {
    client: Client,
    prepared: HashMap<String, postgres::Statement>,
}

/// A transaction. Its connection goes back when it is dropped.
struct Transaction {
    database: Arc<Database>,
    /// Empty only while it is dropped.
    session: RefCell<Option<Session>>,
    /// What it is known by to the database, where it writes.
    mark: Option<Mark>,
    /// Whether it is committed.
    done: Slot<bool>,
    /// Whether a statement failed.
    spoiled: Slot<bool>,
    /// How many cursors it has opened.
    cursors: Slot<u32>,
}

impl Postgres {
    /// Opens the database, which must be there, and brings its schema up to date.
    pub(super) fn open(url: &str) -> Result<Self> {
        let config = configuration(url)?;
        let database = Arc::new(Database {
            name: name(&config),
            listener: Listener::new(config.clone()),
            config,
            readers: Pool::new(READERS.0, READERS.1),
            writers: Pool::new(WRITERS.0, WRITERS.1),
        });
        let first = database.writers.take(|| database.connect_first())?;
        database.writers.put_back(Some(first));
        Ok(Self { database })
    }

    fn begin(&self, writes: bool, words: &str) -> Result<Box<dyn Tx>> {
        Ok(Box::new(self.begin_again(writes, words)?))
    }

    fn begin_again(&self, writes: bool, words: &str) -> Result<Transaction> {
        match self.try_begin(writes, words) {
            // Connections that stood idle may have died with the server; it may be back.
            Err(err) if err.kind() == Kind::Unavailable => {
                self.database.clear();
                self.try_begin(writes, words)
            }
            outcome => outcome,
        }
    }

    fn try_begin(&self, writes: bool, words: &str) -> Result<Transaction> {
        let database = Arc::clone(&self.database);
        let pool = database.pool(writes);
        let mut session = pool.take(|| database.connect())?;
        let begun = session.client.simple_query(words);
        let begun = begun
            .map_err(|err| database.failed(err))
            .and_then(|said| if writes { Mark::read(&said).map(Some) } else { Ok(None) });
        let mark = match begun {
            Ok(mark) => mark,
            Err(problem) => {
                pool.put_back(None);
                return Err(problem);
            }
        };
        Ok(Transaction {
            database: Arc::clone(&database),
            session: RefCell::new(Some(session)),
            mark,
            done: Slot::new(false),
            spoiled: Slot::new(false),
            cursors: Slot::new(0),
        })
    }

    fn begin_write(&self, durability: &str) -> Result<Box<dyn Tx>> {
        let patience = PATIENCE.as_secs();
        let words = format!(
            "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = {durability}; \
             SET LOCAL lock_timeout = '{patience}s'; SELECT pg_advisory_xact_lock({WRITERS_LOCK}); {}",
            outcome::MARK
        );
        self.begin(true, &words)
    }
}

/// Closing a connection blocks, which a thread that drives asynchronous work may not do; whoever
/// drops the store may be one.
impl Drop for Postgres {
    fn drop(&mut self) {
        let database = &self.database;
        let close = || database.clear();
        thread::scope(|scope| drop(thread::Builder::new().spawn_scoped(scope, close)));
    }
}

impl Store for Postgres {
    fn read(&self) -> Result<Box<dyn Tx>> {
        self.begin(false, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    fn write(&self) -> Result<Box<dyn Tx>> {
        self.begin_write("on")
    }

    fn write_relaxed(&self) -> Result<Box<dyn Tx>> {
        self.begin_write("off")
    }

    fn fleet(&self) -> Option<&dyn Fleet> {
        Some(self)
    }

    fn soundness(&self) -> Result<Soundness> {
        let mut session = self.database.connect()?;
        soundness::of(&mut session.client).map_err(|err| self.database.failed(err))
    }
}

impl Database {
    /// The connections for what writes, or for what does not.
    fn pool(&self, writes: bool) -> &Pool<Session> {
        if writes { &self.writers } else { &self.readers }
    }

    /// Closes what is idle.
    fn clear(&self) {
        self.readers.clear();
        self.writers.clear();
    }

    fn connect(&self) -> Result<Session> {
        let client = connect(&self.config, &self.name)?;
        Ok(Session { client, prepared: HashMap::new() })
    }

    /// The first connection, which brings the schema up to date while no other server does.
    fn connect_first(&self) -> Result<Session> {
        let mut first = self.connect()?;
        let client = &mut first.client;
        let lock = format!("SELECT pg_advisory_lock({WRITERS_LOCK})");
        client.batch_execute(&lock).map_err(|err| self.failed(err))?;
        let found = version(client).map_err(|err| self.failed(err))?;
        schema::check(found, &self.name)?;
        schema::for_postgres()?.run(client).map_err(|err| schema::failed(&self.name, err))?;
        let unlock = format!("SELECT pg_advisory_unlock({WRITERS_LOCK})");
        client.batch_execute(&unlock).map_err(|err| self.failed(err))?;
        Ok(first)
    }

    /// A statement failed.
    fn failed(&self, error: postgres::Error) -> Error {
        let problem = match error.code() {
            Some(&SqlState::UNIQUE_VIOLATION) => taken(),
            Some(
                &(SqlState::LOCK_NOT_AVAILABLE
                | SqlState::T_R_SERIALIZATION_FAILURE
                | SqlState::T_R_DEADLOCK_DETECTED),
            ) => Error::new(Kind::Busy, "The store is busy; try again later."),
            Some(&SqlState::PROGRAM_LIMIT_EXCEEDED) => {
                Error::new(Kind::BadParam, "A name is too long for the store.")
            }
            // Operator intervention, insufficient resources, connection exceptions, disk; a server
            // that has become another one's standby.
            Some(code)
                if *code != SqlState::READ_ONLY_SQL_TRANSACTION
                    && !["57", "53", "08", "58"]
                        .iter()
                        .any(|class| code.code().starts_with(class)) =>
            {
                return Error::internal(error);
            }
            _ => {
                let message = format!("The store {} cannot be used at the moment.", self.name);
                Error::new(Kind::Unavailable, message)
            }
        };
        problem.because(error)
    }
}

impl Session {
    /// The statement, prepared.
    fn prepare(&mut self, sql: &str) -> Result<postgres::Statement, postgres::Error> {
        if let Some(prepared) = self.prepared.get(sql) {
            return Ok(prepared.clone());
        }
        if self.prepared.len() >= PREPARED {
            self.prepared.clear();
        }
        let prepared = self.client.prepare(sql)?;
        self.prepared.insert(sql.to_owned(), prepared.clone());
        Ok(prepared)
    }

    fn query(&mut self, statement: &Statement<'_>) -> Result<Vec<postgres::Row>, postgres::Error> {
        let prepared = self.prepare(&statement.sql)?;
        let bound: Vec<_> = statement.values.iter().map(Bound).collect();
        self.client.query(&prepared, &references(&bound))
    }

    fn execute(&mut self, statement: &Statement<'_>) -> Result<u64, postgres::Error> {
        let prepared = self.prepare(&statement.sql)?;
        let bound: Vec<_> = statement.values.iter().map(Bound).collect();
        self.client.execute(&prepared, &references(&bound))
    }
}

impl Transaction {
    fn session(&self) -> Result<RefMut<'_, Session>> {
        if self.spoiled.get() {
            return Err(spoiled());
        }
        let session = self.session.try_borrow_mut().map_err(Error::internal)?;
        RefMut::filter_map(session, Option::as_mut).map_err(|_| spoiled())
    }

    /// Runs something on the connection, and notes that it failed.
    fn run<T>(&self, run: impl FnOnce(&mut Session) -> Result<T, postgres::Error>) -> Result<T> {
        let outcome = run(&mut *self.session()?);
        outcome.map_err(|err| {
            self.spoiled.set(true);
            self.database.failed(err)
        })
    }

    /// Runs a statement that changes rows; gives their number.
    fn change(&self, statement: &Statement<'_>) -> Result<u64> {
        if self.mark.is_none() {
            return Err(only_reads());
        }
        self.run(|session| session.execute(statement))
    }

    /// Reads a list of unknown length in batches.
    fn select_long(
        &self,
        mut statement: Statement<'_>,
        each: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        self.cursors.set(self.cursors.get() + 1);
        let cursor = format!("list_{}", self.cursors.get());
        statement.sql.insert_str(0, &format!("DECLARE {cursor} NO SCROLL CURSOR FOR "));
        // Each cursor has a name of its own, so there is no use in keeping the statement.
        let bound: Vec<_> = statement.values.iter().map(Bound).collect();
        self.run(|session| session.client.execute(&statement.sql, &references(&bound)))?;
        let fetch = format!("FETCH FORWARD {BATCH} FROM {cursor}");
        loop {
            let rows = self.run(|session| session.client.query_typed(&fetch, &[]))?;
            let last = rows.is_empty();
            if last || walk(&rows, each)?.is_break() {
                break;
            }
        }
        self.run(|session| session.client.batch_execute(&format!("CLOSE {cursor}")))
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
        let statement = DIALECT.select(table, columns, select)?;
        if is_long(select) {
            return self.select_long(statement, each);
        }
        // The rows are here before the first is looked at, so that the look may ask for more.
        let rows = self.run(|session| session.query(&statement))?;
        walk(&rows, each).map(drop)
    }

    fn count_rows(&self, table: &'static str, filter: &[Where<'_>]) -> Result<u64> {
        let statement = DIALECT.count(table, filter)?;
        let rows = self.run(|session| session.query(&statement))?;
        let number = rows.first().map(|row| Found(row).int(0)).transpose()?.flatten();
        u64::try_from(number.unwrap_or_default()).map_err(Error::internal)
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
        let now = format!("SELECT {}", fleet::NOW);
        let row = self.run(|session| session.client.query_one(&now, &[]))?;
        row.try_get(0).map(UnixTime).map_err(Error::internal)
    }

    fn announce(&self, notice: &Notice) -> Result<()> {
        let notice = notice.to_string();
        let words: [&(dyn ToSql + Sync); 2] = [&listener::CHANNEL, &notice];
        self.run(|session| session.client.execute("SELECT pg_notify($1, $2)", &words)).map(drop)
    }

    fn commit(self: Box<Self>) -> Result<()> {
        if let Err(problem) = self.run(|session| session.client.batch_execute("COMMIT")) {
            // The answer may have been lost and not the change.
            let mark = self.mark.as_ref().filter(|_| problem.kind() == Kind::Unavailable);
            let Some(mark) = mark else { return Err(problem) };
            if !self.database.is_committed(mark)? {
                return Err(problem);
            }
        }
        self.done.set(true);
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let done = self.done.get();
        let session = self.session.take().and_then(|mut session| {
            let clean = done || session.client.batch_execute("ROLLBACK").is_ok();
            (clean && !session.client.is_closed()).then_some(session)
        });
        self.database.pool(self.mark.is_some()).put_back(session);
    }
}

/// The values as the driver wants them.
fn references<'a>(bound: &'a [Bound<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    bound.iter().map(|value| -> &(dyn ToSql + Sync) { value }).collect()
}

/// Shows each row.
fn walk(
    rows: &[postgres::Row],
    each: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
) -> Result<ControlFlow<()>> {
    for row in rows {
        if each(&Found(row))?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Whether a list may be a whole table: nothing it must equal, and no small window.
fn is_long(select: &Select<'_>) -> bool {
    let narrow = |filter: &Where<'_>| matches!(filter, Where::Is(..) | Where::In(..));
    select.window.is_none_or(|(_, most)| most > BATCH) && !select.filter.iter().any(narrow)
}
