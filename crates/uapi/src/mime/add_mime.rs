//! `Mime::add_mime`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Mime::add_mime`.
#[derive(Input)]
pub struct Params {
    /// The extension.
    pub extension: String,
    /// The type.
    #[param(name = "type")]
    pub kind: String,
}

/// See [`Params`].
pub struct AddMime;

impl Function for AddMime {
    const NAME: &'static str = "add_mime";
    const NEEDS: Needs = Needs::Features(&["mime"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
