//! `rebuilduserssldb`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Rebuilds the users' certificate databases.
#[derive(Input)]
pub struct Params;

/// What `rebuilduserssldb` answers.
#[derive(Output)]
pub struct Reply {
    /// The records.
    pub records: Vec<String>,
}

/// See [`Params`].
pub struct Rebuilduserssldb;

impl Function for Rebuilduserssldb {
    const NAME: &'static str = "rebuilduserssldb";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
