//! The host as the configuration has it: the store, a machine, time, randomness.

mod compared;
mod driven;
mod elsewhere;
mod sandbox;

use std::sync::Arc;

use adapters::{
    embedded, store,
    system::{
        ClusterMembers, KeyFile, Linux, LocalKeys, MadeKeys, NoSteps, SystemClock, SystemRandom,
        X509, Yescrypt,
    },
};
use api::{
    Host, Result,
    function::{Hosts, Settings},
    ports::{
        Addresses, Databases, Dns, Files, Ftp, Mail, OsUsers, Resolver, Steps, System, Tls, Web,
    },
    records::Store,
};

pub(crate) use compared::{Compared, open_to_compare};

use crate::{Machine, config::Config};

/// The host, and the machine that it drives.
pub(crate) struct Opened {
    pub(crate) host: Arc<Host>,
    pub(crate) machine: Machine,
}

/// What a machine does for us.
struct Services {
    os_users: Arc<dyn OsUsers>,
    ftp: Arc<dyn Ftp>,
    addresses: Arc<dyn Addresses>,
    dns: Arc<dyn Dns>,
    resolver: Arc<dyn Resolver>,
    web: Arc<dyn Web>,
    mail: Arc<dyn Mail>,
    databases: Arc<dyn Databases>,
    tls: Arc<dyn Tls>,
    files: Arc<dyn Files>,
    system: Arc<dyn System>,
}

/// Opens store and machine. `settings` are the configuration's, with the ports that were bound.
pub(crate) fn open(config: &Config, settings: Settings) -> Result<Opened> {
    match &config.driven {
        _ if settings.hosts == Hosts::Elsewhere => {
            let store = store::open(config.store.reveal())?;
            let services = elsewhere::services(config, &store);
            upon(config, settings, (store, services), Machine::Elsewhere)
        }
        Some(machine) => {
            let root = Arc::new(root::Client::new(machine.socket.clone()));
            let (services, apache) = driven::services(config, &settings, machine, root);
            upon(config, settings, (stored(config)?, services), Machine::Real(apache))
        }
        None => with(config, settings, sandbox::machine(config)?),
    }
}

/// The same with a sandbox's machine that is open already.
pub(crate) fn with(
    config: &Config,
    settings: Settings,
    machine: Arc<embedded::Machine>,
) -> Result<Opened> {
    machine.set_main_address(&settings.shared_ip)?;
    let services = sandbox::services(config, &machine)?;
    upon(config, settings, (stored(config)?, services), Machine::Own(machine))
}

fn stored(config: &Config) -> Result<Arc<dyn Store>> {
    store::open(config.store.reveal())
}

/// The host upon this store and these services.
fn upon(
    config: &Config,
    settings: Settings,
    (store, services): (Arc<dyn Store>, Services),
    machine: Machine,
) -> Result<Opened> {
    let host = Arc::new(Host {
        store,
        os_users: services.os_users,
        ftp: services.ftp,
        addresses: services.addresses,
        dns: services.dns,
        resolver: services.resolver,
        dns_cluster: Arc::new(ClusterMembers::new(config.dns_cluster.iter().cloned())),
        web: services.web,
        mail: services.mail,
        databases: services.databases,
        passwords: Arc::new(Yescrypt::new(config.hash_cost)?),
        clock: Arc::new(SystemClock),
        zone_keys: Arc::new(LocalKeys),
        random: Arc::new(SystemRandom),
        keys: Arc::new(MadeKeys),
        certificates: Arc::new(X509),
        vault: Arc::new(KeyFile::in_folder(&config.data)?),
        tls: services.tls,
        files: services.files,
        system: services.system,
        steps: steps()?,
        settings,
    });
    Ok(Opened { host, machine })
}

/// The facts of the computer, by the name that the operator gave it, if any.
fn facts(config: &Config) -> Linux {
    config.hostname.as_ref().map_or_else(Linux::new, Linux::named)
}

/// In debug builds, `INNKEEPER_KILL_AT=STEP[:NTH]` ends the process at a step of a change, and
/// `INNKEEPER_NOTE_STEPS=FILE` has each step written down.
#[cfg(debug_assertions)]
fn steps() -> Result<Arc<dyn Steps>> {
    use adapters::system::{KillAt, NoteSteps};
    if let Some(path) = std::env::var_os("INNKEEPER_NOTE_STEPS") {
        let notes = NoteSteps::to(path.as_ref()).map_err(api::Error::internal)?;
        return Ok(Arc::new(notes));
    }
    match std::env::var("INNKEEPER_KILL_AT") {
        Ok(text) => {
            let wrong = |problem: String| api::Error::param("INNKEEPER_KILL_AT", problem);
            Ok(Arc::new(text.parse::<KillAt>().map_err(wrong)?))
        }
        Err(_) => Ok(Arc::new(NoSteps)),
    }
}

#[cfg(not(debug_assertions))]
#[expect(clippy::unnecessary_wraps, reason = "a debug build may refuse its environment")]
fn steps() -> Result<Arc<dyn Steps>> {
    Ok(Arc::new(NoSteps))
}
