//! Who may do what with which database. Rights that are not asked for are taken away.

use std::collections::{BTreeMap, BTreeSet};

use api::{DatabaseName, Privileges, Result, ports::DatabaseLogin, values::Privilege};
use mysql::Row;

use super::{
    session::Session,
    sql::{Login, Name, Pattern},
};

/// Notes that a user may have rights on a database.
const NOTE: &str = "INSERT IGNORE INTO innkeeper.`grants` (name, login) VALUES (?, ?)";
/// The users that may have rights on a database, from each host.
const HOLDERS: &str = "SELECT login, host FROM innkeeper.`grants` AS given
    JOIN innkeeper.logins AS logins ON logins.name = given.login WHERE given.name = ?";

/// Rights, by the words of statements.
type Rights = BTreeSet<&'static str>;

/// Belongs to all rights on a database, and to nothing else.
const HISTORY: &str = "DELETE HISTORY";
/// Is nobody's.
const GRANT: &str = "GRANT OPTION";

/// Each right with its column in the server's table of rights on databases.
const COLUMNS: [(&str, &str); 20] = [
    ("Select_priv", "SELECT"),
    ("Insert_priv", "INSERT"),
    ("Update_priv", "UPDATE"),
    ("Delete_priv", "DELETE"),
    ("Create_priv", "CREATE"),
    ("Drop_priv", "DROP"),
    ("Grant_priv", GRANT),
    ("References_priv", "REFERENCES"),
    ("Index_priv", "INDEX"),
    ("Alter_priv", "ALTER"),
    ("Create_tmp_table_priv", "CREATE TEMPORARY TABLES"),
    ("Lock_tables_priv", "LOCK TABLES"),
    ("Create_view_priv", "CREATE VIEW"),
    ("Show_view_priv", "SHOW VIEW"),
    ("Create_routine_priv", "CREATE ROUTINE"),
    ("Alter_routine_priv", "ALTER ROUTINE"),
    ("Execute_priv", "EXECUTE"),
    ("Event_priv", "EVENT"),
    ("Trigger_priv", "TRIGGER"),
    ("Delete_history_priv", HISTORY),
];

fn rights(privileges: &Privileges) -> Rights {
    let each = Privilege::ALL.iter().filter(|privilege| privileges.has(**privilege));
    let history = privileges.is_all().then_some(HISTORY);
    each.map(|privilege| privilege.as_str()).chain(history).collect()
}

fn joined(rights: impl Iterator<Item = &'static str>) -> String {
    rights.collect::<Vec<_>>().join(", ")
}

/// Makes the rights of a user from a host those of `login`. That a right may be there is noted before
/// it is given.
pub(super) fn apply(session: &mut Session, login: &DatabaseLogin, host: &str) -> Result<()> {
    let user = Login(login.name.as_str(), host);
    let mut there = found(session, login.name.as_str(), host)?;
    for (database, privileges) in &login.grants {
        let pattern = Pattern(database.as_str());
        let (wanted, there) =
            (rights(privileges), there.remove(&pattern.text()).unwrap_or_default());
        let (more, less) = (
            joined(wanted.difference(&there).copied()),
            joined(there.difference(&wanted).copied()),
        );
        if !more.is_empty() {
            session.put(NOTE, (database.as_str(), login.name.as_str()))?;
            session.run(&format!("GRANT {more} ON {pattern}.* TO {user}"))?;
        }
        if !less.is_empty() {
            session.run(&format!("REVOKE {less} ON {pattern}.* FROM {user}"))?;
        }
    }
    for (pattern, rights) in there {
        let (pattern, rights) = (Name(&pattern), joined(rights.iter().copied()));
        session.run(&format!("REVOKE {rights} ON {pattern}.* FROM {user}"))?;
    }
    forget_routines(session, login, host)
}

/// The rights that a user from a host has, by the database as the server writes it.
fn found(session: &mut Session, name: &str, host: &str) -> Result<BTreeMap<String, Rights>> {
    let columns = COLUMNS.map(|(column, _)| format!("{column} = 'Y'")).join(", ");
    // Nearly all have the same host, so that the server's own choice of index reads them all.
    let query = format!(
        "SELECT Db, {columns} FROM mysql.db FORCE INDEX (User) WHERE User = ? AND Host = ?"
    );
    let rows: Vec<Row> = session.rows(&query, (name, host))?;
    let rights = |row: &Row| {
        let has = |place: &usize| row.get::<u8, _>(place + 1) == Some(1);
        let places = COLUMNS.iter().enumerate().filter(|(place, _)| has(place));
        places.map(|(_, (_, word))| *word).collect()
    };
    let rows = rows.iter().map(|row| (row.get(0).unwrap_or_default(), rights(row)));
    Ok(rows.filter(|(_, rights): &(String, Rights)| !rights.is_empty()).collect())
}

