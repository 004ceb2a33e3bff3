//! `set_public_contact`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, Url, reply};

/// Set the public contact of the calling user.
#[derive(Input)]
pub struct Params {
    /// The name: absent: unchanged.
    pub name: Option<String>,
    /// The URL: absent: unchanged.
    pub url: Option<Url>,
}

/// See [`Params`].
pub struct SetPublicContact;

impl Function for SetPublicContact {
    const NAME: &'static str = "set_public_contact";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::PublicContact]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
