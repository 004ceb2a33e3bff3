//! `Email::has_plaintext_authentication`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Tells whether Dovecot allows plaintext authentication.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct HasPlaintextAuthentication;

impl Function for HasPlaintextAuthentication {
    const NAME: &'static str = "has_plaintext_authentication";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
