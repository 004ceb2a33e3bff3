//! Works off checks of accounts for certificates, one after another.

use std::{sync::Arc, time::Duration};

use api::Host;
use functions::domain::tls::auto;
use tokio::time::sleep;

use super::run;

/// How often the queue is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Works off what is in the queue, and what comes into it.
pub(super) async fn keep(host: &Arc<Host>) {
    loop {
        sleep(LOOK_EVERY).await;
        while run(host, "certificates", auto::run_next).await == Some(true) {}
    }
}
