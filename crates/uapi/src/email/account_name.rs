//! `Email::account_name`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Echoes the given account name, for labels in an interface.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: Option<String>,
    /// Any value; presence is what counts.
    pub display: Option<String>,
}

/// See [`Params`].
pub struct AccountName;

impl Function for AccountName {
    const NAME: &'static str = "account_name";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
