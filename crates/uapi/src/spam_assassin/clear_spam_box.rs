//! `SpamAssassin::clear_spam_box`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// .
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ClearSpamBox;

impl Function for ClearSpamBox {
    const NAME: &'static str = "clear_spam_box";
    const NEEDS: Needs = Needs::Features(&["spambox"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
