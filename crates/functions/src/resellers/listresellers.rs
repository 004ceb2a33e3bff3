//! `listresellers`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the usernames of all resellers.
#[derive(Input)]
pub struct Params;

/// What `listresellers` answers.
#[derive(Output)]
pub struct Reply {
    /// The reseller.
    pub reseller: Vec<String>,
}

/// See [`Params`].
pub struct Listresellers;

impl Function for Listresellers {
    const NAME: &'static str = "listresellers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
