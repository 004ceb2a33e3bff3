//! `enable_dkim`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::mail::signing::{self, Done};

/// Signs the mail of domains, and publishes their keys.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What became of the domains.
#[derive(Output)]
pub struct Reply {
    /// Each of them.
    pub payload: Vec<Done>,
}

/// See [`Params`].
pub struct EnableDkim;

impl Function for EnableDkim {
    const NAME: &'static str = "enable_dkim";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let done = |domain: &DomainName| Done::of(domain, signing::enable(cx, domain));
        Ok(Reply { payload: params.domain.iter().map(done).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    const DOMAIN: [(&str, &str); 1] = [("domain", "anna.test")];

    #[test]
    fn the_key_is_published_and_given_to_the_server() {
        let world = World::new().account("anna", "root");
        let told = world.data("root", "enable_dkim", &DOMAIN);
        assert_eq!(
            (&told["payload"][0]["domain"], &told["payload"][0]["status"]),
            (&"anna.test".into(), &1.into())
        );
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let line = zone.lines.iter().find(|line| line.name == "default._domainkey").unwrap();
        assert!(line.value.starts_with("\"v=DKIM1; k=rsa; p=MII"), "{}", line.value);
        assert!(world.machine.signing_key("anna.test").unwrap().is_some());
    }

    #[test]
    fn a_strangers_domain_is_told_as_absent() {
        let world = World::new().account("anna", "root");
        let world = world.reseller("bob", &[api::Acl::ManageDnsRecords]);
        let told = world.data("bob", "enable_dkim", &DOMAIN);
        assert_eq!(told["payload"][0]["msg"], "domain: there is no domain “anna.test”.");
        assert_eq!(told["payload"][0]["status"], 0);
        assert!(world.machine.signing_key("anna.test").unwrap().is_none());
    }
}
