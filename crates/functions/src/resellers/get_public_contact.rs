//! `get_public_contact`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Give the public contact of the calling user.
#[derive(Input)]
pub struct Params;

/// What `get_public_contact` answers.
#[derive(Output)]
pub struct Reply {
    /// The name.
    pub name: String,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct GetPublicContact;

impl Function for GetPublicContact {
    const NAME: &'static str = "get_public_contact";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::PublicContact]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
