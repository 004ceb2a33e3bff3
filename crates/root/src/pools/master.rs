//! The PHP-FPM of one pool, under the user of its account.

use std::{
    fs, io,
    os::{
        fd::{AsFd, AsRawFd as _, BorrowedFd, OwnedFd},
        unix::{net::UnixListener, process::CommandExt as _},
    },
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use rustix::{
    io::{Errno, FdFlags, fcntl_setfd},
    process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal},
};

use super::pool::{configuration, socket, user};
use crate::Name;

/// How long one is kept that has nothing to do.
const IDLE: Duration = Duration::from_mins(2);

/// A process that runs.
pub(super) struct Master {
    /// The pool that it is of.
    pub(super) name: Name,
    pub(super) begun: Instant,
    child: Child,
    end: OwnedFd,
    /// Since when it has nothing to do.
    idle: Option<Instant>,
}

impl Master {
    /// Starts one on a socket that is open.
    pub(super) fn start(
        config: &Path,
        run: &Path,
        name: &Name,
        listener: &UnixListener,
    ) -> io::Result<Self> {
        let id = user(config, name)?;
        let mut command = Command::new("/usr/sbin/php-fpm8.2");
        // It takes over a socket that is open already by its path. It says what it has to say here, since a
        // log of its own would be root's.
        let inherited = format!("{}={}", socket(run, name).display(), listener.as_raw_fd());
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("LANG", "C.UTF-8");
        command.env("FPM_SOCKETS", inherited).current_dir("/").stdin(Stdio::null());
        command.args(["-F", "-O", "-c"]).arg(config.join("php.ini"));
        command.arg("-y").arg(configuration(config, name));
        // That a user is set also takes all further groups away.
        command.uid(id).gid(id);
        // This program has one thread: nothing else is started while the socket is let through.
        fcntl_setfd(listener, FdFlags::empty())?;
        let child = command.spawn();
        fcntl_setfd(listener, FdFlags::CLOEXEC)?;
        let mut child = child?;
        let end = match pidfd_open(Pid::from_child(&child), PidfdFlags::empty()) {
            Ok(end) => end,
            Err(errno) => {
                // Nobody would see its end.
                child.kill().and_then(|()| child.wait())?;
                return Err(errno.into());
            }
        };
        Ok(Self { name: name.clone(), begun: Instant::now(), child, end, idle: None })
    }

    /// What can be read once it has ended.
    pub(super) fn end(&self) -> BorrowedFd<'_> {
        self.end.as_fd()
    }

    /// Asks it to end: by `QUIT` once its programs have, by `TERM` with them.
    pub(super) fn signal(&self, signal: Signal) -> io::Result<()> {
        match pidfd_send_signal(&self.end, signal) {
            Ok(()) | Err(Errno::SRCH) => Ok(()),
            Err(errno) => Err(errno.into()),
        }
    }

    /// Takes note of its end.
    pub(super) fn wait(mut self) -> io::Result<ExitStatus> {
        self.child.wait()
    }

    /// Whether it has had nothing to do for long: its programs end by themselves when nobody comes.
    pub(super) fn is_idle(&mut self) -> bool {
        let id = self.child.id();
        let programs = fs::read_to_string(format!("/proc/{id}/task/{id}/children"));
        if !programs.is_ok_and(|programs| programs.trim().is_empty()) {
            self.idle = None;
            return false;
        }
        self.idle.get_or_insert_with(Instant::now).elapsed() >= IDLE
    }
}
