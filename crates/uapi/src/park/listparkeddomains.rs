//! `Park::listparkeddomains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, records::DomainKind};
use functions::domain::domains::listing::Listed;

use crate::site::{self, Site};

/// List the domains parked on the primary domain.
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
    /// Its site.
    #[param(part)]
    pub site: Site,
}

/// See [`Params`].
pub struct Listparkeddomains;

impl Function for Listparkeddomains {
    const NAME: &'static str = "listparkeddomains";
    const NEEDS: Needs = Needs::Features(&["parkeddomains"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (regex, https) = (params.regex.as_deref(), params.return_https_redirect_status);
        let listed = site::listed(cx, DomainKind::Parked, regex, https)?;
        Ok(listed.into_iter().map(Item::of).collect())
    }
}

impl Item {
    fn of(row: Listed) -> Self {
        Self { site: Site::of(&row), domain: row.domain.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn aliases_are_listed_with_the_main_domains_folder() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_parked = api::Limit::of(2));
        for domain in ["b.example", "a.example"] {
            world.uapi("alice", "Park", "park", &[("domain", domain)]).unwrap();
        }
        let form = [("regex", "^B")];
        let listed = world.uapi_data("alice", "Park", "listparkeddomains", &form);
        assert_eq!(
            listed,
            json!([{
                "domain": "b.example", "dir": "/home/alice/public_html", "basedir": "public_html",
                "reldir": "home:public_html", "status": "", "web_subdomain_aliases": ["www"],
            }])
        );
        let listed = world.uapi_data("alice", "Park", "listparkeddomains", &[]);
        assert_eq!(listed[0]["domain"], "a.example");
    }
}
