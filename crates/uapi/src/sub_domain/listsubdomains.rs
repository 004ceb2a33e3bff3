//! `SubDomain::listsubdomains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, records::DomainKind};
use functions::domain::domains::listing::Listed;

use crate::site::{self, Site};

/// List the subdomains of the account, those behind addon domains included.
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
    /// The rootdomain.
    pub rootdomain: String,
    /// Its site.
    #[param(part)]
    pub site: Site,
}

/// See [`Params`].
pub struct Listsubdomains;

impl Function for Listsubdomains {
    const NAME: &'static str = "listsubdomains";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (regex, https) = (params.regex.as_deref(), params.return_https_redirect_status);
        let listed = site::listed(cx, DomainKind::Sub, regex, https)?;
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
            rootdomain: row.root.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn subdomains_are_listed_by_key_and_pattern() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for label in ["shop", "blog"] {
            let form = [("domain", label), ("rootdomain", "alice.test")];
            world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        }
        let list = |user: &str, form: &[(&str, &str)]| {
            world.uapi_data(user, "SubDomain", "listsubdomains", form)
        };
        assert_eq!(list("bob", &[]), json!([]));
        assert_eq!(list("alice", &[]).as_array().unwrap().len(), 2);
        let blog = json!([{
            "domain": "blog.alice.test", "domainkey": "blog_alice.test", "subdomain": "blog",
            "rootdomain": "alice.test", "dir": "/home/alice/public_html/blog",
            "basedir": "public_html/blog", "reldir": "home:public_html/blog", "status": "",
            "web_subdomain_aliases": ["www"],
        }]);
        assert_eq!(list("alice", &[("regex", "^BLOG")]), blog);
        let form = [("regex", "^blog"), ("return_https_redirect_status", "1")];
        assert_eq!(list("alice", &form)[0]["can_https_redirect"], 0);
        let said = world.uapi_refusal("alice", "SubDomain", "listsubdomains", &[("regex", "(")]);
        assert!(said.starts_with("regex: "), "{said}");
    }
}
