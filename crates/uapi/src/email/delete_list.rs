//! `Email::delete_list`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Deletes a mailing list.
#[derive(Input)]
pub struct Params {
    /// The list.
    pub list: String,
}

/// See [`Params`].
pub struct DeleteList;

impl Function for DeleteList {
    const NAME: &'static str = "delete_list";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
