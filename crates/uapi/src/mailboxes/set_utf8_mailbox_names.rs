//! `Mailboxes::set_utf8_mailbox_names`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// What `set_utf8_mailbox_names` answers.
#[derive(Output)]
pub struct Reply {
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct SetUtf8MailboxNames;

impl Function for SetUtf8MailboxNames {
    const NAME: &'static str = "set_utf8_mailbox_names";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
