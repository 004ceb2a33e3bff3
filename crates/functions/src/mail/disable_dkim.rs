//! `disable_dkim`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::mail::signing::{self, Done};

/// Signs the mail of domains no more, and publishes their keys no more.
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
pub struct DisableDkim;

impl Function for DisableDkim {
    const NAME: &'static str = "disable_dkim";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let done = |domain: &DomainName| Done::of(domain, signing::disable(cx, domain));
        Ok(Reply { payload: params.domain.iter().map(done).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    const DOMAIN: [(&str, &str); 1] = [("domain", "anna.test")];

    #[test]
    fn the_record_goes() {
        let world = World::new().account("anna", "root");
        world.data("root", "enable_dkim", &DOMAIN);
        let told = world.data("root", "disable_dkim", &DOMAIN);
        assert_eq!(told["payload"][0]["status"], 1);
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert!(zone.lines.iter().all(|line| line.name != "default._domainkey"));
        assert!(world.machine.signing_key("anna.test").unwrap().is_none());
        let world = world.reseller("bob", &[api::Acl::ManageDnsRecords]);
        assert_eq!(world.data("bob", "disable_dkim", &DOMAIN)["payload"][0]["status"], 0);
    }
}
