//! The services as units of systemd.

use crate::{
    Refusal, child, limits,
    services::{Command, Program, Reload},
};

/// Starts a service's unit and waits until it is active.
pub(crate) fn start(program: &Program) -> Result<(), Refusal> {
    act("start", program.unit, limits::START)
}

/// Ends a service's unit.
pub(crate) fn stop(program: &Program) -> Result<(), Refusal> {
    act("stop", program.unit, limits::END)
}

/// Has a service's unit read its configuration again; false where it does not run, or reads it at each
/// question.
pub(crate) fn reload(program: &Program) -> Result<bool, Refusal> {
    match &program.reload {
        Reload::Never => return Ok(false),
        Reload::Do(act) => act().map_err(|cause| Refusal::failed(program.unit, cause))?,
        Reload::Signal(_) | Reload::Run(_) if !runs(program)? => return Ok(false),
        Reload::Signal(_) | Reload::Run(_) => act("reload", program.unit, limits::RELOAD)?,
    }
    Ok(true)
}

/// Whether a service's unit is active.
pub(crate) fn runs(program: &Program) -> Result<bool, Refusal> {
    let asked = child::run(&systemctl("is-active", program.unit), limits::CONNECT)?;
    Ok(asked.well())
}

fn act(verb: &str, unit: &str, limit: std::time::Duration) -> Result<(), Refusal> {
    let ended = child::run(&systemctl(verb, unit), limit)?;
    if ended.well() { Ok(()) } else { Err(Refusal::failed(unit, ended.reason())) }
}

fn systemctl(verb: &str, unit: &str) -> Command {
    let args = ["--quiet", "--no-ask-password", verb, "--", unit];
    Command { path: "/usr/bin/systemctl", args: args.map(str::to_owned).to_vec(), user: None }
}
