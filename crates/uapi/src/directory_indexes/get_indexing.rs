//! `DirectoryIndexes::get_indexing`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `DirectoryIndexes::get_indexing`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: String,
}

/// See [`Params`].
pub struct GetIndexing;

impl Function for GetIndexing {
    const NAME: &'static str = "get_indexing";
    const NEEDS: Needs = Needs::Features(&["indexmanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
