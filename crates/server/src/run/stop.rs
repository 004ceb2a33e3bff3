//! The end of the process, or of one of its lives: asked for by a signal or a call, heard by
//! everything that runs.

use std::{io, sync::Arc, time::Duration};

use adapters::embedded::Machine;
use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};

/// Says to everything that runs that it must end.
#[derive(Debug, Clone)]
pub(super) struct Stop(watch::Receiver<bool>);

impl Stop {
    /// What is awaited, and what ends the waiting.
    pub(super) fn new() -> (watch::Sender<bool>, Self) {
        let (sender, receiver) = watch::channel(false);
        (sender, Self(receiver))
    }

    /// Waits for the end.
    pub(super) fn wait(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut receiver = self.0.clone();
        async move {
            // A sender that is gone says the same.
            drop(receiver.wait_for(|stopped| *stopped).await);
        }
    }
}

/// The signals that end the process.
pub(super) struct Signals {
    term: tokio::signal::unix::Signal,
    int: tokio::signal::unix::Signal,
}

impl Signals {
    /// Takes them over from the system, which would end the process at once.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self { term: signal(SignalKind::terminate())?, int: signal(SignalKind::interrupt())? })
    }

    /// Waits for one.
    pub(super) async fn wait(&mut self) -> &'static str {
        tokio::select! {
            _ = self.term.recv() => "SIGTERM",
            _ = self.int.recv() => "SIGINT",
        }
    }
}

/// How long what is running at the end may go on: connections end sooner by themselves.
const END_WITHIN: Duration = Duration::from_secs(15);
/// The same at a reboot by force; the answer to the call that asks for it must have left.
const FORCED_WITHIN: Duration = Duration::from_secs(1);

/// What ends a life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// This signal.
    Signal(&'static str),
    /// A reboot.
    Reboot {
        /// Whether calls at work are not waited for.
        force: bool,
    },
    /// Another process works for the host.
    Replaced,
}

impl End {
    /// Waits for it.
    pub(super) async fn of(signals: &mut Signals, machine: Option<&Arc<Machine>>) -> Self {
        let Some(machine) = machine else { return Self::Signal(signals.wait().await) };
        tokio::select! {
            signal = signals.wait() => Self::Signal(signal),
            force = machine.wait_for_reboot() => Self::Reboot { force },
        }
    }

    /// How long what is running may go on.
    pub(super) fn patience(self) -> Duration {
        if self == (Self::Reboot { force: true }) { FORCED_WITHIN } else { END_WITHIN }
    }

    /// Whether another life follows.
    pub(super) fn is_reboot(self) -> bool {
        matches!(self, Self::Reboot { .. })
    }
}
