//! The process: what it makes sure of before it listens, and how it ends.

mod harden;
mod listen;
pub(crate) mod trusted;

use std::{
    io, os::unix::process::CommandExt, path::Path, process::Command, sync::Arc, thread,
    time::Duration,
};

use rustix::{fs::Mode, process::umask};
use signal_hook::{
    consts::{SIGINT, SIGTERM},
    iterator::Signals,
};

use crate::{Layout, Root, Service, services, supervise, verbs};

/// How long somebody may write to a subvolume that is made in a home.
const HOLD_EVERY: Duration = Duration::from_secs(10);

/// Runs the privileged process until it is told to end: reads the layout, gives up the rights that no
/// verb needs, listens, and ends the services that it started with itself.
pub fn run(layout: &Path, socket: &Path) -> io::Result<()> {
    harden::close_inherited()?;
    let layout = trusted::layout(layout)?;
    harden::harden(layout.supervision)?;
    let mut signals = Signals::new([SIGTERM, SIGINT])?;
    let listening = listen::listen(socket, &layout)?;
    match verbs::unlimited(&layout) {
        Ok(note) => note.iter().for_each(|note| tracing::warn!("{note}")),
        Err(cause) => tracing::warn!(%cause, "the file system of homes is not known"),
    }
    let homes = layout.clone();
    thread::Builder::new().name("homes".to_owned()).spawn(move || hold(&homes))?;
    let root = Arc::new(Root::new(layout));
    let (serving, listener) = (Arc::clone(&root), listening.listener.try_clone()?);
    let served = signals.handle();
    let server = thread::Builder::new().name("listener".to_owned()).spawn(move || {
        let outcome = serving.serve(&listener);
        served.close();
        outcome
    })?;
    let starting = Arc::clone(&root);
    thread::Builder::new().name("starting".to_owned()).spawn(move || starting.start_services())?;
    tracing::info!(socket = %socket.display(), "ready");
    let told = signals.forever().next();
    tracing::info!(signal = told, "ends");
    root.end();
    drop(listening);
    if told.is_some() {
        return Ok(());
    }
    server.join().unwrap_or_else(|_| Err(io::Error::other("the listener broke off")))
}

/// Looks for subvolumes in homes again and again, where there can be any: the kernel tells nobody of new ones.
fn hold(layout: &Layout) {
    loop {
        match verbs::hold_strays(layout) {
            Ok(true) => {}
            Ok(false) => return,
            Err(cause) => tracing::warn!(%cause, "subvolumes in homes are not held"),
        }
        thread::sleep(HOLD_EVERY);
    }
}

/// Makes what a service needs before it is started: for its unit, which systemd starts.
pub fn prepare(layout: &Path, service: Service) -> io::Result<()> {
    let layout = trusted::layout(layout)?;
    umask(Mode::from_raw_mode(0o022));
    let setup = services::setup(service, &layout);
    let setup = setup.ok_or_else(|| io::Error::other("the service is not set up here"))?;
    supervise::prepare(&layout, &setup).map_err(io::Error::other)
}

/// Becomes the program of a service that sees folders in a way of its own: for its unit, since systemd has
/// no words for such a view. Comes back only where that cannot be.
pub fn run_service(layout: &Path, service: Service) -> io::Result<()> {
    let layout = trusted::layout(layout)?;
    let setup = services::setup(service, &layout);
    let program = setup.ok_or_else(|| io::Error::other("the service is not set up here"))?.program;
    if let Some(view) = services::view(service, &layout) {
        view.enter()?;
    }
    Err(Command::new(program.command.path).args(program.command.args).exec())
}
