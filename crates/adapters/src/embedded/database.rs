//! The file in which the machine keeps what it was told: one connection that writes, a few that
//! read.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use api::{Error, Kind, Result};
use rusqlite::{Connection, Transaction, TransactionBehavior, config::DbConfig};

/// `zones` is what an earlier schema had; the reconciler applies those zones again.
const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS users (
        name TEXT PRIMARY KEY, uid INTEGER NOT NULL, gid INTEGER NOT NULL, home TEXT NOT NULL,
        shell TEXT NOT NULL, password TEXT NOT NULL, locked INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS expired_users (name TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sites (
        domain TEXT PRIMARY KEY, account TEXT NOT NULL, root TEXT NOT NULL,
        suspended INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS facts (
        name TEXT PRIMARY KEY, value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS site_redirects (
        domain TEXT NOT NULL, path TEXT NOT NULL, account TEXT NOT NULL, target TEXT NOT NULL,
        kind TEXT NOT NULL, wildcard INTEGER NOT NULL, www TEXT NOT NULL,
        PRIMARY KEY (domain, path)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS mail_domains (
        domain TEXT PRIMARY KEY, state TEXT NOT NULL, signing_key TEXT
    );
    CREATE TABLE IF NOT EXISTS mail_queue (
        id TEXT PRIMARY KEY, account TEXT NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL,
        at INTEGER NOT NULL, held INTEGER NOT NULL, message TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS mail_queue_by_account ON mail_queue (account, at);
    CREATE INDEX IF NOT EXISTS mail_queue_by_sender ON mail_queue (sender, at);
    CREATE TABLE IF NOT EXISTS mail_log (
        id TEXT NOT NULL, account TEXT NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL,
        at INTEGER NOT NULL, bytes INTEGER NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS mail_log_by_account ON mail_log (account, at);
    CREATE TABLE IF NOT EXISTS mail_ids (last INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS databases (
        engine TEXT NOT NULL, name TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (engine, name)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS database_users (
        engine TEXT NOT NULL, name TEXT NOT NULL, account TEXT NOT NULL, password TEXT NOT NULL,
        locked INTEGER NOT NULL, hosts TEXT NOT NULL, PRIMARY KEY (engine, name)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS database_grants (
        engine TEXT NOT NULL, login TEXT NOT NULL, name TEXT NOT NULL, privileges TEXT NOT NULL,
        PRIMARY KEY (engine, login, name)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS database_grants_by_name ON database_grants (engine, name);
    CREATE TABLE IF NOT EXISTS ftp (
        account TEXT PRIMARY KEY, locked INTEGER NOT NULL, anonymous INTEGER NOT NULL,
        incoming INTEGER NOT NULL, welcome TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ftp_logins (
        login TEXT PRIMARY KEY, account TEXT NOT NULL, home TEXT NOT NULL,
        password TEXT NOT NULL, quota INTEGER
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ftp_logins_by_account ON ftp_logins (account);
    CREATE TABLE IF NOT EXISTS addresses (
        ip TEXT PRIMARY KEY, prefix INTEGER NOT NULL, alias INTEGER NOT NULL UNIQUE
    ) WITHOUT ROWID;
    DROP TABLE IF EXISTS zones;
    CREATE TABLE IF NOT EXISTS zone_heads (
        name TEXT PRIMARY KEY, serial INTEGER NOT NULL, head TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS zone_lines (
        zone TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, ttl INTEGER NOT NULL,
        kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (zone, place)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS tls (
        domain TEXT PRIMARY KEY, chain TEXT, key TEXT, redirects INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS tls_primaries (
        address TEXT PRIMARY KEY, domain TEXT NOT NULL UNIQUE
    ) WITHOUT ROWID;
    ";

/// An earlier schema marked in its wide rows who must choose a new password.
const SPLIT: &str = "
    BEGIN;
    INSERT OR IGNORE INTO expired_users SELECT name FROM users WHERE expired;
    ALTER TABLE users DROP COLUMN expired;
    COMMIT;
    ";

/// How many idle connections are kept for readers.
const IDLE_READERS: usize = 4;

/// The file and its connections.
pub(super) struct Database {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Database {
    /// Opens the file, which is made where there is none.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let writer = connect(path).map_err(fault)?;
        writer.execute_batch(SCHEMA).map_err(fault)?;
        if writer.column_exists(None, "users", "expired").map_err(fault)? {
            writer.execute_batch(SPLIT).map_err(fault)?;
        }
        Ok(Self { path: path.to_owned(), writer: writer.into(), readers: Mutex::default() })
    }

    /// Reads.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let idle = held(&self.readers).pop();
        let reader = idle.map_or_else(|| connect(&self.path), Ok).map_err(fault)?;
        let read = work(&reader).map_err(fault);
        let mut readers = held(&self.readers);
        if readers.len() < IDLE_READERS {
            readers.push(reader);
        }
        read
    }

    /// Writes, all or nothing.
    pub(super) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let mut writer = held(&self.writer);
        let behavior = TransactionBehavior::Immediate;
        let transaction = writer.transaction_with_behavior(behavior).map_err(fault)?;
        let written = work(&transaction)?;
        transaction.commit().map_err(fault)?;
        Ok(written)
    }

    /// Returns once all that was written before lasts. What is no longer in the log then is in the file, and
    /// was synced there.
    pub(super) fn settle(&self) -> Result<()> {
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        let synced = match File::open(&log) {
            Ok(log) => log.sync_data(),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(cause) => Err(cause),
        };
        let folder = || self.path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all());
        synced.and_then(|()| folder()).map_err(|cause| unsettled().because(cause))
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // What a power cut takes of the last commits is applied again: until they are settled, their changes
    // are noted in the store.
    connection.pragma_update(None, "synchronous", "normal")?;
    connection.set_prepared_statement_cache_capacity(32);
    // Otherwise a kept statement is planned anew whenever it gets other values.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// Locks. A holder that panicked left whole values behind: a transaction of its own went back.
pub(super) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the machine was told does not last.
pub(super) fn unsettled() -> Error {
    Error::new(Kind::Unavailable, "The machine's disk does not take what it was given.")
}

/// The error of a database that fails.
pub(super) fn fault(cause: rusqlite::Error) -> Error {
    Error::new(Kind::Unavailable, "The machine's own records could not be read or written.")
        .because(cause)
}
