//! `SSL::get_autossl_problems`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists AutoSSL problems by domain.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The problem.
    pub problem: String,
    /// The time.
    pub time: String,
}

/// See [`Params`].
pub struct GetAutosslProblems;

impl Function for GetAutosslProblems {
    const NAME: &'static str = "get_autossl_problems";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
