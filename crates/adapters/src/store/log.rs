//! SQLite's log after a commit that failed.
//!
//! A commit writes its pages to the end of the log and has the disk make them last. Where that fails, the
//! pages are there all the same, and whoever opens the file after a kill would take them for committed. Nor
//! does a disk that failed say which of the earlier pages it has lost: asked again, it says that all is well.
//! So the pages are written over at once, and before anything else is written all that was committed goes
//! from the log, which this process still has in memory, to the file, and the log begins anew.

use rusqlite::{Connection, ErrorCode};

/// Whether that failure of a commit leaves doubt about the log. Who had to wait for too long has written
/// nothing.
pub(super) fn is_doubted_after(error: &rusqlite::Error) -> bool {
    !matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Writes over what a commit that failed has left: with it no longer fits together what comes after. It need
/// not last, for nothing is built on it.
pub(super) fn forget(connection: &Connection) -> rusqlite::Result<()> {
    if !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    let version: i64 = connection.query_row("PRAGMA user_version", (), |row| row.get(0))?;
    // Setting it writes a page, also where it is so already.
    connection.execute_batch(&format!("PRAGMA synchronous=OFF; PRAGMA user_version={version}"))
}

/// Brings all that was committed from the log to the file, so that it lasts, and empties the log.
pub(super) fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA synchronous=FULL")?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
    if busy {
        Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(BUSY), None))
    } else {
        Ok(())
    }
}

/// Readers are still at the log.
const BUSY: std::ffi::c_int = rusqlite::ffi::SQLITE_BUSY;
