//! `SSL::set_default_key_type`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Sets the account's preferred key type.
#[derive(Input)]
pub struct Params {
    /// System follows `ssl_default_key_type` of the server.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `system`.
    #[word("system")]
    System,
    /// `rsa-2048`.
    #[word("rsa-2048")]
    Rsa2048,
    /// `rsa-4096`.
    #[word("rsa-4096")]
    Rsa4096,
    /// `ecdsa-prime256v1`.
    #[word("ecdsa-prime256v1")]
    EcdsaPrime256v1,
    /// `ecdsa-secp384r1`.
    #[word("ecdsa-secp384r1")]
    EcdsaSecp384r1,
}

/// See [`Params`].
pub struct SetDefaultKeyType;

impl Function for SetDefaultKeyType {
    const NAME: &'static str = "set_default_key_type";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
