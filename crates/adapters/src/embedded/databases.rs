//! The machine's database servers: their catalogs. No statements run here, so a database is empty
//! for as long as it is there.

use std::{collections::BTreeMap, str::FromStr};

use api::{
    DatabaseName, Engine, Result, Secret,
    ports::{Database, DatabaseLogin, DatabaseServer, Databases, Flavor, TableMessage, Upkeep},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params, types::Type};

use super::{Machine, database::fault};
use crate::system::verifiers;

impl Databases for Machine {
    /// The versions whose rules are kept here.
    fn server(&self, engine: Engine) -> Result<DatabaseServer> {
        let (flavor, version, port) = match engine {
            Engine::Mysql => (Flavor::Mariadb, "10.11", 3306),
            Engine::Postgresql => (Flavor::Postgresql, "17", 5432),
        };
        Ok(DatabaseServer { flavor, version: version.to_owned(), port })
    }

    fn verifier(&self, engine: Engine, password: &Secret) -> Result<String> {
        verifiers::of(engine, password)
    }

    fn apply(&self, database: &Database) -> Result<()> {
        // Where the new name is there, it has moved already.
        const MOVE: &str =
            "UPDATE OR IGNORE databases SET name = ?3 WHERE engine = ?1 AND name = ?2";
        const PUT: &str = "REPLACE INTO databases (engine, name, account) VALUES (?1, ?2, ?3)";
        let (engine, name) = (database.engine.as_str(), database.name.as_str());
        let account = database.account.as_str();
        self.database.write(|transaction| {
            if let Some(former) = &database.formerly {
                let row = params![engine, former.as_str(), name];
                transaction.execute(MOVE, row).map_err(fault)?;
            }
            transaction.execute(PUT, params![engine, name, account]).map(drop).map_err(fault)
        })
    }

    fn withdraw(&self, engine: Engine, name: &DatabaseName) -> Result<()> {
        self.database.write(|transaction| {
            remove(transaction, "databases", "name", engine, name)?;
            remove(transaction, "database_grants", "name", engine, name)
        })
    }

    fn apply_user(&self, login: &DatabaseLogin) -> Result<()> {
        self.database.write(|transaction| {
            remove(transaction, "database_grants", "login", login.engine, &login.name)?;
            put_user(transaction, login).map_err(fault)
        })
    }

    fn withdraw_user(&self, engine: Engine, name: &DatabaseName) -> Result<()> {
        self.database.write(|transaction| {
            remove(transaction, "database_grants", "login", engine, name)?;
            remove(transaction, "database_users", "name", engine, name)
        })
    }

    fn sizes(&self, engine: Engine, names: &[DatabaseName]) -> Result<BTreeMap<DatabaseName, u64>> {
        const QUERY: &str = "SELECT 1 FROM databases WHERE engine = ?1 AND name = ?2";
        self.database.read(|connection| {
            let mut query = connection.prepare_cached(QUERY)?;
            let mut sizes = BTreeMap::new();
            for name in names {
                if query.exists(params![engine.as_str(), name.as_str()])? {
                    sizes.insert(name.clone(), 0);
                }
            }
            Ok(sizes)
        })
    }

    /// There are no tables.
    fn upkeep(&self, _: &DatabaseName, _: Upkeep) -> Result<Vec<TableMessage>> {
        Ok(Vec::new())
    }

    /// There are none.
    fn routines(&self, _: Engine, _: &[DatabaseName]) -> Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn schema(&self, _: Engine, name: &DatabaseName) -> Result<String> {
        Ok(format!("-- The schema of the database {name}.\n-- It has no tables.\n"))
    }

    fn list(&self) -> Result<Vec<(Engine, DatabaseName)>> {
        self.names("SELECT engine, name FROM databases ORDER BY engine, name")
    }

    fn list_users(&self) -> Result<Vec<(Engine, DatabaseName)>> {
        self.names("SELECT engine, name FROM database_users ORDER BY engine, name")
    }
}

