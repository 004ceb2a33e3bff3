//! `EmailAuth::ensure_dkim_keys_exist`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The message.
    pub msg: String,
    /// The status flag: 0 or 1.
    pub status: Flag,
}

/// See [`Params`].
pub struct EnsureDkimKeysExist;

impl Function for EnsureDkimKeysExist {
    const NAME: &'static str = "ensure_dkim_keys_exist";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
