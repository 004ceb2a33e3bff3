//! The machine's database servers: `MariaDB` and PostgreSQL, each reached over its socket as the user
//! that this process runs as.

mod mariadb;
mod postgresql;

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use api::{
    DatabaseName, Engine, Error, Kind, Result, Secret,
    ports::{Database, DatabaseLogin, DatabaseServer, Databases, TableMessage, Upkeep},
};
use root::{Client, Layout, Service};

use crate::system::verifiers;
use mariadb::Mariadb;
use postgresql::Postgresql;

/// Names of databases and users that are the servers' own or ours.
const RESERVED: [&str; 13] = [
    "information_schema",
    "innkeeper",
    "innkeeper_accounts",
    "mariadb",
    "mysql",
    "performance_schema",
    "postgres",
    "public",
    "root",
    "sys",
    "template0",
    "template1",
    "test",
];

/// The database servers of a machine.
pub struct DatabaseServers {
    root: Arc<Client>,
    mariadb: Mariadb,
    postgresql: Postgresql,
    /// The user that this process is on the servers.
    own: String,
    /// The folder of what services keep.
    state: PathBuf,
}

impl DatabaseServers {
    /// The servers of a machine.
    pub fn new(root: Arc<Client>, layout: &Layout) -> Self {
        let (own, state) = (layout.server.clone(), layout.state.clone());
        Self {
            mariadb: Mariadb::new(layout),
            postgresql: Postgresql::new(Arc::clone(&root), layout),
            root,
            own,
            state,
        }
    }

    /// The servers that this machine has: one that was never set up has nothing.
    fn engines(&self) -> impl Iterator<Item = Engine> {
        let all = [(Engine::Mysql, Service::Mariadb), (Engine::Postgresql, Service::Postgresql)];
        let there = |service: Service| self.state.join(service.name()).exists();
        all.into_iter().filter(move |(_, service)| there(*service)).map(|(engine, _)| engine)
    }

    /// The names that each server gives.
    fn names(
        &self,
        of: impl Fn(Engine) -> Result<Vec<DatabaseName>>,
    ) -> Result<Vec<(Engine, DatabaseName)>> {
        let mut all = Vec::new();
        for engine in self.engines() {
            all.extend(of(engine)?.into_iter().map(|name| (engine, name)));
        }
        Ok(all)
    }

    /// Tells what differs where nothing is changed.
    fn note(&self, differences: Vec<String>) {
        for difference in differences {
            self.root.note(difference);
        }
    }

    /// Refuses a name that is none of an account's.
    fn check(&self, name: &DatabaseName) -> Result<()> {
        if RESERVED.contains(&name.as_str()) || self.own == name.as_str() {
            return Err(taken(name));
        }
        Ok(())
    }
}

/// That something of that name is there, and not ours.
fn taken(name: &DatabaseName) -> Error {
    Error::new(Kind::Exists, format!("The database server has its own use for the name “{name}”."))
}

impl Databases for DatabaseServers {
    fn server(&self, engine: Engine) -> Result<DatabaseServer> {
        match engine {
            Engine::Mysql => self.mariadb.server(),
            Engine::Postgresql => self.postgresql.server(),
        }
    }

    fn verifier(&self, engine: Engine, password: &Secret) -> Result<String> {
        verifiers::of(engine, password)
    }

    fn apply(&self, database: &Database) -> Result<()> {
        self.check(&database.name)?;
        if self.root.compares() {
            let differences = match database.engine {
                Engine::Mysql => self.mariadb.compare(database),
                Engine::Postgresql => self.postgresql.compare(database),
            };
            self.note(differences?);
            return Ok(());
        }
        match database.engine {
            Engine::Mysql => self.mariadb.apply(database),
            Engine::Postgresql => self.postgresql.apply(database),
        }
    }

    fn withdraw(&self, engine: Engine, name: &DatabaseName) -> Result<()> {
        match engine {
            Engine::Mysql => self.mariadb.withdraw(name),
            Engine::Postgresql => self.postgresql.withdraw(name),
        }
    }

    fn apply_user(&self, login: &DatabaseLogin) -> Result<()> {
        self.check(&login.name)?;
        if self.root.compares() {
            let differences = match login.engine {
                Engine::Mysql => self.mariadb.compare_user(login),
                Engine::Postgresql => self.postgresql.compare_user(login),
            };
            self.note(differences?);
            return Ok(());
        }
        match login.engine {
            Engine::Mysql => self.mariadb.apply_user(login),
            Engine::Postgresql => self.postgresql.apply_user(login),
        }
    }

    fn withdraw_user(&self, engine: Engine, name: &DatabaseName) -> Result<()> {
        match engine {
            Engine::Mysql => self.mariadb.withdraw_user(name),
            Engine::Postgresql => self.postgresql.withdraw_user(name),
        }
    }

    fn sizes(&self, engine: Engine, names: &[DatabaseName]) -> Result<BTreeMap<DatabaseName, u64>> {
        match engine {
            Engine::Mysql => self.mariadb.sizes(names),
            Engine::Postgresql => self.postgresql.sizes(names),
        }
    }

    fn upkeep(&self, name: &DatabaseName, upkeep: Upkeep) -> Result<Vec<TableMessage>> {
        self.mariadb.upkeep(name, upkeep)
    }

    fn routines(&self, engine: Engine, names: &[DatabaseName]) -> Result<Vec<String>> {
        match engine {
            Engine::Mysql => self.mariadb.routines(names),
            Engine::Postgresql => self.postgresql.routines(names),
        }
    }

    fn schema(&self, engine: Engine, name: &DatabaseName) -> Result<String> {
        match engine {
            Engine::Mysql => self.mariadb.schema(name),
            Engine::Postgresql => self.postgresql.schema(name),
        }
    }

    fn strays(&self) -> Result<Vec<String>> {
        let mut strays = Vec::new();
        for engine in self.engines() {
            strays.extend(match engine {
                Engine::Mysql => self.mariadb.strays()?,
                Engine::Postgresql => self.postgresql.strays()?,
            });
        }
        Ok(strays)
    }

    fn list(&self) -> Result<Vec<(Engine, DatabaseName)>> {
        self.names(|engine| match engine {
            Engine::Mysql => self.mariadb.list(),
            Engine::Postgresql => self.postgresql.list(),
        })
    }

    fn list_users(&self) -> Result<Vec<(Engine, DatabaseName)>> {
        self.names(|engine| match engine {
            Engine::Mysql => self.mariadb.list_users(),
            Engine::Postgresql => self.postgresql.list_users(),
        })
    }
}
