//! `generatesshkeypair`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// Makes an SSH key pair.
#[derive(Input)]
pub struct Params {
    /// 1: stop when a key of that name exists.
    #[param(default = 1)]
    pub abort_on_existing_key: Flag,
    /// The algorithm: default: the system's.
    pub algorithm: Option<Algorithm>,
    /// Default 4096 for RSA, 1024 for DSA.
    pub bits: Option<i64>,
    /// The comment.
    #[param(default = "")]
    pub comment: String,
    /// Default `id_dsa` for DSA.
    #[param(default = "id_rsa")]
    pub name: String,
    /// The passphrase.
    pub passphrase: Option<Secret>,
}

/// What `algorithm` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Algorithm {
    /// `rsa2`.
    #[word("rsa2")]
    Rsa2,
    /// `dsa`.
    #[word("dsa")]
    Dsa,
}

/// What `generatesshkeypair` answers.
#[derive(Output)]
pub struct Reply {
    /// The fingerprint.
    pub fingerprint: Option<String>,
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct Generatesshkeypair;

impl Function for Generatesshkeypair {
    const NAME: &'static str = "generatesshkeypair";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
