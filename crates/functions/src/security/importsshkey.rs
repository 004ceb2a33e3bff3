//! `importsshkey`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, Secret, SecretLines, reply};

/// Imports an SSH key.
#[derive(Input)]
pub struct Params {
    /// The key: key text.
    pub key: SecretLines,
    /// The name.
    pub name: String,
    /// 1: save the private key only; default 1 for PPK, else 0.
    pub extract_private: Option<Flag>,
    /// 1: save the public key only; default 1 for PPK, else 0.
    pub extract_public: Option<Flag>,
    /// Required for a PPK key.
    pub passphrase: Option<Secret>,
}

/// See [`Params`].
pub struct Importsshkey;

impl Function for Importsshkey {
    const NAME: &'static str = "importsshkey";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
