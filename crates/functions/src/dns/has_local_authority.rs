//! `has_local_authority`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::dns::authority::{self, Authority};

/// Tells whether this server answers for given domains with authority.
#[derive(Debug, Input)]
pub struct Params {
    /// The domains; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `has_local_authority` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item a domain, in the order asked.
    pub records: Vec<Authority>,
}

/// See [`Params`].
pub struct HasLocalAuthority;

impl Function for HasLocalAuthority {
    const NAME: &'static str = "has_local_authority";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig, Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let records = params.domain.into_iter().map(|domain| authority::of(cx, domain));
        Ok(Reply { records: records.collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn the_lowest_zone_here_answers_unless_it_is_cut() {
        let world = World::new().account("anna", "root");
        let form =
            [("domain", "anna.test"), ("type", "NS"), ("name", "cut"), ("nsdname", "ns.host.test")];
        world.call("root", "addzonerecord", &form).unwrap();
        let form =
            [("domain", "anna.test"), ("domain-1", "a.cut.anna.test"), ("domain-2", "other.test")];
        let told = world.data("root", "has_local_authority", &form);
        assert_eq!(
            told,
            json!({"records": [
                {"domain": "anna.test", "local_authority": 1, "nameservers": ["ns1.example.test", "ns2.example.test"], "zone": "anna.test"},
                {"domain": "a.cut.anna.test", "local_authority": 0, "nameservers": ["ns.host.test"], "zone": "anna.test"},
                {"domain": "other.test", "local_authority": 0, "nameservers": [], "zone": null},
            ]})
        );
        let said = world.refusal("root", "has_local_authority", &[("domain", "a b")]);
        assert!(said.starts_with("domain: "), "{said}");
    }
}
