//! `Email::list_forwarders_backups`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the domains that have domain-level forwarders.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct ListForwardersBackups;

impl Function for ListForwardersBackups {
    const NAME: &'static str = "list_forwarders_backups";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
