//! `EmailAuth::fetch_dkim_private_keys`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

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
    /// The PEM text.
    pub pem: String,
}

/// See [`Params`].
pub struct FetchDkimPrivateKeys;

impl Function for FetchDkimPrivateKeys {
    const NAME: &'static str = "fetch_dkim_private_keys";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
