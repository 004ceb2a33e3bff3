//! `DynamicDNS::list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `DynamicDNS::list`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// Created time, as a Unix time.
    pub created_time: UnixTime,
    /// The description.
    pub description: String,
    /// The domain.
    pub domain: String,
    /// The ID.
    pub id: String,
    /// The last run times.
    pub last_run_times: Vec<UnixTime>,
    /// Last update time, as a Unix time.
    pub last_update_time: Option<UnixTime>,
}

/// See [`Params`].
pub struct List;

impl Function for List {
    const NAME: &'static str = "list";
    const NEEDS: Needs = Needs::Features(&["dynamicdns"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
