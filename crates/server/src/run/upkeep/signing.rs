//! The keys that sign mail, made where nobody else wants the processor: one takes as long as many
//! calls do.

use std::{thread, time::Duration};

use api::{Error, Host, Result};
use functions::domain::mail::signing::{self, KeyPair};
use rustix::process::nice;

/// How often keys are made, where some are wanted.
pub(super) const EVERY: Duration = Duration::from_secs(5);

/// How far behind others a thread is that makes one.
const LAST: i32 = 19;

/// Makes some of the keys that are wanted.
pub(super) fn make(host: &Host) -> Result<()> {
    signing::make_wanted(host, one).map(drop)
}

/// One key. The thread ends with it, as its rank cannot be raised again; what is written then is
/// written at the usual rank, or others would wait for it.
fn one(host: &Host) -> Result<KeyPair> {
    thread::scope(|scope| {
        let maker = move || {
            if let Err(problem) = nice(LAST) {
                tracing::warn!(%problem, "keys are made at the usual rank");
            }
            signing::make(host)
        };
        let maker = thread::Builder::new().name("keys".to_owned()).spawn_scoped(scope, maker);
        let made = maker.map_err(Error::internal)?.join();
        made.unwrap_or_else(|_| Err(Error::internal("the making of a key panicked")))
    })
}
