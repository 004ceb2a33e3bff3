//! `ExternalAuthentication::remove_authn_link`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `ExternalAuthentication::remove_authn_link`.
#[derive(Input)]
pub struct Params {
    /// The provider.
    pub provider: String,
    /// The subject unique identifier.
    pub subject_unique_identifier: String,
}

/// See [`Params`].
pub struct RemoveAuthnLink;

impl Function for RemoveAuthnLink {
    const NAME: &'static str = "remove_authn_link";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
