//! `remove_logo`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, reply};

/// Deletes an uploaded branding logo.
#[derive(Input)]
pub struct Params {
    /// Name from a public client; that it is required is a guess.
    pub logo_file: String,
}

/// See [`Params`].
pub struct RemoveLogo;

impl Function for RemoveLogo {
    const NAME: &'static str = "remove_logo";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageStyles]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
