//! `remove_style`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Deletes an installed cPanel style.
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
pub struct RemoveStyle;

impl Function for RemoveStyle {
    const NAME: &'static str = "remove_style";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageStyles]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
