//! `unset_nsec3_for_domains`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::dns::{enabling, signing::Denial};

/// Has signed zones prove by NSEC that a name is not there.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `unset_nsec3_for_domains` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item a zone, in the order asked.
    pub domains: Vec<Disabled>,
}

/// How it went with a zone.
#[derive(Debug, Output)]
pub struct Disabled {
    /// Whether it uses NSEC.
    pub disabled: Flag,
    /// The zone.
    pub domain: DomainName,
    /// Why it does not.
    #[param(absent)]
    pub error: Option<String>,
}

/// See [`Params`].
pub struct UnsetNsec3ForDomains;

impl Function for UnsetNsec3ForDomains {
    const NAME: &'static str = "unset_nsec3_for_domains";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let domains = params.domain.into_iter().map(|domain| {
            let error = enabling::set_denial(cx, &domain, &Denial::default()).err();
            let error = error.map(|problem| problem.to_string());
            Disabled { disabled: error.is_none().into(), domain, error }
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
    fn a_signed_zone_uses_nsec() {
        let world = World::new().account("anna", "root");
        let form = [("domain", "anna.test")];
        world.call("root", "enable_dnssec_for_domains", &form).unwrap();
        let told = world.data("root", "unset_nsec3_for_domains", &form);
        assert_eq!(told, json!({"domains": [{"disabled": 1, "domain": "anna.test"}]}));
        let told = world.data("root", "fetch_ds_records_for_domains", &form);
        let details = &told["domains"][0]["ds_records"]["nsec_details"];
        assert_eq!(*details, json!({"nsec_version": "NSEC"}));
    }

    #[test]
    fn what_is_not_signed_or_anothers_is_told() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let form = [("domain", "anna.test")];
        for (user, error) in [
            ("root", "domain: the zone anna.test is not signed."),
            ("bob", "There is no zone “anna.test”."),
        ] {
            let told = world.data(user, "unset_nsec3_for_domains", &form);
            assert_eq!(
                (&told["domains"][0]["disabled"], &told["domains"][0]["error"]),
                (&json!(0), &json!(error))
            );
        }
    }
}
