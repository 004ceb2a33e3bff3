//! `Email::fts_rescan_mailbox`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// Asks for a full-text search rescan of a mailbox.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: EmailAddress,
}

/// See [`Params`].
pub struct FtsRescanMailbox;

impl Function for FtsRescanMailbox {
    const NAME: &'static str = "fts_rescan_mailbox";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
