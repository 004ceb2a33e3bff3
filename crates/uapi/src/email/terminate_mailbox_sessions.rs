//! `Email::terminate_mailbox_sessions`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Ends all IMAP and POP3 sessions of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct TerminateMailboxSessions;

impl Function for TerminateMailboxSessions {
    const NAME: &'static str = "terminate_mailbox_sessions";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
