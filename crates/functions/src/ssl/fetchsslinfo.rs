//! `fetchsslinfo`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Multiline, Needs, Output, Result, reply};

/// Finds certificate, key and bundle to install for a domain.
#[derive(Input)]
pub struct Params {
    /// The crtdata: certificate text, PEM.
    pub crtdata: Option<Multiline>,
    /// The domain.
    pub domain: Option<DomainName>,
}

/// What `fetchsslinfo` answers.
#[derive(Output)]
pub struct Reply {
    /// The cab.
    pub cab: String,
    /// The certificate.
    pub crt: String,
    /// The certificate origin.
    pub crt_origin: String,
    /// The domain.
    pub domain: String,
    /// The IP address.
    pub ip: String,
    /// The key.
    pub key: String,
    /// The key origin.
    pub key_origin: String,
    /// The searched users.
    pub searched_users: Vec<String>,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct Fetchsslinfo;

impl Function for Fetchsslinfo {
    const NAME: &'static str = "fetchsslinfo";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
