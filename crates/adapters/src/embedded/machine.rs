//! The machine itself: its folder, opened and swept.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
    sync::atomic::AtomicBool,
};

use api::{Error, Kind, Result};
use tempfile::TempDir;

use super::{
    database::Database,
    homes::Homes,
    reboot::Reboots,
    tls::TlsCache,
    zones::{ZoneCache, serves_zones},
};

/// A machine in a folder: `machine.sqlite` and `homes/NAME`.
pub struct Machine {
    pub(super) database: Database,
    pub(super) homes: Homes,
    pub(super) zones: ZoneCache,
    /// Whether the DNS server answers.
    pub(super) serves_zones: AtomicBool,
    pub(super) tls: TlsCache,
    pub(super) reboots: Reboots,
    /// Held as long as the machine is open, so that nobody sweeps it meanwhile.
    _lock: File,
    /// The folder of a temporary machine, which goes with it.
    _folder: Option<TempDir>,
}

impl Machine {
    /// Opens the machine in `directory`, which is made where there is none. What a process that
    /// was killed left half made or half removed is swept away.
    pub fn open(directory: &Path) -> Result<Self> {
        Self::in_folder(directory, None)
    }

    /// A machine that goes when it is dropped. Where the system has a folder in memory, it is
    /// there: tests make thousands of them.
    pub fn temporary() -> Result<Self> {
        let memory = Path::new("/dev/shm");
        let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let builder = tempfile::Builder::new().prefix("machine-").tempdir_in(parent);
        let folder = builder.map_err(fault)?;
        let path = folder.path().to_owned();
        Self::in_folder(&path, Some(folder))
    }

    fn in_folder(directory: &Path, folder: Option<TempDir>) -> Result<Self> {
        fs::create_dir_all(directory).map_err(fault)?;
        let homes = Homes::open(directory)?;
        let lock = lock(directory, || homes.sweep())?;
        let database = Database::open(&directory.join("machine.sqlite"))?;
        let (zones, tls) = (ZoneCache::new(), TlsCache::new());
        let serves_zones = serves_zones(&database)?.into();
        let reboots = Reboots::new();
        Ok(Self {
            database,
            homes,
            zones,
            serves_zones,
            tls,
            reboots,
            _lock: lock,
            _folder: folder,
        })
    }

    /// Returns once all that the machine was told before lasts.
    pub(super) fn settle(&self) -> Result<()> {
        self.homes.settle()?;
        self.database.settle()
    }
}

/// Takes the folder's lock, shared; who is alone at first does `alone` before others may come.
fn lock(directory: &Path, alone: impl FnOnce()) -> Result<File> {
    let file = File::create(directory.join("machine.lock")).map_err(fault)?;
    match file.try_lock() {
        Ok(()) => alone(),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(cause)) => return Err(fault(cause)),
    }
    file.lock_shared().map_err(fault)?;
    Ok(file)
}

fn fault(cause: std::io::Error) -> Error {
    Error::new(Kind::Unavailable, "The machine's folder could not be opened.").because(cause)
}
