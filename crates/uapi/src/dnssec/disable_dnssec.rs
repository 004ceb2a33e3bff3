//! `DNSSEC::disable_dnssec`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::dns::enabling;

/// Signs zones of the account no more and removes their keys for good.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `disable_dnssec` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it is so now, by zone.
    pub disabled: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct DisableDnssec;

impl Function for DisableDnssec {
    const NAME: &'static str = "disable_dnssec";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let disabled = params.domain.into_iter().map(|domain| {
            enabling::disable(cx, &domain)?;
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
        let said = world.uapi_refusal("alice", "DNSSEC", "disable_dnssec", &form);
        assert_eq!(said, "domain: the zone alice.test is not signed.");
        world.uapi("alice", "DNSSEC", "enable_dnssec", &form[..1]).unwrap();
        let said = world.uapi_refusal("bob", "DNSSEC", "disable_dnssec", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNSSEC", "disable_dnssec", &form);
        assert_eq!(told, json!({"disabled": {"alice.test": 1}}));
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert!(zone.signing.is_none());
    }
}
