//! What is in a database: tables and routines, how they are made and in which state they are.

use api::{
    DatabaseName, Error, Result,
    ports::{TableMessage, Upkeep},
};

use super::{
    Mariadb,
    session::{Patience, Session},
    sql::Name,
};

impl Mariadb {
    pub(in crate::system::host::databases) fn upkeep(
        &self,
        name: &DatabaseName,
        upkeep: Upkeep,
    ) -> Result<Vec<TableMessage>> {
        let verb = match upkeep {
            Upkeep::Check => "CHECK",
            Upkeep::Repair => "REPAIR",
        };
        self.sessions.run(Patience::Long, |session| {
            let mut messages = Vec::new();
            for table in names(session, name)? {
                let work = format!("{verb} TABLE {}.{}", Name(name.as_str()), Name(&table));
                let rows: Vec<(String, String, String, String)> = session.told(&work)?;
                for (_, _, kind, text) in rows {
                    let kind = kind.to_ascii_lowercase().parse().map_err(unknown)?;
                    messages.push(TableMessage { table: table.clone(), kind, text });
                }
            }
            Ok(messages)
        })
    }

    pub(in crate::system::host::databases) fn routines(
        &self,
        names: &[DatabaseName],
    ) -> Result<Vec<String>> {
        const QUERY: &str = "SELECT ROUTINE_NAME FROM information_schema.ROUTINES
            WHERE ROUTINE_SCHEMA = ? ORDER BY ROUTINE_NAME";
        self.run(|session| {
            let mut routines = Vec::new();
            for name in names {
                routines.extend(session.rows::<String>(QUERY, (name.as_str(),))?);
            }
            Ok(routines)
        })
    }

    /// Tables first, for views read them.
    pub(in crate::system::host::databases) fn schema(&self, name: &DatabaseName) -> Result<String> {
        self.sessions.run(Patience::Long, |session| {
            let mut schema = format!("-- The schema of the database {name}.\n");
            for table in names(session, name)? {
                let show = format!("SHOW CREATE TABLE {}.{}", Name(name.as_str()), Name(&table));
                let rows: Vec<(String, String)> = session.told(&show)?;
                for (_, statement) in rows {
                    schema.extend(["\n", &statement, ";\n"]);
                }
            }
            for view in views(session, name)? {
                let show = format!("SHOW CREATE VIEW {}.{}", Name(name.as_str()), Name(&view));
                let rows: Vec<(String, String, String, String)> = session.told(&show)?;
                for (_, statement, ..) in rows {
                    schema.extend(["\n", &statement, ";\n"]);
                }
            }
            Ok(schema)
        })
    }
}

fn unknown(kind: String) -> Error {
    Error::internal(format!("MariaDB speaks of a table: {kind}"))
}

/// The tables of a database.
pub(super) fn names(session: &mut Session, name: &DatabaseName) -> Result<Vec<String>> {
    const QUERY: &str = "SELECT TABLE_NAME FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = ? AND TABLE_TYPE NOT LIKE '%VIEW' ORDER BY TABLE_NAME";
    session.rows(QUERY, (name.as_str(),))
}

fn views(session: &mut Session, name: &DatabaseName) -> Result<Vec<String>> {
    const QUERY: &str = "SELECT TABLE_NAME FROM information_schema.VIEWS
        WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME";
    session.rows(QUERY, (name.as_str(),))
}

/// Ends the sessions that are in a database, which would hold its tables.
pub(super) fn end_sessions(session: &mut Session, name: &DatabaseName) -> Result<()> {
    const QUERY: &str = "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = ?
        AND ID <> CONNECTION_ID()";
    for id in session.rows::<u64>(QUERY, (name.as_str(),))? {
        // It may have ended by itself.
        if let Err(error) = session.run(&format!("KILL CONNECTION {id}")) {
            tracing::debug!(id, %error, "a session is gone");
        }
    }
    Ok(())
}
