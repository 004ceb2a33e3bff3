//! One service kept running: a thread that starts its program, and starts it again when it dies.

use std::{
    io,
    process::Child,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid,
};

use super::{
    Ready, View, leftovers, log,
    signals::{catches, ending, told},
};
use crate::{
    Layout, Refusal, Service, child, limits,
    services::{self, Mark, Program, Reload},
};

/// The wait before a program that died is started again: the first, and the longest.
const WAITS: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(30));
/// How often a program is asked to end.
const ASK: Duration = Duration::from_secs(3);
/// A program that ran this long did not die of its start.
const STEADY: Duration = Duration::from_mins(1);

/// One service that is kept running.
pub(super) struct Keeper {
    service: Service,
    layout: Layout,
    pub(super) program: Program,
    pub(super) log: log::Log,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// The first process of the service, as long as its id cannot be another's.
    leader: Option<Pid>,
    /// How often it died.
    deaths: u32,
    /// Whether it is to end.
    ending: bool,
    /// Whether nothing of it runs, nor will.
    over: bool,
}

impl Keeper {
    /// Starts a service.
    pub(super) fn start(
        service: Service,
        program: Program,
        layout: &Layout,
    ) -> Result<Arc<Self>, Refusal> {
        let failed = |cause| Refusal::failed(service.name(), cause);
        let log = log::Log::open(layout, service).map_err(failed)?;
        let (state, changed) = Default::default();
        let keeper =
            Arc::new(Self { service, layout: layout.clone(), program, log, state, changed });
        let (kept, view) = (Arc::clone(&keeper), services::view(service, layout));
        thread::Builder::new()
            .name(service.name().to_owned())
            .spawn(move || kept.keep(view.as_ref()))
            .map_err(failed)?;
        Ok(keeper)
    }

    /// Whether its program runs now.
    pub(super) fn runs(&self) -> bool {
        self.state().leader.is_some()
    }

    /// Its first process.
    #[cfg(test)]
    pub(super) fn leader(&self) -> Option<Pid> {
        self.state().leader
    }

    /// How often its program died.
    pub(super) fn deaths(&self) -> u32 {
        self.state().deaths
    }

    /// Returns once it serves.
    pub(super) fn serves(&self, ready: &Ready) -> Result<(), Refusal> {
        let failed =
            |how| Refusal::Failed(format!("{} {how}: {}", self.service.name(), self.log.tail()));
        let runs = || match self.deaths() {
            0 => Ok(self.runs()),
            _ => Err(failed("ended when it was started")),
        };
        if ready.wait(runs)? && runs()? { Ok(()) } else { Err(failed("does not serve")) }
    }

