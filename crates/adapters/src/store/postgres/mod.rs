//! The store in PostgreSQL. Writers follow one another there as they do in a file, by a lock of
//! the database's, so that a change may rest on what it has read; servers may share a database.

mod value;

use std::{
    cell::{Cell as Slot, RefCell, RefMut},
    collections::HashMap,
    ops::ControlFlow,
    sync::Arc,
    thread,
    time::Duration,
};

use api::{
    Error, Kind, Result,
    records::{Cell, Row, Select, Store, Tx, Where},
};
use postgres::{Client, Config, NoTls, config::Host, error::SqlState, types::ToSql};

use self::value::{Bound, Found};
use super::{
    only_reads,
    pool::{PATIENCE, Pool},
    schema, spoiled,
    statement::{Dialect, Statement},
    taken,
};

const DIALECT: Dialect = Dialect { sign: '$', update: "UPDATE ", list: None, row: ("", "") };

/// How many connections there may be at a time, and how many stay open.
const CONNECTIONS: (usize, usize) = (32, 8);

/// How many statements a connection keeps prepared.
const PREPARED: usize = 256;

/// How many rows of a long list are in memory at a time.
const BATCH: u64 = 1000;

/// The key of the lock that writers take: “keep” in ASCII.
const WRITERS: u32 = 0x6b65_6570;

/// A store in a database.
pub(super) struct Postgres {
    database: Arc<Database>,
}

/// The database and the connections to it.
struct Database {
    config: Config,
    /// Where it is, without the password.
    name: String,
    pool: Pool<Session>,
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
    writes: bool,
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
        let pool = Pool::new(CONNECTIONS.0, CONNECTIONS.1);
        let database = Arc::new(Database { name: name(&config), config, pool });
        let first = database.pool.take(|| database.connect_first())?;
        database.pool.put_back(Some(first));
        Ok(Self { database })
    }

    fn begin(&self, writes: bool, words: &str) -> Result<Box<dyn Tx>> {
        let tx = match self.try_begin(writes, words) {
            // Connections that stood idle may have died with the server; it may be back.
            Err(err) if err.kind() == Kind::Unavailable => {
                self.database.pool.clear();
                self.try_begin(writes, words)?
            }
            outcome => outcome?,
        };
        Ok(Box::new(tx))
    }

    fn try_begin(&self, writes: bool, words: &str) -> Result<Transaction> {
        let database = Arc::clone(&self.database);
        let mut session = database.pool.take(|| database.connect())?;
        if let Err(err) = session.client.batch_execute(words) {
            database.pool.put_back(None);
            return Err(database.failed(err));
        }
        Ok(Transaction {
            database,
            session: RefCell::new(Some(session)),
            writes,
            done: Slot::new(false),
            spoiled: Slot::new(false),
            cursors: Slot::new(0),
        })
    }

    fn begin_write(&self, durability: &str) -> Result<Box<dyn Tx>> {
        let patience = PATIENCE.as_secs();
        let words = format!(
            "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = {durability}; \
             SET LOCAL lock_timeout = '{patience}s'; SELECT pg_advisory_xact_lock({WRITERS})"
        );
        self.begin(true, &words)
    }
}

/// Closing a connection blocks, which a thread that drives asynchronous work may not do; whoever
/// drops the store may be one.
impl Drop for Postgres {
    fn drop(&mut self) {
        let pool = &self.database.pool;
        thread::scope(|scope| drop(thread::Builder::new().spawn_scoped(scope, || pool.clear())));
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

    /// PostgreSQL tells by itself of pages whose sums are wrong, and keeps no row that refers to none; its
    /// `pg_amcheck` is the tool of who looks further.
    fn faults(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }
}

impl Database {
    fn connect(&self) -> Result<Session> {
        let client = connect(&self.config, &self.name)?;
        Ok(Session { client, prepared: HashMap::new() })
    }

    /// The first connection, which brings the schema up to date while no other server does.
    fn connect_first(&self) -> Result<Session> {
        let mut first = self.connect()?;
        let client = &mut first.client;
        let lock = format!("SELECT pg_advisory_lock({WRITERS})");
        client.batch_execute(&lock).map_err(|err| self.failed(err))?;
        let found = version(client).map_err(|err| self.failed(err))?;
        schema::check(found, &self.name)?;
        schema::for_postgres()?.run(client).map_err(|err| schema::failed(&self.name, err))?;
        let unlock = format!("SELECT pg_advisory_unlock({WRITERS})");
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
            // Operator intervention, insufficient resources, connection exceptions, disk.
            Some(code)
                if !["57", "53", "08", "58"].iter().any(|class| code.code().starts_with(class)) =>
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
        if !self.writes {
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

    fn commit(self: Box<Self>) -> Result<()> {
        self.run(|session| session.client.batch_execute("COMMIT"))?;
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
        self.database.pool.put_back(session);
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

/// The schema's version, where the database has one.
pub(super) fn version(client: &mut Client) -> Result<Option<i32>, postgres::Error> {
    let there = format!("SELECT to_regclass('{}') IS NOT NULL", schema::HISTORY);
    if !client.query_one(&there, &[])?.try_get(0)? {
        return Ok(None);
    }
    client.query_one(schema::NEWEST, &[])?.try_get(0)
}

/// What a URL says, with limits.
pub(super) fn configuration(url: &str) -> Result<Config> {
    let config = url.parse::<Config>().map_err(|_| {
        // The parser's own words might repeat a part of the password.
        let message = "The store's URL is not of the form postgres://USER:PASSWORD@HOST/DATABASE \
                       (special characters are written %XX).";
        Error::new(Kind::BadParam, message)
    })?;
    Ok(careful(config))
}

/// Connects to the database of that name.
pub(super) fn connect(config: &Config, name: &str) -> Result<Client> {
    config.connect(NoTls).map_err(|err| {
        let message = format!("The store {name} cannot be reached: {err}.");
        Error::new(Kind::Unavailable, message).because(err)
    })
}

/// Where the database is, without the password.
pub(super) fn name(config: &Config) -> String {
    let hosts: Vec<_> = config
        .get_hosts()
        .iter()
        .map(|host| match host {
            Host::Tcp(host) => host.clone(),
            Host::Unix(path) => path.display().to_string(),
        })
        .collect();
    let database = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("postgres://{}/{database}", hosts.join(","))
}

/// The configuration with limits for how long a dead network is waited for, unless it has them.
fn careful(mut config: Config) -> Config {
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(30));
    }
    if config.get_application_name().is_none() {
        config.application_name("innkeeper");
    }
    config
}
