//! `Email::list_filters_backups`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the domains that have domain-level filters.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct ListFiltersBackups;

impl Function for ListFiltersBackups {
    const NAME: &'static str = "list_filters_backups";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
