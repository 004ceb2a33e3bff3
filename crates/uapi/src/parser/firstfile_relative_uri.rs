//! `Parser::firstfile_relative_uri`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Parser::firstfile_relative_uri`.
#[derive(Input)]
pub struct Params;

/// What `firstfile_relative_uri` answers.
#[derive(Output)]
pub struct Reply {
    /// The URI.
    pub uri: String,
}

/// See [`Params`].
pub struct FirstfileRelativeUri;

impl Function for FirstfileRelativeUri {
    const NAME: &'static str = "firstfile_relative_uri";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
