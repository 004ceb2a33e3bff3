//! `ExternalAuthentication::add_authn_link`

use api::{Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// `ExternalAuthentication::add_authn_link`.
#[derive(Input)]
pub struct Params {
    /// The preferred username.
    pub preferred_username: String,
    /// The provider ID.
    pub provider_id: String,
    /// The subject unique identifier.
    pub subject_unique_identifier: String,
    /// The username.
    pub username: UserName,
}

/// See [`Params`].
pub struct AddAuthnLink;

impl Function for AddAuthnLink {
    const NAME: &'static str = "add_authn_link";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
