//! `SSL::list_ssl_items`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self,
    listing::{self, ItemKind, ItemKinds},
    names::DomainList,
};

/// Lists the account's private keys, requests or certificates by domain.
#[derive(Input)]
pub struct Params {
    /// Domains, parted by commas; all where absent.
    #[param(default = DomainList::default())]
    pub domains: DomainList,
    /// What is listed: `key`, `csr`, `crt`, or several of them parted by commas.
    #[param(default = "key")]
    pub item: ItemKinds,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain that it is for; the name that people gave a key which nothing uses yet.
    pub host: String,
    /// Its id.
    pub id: String,
    /// What it is.
    #[param(name = "type")]
    pub kind: ItemKind,
}

/// See [`Params`].
pub struct ListSslItems;

impl Function for ListSslItems {
    const NAME: &'static str = "list_ssl_items";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let listed = listing::by_host(cx.host, &tls::own(cx)?, &params.item, &params.domains)?;
        Ok(listed.into_iter().map(|(host, id, kind)| Item { host, id, kind }).collect())
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn keys_are_listed_under_the_domains_of_their_certificates() {
        let world = samples::with_certificate(World::new().account("alice", "root"));
        let list = |form: &[(&str, &str)]| world.uapi_data("alice", "SSL", "list_ssl_items", form);
        let keys = list(&[]);
        assert_eq!((&keys[0]["host"], &keys[0]["type"]), (&"alice.test".into(), &"key".into()));
        let all = list(&[("item", "key,csr,crt"), ("domains", "alice.test")]);
        assert_eq!(all.as_array().unwrap().len(), 2);
        assert_eq!(list(&[("domains", "other.test")]), api::Value::Array(Vec::new()));
        let said = world.uapi_refusal("alice", "SSL", "list_ssl_items", &[("item", "pem")]);
        assert!(said.starts_with("item: "), "{said}");
    }
}
