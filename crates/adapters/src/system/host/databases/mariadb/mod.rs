//! `MariaDB`. What is ours on it stands in the database `innkeeper`, which the server makes at its
//! start: databases, users with their hosts, and who was ever given rights on what. A row comes before
//! what it tells of and goes after it, so that nothing of ours is ever there without one; what is there
//! without a row is somebody else's and is left alone.

mod code;
mod compare;
mod grants;
mod logins;
mod moves;
mod session;
mod sql;
mod tables;

use std::collections::BTreeMap;

use api::{
    DatabaseName, Error, Result,
    ports::{Database, DatabaseServer, Flavor},
};
use root::{Layout, Service};

use super::taken;
use session::{Patience, Session, Sessions};
use sql::Name;

/// The server.
pub(super) struct Mariadb {
    sessions: Sessions,
    port: u16,
}

impl Mariadb {
    pub(super) fn new(layout: &Layout) -> Self {
        let socket = layout.run.join(Service::Mariadb.name()).join("mariadb.socket");
        let sessions = Sessions::new(socket, layout.server.clone());
        Self { sessions, port: layout.ports.mysql }
    }

    fn run<T>(&self, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        self.sessions.run(Patience::Usual, work)
    }

    pub(super) fn server(&self) -> Result<DatabaseServer> {
        let version: Option<String> = self.run(|session| session.first("SELECT VERSION()", ()))?;
        let version = version.unwrap_or_default();
        let number = version.split('-').next().unwrap_or_default().to_owned();
        Ok(DatabaseServer { flavor: Flavor::Mariadb, version: number, port: self.port })
    }

    pub(super) fn apply(&self, database: &Database) -> Result<()> {
        let marked = self.run(|session| Mark::of(session, &database.name))?;
        match (marked, &database.formerly) {
            (Some(Mark { former: Some(former) }), _) => self.go_on_moving(database, &former),
            (None, Some(former)) if self.run(|session| Mark::of(session, former))?.is_some() => {
                self.begin_moving(database, former)
            }
            (marked, _) => self.run(|session| make(session, database, marked.is_some())),
        }
    }

    pub(super) fn withdraw(&self, name: &DatabaseName) -> Result<()> {
        self.sessions.run(Patience::Long, |session| {
            if Mark::of(session, name)?.is_none() {
                return Ok(());
            }
            grants::forget(session, name)?;
            tables::end_sessions(session, name)?;
            session.run(&format!("DROP DATABASE IF EXISTS {}", Name(name.as_str())))?;
            session.put("DELETE FROM innkeeper.`databases` WHERE name = ?", (name.as_str(),))
        })
    }

    pub(super) fn sizes(&self, names: &[DatabaseName]) -> Result<BTreeMap<DatabaseName, u64>> {
        const SIZE: &str = "SELECT CAST(COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0) AS UNSIGNED)
            FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?";
        self.run(|session| {
            let mut sizes = BTreeMap::new();
            for name in names {
                if is_there(session, name)? {
                    let size: Option<u64> = session.first(SIZE, (name.as_str(),))?;
                    sizes.insert(name.clone(), size.unwrap_or_default());
                }
            }
            Ok(sizes)
        })
    }

    pub(super) fn list(&self) -> Result<Vec<DatabaseName>> {
        const QUERY: &str = "SELECT name FROM innkeeper.`databases` AS ours
            JOIN information_schema.SCHEMATA AS there ON there.SCHEMA_NAME = ours.name ORDER BY 1";
        parsed(&self.run(|session| session.rows(QUERY, ()))?)
    }

    pub(super) fn list_users(&self) -> Result<Vec<DatabaseName>> {
        const QUERY: &str = "SELECT DISTINCT ours.name FROM innkeeper.logins AS ours
            JOIN mysql.global_priv AS there ON there.User = ours.name AND there.Host = ours.host
            ORDER BY 1";
        parsed(&self.run(|session| session.rows(QUERY, ()))?)
    }
}

/// What says that a database is ours.
struct Mark {
    /// The name from which it still moves.
    former: Option<DatabaseName>,
}

impl Mark {
    fn of(session: &mut Session, name: &DatabaseName) -> Result<Option<Self>> {
        const QUERY: &str = "SELECT former FROM innkeeper.`databases` WHERE name = ?";
        let row: Option<(Option<String>,)> = session.first(QUERY, (name.as_str(),))?;
        let Some((former,)) = row else { return Ok(None) };
        let former = former.map(|former| former.parse()).transpose().map_err(Error::internal)?;
        Ok(Some(Self { former }))
    }

    /// Says so, before the database is made.
    fn put(
        session: &mut Session,
        database: &Database,
        former: Option<&DatabaseName>,
    ) -> Result<()> {
        const PUT: &str =
            "REPLACE INTO innkeeper.`databases` (name, account, former) VALUES (?, ?, ?)";
        let (name, account) = (database.name.as_str(), database.account.as_str());
        session.put(PUT, (name, account, former.map(DatabaseName::as_str)))
    }
}

fn make(session: &mut Session, database: &Database, marked: bool) -> Result<()> {
    if !marked && is_there(session, &database.name)? {
        return Err(taken(&database.name));
    }
    Mark::put(session, database, None)?;
    session.run(&format!("CREATE DATABASE IF NOT EXISTS {}", Name(database.name.as_str())))
}

fn is_there(session: &mut Session, name: &DatabaseName) -> Result<bool> {
    const QUERY: &str = "SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?";
    let row: Option<u8> = session.first(QUERY, (name.as_str(),))?;
    Ok(row.is_some())
}

fn parsed(names: &[String]) -> Result<Vec<DatabaseName>> {
    names.iter().map(|name| name.parse()).collect::<Result<_, _>>().map_err(Error::internal)
}
