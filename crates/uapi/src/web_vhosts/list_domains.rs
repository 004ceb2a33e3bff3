//! `WebVhosts::list_domains`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::domains::settings::{self, Served};

/// List the names of the account's sites with the site that serves each.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// Names below it under which the server's pages are served by the site; none are.
    pub proxy_subdomains: Vec<String>,
    /// Whether the site is served with TLS.
    pub vhost_is_ssl: Flag,
    /// The site's name.
    pub vhost_name: String,
}

/// See [`Params`].
pub struct ListDomains;

impl Function for ListDomains {
    const NAME: &'static str = "list_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let names = settings::names(&*tx, &account)?;
        let item = |served: Served| Item {
            domain: served.name,
            proxy_subdomains: Vec::new(),
            vhost_is_ssl: served.has_certificate,
            vhost_name: served.site,
        };
        Ok(names.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn every_name_is_told_with_its_site() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_parked = api::Limit::of(1));
        world.uapi("alice", "Park", "park", &[("domain", "alias.example")]).unwrap();
        let form = [("domain", "*"), ("rootdomain", "alice.test")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let data = world.uapi_data("alice", "WebVhosts", "list_domains", &[]);
        let names: Vec<_> = data.as_array().unwrap().iter().map(|row| &row["domain"]).collect();
        assert_eq!(
            names,
            ["*.alice.test", "alias.example", "www.alias.example", "alice.test", "www.alice.test"]
        );
        let alias = json!({
            "domain": "www.alias.example", "proxy_subdomains": [], "vhost_is_ssl": 0,
            "vhost_name": "alice.test",
        });
        assert_eq!(data[2], alias);
    }
}
