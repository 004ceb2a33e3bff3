//! `GPG::export_secret_key`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, reply};

/// `GPG::export_secret_key`.
#[derive(Input)]
pub struct Params {
    /// The key ID.
    pub key_id: String,
    /// The passphrase.
    pub passphrase: Option<Secret>,
}

/// What `export_secret_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The key data.
    pub key_data: String,
}

/// See [`Params`].
pub struct ExportSecretKey;

impl Function for ExportSecretKey {
    const NAME: &'static str = "export_secret_key";
    const NEEDS: Needs = Needs::Features(&["pgp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
