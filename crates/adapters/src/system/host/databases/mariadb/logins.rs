//! The accounts' users: each is one user of the server for each host that it may come from, of which
//! this machine is the last that is made and goes.

use std::collections::BTreeSet;

use api::{DatabaseName, Error, Result, ports::DatabaseLogin};

use super::{
    Mariadb, grants,
    session::Session,
    sql::{self, Login, Text},
};
use crate::system::host::databases::taken;

/// This machine as a host: over the socket, or TCP on loopback.
pub(super) const HERE: &str = "localhost";

impl Mariadb {
    pub(in crate::system::host::databases) fn apply_user(
        &self,
        login: &DatabaseLogin,
    ) -> Result<()> {
        let password = password(&login.password)?;
        let lock = if login.locked { "LOCK" } else { "UNLOCK" };
        let hosts = wanted_hosts(login);
        self.run(|session| {
            let known = hosts_of(session, &login.name)?;
            for host in &hosts {
                let user = Login(login.name.as_str(), host);
                let state = format!(
                    "{user} IDENTIFIED VIA mysql_native_password USING {password} ACCOUNT {lock}"
                );
                let is_known = known.contains(host);
                if !is_known {
                    note(session, &login.name, host)?;
                }
                // What somebody gave by hand may be more than we may take away.
                if is_known && grants::has_global(session, &login.name, host)? {
                    session.run(&format!("DROP USER IF EXISTS {user}"))?;
                }
                session.run(&format!("CREATE USER IF NOT EXISTS {state}"))?;
                grants::apply(session, login, host)?;
                // With many users, each statement about one takes the server a while.
                if is_known {
                    session.run(&format!("ALTER USER {state}"))?;
                }
            }
            for gone in known.iter().filter(|host| !hosts.contains(*host)) {
                remove(session, &login.name, gone)?;
            }
            if login.locked { end_sessions(session, &login.name) } else { Ok(()) }
        })
    }

    pub(in crate::system::host::databases) fn withdraw_user(
        &self,
        name: &DatabaseName,
    ) -> Result<()> {
        self.run(|session| {
            let known = hosts_of(session, name)?;
            if known.is_empty() {
                return Ok(());
            }
            let (here, others): (Vec<_>, Vec<_>) = known.iter().partition(|host| *host == HERE);
            for host in others.into_iter().chain(here) {
                remove(session, name, host)?;
            }
            session.put("DELETE FROM innkeeper.`grants` WHERE login = ?", (name.as_str(),))?;
            end_sessions(session, name)
        })
    }
}

/// The hosts that a user may come from, this machine last.
pub(super) fn wanted_hosts(login: &DatabaseLogin) -> Vec<String> {
    let mut hosts: Vec<String> = login.hosts.iter().map(sql::host).collect();
    hosts.retain(|host| host != HERE);
    hosts.push(HERE.to_owned());
    hosts
}

/// A password as the server keeps it; one that nothing fits where there is none.
pub(super) fn password(verifier: &str) -> Result<Text<'_>> {
    if verifier.is_empty() {
        return Ok(Text("invalid"));
    }
    let digits = verifier.strip_prefix('*').unwrap_or_default();
    if digits.len() == 40 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(Text(verifier));
    }
    Err(Error::internal("a password is not as MariaDB keeps it"))
}

pub(super) fn hosts_of(session: &mut Session, name: &DatabaseName) -> Result<BTreeSet<String>> {
    const QUERY: &str = "SELECT host FROM innkeeper.logins WHERE name = ?";
    Ok(session.rows(QUERY, (name.as_str(),))?.into_iter().collect())
}

/// Notes that a user from a host is ours, before it is made; refuses where somebody else made it.
fn note(session: &mut Session, name: &DatabaseName, host: &str) -> Result<()> {
    const THERE: &str = "SELECT 1 FROM mysql.global_priv WHERE Host = ? AND User = ?";
    const NOTE: &str = "INSERT IGNORE INTO innkeeper.logins (name, host) VALUES (?, ?)";
    let row: Option<u8> = session.first(THERE, (host, name.as_str()))?;
    if row.is_some() {
        return Err(taken(name));
    }
    session.put(NOTE, (name.as_str(), host))
}

fn remove(session: &mut Session, name: &DatabaseName, host: &str) -> Result<()> {
    const GONE: &str = "DELETE FROM innkeeper.logins WHERE name = ? AND host = ?";
    session.run(&format!("DROP USER IF EXISTS {}", Login(name.as_str(), host)))?;
    session.put(GONE, (name.as_str(), host))
}

fn end_sessions(session: &mut Session, name: &DatabaseName) -> Result<()> {
    session.run(&format!("KILL USER {}", Text(name.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_server_keeps_is_taken_for_a_password() {
        let kept = format!("*{}", "A0".repeat(20));
        assert_eq!(password(&kept).unwrap().to_string(), format!("'{kept}'"));
        assert_eq!(password("").unwrap().to_string(), "'invalid'");
        for wrong in ["secret", "*AB", &format!("*{}", "x".repeat(40)), &"A".repeat(41)] {
            assert!(password(wrong).is_err(), "{wrong}");
        }
    }
}
