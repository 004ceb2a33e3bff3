//! Databases that get another name. The server cannot do that: a new one is made, and the tables move
//! there, each at once with its rows; the rest is made again. What was cut off goes on at the next call:
//! the new database's row tells from where.

use api::{DatabaseName, Error, Kind, Result, ports::Database};

use super::{
    Mariadb, Mark, code, grants, is_there,
    session::{Patience, Session},
    sql::{Name, Text},
    tables,
};
use crate::system::host::databases::taken;

impl Mariadb {
    pub(super) fn begin_moving(&self, database: &Database, former: &DatabaseName) -> Result<()> {
        self.run(|session| {
            if is_there(session, &database.name)? {
                return Err(taken(&database.name));
            }
            Mark::put(session, database, Some(former))
        })?;
        self.go_on_moving(database, former)
    }

    pub(super) fn go_on_moving(&self, database: &Database, former: &DatabaseName) -> Result<()> {
        self.sessions.run(Patience::Long, |session| {
            if is_there(session, former)? {
                make_like(session, &database.name, former)?;
                tables::end_sessions(session, former)?;
                // A view is made only where its maker may use what it reads.
                grants::copy(session, former, &database.name)?;
                code::keep(session, former, &database.name)?;
                code::drop_triggers(session, former)?;
                move_tables(session, former, &database.name)?;
                check_empty(session, former)?;
                grants::forget(session, former)?;
                session.run(&format!("DROP DATABASE {}", Name(former.as_str())))?;
            } else {
                make_like(session, &database.name, former)?;
            }
            code::restore(session, &database.name)?;
            session.put("DELETE FROM innkeeper.`databases` WHERE name = ?", (former.as_str(),))?;
            Mark::put(session, database, None)
        })
    }
}

/// Makes a database whose new tables are as another's.
fn make_like(session: &mut Session, name: &DatabaseName, former: &DatabaseName) -> Result<()> {
    const QUERY: &str = "SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME
        FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?";
    let row: Option<(String, String)> = session.first(QUERY, (former.as_str(),))?;
    let like = row.map(|(set, collation)| {
        format!(" CHARACTER SET {} COLLATE {}", Text(&set), Text(&collation))
    });
    let name = Name(name.as_str());
    session.run(&format!("CREATE DATABASE IF NOT EXISTS {name}{}", like.unwrap_or_default()))
}

/// All of them in one statement, so that no foreign key is without its table for longer than that.
fn move_tables(session: &mut Session, from: &DatabaseName, to: &DatabaseName) -> Result<()> {
    let (from_name, to) = (Name(from.as_str()), Name(to.as_str()));
    let tables = tables::names(session, from)?;
    let moves: Vec<String> = tables
        .iter()
        .map(|table| format!("{from_name}.{table} TO {to}.{table}", table = Name(table)))
        .collect();
    if moves.is_empty() {
        Ok(())
    } else {
        session.run(&format!("RENAME TABLE {}", moves.join(", ")))
    }
}

/// Nothing is dropped that has not moved.
fn check_empty(session: &mut Session, name: &DatabaseName) -> Result<()> {
    if tables::names(session, name)?.is_empty() {
        return Ok(());
    }
    let message = format!("The database “{name}” changed while it was renamed; try again.");
    Err(Error::new(Kind::Conflict, message))
}
