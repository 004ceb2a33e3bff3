//! `EmailAuth::fetch_dkim_private_keys`

use api::{Cx, DomainName, Effect, Error, Function, Input, Multiline, Needs, Output, Result};
use functions::domain::mail::{domains, signing};

/// Gives the private keys of domains.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// A domain's key.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: DomainName,
    /// Its private key in PEM; empty where it has none.
    pub pem: Multiline,
}

/// See [`Params`].
pub struct FetchDkimPrivateKeys;

impl Function for FetchDkimPrivateKeys {
    const NAME: &'static str = "fetch_dkim_private_keys";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        if params.domain.is_empty() {
            return Err(Error::param("domain", "is required"));
        }
        let tx = cx.host.store.read()?;
        let item = |domain: &DomainName| {
            let (_, record) = domains::reachable(cx, &*tx, "domain", domain)?;
            let key = signing::private(cx.host, &record)?;
            let pem = Multiline(key.map(|key| key.reveal().to_owned()).unwrap_or_default());
            Ok(Item { domain: record.domain, pem })
        };
        params.domain.iter().map(item).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn only_the_owner_is_given_the_key() {
        let world = world();
        let domain = [("domain", "amy.test")];
        let none = world.uapi_data("amy", "EmailAuth", "fetch_dkim_private_keys", &domain);
        assert_eq!(none[0]["pem"], "");
        world.uapi_data("amy", "EmailAuth", "enable_dkim", &domain);
        let told = world.uapi_data("amy", "EmailAuth", "fetch_dkim_private_keys", &domain);
        let key = world.machine.signing_key("amy.test").unwrap().unwrap();
        assert_eq!(told[0]["pem"], key.reveal());
        assert!(world.uapi("bob", "EmailAuth", "fetch_dkim_private_keys", &domain).is_err());
    }
}
