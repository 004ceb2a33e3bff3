//! Facts of the sandbox's machine: those of the machine below it, but for the name, which it may be
//! given anew.

use std::sync::{Arc, RwLock};

use api::{
    DomainName, Result,
    ports::{Daemon, Disk, Dns as _, System},
};
use rusqlite::OptionalExtension as _;

use super::{Machine, database::fault};
use crate::system::Linux;

/// The sandbox's facts.
pub struct Facts {
    machine: Arc<Machine>,
    below: Linux,
    /// The name that the machine was given, as read when it was opened and set since.
    name: RwLock<Option<String>>,
}

impl Facts {
    /// Those of a machine upon another.
    pub fn new(machine: Arc<Machine>, below: Linux) -> Result<Self> {
        let name = machine.database.read(|database| {
            let mut found = database.prepare("SELECT value FROM facts WHERE name = 'hostname'")?;
            found.query_row([], |row| row.get::<_, String>(0)).optional()
        })?;
        Ok(Self { machine, below, name: RwLock::new(name) })
    }
}

impl System for Facts {
    fn hostname(&self) -> Result<String> {
        let given = self.name.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
        given.map_or_else(|| self.below.hostname(), Ok)
    }

    fn set_hostname(&self, name: &DomainName) -> Result<()> {
        self.machine.database.write(|transaction| {
            let put = "INSERT OR REPLACE INTO facts (name, value) VALUES ('hostname', ?1)";
            transaction.execute(put, [name.as_str()]).map_err(fault)
        })?;
        self.machine.settle()?;
        let mut given = self.name.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        *given = Some(name.to_string());
        Ok(())
    }

    fn load(&self) -> Result<[f64; 3]> {
        self.below.load()
    }

    fn disks(&self) -> Result<Vec<Disk>> {
        self.below.disks()
    }

    /// What can be connected to; mail, databases and FTP are kept and cannot.
    fn daemons(&self) -> Result<Vec<(Daemon, bool)>> {
        let dns = (Daemon::Dns, self.machine.serves()?);
        Ok(vec![(Daemon::Server, true), (Daemon::Web, true), dns])
    }

    /// They are parts of one program, which ends and begins again with all of them.
    fn restart(&self, _: Daemon) -> Result<()> {
        self.machine.reboot(false);
        Ok(())
    }

    fn reboot(&self, force: bool) -> Result<()> {
        self.machine.reboot(force);
        Ok(())
    }

    fn digest(&self, text: &str) -> String {
        self.below.digest(text)
    }

    fn settles(&self) -> bool {
        true
    }

    fn settle(&self) -> Result<()> {
        self.machine.settle()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_given_is_kept() {
        let machine = Arc::new(Machine::temporary().unwrap());
        let facts = || Facts::new(Arc::clone(&machine), Linux::named("below.test")).unwrap();
        let before = facts();
        assert_eq!(before.hostname().unwrap(), "below.test");
        before.set_hostname(&"given.host.test".parse().unwrap()).unwrap();
        assert_eq!(before.hostname().unwrap(), "given.host.test");
        assert_eq!(facts().hostname().unwrap(), "given.host.test");
    }
}
