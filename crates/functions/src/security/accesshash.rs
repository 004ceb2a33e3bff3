//! `accesshash`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// Returns or makes anew a user's access hash.
#[derive(Input)]
pub struct Params {
    /// 1: make a new hash.
    pub generate: Flag,
    /// The user.
    pub user: UserName,
}

/// What `accesshash` answers.
#[derive(Output)]
pub struct Reply {
    /// The accesshash.
    pub accesshash: String,
}

/// See [`Params`].
pub struct Accesshash;

impl Function for Accesshash {
    const NAME: &'static str = "accesshash";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageApiTokens]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
