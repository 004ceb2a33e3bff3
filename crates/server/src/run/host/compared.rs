//! A real machine that is compared with the store: what is applied to it changes neither, and what it
//! would have changed is told.

use std::sync::Arc;

use api::{
    Error, Host, Kind, Result,
    function::Settings,
    records::{Soundness, Store, Tx},
};
use root::{Client, Layout};

use super::{Opened, driven, stored, upon};
use crate::{
    Machine,
    config::{Config, Driven},
};

/// A machine that is compared.
pub(crate) struct Compared {
    /// The host; nothing is changed by it.
    pub(crate) host: Arc<Host>,
    /// The privileged process, which notes what differs.
    pub(crate) root: Arc<Client>,
    /// Where the machine's services find what is written for them.
    pub(crate) layout: Arc<Layout>,
}

/// Opens store and machine so that they can be compared.
pub(crate) fn open_to_compare(
    config: &Config,
    settings: Settings,
    machine: &Driven,
) -> Result<Compared> {
    let root = Arc::new(Client::comparing(machine.socket.clone()));
    let (services, apache) = driven::services(config, &settings, machine, Arc::clone(&root));
    let store = Arc::new(Unwritten(stored(config)?));
    let Opened { host, .. } = upon(config, settings, (store, services), Machine::Real(apache))?;
    Ok(Compared { host, root, layout: Arc::clone(&machine.layout) })
}

/// A store that is read only.
struct Unwritten(Arc<dyn Store>);

impl Store for Unwritten {
    fn read(&self) -> Result<Box<dyn Tx>> {
        self.0.read()
    }

    fn write(&self) -> Result<Box<dyn Tx>> {
        Err(Error::new(Kind::Conflict, "A comparison writes nothing."))
    }

    fn write_relaxed(&self) -> Result<Box<dyn Tx>> {
        self.write()
    }

    fn soundness(&self) -> Result<Soundness> {
        self.0.soundness()
    }
}
