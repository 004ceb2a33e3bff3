//! What servers that share a store with many hosts do by themselves and no host need do: one of them does
//! it, and another one takes it over where that one is gone.

use std::{sync::Arc, time::Duration};

use api::records::Worker;
use functions::domain::{fleet, tls::auto};
use tokio::time::{Instant, sleep};

use super::{SWEEP_EVERY, audit, run, signing, sweep};
use crate::Server;

/// How often the servers agree on which of them does it, which it then does.
const EVERY: Duration = Duration::from_secs(5);

/// Keeps it up until it is dropped.
pub(super) async fn keep(server: &Arc<Server>, worker: Worker) {
    tokio::join!(take_turns(server, worker), audit::keep(&server.host, server.config.audit_days));
}

async fn take_turns(server: &Arc<Server>, worker: Worker) {
    let host = &server.host;
    let mut swept: Option<Instant> = None;
    loop {
        sleep(EVERY).await;
        let asks = worker.clone();
        let leads = run(host, "lead", move |host| fleet::of(host)?.beat(&asks, &[])).await;
        if leads != Some(true) {
            continue;
        }
        run(host, "keys", signing::make).await;
        run(host, "certificates", auto::run_next).await;
        if swept.is_none_or(|last| last.elapsed() >= SWEEP_EVERY) {
            run(host, "sweep", sweep).await;
            swept = Some(Instant::now());
        }
    }
}
