//! `Mysql::create_user`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, Word, reply};

/// Creates a database user.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
    /// The password.
    pub password: Secret,
    /// How many characters of the account name form the prefix.
    #[param(name = "prefix-size", default = PrefixSize::Number16)]
    pub prefix_size: PrefixSize,
}

/// What `prefix-size` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum PrefixSize {
    /// `8`.
    #[word("8")]
    Number8,
    /// `16`.
    #[word("16")]
    Number16,
}

/// See [`Params`].
pub struct CreateUser;

impl Function for CreateUser {
    const NAME: &'static str = "create_user";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
