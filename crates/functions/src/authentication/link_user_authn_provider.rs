//! `link_user_authn_provider`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Links an account to a user at an external identity provider.
#[derive(Input)]
pub struct Params {
    /// Display name at the provider.
    pub preferred_username: String,
    /// Key of the identity provider, e.g. cpanelid, google.
    pub provider_id: String,
    /// User's id at the provider.
    pub subject_unique_identifier: String,
    /// The username.
    pub username: UserName,
}

/// See [`Params`].
pub struct LinkUserAuthnProvider;

impl Function for LinkUserAuthnProvider {
    const NAME: &'static str = "link_user_authn_provider";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageOidc]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
