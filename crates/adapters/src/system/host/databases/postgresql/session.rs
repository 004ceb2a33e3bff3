//! Sessions with the server, in which nothing waits without end. In one of the databases nothing that
//! an account made there is found by its bare name.

use std::{
    future::Future,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use api::{Error, Kind, Result};
use root::{Client, Verb};
use tokio::{runtime, time};
use tokio_postgres::{Config, NoTls, Row, error::SqlState, types::ToSql};

/// How many sessions in the server's own database are kept.
const KEPT: usize = 4;
/// How long the server may take to answer.
const USUAL: Duration = Duration::from_secs(10);
/// How long it may take to make, move and drop a database.
const LONG: Duration = Duration::from_mins(5);
/// How long a server is waited for that says that it starts.
const STARTING: Duration = Duration::from_secs(10);
/// What each session begins with. The server's own limit comes before ours, so that it tells why.
const OPTIONS: &str = "-c search_path=pg_catalog -c statement_timeout=9s -c lock_timeout=5s \
                       -c client_min_messages=warning -c standard_conforming_strings=on";
/// The database of those that are in no account's.
const OWN: &str = "postgres";

/// Where sessions come from.
pub(super) struct Sessions {
    socket: PathBuf,
    port: u16,
    pub(super) user: String,
    root: Arc<Client>,
    idle: Mutex<Vec<Session>>,
}

/// A session.
pub(super) struct Session {
    runtime: runtime::Runtime,
    client: tokio_postgres::Client,
    limit: Duration,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("the server: {0}")]
    Server(#[from] tokio_postgres::Error),
    #[error("no answer in time")]
    Late,
    #[error("this process: {0}")]
    Here(#[from] std::io::Error),
}

impl Sessions {
    pub(super) fn new(socket: PathBuf, port: u16, user: String, root: Arc<Client>) -> Self {
        Self { socket, port, user, root, idle: Mutex::default() }
    }

    /// Runs something in a session in the server's own database; one in which something failed is not
    /// used again.
    pub(super) fn run<T>(&self, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        let mut session = match self.kept() {
            Some(session) => session,
            None => self.open(OWN, USUAL)?,
        };
        let given = work(&mut session)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(session);
        }
        Ok(given)
    }

    /// Runs something that may take long in a session in a database of an account's, or in the server's
    /// own where none is named.
    pub(super) fn run_long<T>(
        &self,
        database: Option<&str>,
        work: impl FnOnce(&mut Session) -> Result<T>,
    ) -> Result<T> {
        let mut session = self.open(database.unwrap_or(OWN), LONG)?;
        session.run("SET statement_timeout = '290s'")?;
        work(&mut session)
    }

    /// One that still answers.
    fn kept(&self) -> Option<Session> {
        loop {
            let session = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if session.bounded(session.client.simple_query("")).is_ok() {
                return Some(session);
            }
        }
    }

    /// Opens a session. A server that is new does not know us yet: root introduces us.
    fn open(&self, database: &str, limit: Duration) -> Result<Session> {
        let begun = Instant::now();
        let mut introduced = false;
        loop {
            match self.connect(database, limit) {
                Err(Fault::Server(cause)) if is_starting(&cause) && begun.elapsed() < STARTING => {
                    thread::sleep(Duration::from_millis(50));
                }
                Err(Fault::Server(cause)) if is_unknown(&cause) && !introduced => {
                    introduced = true;
                    self.introduce()?;
                }
                done => return done.map_err(fault),
            }
        }
    }

    /// Has root tell the server who we are.
    pub(super) fn introduce(&self) -> Result<()> {
        let done = self.root.call(&Verb::DatabaseLogin);
        done.map(drop).map_err(|refusal| away().because(refusal))
    }

    fn connect(&self, database: &str, limit: Duration) -> Result<Session, Fault> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let mut config = Config::new();
        config.host_path(&self.socket).port(self.port).user(&self.user).dbname(database);
        config.application_name("innkeeper").options(OPTIONS).connect_timeout(USUAL);
        let connecting = async { time::timeout(USUAL, config.connect(NoTls)).await };
        let (client, connection) = runtime.block_on(connecting).map_err(|_| Fault::Late)??;
        // It goes on whenever something is waited for; its end is seen by what is asked next.
        let _connection = runtime.spawn(connection);
        Ok(Session { runtime, client, limit })
    }
}

impl Session {
    /// Runs statements, all or none of them.
    pub(super) fn run(&mut self, statements: &str) -> Result<()> {
        self.bounded(self.client.batch_execute(statements)).map_err(fault)
    }

    /// Runs a statement; says no where somebody is in the database that it is about.
    pub(super) fn run_unless_used(&mut self, statement: &str) -> Result<bool> {
        match self.bounded(self.client.batch_execute(statement)) {
            Err(Fault::Server(cause)) if cause.code() == Some(&SqlState::OBJECT_IN_USE) => {
                Ok(false)
            }
            done => done.map(|()| true).map_err(fault),
        }
    }

    /// The rows that a query gives.
    pub(super) fn rows(&mut self, query: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>> {
        self.bounded(self.client.query(query, values)).map_err(fault)
    }

    fn bounded<T>(
        &self,
        work: impl Future<Output = Result<T, tokio_postgres::Error>>,
    ) -> Result<T, Fault> {
        let work = async { time::timeout(self.limit, work).await };
        Ok(self.runtime.block_on(work).map_err(|_| Fault::Late)??)
    }
}

fn is_starting(cause: &tokio_postgres::Error) -> bool {
    cause.code() == Some(&SqlState::CANNOT_CONNECT_NOW)
}

fn is_unknown(cause: &tokio_postgres::Error) -> bool {
    let code = cause.code();
    code == Some(&SqlState::INVALID_AUTHORIZATION_SPECIFICATION)
        || code == Some(&SqlState::INSUFFICIENT_PRIVILEGE)
}

fn away() -> Error {
    Error::new(Kind::Unavailable, "The PostgreSQL server does not answer; try again once it runs.")
}

fn fault(cause: Fault) -> Error {
    let said = match &cause {
        Fault::Server(cause) => cause.as_db_error().map(|said| said.message().to_owned()),
        Fault::Late | Fault::Here(_) => None,
    };
    let error = said.map_or_else(away, |said| {
        Error::new(Kind::Unavailable, format!("The PostgreSQL server did not do it: {said}"))
    });
    error.because(cause)
}
