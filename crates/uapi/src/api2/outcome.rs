//! The row with which functions of API 2 say that they did their work. What they refuse, the envelope
//! turns into such a row too.

use api::{Error, Output, Result};

/// How it went.
#[derive(Debug, Output)]
pub struct Outcome {
    /// 1: it is done.
    pub result: u8,
    /// What was done.
    pub reason: String,
}

/// The rows of a call that succeeded.
pub fn done(reason: impl Into<String>) -> Vec<Outcome> {
    vec![Outcome { result: 1, reason: reason.into() }]
}

/// The refusal as older clients have it: with a new line behind.
pub fn line<T>(result: Result<T>) -> Result<T> {
    result.map_err(|problem| Error::new(problem.kind(), format!("{problem}\n")).because(problem))
}
