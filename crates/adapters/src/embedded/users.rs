//! The machine's users.

use std::collections::BTreeSet;

use api::{
    Account, Error, Result, UserName,
    ports::{OsLogin, OsUsers, Usage},
};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Machine, database::fault};

impl OsUsers for Machine {
    fn apply(&self, account: &Account, login: &OsLogin) -> Result<()> {
        let gone = self.make_home(account)?;
        self.database.write(|transaction| {
            if let Some(name) = &gone {
                remove(transaction, name)?;
            }
            put(transaction, account, login)
        })
    }

    /// The homes one by one, all rows in one transaction.
    fn apply_all(&self, users: &[(Account, OsLogin)]) -> Result<()> {
        let gone = users.iter().map(|(account, _)| self.make_home(account));
        let gone: Vec<Option<UserName>> = gone.collect::<Result<_>>()?;
        self.database.write(|transaction| {
            gone.iter().flatten().try_for_each(|name| remove(transaction, name))?;
            users.iter().try_for_each(|(account, login)| put(transaction, account, login))
        })
    }

    /// Those of each kind by one statement.
    fn expire(&self, users: &[(UserName, bool)]) -> Result<()> {
        const KINDS: [(bool, &str); 2] = [
            (true, "INSERT OR IGNORE INTO expired_users SELECT value FROM json_each(?1)"),
            (false, "DELETE FROM expired_users WHERE name IN (SELECT value FROM json_each(?1))"),
        ];
        self.database.write(|transaction| {
            for (kind, sql) in KINDS {
                let same = users.iter().filter(|(_, expired)| *expired == kind);
                let names: Vec<&str> = same.map(|(name, _)| name.as_str()).collect();
                let names = serde_json::to_string(&names).map_err(Error::internal)?;
                let mut statement = transaction.prepare_cached(sql).map_err(fault)?;
                statement.execute([names]).map_err(fault)?;
            }
            Ok(())
        })
    }

    fn withdraw(&self, name: &UserName) -> Result<()> {
        self.homes.remove(name)?;
        self.database.write(|transaction| remove(transaction, name))
    }

    fn usage(&self, account: &Account) -> Result<Usage> {
        self.homes.usage(account.name())
    }

    fn has_file(&self, account: &Account, path: &str) -> Result<bool> {
        self.homes.has_file(account.name(), path)
    }

    fn has_folder(&self, account: &Account, path: &str) -> Result<bool> {
        self.homes.has_folder(account.name(), path)
    }

    fn copy_folder(&self, from: (&Account, &str), to: (&Account, &str)) -> Result<()> {
        self.homes.copy_folder((from.0.name(), from.1), (to.0.name(), to.1))
    }

    /// It has none: a home here may hold what the disk holds.
    fn quotas_enabled(&self) -> Result<bool> {
        Ok(false)
    }

    fn list(&self) -> Result<Vec<UserName>> {
        let mut names: BTreeSet<UserName> = self.homes.names()?.into_iter().collect();
        let rows: Vec<String> = self.database.read(|connection| {
            let mut query = connection.prepare_cached("SELECT name FROM users")?;
            query.query_map([], |row| row.get(0))?.collect()
        })?;
        names.extend(rows.iter().filter_map(|name| name.parse::<UserName>().ok()));
        Ok(names.into_iter().collect())
    }
}

impl Machine {
    /// How a user logs in, as last applied.
    pub fn login(&self, name: &UserName) -> Result<Option<OsLogin>> {
        const QUERY: &str = "SELECT password, locked,
            EXISTS (SELECT 1 FROM expired_users WHERE expired_users.name = users.name)
            FROM users WHERE name = ?1";
        self.database.read(|connection| {
            let mut query = connection.prepare_cached(QUERY)?;
            let login = |row: &rusqlite::Row<'_>| {
                Ok(OsLogin { password: row.get(0)?, locked: row.get(1)?, expired: row.get(2)? })
            };
            query.query_row([name.as_str()], login).optional()
        })
    }

    /// Makes the home, by renaming where it has a former name; gives the name whose row is to go.
    fn make_home(&self, account: &Account) -> Result<Option<UserName>> {
        if let Some(formerly) = &account.record().formerly {
            self.homes.rename(formerly, account.name())?;
        }
        self.homes.make(account.name())?;
        self.former_name(account)
    }

    /// The account's former name, where nobody else has a home of that name by now.
    fn former_name(&self, account: &Account) -> Result<Option<UserName>> {
        match &account.record().formerly {
            Some(name) if name != account.name() && self.homes.find(name)?.is_none() => {
                Ok(Some(name.clone()))
            }
            _ => Ok(None),
        }
    }
}

/// Writes a user's rows.
pub(super) fn put(connection: &Connection, account: &Account, login: &OsLogin) -> Result<()> {
    const PUT: &str = "REPLACE INTO users
        (name, uid, gid, home, shell, password, locked) VALUES (?1,?2,?3,?4,?5,?6,?7)";
    const EXPIRE: &str = "INSERT OR IGNORE INTO expired_users VALUES (?1)";
    let record = account.record();
    let mut statement = connection.prepare_cached(PUT).map_err(fault)?;
    let row = params![
        record.name.as_str(),
        record.uid,
        record.gid,
        record.home,
        record.shell,
        login.password,
        login.locked
    ];
    statement.execute(row).map_err(fault)?;
    let expiry = if login.expired { EXPIRE } else { NOT_EXPIRED };
    let mut statement = connection.prepare_cached(expiry).map_err(fault)?;
    statement.execute([record.name.as_str()]).map_err(fault)?;
    Ok(())
}

fn remove(connection: &Connection, name: &UserName) -> Result<()> {
    for sql in ["DELETE FROM users WHERE name = ?1", NOT_EXPIRED] {
        connection.execute(sql, [name.as_str()]).map_err(fault)?;
    }
    Ok(())
}

/// Says that a user need not choose a new password.
const NOT_EXPIRED: &str = "DELETE FROM expired_users WHERE name = ?1";
