//! `DNSSEC::unset_nsec3`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::dns::{enabling, signing::Denial};

/// Has signed zones of the account prove by NSEC that a name is not there.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `unset_nsec3` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it is so now, by zone.
    pub disabled: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct UnsetNsec3;

impl Function for UnsetNsec3 {
    const NAME: &'static str = "unset_nsec3";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let disabled = params.domain.into_iter().map(|domain| {
            enabling::set_denial(cx, &domain, &Denial::default())?;
            Ok((domain.to_string(), Flag(true)))
        });
        Ok(Reply { disabled: disabled.collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn ones_own_zone_is_changed_and_no_others() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test")];
        let said = world.uapi_refusal("alice", "DNSSEC", "unset_nsec3", &form);
        assert_eq!(said, "domain: the zone alice.test is not signed.");
        world.uapi("alice", "DNSSEC", "enable_dnssec", &form[..1]).unwrap();
        let said = world.uapi_refusal("bob", "DNSSEC", "unset_nsec3", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNSSEC", "unset_nsec3", &form);
        assert_eq!(told, json!({"disabled": {"alice.test": 1}}));
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert!(!zone.signing.as_ref().unwrap().denial.nsec3.0);
    }
}