/// How the rights of a user differ from those of `login`.
pub(super) fn differences(
    session: &mut Session,
    login: &DatabaseLogin,
    host: &str,
) -> Result<Vec<String>> {
    let mut there = found(session, login.name.as_str(), host)?;
    let mut differences = Vec::new();
    for (database, privileges) in &login.grants {
        let wanted = rights(privileges);
        let there = there.remove(&Pattern(database.as_str()).text()).unwrap_or_default();
        let less = joined(wanted.difference(&there).copied());
        let more = joined(there.difference(&wanted).copied());
        if !less.is_empty() {
            differences.push(format!("from {host} it has not {less} on {database}"));
        }
        if !more.is_empty() {
            differences.push(format!("from {host} it has {more} on {database} too"));
        }
    }
    for (pattern, rights) in there {
        let rights = joined(rights.iter().copied());
        differences.push(format!("from {host} it has {rights} on {pattern} too"));
    }
    if has_global(session, &login.name, host)? {
        differences.push(format!("from {host} it has rights on all databases"));
    }
    Ok(differences)
}

/// Whether a user has rights that are of no database.
pub(super) fn has_global(session: &mut Session, name: &DatabaseName, host: &str) -> Result<bool> {
    const ACCESS: &str = "SELECT 1 FROM mysql.global_priv WHERE User = ? AND Host = ?
        AND COALESCE(JSON_VALUE(Priv, '$.access'), 0) <> 0";
    let row: Option<u8> = session.first(ACCESS, (name.as_str(), host))?;
    Ok(row.is_some())
}

/// Takes away what a user has of the routines that it once made, in databases that are not its now.
fn forget_routines(session: &mut Session, login: &DatabaseLogin, host: &str) -> Result<()> {
    const NOTED: &str = "SELECT name FROM innkeeper.`grants` WHERE login = ?";
    const GONE: &str = "DELETE FROM innkeeper.`grants` WHERE name = ? AND login = ?";
    for database in session.rows::<String>(NOTED, (login.name.as_str(),))? {
        if login.grants.keys().all(|name| name.as_str() != database) {
            routines(session, &database, &Login(login.name.as_str(), host))?;
            // The user from other hosts is still to come: this machine's comes last.
            if host == super::logins::HERE {
                session.put(GONE, (database.as_str(), login.name.as_str()))?;
            }
        }
    }
    Ok(())
}

fn routines(session: &mut Session, database: &str, user: &Login<'_>) -> Result<()> {
    const QUERY: &str = "SELECT Routine_type, Routine_name FROM mysql.procs_priv
        WHERE Host = ? AND Db = ? AND User = ?";
    let Login(name, host) = user;
    let rows: Vec<(String, String)> = session.rows(QUERY, (host, database, name))?;
    for (kind, routine) in rows {
        let kind = if kind == "FUNCTION" { "FUNCTION" } else { "PROCEDURE" };
        let routine = format!("{}.{}", Name(database), Name(&routine));
        session.run(&format!("REVOKE ALL PRIVILEGES ON {kind} {routine} FROM {user}"))?;
    }
    Ok(())
}

/// Gives all users the rights on a database that they have on another.
pub(super) fn copy(session: &mut Session, from: &DatabaseName, to: &DatabaseName) -> Result<()> {
    let holders: Vec<(String, String)> = session.rows(HOLDERS, (from.as_str(),))?;
    for (name, host) in &holders {
        let there = found(session, name, host)?;
        let rights = there.get(&Pattern(from.as_str()).text()).into_iter().flatten();
        let rights = joined(rights.copied().filter(|right| *right != GRANT));
        if !rights.is_empty() {
            session.put(NOTE, (to.as_str(), name))?;
            let (pattern, user) = (Pattern(to.as_str()), Login(name, host));
            session.run(&format!("GRANT {rights} ON {pattern}.* TO {user}"))?;
        }
    }
    Ok(())
}

/// Takes all rights on a database away from all users: the next of its name is another.
pub(super) fn forget(session: &mut Session, database: &DatabaseName) -> Result<()> {
    const HAS: &str = "SELECT 1 FROM mysql.db WHERE Host = ? AND Db = ? AND User = ?";
    let pattern = Pattern(database.as_str());
    let holders: Vec<(String, String)> = session.rows(HOLDERS, (database.as_str(),))?;
    for (name, host) in &holders {
        let user = Login(name, host);
        let row: Option<u8> = session.first(HAS, (host, pattern.text(), name))?;
        if row.is_some() {
            session.run(&format!("REVOKE ALL PRIVILEGES ON {pattern}.* FROM {user}"))?;
        }
        routines(session, database.as_str(), &user)?;
    }
    session.put("DELETE FROM innkeeper.`grants` WHERE name = ?", (database.as_str(),))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_privilege_has_a_column_and_all_is_all() {
        let all = rights(&Privileges::all());
        let columns: Rights = COLUMNS.iter().map(|(_, word)| *word).collect();
        assert_eq!(columns.difference(&all).copied().collect::<Vec<_>>(), [GRANT]);
        assert!(all.is_subset(&columns));
        let some: Privileges = "SELECT,UPDATE".parse().unwrap();
        assert_eq!(joined(rights(&some).into_iter()), "SELECT, UPDATE");
    }
}
