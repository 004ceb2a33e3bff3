//! A worker's answers to calls that servers without a machine pass on to its host.

use std::{sync::Arc, time::Duration};

use api::{
    HostName,
    records::{Ear, Notice, RelayedCall},
};
use functions::domain::fleet;
use tokio::{sync::Semaphore, task::spawn_blocking, time::sleep};

use super::run;
use crate::{Server, call};

/// How many are answered at a time. They have a room of their own: one that changes something waits for
/// an entry of the journal, which must find room.
const AT_ONCE: usize = 8;
/// How often it is looked for one that was not announced.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Answers them until it is dropped.
pub(super) async fn keep(server: &Arc<Server>, name: &HostName) {
    let room = Arc::new(Semaphore::new(AT_ONCE));
    let mut ear = listen(server, name).await;
    loop {
        let Ok(permit) = Arc::clone(&room).acquire_owned().await else { return };
        let own = name.clone();
        let take = move |host: &api::Host| fleet::of(host)?.take(&own);
        match run(&server.host, "relayed calls", take).await.flatten() {
            Some(call) => {
                let server = Arc::clone(server);
                spawn_blocking(move || {
                    answer(&server, &call);
                    drop(permit);
                });
            }
            None => {
                drop(permit);
                ear = wait(server, name, ear).await;
            }
        }
    }
}

fn answer(server: &Arc<Server>, relayed: &RelayedCall) {
    let id = &relayed.id;
    match call::answer_relayed(server, relayed) {
        Ok(()) => tracing::debug!(id, "a relayed call is answered"),
        Err(problem) => {
            metrics::counter!("innkeeper_relayed_calls_refused_total").increment(1);
            let cause = std::error::Error::source(&problem).map(ToString::to_string);
            tracing::warn!(id, %problem, cause, "a relayed call gets no answer");
        }
    }
}

async fn listen(server: &Arc<Server>, name: &HostName) -> Box<dyn Ear> {
    loop {
        let notice = Notice::Call(name.clone());
        let begin = move |host: &api::Host| fleet::of(host)?.listen(&notice);
        if let Some(ear) = run(&server.host, "listen", begin).await {
            return ear;
        }
        sleep(LOOK_EVERY).await;
    }
}

/// Waits until one may be waiting.
async fn wait(server: &Arc<Server>, name: &HostName, ear: Box<dyn Ear>) -> Box<dyn Ear> {
    let waited = spawn_blocking(move || {
        ear.wait(LOOK_EVERY);
        ear
    });
    match waited.await {
        Ok(ear) => ear,
        Err(_) => listen(server, name).await,
    }
}
