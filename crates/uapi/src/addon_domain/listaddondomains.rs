//! `AddonDomain::listaddondomains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, records::DomainKind};
use functions::domain::domains::listing::Listed;

use crate::site::{self, Site};

/// List the addon domains of the account.
#[derive(Input)]
pub struct Params {
    /// A regular expression that the full name must match, in any case.
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
    /// Its site.
    #[param(part)]
    pub site: Site,
}

/// See [`Params`].
pub struct Listaddondomains;

impl Function for Listaddondomains {
    const NAME: &'static str = "listaddondomains";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (regex, https) = (params.regex.as_deref(), params.return_https_redirect_status);
        let listed = site::listed(cx, DomainKind::Addon, regex, https)?;
        Ok(listed.into_iter().map(Item::of).collect())
    }
}

impl Item {
    fn of(row: Listed) -> Self {
        Self {
            site: Site::of(&row),
            domain: row.domain.to_string(),
            domainkey: row.key,
            subdomain: row.label,
            fullsubdomain: row.subdomain.to_string(),
            rootdomain: row.root.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn addon_domains_are_listed_with_what_is_behind_them() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_addons = api::Limit::of(2));
        for domain in ["shop", "blog"] {
            let name = format!("{domain}.example");
            let form = [("newdomain", name.as_str()), ("subdomain", domain)];
            world.uapi("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        }
        let form = [("regex", "^shop.example$")];
        let listed = world.uapi_data("alice", "AddonDomain", "listaddondomains", &form);
        assert_eq!(
            listed,
            json!([{
                "domain": "shop.example", "domainkey": "shop_alice.test", "subdomain": "shop",
                "fullsubdomain": "shop.alice.test", "rootdomain": "alice.test",
                "dir": "/home/alice/public_html/shop", "basedir": "public_html/shop",
                "reldir": "home:public_html/shop", "status": "", "web_subdomain_aliases": ["www"],
            }])
        );
        let listed = world.uapi_data("alice", "AddonDomain", "listaddondomains", &[]);
        assert_eq!(listed[0]["domain"], "blog.example");
        let parked = world.uapi_data("alice", "Park", "listparkeddomains", &[]);
        assert_eq!(parked, json!([]));
    }
}
