//! `Email::enable_spam_assassin`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns `SpamAssassin` on for the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct EnableSpamAssassin;

impl Function for EnableSpamAssassin {
    const NAME: &'static str = "enable_spam_assassin";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
