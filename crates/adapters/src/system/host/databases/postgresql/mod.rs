//! PostgreSQL. A database of ours has a comment that says so, which nobody but us can give, for the
//! accounts' users do not own it. What they make in it belongs to a role of the database's own, of
//! which those are members that have rights on it: so all of them have the same. A user of ours is a
//! member of `innkeeper_accounts`, which is who may come in by password at all.

mod compare;
mod databases;
mod logins;
mod schema;
mod session;
mod sql;

use std::{collections::BTreeMap, sync::Arc};

use api::{
    DatabaseName, Error, Result,
    ports::{DatabaseServer, Flavor},
};
use root::{Client, Layout, Service};
use tokio_postgres::Row;

use session::{Session, Sessions};

/// The role of all users of accounts.
const ACCOUNTS: &str = "innkeeper_accounts";
/// How the comment of a database begins; its account follows.
const MARK: &str = "Innkeeper, account ";

/// The server.
pub(super) struct Postgresql {
    sessions: Sessions,
    port: u16,
}

impl Postgresql {
    pub(super) fn new(root: Arc<Client>, layout: &Layout) -> Self {
        let (socket, port) = (layout.run.join(Service::Postgresql.name()), layout.ports.postgresql);
        Self { sessions: Sessions::new(socket, port, layout.server.clone(), root), port }
    }

    pub(super) fn server(&self) -> Result<DatabaseServer> {
        let rows = self.sessions.run(|session| session.rows("SHOW server_version", &[]))?;
        let version = texts(&rows)?.pop().unwrap_or_default();
        let number = version.split(' ').next().unwrap_or_default().to_owned();
        Ok(DatabaseServer { flavor: Flavor::Postgresql, version: number, port: self.port })
    }

    pub(super) fn sizes(&self, names: &[DatabaseName]) -> Result<BTreeMap<DatabaseName, u64>> {
        const QUERY: &str = "SELECT datname::text, pg_database_size(oid) FROM pg_database
            WHERE datname = ANY($1) AND shobj_description(oid, 'pg_database') LIKE $2";
        let names: Vec<&str> = names.iter().map(DatabaseName::as_str).collect();
        let rows = self.sessions.run(|session| session.rows(QUERY, &[&names, &pattern()]))?;
        let sizes = rows.iter().map(|row| {
            let name: String = row.try_get(0).map_err(Error::internal)?;
            let size: i64 = row.try_get(1).map_err(Error::internal)?;
            Ok((name.parse().map_err(Error::internal)?, u64::try_from(size).unwrap_or_default()))
        });
        sizes.collect()
    }

    pub(super) fn routines(&self, names: &[DatabaseName]) -> Result<Vec<String>> {
        const QUERY: &str = "SELECT DISTINCT proname::text FROM pg_proc
            JOIN pg_namespace ON pg_namespace.oid = pronamespace
            WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%' ORDER BY 1";
        let mut routines = Vec::new();
        for name in names {
            let found =
                self.sessions.run_long(Some(name.as_str()), |session| session.rows(QUERY, &[]));
            routines.extend(texts(&found?)?);
        }
        Ok(routines)
    }

    pub(super) fn list(&self) -> Result<Vec<DatabaseName>> {
        const QUERY: &str = "SELECT datname::text FROM pg_database
            WHERE shobj_description(oid, 'pg_database') LIKE $1 ORDER BY datname";
        parsed(&self.sessions.run(|session| session.rows(QUERY, &[&pattern()]))?)
    }

    pub(super) fn list_users(&self) -> Result<Vec<DatabaseName>> {
        const QUERY: &str = "SELECT member.rolname::text FROM pg_auth_members
            JOIN pg_roles AS member ON member.oid = pg_auth_members.member
            WHERE roleid = (SELECT oid FROM pg_roles WHERE rolname = $1)
            AND member.rolname <> current_user ORDER BY 1";
        parsed(&self.sessions.run(|session| session.rows(QUERY, &[&ACCOUNTS]))?)
    }
}

fn pattern() -> String {
    format!("{MARK}%")
}

/// Whether a query gives any row.
fn has_any(session: &mut Session, query: &str, name: &str) -> Result<bool> {
    session.rows(query, &[&name]).map(|rows| !rows.is_empty())
}

/// The first column of rows.
fn texts(rows: &[Row]) -> Result<Vec<String>> {
    rows.iter().map(|row| row.try_get(0).map_err(Error::internal)).collect()
}

fn parsed(rows: &[Row]) -> Result<Vec<DatabaseName>> {
    let names = texts(rows)?;
    names.iter().map(|name| name.parse()).collect::<Result<_, _>>().map_err(Error::internal)
}
