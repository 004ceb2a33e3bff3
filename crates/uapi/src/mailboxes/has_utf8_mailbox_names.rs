//! `Mailboxes::has_utf8_mailbox_names`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: Option<UserName>,
}

/// What `has_utf8_mailbox_names` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct HasUtf8MailboxNames;

impl Function for HasUtf8MailboxNames {
    const NAME: &'static str = "has_utf8_mailbox_names";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
