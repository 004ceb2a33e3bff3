//! `Mime::delete_handler`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Mime::delete_handler`.
#[derive(Input)]
pub struct Params {
    /// The extension.
    pub extension: String,
}

/// See [`Params`].
pub struct DeleteHandler;

impl Function for DeleteHandler {
    const NAME: &'static str = "delete_handler";
    const NEEDS: Needs = Needs::Features(&["handlers"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
