//! The services as units of systemd.

use std::{thread, time::Duration};

use crate::{
    Layout, Refusal, Service, child, limits,
    services::{Command, Program, Reload, Setup},
    supervise::Ready,
};

/// Starts a service's unit and waits until it serves.
pub(crate) fn start(setup: &Setup, layout: &Layout) -> Result<(), Refusal> {
    let unit = setup.program.unit;
    act("start", unit, limits::FIRST + limits::START)?;
    if Ready::new(&setup.program.ready, layout).wait(|| Ok(true))? {
        return Ok(());
    }
    Err(Refusal::Failed(format!("{unit} is started and does not serve")))
}

/// Ends a service's unit.
pub(crate) fn stop(program: &Program) -> Result<(), Refusal> {
    act("stop", program.unit, limits::END * 2)
}

/// Has a service's unit read its configuration again; false where it does not run, or reads it at each
/// question.
pub(crate) fn reload(service: Service, program: &Program) -> Result<bool, Refusal> {
    if !matches!(program.reload, Reload::Signal(_)) || !runs(program)? {
        return Ok(false);
    }
    act("reload", program.unit, limits::RELOAD)?;
    thread::sleep(limits::SETTLE);
    if runs(program)? {
        return Ok(true);
    }
    Err(Refusal::Rejected { service, reason: "it died of it; its journal says why".to_owned() })
}

/// Whether a service's unit is active.
pub(crate) fn runs(program: &Program) -> Result<bool, Refusal> {
    let asked = child::run(&systemctl("is-active", program.unit), limits::ASK)?;
    Ok(asked.well())
}

/// Has systemd start the machine anew. It answers at once and acts then.
pub(crate) fn reboot(force: bool) -> Result<(), Refusal> {
    let mut args = vec!["--quiet".to_owned(), "--no-ask-password".to_owned()];
    args.extend(force.then(|| "--force".to_owned()));
    args.push("reboot".to_owned());
    let systemctl = Command { path: "/usr/bin/systemctl", args, user: None };
    let ended = child::run(&systemctl, limits::RELOAD)?;
    if ended.well() { Ok(()) } else { Err(Refusal::failed("systemctl reboot", ended.reason())) }
}

fn act(verb: &str, unit: &str, limit: Duration) -> Result<(), Refusal> {
    let ended = child::run(&systemctl(verb, unit), limit)?;
    if ended.well() { Ok(()) } else { Err(Refusal::failed(unit, ended.reason())) }
}

fn systemctl(verb: &str, unit: &str) -> Command {
    let args = ["--quiet", "--no-ask-password", verb, "--", unit];
    Command { path: "/usr/bin/systemctl", args: args.map(str::to_owned).to_vec(), user: None }
}
