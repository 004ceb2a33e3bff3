//! What happens at the steps of a change: nothing; in debug builds, on demand, the process's end.

use api::{function::Step, ports::Steps};

/// Nothing happens.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoSteps;

impl Steps for NoSteps {
    fn reached(&self, _step: Step) {}
}

/// Kills the process, as `kill -9` would, when it reaches a step for the nth time.
#[cfg(debug_assertions)]
#[derive(Debug)]
pub struct KillAt {
    step: Step,
    left: std::sync::atomic::AtomicU64,
}

#[cfg(debug_assertions)]
impl KillAt {
    /// Kills at the `nth` reach of `step`, counted from 1.
    pub fn new(step: Step, nth: u64) -> Self {
        Self { step, left: nth.into() }
    }
}

#[cfg(debug_assertions)]
impl std::str::FromStr for KillAt {
    type Err = String;

    /// Reads `STEP` or `STEP:NTH`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (step, nth) = text.split_once(':').unwrap_or((text, "1"));
        let nth = nth.parse().ok().filter(|nth| *nth > 0);
        let nth = nth.ok_or_else(|| format!("“{text}” counts by no whole number from 1"))?;
        Ok(Self::new(api::Param::read(&[step])?, nth))
    }
}

#[cfg(debug_assertions)]
impl Steps for KillAt {
    fn reached(&self, step: Step) {
        use std::sync::atomic::Ordering;
        if step == self.step && self.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            let me = rustix::process::getpid();
            if rustix::process::kill_process(me, rustix::process::Signal::KILL).is_err() {
                std::process::abort();
            }
        }
    }
}

/// Writes down each step that is reached, a line each, so that a test knows where it may kill.
#[cfg(debug_assertions)]
#[derive(Debug)]
pub struct NoteSteps(std::fs::File);

#[cfg(debug_assertions)]
impl NoteSteps {
    /// Writes them into a new file.
    pub fn to(path: &std::path::Path) -> std::io::Result<Self> {
        std::fs::File::create(path).map(Self)
    }
}

#[cfg(debug_assertions)]
impl Steps for NoteSteps {
    fn reached(&self, step: Step) {
        use std::io::Write as _;
        // A line that is missing makes a test kill less, which it finds out by their number.
        drop(writeln!(&self.0, "{}", step.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use std::{env, os::unix::process::ExitStatusExt as _, process::Command};

    use super::*;

    /// Runs in a process of its own, started by the test below.
    #[test]
    #[ignore = "kills its own process"]
    fn reaches_steps_until_killed() {
        let kill: KillAt = "written:2".parse().unwrap();
        kill.reached(Step::Written);
        kill.reached(Step::Opened);
        println!("still here");
        kill.reached(Step::Written);
        println!("not killed");
    }

    #[test]
    fn the_process_ends_at_the_nth_reach() {
        let name = "system::steps::tests::reaches_steps_until_killed";
        let output = Command::new(env::current_exe().unwrap())
            .args(["--exact", name, "--ignored", "--nocapture"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.signal(), Some(9), "{said}");
        assert!(said.contains("still here") && !said.contains("not killed"), "{said}");
    }

    #[test]
    fn a_step_that_is_none_is_refused() {
        assert!("nowhere".parse::<KillAt>().is_err());
        assert!("written:0".parse::<KillAt>().is_err());
    }
}
