//! `Email::has_delegated_mailman_lists`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// Tells whether an address administers any mailing list.
#[derive(Input)]
pub struct Params {
    /// The delegate.
    pub delegate: EmailAddress,
}

/// See [`Params`].
pub struct HasDelegatedMailmanLists;

impl Function for HasDelegatedMailmanLists {
    const NAME: &'static str = "has_delegated_mailman_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
