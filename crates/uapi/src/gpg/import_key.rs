//! `GPG::import_key`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, reply};

/// `GPG::import_key`.
#[derive(Input)]
pub struct Params {
    /// The key data.
    pub key_data: Secret,
}

/// What `import_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The key ID.
    pub key_id: String,
}

/// See [`Params`].
pub struct ImportKey;

impl Function for ImportKey {
    const NAME: &'static str = "import_key";
    const NEEDS: Needs = Needs::Features(&["pgp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
