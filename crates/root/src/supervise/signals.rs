//! Signals to services.

use rustix::{
    io::Errno,
    process::{Pid, Signal},
};

use crate::Service;

/// How a service is asked to end at once but in order: the signal, and its name.
pub(crate) fn ending(service: Service) -> (Signal, &'static str) {
    match service {
        Service::Postgresql => (Signal::INT, "INT"),
        _ => (Signal::TERM, "TERM"),
    }
}

/// Whether a process has a way of its own to take a signal, as the kernel tells it.
pub(super) fn catches(process: Pid, signal: Signal) -> bool {
    let path = format!("/proc/{}/status", process.as_raw_nonzero());
    let Ok(status) = std::fs::read_to_string(path) else { return false };
    let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    let bit = u32::try_from(signal.as_raw() - 1).ok().and_then(|bit| 1_u64.checked_shl(bit));
    mask.zip(bit).is_some_and(|(mask, bit)| mask & bit != 0)
}

/// A signal that reaches nobody any more is fine.
pub(super) fn told(service: Service, signalled: rustix::io::Result<()>) {
    match signalled {
        Ok(()) | Err(Errno::SRCH) => {}
        Err(cause) => tracing::warn!(service = service.name(), %cause, "a signal was not sent"),
    }
}
