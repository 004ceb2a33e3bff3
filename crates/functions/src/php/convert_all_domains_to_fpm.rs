//! `convert_all_domains_to_fpm`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Starts turning PHP-FPM on for every domain without it.
#[derive(Input)]
pub struct Params;

/// What `convert_all_domains_to_fpm` answers.
#[derive(Output)]
pub struct Reply {
    /// The build ID.
    pub build_id: i64,
}

/// See [`Params`].
pub struct ConvertAllDomainsToFpm;

impl Function for ConvertAllDomainsToFpm {
    const NAME: &'static str = "convert_all_domains_to_fpm";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
