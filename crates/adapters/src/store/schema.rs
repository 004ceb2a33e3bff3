//! The schema and its versions. A store that a newer version wrote is refused before anything in
//! it changes; an older one is brought up to date.

use api::{Error, Kind, Result};
use refinery::{Migration, Runner};

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// The table in which the applied migrations stand.
pub(super) const HISTORY: &str = "refinery_schema_history";

/// The highest version in [`HISTORY`].
pub(super) const NEWEST: &str = "SELECT MAX(version) FROM refinery_schema_history";

/// The migrations for SQLite.
pub(super) fn for_sqlite() -> Runner {
    embedded::migrations::runner()
}

/// The migrations for PostgreSQL, whose text must be told to compare by its bytes, as SQLite's
/// does.
pub(super) fn for_postgres() -> Result<Runner> {
    let plain = embedded::migrations::runner();
    let migrations: Result<Vec<_>> = plain.get_migrations().iter().map(by_bytes).collect();
    Ok(Runner::new(&migrations?))
}

/// Refuses a store whose newest migration this program does not know.
pub(super) fn check(found: Option<i32>, store: &str) -> Result<()> {
    let known = embedded::migrations::runner();
    let known = known.get_migrations().iter().map(Migration::version).max().unwrap_or_default();
    match found {
        Some(found) if found > known => {
            let message = format!(
                "The store {store} has schema version {found}, and this program knows up to version {known}: \
                 run the newer version that wrote it, or restore a backup made before the upgrade. \
                 Nothing was changed."
            );
            Err(Error::new(Kind::Conflict, message))
        }
        _ => Ok(()),
    }
}

/// A migration that failed.
pub(super) fn failed(store: &str, error: refinery::Error) -> Error {
    let message =
        format!("The schema of the store {store} could not be brought up to date: {error}");
    Error::new(Kind::Unavailable, message).because(error)
}

fn by_bytes(migration: &Migration) -> Result<Migration> {
    let sql = migration.sql().unwrap_or_default().replace("\" TEXT", "\" TEXT COLLATE \"C\"");
    Migration::unapplied(&migration.to_string(), &sql).map_err(Error::internal)
}
