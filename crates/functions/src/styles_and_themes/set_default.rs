//! `set_default`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Makes a cPanel style the default one.
#[derive(Input)]
pub struct Params {
    /// That it is required is a guess.
    #[param(name = "type")]
    pub kind: Type,
    /// Style name; that it is required is a guess.
    pub name: String,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `default`.
    #[word("default")]
    Default,
    /// `global`.
    #[word("global")]
    Global,
    /// `reseller`.
    #[word("reseller")]
    Reseller,
    /// `user`.
    #[word("user")]
    User,
}

/// See [`Params`].
pub struct SetDefault;

impl Function for SetDefault {
    const NAME: &'static str = "set_default";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageStyles]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
