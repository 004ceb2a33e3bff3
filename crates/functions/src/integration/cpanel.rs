//! `cpanel`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Legacy, Needs, Result, UserName, Value, Word, reply};

/// Calls a cPanel API or UAPI function as a cPanel user.
#[derive(Input)]
pub struct Params {
    /// The cPanel jsonapi func: function name; case-sensitive.
    pub cpanel_jsonapi_func: String,
    /// The cPanel jsonapi module: module name; case-sensitive.
    pub cpanel_jsonapi_module: String,
    /// In lower case only; capitals make the call fail.
    pub cpanel_jsonapi_user: UserName,
    /// 1: cPanel API 1; 2: cPanel API 2; 3: UAPI.
    #[param(default = CpanelJsonapiApiversion::Number2)]
    pub cpanel_jsonapi_apiversion: CpanelJsonapiApiversion,
    /// Every other parameter goes to the called function, URI-encoded.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// What `cpanel_jsonapi_apiversion` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CpanelJsonapiApiversion {
    /// `1`.
    #[word("1")]
    Number1,
    /// `2`.
    #[word("2")]
    Number2,
    /// `3`.
    #[word("3")]
    Number3,
}

/// See [`Params`].
pub struct Cpanel;

impl Function for Cpanel {
    const NAME: &'static str = "cpanel";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelApi]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Literal;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
