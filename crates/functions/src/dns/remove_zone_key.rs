//! `remove_zone_key`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Result};

use crate::domain::dns::enabling;

/// Removes a key of a zone for good.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The key's number, as `fetch_ds_records_for_domains` tells it.
    pub key_id: u32,
}

/// See [`Params`].
pub struct RemoveZoneKey;

impl Function for RemoveZoneKey {
    const NAME: &'static str = "remove_zone_key";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        enabling::remove_key(cx, &params.domain, params.key_id)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_key_goes_and_others_stay() {
        let world = World::new().account("anna", "root");
        let form = [("domain", "anna.test"), ("key_id", "1"), ("key_setup", "classic")];
        world.call("root", "enable_dnssec_for_domains", &form).unwrap();
        world.call("root", "remove_zone_key", &form[..2]).unwrap();
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let keys = &zone.signing.as_ref().unwrap().keys;
        assert_eq!(keys.iter().map(|key| key.id).collect::<Vec<_>>(), [2]);
        let again = world.refusal("root", "remove_zone_key", &form[..2]);
        assert_eq!(again, "key_id: the zone has no key 1.");
    }

    #[test]
    fn no_key_and_anothers_are_absent() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let form = [("domain", "anna.test"), ("key_id", "1")];
        let refusal = world.refusal("root", "remove_zone_key", &form);
        assert_eq!(refusal, "domain: the zone anna.test is not signed.");
        world.call("root", "enable_dnssec_for_domains", &form[..1]).unwrap();
        let none = [("domain", "anna.test"), ("key_id", "2")];
        let refusal = world.refusal("root", "remove_zone_key", &none);
        assert_eq!(refusal, "key_id: the zone has no key 2.");
        assert_eq!(world.refusal("bob", "remove_zone_key", &form), "There is no zone “anna.test”.");
    }
}
