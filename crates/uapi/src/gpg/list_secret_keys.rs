//! `GPG::list_secret_keys`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `GPG::list_secret_keys`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The algorithm.
    pub algorithm: Algorithm,
    /// The bits.
    pub bits: i64,
    /// Created, as a Unix time.
    pub created: UnixTime,
    /// Expires, as a Unix time.
    pub expires: UnixTime,
    /// The ID.
    pub id: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The user ID.
    pub user_id: String,
}

/// What `algorithm` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Algorithm {
    /// `RSA`.
    #[word("RSA")]
    Rsa,
    /// `DSA`.
    #[word("DSA")]
    Dsa,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `sec`.
    #[word("sec")]
    Sec,
}

/// See [`Params`].
pub struct ListSecretKeys;

impl Function for ListSecretKeys {
    const NAME: &'static str = "list_secret_keys";
    const NEEDS: Needs = Needs::Features(&["pgp"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
