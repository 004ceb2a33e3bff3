//! What the machine was told of FTP. Nothing here serves it: the logins are kept as a server would
//! have them, and the folders that they see are made.

use api::{
    Account, Result, UserName,
    ports::{Ftp, FtpServer, FtpSession, FtpState, FtpUser, Usage},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Machine, database::fault};

/// The port of FTP.
const PORT: u16 = 21;

impl Ftp for Machine {
    fn apply(&self, state: &FtpState) -> Result<()> {
        for login in state.logins.iter().filter(|login| !login.home.is_empty()) {
            self.homes.make_folder(&state.account, &login.home)?;
        }
        self.database.write(|transaction| put(transaction, state).map_err(fault))
    }

    fn withdraw(&self, account: &UserName) -> Result<()> {
        self.database.write(|transaction| remove(transaction, account).map_err(fault))
    }

    fn list(&self) -> Result<Vec<UserName>> {
        let names: Vec<String> = self.database.read(|connection| {
            let mut query =
                connection.prepare_cached("SELECT account FROM ftp ORDER BY account")?;
            query.query_map([], |row| row.get(0))?.collect()
        })?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    fn folder_usage(&self, account: &Account, path: &str) -> Result<Usage> {
        self.homes.usage_of(account.name(), path)
    }

    fn remove_folder(&self, account: &Account, path: &str) -> Result<()> {
        self.homes.remove_folder(account.name(), path)
    }

    fn server(&self) -> Result<FtpServer> {
        Ok(FtpServer { program: None, port: PORT })
    }

    fn sessions(&self, _account: &Account) -> Result<Vec<FtpSession>> {
        Ok(Vec::new())
    }

    fn end_sessions(&self, _account: &Account, _login: Option<&str>) -> Result<()> {
        Ok(())
    }
}

impl Machine {
    /// An account's FTP as last applied.
    pub fn ftp(&self, account: &UserName) -> Result<Option<FtpState>> {
        const QUERY: &str =
            "SELECT locked, anonymous, incoming, welcome FROM ftp WHERE account = ?1";
        self.database.read(|connection| {
            let logins = logins(connection, account)?;
            let state = |row: &Row<'_>| {
                Ok(FtpState {
                    account: account.clone(),
                    locked: row.get(0)?,
                    logins: logins.clone(),
                    anonymous: row.get(1)?,
                    incoming: row.get(2)?,
                    welcome: row.get(3)?,
                })
            };
            connection.prepare_cached(QUERY)?.query_row([account.as_str()], state).optional()
        })
    }
}

fn logins(connection: &Connection, account: &UserName) -> rusqlite::Result<Vec<FtpUser>> {
    const QUERY: &str =
        "SELECT login, home, password, quota FROM ftp_logins WHERE account = ?1 ORDER BY login";
    let mut query = connection.prepare_cached(QUERY)?;
    let login = |row: &Row<'_>| {
        Ok(FtpUser {
            login: row.get(0)?,
            home: row.get(1)?,
            password: row.get(2)?,
            quota: api::Limit(row.get(3)?),
        })
    };
    query.query_map([account.as_str()], login)?.collect()
}

fn put(connection: &Connection, state: &FtpState) -> rusqlite::Result<()> {
    const PUT: &str = "INSERT INTO ftp (account, locked, anonymous, incoming, welcome)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    // A login may have been another account's before.
    const LOGIN: &str = "REPLACE INTO ftp_logins (login, account, home, password, quota)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    remove(connection, &state.account)?;
    let account = state.account.as_str();
    let row = params![account, state.locked, state.anonymous, state.incoming, state.welcome];
    connection.prepare_cached(PUT)?.execute(row)?;
    let mut statement = connection.prepare_cached(LOGIN)?;
    for login in &state.logins {
        let row = params![login.login, account, login.home, login.password, login.quota.0];
        statement.execute(row)?;
    }
    Ok(())
}

fn remove(connection: &Connection, account: &UserName) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM ftp_logins WHERE account = ?1", [account.as_str()])?;
    connection.execute("DELETE FROM ftp WHERE account = ?1", [account.as_str()])?;
    Ok(())
}
