//! What is the same on all hosts of a store, as they are installed alike: which servers there are. Each
//! worker writes what its machine has, and servers without one read it.

use api::{
    Engine, Error, Host, Kind, Result,
    ports::{DatabaseServer, Flavor, FtpProgram, FtpServer},
    records::{HostRecord, Select, Store},
};
use serde::{Deserialize, Serialize};

/// What a machine has.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// Whether it limits disk space.
    pub(super) quotas: bool,
    /// Whether its mail servers show each domain's certificate.
    pub(super) mail_certificates: bool,
    /// What answers for names.
    dns: Option<String>,
    /// Its servers of databases.
    databases: Vec<Program>,
    /// What serves FTP.
    ftp: Option<Program>,
}

/// A program that serves.
#[derive(Debug, Serialize, Deserialize)]
struct Program {
    name: String,
    version: String,
    port: u16,
}

/// What this process's machine has, as text for the store. What cannot be told now is left out.
pub fn describe(host: &Host) -> Result<String> {
    let servers = [Engine::Mysql, Engine::Postgresql].map(|engine| host.databases.server(engine));
    let databases = servers.into_iter().flatten().map(|server| Program {
        name: word(server.flavor).to_owned(),
        version: server.version,
        port: server.port,
    });
    let ftp = host.ftp.server().ok().map(|server| Program {
        name: server.program.map(ftp_word).unwrap_or_default().to_owned(),
        version: String::new(),
        port: server.port,
    });
    let quotas = host.os_users.quotas_enabled().unwrap_or_default();
    let mail_certificates = host.mail.shows_certificates().unwrap_or_default();
    let dns = host.dns.program().ok();
    let facts = Facts { quotas, mail_certificates, dns, databases: databases.collect(), ftp };
    serde_json::to_string(&facts).map_err(Error::internal)
}

/// What the first host has.
pub(super) fn read(store: &dyn Store) -> Result<Facts> {
    serde_json::from_str(&first(store)?.facts).map_err(Error::internal)
}

/// The first host.
pub(super) fn first(store: &dyn Store) -> Result<HostRecord> {
    let first = Select { order: vec![("place", false)], window: Some((0, 1)), ..Select::default() };
    let first: Vec<HostRecord> = store.read()?.list(&first)?;
    first.into_iter().next().ok_or_else(unknown)
}

impl Facts {
    pub(super) fn dns(self) -> Result<String> {
        self.dns.ok_or_else(unknown)
    }

    pub(super) fn database(&self, engine: Engine) -> Result<DatabaseServer> {
        let found = self.databases.iter().find_map(|program| {
            let flavor = flavor(&program.name)?;
            let is_it = (flavor == Flavor::Postgresql) == (engine == Engine::Postgresql);
            let (version, port) = (program.version.clone(), program.port);
            is_it.then_some(DatabaseServer { flavor, version, port })
        });
        found.ok_or_else(unknown)
    }

    pub(super) fn ftp(&self) -> Result<FtpServer> {
        let ftp = self.ftp.as_ref().ok_or_else(unknown)?;
        let programs = [FtpProgram::PureFtpd, FtpProgram::ProFtpd];
        let program = programs.into_iter().find(|program| ftp_word(*program) == ftp.name);
        Ok(FtpServer { program, port: ftp.port })
    }
}

fn unknown() -> Error {
    Error::new(Kind::Unavailable, "No host has said yet which servers it has.")
}

fn word(flavor: Flavor) -> &'static str {
    match flavor {
        Flavor::Mysql => "mysql",
        Flavor::Mariadb => "mariadb",
        Flavor::Postgresql => "postgresql",
    }
}

fn flavor(word: &str) -> Option<Flavor> {
    let all = [Flavor::Mysql, Flavor::Mariadb, Flavor::Postgresql];
    all.into_iter().find(|flavor| self::word(*flavor) == word)
}

fn ftp_word(program: FtpProgram) -> &'static str {
    match program {
        FtpProgram::PureFtpd => "pure-ftpd",
        FtpProgram::ProFtpd => "proftpd",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use api::{
        Flag,
        ports::{Databases, Dns, Ftp, Mail as _, OsUsers as _},
    };

    use super::*;
    use crate::{elsewhere::Elsewhere, embedded::testing};

    #[test]
    fn a_server_without_a_machine_tells_what_the_hosts_have() {
        let (host, machine, _clock) = testing::host();
        let elsewhere = Elsewhere::new(Arc::clone(&host.store));
        assert_eq!(elsewhere.quotas_enabled().unwrap_err().kind(), Kind::Unavailable);
        let tx = host.store.write().unwrap();
        tx.insert(&HostRecord {
            name: "h1".parse().unwrap(),
            place: 1,
            address: String::new(),
            accepts: Flag(true),
            accounts: 0,
            facts: describe(&host).unwrap(),
            door: String::new(),
        })
        .unwrap();
        tx.commit().unwrap();
        for engine in [Engine::Mysql, Engine::Postgresql] {
            let [told, own] =
                [Databases::server(&elsewhere, engine), Databases::server(&*machine, engine)];
            assert_eq!(told.unwrap(), own.unwrap());
        }
        let [told, own] = [elsewhere.quotas_enabled(), machine.quotas_enabled()];
        assert_eq!(told.unwrap(), own.unwrap());
        let [told, own] = [elsewhere.shows_certificates(), machine.shows_certificates()];
        assert_eq!(told.unwrap(), own.unwrap());
        let [told, own] = [Dns::program(&elsewhere), Dns::program(&*machine)];
        assert_eq!(told.unwrap(), own.unwrap());
        let [told, own] = [Ftp::server(&elsewhere), Ftp::server(&*machine)];
        assert_eq!(told.unwrap(), own.unwrap());
    }
}
