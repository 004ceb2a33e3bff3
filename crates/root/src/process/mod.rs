//! The process: what it makes sure of before it listens, and how it ends.

mod harden;
mod listen;
mod trusted;

use std::{io, path::Path, sync::Arc, thread};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    iterator::Signals,
};

use crate::Root;

/// Runs the privileged process until it is told to end: reads the layout, gives up the rights that no
/// verb needs, listens, and ends the services that it started with itself.
pub fn run(layout: &Path, socket: &Path) -> io::Result<()> {
    let layout = trusted::layout(layout)?;
    harden::harden(layout.supervision)?;
    let mut signals = Signals::new([SIGTERM, SIGINT])?;
    let listening = listen::listen(socket, &layout)?;
    let root = Arc::new(Root::new(layout));
    let (serving, listener) = (Arc::clone(&root), listening.listener.try_clone()?);
    let served = signals.handle();
    let server = thread::Builder::new().name("listener".to_owned()).spawn(move || {
        let outcome = serving.serve(&listener);
        served.close();
        outcome
    })?;
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
