//! What the server does by itself: finishes what the journal has open, compares host and store,
//! sweeps what has ended, measures homes, writes down traffic, works off conversions and checks for
//! certificates.

mod audit;
mod certificates;
mod compare;
mod conversions;
mod homes;
mod relayed;
mod shared;
mod signing;
mod work;

use std::{sync::Arc, time::Duration};

use api::{
    Error, Host, Result,
    function::Hosts,
    records::{Failure, JournalEntry, SessionRecord, Where, Worker},
};
use functions::domain::{apply, change::settling, databases};
use tokio::{task::spawn_blocking, time::sleep};

use super::meter::{self, Traffic};
use crate::Server;

/// How often traffic is written down.
const TRAFFIC_EVERY: Duration = Duration::from_secs(5);
/// How often what was applied is seen to last, where it does not at once.
const SETTLE_EVERY: Duration = Duration::from_secs(1);
/// How often the logs of a real machine's web server are read.
const LOGS_EVERY: Duration = Duration::from_mins(1);
/// How often what has ended is swept.
const SWEEP_EVERY: Duration = Duration::from_mins(1);
/// The shortest and the longest pause before open entries are tried again.
const RETRY_EVERY: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(20));
/// How old an open entry is, in seconds, before its own call is taken to be gone.
const ABANDONED: i64 = 60;
/// How many seconds failed logins are remembered.
const FAILURES_KEPT: i64 = 86_400;

/// Keeps all of it up until it is dropped. On one of many hosts it ends where another process works for
/// that host.
pub(super) async fn keep(server: Arc<Server>, traffic: Arc<Traffic>, worker: Option<Worker>) {
    match (&server.host.settings.hosts, worker) {
        (Hosts::This(name), Some(worker)) => tokio::select! {
            () = keep_machine(&server, &traffic) => {}
            () = relayed::keep(&server, name) => {}
            () = work::keep(&server.host, worker) => {}
        },
        (Hosts::Elsewhere, Some(worker)) => shared::keep(&server, worker).await,
        _ => keep_all(&server, &traffic).await,
    }
}

/// Keeps up what a host's own machine needs.
async fn keep_machine(server: &Arc<Server>, traffic: &Arc<Traffic>) {
    let host = &server.host;
    tokio::join!(
        write_traffic(host, traffic),
        read_logs(server),
        compare::keep(host),
        conversions::keep(host),
        homes::keep(host, server.config.measure_hours),
    );
}

/// Keeps all of it up where there is one machine.
async fn keep_all(server: &Arc<Server>, traffic: &Arc<Traffic>) {
    let (host, config) = (&server.host, &server.config);
    tokio::join!(
        write_traffic(host, traffic),
        read_logs(server),
        every(SWEEP_EVERY, host, "sweep", sweep),
        every(SETTLE_EVERY, host, "settle", settling::settle),
        compare::keep(host),
        every(signing::EVERY, host, "keys", signing::make),
        retry(host),
        conversions::keep(host),
        certificates::keep(host),
        homes::keep(host, config.measure_hours),
        audit::keep(host, config.audit_days),
    );
}

async fn write_traffic(host: &Arc<Host>, traffic: &Arc<Traffic>) {
    loop {
        sleep(TRAFFIC_EVERY).await;
        let traffic = Arc::clone(traffic);
        run(host, "traffic", move |host| traffic.flush(host)).await;
    }
}

/// Reads what the sites of a real machine sent; those of the sandbox are counted in this process.
async fn read_logs(server: &Arc<Server>) {
    let Some(apache) = server.machine.web_server() else { return };
    loop {
        sleep(LOGS_EVERY).await;
        let apache = Arc::clone(apache);
        run(&server.host, "logs", move |host| meter::read_logs(host, &apache)).await;
    }
}

async fn every(
    pause: Duration,
    host: &Arc<Host>,
    name: &'static str,
    work: fn(&Host) -> Result<()>,
) {
    loop {
        sleep(pause).await;
        run(host, name, work).await;
    }
}

/// Tries open entries again, less and less often while they fail.
async fn retry(host: &Arc<Host>) {
    let mut pause = RETRY_EVERY.0;
    loop {
        sleep(pause).await;
        let clean = run(host, "retry", finish_abandoned).await;
        pause = if clean == Some(true) { RETRY_EVERY.0 } else { (pause * 2).min(RETRY_EVERY.1) };
    }
}

/// Runs work that may block; a problem is logged.
async fn run<T: Send + 'static>(
    host: &Arc<Host>,
    name: &'static str,
    work: impl FnOnce(&Host) -> Result<T> + Send + 'static,
) -> Option<T> {
    let host = Arc::clone(host);
    match spawn_blocking(move || work(&host)).await {
        Ok(Ok(done)) => Some(done),
        Ok(Err(problem)) => {
            let cause = std::error::Error::source(&problem).map(ToString::to_string);
            metrics::counter!("innkeeper_upkeep_failures_total", "task" => name).increment(1);
            tracing::error!(name, %problem, cause, "upkeep failed");
            None
        }
        Err(cause) => {
            tracing::error!(name, %cause, "upkeep broke");
            None
        }
    }
}

