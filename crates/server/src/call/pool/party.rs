//! Whose calls wait in one queue.

use api::{Caller, Effect};

/// Who calls, and to what end: the reads of one who changes much do not wait behind the changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Party {
    who: String,
    changes: bool,
}

/// What one waiting call may keep in memory before it counts as several.
const BYTES: usize = 16 << 10;

impl Party {
    /// The calls of a caller with that effect.
    pub fn of(caller: &Caller, effect: Effect) -> Self {
        let mailbox = caller.mailbox().map(ToString::to_string);
        let who = mailbox.unwrap_or_else(|| caller.user.to_string());
        Self { who, changes: effect == Effect::Changes }
    }

    /// The calls of a user of this machine, whatever they do.
    pub fn local(uid: u32) -> Self {
        // No name of a user or of a mailbox has a space.
        Self { who: format!("local {uid}"), changes: true }
    }
}

/// As how many a call counts that keeps so much.
pub(super) fn weight(bytes: usize) -> usize {
    1 + bytes / BYTES
}
