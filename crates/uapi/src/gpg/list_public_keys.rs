//! `GPG::list_public_keys`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `GPG::list_public_keys`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The algorithm.
    pub algorithm: Algorithm,
    /// The bits.
    pub bits: i64,
    /// The created.
    pub created: String,
    /// The expires.
    pub expires: String,
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
    /// `pub`.
    #[word("pub")]
    Pub,
}

/// See [`Params`].
pub struct ListPublicKeys;

impl Function for ListPublicKeys {
    const NAME: &'static str = "list_public_keys";
    const NEEDS: Needs = Needs::Features(&["pgp"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
