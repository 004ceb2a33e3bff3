//! What of the accounts' databases and users is otherwise than it should be. Nothing is changed.

use api::{
    Result,
    ports::{Database, DatabaseLogin},
};

use super::{
    Mariadb, grants, is_there,
    logins::{hosts_of, password, wanted_hosts},
    session::Session,
};

/// What is noted of what is not there, each with the words that say so.
const STRAYS: [(&str, &str); 4] = [
    (
        "SELECT CONCAT(ours.name, '@', ours.host) FROM innkeeper.logins AS ours WHERE NOT EXISTS
            (SELECT 1 FROM mysql.global_priv AS there WHERE there.User = ours.name
                AND there.Host = ours.host)",
        "is noted as a user and is none",
    ),
    (
        "SELECT CONCAT(login, ' on ', name) FROM innkeeper.`grants` WHERE NOT EXISTS
            (SELECT 1 FROM innkeeper.logins AS logins WHERE logins.name = login)",
        "is noted as a grant to a user who is not there",
    ),
    (
        "SELECT DISTINCT CONCAT(Db, ' for ', User, '@', Host) FROM mysql.db WHERE NOT EXISTS
            (SELECT 1 FROM mysql.global_priv AS there
            WHERE there.User = db.User AND there.Host = db.Host)",
        "is a grant to a user who is not there",
    ),
    (
        "SELECT DISTINCT name FROM innkeeper.code",
        "has views, routines or triggers that a renaming has not made again",
    ),
];

impl Mariadb {
    /// What is otherwise of a database.
    pub(in crate::system::host::databases) fn compare(
        &self,
        database: &Database,
    ) -> Result<Vec<String>> {
        const MARK: &str = "SELECT account, former FROM innkeeper.`databases` WHERE name = ?";
        self.run(|session| {
            if !is_there(session, &database.name)? {
                return Ok(vec!["it is not on the server".to_owned()]);
            }
            let mark: Option<(String, Option<String>)> =
                session.first(MARK, (database.name.as_str(),))?;
            Ok(match mark {
                None => vec!["it is on the server as somebody else's".to_owned()],
                Some((_, Some(former))) => vec![format!("it is still renamed from {former}")],
                Some((account, None)) if account != database.account.as_str() => {
                    vec![format!("the server has it as {account}'s")]
                }
                Some(_) => Vec::new(),
            })
        })
    }

    /// What is otherwise of a user.
    pub(in crate::system::host::databases) fn compare_user(
        &self,
        login: &DatabaseLogin,
    ) -> Result<Vec<String>> {
        let hosts = wanted_hosts(login);
        self.run(|session| {
            let mut differences = Vec::new();
            for host in &hosts {
                differences.extend(of_host(session, login, host)?);
            }
            let known = hosts_of(session, &login.name)?;
            let more = known.iter().filter(|host| !hosts.contains(*host));
            differences.extend(more.map(|host| format!("it may come from {host} too")));
            Ok(differences)
        })
    }

    pub(in crate::system::host::databases) fn strays(&self) -> Result<Vec<String>> {
        self.run(|session| {
            let mut strays = Vec::new();
            for (query, said) in STRAYS {
                let found: Vec<String> = session.told(query)?;
                strays.extend(found.iter().map(|name| format!("MariaDB: {name} {said}")));
            }
            Ok(strays)
        })
    }
}

/// What is otherwise of a user that comes from a host.
fn of_host(session: &mut Session, login: &DatabaseLogin, host: &str) -> Result<Vec<String>> {
    const STATE: &str = "SELECT COALESCE(JSON_VALUE(Priv, '$.plugin') = 'mysql_native_password'
            AND JSON_VALUE(Priv, '$.authentication_string') = ?
            AND NOT JSON_EXISTS(Priv, '$.auth_or'), 0),
        COALESCE(JSON_VALUE(Priv, '$.account_locked') IN ('1', 'true'), 0)
        FROM mysql.global_priv WHERE User = ? AND Host = ?";
    let verifier = password(&login.password)?.0;
    let state: Option<(bool, bool)> =
        session.first(STATE, (verifier, login.name.as_str(), host))?;
    let Some((fits, locked)) = state else {
        return Ok(vec![format!("it cannot come from {host}")]);
    };
    let mut differences = Vec::new();
    if !fits {
        differences.push(format!("from {host} it comes in by another password"));
    }
    if locked != login.locked {
        let how = if locked { "is kept out" } else { "is let in" };
        differences.push(format!("from {host} it {how}"));
    }
    differences.extend(grants::differences(session, login, host)?);
    Ok(differences)
}