    /// Sends a signal to its first process, once that catches it: one that is still starting, or starts
    /// itself anew, would die of it.
    pub(super) fn signal(&self, signal: Signal) -> Result<(), Refusal> {
        let name = self.service.name();
        let begun = Instant::now();
        loop {
            let state = self.state();
            let died = || Refusal::Failed(format!("{name} has died"));
            let leader = state.leader.ok_or_else(died)?;
            if catches(leader, signal) {
                return kill_process(leader, signal).map_err(|cause| Refusal::failed(name, cause));
            }
            drop(state);
            if begun.elapsed() > limits::READ_ANEW {
                return Err(Refusal::Failed(format!("{name} does not take a signal")));
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The sign that it has read its configuration anew, before it does.
    pub(super) fn mark(&self) -> Option<Mark> {
        match self.program.reload {
            Reload::Signal(_) => services::mark(self.service, &self.layout).filter(Mark::is_there),
            _ => None,
        }
    }

    /// Returns once it gave that sign; where it gives none, after a while. Refuses where it dies, or has
    /// died since that many deaths, of what it was told to read.
    pub(super) fn outlives_reload(&self, deaths: u32, mark: Option<&Mark>) -> Result<(), Refusal> {
        let alive = |state: &mut State| state.leader.is_some() && state.deaths == deaths;
        let begun = Instant::now();
        let each = mark.map_or(limits::SETTLE, |_| Duration::from_millis(5));
        loop {
            let wait = self.changed.wait_timeout_while(self.state(), each, alive);
            let (mut state, _) = wait.unwrap_or_else(PoisonError::into_inner);
            let lives = alive(&mut state);
            drop(state);
            if !lives {
                let reason = format!("it died of it: {}", self.log.tail());
                return Err(Refusal::Rejected { service: self.service, reason });
            }
            if mark.is_none_or(Mark::is_new) {
                return Ok(());
            }
            if begun.elapsed() > limits::READ_ANEW {
                let name = self.service.name();
                return Err(Refusal::Failed(format!("{name} did not read its configuration")));
            }
        }
    }

    /// Ends it: asks, waits, and kills what is left.
    pub(super) fn end(&self) {
        self.state().ending = true;
        self.changed.notify_all();
        let begun = Instant::now();
        self.tell(ending(self.service).0, false);
        while !self.is_over_within(ASK) {
            let late = begun.elapsed() > limits::END;
            // Again and again, since one that has just begun may have missed it.
            let signal = if late { Signal::KILL } else { ending(self.service).0 };
            if late {
                tracing::warn!(service = self.service.name(), "it did not end and is killed");
            }
            self.tell(signal, late);
        }
    }

    fn tell(&self, signal: Signal, group: bool) {
        let state = self.state();
        let Some(leader) = state.leader else { return };
        let sent =
            if group { kill_process_group(leader, signal) } else { kill_process(leader, signal) };
        told(self.service, sent);
    }

    fn is_over_within(&self, wait: Duration) -> bool {
        let running = |state: &mut State| !state.over;
        let wait = self.changed.wait_timeout_while(self.state(), wait, running);
        wait.unwrap_or_else(PoisonError::into_inner).0.over
    }

    /// Runs its program again and again until it is to end.
    fn keep(&self, view: Option<&View>) {
        let mut wait = WAITS.0;
        if let Some(Err(cause)) = view.map(View::enter) {
            tracing::error!(service = self.service.name(), %cause, "a service sees no folders");
            self.died();
            self.state().ending = true;
        }
        while !self.state().ending {
            let begun = Instant::now();
            if let Err(cause) = self.run_once() {
                tracing::error!(service = self.service.name(), %cause, "a service did not start");
            }
            wait = if begun.elapsed() > STEADY { WAITS.0 } else { wait };
            self.pause(wait);
            wait = (wait * 2).min(WAITS.1);
        }
        self.state().over = true;
        self.changed.notify_all();
    }

    fn run_once(&self) -> io::Result<()> {
        let mut child = match self.spawn() {
            Ok(Some(child)) => child,
            Ok(None) => return Ok(()),
            Err(cause) => {
                self.died();
                return Err(cause);
            }
        };
        let leader = Pid::from_child(&child);
        // A zombie keeps its id and its group's: until it is waited for, no signal can reach another.
        let waited = waitid(WaitId::Pid(leader), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
        self.died();
        told(self.service, kill_process_group(leader, Signal::KILL));
        waited?;
        let status = child.wait()?;
        if !self.state().ending {
            tracing::warn!(service = self.service.name(), %status, "a service died");
        }
        Ok(())
    }

    /// Starts its program, but for when it is to end.
    fn spawn(&self) -> io::Result<Option<Child>> {
        let mut state = self.state();
        if state.ending {
            return Ok(None);
        }
        let gains = self.service.gains_rights();
        let mut command = child::prepare(&self.program.command, ending(self.service).1, gains)?;
        command.envs(self.program.environment.iter().map(|(name, value)| (*name, value)));
        command.stdout(self.log.stream()?).stderr(self.log.stream()?);
        let child = command.spawn()?;
        let leader = Pid::from_child(&child);
        state.leader = Some(leader);
        if let Err(cause) = leftovers::note(&self.layout, self.service, leader) {
            tracing::warn!(%cause, "who leads a service was not noted");
        }
        Ok(Some(child))
    }

    fn died(&self) {
        let mut state = self.state();
        state.leader = None;
        state.deaths += 1;
        drop(state);
        self.changed.notify_all();
    }

    fn pause(&self, wait: Duration) {
        let state = self.state();
        let wait = self.changed.wait_timeout_while(state, wait, |state| !state.ending);
        drop(wait.unwrap_or_else(PoisonError::into_inner));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        super::lock(&self.state)
    }
}
