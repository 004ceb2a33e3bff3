//! `SSL::fetch_best_for_domain`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Finds the best stored certificate for a domain, with key.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `fetch_best_for_domain` answers.
#[derive(Output)]
pub struct Reply {
    /// The cab.
    #[param(absent)]
    pub cab: Option<String>,
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
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The statusmsg.
    pub statusmsg: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct FetchBestForDomain;

impl Function for FetchBestForDomain {
    const NAME: &'static str = "fetch_best_for_domain";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
