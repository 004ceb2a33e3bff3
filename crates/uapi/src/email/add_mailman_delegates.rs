//! `Email::add_mailman_delegates`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Makes addresses administrators of a mailing list.
#[derive(Input)]
pub struct Params {
    /// The delegates: comma-separated addresses.
    pub delegates: String,
    /// The list: list name.
    pub list: String,
}

/// What `add_mailman_delegates` answers.
#[derive(Output)]
pub struct Reply {
    /// The delegates.
    pub delegates: Vec<String>,
}

/// See [`Params`].
pub struct AddMailmanDelegates;

impl Function for AddMailmanDelegates {
    const NAME: &'static str = "add_mailman_delegates";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
