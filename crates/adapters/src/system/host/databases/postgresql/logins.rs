//! The accounts' users.

use std::collections::BTreeMap;

use api::{DatabaseName, Error, Kind, Result, ports::DatabaseLogin};

use super::{
    ACCOUNTS, Postgresql,
    databases::{check_length, owner},
    has_any,
    session::Session,
    sql::{Name, Text},
    texts,
};
use crate::system::host::databases::taken;

/// How a password begins as the server keeps it; anything else it would take for a password itself.
const SCRAM: &str = "SCRAM-SHA-256$";

/// What is ours among users.
const OURS: &str = "SELECT FROM pg_auth_members JOIN pg_roles ON pg_roles.oid = member
    WHERE rolname = $1 AND rolname <> current_user
    AND roleid = (SELECT oid FROM pg_roles WHERE rolname = 'innkeeper_accounts')";

impl Postgresql {
    pub(in crate::system::host::databases) fn apply_user(
        &self,
        login: &DatabaseLogin,
    ) -> Result<()> {
        check_length(&login.name)?;
        let password = password(&login.password)?;
        let enter = if login.locked { "NOLOGIN" } else { "LOGIN" };
        let (name, user) = (login.name.as_str(), Name(login.name.as_str()));
        self.sessions.run(|session| {
            let (wanted, there) = (wanted(session, login)?, granted(session, &login.name)?);
            let mut work = Vec::new();
            if !is_ours(session, &login.name)? {
                work.push(format!("CREATE ROLE {user} NOLOGIN IN ROLE {}", Name(ACCOUNTS)));
            }
            work.push(format!("ALTER ROLE {user} {enter} PASSWORD {password}"));
            let gone: Vec<_> = difference(&there, &wanted).collect();
            for (_, role) in difference(&wanted, &there) {
                work.push(format!("GRANT {} TO {user}", Name(role)));
            }
            for (database, role) in &wanted {
                if !begins_as(session, &login.name, (database, role))? {
                    work.push(set_role(&user, database, &format!("SET role TO {}", Name(role))));
                }
            }
            for (database, role) in &gone {
                work.push(format!("REVOKE {} FROM {user}", Name(role)));
                work.push(set_role(&user, database, "RESET role"));
            }
            session.run(&work.join("; "))?;
            let gone = gone.iter().map(|(database, _)| database.as_str()).collect();
            end_sessions(session, name, (!login.locked).then_some(&gone))
        })
    }

    pub(in crate::system::host::databases) fn withdraw_user(
        &self,
        name: &DatabaseName,
    ) -> Result<()> {
        let user = Name(name.as_str());
        let ours = self.sessions.run(|session| {
            let ours = has_any(session, OURS, name.as_str())?;
            if ours {
                let us = Name(&self.sessions.user);
                session.run(&format!("ALTER ROLE {user} NOLOGIN; GRANT {user} TO {us}"))?;
                end_sessions(session, name.as_str(), None)?;
            }
            Ok(ours)
        })?;
        if !ours {
            return Ok(());
        }
        for (database, role) in self.sessions.run(|session| holding(session, name))? {
            self.sessions.run_long(Some(&database), |session| {
                let role = Name(&role);
                session.run(&format!("REASSIGN OWNED BY {user} TO {role}; DROP OWNED BY {user}"))
            })?;
        }
        self.sessions.run(|session| session.run(&format!("DROP ROLE IF EXISTS {user}")))
    }
}

/// Whether a user is there and ours; refuses where it is somebody else's.
pub(super) fn is_ours(session: &mut Session, name: &DatabaseName) -> Result<bool> {
    if has_any(session, OURS, name.as_str())? {
        return Ok(true);
    }
    let there = has_any(session, "SELECT FROM pg_roles WHERE rolname = $1", name.as_str())?;
    if there { Err(taken(name)) } else { Ok(false) }
}

pub(super) type Roles = BTreeMap<String, String>;

fn difference<'a>(
    these: &'a Roles,
    those: &'a Roles,
) -> impl Iterator<Item = (&'a String, &'a String)> {
    these.iter().filter(|(database, _)| !those.contains_key(*database))
}

/// Has a user's sessions in a database begin as another role, or not.
fn set_role(user: &Name<'_>, database: &str, act: &str) -> String {
    format!("ALTER ROLE {user} IN DATABASE {} {act}", Name(database))
}

