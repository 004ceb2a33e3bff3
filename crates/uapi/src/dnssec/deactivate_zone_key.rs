//! `DNSSEC::deactivate_zone_key`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::dns::enabling;

use super::outcome::Changed;

/// Has a key of a zone of the account sign no longer; it is still published.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The key's number, as `fetch_ds_records` tells it.
    pub key_id: u32,
}

/// See [`Params`].
pub struct DeactivateZoneKey;

impl Function for DeactivateZoneKey {
    const NAME: &'static str = "deactivate_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Changed;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Changed> {
        let Params { domain, key_id } = params;
        enabling::set_active(cx, &domain, key_id, false)?;
        Ok(Changed::new(domain, key_id))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    fn active(world: &World) -> bool {
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        zone.signing.as_ref().unwrap().keys[0].active.0
    }

    #[test]
    fn ones_own_key_is_changed_and_no_others() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test"), ("key_id", "1")];
        let said = world.uapi_refusal("alice", "DNSSEC", "deactivate_zone_key", &form);
        assert_eq!(said, "domain: the zone alice.test is not signed.");
        world.uapi("alice", "DNSSEC", "enable_dnssec", &form[..1]).unwrap();
        let said = world.uapi_refusal("bob", "DNSSEC", "deactivate_zone_key", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNSSEC", "deactivate_zone_key", &form);
        let wanted = json!({"domain": "alice.test", "error": "", "key_id": "1", "success": 1});
        assert_eq!(told, wanted);
        assert!(!active(&world));
    }
}
