//! `disable_autossl`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns AutoSSL off.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DisableAutossl;

impl Function for DisableAutossl {
    const NAME: &'static str = "disable_autossl";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
