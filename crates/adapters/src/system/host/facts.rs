//! Facts of the machine, whose name the server may set.

use std::sync::Arc;

use api::{
    DomainName, Result,
    ports::{Daemon, Disk, System},
};
use root::{Answer, Client, Layout, Service, Verb};

use super::refused::{self, call, name};
use crate::system::Linux;

/// The machine.
pub struct HostFacts {
    root: Arc<Client>,
    layout: Arc<Layout>,
    linux: Linux,
}

impl HostFacts {
    /// The machine, as the kernel tells of it.
    pub fn new(root: Arc<Client>, layout: Arc<Layout>, linux: Linux) -> Self {
        Self { root, layout, linux }
    }

    fn runs(&self, service: Service) -> Result<bool> {
        match call(&self.root, &Verb::Runs(service), service.name())? {
            Answer::Flag(runs) => Ok(runs),
            _ => Err(refused::unfit()),
        }
    }
}

/// What a service of the machine serves.
fn daemons(service: Service) -> &'static [Daemon] {
    match service {
        Service::Apache => &[Daemon::Web],
        Service::PhpFpm => &[Daemon::PhpFpm],
        Service::PowerDns => &[Daemon::Dns],
        Service::Exim => &[Daemon::Exim],
        Service::Dovecot => &[Daemon::Imap, Daemon::Lmtp, Daemon::Pop],
        Service::PureFtpd => &[Daemon::Ftp],
        Service::Mariadb => &[Daemon::Mysql],
        Service::Postgresql => &[Daemon::Postgresql],
    }
}

impl System for HostFacts {
    fn hostname(&self) -> Result<String> {
        self.linux.hostname()
    }

    fn set_hostname(&self, hostname: &DomainName) -> Result<()> {
        let verb = Verb::SetHostname(name(hostname.as_str())?);
        call(&self.root, &verb, "machine").map(drop)
    }

    fn load(&self) -> Result<[f64; 3]> {
        self.linux.load()
    }

    fn disks(&self) -> Result<Vec<Disk>> {
        self.linux.disks()
    }

    fn daemons(&self) -> Result<Vec<(Daemon, bool)>> {
        let mut all = self.linux.daemons()?;
        for service in &self.layout.services {
            let runs = self.runs(*service)?;
            all.extend(daemons(*service).iter().map(|daemon| (*daemon, runs)));
        }
        Ok(all)
    }

    fn restart(&self, daemon: Daemon) -> Result<()> {
        let serving = |service: &&Service| daemons(**service).contains(&daemon);
        let Some(&service) = self.layout.services.iter().find(serving) else {
            return self.linux.restart(daemon);
        };
        if self.runs(service)? {
            call(&self.root, &Verb::Stop(service), service.name())?;
        }
        call(&self.root, &Verb::Start(service), service.name()).map(drop)
    }

    fn reboot(&self, force: bool) -> Result<()> {
        call(&self.root, &Verb::Reboot { force }, "machine").map(drop)
    }

    fn digest(&self, text: &str) -> String {
        self.linux.digest(text)
    }
}
