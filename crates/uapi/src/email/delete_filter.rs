//! `Email::delete_filter`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Deletes a mail filter.
#[derive(Input)]
pub struct Params {
    /// Address that owns it.
    pub account: EmailAddress,
    /// The filtername.
    pub filtername: String,
}

/// See [`Params`].
pub struct DeleteFilter;

impl Function for DeleteFilter {
    const NAME: &'static str = "delete_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
