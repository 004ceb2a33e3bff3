//! Sessions with the server: a few are kept; one that the server has ended is opened anew.

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use api::{Error, Kind, Result};
use mysql::{
    Conn, Opts, OptsBuilder, Params,
    prelude::{FromRow, Queryable as _},
};

/// How many sessions are kept.
const KEPT: usize = 4;
/// How long the server may take to answer.
const USUAL: Duration = Duration::from_secs(10);
/// How long it may take over all rows of a database.
const LONG: Duration = Duration::from_mins(10);
/// What each session begins with. A backslash in a text means itself, and no statement waits for
/// another's end without end.
pub(super) const BEGIN: &str = "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES,\
                     NO_ENGINE_SUBSTITUTION', lock_wait_timeout = 5, innodb_lock_wait_timeout = 5, \
                     time_zone = 'SYSTEM'";

/// How long an answer is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Patience {
    /// As long as for anything.
    Usual,
    /// As long as work on all rows of a database may take.
    Long,
}

/// The sessions.
pub(super) struct Sessions {
    socket: PathBuf,
    user: String,
    idle: Mutex<Vec<Conn>>,
}

/// One of them.
pub(super) struct Session(Conn);

impl Sessions {
    pub(super) fn new(socket: PathBuf, user: String) -> Self {
        Self { socket, user, idle: Mutex::default() }
    }

    /// Runs something in a session; one in which something failed is not used again.
    pub(super) fn run<T>(
        &self,
        patience: Patience,
        work: impl FnOnce(&mut Session) -> Result<T>,
    ) -> Result<T> {
        let kept = if patience == Patience::Usual { self.kept() } else { None };
        let connection = match kept {
            Some(connection) => connection,
            None => Conn::new(self.opts(patience)).map_err(fault)?,
        };
        let mut session = Session(connection);
        let given = work(&mut session)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if patience == Patience::Usual && idle.len() < KEPT {
            idle.push(session.0);
        }
        Ok(given)
    }

    /// One that still answers.
    fn kept(&self) -> Option<Conn> {
        loop {
            let mut connection = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if connection.ping().is_ok() {
                return Some(connection);
            }
        }
    }

    fn opts(&self, patience: Patience) -> Opts {
        let limit = if patience == Patience::Usual { USUAL } else { LONG };
        let opts = OptsBuilder::new()
            .socket(Some(self.socket.display().to_string()))
            .user(Some(&self.user))
            .prefer_socket(false)
            .tcp_connect_timeout(Some(USUAL))
            .read_timeout(Some(limit))
            .write_timeout(Some(limit))
            .init(vec![BEGIN]);
        opts.into()
    }
}

impl Session {
    /// Runs a statement.
    pub(super) fn run(&mut self, statement: &str) -> Result<()> {
        self.0.query_drop(statement).map_err(fault)
    }

    /// Runs a statement whose values are apart from it.
    pub(super) fn put(&mut self, statement: &str, values: impl Into<Params>) -> Result<()> {
        self.0.exec_drop(statement, values).map_err(fault)
    }

    /// The rows that a query with values gives.
    pub(super) fn rows<T: FromRow>(
        &mut self,
        query: &str,
        values: impl Into<Params>,
    ) -> Result<Vec<T>> {
        self.0.exec(query, values).map_err(fault)
    }

    /// The first of them.
    pub(super) fn first<T: FromRow>(
        &mut self,
        query: &str,
        values: impl Into<Params>,
    ) -> Result<Option<T>> {
        self.0.exec_first(query, values).map_err(fault)
    }

    /// The rows that a statement gives which takes no values apart.
    pub(super) fn told<T: FromRow>(&mut self, statement: &str) -> Result<Vec<T>> {
        self.0.query(statement).map_err(fault)
    }
}

fn fault(cause: mysql::Error) -> Error {
    let message = match &cause {
        mysql::Error::MySqlError(said) => {
            format!("The MySQL server (MariaDB) did not do it ({}): {}", said.code, said.message)
        }
        _ => "The MySQL server (MariaDB) does not answer; try again once it runs.".to_owned(),
    };
    Error::new(Kind::Unavailable, message).because(cause)
}
