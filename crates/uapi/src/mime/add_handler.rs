//! `Mime::add_handler`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Mime::add_handler`.
#[derive(Input)]
pub struct Params {
    /// The extension.
    pub extension: String,
    /// The handler.
    pub handler: String,
}

/// See [`Params`].
pub struct AddHandler;

impl Function for AddHandler {
    const NAME: &'static str = "add_handler";
    const NEEDS: Needs = Needs::Features(&["handlers"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
