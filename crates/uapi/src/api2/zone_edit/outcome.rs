//! How a write went: a row either way, for clients read a failure there too.

use api::{Cx, DomainName, Output, Result};

/// The only row of a write.
#[derive(Debug, Output)]
pub struct Row {
    /// How it went.
    pub result: Outcome,
}

/// How it went.
#[derive(Debug, Output)]
pub struct Outcome {
    /// Whether it was done: 1 or 0.
    pub status: u64,
    /// What clients show: why it was not done, where it was not.
    pub statusmsg: String,
    /// The zone's new serial; null where it was not done.
    pub newserial: Option<u32>,
}

/// The row of a write to a zone that gives its new serial.
pub fn of(cx: &Cx<'_>, zone: &DomainName, written: Result<u32>) -> Vec<Row> {
    let result = match written {
        Ok(serial) => Outcome {
            status: 1,
            statusmsg: format!("The zone {zone} is reloaded with serial {serial}."),
            newserial: Some(serial),
        },
        Err(problem) => {
            cx.message(problem.to_string());
            Outcome { status: 0, statusmsg: problem.to_string(), newserial: None }
        }
    };
    vec![Row { result }]
}