impl Machine {
    /// The databases of an engine with their accounts.
    pub fn databases(&self, engine: Engine) -> Result<BTreeMap<String, String>> {
        const QUERY: &str = "SELECT name, account FROM databases WHERE engine = ?1";
        self.database.read(|connection| {
            let mut query = connection.prepare_cached(QUERY)?;
            let rows = query.query_map([engine.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect()
        })
    }

    /// A user of databases, as last applied.
    pub fn database_login(
        &self,
        engine: Engine,
        name: &DatabaseName,
    ) -> Result<Option<DatabaseLogin>> {
        const USER: &str = "SELECT account, password, locked, hosts FROM database_users
            WHERE engine = ?1 AND name = ?2";
        const GRANTS: &str = "SELECT name, privileges FROM database_grants
            WHERE engine = ?1 AND login = ?2 ORDER BY name";
        let key = params![engine.as_str(), name.as_str()];
        self.database.read(|connection| {
            let mut query = connection.prepare_cached(GRANTS)?;
            let grants = query.query_map(key, |row| Ok((parsed(row, 0)?, parsed(row, 1)?)))?;
            let grants = grants.collect::<rusqlite::Result<_>>()?;
            let login = |row: &Row<'_>| {
                let hosts: String = row.get(3)?;
                let hosts = hosts.lines().map(|host| parse(host, 3)).collect::<Result<_, _>>()?;
                Ok(DatabaseLogin {
                    engine,
                    name: name.clone(),
                    account: parsed(row, 0)?,
                    password: row.get(1)?,
                    locked: row.get(2)?,
                    hosts,
                    grants,
                })
            };
            connection.prepare_cached(USER)?.query_row(key, login).optional()
        })
    }

    fn names(&self, query: &str) -> Result<Vec<(Engine, DatabaseName)>> {
        self.database.read(|connection| {
            let mut query = connection.prepare_cached(query)?;
            query.query_map([], |row| Ok((parsed(row, 0)?, parsed(row, 1)?)))?.collect()
        })
    }
}

fn put_user(connection: &Connection, login: &DatabaseLogin) -> rusqlite::Result<()> {
    const PUT: &str = "REPLACE INTO database_users
        (engine, name, account, password, locked, hosts) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const GRANT: &str =
        "INSERT INTO database_grants (engine, login, name, privileges) VALUES (?1, ?2, ?3, ?4)";
    let (engine, name) = (login.engine.as_str(), login.name.as_str());
    let hosts: Vec<&str> = login.hosts.iter().map(api::AccessHost::as_str).collect();
    let (account, hosts) = (login.account.as_str(), hosts.join("\n"));
    let row = params![engine, name, account, login.password, login.locked, hosts];
    connection.prepare_cached(PUT)?.execute(row)?;
    let mut grant = connection.prepare_cached(GRANT)?;
    for (database, privileges) in &login.grants {
        grant.execute(params![engine, name, database.as_str(), privileges.to_string()])?;
    }
    Ok(())
}

fn remove(
    connection: &Connection,
    table: &'static str,
    column: &'static str,
    engine: Engine,
    name: &DatabaseName,
) -> Result<()> {
    let remove = format!("DELETE FROM {table} WHERE engine = ?1 AND {column} = ?2");
    let row = params![engine.as_str(), name.as_str()];
    connection.execute(&remove, row).map(drop).map_err(fault)
}

fn parsed<T: FromStr<Err = String>>(row: &Row<'_>, place: usize) -> rusqlite::Result<T> {
    let text: String = row.get(place)?;
    parse(&text, place)
}

fn parse<T: FromStr<Err = String>>(text: &str, place: usize) -> rusqlite::Result<T> {
    text.parse().map_err(|problem: String| {
        rusqlite::Error::FromSqlConversionFailure(place, Type::Text, problem.into())
    })
}
