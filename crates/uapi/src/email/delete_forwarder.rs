//! `Email::delete_forwarder`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Deletes one forwarder of an address.
#[derive(Input)]
pub struct Params {
    /// The address: the forwarded address.
    pub address: EmailAddress,
    /// Its destination: address, script path or system user.
    pub forwarder: String,
}

/// See [`Params`].
pub struct DeleteForwarder;

impl Function for DeleteForwarder {
    const NAME: &'static str = "delete_forwarder";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
