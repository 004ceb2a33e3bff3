//! `DNSSEC::enable_dnssec`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::dns::{
    ds,
    enabling::{self, KeySetup, Wish},
    signing::Denial,
};

/// Signs zones of the account, each with new keys.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// Whether the keys sign at once.
    #[param(default = 1)]
    pub active: Flag,
    /// The algorithm by the number of DNSKEY records: 13 or 14 (ECDSA), 8 or 10 (RSA).
    #[param(default = 13)]
    pub algo_num: i64,
    /// Which keys a zone begins with: `classic` for one that signs the keys and one that signs the
    /// zone, which RSA has where nothing is said; `simple` for one for both.
    pub key_setup: Option<KeySetup>,
    /// How often NSEC3 hashes names again, 1 to 500.
    #[param(default = 7)]
    pub nsec3_iterations: i64,
    /// Whether NSEC3 tells no more than it must, so that nobody can list the zone's names.
    #[param(default = 1)]
    pub nsec3_narrow: Flag,
    /// Whether NSEC3 leaves out zones below that are not signed.
    #[param(default = 0)]
    pub nsec3_opt_out: Flag,
    /// What NSEC3 adds to names, in hexadecimal; nothing where it is absent.
    pub nsec3_salt: Option<String>,
    /// Whether NSEC3 proves that a name is not there; else NSEC does.
    #[param(default = 1)]
    pub use_nsec3: Flag,
}

/// What `enable_dnssec` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// How it went, by zone.
    pub enabled: BTreeMap<String, Enabled>,
}

/// How it went with a zone.
#[derive(Debug, Output)]
pub struct Enabled {
    /// Whether it is signed now by these keys.
    pub enabled: Flag,
    /// The number of the key that the zone above is to know.
    pub new_key_id: u32,
    /// `NSEC3` or `NSEC`.
    pub nsec_version: &'static str,
}

/// See [`Params`].
pub struct EnableDnssec;

impl Function for EnableDnssec {
    const NAME: &'static str = "enable_dnssec";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let salt = params.nsec3_salt.unwrap_or_default();
        let (iterations, narrow) = (params.nsec3_iterations, params.nsec3_narrow);
        let nsec3 = Denial::nsec3(iterations, 1, &salt, narrow, params.nsec3_opt_out);
        let nsec3 = params.use_nsec3.0.then_some(nsec3);
        let wish = Wish::new(params.active, params.algo_num, params.key_setup, nsec3)?;
        let nsec_version = ds::nsec_version(wish.denial.nsec3);
        let enabled = params.domain.into_iter().map(|domain| {
            let new_key_id = enabling::enable(cx, &domain, &wish)?;
            let enabled = Enabled { enabled: Flag(true), new_key_id, nsec_version };
            Ok((domain.to_string(), enabled))
        });
        Ok(Reply { enabled: enabled.collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn ones_own_zone_is_signed() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test")];
        let said = world.uapi_refusal("bob", "DNSSEC", "enable_dnssec", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNSSEC", "enable_dnssec", &form);
        let enabled = json!({"enabled": 1, "new_key_id": 1, "nsec_version": "NSEC3"});
        assert_eq!(told, json!({"enabled": {"alice.test": enabled}}));
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert_eq!(zone.signing.as_ref().unwrap().keys[0].algorithm, 13);
        let said = world.uapi_refusal("alice", "DNSSEC", "enable_dnssec", &form);
        assert_eq!(said, "domain: the zone alice.test is signed already.");
        let wrong = [("domain", "alice.test"), ("nsec3_salt", "?")];
        let said = world.uapi_refusal("alice", "DNSSEC", "enable_dnssec", &wrong);
        assert!(said.starts_with("nsec3_salt: "), "{said}");
    }
}
