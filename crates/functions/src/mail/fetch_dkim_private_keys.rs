//! `fetch_dkim_private_keys`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Multiline, Needs, Output, Result};

use crate::domain::mail::{domains, signing};

/// Gives the private keys of domains.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// The keys.
#[derive(Output)]
pub struct Reply {
    /// Each of them.
    pub payload: Vec<Payload>,
}

/// A domain's key.
#[derive(Output)]
pub struct Payload {
    /// The domain.
    pub domain: DomainName,
    /// Its private key in PEM; empty where it has none.
    pub pem: Multiline,
}

/// See [`Params`].
pub struct FetchDkimPrivateKeys;

impl Function for FetchDkimPrivateKeys {
    const NAME: &'static str = "fetch_dkim_private_keys";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let key = |domain: &DomainName| {
            let (_, record) = domains::reachable(cx, &*tx, "domain", domain)?;
            let key = signing::private(cx.host, &record)?;
            let pem = Multiline(key.map(|key| key.reveal().to_owned()).unwrap_or_default());
            Ok(Payload { domain: record.domain, pem })
        };
        Ok(Reply { payload: params.domain.iter().map(key).collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    const DOMAIN: [(&str, &str); 1] = [("domain", "anna.test")];

    #[test]
    fn the_key_is_given_to_who_may_have_it() {
        let world = World::new().account("anna", "root");
        world.data("root", "enable_dkim", &DOMAIN);
        let told = world.data("root", "fetch_dkim_private_keys", &DOMAIN);
        let key = world.machine.signing_key("anna.test").unwrap().unwrap();
        assert_eq!(told["payload"][0]["pem"], key.reveal());
        let world = world.reseller("bob", &[api::Acl::ManageDnsRecords]);
        let said = world.refusal("bob", "fetch_dkim_private_keys", &DOMAIN);
        assert_eq!(said, "domain: there is no domain “anna.test”.");
    }
}
