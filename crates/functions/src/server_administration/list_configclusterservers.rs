//! `list_configclusterservers`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the servers of the configuration cluster.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The signature.
    pub signature: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct ListConfigclusterservers;

impl Function for ListConfigclusterservers {
    const NAME: &'static str = "list_configclusterservers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
