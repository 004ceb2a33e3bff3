//! The databases of accounts, the users that reach them, and from where.

use crate::{
    Record, UserName,
    values::{AccessHost, DatabaseName, Engine, Privileges},
};

/// A database.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "databases", key = "engine,name")]
pub struct DatabaseRecord {
    /// Its server.
    pub engine: Engine,
    /// Its name.
    pub name: DatabaseName,
    /// The name under which it is on the host, where a rename is not applied yet.
    pub formerly: Option<DatabaseName>,
    /// The account.
    pub account: UserName,
}

/// A user of databases.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "database_users", key = "engine,name")]
pub struct DatabaseUser {
    /// The server.
    pub engine: Engine,
    /// Its name.
    pub name: DatabaseName,
    /// The account.
    pub account: UserName,
    /// The password as the server keeps it; empty where there is none that could be shown to it.
    pub password: String,
}

/// What a user may do with a database.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "database_grants", key = "engine,database,user_name")]
pub struct DatabaseGrant {
    /// The server.
    pub engine: Engine,
    /// The database.
    pub database: DatabaseName,
    /// The user.
    pub user_name: DatabaseName,
    /// The account of both.
    pub account: UserName,
    /// What the user may do.
    pub privileges: Privileges,
}

/// From where an account's users reach its MySQL databases, besides this machine.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "database_hosts", key = "account,host")]
pub struct DatabaseHost {
    /// The account.
    pub account: UserName,
    /// From where.
    pub host: AccessHost,
    /// What the owner notes about it; empty where there is nothing.
    pub note: String,
}

/// A user of MySQL databases that goes with the session for which it was made.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "session_database_users", key = "name")]
pub struct SessionDatabaseUser {
    /// Its name.
    pub name: DatabaseName,
    /// The account.
    pub account: UserName,
    /// The digest of the session's id.
    pub session: String,
    /// The password as the server keeps it.
    pub password: String,
    /// The password itself, sealed, for tools that the session opens.
    pub sealed: String,
}
