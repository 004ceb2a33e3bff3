//! `Email::reorder_filters`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Changes the order of an address's filters.
#[derive(Input)]
pub struct Params {
    /// Address that owns them.
    pub mailbox: String,
    /// `filterN`: filter1, filter2, ...: filter name at that position.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct ReorderFilters;

impl Function for ReorderFilters {
    const NAME: &'static str = "reorder_filters";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
