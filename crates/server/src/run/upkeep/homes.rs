//! Measures all homes, some at a time with pauses between, so that neither the disk nor those who
//! write to the store wait for it.

use std::{sync::Arc, time::Duration};

use api::{Host, Result, UserName};
use functions::domain::usage;
use tokio::time::sleep;

use super::run;

/// How long after the start the first round begins.
const FIRST: Duration = Duration::from_mins(1);
/// How many homes are measured at a time.
const AT_A_TIME: u64 = 20;
/// The pause after them.
const PAUSE: Duration = Duration::from_millis(50);

/// Measures them every so many hours; never where that is 0.
pub(super) async fn keep(host: &Arc<Host>, hours: u32) {
    if hours == 0 {
        return;
    }
    sleep(FIRST).await;
    loop {
        round(host).await;
        sleep(Duration::from_hours(hours.into())).await;
    }
}

async fn round(host: &Arc<Host>) {
    let mut last = None;
    loop {
        let after = last.take();
        last = run(host, "measure", move |host| some(host, after.as_ref())).await.flatten();
        if last.is_none() {
            return;
        }
        sleep(PAUSE).await;
    }
}

/// Measures some homes; gives the account of the last.
fn some(host: &Host, after: Option<&UserName>) -> Result<Option<UserName>> {
    let measured = usage::measure_after(host, after, AT_A_TIME)?;
    for problem in &measured.problems {
        tracing::warn!(%problem, "a home cannot be measured");
    }
    Ok(measured.last)
}
