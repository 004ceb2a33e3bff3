//! Works off conversions of addon domains, one after another.

use std::{sync::Arc, time::Duration};

use api::Host;
use functions::domain::conversions;
use tokio::{task::spawn_blocking, time::sleep};

/// How often the queue is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Works off what is in the queue, and what comes into it.
pub(super) async fn keep(host: &Arc<Host>) {
    loop {
        sleep(LOOK_EVERY).await;
        while next(host).await {}
    }
}

/// Works off one; gives whether there was one.
async fn next(host: &Arc<Host>) -> bool {
    let host = Arc::clone(host);
    match spawn_blocking(move || conversions::run_next(&host)).await {
        Ok(Ok(more)) => more,
        Ok(Err(problem)) => {
            tracing::error!(%problem, cause = ?problem, "a conversion could not be worked on");
            false
        }
        Err(cause) => {
            tracing::error!(%cause, "the work on a conversion broke");
            false
        }
    }
}
