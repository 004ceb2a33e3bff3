//! `cors_proxy_get`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, Url, reply};

/// Fetch a remote URL by HTTP GET for a browser-side caller.
#[derive(Input)]
pub struct Params {
    /// The URL.
    pub url: Url,
}

/// What `cors_proxy_get` answers.
#[derive(Output)]
pub struct Reply {
    /// The content.
    pub content: String,
    /// The headers.
    pub headers: BTreeMap<String, String>,
    /// The protocol.
    pub protocol: String,
    /// The reason.
    pub reason: String,
    /// The status.
    pub status: String,
    /// The success flag: 0 or 1.
    pub success: Flag,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct CorsProxyGet;

impl Function for CorsProxyGet {
    const NAME: &'static str = "cors_proxy_get";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CorsProxyGet]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
