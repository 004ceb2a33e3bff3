//! `is_sni_supported`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether the server supports SNI.
#[derive(Input)]
pub struct Params;

/// What `is_sni_supported` answers.
#[derive(Output)]
pub struct Reply {
    /// The SNI flag: 0 or 1.
    pub sni: Flag,
}

/// See [`Params`].
pub struct IsSniSupported;

impl Function for IsSniSupported {
    const NAME: &'static str = "is_sni_supported";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
