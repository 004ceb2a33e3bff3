//! What a worker does with what waits for its host.

use std::collections::BTreeSet;

use api::{
    Error, Host, Result,
    records::{HostEntry, Subject, Worker},
};

use crate::domain::{apply, usage};

/// What became of an entry that was claimed.
#[derive(Debug)]
pub enum Worked {
    /// It is applied and closed.
    Closed,
    /// It could not be applied, for this reason, and is due again later.
    GivenBack(Error),
    /// Somebody else has it by now.
    Lost,
}

/// Applies an entry to this process's machine, and closes it; one that cannot be applied is given back
/// with the reason, for whoever waits for it.
pub fn apply(host: &Host, worker: &Worker, entry: &HostEntry) -> Result<Worked> {
    let fleet = super::of(host)?;
    let subjects: BTreeSet<Subject> =
        serde_json::from_str(&entry.subjects).map_err(Error::internal)?;
    match apply::subjects(host, &subjects) {
        Ok(()) => {
            drop(usage::measure_new(host, &subjects));
            let closed = fleet.close(worker, &entry.id)?;
            Ok(if closed { Worked::Closed } else { Worked::Lost })
        }
        Err(problem) => {
            fleet.give_back(worker, &entry.id, &problem.to_string())?;
            Ok(Worked::GivenBack(problem))
        }
    }
}
