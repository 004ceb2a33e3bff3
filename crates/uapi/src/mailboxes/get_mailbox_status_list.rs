//! `Mailboxes::get_mailbox_status_list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
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
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
