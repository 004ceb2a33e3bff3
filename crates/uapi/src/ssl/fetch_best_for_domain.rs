//! `SSL::fetch_best_for_domain`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{
    self,
    finding::{self, Found},
};

/// Finds the best of the account's certificates for a domain, with its private key and its bundle.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct FetchBestForDomain;

impl Function for FetchBestForDomain {
    const NAME: &'static str = "fetch_best_for_domain";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Found;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        finding::best(cx.host, std::slice::from_ref(&account), params.domain.as_str())
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_certificate_that_another_signed_is_better_than_a_self_signed_one() {
        let world = samples::with_certificate(World::new().account("alice", "root"));
        let best = |domain: &str| {
            world.uapi_data("alice", "SSL", "fetch_best_for_domain", &[("domain", domain)])
        };
        let own = best("alice.test");
        assert_eq!(
            (&own["status"], &own["user"], &own["key_origin"]),
            (&1.into(), &"alice".into(), &"alice".into())
        );
        let signed = samples::signed(&["*.alice.test", "alice.test"]);
        world.uapi("alice", "SSL", "upload_key", &[("key", &signed.key)]).unwrap();
        world.uapi("alice", "SSL", "upload_cert", &[("crt", &signed.certificate)]).unwrap();
        assert_eq!(best("alice.test")["crt"], signed.certificate.as_str());
        assert_eq!(best("shop.alice.test")["key"], signed.key.as_str());
        let none = best("a.b.alice.test");
        assert_eq!((&none["status"], &none["crt"]), (&0.into(), &"".into()));
        assert!(none["statusmsg"].as_str().unwrap().contains("a.b.alice.test"));
    }

    #[test]
    fn another_accounts_certificates_are_not_looked_at() {
        let world = samples::with_certificate(World::new().account("alice", "root"));
        let world = world.account("bob", "root");
        let form = [("domain", "alice.test")];
        let found = world.uapi_data("bob", "SSL", "fetch_best_for_domain", &form);
        assert_eq!((&found["status"], &found["key"]), (&0.into(), &"".into()));
    }
}
