//! `DCV::check_domains_via_http`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// `DCV::check_domains_via_http`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The dcv file allowed characters: list.
    pub dcv_file_allowed_characters: Option<String>,
    /// The dcv file extension.
    #[param(default = "")]
    pub dcv_file_extension: String,
    /// The dcv file random character count.
    #[param(default = 100)]
    pub dcv_file_random_character_count: i64,
    /// The dcv file relative path.
    #[param(default = ".well-known/pki-validation")]
    pub dcv_file_relative_path: String,
    /// The dcv max redirects.
    pub dcv_max_redirects: Option<i64>,
    /// The dcv user agent string.
    pub dcv_user_agent_string: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The failure reason.
    pub failure_reason: Option<String>,
    /// The redirects.
    pub redirects: Vec<Redirect>,
    /// The redirects count.
    pub redirects_count: i64,
}

/// One item of `redirects`.
#[derive(Output)]
pub struct Redirect {
    /// The content.
    pub content: String,
    /// The headers.
    pub headers: BTreeMap<String, Value>,
    /// The protocol.
    pub protocol: String,
    /// The reason.
    pub reason: String,
    /// The redirects.
    pub redirects: Vec<Value>,
    /// The status.
    pub status: i64,
    /// The success.
    pub success: Value,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct CheckDomainsViaHttp;

impl Function for CheckDomainsViaHttp {
    const NAME: &'static str = "check_domains_via_http";
    const NEEDS: Needs = Needs::Features(&["tls_wizard", "autossl", "sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