/// Whether a user's sessions in a database begin as another role.
pub(super) fn begins_as(
    session: &mut Session,
    name: &DatabaseName,
    (database, role): (&str, &str),
) -> Result<bool> {
    const BEGINS: &str = "SELECT FROM pg_db_role_setting JOIN pg_roles ON pg_roles.oid = setrole
        JOIN pg_database ON pg_database.oid = setdatabase
        WHERE rolname = $1 AND datname = $2 AND $3 = ANY(setconfig)";
    let begins = format!("role={role}");
    let rows = session.rows(BEGINS, &[&name.as_str(), &database, &begins])?;
    Ok(!rows.is_empty())
}

/// A password as the server keeps it; none where nothing fits.
pub(super) fn password(verifier: &str) -> Result<String> {
    if verifier.is_empty() {
        return Ok("NULL".to_owned());
    }
    if verifier.starts_with(SCRAM) && verifier.len() > 80 {
        return Ok(Text(verifier).to_string());
    }
    Err(Error::internal("a password is not as PostgreSQL keeps it"))
}

/// The databases that a user is to have rights on, each with the role of it. Rights come all together.
pub(super) fn wanted(session: &mut Session, login: &DatabaseLogin) -> Result<Roles> {
    const QUERY: &str = "SELECT oid FROM pg_database WHERE datname = $1
        AND shobj_description(oid, 'pg_database') LIKE $2";
    let mut wanted = BTreeMap::new();
    for (name, privileges) in &login.grants {
        if !privileges.is_all() {
            let message = format!(
                "On PostgreSQL a user has all rights on a database or none: “{}” cannot have some \
                 on “{name}”.",
                login.name
            );
            return Err(Error::new(Kind::Conflict, message));
        }
        let rows = session.rows(QUERY, &[&name.as_str(), &super::pattern()])?;
        let gone = || Error::new(Kind::Conflict, format!("There is no database “{name}”."));
        let id: u32 = rows.first().ok_or_else(gone)?.try_get(0).map_err(Error::internal)?;
        wanted.insert(name.as_str().to_owned(), owner(id));
    }
    Ok(wanted)
}

/// The databases that a user has rights on, alike.
pub(super) fn granted(session: &mut Session, name: &DatabaseName) -> Result<Roles> {
    const QUERY: &str = "SELECT datname::text, owner.rolname::text FROM pg_auth_members
        JOIN pg_roles AS owner ON owner.oid = roleid
        JOIN pg_database ON owner.rolname = 'innkeeper:db:' || pg_database.oid
        WHERE member = (SELECT oid FROM pg_roles WHERE rolname = $1)";
    pairs(session, QUERY, name)
}

/// The databases in which something belongs to a user, alike.
fn holding(session: &mut Session, name: &DatabaseName) -> Result<Vec<(String, String)>> {
    const QUERY: &str = "SELECT DISTINCT datname::text, 'innkeeper:db:' || pg_database.oid
        FROM pg_shdepend JOIN pg_database ON pg_database.oid = dbid
        WHERE refclassid = 'pg_authid'::regclass
        AND refobjid = (SELECT oid FROM pg_roles WHERE rolname = $1)";
    pairs(session, QUERY, name).map(|pairs| pairs.into_iter().collect())
}

fn pairs(session: &mut Session, query: &str, name: &DatabaseName) -> Result<Roles> {
    let rows = session.rows(query, &[&name.as_str()])?;
    let (names, rows) = (texts(&rows)?, rows.iter());
    let roles = rows.map(|row| row.try_get(1).map_err(Error::internal));
    Ok(names.into_iter().zip(roles.collect::<Result<Vec<String>>>()?).collect())
}

/// Ends a user's sessions: those in some databases, or all.
fn end_sessions(session: &mut Session, name: &str, databases: Option<&Vec<&str>>) -> Result<()> {
    const ALL: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1";
    const SOME: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE usename = $1 AND datname = ANY($2)";
    match databases {
        None => session.rows(ALL, &[&name]).map(drop),
        Some(databases) if databases.is_empty() => Ok(()),
        Some(databases) => session.rows(SOME, &[&name, databases]).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use api::{Engine, Secret};

    use super::*;
    use crate::system::verifiers;

    #[test]
    fn only_what_the_server_keeps_is_taken_for_a_password() {
        let kept =
            verifiers::of(Engine::Postgresql, &Secret::new("Quarry-lamp-7".to_owned())).unwrap();
        assert_eq!(password(&kept).unwrap(), format!("'{kept}'"));
        assert_eq!(password("").unwrap(), "NULL");
        for wrong in ["secret", "md5abc", SCRAM] {
            assert!(password(wrong).is_err(), "{wrong}");
        }
    }
}