/// Finishes the entries whose calls are gone; gives whether all of them could be.
fn finish_abandoned(host: &Host) -> Result<bool> {
    let (finished, problems) = apply::entries_apart(host, host.clock.now().0, ABANDONED)?;
    if finished > 0 {
        tracing::info!(finished, "changes that were left open are complete");
    }
    for problem in &problems {
        tracing::warn!(%problem, "a change cannot be completed yet");
    }
    Ok(problems.is_empty())
}

/// Removes sessions that have ended and failures that are long ago; counts open changes.
fn sweep(host: &Host) -> Result<()> {
    let now = host.clock.now().0;
    let tx = host.store.read()?;
    let open = u32::try_from(tx.count::<JournalEntry>(&[])?).unwrap_or(u32::MAX);
    metrics::gauge!("innkeeper_open_changes").set(f64::from(open));
    let ended = [Where::Below("expires", now.into())];
    let old = [Where::Below("last", (now - FAILURES_KEPT).into())];
    let none = tx.first::<SessionRecord>(ended.to_vec())?.is_none()
        && tx.first::<Failure>(old.to_vec())?.is_none();
    drop(tx);
    if !none {
        let tx = host.store.write_relaxed()?;
        tx.delete::<SessionRecord>(&ended)?;
        tx.delete::<Failure>(&old)?;
        tx.commit()?;
    }
    databases::temporary::sweep(host)
}

/// Finishes what a server that was killed left open. Where that takes longer than `patience`, the
/// rest goes on while the server answers.
pub(super) async fn recover(host: &Arc<Host>, patience: Duration) -> Result<()> {
    let own = Arc::clone(host);
    // Before anything is struck out because the machine has settled.
    spawn_blocking(move || settling::open_again(&own)).await.map_err(Error::internal)??;
    let host = Arc::clone(host);
    let work = spawn_blocking(move || complete(&host));
    match tokio::time::timeout(patience, work).await {
        Ok(completed) => completed.map_err(Error::internal)?,
        Err(_) => {
            tracing::info!("many changes are left open; they are completed in the background");
            Ok(())
        }
    }
}

/// Finishes what is open now.
fn complete(host: &Host) -> Result<()> {
    let completed = apply::open_entries(host);
    let (finished, problems) =
        completed.inspect_err(|problem| tracing::error!(%problem, "the journal cannot be read"))?;
    let open = problems.len();
    if finished + open > 0 {
        tracing::info!(finished, open, "the last server's changes were completed");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use api::{
        UnixTime,
        records::{JournalState, Service, SessionState, Subject},
    };

    use super::*;

    fn session(digest: &str, expires: i64) -> SessionRecord {
        SessionRecord {
            digest: digest.to_owned(),
            service: Service::Whm,
            user_name: "amy".parse().unwrap(),
            mailbox: None,
            path_digest: String::new(),
            state: SessionState::Open,
            generation: 1,
            made_by: None,
            created: UnixTime(0),
            expires: UnixTime(expires),
        }
    }

    #[test]
    fn only_what_has_ended_is_swept() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let now = host.clock.now().0;
        let tx = host.store.write().unwrap();
        tx.insert(&session("old", now - 1)).unwrap();
        tx.insert(&session("new", now + 1)).unwrap();
        for (subject, last) in [("a", now - FAILURES_KEPT - 1), ("b", now)] {
            let last = UnixTime(last);
            tx.insert(&Failure { subject: subject.to_owned(), count: 1, last }).unwrap();
        }
        tx.commit().unwrap();
        sweep(&host).unwrap();
        let tx = host.store.read().unwrap();
        let sessions: Vec<SessionRecord> = tx.matching(Vec::new()).unwrap();
        let failures: Vec<Failure> = tx.matching(Vec::new()).unwrap();
        assert_eq!((sessions[0].digest.as_str(), sessions.len()), ("new", 1));
        assert_eq!((failures[0].subject.as_str(), failures.len()), ("b", 1));
    }

    #[tokio::test]
    async fn open_entries_are_finished_and_a_running_calls_are_left_alone() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let subjects: Vec<Subject> = vec![Subject::Zone("a.test".parse().unwrap())];
        let entry = |id: &str| JournalEntry {
            id: id.to_owned(),
            function: "adddns".to_owned(),
            state: JournalState::Open,
            opened: host.clock.now(),
            subjects: serde_json::to_string(&subjects).unwrap(),
        };
        let tx = host.store.write().unwrap();
        tx.insert(&entry("a")).unwrap();
        tx.commit().unwrap();
        let open = || host.store.read().unwrap().count::<JournalEntry>(&[]).unwrap();
        assert!(finish_abandoned(&host).unwrap());
        assert_eq!(open(), 1);
        recover(&host, Duration::from_secs(10)).await.unwrap();
        assert_eq!(open(), 0);
    }
}
