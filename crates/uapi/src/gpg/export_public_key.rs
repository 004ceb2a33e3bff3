//! `GPG::export_public_key`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `GPG::export_public_key`.
#[derive(Input)]
pub struct Params {
    /// The key ID.
    pub key_id: String,
}

/// What `export_public_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The key data.
    pub key_data: String,
}

/// See [`Params`].
pub struct ExportPublicKey;

impl Function for ExportPublicKey {
    const NAME: &'static str = "export_public_key";
    const NEEDS: Needs = Needs::Features(&["pgp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
