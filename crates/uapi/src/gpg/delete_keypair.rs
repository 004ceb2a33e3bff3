//! `GPG::delete_keypair`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `GPG::delete_keypair`.
#[derive(Input)]
pub struct Params {
    /// The key ID.
    pub key_id: String,
}

/// See [`Params`].
pub struct DeleteKeypair;

impl Function for DeleteKeypair {
    const NAME: &'static str = "delete_keypair";
    const NEEDS: Needs = Needs::Features(&["pgp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
