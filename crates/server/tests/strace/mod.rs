//! `strace` beside a process that runs: it notes which system calls are made, and has one of them fail.

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::NamedTempFile;

/// It, attached to all threads of a process and to the processes that these start; it lets go of them when
/// it ends.
pub(crate) struct Strace {
    child: Child,
    notes: NamedTempFile,
}

/// A system call that fails: the time of its name, counted from 1 in each thread by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Failing {
    pub(crate) call: &'static str,
    pub(crate) error: &'static str,
    pub(crate) time: usize,
}

impl Strace {
    /// Notes calls of these names.
    pub(crate) fn noting(process: u32, calls: &[&str]) -> Self {
        Self::attach(process, &[format!("trace={}", calls.join(","))])
    }

    /// Has a call fail, once in each thread, without having had an effect.
    pub(crate) fn failing(process: u32, failing: Failing) -> Self {
        let Failing { call, error, time } = failing;
        let inject = format!("inject={call}:error={error}:when={time}");
        Self::attach(process, &[format!("trace={call}"), inject])
    }

    /// Has all calls of these names fail from now on.
    pub(crate) fn failing_always(process: u32, calls: &[&str], error: &str) -> Self {
        let calls = calls.join(",");
        Self::attach(process, &[format!("trace={calls}"), format!("inject={calls}:error={error}")])
    }

    fn attach(process: u32, expressions: &[String]) -> Self {
        let notes = NamedTempFile::new().unwrap();
        let mut strace = Command::new("strace");
        strace.args(["-f", "-o"]).arg(notes.path()).args(["-p", &process.to_string()]);
        for expression in expressions {
            strace.args(["-e", expression]);
        }
        let mut child = strace.stderr(Stdio::piped()).spawn().unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        assert!(line.contains("attached"), "{line}");
        // It tells of each process that is started, and must find a reader.
        std::thread::spawn(move || told.lines().for_each(drop));
        Self { child, notes }
    }

    /// Lets go of the process; gives the notes.
    pub(crate) fn end(mut self) -> Notes {
        self.let_go();
        Notes(String::from_utf8_lossy(&fs::read(self.notes.path()).unwrap()).into_owned())
    }

    fn let_go(&mut self) {
        // One that has ended with the process takes a signal until it is waited for.
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Strace {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.let_go();
        }
    }
}

/// What was noted, a call a line.
pub(crate) struct Notes(pub(crate) String);

impl Notes {
    /// How often a call of that name was made by the thread that made it most often.
    pub(crate) fn most(&self, call: &str) -> usize {
        let mut counts = BTreeMap::<&str, usize>::new();
        for line in self.0.lines() {
            let Some((thread, said)) = line.split_once(' ') else { continue };
            // The second half of a call that was noted in two is another line.
            if said.trim_start().split('(').next() == Some(call) {
                *counts.entry(thread).or_default() += 1;
            }
        }
        counts.into_values().max().unwrap_or_default()
    }

    /// Whether a call failed as it was to.
    pub(crate) fn failed(&self) -> bool {
        self.0.contains("(INJECTED)")
    }
}

/// Every way in which a call fails that was noted, of a table of calls with the errors of each.
pub(crate) fn all(notes: &Notes, table: &[(&'static str, &[&'static str])]) -> Vec<Failing> {
    let mut all = Vec::new();
    for &(call, errors) in table {
        for time in 1..=notes.most(call) {
            all.extend(errors.iter().map(|&error| Failing { call, error, time }));
        }
    }
    all
}

/// As many of them, the same ones each time, from all over the list. The variable `INNKEEPER_FAULTS` has more
/// of them tried: `all`, or a part of all such as `2/5`, the second of five.
pub(crate) fn some(all: Vec<Failing>, most: usize) -> Vec<Failing> {
    let (first, step) = match std::env::var("INNKEEPER_FAULTS") {
        Err(_) => {
            let step = all.len().div_ceil(most).max(1);
            (step / 2, step)
        }
        Ok(which) if which == "all" => (0, 1),
        Ok(part) => {
            let (part, parts) = part.split_once('/').unwrap();
            (part.parse::<usize>().unwrap() - 1, parts.parse().unwrap())
        }
    };
    all.into_iter().skip(first).step_by(step).collect()
}
