//! What the server needs fails (the goal R3): its limits, its way to a database; its disk, which takes root, in
//! the tests of a real host. Whatever
//! happens, a caller reads whether the change was made; what was refused is not there, also after a kill;
//! what was answered is; and all goes on once the fault is over.

mod limits;
mod lost;

use serde_json::Value;

use crate::support::{Innkeeper, PASSWORD};

/// What a caller is told of a change that goes on by itself.
const GOES_ON: &str = "is recorded but not complete yet";

/// Tries to make an account; gives the reason where it is refused.
fn try_account(server: &Innkeeper, name: &str) -> Result<(), String> {
    let domain = format!("{name}.test");
    let form =
        [("username", name), ("domain", domain.as_str()), ("password", PASSWORD), ("dkim", "0")];
    let answer = server.try_call("createacct", &form);
    told(&answer.ok_or("The server gave no answer.")?)
}

/// The reason of an answer that refuses.
fn told(answer: &Value) -> Result<(), String> {
    let metadata = &answer["metadata"];
    if metadata["result"] == 1 {
        return Ok(());
    }
    // What is refused before it comes to a function has no reason by that name.
    Err(metadata["reason"].as_str().map_or_else(|| answer.to_string(), str::to_owned))
}

/// Whether there is such an account.
fn is_there(server: &Innkeeper, name: &str) -> bool {
    server.call("accountsummary", &[("user", name)])["metadata"]["result"] == 1
}

/// That `innkeeper check` has nothing to tell.
fn check(server: &Innkeeper, options: &[&str], at: &str) {
    let check = server.command(&[&["check"], options].concat());
    let said = [check.stdout, check.stderr].concat();
    assert!(check.status.success(), "{at}: {}", String::from_utf8_lossy(&said));
}
