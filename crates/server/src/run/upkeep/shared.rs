//! What servers that share a store with many hosts do by themselves and no host need do: one of them does
//! it, and another one takes it over where that one is gone.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use api::{Host, Result, records::Worker};
use functions::domain::{fleet, tls::auto};
use tokio::time::{Instant, sleep, timeout};

use super::{SWEEP_EVERY, audit, run, signing, sweep};
use crate::Server;

/// How often the servers agree on which of them does it, and how long that may take.
const BEAT_EVERY: Duration = Duration::from_secs(5);
const BEAT_WITHIN: Duration = Duration::from_secs(10);
/// How often that one does it.
const EVERY: Duration = Duration::from_secs(5);

/// One of the things that it does.
type Work = fn(&Host) -> Result<()>;

/// Keeps it up until it is dropped.
pub(super) async fn keep(server: &Arc<Server>, worker: Worker) {
    let (host, leads) = (&server.host, AtomicBool::new(false));
    tokio::join!(
        beat(host, &worker, BEAT_EVERY, &leads),
        take_turns(host, &leads),
        audit::keep(host, server.config.audit_days),
    );
}

/// Says again and again that this server is there, however long what it does takes: making a key for each
/// of many zones takes minutes, and another one would begin the same.
async fn beat(host: &Arc<Host>, worker: &Worker, every: Duration, leads: &AtomicBool) {
    loop {
        let asks = worker.clone();
        let say = run(host, "lead", move |host| fleet::of(host)?.beat(&asks, &[]));
        let said = timeout(BEAT_WITHIN, say).await;
        leads.store(matches!(said, Ok(Some(true))), Ordering::Relaxed);
        sleep(every).await;
    }
}

/// Does it, for as long as this server is the one.
async fn take_turns(host: &Arc<Host>, leads: &AtomicBool) {
    let mut swept: Option<Instant> = None;
    loop {
        sleep(EVERY).await;
        let works: [(&str, Work); 2] =
            [("keys", signing::make), ("certificates", |host| auto::run_next(host).map(drop))];
        for (name, work) in works {
            if leads.load(Ordering::Relaxed) {
                run(host, name, work).await;
            }
        }
        let is_due = swept.is_none_or(|last| last.elapsed() >= SWEEP_EVERY);
        if is_due && leads.load(Ordering::Relaxed) {
            run(host, "sweep", sweep).await;
            run(host, "relayed calls", |host| fleet::of(host)?.sweep_calls()).await;
            swept = Some(Instant::now());
        }
    }
}

#[cfg(test)]
mod tests {
    use adapters::{
        embedded::{Machine, testing::host_on},
        store,
        testing::postgres::Cluster,
    };
    use api::records::{WorkerRecord, is};
    use tokio::task::spawn_blocking;

    use super::*;

    /// Lets the leader seem silent for long, and waits until it has been seen again.
    fn is_seen_again(host: &Host) -> bool {
        let row = [is("host", Worker::UPKEEP)];
        let tx = host.store.write_relaxed().unwrap();
        tx.update::<WorkerRecord>(&[("seen", 0.into())], &row).unwrap();
        tx.commit().unwrap();
        (0..1_000).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            let seen: Vec<WorkerRecord> =
                host.store.read().unwrap().matching(row.to_vec()).unwrap();
            seen.iter().any(|row| row.seen.0 > 0)
        })
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_server_stays_the_one_while_what_it_does_takes_long() {
        let opened = spawn_blocking(|| {
            let cluster = Cluster::start().unwrap();
            let store = store::open(&cluster.database().unwrap()).unwrap();
            let machine = Arc::new(Machine::temporary().unwrap());
            (cluster, host_on(store, &machine).0, machine)
        });
        let (_cluster, host, _machine) = opened.await.unwrap();
        let worker = |id: &str| Worker { host: Worker::UPKEEP.to_owned(), id: id.to_owned() };
        let (one, other, leads) = (worker("one"), worker("other"), AtomicBool::new(false));
        let long = async {
            while !leads.load(Ordering::Relaxed) {
                sleep(Duration::from_millis(5)).await;
            }
            let taken = run(&host, "long", move |host| {
                assert!(is_seen_again(host));
                fleet::of(host)?.beat(&other, &[])
            });
            assert_eq!(taken.await, Some(false));
        };
        tokio::select! {
            () = beat(&host, &one, Duration::from_millis(50), &leads) => unreachable!(),
            () = long => {}
        }
    }
}
