//! `Mime::delete_hotlink`

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// `Mime::delete_hotlink`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DeleteHotlink;

impl Function for DeleteHotlink {
    const NAME: &'static str = "delete_hotlink";
    const NEEDS: Needs = Needs::Features(&["hotlink"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
