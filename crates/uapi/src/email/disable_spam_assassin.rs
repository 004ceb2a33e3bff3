//! `Email::disable_spam_assassin`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns `SpamAssassin` off for the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DisableSpamAssassin;

impl Function for DisableSpamAssassin {
    const NAME: &'static str = "disable_spam_assassin";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
