//! `Email::get_mailman_delegates`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists a mailing list's administrators.
#[derive(Input)]
pub struct Params {
    /// The list.
    pub list: String,
}

/// What `get_mailman_delegates` answers.
#[derive(Output)]
pub struct Reply {
    /// The delegates.
    pub delegates: Vec<String>,
}

/// See [`Params`].
pub struct GetMailmanDelegates;

impl Function for GetMailmanDelegates {
    const NAME: &'static str = "get_mailman_delegates";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
