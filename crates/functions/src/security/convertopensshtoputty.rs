//! `convertopensshtoputty`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// Converts an OpenSSH private key to a `PuTTY` key.
#[derive(Input)]
pub struct Params {
    /// Private key file name.
    pub file: String,
    /// 0: delete the OpenSSH file.
    #[param(default = 1)]
    pub keep_file: Flag,
    /// The passphrase.
    pub passphrase: Option<Secret>,
}

/// What `convertopensshtoputty` answers.
#[derive(Output)]
pub struct Reply {
    /// The key.
    pub key: String,
}

/// See [`Params`].
pub struct Convertopensshtoputty;

impl Function for Convertopensshtoputty {
    const NAME: &'static str = "convertopensshtoputty";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
