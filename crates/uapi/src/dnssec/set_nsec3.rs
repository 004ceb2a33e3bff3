//! `DNSSEC::set_nsec3`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::dns::{enabling, signing::Denial};

/// Has signed zones of the account prove by NSEC3 that a name is not there.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// How often names are hashed again, 0 to 500; more than 0 makes nothing safer.
    pub nsec3_iterations: i64,
    /// Whether an answer tells no more than it must, so that nobody can list the zone's names.
    pub nsec3_narrow: Flag,
    /// Whether zones below that are not signed are left out.
    pub nsec3_opt_out: Flag,
    /// What is added to names, in hexadecimal; `-` for nothing.
    pub nsec3_salt: String,
}

/// What `set_nsec3` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it is so now, by zone.
    pub enabled: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct SetNsec3;

impl Function for SetNsec3 {
    const NAME: &'static str = "set_nsec3";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let (iterations, salt) = (params.nsec3_iterations, &params.nsec3_salt);
        let (narrow, opt_out) = (params.nsec3_narrow, params.nsec3_opt_out);
        let denial = Denial::nsec3(iterations, 0, salt, narrow, opt_out)?;
        let enabled = params.domain.into_iter().map(|domain| {
            enabling::set_denial(cx, &domain, &denial)?;
            Ok((domain.to_string(), Flag(true)))
        });
        Ok(Reply { enabled: enabled.collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn ones_own_zone_is_changed_and_no_others() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [
            ("domain", "alice.test"),
            ("nsec3_iterations", "0"),
            ("nsec3_narrow", "1"),
            ("nsec3_opt_out", "0"),
            ("nsec3_salt", "-"),
        ];
        let said = world.uapi_refusal("alice", "DNSSEC", "set_nsec3", &form);
        assert_eq!(said, "domain: the zone alice.test is not signed.");
        world.uapi("alice", "DNSSEC", "enable_dnssec", &form[..1]).unwrap();
        let said = world.uapi_refusal("bob", "DNSSEC", "set_nsec3", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNSSEC", "set_nsec3", &form);
        assert_eq!(told, json!({"enabled": {"alice.test": 1}}));
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert_eq!(zone.signing.as_ref().unwrap().denial.iterations, 0);
    }
}
