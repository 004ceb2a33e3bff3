//! What of the accounts' databases and users is otherwise than it should be. Nothing is changed.

use api::{
    Error, Result,
    ports::{Database, DatabaseLogin},
};

use super::{
    Postgresql,
    databases::owner,
    has_any,
    logins::{begins_as, granted, is_ours, wanted},
    session::Session,
    texts,
};

/// What is left of what is not there, each with the words that say so.
const STRAYS: [(&str, &str); 2] = [
    (
        "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'innkeeper:db:%'
            AND NOT EXISTS (SELECT FROM pg_database WHERE rolname = 'innkeeper:db:' || oid)",
        "is the role of a database that is not there",
    ),
    (
        "SELECT datname::text FROM pg_database
            WHERE pg_get_userbyid(datdba) = current_user AND datname <> current_user
            AND coalesce(shobj_description(oid, 'pg_database') NOT LIKE 'Innkeeper, account %', true)",
        "is a database that was made in part",
    ),
];

/// Whether the server tells whether a password is what it should be.
const TELLS: &str = "SELECT FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
    WHERE nspname = 'innkeeper' AND proname = 'has_password'";

impl Postgresql {
    /// What is otherwise of a database.
    pub(in crate::system::host::databases) fn compare(
        &self,
        database: &Database,
    ) -> Result<Vec<String>> {
        let Some(found) = self.found(&database.name)? else {
            return Ok(vec!["it is not on the server".to_owned()]);
        };
        let Some(account) = found.account else {
            return Ok(vec!["it is on the server without our mark".to_owned()]);
        };
        let mut differences = Vec::new();
        if account != database.account.as_str() {
            differences.push(format!("the server has it as {account}'s"));
        }
        if !found.open {
            differences.push("it lets nobody in".to_owned());
        }
        if found.public {
            differences.push("it lets in who has no right on it".to_owned());
        }
        let role = owner(found.id);
        let named = "SELECT FROM pg_roles WHERE rolname = $1";
        if !self.sessions.run(|session| has_any(session, named, &role))? {
            differences.push(format!("its role {role} is not there"));
        }
        Ok(differences)
    }

    /// What is otherwise of a user.
    pub(in crate::system::host::databases) fn compare_user(
        &self,
        login: &DatabaseLogin,
    ) -> Result<Vec<String>> {
        // A server that was set up by an earlier release does not tell yet.
        if !self.sessions.run(|session| session.rows(TELLS, &[]).map(|rows| !rows.is_empty()))? {
            self.sessions.introduce()?;
        }
        self.sessions.run(|session| {
            if !is_ours(session, &login.name)? {
                return Ok(vec!["it is not on the server".to_owned()]);
            }
            let mut differences = state(session, login)?;
            differences.extend(rights(session, login)?);
            Ok(differences)
        })
    }

    pub(in crate::system::host::databases) fn strays(&self) -> Result<Vec<String>> {
        self.sessions.run(|session| {
            let mut strays = Vec::new();
            for (query, said) in STRAYS {
                let found = texts(&session.rows(query, &[])?)?;
                strays.extend(found.iter().map(|name| format!("PostgreSQL: {name} {said}")));
            }
            Ok(strays)
        })
    }
}

/// What is otherwise of how a user comes in, and of what it may do with the whole server.
fn state(session: &mut Session, login: &DatabaseLogin) -> Result<Vec<String>> {
    const STATE: &str = "SELECT rolcanlogin, rolsuper OR rolcreatedb OR rolcreaterole
            OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = $1";
    let mut differences = Vec::new();
    let name = login.name.as_str();
    let rows = session.rows(STATE, &[&name])?;
    let flag = |place: usize| rows.first().map(|row| row.try_get(place)).transpose();
    let can_enter = flag(0).map_err(Error::internal)?.unwrap_or(false);
    if can_enter == login.locked {
        let how = if can_enter { "it is let in" } else { "it is kept out" };
        differences.push(how.to_owned());
    }
    if flag(1).map_err(Error::internal)?.unwrap_or(false) {
        differences.push("it may do more with the server than a user of an account".to_owned());
    }
    if !has_password(session, login)? {
        differences.push("it comes in by another password".to_owned());
    }
    Ok(differences)
}

fn has_password(session: &mut Session, login: &DatabaseLogin) -> Result<bool> {
    const QUERY: &str = "SELECT innkeeper.has_password($1::text::name, $2)";
    let verifier = Some(login.password.as_str()).filter(|verifier| !verifier.is_empty());
    let rows = session.rows(QUERY, &[&login.name.as_str(), &verifier])?;
    let row = rows.first().ok_or_else(|| Error::internal("a function gave no row"))?;
    row.try_get(0).map_err(Error::internal)
}

/// What is otherwise of a user's rights on databases.
fn rights(session: &mut Session, login: &DatabaseLogin) -> Result<Vec<String>> {
    const OTHERS: &str = "SELECT roleid::regrole::text FROM pg_auth_members
        JOIN pg_roles AS member ON member.oid = pg_auth_members.member
        JOIN pg_roles AS given ON given.oid = roleid
        WHERE member.rolname = $1 AND given.rolname <> 'innkeeper_accounts'
        AND NOT EXISTS (SELECT FROM pg_database WHERE given.rolname = 'innkeeper:db:' || oid)
        ORDER BY 1";
    let (wanted, there) = (wanted(session, login)?, granted(session, &login.name)?);
    let mut differences = Vec::new();
    for (database, role) in &wanted {
        if !there.contains_key(database) {
            differences.push(format!("it has no right on {database}"));
        } else if !begins_as(session, &login.name, (database, role))? {
            differences.push(format!("in {database} it does not begin as {role}"));
        }
    }
    let more = there.keys().filter(|database| !wanted.contains_key(*database));
    differences.extend(more.map(|database| format!("it has rights on {database} too")));
    let others = texts(&session.rows(OTHERS, &[&login.name.as_str()])?)?;
    differences.extend(others.iter().map(|role| format!("it is a member of {role} too")));
    Ok(differences)
}
