//! The database servers.

use std::collections::BTreeMap;

use crate::{AccessHost, DatabaseName, Engine, Privileges, Result, Secret, UserName, Word};

/// The database servers of the machine, one of each kind.
pub trait Databases: Send + Sync {
    /// Which program serves, and in which version.
    fn server(&self, engine: Engine) -> Result<DatabaseServer>;
    /// A password as the server keeps it, from which the password cannot be had back.
    fn verifier(&self, engine: Engine, password: &Secret) -> Result<String>;
    /// Makes the database so; where it has a former name, with all that is in it.
    fn apply(&self, database: &Database) -> Result<()>;
    /// Takes the database away with all that is in it.
    fn withdraw(&self, engine: Engine, name: &DatabaseName) -> Result<()>;
    /// Makes the user and what it may do so.
    fn apply_user(&self, login: &DatabaseLogin) -> Result<()>;
    /// Takes the user away.
    fn withdraw_user(&self, engine: Engine, name: &DatabaseName) -> Result<()>;
    /// The bytes that these databases take; one that is not there is left out.
    fn sizes(&self, engine: Engine, names: &[DatabaseName]) -> Result<BTreeMap<DatabaseName, u64>>;
    /// What the server says of the tables of a MySQL database when it does this to them.
    fn upkeep(&self, name: &DatabaseName, upkeep: Upkeep) -> Result<Vec<TableMessage>>;
    /// The functions and procedures in these databases, by name.
    fn routines(&self, engine: Engine, names: &[DatabaseName]) -> Result<Vec<String>>;
    /// The statements that make the tables of a database, without their rows.
    fn schema(&self, engine: Engine, name: &DatabaseName) -> Result<String>;
    /// What is on the servers of databases and users of ours that are not there, a sentence each; an
    /// adapter that keeps nothing apart of them has none.
    fn strays(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }
    /// Every database that carries our mark, for the reconciler.
    fn list(&self) -> Result<Vec<(Engine, DatabaseName)>>;
    /// Every user that carries our mark, for the reconciler.
    fn list_users(&self) -> Result<Vec<(Engine, DatabaseName)>>;
}

/// A database server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseServer {
    /// The program.
    pub flavor: Flavor,
    /// Its version, of two or three numbers.
    pub version: String,
    /// The port at which it is reached.
    pub port: u16,
}

/// The program that a database server is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavor {
    /// MySQL.
    Mysql,
    /// `MariaDB`.
    Mariadb,
    /// PostgreSQL.
    Postgresql,
}

/// What is done to the tables of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upkeep {
    /// They are checked.
    Check,
    /// They are repaired.
    Repair,
}

/// What a server says of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableMessage {
    /// The table.
    pub table: String,
    /// What kind of message it is.
    pub kind: MessageKind,
    /// The message.
    pub text: String,
}

/// A kind of message about a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MessageKind {
    /// How the work ended.
    #[word("status")]
    Status,
    /// What is broken.
    #[word("error")]
    Error,
    /// What was found.
    #[word("info")]
    Info,
    /// What to know.
    #[word("note")]
    Note,
    /// What may break.
    #[word("warning")]
    Warning,
}

/// A database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Database {
    /// Its server.
    pub engine: Engine,
    /// Its name.
    pub name: DatabaseName,
    /// The name under which it may still be there.
    pub formerly: Option<DatabaseName>,
    /// The account.
    pub account: UserName,
}

/// A user of databases, as its server must know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseLogin {
    /// The server.
    pub engine: Engine,
    /// Its name.
    pub name: DatabaseName,
    /// The account.
    pub account: UserName,
    /// The password as [`Databases::verifier`] gives it; empty for none that fits.
    pub password: String,
    /// Whether logins are refused for now.
    pub locked: bool,
    /// From where it may come besides this machine.
    pub hosts: Vec<AccessHost>,
    /// What it may do, by database.
    pub grants: BTreeMap<DatabaseName, Privileges>,
}
