//! `WordPressInstanceManager::get_api_version`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `WordPressInstanceManager::get_api_version`.
#[derive(Input)]
pub struct Params;

/// What `get_api_version` answers.
#[derive(Output)]
pub struct Reply {
    /// The version.
    pub version: String,
}

/// See [`Params`].
pub struct GetApiVersion;

impl Function for GetApiVersion {
    const NAME: &'static str = "get_api_version";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
