//! `WebVhosts::list_ssl_capable_domains`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::domains::settings::{self, Served};

/// List the names that a certificate may be installed for, with the site that serves each.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// Whether the server's pages are served by that name.
    pub is_proxy: Flag,
    /// The site's name.
    pub vhost_name: String,
}

/// See [`Params`].
pub struct ListSslCapableDomains;

impl Function for ListSslCapableDomains {
    const NAME: &'static str = "list_ssl_capable_domains";
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
            is_proxy: Flag(false),
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
    fn aliases_and_wildcards_are_among_them() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_parked = api::Limit::of(1));
        world.uapi("alice", "Park", "park", &[("domain", "alias.example")]).unwrap();
        let form = [("domain", "*"), ("rootdomain", "alice.test")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let data = world.uapi_data("alice", "WebVhosts", "list_ssl_capable_domains", &[]);
        let site = |domain: &str| {
            let mut rows = data.as_array().unwrap().iter();
            rows.find(|row| row["domain"] == domain).unwrap()["vhost_name"].clone()
        };
        assert_eq!(site("alias.example"), json!("alice.test"));
        assert_eq!(site("*.alice.test"), json!("*.alice.test"));
        assert_eq!(site("www.alice.test"), json!("alice.test"));
    }
}
