//! One caller: its verbs are read, run and answered, one after the other.

use std::{
    io,
    os::unix::net::UnixStream,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use super::caller::may_call;
use crate::{Answer, Refusal, Root, Verb, later, limits, verbs, wire};

/// Does what one caller asks for until it goes.
pub(super) fn attend(root: &Root, mut stream: UnixStream) {
    if let Err(cause) = converse(root, &mut stream) {
        tracing::warn!(%cause, "a caller was cut off");
    }
}

fn converse(root: &Root, stream: &mut UnixStream) -> io::Result<()> {
    let caller = match may_call(stream, &root.layout)? {
        Ok(uid) => uid.as_raw(),
        Err(uid) => {
            tracing::warn!(uid = uid.as_raw(), "a stranger is refused");
            let refusal = Refusal::Forbidden("you may not call this process".to_owned());
            return wire::write(stream, &Err::<Answer, _>(refusal));
        }
    };
    stream.set_write_timeout(Some(limits::MESSAGE))?;
    while begins(stream)? {
        stream.set_read_timeout(Some(limits::MESSAGE))?;
        let Some(verb) = wire::read::<Verb>(stream)? else { return Ok(()) };
        let answer = told(root, caller, verb);
        wire::write(stream, &answer)?;
        later::work();
    }
    Ok(())
}

/// Waits, for as long as it takes, for the next verb to begin; false where the caller has gone.
fn begins(stream: &UnixStream) -> io::Result<bool> {
    stream.set_read_timeout(None)?;
    let mut first = [0];
    let (read, _) = rustix::net::recv(stream, &mut first, rustix::net::RecvFlags::PEEK)?;
    Ok(read > 0)
}

/// Runs a verb and logs how it went.
fn told(root: &Root, caller: u32, verb: Verb) -> Result<Answer, Refusal> {
    let (name, subject) = verb.told();
    let begun = Instant::now();
    let answer = contained(root, verb);
    let took = begun.elapsed();
    match &answer {
        Ok(_) => tracing::info!(caller, verb = name, subject, ms = millis(took), "done"),
        Err(refusal) => {
            tracing::warn!(caller, verb = name, subject, ms = millis(took), %refusal, "refused");
        }
    }
    answer
}

/// Runs a verb; one that panics is refused and no more.
fn contained(root: &Root, verb: Verb) -> Result<Answer, Refusal> {
    let ran = catch_unwind(AssertUnwindSafe(|| verbs::run(root, verb)));
    ran.unwrap_or_else(|_| Err(Refusal::Failed("the privileged process made a mistake".to_owned())))
}

fn millis(took: Duration) -> u64 {
    u64::try_from(took.as_millis()).unwrap_or(u64::MAX)
}
