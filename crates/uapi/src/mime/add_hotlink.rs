//! `Mime::add_hotlink`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, Url, reply};

/// `Mime::add_hotlink`.
#[derive(Input)]
pub struct Params {
    /// The extensions.
    pub extensions: String,
    /// The redirect URL.
    pub redirect_url: Url,
    /// The URLs.
    pub urls: String,
    /// The allow null flag: 0 or 1.
    pub allow_null: Option<Flag>,
}

/// See [`Params`].
pub struct AddHotlink;

impl Function for AddHotlink {
    const NAME: &'static str = "add_hotlink";
    const NEEDS: Needs = Needs::Features(&["hotlink"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
