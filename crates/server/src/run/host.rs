//! The host as the configuration has it: the store, the sandbox's machine, time, randomness.

use std::sync::Arc;

use adapters::{
    embedded::{Facts, Machine, dns::ZonesFirst},
    store,
    system::{
        KeyFile, Linux, LocalKeys, MadeKeys, NoSteps, SystemClock, SystemRandom, SystemResolver,
        X509, Yescrypt,
    },
};
use api::{Host, Result, function::Settings, ports::Steps};

use crate::config::Config;

/// The host and its machine.
pub(crate) struct Opened {
    pub(crate) host: Arc<Host>,
    pub(crate) machine: Arc<Machine>,
}

/// Opens store and machine. `settings` are the configuration's, with the ports that were bound.
pub(crate) fn open(config: &Config, settings: Settings) -> Result<Opened> {
    let machine = Arc::new(Machine::open(&config.data.join("machine"))?);
    with(config, settings, machine)
}

/// The same with a machine that is open already.
pub(crate) fn with(config: &Config, settings: Settings, machine: Arc<Machine>) -> Result<Opened> {
    let store = store::open(config.store.reveal())?;
    machine.set_main_address(&settings.shared_ip)?;
    let host = Arc::new(Host {
        store,
        os_users: Arc::<Machine>::clone(&machine),
        ftp: Arc::<Machine>::clone(&machine),
        addresses: Arc::<Machine>::clone(&machine),
        dns: Arc::<Machine>::clone(&machine),
        resolver: Arc::new(ZonesFirst::new(
            Arc::clone(&machine),
            Arc::new(SystemResolver::default()),
        )),
        web: Arc::<Machine>::clone(&machine),
        mail: Arc::<Machine>::clone(&machine),
        databases: Arc::<Machine>::clone(&machine),
        passwords: Arc::new(Yescrypt::new(config.hash_cost)?),
        clock: Arc::new(SystemClock),
        zone_keys: Arc::new(LocalKeys),
        random: Arc::new(SystemRandom),
        keys: Arc::new(MadeKeys),
        certificates: Arc::new(X509),
        vault: Arc::new(KeyFile::in_folder(&config.data)?),
        tls: Arc::<Machine>::clone(&machine),
        files: Arc::<Machine>::clone(&machine),
        system: Arc::new(Facts::new(
            Arc::clone(&machine),
            config.hostname.as_ref().map_or_else(Linux::new, Linux::named),
        )?),
        steps: steps()?,
        settings,
    });
    Ok(Opened { host, machine })
}

/// In debug builds, `INNKEEPER_KILL_AT=STEP[:NTH]` ends the process at a step of a change.
#[cfg(debug_assertions)]
fn steps() -> Result<Arc<dyn Steps>> {
    use adapters::system::KillAt;
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
