//! `SSL::get_cabundle`

use api::{Cx, Effect, Function, Input, Multiline, Needs, Output, Result, reply};

/// Finds a certificate's CA bundle.
#[derive(Input)]
pub struct Params {
    /// The cert: PEM text.
    pub cert: Multiline,
}

/// What `get_cabundle` answers.
#[derive(Output)]
pub struct Reply {
    /// The bundle.
    pub bundle: String,
    /// The cab.
    pub cab: String,
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct GetCabundle;

impl Function for GetCabundle {
    const NAME: &'static str = "get_cabundle";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
