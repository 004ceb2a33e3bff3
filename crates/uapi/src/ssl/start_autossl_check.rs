//! `SSL::start_autossl_check`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Starts an AutoSSL check for the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct StartAutosslCheck;

impl Function for StartAutosslCheck {
    const NAME: &'static str = "start_autossl_check";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
