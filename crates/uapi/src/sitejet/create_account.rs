//! `Sitejet::create_account`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Sitejet::create_account`.
#[derive(Input)]
pub struct Params;

/// What `create_account` answers.
#[derive(Output)]
pub struct Reply {
    /// The key.
    pub key: String,
}

/// See [`Params`].
pub struct CreateAccount;

impl Function for CreateAccount {
    const NAME: &'static str = "create_account";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
