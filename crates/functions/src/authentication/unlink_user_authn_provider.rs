//! `unlink_user_authn_provider`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Removes an account's link to an external identity provider.
#[derive(Input)]
pub struct Params {
    /// Key of the identity provider, e.g. cpanelid, google.
    pub provider_id: String,
    /// The subject unique identifier.
    pub subject_unique_identifier: String,
    /// The username.
    pub username: UserName,
}

/// See [`Params`].
pub struct UnlinkUserAuthnProvider;

impl Function for UnlinkUserAuthnProvider {
    const NAME: &'static str = "unlink_user_authn_provider";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageOidc]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
