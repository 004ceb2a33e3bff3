//! `Mime::delete_mime`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Mime::delete_mime`.
#[derive(Input)]
pub struct Params {
    /// The type.
    #[param(name = "type")]
    pub kind: String,
}

/// See [`Params`].
pub struct DeleteMime;

impl Function for DeleteMime {
    const NAME: &'static str = "delete_mime";
    const NEEDS: Needs = Needs::Features(&["mime"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
