//! `GPG::generate_key`

use api::{
    Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, Secret, UserName, Word, reply,
};

/// `GPG::generate_key`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The name.
    pub name: UserName,
    /// The passphrase.
    pub passphrase: Secret,
    /// The comment.
    pub comment: Option<String>,
    /// The expire.
    pub expire: Option<String>,
    /// The keysize.
    #[param(default = Keysize::Number2048)]
    pub keysize: Keysize,
    /// The no expire flag: 0 or 1.
    #[param(default = 0)]
    pub no_expire: Flag,
}

/// What `keysize` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Keysize {
    /// `1024`.
    #[word("1024")]
    Number1024,
    /// `2048`.
    #[word("2048")]
    Number2048,
    /// `3072`.
    #[word("3072")]
    Number3072,
    /// `4096`.
    #[word("4096")]
    Number4096,
}

/// See [`Params`].
pub struct GenerateKey;

impl Function for GenerateKey {
    const NAME: &'static str = "generate_key";
    const NEEDS: Needs = Needs::Features(&["pgp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
