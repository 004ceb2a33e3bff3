//! A call behind the gate: which function, whether the caller may, then the function itself, with a
//! line in the audit for each change.

mod pool;

use std::sync::Arc;

use api::{Caller, Form};

use crate::{Server, answer::Outcome};

pub use pool::{Busy, Pool};

/// Calls the function of that name as this caller. Everything that calls a function comes through
/// here: requests, pages, the command line, `batch`. It blocks: run it on the [`Pool`].
pub fn call(server: &Arc<Server>, caller: &Caller, name: &str, form: &Form) -> Outcome {
    let _ = (server, caller, name, form);
    todo!()
}
