//! The verbs of whole services, by whom the layout says: systemd, or this process as their parent.

use crate::{
    Answer, Refusal, Root, Service, Supervision, child, limits,
    services::{self, Program, Reload, Setup},
    systemd,
};

/// Starts a service that does not run.
pub(crate) fn start(root: &Root, service: Service) -> Result<Answer, Refusal> {
    let setup = setup(root, service)?;
    match root.layout.supervision {
        Supervision::Own => root.supervisor.start(service, setup, &root.layout)?,
        Supervision::Systemd => systemd::start(&setup, &root.layout)?,
    }
    Ok(Answer::Done)
}

/// Ends a service that runs.
pub(crate) fn stop(root: &Root, service: Service) -> Result<Answer, Refusal> {
    match root.layout.supervision {
        Supervision::Own => root.supervisor.stop(service)?,
        Supervision::Systemd => systemd::stop(&setup(root, service)?.program)?,
    }
    Ok(Answer::Done)
}

/// Has a service read its configuration again; whether those who use it may have noticed. What this process itself makes
/// of the configuration, it makes whether the service runs or not.
pub(crate) fn reload(root: &Root, service: Service) -> Result<bool, Refusal> {
    let program = setup(root, service)?.program;
    let reloaded = match (&program.reload, root.layout.supervision) {
        (Reload::Do { act, noticed }, _) => {
            let done = act().map(|()| *noticed);
            done.map_err(|cause| Refusal::Rejected { service, reason: cause.to_string() })
        }
        (_, Supervision::Own) => root.supervisor.reload(service),
        (_, Supervision::Systemd) => by_systemd(root, service, &program),
    };
    if !matches!(reloaded, Ok(false)) {
        root.publisher.figures.count(service);
    }
    reloaded
}

/// Tells a service what has changed, where it has to be told; one that reads it at each question has not.
pub(crate) fn tell(root: &Root, service: Service) -> Result<(), Refusal> {
    match setup(root, service)?.program.reload {
        Reload::Do { noticed: false, .. } => reload(root, service).map(drop),
        _ => Ok(()),
    }
}

/// Has systemd reload a service, and waits for its sign that it is done: systemd itself sends a signal and
/// looks no further.
fn by_systemd(root: &Root, service: Service, program: &Program) -> Result<bool, Refusal> {
    let mark = services::mark(service, &root.layout);
    let reloaded = systemd::reload(service, program)?;
    if reloaded && mark.is_some_and(|mark| !mark.comes_within(limits::READ_ANEW)) {
        let reason = "it did not come back with it".to_owned();
        return Err(Refusal::Rejected { service, reason });
    }
    Ok(reloaded)
}

/// Whether a service runs.
pub(crate) fn runs(root: &Root, service: Service) -> Result<Answer, Refusal> {
    let runs = match root.layout.supervision {
        Supervision::Own => root.supervisor.runs(service)?,
        Supervision::Systemd => systemd::runs(&setup(root, service)?.program)?,
    };
    Ok(Answer::Flag(runs))
}

/// Says what is wrong with a service: that it does not run, or what its own checker says of its
/// configuration.
pub(crate) fn check(root: &Root, service: Service) -> Result<Answer, Refusal> {
    let mut told = Vec::new();
    if !matches!(runs(root, service)?, Answer::Flag(true)) {
        told.push("it does not run".to_owned());
    }
    if let Some(checker) = (root.known.checker)(service, &root.layout) {
        let ended = child::run(&checker, limits::CHECK_ALL)?;
        if !ended.well() {
            told.push(format!("it would not take its configuration: {}", ended.reason()));
        }
    }
    Ok(Answer::Told(told))
}

/// Starts the machine anew. A process that is its services' parent only has no machine to reboot.
pub(crate) fn reboot(root: &Root, force: bool) -> Result<Answer, Refusal> {
    match root.layout.supervision {
        Supervision::Systemd => systemd::reboot(force).map(|()| Answer::Done),
        Supervision::Own => {
            let reason = "this machine is its administrator's to reboot: systemd does not run it";
            Err(Refusal::Forbidden(reason.to_owned()))
        }
    }
}

fn setup(root: &Root, service: Service) -> Result<Setup, Refusal> {
    let unknown = || Refusal::NotFound(format!("{} is not set up here", service.name()));
    (root.known.setup)(service, &root.layout).ok_or_else(unknown)
}
