//! `Chrome::get_dom`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Chrome::get_dom`.
#[derive(Input)]
pub struct Params {
    /// The page title.
    pub page_title: String,
}

/// What `get_dom` answers.
#[derive(Output)]
pub struct Reply {
    /// The footer.
    pub footer: String,
    /// The header.
    pub header: String,
}

/// See [`Params`].
pub struct GetDom;

impl Function for GetDom {
    const NAME: &'static str = "get_dom";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
