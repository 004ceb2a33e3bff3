//! `ExternalAuthentication::get_authn_links`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `ExternalAuthentication::get_authn_links`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// Link time, as a Unix time.
    pub link_time: UnixTime,
    /// The preferred username.
    pub preferred_username: String,
    /// The provider ID.
    pub provider_id: String,
    /// The provider protocol.
    pub provider_protocol: String,
    /// The subject unique identifier.
    pub subject_unique_identifier: i64,
}

/// See [`Params`].
pub struct GetAuthnLinks;

impl Function for GetAuthnLinks {
    const NAME: &'static str = "get_authn_links";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
