//! The store: the typed tables of [`api::records`] on SQLite or on PostgreSQL, with one schema and
//! the same behaviour on both. Writers follow one another; readers see one state each.

mod ahead;
pub mod archive;
mod log;
mod packed;
mod pool;
mod postgres;
mod schema;
mod sqlite;
mod statement;

use std::{fmt::Display, sync::Arc};

use api::{Error, Kind, Result, records::Store};

/// Opens the store at a URL, and brings its schema up to date: `sqlite:PATH`, or `sqlite::memory:`
/// for one that is gone when it is dropped, or `postgres://USER@HOST/DATABASE`.
pub fn open(url: &str) -> Result<Arc<dyn Store>> {
    match url.split_once(':') {
        Some(("sqlite", ":memory:")) => in_memory(),
        Some(("sqlite", path)) if !path.is_empty() => Ok(Arc::new(sqlite::Sqlite::open(path)?)),
        Some(("postgres" | "postgresql", _)) => Ok(Arc::new(postgres::Postgres::open(url)?)),
        _ => Err(Error::new(
            Kind::BadParam,
            "The store's URL must be sqlite:PATH or postgres://USER@HOST/DATABASE.",
        )),
    }
}

/// Opens a store of its own which is gone when it is dropped.
pub fn in_memory() -> Result<Arc<dyn Store>> {
    Ok(Arc::new(sqlite::Sqlite::fleeting()?))
}

/// The refusal to go on with, or to commit, a transaction of which a statement failed. PostgreSQL
/// refuses by itself; both engines shall behave alike.
fn spoiled() -> Error {
    Error::internal("a statement of this transaction failed before; it can only be dropped")
}

/// The refusal of a change in a transaction that was begun to read.
fn only_reads() -> Error {
    Error::internal("a transaction that only reads was asked for a change")
}

/// A row that one of the table's keys does not admit.
fn taken() -> Error {
    Error::new(Kind::Exists, "An entry with this name or number exists already.")
}

/// A column that holds another type than was asked for.
fn mismatch(place: usize, asked: &str, found: impl Display) -> Error {
    Error::internal(format!("column {place} holds {found} where {asked} should be"))
}
