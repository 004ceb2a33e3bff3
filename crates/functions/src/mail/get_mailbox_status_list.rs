//! `get_mailbox_status_list`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Gives the same mailbox status as `get_mailbox_status`, as an array.
#[derive(Input)]
pub struct Params {
    /// Email account, or cPanel username; `_mainaccount@DOMAIN` is the mailbox of the cPanel user.
    pub account: String,
}

/// What `get_mailbox_status_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The mailboxes.
    pub mailboxes: Vec<Mailboxe>,
}

/// One item of `mailboxes`.
#[derive(Output)]
pub struct Mailboxe {
    /// The GUID.
    pub guid: String,
    /// The mailbox.
    pub mailbox: String,
    /// The messages.
    pub messages: i64,
    /// The vsize.
    pub vsize: i64,
}

/// See [`Params`].
pub struct GetMailboxStatusList;

impl Function for GetMailboxStatusList {
    const NAME: &'static str = "get_mailbox_status_list";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
