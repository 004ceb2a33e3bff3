//! The accounts' databases.

use std::{thread, time::Duration};

use api::{DatabaseName, Error, Kind, Result, ports::Database};

use super::{
    MARK, Postgresql, has_any,
    session::Session,
    sql::{Name, Text},
};
use crate::system::host::databases::taken;

/// The longest name; the server would cut off what is longer.
const LONGEST: usize = 63;
/// How often a database is moved while its users come in again.
const TRIES: u32 = 20;

/// A database as the server has it.
pub(super) struct Found {
    pub(super) id: u32,
    /// The account that our mark names, where it carries one; it is given last.
    pub(super) account: Option<String>,
    /// Whether it is ours: made by us, though a cut may have left it without its mark.
    ours: bool,
    /// Whether it lets users in.
    pub(super) open: bool,
    /// Whether it lets in whoever has no right on it.
    pub(super) public: bool,
}

impl Found {
    /// Whether it is as it should be.
    fn is_settled(&self, database: &Database) -> bool {
        let account = self.account.as_deref() == Some(database.account.as_str());
        account && self.open && !self.public
    }
}

/// The role that owns what is in a database: no user of an account's is called so.
pub(super) fn owner(id: u32) -> String {
    format!("innkeeper:db:{id}")
}

impl Postgresql {
    pub(in crate::system::host::databases) fn apply(&self, database: &Database) -> Result<()> {
        let name = &database.name;
        check_length(name)?;
        match self.found(name)? {
            Some(found) if found.is_settled(database) => return Ok(()),
            Some(found) if !found.ours => return Err(taken(name)),
            Some(_) => {}
            None => match self.former(database)? {
                Some(former) => self.rename(&former, name)?,
                None => self.create(name)?,
            },
        }
        let found = self.found(name)?;
        let gone = || Error::new(Kind::Conflict, format!("The database “{name}” went meanwhile."));
        self.settle(database, found.ok_or_else(gone)?.id)
    }

    pub(in crate::system::host::databases) fn withdraw(&self, name: &DatabaseName) -> Result<()> {
        let found = self.found(name)?.filter(|found| found.account.is_some());
        self.sessions.run_long(None, |session| {
            if found.is_some() {
                let name = Name(name.as_str());
                session.run(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?;
            }
            remove_owners(session)
        })
    }

    pub(super) fn found(&self, name: &DatabaseName) -> Result<Option<Found>> {
        const QUERY: &str = "SELECT oid,
            CASE WHEN shobj_description(oid, 'pg_database') LIKE $2
                THEN substr(shobj_description(oid, 'pg_database'), length($2)) END,
            pg_get_userbyid(datdba) = current_user AND datname <> current_user,
            datconnlimit < 0,
            datacl IS NULL OR EXISTS (SELECT FROM aclexplode(datacl) WHERE grantee = 0)
            FROM pg_database WHERE datname = $1";
        let rows = self
            .sessions
            .run(|session| session.rows(QUERY, &[&name.as_str(), &super::pattern()]))?;
        let Some(row) = rows.first() else { return Ok(None) };
        let read = || -> Result<Found, tokio_postgres::Error> {
            Ok(Found {
                id: row.try_get(0)?,
                account: row.try_get(1)?,
                ours: row.try_get(2)?,
                open: row.try_get(3)?,
                public: row.try_get(4)?,
            })
        };
        read().map(Some).map_err(Error::internal)
    }

    /// The former name under which the database is still there.
    fn former(&self, database: &Database) -> Result<Option<DatabaseName>> {
        let Some(former) = &database.formerly else { return Ok(None) };
        let found = self.found(former)?;
        Ok(found.filter(|found| found.account.is_some()).map(|_| former.clone()))
    }

    fn create(&self, name: &DatabaseName) -> Result<()> {
        let name = Name(name.as_str());
        let create = format!(
            "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' \
             CONNECTION LIMIT 0"
        );
        self.sessions.run_long(None, |session| session.run(&create))
    }

    /// Users who are in it are sent out, and none is let in while it moves.
    fn rename(&self, former: &DatabaseName, name: &DatabaseName) -> Result<()> {
        const END: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = $1 AND pid <> pg_backend_pid()";
        let (from, to) = (Name(former.as_str()), Name(name.as_str()));
        self.sessions.run_long(None, |session| {
            session.run(&format!("ALTER DATABASE {from} CONNECTION LIMIT 0"))?;
            for _ in 0..TRIES {
                session.rows(END, &[&former.as_str()])?;
                if session.run_unless_used(&format!("ALTER DATABASE {from} RENAME TO {to}"))? {
                    return Ok(());
                }
                thread::sleep(Duration::from_millis(50));
            }
            session.run(&format!("ALTER DATABASE {from} CONNECTION LIMIT -1"))?;
            let message = format!("The database “{former}” is in use and cannot be renamed now.");
            Err(Error::new(Kind::Conflict, message))
        })
    }

    /// Gives a database to its own role, closes it to all others, and marks it: then it is done.
    fn settle(&self, database: &Database, id: u32) -> Result<()> {
        let owner = owner(id);
        let (role, name) = (Name(&owner), Name(database.name.as_str()));
        let us = Name(&self.sessions.user);
        self.sessions.run(|session| {
            if !has_any(session, "SELECT FROM pg_roles WHERE rolname = $1", &owner)? {
                session.run(&format!("CREATE ROLE {role} NOLOGIN; GRANT {role} TO {us}"))?;
            }
            session.run(&format!(
                "REVOKE ALL ON DATABASE {name} FROM PUBLIC; \
                 GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {name} TO {role}; \
                 ALTER DATABASE {name} CONNECTION LIMIT -1"
            ))
        })?;
        self.sessions.run_long(Some(database.name.as_str()), |session| {
            session.run(&format!("GRANT ALL ON SCHEMA public TO {role}"))
        })?;
        let mark = format!("{MARK}{}", database.account);
        let mark = format!("COMMENT ON DATABASE {name} IS {}", Text(&mark));
        self.sessions.run(|session| session.run(&mark))
    }
}

pub(super) fn check_length(name: &DatabaseName) -> Result<()> {
    if name.as_str().len() <= LONGEST {
        return Ok(());
    }
    let message = format!("PostgreSQL has no names of more than {LONGEST} characters: “{name}”.");
    Err(Error::new(Kind::Conflict, message))
}

/// Removes the roles of databases that are gone; one at a time, until the session ends, for two would
/// remove the same.
fn remove_owners(session: &mut Session) -> Result<()> {
    const GONE: &str = "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'innkeeper:db:%'
        AND NOT EXISTS (SELECT FROM pg_database WHERE rolname = 'innkeeper:db:' || oid)";
    session.run("SELECT pg_advisory_lock(2)")?;
    for role in super::texts(&session.rows(GONE, &[])?)? {
        session.run(&format!("DROP ROLE IF EXISTS {}", Name(&role)))?;
    }
    Ok(())
}
