//! `get_users_authn_linked_accounts`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Lists accounts linked to external identity providers.
#[derive(Input)]
pub struct Params;

/// What `get_users_authn_linked_accounts` answers.
#[derive(Output)]
pub struct Reply {
    /// The username linked accounts.
    pub username_linked_accounts: Vec<UsernameLinkedAccount>,
}

/// One item of `username_linked_accounts`.
#[derive(Output)]
pub struct UsernameLinkedAccount {
    /// Link time, as a Unix time.
    pub link_time: UnixTime,
    /// The preferred username.
    pub preferred_username: String,
    /// The provider ID.
    pub provider_id: String,
    /// The provider protocol.
    pub provider_protocol: String,
    /// The subject unique identifier.
    pub subject_unique_identifier: String,
    /// The username.
    pub username: String,
}

/// See [`Params`].
pub struct GetUsersAuthnLinkedAccounts;

impl Function for GetUsersAuthnLinkedAccounts {
    const NAME: &'static str = "get_users_authn_linked_accounts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageOidc]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
