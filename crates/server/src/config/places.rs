//! Where things are looked for when nobody says where.

use std::{
    env,
    fs::File,
    path::{Path, PathBuf},
};

use super::StoreUrl;

/// What the environment sets.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `INNKEEPER_DATA`: the data folder.
    pub data: Option<PathBuf>,
    /// `INNKEEPER_STORE`: the store's URL, which may hold a password here.
    pub store: Option<StoreUrl>,
    /// `XDG_STATE_HOME`.
    pub state_home: Option<PathBuf>,
    /// `HOME`.
    pub home: Option<PathBuf>,
    /// Whether the process is root's.
    pub is_root: bool,
    /// The configuration of a host, where this machine has been made one and the process may read it.
    pub host: Option<PathBuf>,
}

/// Where `innkeeper host install` puts the server's configuration.
const HOST: &str = "/etc/innkeeper/innkeeper.toml";

impl Environment {
    /// That of this process.
    pub fn of_process() -> Self {
        let path = |name| env::var_os(name).filter(|text| !text.is_empty()).map(PathBuf::from);
        let store = env::var("INNKEEPER_STORE").ok().filter(|text| !text.is_empty());
        Self {
            data: path("INNKEEPER_DATA"),
            store: store.and_then(|text| text.parse().ok()),
            state_home: path("XDG_STATE_HOME").filter(|path| path.is_absolute()),
            home: path("HOME"),
            is_root: rustix::process::geteuid().is_root(),
            host: File::open(HOST).is_ok().then(|| HOST.into()),
        }
    }
}

/// The data folder: as given, or as the environment has it, or where such things usually are.
pub fn data_folder(given: Option<&Path>, environment: &Environment) -> Result<PathBuf, String> {
    if let Some(data) = given.or(environment.data.as_deref()) {
        return std::path::absolute(data).map_err(|cause| format!("{}: {cause}", data.display()));
    }
    if environment.is_root {
        return Ok("/var/lib/innkeeper".into());
    }
    let state = environment.state_home.clone();
    let state = state.or_else(|| Some(environment.home.as_ref()?.join(".local/state")));
    let state =
        state.ok_or("there is no HOME to put the data folder into; name one with --data")?;
    Ok(state.join("innkeeper"))
}
