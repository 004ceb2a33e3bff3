//! `AddonDomain::listaddondomains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List the addon domains of the account.
#[derive(Input)]
pub struct Params {
    /// Perl regular expression on the full name, case-insensitive.
    pub regex: Option<String>,
    /// 1 adds `can_https_redirect` and `is_https_redirecting`.
    #[param(default = 0)]
    pub return_https_redirect_status: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The domainkey.
    pub domainkey: String,
    /// The subdomain.
    pub subdomain: String,
    /// The fullsubdomain.
    pub fullsubdomain: String,
    /// The rootdomain.
    pub rootdomain: String,
    /// The directory.
    pub dir: String,
    /// The basedir.
    pub basedir: String,
    /// The reldir.
    pub reldir: String,
    /// The status.
    pub status: String,
    /// The web subdomain aliases.
    pub web_subdomain_aliases: Vec<String>,
    /// The can https redirect flag: 0 or 1.
    #[param(absent)]
    pub can_https_redirect: Option<Flag>,
    /// Whether it is https redirecting.
    #[param(absent)]
    pub is_https_redirecting: Option<Flag>,
}

/// See [`Params`].
pub struct Listaddondomains;

impl Function for Listaddondomains {
    const NAME: &'static str = "listaddondomains";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
