//! A pool of processes: what the server may choose of it, and how it is written.

use serde::{Deserialize, Serialize};

use crate::{Layout, Name, Service, services::HomeOwner};

/// What an account's programs may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// How many run at once.
    pub processes: u16,
    /// How much memory one may take, in MiB.
    pub memory: u32,
    /// How large a request may be, in MiB; an uploaded file may be as large.
    pub upload: u32,
    /// How long one may run, in seconds.
    pub seconds: u32,
}

impl Default for Pool {
    /// What most programs get along with.
    fn default() -> Self {
        Self { processes: 10, memory: 256, upload: 128, seconds: 60 }
    }
}

impl Pool {
    /// It as the server hands it over.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        postcard::to_stdvec(self).map_err(|cause| cause.to_string())
    }

    /// Reads what [`Self::write`] wrote. The error is a rule.
    pub(crate) fn read(content: &[u8]) -> Result<Self, String> {
        let pool: Self = postcard::from_bytes(content).map_err(|cause| cause.to_string())?;
        if pool.processes == 0 || pool.memory == 0 {
            return Err("a pool has at least one process and some memory".to_owned());
        }
        Ok(pool)
    }

    /// It as the PHP-FPM of this pool alone reads it, for a user whose home has that owner, by number: what
    /// the name service knows does not matter.
    pub(super) fn render(&self, layout: &Layout, user: &Name, owner: HomeOwner) -> String {
        let run = layout.run.join(Service::PhpFpm.name());
        let home = layout.homes.join(user.as_str());
        include_str!("pool.conf")
            .replace("@USER@", user.as_str())
            .replace("@UID@", &owner.uid.to_string())
            .replace("@GID@", &owner.gid.to_string())
            .replace("@RUN@", &run.display().to_string())
            .replace("@HOME@", &home.display().to_string())
            .replace("@PROCESSES@", &self.processes.to_string())
            .replace("@MEMORY@", &self.memory.to_string())
            .replace("@UPLOAD@", &self.upload.to_string())
            .replace("@SECONDS@", &self.seconds.to_string())
    }
}
