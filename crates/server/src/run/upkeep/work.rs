//! Working for a host: taking what waits for it, several entries at a time, and saying that somebody is
//! there.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use api::{
    Error, Host, HostName, Result,
    records::{Ear, HostEntry, Notice, Worker},
};
use functions::domain::fleet::{
    self,
    work::{self, Worked},
};
use tokio::{
    sync::Semaphore,
    task::spawn_blocking,
    time::{sleep, timeout},
};

use super::run;

/// How often the worker says that it is there, and how long it may take to say so.
const BEAT_EVERY: Duration = Duration::from_secs(2);
const BEAT_WITHIN: Duration = Duration::from_secs(10);
/// How often it looks for work that was not announced, as what is due again.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How many entries are at work at a time. Those of one subject wait for one another.
const AT_ONCE: usize = 8;

/// A worker at its work.
struct Working {
    worker: Worker,
    at_work: Mutex<BTreeSet<String>>,
}

/// Works until it is dropped; ends where another process works for the host.
pub(super) async fn keep(host: &Arc<Host>, worker: Worker) {
    let working = Arc::new(Working { worker, at_work: Mutex::default() });
    tokio::select! {
        () = beat(host, &working) => {}
        () = take(host, &working) => {}
    }
}

/// Says again and again that the worker is there; ends where it may not go on.
async fn beat(host: &Arc<Host>, working: &Arc<Working>) {
    loop {
        sleep(BEAT_EVERY).await;
        let own = Arc::clone(working);
        let say = move |host: &Host| fleet::of(host)?.beat(&own.worker, &own.at_work());
        let said = timeout(BEAT_WITHIN, run(host, "beat", say)).await;
        if matches!(said, Ok(Some(false))) {
            tracing::error!("another process works for this host");
            return;
        }
    }
}

/// Takes what waits, as far as there is room for more.
async fn take(host: &Arc<Host>, working: &Arc<Working>) {
    let room = Arc::new(Semaphore::new(AT_ONCE));
    let mut ear = listen(host, working).await;
    loop {
        let Ok(permit) = Arc::clone(&room).acquire_owned().await else { return };
        let most = u32::try_from(room.available_permits() + 1).unwrap_or(1);
        drop(permit);
        let own = Arc::clone(working);
        let claim = move |host: &Host| fleet::of(host)?.claim(&own.worker, &own.at_work(), most);
        let entries = run(host, "claim", claim).await.unwrap_or_default();
        if entries.is_empty() {
            ear = wait(host, working, ear).await;
        }
        for entry in entries {
            let Ok(permit) = Arc::clone(&room).acquire_owned().await else { return };
            let (host, working) = (Arc::clone(host), Arc::clone(working));
            working.lock().insert(entry.id.clone());
            spawn_blocking(move || {
                working.apply(&host, &entry);
                drop(permit);
            });
        }
    }
}

/// Begins to listen for what is announced to the host.
async fn listen(host: &Arc<Host>, working: &Arc<Working>) -> Box<dyn Ear> {
    loop {
        let own = Arc::clone(working);
        let begin = move |host: &Host| {
            let name: HostName =
                own.worker.host.parse().map_err(|rule: String| Error::internal(rule))?;
            fleet::of(host)?.listen(&Notice::Work(name))
        };
        if let Some(ear) = run(host, "listen", begin).await {
            return ear;
        }
        sleep(LOOK_EVERY).await;
    }
}

/// Waits until something may be waiting.
async fn wait(host: &Arc<Host>, working: &Arc<Working>, ear: Box<dyn Ear>) -> Box<dyn Ear> {
    let waited = spawn_blocking(move || {
        ear.wait(LOOK_EVERY);
        ear
    });
    match waited.await {
        Ok(ear) => ear,
        Err(_) => listen(host, working).await,
    }
}

impl Working {
    fn lock(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn at_work(&self) -> Vec<String> {
        self.lock().iter().cloned().collect()
    }

    /// Applies an entry. Where the store is away, it stays the worker's own and is taken again.
    fn apply(&self, host: &Host, entry: &HostEntry) {
        let worked: Result<Worked> = work::apply(host, &self.worker, entry);
        self.lock().remove(&entry.id);
        let (id, function) = (&entry.id, &entry.function);
        match worked {
            Ok(Worked::Closed) => tracing::debug!(id, function, "a change is applied"),
            Ok(Worked::Lost) => tracing::warn!(id, function, "a change was taken by somebody else"),
            Ok(Worked::GivenBack(problem)) => {
                tracing::warn!(id, function, %problem, "a change cannot be applied yet");
            }
            Err(problem) => tracing::error!(id, function, %problem, "a change is not closed yet"),
        }
    }
}
