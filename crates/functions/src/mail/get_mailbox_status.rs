//! `get_mailbox_status`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Gives message counts and sizes of the mailboxes of an account.
#[derive(Input)]
pub struct Params {
    /// Email account, or cPanel username; `_mainaccount@DOMAIN` is the mailbox of the cPanel user.
    pub account: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The GUID.
    pub guid: String,
    /// The messages.
    pub messages: i64,
    /// The vsize.
    pub vsize: i64,
}

/// See [`Params`].
pub struct GetMailboxStatus;

impl Function for GetMailboxStatus {
    const NAME: &'static str = "get_mailbox_status";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
