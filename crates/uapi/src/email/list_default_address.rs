//! `Email::list_default_address`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Lists catch-all addresses.
#[derive(Input)]
pub struct Params {
    /// The user: whose default addresses.
    pub user: UserName,
    /// All domains where absent.
    pub domain: Option<DomainName>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The defaultaddress.
    pub defaultaddress: String,
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct ListDefaultAddress;

impl Function for ListDefaultAddress {
    const NAME: &'static str = "list_default_address";
    const NEEDS: Needs = Needs::Features(&["defaultaddress"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
