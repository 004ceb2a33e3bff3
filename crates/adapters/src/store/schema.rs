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

/// The migrations for SQLite, which is told to keep the marked tables in the order of their keys.
pub(super) fn for_sqlite() -> Result<Runner> {
    changed(|sql| sql.replace(") /* by key */;", ") WITHOUT ROWID;"))
}

/// The migrations for PostgreSQL, whose text must be told to compare by its bytes, as SQLite's
/// does, and which need not write down for ever what the marked tables hold.
pub(super) fn for_postgres() -> Result<Runner> {
    changed(|sql| {
        let sql = sql.replace("CREATE /* unlogged */ TABLE", "CREATE UNLOGGED TABLE");
        sql.replace("\" TEXT", "\" TEXT COLLATE \"C\"")
    })
}

/// The migrations in an engine's words.
fn changed(change: fn(&str) -> String) -> Result<Runner> {
    let plain = embedded::migrations::runner();
    let migrations = plain.get_migrations().iter().map(|migration| {
        let sql = change(migration.sql().unwrap_or_default());
        Migration::unapplied(&migration.to_string(), &sql).map_err(Error::internal)
    });
    Ok(Runner::new(&migrations.collect::<Result<Vec<_>>>()?))
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
