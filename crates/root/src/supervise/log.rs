//! What a service writes to its streams.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use crate::{Layout, Service};

/// How much of a log is quoted.
const TAIL: u64 = 2 << 10;

/// The log of a service's streams.
pub(super) struct Log {
    path: PathBuf,
    /// How long it was when the service was started.
    before: u64,
}

impl Log {
    /// Opens the log of a service, which goes on where it ended.
    pub(super) fn open(layout: &Layout, service: Service) -> io::Result<Self> {
        let path = layout.logs.join(format!("{}.log", service.name()));
        let log = Self { before: 0, path };
        let before = log.stream()?.metadata()?.len();
        Ok(Self { before, ..log })
    }

    /// It, to be written to. It is opened anew each time, so that it may be rotated away.
    pub(super) fn stream(&self) -> io::Result<File> {
        OpenOptions::new().append(true).create(true).mode(0o640).open(&self.path)
    }

    /// Its last lines since the start, for an error.
    pub(super) fn tail(&self) -> String {
        self.read_tail().unwrap_or_else(|cause| format!("{}: {cause}", self.path.display()))
    }

    fn read_tail(&self) -> io::Result<String> {
        let mut file = File::open(&self.path)?;
        let length = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(length.saturating_sub(TAIL).max(self.before)))?;
        let mut bytes = Vec::new();
        file.take(TAIL).read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
    }
}
