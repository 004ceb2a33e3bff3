//! Programs that the process runs: by their absolute path, with an argument vector and never a shell,
//! with nothing of this process's environment, each for a limited time.
//!
//! `setpriv`, which each Debian has, takes away what a program has no need of before it becomes it: so
//! no line here has to run between `fork` and `exec`.

use std::{
    env,
    fs::File,
    io::{self, Read, Seek, SeekFrom, Write},
    os::unix::process::{CommandExt, ExitStatusExt},
    path::{Path, PathBuf},
    process::{Child, ExitStatus, Stdio},
    sync::OnceLock,
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fs::{MemfdFlags, memfd_create},
    process::{Pid, PidfdFlags, Signal, kill_process_group, pidfd_open},
};

use crate::{Refusal, owner::Owner, services::Command};

/// This program itself, as a command names it: where it is installed.
pub(crate) const OWN: &str = "/usr/bin/innkeeper-root";

/// Where it is, should this process be another that it runs in.
static ELSEWHERE: OnceLock<PathBuf> = OnceLock::new();

/// Says that this program is found there, since this process is another.
pub(crate) fn is_at(path: &Path) {
    // Each time the same is said.
    drop(ELSEWHERE.set(path.to_owned()));
}

/// How much of what a program says is kept.
const SAID: u64 = 1 << 20;

/// How much of it stands in a refusal.
const REASON: usize = 8 << 10;

/// How a program ended.
pub(crate) struct Ended {
    status: ExitStatus,
    /// What it wrote, to either stream.
    pub(crate) said: String,
}

impl Ended {
    /// Whether it said that all is well.
    pub(crate) fn well(&self) -> bool {
        self.status.success()
    }

    /// The status that it ended with; none where a signal ended it.
    pub(crate) fn code(&self) -> Option<i32> {
        self.status.code()
    }

    /// What it said; where it said nothing, how it ended.
    pub(crate) fn reason(&self) -> String {
        match (self.said.trim(), self.status.signal()) {
            ("", Some(signal)) => format!("ended by signal {signal}"),
            ("", None) => format!("ended with status {}", self.status.code().unwrap_or(-1)),
            // What was said last tells most.
            (said, _) => {
                let start = said.ceil_char_boundary(said.len().saturating_sub(REASON));
                said.get(start..).unwrap_or_default().to_owned()
            }
        }
    }
}

/// A program ready to be started: in a process group of its own, its input empty, and ended by
/// `at_death` should the thread that starts it die. `gains` says whether programs that it runs may gain
/// rights as their files say (`sendmail` does).
pub(crate) fn prepare(
    command: &Command,
    at_death: &str,
    gains: bool,
) -> io::Result<std::process::Command> {
    let mut child = std::process::Command::new("/usr/bin/setpriv");
    child.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("LANG", "C.UTF-8");
    child.current_dir("/").stdin(Stdio::null()).process_group(0);
    child.args(["--pdeathsig", at_death]);
    if !gains {
        child.arg("--no-new-privs");
    }
    if let Some(user) = command.user {
        let group = Owner::user(user)?.gid.as_raw().to_string();
        child.args(["--reuid", user, "--regid", &group, "--init-groups"]);
    }
    let path = match (command.path, ELSEWHERE.get()) {
        (OWN, Some(path)) => path.clone(),
        (OWN, None) => env::current_exe()?,
        (path, _) => path.into(),
    };
    child.arg("--").arg(path).args(&command.args);
    Ok(child)
}

/// Runs a program to its end, or to that of its time, at which it and what it started are killed.
pub(crate) fn run(command: &Command, limit: Duration) -> Result<Ended, Refusal> {
    run_on(command, Stdio::null(), limit)
}

/// The same for a program that reads that.
pub(crate) fn feed(command: &Command, input: &[u8], limit: Duration) -> Result<Ended, Refusal> {
    let fed = || {
        let mut file = File::from(memfd_create("input", MemfdFlags::CLOEXEC)?);
        file.write_all(input)?;
        file.rewind()?;
        Ok(file)
    };
    let file = fed().map_err(|cause: io::Error| Refusal::failed(command.path, cause))?;
    run_on(command, file.into(), limit)
}

fn run_on(command: &Command, input: Stdio, limit: Duration) -> Result<Ended, Refusal> {
    let failed = |cause: io::Error| Refusal::failed(command.path, cause);
    let said = File::from(memfd_create("said", MemfdFlags::CLOEXEC).map_err(|e| failed(e.into()))?);
    let mut child = prepare(command, "KILL", false).map_err(failed)?;
    child
        .stdin(input)
        .stdout(said.try_clone().map_err(failed)?)
        .stderr(said.try_clone().map_err(failed)?);
    let mut child = child.spawn().map_err(failed)?;
    let in_time = ends_within(&child, limit);
    if !matches!(in_time, Ok(true)) {
        kill_group(&child);
    }
    let status = child.wait().map_err(failed)?;
    if !in_time.map_err(failed)? {
        let seconds = limit.as_secs();
        return Err(Refusal::failed(command.path, format!("did not end in {seconds} seconds")));
    }
    Ok(Ended { status, said: read(said).map_err(failed)? })
}

/// Whether it ends in that time. It is not waited for, so that its id stays its own.
fn ends_within(child: &Child, limit: Duration) -> io::Result<bool> {
    let end = pidfd_open(Pid::from_child(child), PidfdFlags::empty())?;
    let limit = Timespec::try_from(limit).map_err(io::Error::other)?;
    let ready = poll(&mut [PollFd::new(&end, PollFlags::IN)], Some(&limit))?;
    Ok(ready > 0)
}

fn kill_group(child: &Child) {
    if let Err(cause) = kill_process_group(Pid::from_child(child), Signal::KILL) {
        tracing::warn!(%cause, "a program that took too long could not be killed");
    }
}

fn read(mut said: File) -> io::Result<String> {
    let length = said.seek(SeekFrom::End(0))?;
    said.seek(SeekFrom::Start(length.saturating_sub(SAID)))?;
    let mut bytes = Vec::new();
    said.take(SAID).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(path: &'static str, args: &[&str]) -> Command {
        Command { path, args: args.iter().map(|&arg| arg.to_owned()).collect(), user: None }
    }

    #[test]
    fn what_a_program_says_is_kept_and_its_status_is_told() {
        let ended = run(&command("/usr/bin/ls", &["/no/such"]), Duration::from_secs(5)).unwrap();
        assert!(!ended.well());
        assert!(ended.reason().contains("No such file"), "{}", ended.reason());
        let ended = run(&command("/usr/bin/false", &[]), Duration::from_secs(5)).unwrap();
        assert_eq!(ended.reason(), "ended with status 1");
    }

    #[test]
    fn a_program_gets_an_environment_of_two_names() {
        let ended = run(&command("/usr/bin/env", &[]), Duration::from_secs(5)).unwrap();
        assert_eq!(ended.said, "LANG=C.UTF-8\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\n");
    }

    #[test]
    fn a_program_without_end_is_ended() {
        let refusal = run(&command("/usr/bin/sleep", &["60"]), Duration::from_millis(50));
        assert_eq!(
            refusal.err().map(|refusal| refusal.to_string()).as_deref(),
            Some("/usr/bin/sleep: did not end in 0 seconds")
        );
    }

    #[test]
    fn a_program_runs_as_the_user_that_is_named() {
        let command = Command { user: Some("nobody"), ..command("/usr/bin/id", &["-nu"]) };
        assert_eq!(run(&command, Duration::from_secs(5)).unwrap().said, "nobody\n");
    }
}
