//! `DNSSEC::add_zone_key`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::dns::enabling::{self, AddedKind};

use super::outcome::Added;

/// Makes a key for a zone of the account; one that was not signed is from then on, where the key is
/// active.
#[derive(Debug, Input)]
pub struct Params {
    /// The algorithm by the number of DNSKEY records: 13 or 14 (ECDSA), 8 or 10 (RSA).
    pub algo_num: i64,
    /// The zone.
    pub domain: DomainName,
    /// What the key signs: `ksk` the keys, `zsk` all else.
    pub key_type: AddedKind,
    /// Whether it signs at once.
    #[param(default = 1)]
    pub active: Flag,
    /// Its size in bits: 2048 for RSA, 256 or 384 for ECDSA.
    pub key_size: Option<u16>,
}

/// See [`Params`].
pub struct AddZoneKey;

impl Function for AddZoneKey {
    const NAME: &'static str = "add_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Added;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Added> {
        let Params { algo_num, domain, key_type, active, key_size } = params;
        let id = enabling::add_key(cx, &domain, (algo_num, key_size), key_type, active)?;
        Ok(Added::new(domain, id))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn a_key_is_made_for_ones_own_zone() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test"), ("algo_num", "14"), ("key_type", "zsk")];
        let said = world.uapi_refusal("bob", "DNSSEC", "add_zone_key", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNSSEC", "add_zone_key", &form);
        let wanted = json!({"domain": "alice.test", "error": "", "new_key_id": "1", "success": 1});
        assert_eq!(told, wanted);
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert_eq!(zone.signing.as_ref().unwrap().keys[0].bits, 384);
        let weak = [("domain", "alice.test"), ("algo_num", "5"), ("key_type", "zsk")];
        let said = world.uapi_refusal("alice", "DNSSEC", "add_zone_key", &weak);
        assert!(said.starts_with("algo_num: "), "{said}");
    }
}
