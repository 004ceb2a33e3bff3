//! `Email::enable_spam_box`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns the spam folder on.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct EnableSpamBox;

impl Function for EnableSpamBox {
    const NAME: &'static str = "enable_spam_box";
    const NEEDS: Needs = Needs::Features(&["spambox"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
