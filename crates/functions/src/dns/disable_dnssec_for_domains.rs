//! `disable_dnssec_for_domains`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::dns::enabling;

/// Signs zones no more and removes their keys for good. A zone of which that cannot be done is told
/// with the reason as a warning.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `disable_dnssec_for_domains` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item a zone, in the order asked.
    pub domains: Vec<Disabled>,
}

/// How it went with a zone.
#[derive(Debug, Output)]
pub struct Disabled {
    /// Whether it was signed and is no more.
    pub disabled: Flag,
    /// The zone.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct DisableDnssecForDomains;

impl Function for DisableDnssecForDomains {
    const NAME: &'static str = "disable_dnssec_for_domains";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let domains = params.domain.into_iter().map(|domain| {
            let disabled = enabling::disable(cx, &domain);
            let disabled = disabled.map_err(|problem| cx.warn(problem.to_string())).is_ok();
            Disabled { disabled: disabled.into(), domain }
        });
        Ok(Reply { domains: domains.collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn the_keys_go_and_what_was_not_signed_is_named() {
        let world = World::new().account("anna", "root").account("ben", "root");
        world.call("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]).unwrap();
        let form = [("domain", "anna.test"), ("domain", "ben.test")];
        let answer = world.call("root", "disable_dnssec_for_domains", &form).unwrap();
        assert_eq!(
            answer.data["domains"],
            json!([{"disabled": 1, "domain": "anna.test"}, {"disabled": 0, "domain": "ben.test"}])
        );
        assert_eq!(answer.notes.warnings, ["domain: the zone ben.test is not signed."]);
        assert!(world.machine.find_zone("anna.test").unwrap().unwrap().signing.is_none());
        world.call("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]).unwrap();
    }

    #[test]
    fn anothers_zone_stays_signed() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        world.call("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]).unwrap();
        let told = world.data("bob", "disable_dnssec_for_domains", &[("domain", "anna.test")]);
        assert_eq!(told["domains"][0]["disabled"], 0);
        assert!(world.machine.find_zone("anna.test").unwrap().unwrap().signing.is_some());
    }
}
